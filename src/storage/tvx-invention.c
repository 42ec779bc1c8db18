/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invented projects: as many as wanted, plausible, and the same ones every time. The words are in data/sample/invented.json;
 * what is put together here only has to agree with itself, as dates, sums and states must. */

#include "storage/tvx-invention.h"

#include "model/tvx-decimal.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-vocabulary.h"

/* The time of the invented register: projects before it are completed, projects after it are planned. */
#define COUNTY "01"
#define NOW_YEAR 2026
#define NOW_MONTH 11

struct _TvxInvention
{
  GRand     *random;
  /* A tree of values, as JSON has it. */
  GVariant  *words;
  GPtrArray *organisation_ids;
  guint      n_projects;
};

/* What is known of a project before it is put into words. */
typedef struct
{
  GVariant   *theme;
  guint       number;
  guint       stage;
  const char *place;
  const char *municipality;
  int         start_year;
  int         start_month;
  int         n_months;
  gint64      budget;
  const char *lifecycle;
  GPtrArray  *goal_ids;
} Plan;

static gint32
draw (TvxInvention *self,
      gint32        from,
      gint32        to)
{
  return g_rand_int_range (self->random, from, to + 1);
}

static GVariant *
get (GVariant   *tree,
     const char *name)
{
  GVariant *value = g_variant_lookup_value (tree, name, NULL);

  g_assert (value != NULL);
  return value;
}

static GVariant *
get_item (GVariant *list,
          gsize     position)
{
  g_autoptr (GVariant) boxed = g_variant_get_child_value (list, position);

  return g_variant_get_variant (boxed);
}

/* The words stay as long as the invention: strings can be borrowed from them. */
static const char *
get_word (GVariant   *tree,
          const char *name)
{
  g_autoptr (GVariant) value = get (tree, name);

  return g_variant_get_string (value, NULL);
}

static const char *
get_word_at (GVariant *list,
             gsize     position)
{
  g_autoptr (GVariant) value = get_item (list, position);

  return g_variant_get_string (value, NULL);
}

static gsize
draw_position (TvxInvention *self,
               GVariant     *list)
{
  return (gsize) draw (self, 0, (gint32) g_variant_n_children (list) - 1);
}

static char *
make_id (TvxInvention *self)
{
  guint32 a = g_rand_int (self->random), b = g_rand_int (self->random);
  guint32 c = g_rand_int (self->random), d = g_rand_int (self->random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff, (c >> 16 & 0x3fff) | 0x8000, c & 0xffff,
                          d);
}

static char *
make_date (int year,
           int month,
           int day)
{
  year += (month - 1) / 12;
  return g_strdup_printf ("%04d-%02d-%02d", year, (month - 1) % 12 + 1, day);
}

static char *
put_place (const char *text,
           const char *place)
{
  GString *result = g_string_new (text);

  g_string_replace (result, "{place}", place, 0);
  return g_string_free_and_steal (result);
}

static void
add_text (GVariantDict *record,
          const char   *name,
          const char   *text)
{
  if (text != NULL && *text != '\0')
    g_variant_dict_insert (record, name, "s", text);
}

static void
add_number (GVariantDict *record,
            const char   *name,
            gint64        number)
{
  g_variant_dict_insert (record, name, "x", number);
}

static void
add_words (GVariantDict *record,
           const char   *name,
           GVariant     *theme)
{
  g_autoptr (GVariant) list = get (theme, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < g_variant_n_children (list); i++)
    g_strv_builder_add (builder, get_word_at (list, i));
  words = g_strv_builder_end (builder);
  g_variant_dict_insert_value (record, name, g_variant_new_strv ((const char *const *) words, -1));
}

static GVariantDict *
start_item (TvxInvention *self)
{
  GVariantDict *item = g_variant_dict_new (NULL);

  g_variant_dict_insert_value (item, "id", g_variant_new_take_string (make_id (self)));
  return item;
}

