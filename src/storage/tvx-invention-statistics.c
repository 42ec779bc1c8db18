/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statistics tables of an invented project. Its people are drawn one by one, so that all its tables agree. */

#include "storage/tvx-invention-private.h"

#include "model/tvx-category.h"
#include "storage/tvx-invention-item.h"
#include "storage/tvx-invention-words.h"

/* All tables are of this year, since only tables of the same time are summed up. Few have a breakdown besides age: all tables of
 * a report are protected together, and those take the most time. */
#define YEAR 2025
#define ONE_IN 8
#define N_GENDERS 2
#define MAX_CATEGORIES 4

static const char *const genders[N_GENDERS] = { "women", "men" };

typedef guint People[N_GENDERS][MAX_CATEGORIES][MAX_CATEGORIES];

/* The code and the name of a category stand before how many women and how many men in a hundred are in it. */
static gsize
draw_category (TvxInvention *self,
               GVariant     *breakdown,
               gsize         gender)
{
  g_autoptr (GVariant) categories = tvx_words_get (breakdown, "categories");
  gint64 left = tvx_invention_draw (self, 0, 99);

  for (gsize i = 0;; i++)
    {
      g_autoptr (GVariant) category = tvx_words_get_item (categories, i);
      g_autoptr (GVariant) share = tvx_words_get_item (category, 2 + gender);

      left -= g_variant_get_int64 (share);
      if (left < 0)
        return i;
    }
}

static void
add_axis (TvxInvention    *self,
          GVariantBuilder *axes,
          GVariant        *breakdown)
{
  g_autoptr (GVariant) categories = tvx_words_get (breakdown, "categories");
  g_autoptr (GVariantBuilder) list = tvx_item_list_new ();
  GVariantDict *axis = tvx_item_new (self);

  for (gsize i = 0; i < g_variant_n_children (categories); i++)
    {
      g_autoptr (GVariant) category = tvx_words_get_item (categories, i);
      GVariantDict *item = tvx_item_new (self);

      tvx_item_add_text (item, "code", tvx_words_get_text_at (category, 0));
      tvx_item_add_text (item, "name", tvx_words_get_text_at (category, 1));
      tvx_item_end (list, item);
    }
  tvx_item_add_text (axis, "kind", tvx_words_get_text (breakdown, "kind"));
  tvx_item_add_list (axis, "categories", list);
  tvx_item_end (axes, axis);
}

static const char *
get_code (GVariant *breakdown,
          gsize     position)
{
  g_autoptr (GVariant) categories = tvx_words_get (breakdown, "categories");
  g_autoptr (GVariant) category = tvx_words_get_item (categories, position);

  return tvx_words_get_text_at (category, 0);
}

static gsize
count_categories (GVariant *breakdown)
{
  g_autoptr (GVariant) categories = tvx_words_get (breakdown, "categories");

  return g_variant_n_children (categories);
}

static GVariant *
make_counts (People    people,
             GVariant *age,
             GVariant *other)
{
  g_autoptr (GVariantBuilder) counts = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  for (gsize gender = 0; gender < N_GENDERS; gender++)
    for (gsize i = 0; i < count_categories (age); i++)
      {
        g_autofree char *key = g_strjoin (TVX_CATEGORY_SEPARATOR, genders[gender], get_code (age, i), NULL);
        gint64 sum = 0;

        for (gsize j = 0; j < (other != NULL ? count_categories (other) : MAX_CATEGORIES); j++)
          {
            g_autofree char *cell = other != NULL ? g_strjoin (TVX_CATEGORY_SEPARATOR, key, get_code (other, j), NULL) : NULL;

            sum += people[gender][i][j];
            if (cell != NULL)
              g_variant_builder_add (counts, "{sv}", cell, g_variant_new_int64 (people[gender][i][j]));
          }
        if (other == NULL)
          g_variant_builder_add (counts, "{sv}", key, g_variant_new_int64 (sum));
      }
  return g_variant_builder_end (counts);
}

static void
add_table (TvxInvention    *self,
           GVariantBuilder *tables,
           People           people,
           GVariant        *words,
           GVariant        *age,
           GVariant        *other)
{
  g_autoptr (GVariantBuilder) axes = tvx_item_list_new ();
  GVariantDict *table = tvx_item_new (self);

  tvx_item_add_text (table, "title", tvx_words_get_text (other != NULL ? other : age, "title"));
  tvx_item_add_text (table, "population", tvx_words_get_text (words, "population"));
  tvx_item_take_text (table, "from", tvx_item_make_date (YEAR, 1, 1));
  tvx_item_take_text (table, "until", tvx_item_make_date (YEAR, 12, 31));
  tvx_item_add_text (table, "source", tvx_words_get_text (words, "source"));
  add_axis (self, axes, age);
  if (other != NULL)
    add_axis (self, axes, other);
  tvx_item_add_list (table, "axes", axes);
  g_variant_dict_insert_value (table, "counts", make_counts (people, age, other));
  tvx_item_end (tables, table);
}

/**
 * tvx_invention_add_statistics: (skip)
 * @self: an inventor
 * @project: a project that is being made
 * @plan: what is known of it
 *
 * Gives a project that had participants in the year of the tables a table of them by age, and few another that goes further.
 */
void
tvx_invention_add_statistics (TvxInvention           *self,
                              GVariantDict           *project,
                              const TvxInventionPlan *plan)
{
  g_autoptr (GVariant) words = tvx_words_get (self->words, "statistics");
  g_autoptr (GVariant) breakdowns = tvx_words_get (words, "breakdowns");
  g_autoptr (GVariant) age = tvx_words_get_item (breakdowns, 0);
  g_autoptr (GVariant) other = NULL;
  g_autoptr (GVariantBuilder) tables = tvx_item_list_new ();
  People people = { 0 };
  gboolean further;
  gint32 n_people;

  if (plan->start_year > YEAR || plan->start_year * 12 + plan->start_month + plan->n_months <= YEAR * 12 + 1)
    return;
  further = tvx_invention_draw (self, 1, ONE_IN) == 1;
  other = tvx_words_get_item (breakdowns, (gsize) tvx_invention_draw (self, 1, (gint32) g_variant_n_children (breakdowns) - 1));
  n_people = tvx_invention_draw (self, 5, 300);
  for (gint32 i = 0; i < n_people; i++)
    {
      gsize gender = (gsize) tvx_invention_draw (self, 0, N_GENDERS - 1);
      gsize years = draw_category (self, age, gender);

      people[gender][years][draw_category (self, other, gender)]++;
    }
  add_table (self, tables, people, words, age, NULL);
  if (further)
    add_table (self, tables, people, words, age, other);
  tvx_item_add_list (project, "statistics", tables);
}
