/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts projects by what stands in a column of their summaries. */

#include "model/tvx-tally.h"

#include <string.h>

#include "model/tvx-project-figures.h"
#include "model/tvx-vocabulary.h"

static void
clear_row (gpointer data)
{
  g_free (((TvxTallyRow *) data)->criterion);
}

static void
count (GArray     *rows,
       GHashTable *positions,
       const char *criterion,
       gint64      granted)
{
  gpointer position;
  TvxTallyRow *row;

  if (!g_hash_table_lookup_extended (positions, criterion, NULL, &position))
    {
      TvxTallyRow new_row = { g_strdup (criterion), 0, 0 };

      position = GUINT_TO_POINTER (rows->len);
      g_array_append_val (rows, new_row);
      g_hash_table_insert (positions, g_strdup (criterion), position);
    }
  row = &g_array_index (rows, TvxTallyRow, GPOINTER_TO_UINT (position));
  row->n++;
  row->granted = tvx_project_figures_add (row->granted, granted);
}

static void
count_summary (GArray          *rows,
               GHashTable      *positions,
               const TvxColumn *column,
               TvxSummary      *summary)
{
  GVariant *value = tvx_summary_get_column_value (summary, column);
  gint64 granted = tvx_summary_get_number (summary, "granted");

  if (value == NULL)
    count (rows, positions, "", granted);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **texts = g_variant_get_strv (value, NULL);

      for (guint i = 0; texts[i] != NULL; i++)
        count (rows, positions, texts[i], granted);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    {
      GVariantIter iter;
      const char *key;
      GVariant *part;

      g_variant_iter_init (&iter, value);
      while (g_variant_iter_loop (&iter, "{&sv}", &key, &part))
        count (rows, positions, key, g_variant_get_int64 (part));
    }
  else
    count (rows, positions, g_variant_get_string (value, NULL), granted);
}

/* Codes go in the order of their vocabulary, texts by how many have them; no value comes last. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const TvxTallyRow *row_a = a;
  const TvxTallyRow *row_b = b;
  TvxVocabulary *vocabulary = ((const TvxColumn *) user_data)->field->vocabulary;

  if (*row_a->criterion == '\0' || *row_b->criterion == '\0')
    return (*row_a->criterion == '\0') - (*row_b->criterion == '\0');
  if (vocabulary != NULL)
    {
      const TvxTerm *term_a = tvx_vocabulary_lookup (vocabulary, row_a->criterion);
      const TvxTerm *term_b = tvx_vocabulary_lookup (vocabulary, row_b->criterion);

      return (term_a > term_b) - (term_a < term_b);
    }
  if (row_a->n != row_b->n)
    return row_a->n > row_b->n ? -1 : 1;
  return strcmp (row_a->criterion, row_b->criterion);
}

/**
 * tvx_tally_new: (skip)
 * @summaries: (element-type TvxSummary): the summaries of projects
 * @column: a column of texts or codes, or of amounts by what they are of
 *
 * Counts projects by what they have in a column. One that has several values there is counted for each of them.
 *
 * Returns: (transfer full) (element-type TvxTallyRow): the values that occur: codes in the order of their vocabulary, others
 *   by how many projects have them
 */
GArray *
tvx_tally_new (GListModel      *summaries,
               const TvxColumn *column)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TvxTallyRow));
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      count_summary (rows, positions, column, summary);
    }
  g_array_sort_with_data (rows, compare_cb, (gpointer) column);
  return rows;
}