/* Takes the item. */
static void
add_item (GVariantBuilder *list,
          GVariantDict    *item)
{
  g_variant_builder_add (list, "v", g_variant_dict_end (item));
  g_variant_dict_unref (item);
}

static void
add_list (GVariantDict    *record,
          const char      *name,
          GVariantBuilder *list)
{
  g_variant_dict_insert_value (record, name, g_variant_builder_end (list));
}

static GVariantBuilder *
start_list (void)
{
  return g_variant_builder_new (G_VARIANT_TYPE ("av"));
}

static void
add_reference (TvxInvention *self,
               GVariantDict *record,
               gsize         organisation)
{
  add_text (record, "organisation", self->organisation_ids->pdata[organisation]);
}

static const char *
get_organisation (TvxInvention *self,
                  gsize         position)
{
  g_autoptr (GVariant) organisations = get (self->words, "organisations");
  g_autoptr (GVariant) organisation = get_item (organisations, position);

  return get_word_at (organisation, 0);
}

static gint64
get_organisation_at (GVariant *list,
                     gsize     position)
{
  g_autoptr (GVariant) value = get_item (list, position);

  return g_variant_get_int64 (value);
}

static gboolean
is_over (const Plan *plan)
{
  return g_str_equal (plan->lifecycle, "completed");
}

static void
add_goals (TvxInvention *self,
           GVariantDict *project,
           Plan         *plan)
{
  static const char *const assessments[] = { "reachable", "reachable", "partly_reachable", "hard_to_reach" };
  g_autoptr (GVariantBuilder) list = start_list ();
  g_autoptr (GVariant) goals = get (plan->theme, "goals");
  g_autoptr (GVariant) motives = get (self->words, "motives");
  int assessed = MIN (plan->start_month + 6, (NOW_YEAR - plan->start_year) * 12 + NOW_MONTH);

  for (gsize i = 0; i < g_variant_n_children (goals); i++)
    {
      g_autoptr (GVariant) goal = get_item (goals, i);
      const char *assessment = assessments[draw (self, 0, G_N_ELEMENTS (assessments) - 1)];
      g_autofree char *id = make_id (self);
      GVariantDict *item = g_variant_dict_new (NULL);

      add_text (item, "id", id);
      add_text (item, "level", get_word_at (goal, 0));
      add_text (item, "text", get_word_at (goal, 1));
      /* The goals stand from the far one to the near one, and each leads to the one before it. */
      if (i > 0)
        g_variant_dict_insert_value (item, "leads_to",
                                     g_variant_new_strv ((const char *const *) &plan->goal_ids->pdata[i - 1], 1));
      if (!g_str_equal (plan->lifecycle, "planned"))
        {
          add_text (item, "assessment", assessment);
          add_text (item, "motive", get_word (motives, assessment));
          add_text (item, "assessed_by", "Projektledaren");
          g_variant_dict_insert_value (item, "assessed_on",
                                       g_variant_new_take_string (make_date (plan->start_year, assessed, 15)));
        }
      g_ptr_array_add (plan->goal_ids, g_steal_pointer (&id));
      add_item (list, item);
    }
  add_list (project, "goals", list);
}

static void
add_measurements (TvxInvention *self,
                  GVariantDict *indicator,
                  const Plan   *plan,
                  const char   *unit,
                  gboolean      counts_people)
{
  g_autoptr (GVariantBuilder) list = start_list ();
  gint64 women = 0, men = 0;

  for (int month = 6; month <= plan->n_months; month += 6)
    {
      GVariantDict *item;

      if ((plan->start_year - NOW_YEAR) * 12 + plan->start_month + month > NOW_MONTH)
        break;
      /* What is counted adds up; a share goes up and down. */
      women = draw (self, 2, 25) + (g_str_equal (unit, "procent") ? 0 : women);
      men = draw (self, 2, 30) + (g_str_equal (unit, "procent") ? 0 : men);
      item = start_item (self);
      g_variant_dict_insert_value (item, "date",
                                   g_variant_new_take_string (make_date (plan->start_year, plan->start_month + month, 1)));
      if (counts_people)
        {
          g_variant_dict_insert_value (item, "women",
                                       g_variant_new_take_string (tvx_decimal_to_text (women * TVX_DECIMAL_ONE)));
          g_variant_dict_insert_value (item, "men", g_variant_new_take_string (tvx_decimal_to_text (men * TVX_DECIMAL_ONE)));
        }
      g_variant_dict_insert_value (item, "total",
                                   g_variant_new_take_string (tvx_decimal_to_text ((women + men) * TVX_DECIMAL_ONE)));
      add_item (list, item);
    }
  add_list (indicator, "measurements", list);
}

