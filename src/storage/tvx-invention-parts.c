/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of an invented project, from its goals to its handover. */

#include "storage/tvx-invention-private.h"

#include "model/tvx-decimal.h"
#include "storage/tvx-invention-item.h"
#include "storage/tvx-invention-words.h"

static void
add_reference (TvxInvention *self,
               GVariantDict *record,
               gsize         organisation)
{
  tvx_item_add_text (record, "organisation", self->organisation_ids->pdata[organisation]);
}

static const char *
get_organisation (TvxInvention *self,
                  gsize         position)
{
  g_autoptr (GVariant) organisations = tvx_words_get (self->words, "organisations");
  g_autoptr (GVariant) organisation = tvx_words_get_item (organisations, position);

  return tvx_words_get_text_at (organisation, 0);
}

static gint64
get_organisation_at (GVariant *list,
                     gsize     position)
{
  g_autoptr (GVariant) value = tvx_words_get_item (list, position);

  return g_variant_get_int64 (value);
}

static void
add_goals (TvxInvention     *self,
           GVariantDict     *project,
           TvxInventionPlan *plan)
{
  static const char *const assessments[] = { "reachable", "reachable", "partly_reachable", "hard_to_reach" };
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  g_autoptr (GVariant) goals = tvx_words_get (plan->theme, "goals");
  g_autoptr (GVariant) motives = tvx_words_get (self->words, "motives");
  int assessed = MIN (plan->start_month + 6, (TVX_INVENTION_YEAR - plan->start_year) * 12 + TVX_INVENTION_MONTH);

  for (gsize i = 0; i < g_variant_n_children (goals); i++)
    {
      g_autoptr (GVariant) goal = tvx_words_get_item (goals, i);
      const char *assessment = assessments[tvx_invention_draw (self, 0, G_N_ELEMENTS (assessments) - 1)];
      g_autofree char *id = tvx_invention_draw_id (self);
      GVariantDict *item = g_variant_dict_new (NULL);

      tvx_item_add_text (item, "id", id);
      tvx_item_add_text (item, "level", tvx_words_get_text_at (goal, 0));
      tvx_item_add_text (item, "text", tvx_words_get_text_at (goal, 1));
      /* The goals stand from the far one to the near one, and each leads to the one before it. */
      if (i > 0)
        g_variant_dict_insert_value (item, "leads_to",
                                     g_variant_new_strv ((const char *const *) &plan->goal_ids->pdata[i - 1], 1));
      if (!g_str_equal (plan->lifecycle, "planned"))
        {
          tvx_item_add_text (item, "assessment", assessment);
          tvx_item_add_text (item, "motive", tvx_words_get_text (motives, assessment));
          tvx_item_add_text (item, "assessed_by", "Projektledaren");
          tvx_item_take_text (item, "assessed_on", tvx_item_make_date (plan->start_year, assessed, 15));
        }
      g_ptr_array_add (plan->goal_ids, g_steal_pointer (&id));
      tvx_item_end (list, item);
    }
  tvx_item_add_list (project, "goals", list);
}

static void
add_measurements (TvxInvention           *self,
                  GVariantDict           *indicator,
                  const TvxInventionPlan *plan,
                  const char             *unit,
                  gboolean                counts_people)
{
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  gint64 women = 0, men = 0;

  for (int month = 6; month <= plan->n_months; month += 6)
    {
      GVariantDict *item;

      if ((plan->start_year - TVX_INVENTION_YEAR) * 12 + plan->start_month + month > TVX_INVENTION_MONTH)
        break;
      /* What is counted adds up; a share goes up and down. */
      women = tvx_invention_draw (self, 2, 25) + (g_str_equal (unit, "procent") ? 0 : women);
      men = tvx_invention_draw (self, 2, 30) + (g_str_equal (unit, "procent") ? 0 : men);
      item = tvx_item_new (self);
      tvx_item_take_text (item, "date", tvx_item_make_date (plan->start_year, plan->start_month + month, 1));
      if (counts_people)
        {
          tvx_item_take_text (item, "women", tvx_decimal_to_text (women * TVX_DECIMAL_ONE));
          tvx_item_take_text (item, "men", tvx_decimal_to_text (men * TVX_DECIMAL_ONE));
        }
      tvx_item_take_text (item, "total", tvx_decimal_to_text ((women + men) * TVX_DECIMAL_ONE));
      tvx_item_end (list, item);
    }
  tvx_item_add_list (indicator, "measurements", list);
}

