/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invented projects: as many as wanted, plausible, and the same ones every time. The words are in data/sample/invented.json;
 * what is put together here only has to agree with itself, as dates, sums and states must. */

#include "storage/tvx-invention.h"

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-vocabulary.h"
#include "storage/tvx-invention-item.h"
#include "storage/tvx-invention-words.h"

static guint
count_places (const TvxTerm **places)
{
  gsize n_terms;
  guint n = 0;

  /* The municipalities of the county of the register come first in the list. */
  *places = tvx_vocabulary_get_terms (&tvx_municipalities, &n_terms);
  while (n < n_terms && g_str_has_prefix ((*places)[n].code, TVX_INVENTION_COUNTY))
    n++;
  return n;
}

/* Where the present stands in the time of the project. */
static const char *
decide_lifecycle (TvxInvention           *self,
                  const TvxInventionPlan *plan)
{
  int now = (TVX_INVENTION_YEAR - plan->start_year) * 12 + TVX_INVENTION_MONTH - plan->start_month;

  if (now < 0)
    return "planned";
  if (now >= plan->n_months)
    return tvx_invention_draw (self, 0, 19) == 0 ? "cancelled" : "completed";
  if (plan->n_months - now <= 3)
    return "finalising";
  return tvx_invention_draw (self, 0, 19) == 0 ? "suspended" : "ongoing";
}

static void
make_plan (TvxInvention     *self,
           TvxInventionPlan *plan)
{
  g_autoptr (GVariant) themes = tvx_words_get (self->words, "themes");
  g_autoptr (GVariant) titles = NULL;
  guint n_themes = (guint) g_variant_n_children (themes);
  guint theme = self->n_projects % n_themes;
  const TvxTerm *places;
  guint n_places = count_places (&places);
  guint n_titles, place;

  /* Every title is used at every place before a next stage begins, so that no two projects are called the same. */
  plan->theme = tvx_words_get_item (themes, theme);
  titles = tvx_words_get (plan->theme, "titles");
  n_titles = (guint) g_variant_n_children (titles);
  plan->number = self->n_projects / n_themes;
  place = (plan->number / n_titles + theme * 7) % n_places;
  plan->stage = plan->number / n_titles / n_places;
  plan->municipality = places[place].code;
  plan->place = places[place].label;
  plan->start_year = tvx_invention_draw (self, 2016, 2027);
  plan->start_month = tvx_invention_draw (self, 1, 12);
  plan->n_months = tvx_invention_draw (self, 2, 7) * 6;
  plan->budget = (gint64) tvx_invention_draw (self, 6, 180) * 100000;
  plan->lifecycle = decide_lifecycle (self, plan);
  plan->goal_ids = g_ptr_array_new_with_free_func (g_free);
}

static char *
make_title (TvxInvention           *self,
            const TvxInventionPlan *plan)
{
  g_autoptr (GVariant) titles = tvx_words_get (plan->theme, "titles");
  g_autofree char *title = tvx_words_put_place (tvx_words_get_text_at (titles, plan->number % g_variant_n_children (titles)), plan->place);

  if (plan->stage == 0)
    return g_steal_pointer (&title);
  return plan->stage == 1 ? g_strconcat (title, " – förstudie", NULL) : g_strdup_printf ("%s – etapp %u", title, plan->stage);
}

/* A project is what its theme says, at its place. */
static void
add_texts (TvxInvention           *self,
           GVariantDict           *project,
           const TvxInventionPlan *plan)
{
  static const char *const told[] = { "summary", "purpose", "background", "target_groups", "method" };
  static const char *const looking_back[] = { "results", "deviations", "lessons", "continuation" };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    tvx_item_take_text (project, told[i], tvx_words_put_place (tvx_words_get_text (plan->theme, told[i]), plan->place));
  for (guint i = 0; tvx_invention_is_over (plan) && i < G_N_ELEMENTS (looking_back); i++)
    tvx_item_add_text (project, looking_back[i], tvx_words_get_text (self->words, looking_back[i]));
  tvx_item_add_texts (project, "tags", plan->theme);
  tvx_item_add_texts (project, "strategy_2021", plan->theme);
  tvx_item_add_texts (project, "agenda_2030", plan->theme);
  tvx_item_add_texts (project, "gender_policy", plan->theme);
  g_variant_dict_insert_value (project, "areas", g_variant_new_strv ((const char *[]) { tvx_words_get_text (plan->theme, "area"), NULL }, -1));
}