static void
add_indicators (TvxInvention *self,
                GVariantDict *project,
                const Plan   *plan)
{
  g_autoptr (GVariantBuilder) list = start_list ();
  g_autoptr (GVariant) indicators = get (plan->theme, "indicators");

  for (gsize i = 0; i < g_variant_n_children (indicators); i++)
    {
      g_autoptr (GVariant) indicator = get_item (indicators, i);
      g_autoptr (GVariant) counts_people = get_item (indicator, 3);
      gboolean people = g_variant_get_boolean (counts_people);
      GVariantDict *item = start_item (self);

      add_text (item, "name", get_word_at (indicator, 0));
      add_text (item, "unit", get_word_at (indicator, 1));
      add_text (item, "kind", get_word_at (indicator, 2));
      if (people)
        g_variant_dict_insert (item, "counts_people", "b", TRUE);
      add_text (item, "direction", "increase");
      add_text (item, "baseline", "0");
      g_variant_dict_insert_value (item, "target",
                                   g_variant_new_take_string (tvx_decimal_to_text (draw (self, 3, 10) * 10 * TVX_DECIMAL_ONE)));
      g_variant_dict_insert_value (item, "target_on",
                                   g_variant_new_take_string (make_date (plan->start_year, plan->start_month + plan->n_months, 1)));
      g_variant_dict_insert_value (item, "goals", g_variant_new_strv ((const char *const *) &plan->goal_ids->pdata[plan->goal_ids->len - 1 - i], 1));
      add_measurements (self, item, plan, get_word_at (indicator, 1), people);
      add_item (list, item);
    }
  add_list (project, "indicators", list);
}

static void
add_activities (TvxInvention *self,
                GVariantDict *project,
                const Plan   *plan)
{
  g_autoptr (GVariantBuilder) list = start_list ();
  g_autoptr (GVariant) activities = get (plan->theme, "activities");
  int n = (int) g_variant_n_children (activities);

  for (int i = 0; i < n; i++)
    {
      GVariantDict *item = start_item (self);
      int start = plan->start_month + plan->n_months * i / n;
      int end = plan->start_month + plan->n_months * (i + 1) / n - 1;
      int now = (NOW_YEAR - plan->start_year) * 12 + NOW_MONTH;

      add_text (item, "title", get_word_at (activities, (gsize) i));
      add_text (item, "state", now < start ? "not_started" : now > end              ? "done"
                                                           : draw (self, 0, 3) == 0 ? "delayed"
                                                                                    : "started");
      g_variant_dict_insert_value (item, "start", g_variant_new_take_string (make_date (plan->start_year, start, 1)));
      g_variant_dict_insert_value (item, "end", g_variant_new_take_string (make_date (plan->start_year, MAX (end, start), 28)));
      add_item (list, item);
    }
  add_list (project, "activities", list);
}