static void
add_indicators (TvxInvention           *self,
                GVariantDict           *project,
                const TvxInventionPlan *plan)
{
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  g_autoptr (GVariant) indicators = tvx_words_get (plan->theme, "indicators");

  for (gsize i = 0; i < g_variant_n_children (indicators); i++)
    {
      g_autoptr (GVariant) indicator = tvx_words_get_item (indicators, i);
      g_autoptr (GVariant) counts_people = tvx_words_get_item (indicator, 3);
      gboolean people = g_variant_get_boolean (counts_people);
      GVariantDict *item = tvx_item_new (self);

      tvx_item_add_text (item, "name", tvx_words_get_text_at (indicator, 0));
      tvx_item_add_text (item, "unit", tvx_words_get_text_at (indicator, 1));
      tvx_item_add_text (item, "kind", tvx_words_get_text_at (indicator, 2));
      if (people)
        g_variant_dict_insert (item, "counts_people", "b", TRUE);
      tvx_item_add_text (item, "direction", "increase");
      tvx_item_add_text (item, "baseline", "0");
      tvx_item_take_text (item, "target", tvx_decimal_to_text (tvx_invention_draw (self, 3, 10) * 10 * TVX_DECIMAL_ONE));
      tvx_item_take_text (item, "target_on", tvx_item_make_date (plan->start_year, plan->start_month + plan->n_months, 1));
      g_variant_dict_insert_value (item, "goals", g_variant_new_strv ((const char *const *) &plan->goal_ids->pdata[plan->goal_ids->len - 1 - i], 1));
      add_measurements (self, item, plan, tvx_words_get_text_at (indicator, 1), people);
      tvx_item_end (list, item);
    }
  tvx_item_add_list (project, "indicators", list);
}

static void
add_activities (TvxInvention           *self,
                GVariantDict           *project,
                const TvxInventionPlan *plan)
{
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  g_autoptr (GVariant) activities = tvx_words_get (plan->theme, "activities");
  int n = (int) g_variant_n_children (activities);

  for (int i = 0; i < n; i++)
    {
      GVariantDict *item = tvx_item_new (self);
      int start = plan->start_month + plan->n_months * i / n;
      int end = plan->start_month + plan->n_months * (i + 1) / n - 1;
      int now = (TVX_INVENTION_YEAR - plan->start_year) * 12 + TVX_INVENTION_MONTH;

      tvx_item_add_text (item, "title", tvx_words_get_text_at (activities, (gsize) i));
      tvx_item_add_text (item, "state", now < start ? "not_started" : now > end                            ? "done"
                                                                    : tvx_invention_draw (self, 0, 3) == 0 ? "delayed"
                                                                                                           : "started");
      tvx_item_take_text (item, "start", tvx_item_make_date (plan->start_year, start, 1));
      tvx_item_take_text (item, "end", tvx_item_make_date (plan->start_year, MAX (end, start), 28));
      tvx_item_end (list, item);
    }
  tvx_item_add_list (project, "activities", list);
}

static void
add_dimensions (TvxInvention           *self,
                GVariantDict           *project,
                const TvxInventionPlan *plan)
{
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  g_autoptr (GVariant) dimensions = tvx_words_get (self->words, "dimensions");
  GVariantDict *gender = tvx_item_new (self);

  tvx_item_add_text (gender, "kind", "gender");
  tvx_item_add_text (gender, "relevance", "relevant");
  tvx_item_add_text (gender, "observation", tvx_words_get_text (plan->theme, "observation"));
  tvx_item_add_text (gender, "cause", tvx_words_get_text (plan->theme, "cause"));
  tvx_item_add_text (gender, "measure", tvx_words_get_text (plan->theme, "measure"));
  tvx_item_end (list, gender);
  for (gsize i = 0; i < g_variant_n_children (dimensions); i++)
    {
      g_autoptr (GVariant) dimension = tvx_words_get_item (dimensions, i);
      gboolean examined = tvx_invention_draw (self, 0, 2) > 0 && *tvx_words_get_text_at (dimension, 1) != '\0';
      GVariantDict *item = tvx_item_new (self);

      tvx_item_add_text (item, "kind", tvx_words_get_text_at (dimension, 0));
      tvx_item_add_text (item, "relevance", examined ? "relevant" : "not_examined");
      if (examined)
        tvx_item_add_text (item, "observation", tvx_words_get_text_at (dimension, 1));
      tvx_item_end (list, item);
    }
  tvx_item_add_list (project, "dimensions", list);
}