static void
add_facts (GVariantDict           *project,
           const TvxInventionPlan *plan)
{
  gboolean started = !g_str_equal (plan->lifecycle, "planned");
  g_autofree char *start = tvx_item_make_date (plan->start_year, plan->start_month, 1);
  g_autofree char *end = tvx_item_make_date (plan->start_year, plan->start_month + plan->n_months - 1, 28);

  tvx_item_add_text (project, "lifecycle", plan->lifecycle);
  tvx_item_add_text (project, "planned_start", start);
  tvx_item_add_text (project, "planned_end", end);
  if (started)
    tvx_item_add_text (project, "actual_start", start);
  if (tvx_invention_is_over (plan))
    tvx_item_add_text (project, "actual_end", end);
  tvx_item_add_text (project, "county", TVX_INVENTION_COUNTY);
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
  g_autoptr (GVariant) organisations = tvx_words_get (words, "organisations");

  self->random = g_rand_new_with_seed (20190101);
  self->words = g_variant_ref (words);
  self->organisation_ids = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < g_variant_n_children (organisations); i++)
    g_ptr_array_add (self->organisation_ids, tvx_invention_draw_id (self));
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
 * tvx_invention_draw: (skip)
 * @self: an inventor
 * @from: the least
 * @to: the most
 *
 * Returns: what comes next, as likely one as the other
 */
gint32
tvx_invention_draw (TvxInvention *self,
                    gint32        from,
                    gint32        to)
{
  return g_rand_int_range (self->random, from, to + 1);
}

/**
 * tvx_invention_draw_position: (skip)
 * @self: an inventor
 * @list: a list in the words
 *
 * Returns: a position in it
 */
gsize
tvx_invention_draw_position (TvxInvention *self,
                             GVariant     *list)
{
  return (gsize) tvx_invention_draw (self, 0, (gint32) g_variant_n_children (list) - 1);
}

/**
 * tvx_invention_draw_id: (skip)
 * @self: an inventor
 *
 * Returns: (transfer full): an id that looks like every other
 */
char *
tvx_invention_draw_id (TvxInvention *self)
{
  guint32 a = g_rand_int (self->random), b = g_rand_int (self->random);
  guint32 c = g_rand_int (self->random), d = g_rand_int (self->random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff, (c >> 16 & 0x3fff) | 0x8000, c & 0xffff,
                          d);
}

/**
 * tvx_invention_is_over: (skip)
 * @plan: what is known of a project
 *
 * Returns: whether the project was completed
 */
gboolean
tvx_invention_is_over (const TvxInventionPlan *plan)
{
  return g_str_equal (plan->lifecycle, "completed");
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
  g_autoptr (GVariant) words = tvx_words_get (self->words, "register");
  g_autoptr (GVariant) organisations = tvx_words_get (self->words, "organisations");
  g_autoptr (GVariantDict) record = g_variant_dict_new (words);
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();

  tvx_item_take_text (record, "id", tvx_invention_draw_id (self));
  for (gsize i = 0; i < g_variant_n_children (organisations); i++)
    {
      g_autoptr (GVariant) organisation = tvx_words_get_item (organisations, i);
      GVariantDict *item = g_variant_dict_new (NULL);

      tvx_item_add_text (item, "id", self->organisation_ids->pdata[i]);
      tvx_item_add_text (item, "name", tvx_words_get_text_at (organisation, 0));
      tvx_item_add_text (item, "kind", tvx_words_get_text_at (organisation, 1));
      tvx_item_end (list, item);
    }
  tvx_item_add_list (record, "organisations", list);
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
  TvxInventionPlan plan = { 0 };
  TvxRecord *record;

  make_plan (self, &plan);
  tvx_item_take_text (project, "id", tvx_invention_draw_id (self));
  tvx_item_take_text (project, "title", make_title (self, &plan));
  add_texts (self, project, &plan);
  add_facts (project, &plan);
  tvx_invention_add_parts (self, project, &plan);
  record = make_record (TVX_TYPE_PROJECT, project);

  self->n_projects++;
  g_variant_unref (plan.theme);
  g_ptr_array_unref (plan.goal_ids);
  return record;
}