static void
add_dimensions (TvxInvention *self,
                GVariantDict *project,
                const Plan   *plan)
{
  g_autoptr (GVariantBuilder) list = start_list ();
  g_autoptr (GVariant) dimensions = get (self->words, "dimensions");
  GVariantDict *gender = start_item (self);

  add_text (gender, "kind", "gender");
  add_text (gender, "relevance", "relevant");
  add_text (gender, "observation", get_word (plan->theme, "observation"));
  add_text (gender, "cause", get_word (plan->theme, "cause"));
  add_text (gender, "measure", get_word (plan->theme, "measure"));
  add_item (list, gender);
  for (gsize i = 0; i < g_variant_n_children (dimensions); i++)
    {
      g_autoptr (GVariant) dimension = get_item (dimensions, i);
      gboolean examined = draw (self, 0, 2) > 0 && *get_word_at (dimension, 1) != '\0';
      GVariantDict *item = start_item (self);

      add_text (item, "kind", get_word_at (dimension, 0));
      add_text (item, "relevance", examined ? "relevant" : "not_examined");
      if (examined)
        add_text (item, "observation", get_word_at (dimension, 1));
      add_item (list, item);
    }
  add_list (project, "dimensions", list);
}

static void
add_partners (TvxInvention *self,
              GVariantDict *project)
{
  g_autoptr (GVariantBuilder) list = start_list ();
  g_autoptr (GVariant) owners = get (self->words, "owners");
  g_autoptr (GVariant) partners = get (self->words, "partners");
  gint64 owner = get_organisation_at (owners, draw_position (self, owners));
  gint64 first = draw (self, 0, (gint32) g_variant_n_children (partners) - 1);

  for (int i = -1; i < draw (self, 1, 4); i++)
    {
      gint64 organisation =
        i < 0 ? owner : get_organisation_at (partners, (gsize) (first + i) % g_variant_n_children (partners));
      GVariantDict *item;

      if (i >= 0 && organisation == owner)
        continue;
      item = start_item (self);
      add_text (item, "name", get_organisation (self, (gsize) organisation));
      add_reference (self, item, (gsize) organisation);
      add_text (item, "role", i < 0 ? "beneficiary" : "partner");
      add_item (list, item);
    }
  add_list (project, "partners", list);
}

/* One funder pays the greater part and one or two the rest; costs and funding agree. */
static void
add_money (TvxInvention *self,
           GVariantDict *project,
           const Plan   *plan)
{
  static const char *const kinds[] = { "staff", "services", "indirect" };
  static const int shares[] = { 65, 25, 10 };
  g_autoptr (GVariantBuilder) funding = start_list ();
  g_autoptr (GVariantBuilder) costs = start_list ();
  g_autoptr (GVariant) funders = get (self->words, "funders");
  gsize first = draw_position (self, funders);
  guint n = (guint) draw (self, 2, 3);
  gint64 left = plan->budget;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GVariant) funder = get_item (funders, (first + i) % g_variant_n_children (funders));
      gint64 amount = i + 1 == n ? left : left * draw (self, 50, 65) / 100 / 1000 * 1000;
      GVariantDict *item = start_item (self);

      add_text (item, "funder", get_word_at (funder, 0));
      add_text (item, "programme", get_word_at (funder, 1));
      add_text (item, "kind", get_word_at (funder, 2));
      add_number (item, "amount", amount);
      if (is_over (plan))
        add_number (item, "paid", amount);
      add_item (funding, item);
      left -= amount;
    }
  left = plan->budget;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 amount = i + 1 == G_N_ELEMENTS (kinds) ? left : plan->budget * shares[i] / 100;
      GVariantDict *item = start_item (self);

      add_text (item, "kind", kinds[i]);
      add_number (item, "budget", amount);
      if (is_over (plan))
        add_number (item, "actual", amount * draw (self, 90, 100) / 100);
      add_item (costs, item);
      left -= amount;
    }
  add_list (project, "funding", funding);
  add_list (project, "costs", costs);
}