static void
add_partners (TvxInvention *self,
              GVariantDict *project)
{
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  g_autoptr (GVariant) owners = tvx_words_get (self->words, "owners");
  g_autoptr (GVariant) partners = tvx_words_get (self->words, "partners");
  gint64 owner = get_organisation_at (owners, tvx_invention_draw_position (self, owners));
  gint64 first = tvx_invention_draw (self, 0, (gint32) g_variant_n_children (partners) - 1);

  for (int i = -1; i < tvx_invention_draw (self, 1, 4); i++)
    {
      gint64 organisation =
        i < 0 ? owner : get_organisation_at (partners, (gsize) (first + i) % g_variant_n_children (partners));
      GVariantDict *item;

      if (i >= 0 && organisation == owner)
        continue;
      item = tvx_item_new (self);
      tvx_item_add_text (item, "name", get_organisation (self, (gsize) organisation));
      add_reference (self, item, (gsize) organisation);
      tvx_item_add_text (item, "role", i < 0 ? "beneficiary" : "partner");
      tvx_item_end (list, item);
    }
  tvx_item_add_list (project, "partners", list);
}

/* One funder pays the greater part and one or two the rest; costs and funding agree. */
static void
add_money (TvxInvention           *self,
           GVariantDict           *project,
           const TvxInventionPlan *plan)
{
  static const char *const kinds[] = { "staff", "services", "indirect" };
  static const int shares[] = { 65, 25, 10 };
  g_autoptr (GVariantBuilder) funding = tvx_item_list_new ();
  g_autoptr (GVariantBuilder) costs = tvx_item_list_new ();
  g_autoptr (GVariant) funders = tvx_words_get (self->words, "funders");
  gsize first = tvx_invention_draw_position (self, funders);
  guint n = (guint) tvx_invention_draw (self, 2, 3);
  gint64 left = plan->budget;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) funder = tvx_words_get_item (funders, (first + i) % g_variant_n_children (funders));
      gint64 amount = i + 1 == n ? left : left * tvx_invention_draw (self, 50, 65) / 100 / 1000 * 1000;
      GVariantDict *item = tvx_item_new (self);

      tvx_item_add_text (item, "funder", tvx_words_get_text_at (funder, 0));
      tvx_item_add_text (item, "programme", tvx_words_get_text_at (funder, 1));
      tvx_item_add_text (item, "kind", tvx_words_get_text_at (funder, 2));
      tvx_item_add_number (item, "amount", amount);
      if (tvx_invention_is_over (plan))
        tvx_item_add_number (item, "paid", amount);
      tvx_item_end (funding, item);
      left -= amount;
    }
  left = plan->budget;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 amount = i + 1 == G_N_ELEMENTS (kinds) ? left : plan->budget * shares[i] / 100;
      GVariantDict *item = tvx_item_new (self);

      tvx_item_add_text (item, "kind", kinds[i]);
      tvx_item_add_number (item, "budget", amount);
      if (tvx_invention_is_over (plan))
        tvx_item_add_number (item, "actual", amount * tvx_invention_draw (self, 90, 100) / 100);
      tvx_item_end (costs, item);
      left -= amount;
    }
  tvx_item_add_list (project, "funding", funding);
  tvx_item_add_list (project, "costs", costs);
}

static void
add_proceedings (TvxInvention           *self,
                 GVariantDict           *project,
                 const TvxInventionPlan *plan)
{
  g_autoptr (GVariantBuilder) references = tvx_item_list_new ();
  g_autoptr (GVariantBuilder) decisions = tvx_item_list_new ();
  g_autoptr (GVariantBuilder) reports = tvx_item_list_new ();
  g_autofree char *number = g_strdup_printf ("RU %d/%04u", plan->start_year, self->n_projects);
  GVariantDict *item = tvx_item_new (self);

  tvx_item_add_text (item, "number", number);
  tvx_item_add_text (item, "kind", "registration");
  tvx_item_add_text (item, "issuer", get_organisation (self, 0));
  tvx_item_end (references, item);

  item = tvx_item_new (self);
  tvx_item_add_text (item, "kind", "grant");
  tvx_item_take_text (item, "date", tvx_item_make_date (plan->start_year - 1, plan->start_month + 10, 12));
  tvx_item_add_text (item, "reference", number);
  tvx_item_add_number (item, "amount", plan->budget);
  tvx_item_end (decisions, item);

  for (int month = 6; month <= plan->n_months + 2; month += 6)
    {
      gboolean last = month + 6 > plan->n_months + 2;
      g_autofree char *due = tvx_item_make_date (plan->start_year, plan->start_month + month, 28);

      item = tvx_item_new (self);
      tvx_item_add_text (item, "kind", last ? "final" : "interim");
      tvx_item_add_text (item, "due", due);
      if ((plan->start_year - TVX_INVENTION_YEAR) * 12 + plan->start_month + month < TVX_INVENTION_MONTH)
        tvx_item_take_text (item, "submitted", tvx_item_make_date (plan->start_year, plan->start_month + month, tvx_invention_draw (self, 1, 28)));
      tvx_item_end (reports, item);
    }
  if (plan->budget >= 12000000)
    {
      item = tvx_item_new (self);
      tvx_item_add_text (item, "kind", "evaluation");
      tvx_item_take_text (item, "due", tvx_item_make_date (plan->start_year, plan->start_month + plan->n_months + 3, 28));
      tvx_item_end (reports, item);
    }
  tvx_item_add_list (project, "references", references);
  tvx_item_add_list (project, "decisions", decisions);
  tvx_item_add_list (project, "reports_due", reports);
}