static void
add_proceedings (TvxInvention *self,
                 GVariantDict *project,
                 const Plan   *plan)
{
  g_autoptr (GVariantBuilder) references = start_list ();
  g_autoptr (GVariantBuilder) decisions = start_list ();
  g_autoptr (GVariantBuilder) reports = start_list ();
  g_autofree char *number = g_strdup_printf ("RU %d/%04u", plan->start_year, self->n_projects);
  GVariantDict *item = start_item (self);

  add_text (item, "number", number);
  add_text (item, "kind", "registration");
  add_text (item, "issuer", get_organisation (self, 0));
  add_item (references, item);

  item = start_item (self);
  add_text (item, "kind", "grant");
  g_variant_dict_insert_value (item, "date", g_variant_new_take_string (make_date (plan->start_year - 1, plan->start_month + 10, 12)));
  add_text (item, "reference", number);
  add_number (item, "amount", plan->budget);
  add_item (decisions, item);

  for (int month = 6; month <= plan->n_months + 2; month += 6)
    {
      gboolean last = month + 6 > plan->n_months + 2;
      g_autofree char *due = make_date (plan->start_year, plan->start_month + month, 28);

      item = start_item (self);
      add_text (item, "kind", last ? "final" : "interim");
      add_text (item, "due", due);
      if ((plan->start_year - NOW_YEAR) * 12 + plan->start_month + month < NOW_MONTH)
        g_variant_dict_insert_value (item, "submitted",
                                     g_variant_new_take_string (make_date (plan->start_year, plan->start_month + month, draw (self, 1, 28))));
      add_item (reports, item);
    }
  if (plan->budget >= 12000000)
    {
      item = start_item (self);
      add_text (item, "kind", "evaluation");
      g_variant_dict_insert_value (item, "due",
                                   g_variant_new_take_string (make_date (plan->start_year, plan->start_month + plan->n_months + 3, 28)));
      add_item (reports, item);
    }
  add_list (project, "references", references);
  add_list (project, "decisions", decisions);
  add_list (project, "reports_due", reports);
}

static void
add_contact (TvxInvention *self,
             GVariantDict *project)
{
  g_autoptr (GVariantBuilder) list = start_list ();
  GVariantDict *item = start_item (self);

  add_text (item, "role", "Projektledare");
  add_text (item, "email", "projekt@example.se");
  g_variant_dict_insert (item, "publish", "b", TRUE);
  add_item (list, item);
  add_list (project, "contacts", list);
}

/* One project in four has a handover: as far as the way goes, step by step. */
static void
add_handover (TvxInvention *self,
              GVariantDict *project,
              const Plan   *plan)
{
  static const char *const way[] = { "not_applicable", "identified", "in_preparation", "decided", "handed_over", "received" };
  guint n_steps = self->n_projects % 4 == 3 ? 1 + self->n_projects / 4 % (G_N_ELEMENTS (way) - 1) : 0;
  g_autoptr (GVariantDict) handover = g_variant_dict_new (NULL);
  g_autoptr (GVariantBuilder) log = start_list ();
  g_autofree char *effective_on = make_date (plan->start_year + 1, 1, 1);
  g_autofree char *decided_on = make_date (plan->start_year, 6, 15);
  g_autofree char *reference = g_strdup_printf ("EX %d-%u", plan->start_year, 100 + self->n_projects);

  if (n_steps == 0)
    return;
  add_text (handover, "state", way[n_steps]);
  add_text (handover, "from", get_organisation (self, 0));
  add_text (handover, "to", get_organisation (self, 1));
  if (n_steps >= 3)
    {
      add_text (handover, "effective_on", effective_on);
      add_text (handover, "legal_basis", "Påhittad lag om ansvar för regional utveckling");
      add_text (handover, "decided_on", decided_on);
      add_text (handover, "decision_reference", reference);
    }
  if (n_steps >= 5)
    add_text (handover, "receiver_reference", reference);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *day = make_date (plan->start_year, 6 + (int) i, 20);
      g_autofree char *at = g_strconcat (day, "T09:00:00Z", NULL);
      GVariantDict *step = start_item (self);

      add_text (step, "at", at);
      add_text (step, "from_state", way[i]);
      add_text (step, "to_state", way[i + 1]);
      add_text (step, "person", i < 4 ? "Handläggare A" : "Handläggare B");
      add_item (log, step);
    }
  add_list (handover, "log", log);
  g_variant_dict_insert_value (project, "handover", g_variant_dict_end (handover));
}

static guint
count_places (const TvxTerm **places)
{
  gsize n_terms;
  guint n = 0;

  /* The municipalities of the county of the register come first in the list. */
  *places = tvx_vocabulary_get_terms (&tvx_municipalities, &n_terms);
  while (n < n_terms && g_str_has_prefix ((*places)[n].code, COUNTY))
    n++;
  return n;
}

/* Where the present stands in the time of the project. */
static const char *
decide_lifecycle (TvxInvention *self,
                  const Plan   *plan)
{
  int now = (NOW_YEAR - plan->start_year) * 12 + NOW_MONTH - plan->start_month;

  if (now < 0)
    return "planned";
  if (now >= plan->n_months)
    return draw (self, 0, 19) == 0 ? "cancelled" : "completed";
  if (plan->n_months - now <= 3)
    return "finalising";
  return draw (self, 0, 19) == 0 ? "suspended" : "ongoing";
}

static void
make_plan (TvxInvention *self,
           Plan         *plan)
{
  g_autoptr (GVariant) themes = get (self->words, "themes");
  g_autoptr (GVariant) titles = NULL;
  guint n_themes = (guint) g_variant_n_children (themes);
  guint theme = self->n_projects % n_themes;
  const TvxTerm *places;
  guint n_places = count_places (&places);
  guint n_titles, place;

  /* Every title is used at every place before a next stage begins, so that no two projects are called the same. */
  plan->theme = get_item (themes, theme);
  titles = get (plan->theme, "titles");
  n_titles = (guint) g_variant_n_children (titles);
  plan->number = self->n_projects / n_themes;
  place = (plan->number / n_titles + theme * 7) % n_places;
  plan->stage = plan->number / n_titles / n_places;
  plan->municipality = places[place].code;
  plan->place = places[place].label;
  plan->start_year = draw (self, 2016, 2027);
  plan->start_month = draw (self, 1, 12);
  plan->n_months = draw (self, 2, 7) * 6;
  plan->budget = (gint64) draw (self, 6, 180) * 100000;
  plan->lifecycle = decide_lifecycle (self, plan);
  plan->goal_ids = g_ptr_array_new_with_free_func (g_free);
}

static char *
make_title (TvxInvention *self,
            const Plan   *plan)
{
  g_autoptr (GVariant) titles = get (plan->theme, "titles");
  g_autofree char *title = put_place (get_word_at (titles, plan->number % g_variant_n_children (titles)), plan->place);

  if (plan->stage == 0)
    return g_steal_pointer (&title);
  return plan->stage == 1 ? g_strconcat (title, " – förstudie", NULL) : g_strdup_printf ("%s – etapp %u", title, plan->stage);
}

/* A project is what its theme says, at its place. */
static void
add_texts (TvxInvention *self,
           GVariantDict *project,
           const Plan   *plan)
{
  static const char *const told[] = { "summary", "purpose", "background", "target_groups", "method" };
  static const char *const looking_back[] = { "results", "deviations", "lessons", "continuation" };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_variant_dict_insert_value (project, told[i],
                                 g_variant_new_take_string (put_place (get_word (plan->theme, told[i]), plan->place)));
  for (guint i = 0; is_over (plan) && i < G_N_ELEMENTS (looking_back); i++)
    add_text (project, looking_back[i], get_word (self->words, looking_back[i]));
  add_words (project, "tags", plan->theme);
  add_words (project, "strategy_2021", plan->theme);
  add_words (project, "agenda_2030", plan->theme);
  add_words (project, "gender_policy", plan->theme);
  g_variant_dict_insert_value (project, "areas", g_variant_new_strv ((const char *[]) { get_word (plan->theme, "area"), NULL }, -1));
}