static void
add_contact (TvxInvention *self,
             GVariantDict *project)
{
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  GVariantDict *item = tvx_item_new (self);

  tvx_item_add_text (item, "role", "Projektledare");
  tvx_item_add_text (item, "email", "projekt@example.se");
  g_variant_dict_insert (item, "publish", "b", TRUE);
  tvx_item_end (list, item);
  tvx_item_add_list (project, "contacts", list);
}

/* One project in four has a handover: as far as the way goes, step by step. */
static void
add_handover (TvxInvention           *self,
              GVariantDict           *project,
              const TvxInventionPlan *plan)
{
  static const char *const way[] = { "not_applicable", "identified", "in_preparation", "decided", "handed_over", "received" };
  guint n_steps = self->n_projects % 4 == 3 ? 1 + self->n_projects / 4 % (G_N_ELEMENTS (way) - 1) : 0;
  g_autoptr (GVariantDict) handover = g_variant_dict_new (NULL);
  g_autoptr (GVariantBuilder) log = tvx_item_list_new ();
  g_autofree char *effective_on = tvx_item_make_date (plan->start_year + 1, 1, 1);
  g_autofree char *decided_on = tvx_item_make_date (plan->start_year, 6, 15);
  g_autofree char *reference = g_strdup_printf ("EX %d-%u", plan->start_year, 100 + self->n_projects);

  if (n_steps == 0)
    return;
  tvx_item_add_text (handover, "state", way[n_steps]);
  tvx_item_add_text (handover, "from", get_organisation (self, 0));
  tvx_item_add_text (handover, "to", get_organisation (self, 1));
  if (n_steps >= 3)
    {
      tvx_item_add_text (handover, "effective_on", effective_on);
      tvx_item_add_text (handover, "legal_basis", "Påhittad lag om ansvar för regional utveckling");
      tvx_item_add_text (handover, "decided_on", decided_on);
      tvx_item_add_text (handover, "decision_reference", reference);
    }
  if (n_steps >= 5)
    tvx_item_add_text (handover, "receiver_reference", reference);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *day = tvx_item_make_date (plan->start_year, 6 + (int) i, 20);
      g_autofree char *at = g_strconcat (day, "T09:00:00Z", NULL);
      GVariantDict *step = tvx_item_new (self);

      tvx_item_add_text (step, "at", at);
      tvx_item_add_text (step, "from_state", way[i]);
      tvx_item_add_text (step, "to_state", way[i + 1]);
      tvx_item_add_text (step, "person", i < 4 ? "Handläggare A" : "Handläggare B");
      tvx_item_end (log, step);
    }
  tvx_item_add_list (handover, "log", log);
  g_variant_dict_insert_value (project, "handover", g_variant_dict_end (handover));
}

/**
 * tvx_invention_add_parts: (skip)
 * @self: an inventor
 * @project: a project that is being made
 * @plan: what is known of it
 *
 * Fills in the lists of a project, its handover and its statistics.
 */
void
tvx_invention_add_parts (TvxInvention     *self,
                         GVariantDict     *project,
                         TvxInventionPlan *plan)
{
  add_goals (self, project, plan);
  add_indicators (self, project, plan);
  add_activities (self, project, plan);
  add_dimensions (self, project, plan);
  add_partners (self, project);
  add_money (self, project, plan);
  add_proceedings (self, project, plan);
  add_contact (self, project);
  add_handover (self, project, plan);
  tvx_invention_add_statistics (self, project, plan);
}