static void
add_facts (GVariantDict *project,
           const Plan   *plan)
{
  gboolean started = !g_str_equal (plan->lifecycle, "planned");
  g_autofree char *start = make_date (plan->start_year, plan->start_month, 1);
  g_autofree char *end = make_date (plan->start_year, plan->start_month + plan->n_months - 1, 28);

  add_text (project, "lifecycle", plan->lifecycle);
  add_text (project, "planned_start", start);
  add_text (project, "planned_end", end);
  if (started)
    add_text (project, "actual_start", start);
  if (is_over (plan))
    add_text (project, "actual_end", end);
  add_text (project, "county", COUNTY);
  g_variant_dict_insert_value (project, "municipalities", g_variant_new_strv ((const char *[]) { plan->municipality, NULL }, -1));
}

static TvxRecord *
make_record (GType         type,
             GVariantDict *members)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_dict_end (members));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (type, variant, &error);

  g_assert_no_error (error);
  return record;
}

/**
 * tvx_invention_new: (skip)
 * @words: the words to invent with, as data/sample/invented.json has them
 *
 * Returns: (transfer full): an inventor, whose first project is always the same
 */
TvxInvention *
tvx_invention_new (GVariant *words)
{
  TvxInvention *self = g_new0 (TvxInvention, 1);
  g_autoptr (GVariant) organisations = get (words, "organisations");

  self->random = g_rand_new_with_seed (20190101);
  self->words = g_variant_ref (words);
  self->organisation_ids = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < g_variant_n_children (organisations); i++)
    g_ptr_array_add (self->organisation_ids, make_id (self));
  return self;
}

/**
 * tvx_invention_free: (skip)
 * @self: (transfer full): an inventor
 *
 * Frees it.
 */
void
tvx_invention_free (TvxInvention *self)
{
  g_rand_free (self->random);
  g_variant_unref (self->words);
  g_ptr_array_unref (self->organisation_ids);
  g_free (self);
}

/**
 * tvx_invention_invent_register: (skip)
 * @self: an inventor
 *
 * Returns: (transfer full): the register that the projects belong in
 */
TvxRecord *
tvx_invention_invent_register (TvxInvention *self)
{
  g_autoptr (GVariant) words = get (self->words, "register");
  g_autoptr (GVariant) organisations = get (self->words, "organisations");
  g_autoptr (GVariantDict) record = g_variant_dict_new (words);
  g_autoptr (GVariantBuilder) list = start_list ();

  g_variant_dict_insert_value (record, "id", g_variant_new_take_string (make_id (self)));
  for (gsize i = 0; i < g_variant_n_children (organisations); i++)
    {
      g_autoptr (GVariant) organisation = get_item (organisations, i);
      GVariantDict *item = g_variant_dict_new (NULL);

      add_text (item, "id", self->organisation_ids->pdata[i]);
      add_text (item, "name", get_word_at (organisation, 0));
      add_text (item, "kind", get_word_at (organisation, 1));
      add_item (list, item);
    }
  add_list (record, "organisations", list);
  return make_record (TVX_TYPE_REGISTER, record);
}

/**
 * tvx_invention_invent_project: (skip)
 * @self: an inventor
 *
 * Returns: (transfer full): the next project
 */
TvxRecord *
tvx_invention_invent_project (TvxInvention *self)
{
  g_autoptr (GVariantDict) project = g_variant_dict_new (NULL);
  Plan plan = { 0 };
  TvxRecord *record;

  make_plan (self, &plan);
  g_variant_dict_insert_value (project, "id", g_variant_new_take_string (make_id (self)));
  g_variant_dict_insert_value (project, "title", g_variant_new_take_string (make_title (self, &plan)));
  add_texts (self, project, &plan);
  add_facts (project, &plan);
  add_goals (self, project, &plan);
  add_indicators (self, project, &plan);
  add_activities (self, project, &plan);
  add_dimensions (self, project, &plan);
  add_partners (self, project);
  add_money (self, project, &plan);
  add_proceedings (self, project, &plan);
  add_contact (self, project);
  add_handover (self, project, &plan);
  record = make_record (TVX_TYPE_PROJECT, project);

  self->n_projects++;
  g_variant_unref (plan.theme);
  g_ptr_array_unref (plan.goal_ids);
  return record;
}
