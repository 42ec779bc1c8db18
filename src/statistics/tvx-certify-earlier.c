/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Witness tables explain what is published now. That they explain earlier reports as well is a part of the proof, and is
 * checked here by other means than in tvx-releases.c: from the inner cells of each table alone. */

#include "statistics/tvx-certify-earlier-private.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-statistics-error.h"

/* The tables as readers of the earlier reports can take them to have been: with the numbers shown then, and with what was
 * hidden then as it is now. */
typedef struct
{
  TvxPublication *publication;
  gboolean       *known;
  gint64         *then;
} Earlier;

static void
earlier_clear (Earlier *self)
{
  g_free (self->known);
  g_free (self->then);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Earlier, earlier_clear)

/* A sum of one cell alone is that cell, and no sum. */
static void
mark_sums (TvxPublication *publication,
           guint           t,
           gboolean       *is_sum)
{
  TvxCountTable *table = tvx_publication_get_table (publication, t);
  g_autofree gboolean *is_inner = g_new0 (gboolean, publication->n_counts);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      is_inner[publication->count_at[t][cell]] = TRUE;
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    is_sum[publication->count_at[t][cell]] |= !is_inner[publication->count_at[t][cell]];
}

static void
find_numbers (Earlier *self)
{
  g_autofree gboolean *is_sum = g_new0 (gboolean, self->publication->n_counts);

  for (guint t = 0; t < self->publication->tables->len; t++)
    mark_sums (self->publication, t, is_sum);
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      const TvxCount *count = &self->publication->counts[i];

      self->known[i] = count->report != NULL && !count->rounded_earlier && !(count->kept_hidden && is_sum[i]);
      self->then[i] = count->kept_hidden ? count->value : count->number_earlier;
    }
}

/* Adds up the inner cells below each cell of a table. Fills in hidden sums whose parts are all known; returns whether there
 * were any. Where a sum is known, it must agree. */
static gboolean
add_up (Earlier   *self,
        guint      t,
        gboolean  *filled,
        GError   **error)
{
  TvxCountTable *table = tvx_publication_get_table (self->publication, t);
  guint n_cells = tvx_count_table_get_n_cells (table);
  g_autofree gint64 *sums = g_new0 (gint64, n_cells);
  g_autofree gboolean *open = g_new0 (gboolean, n_cells);
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint cell = 0; cell < n_cells; cell++)
    {
      guint count = self->publication->count_at[t][cell];

      if (!tvx_count_table_is_inner (table, cell))
        continue;
      tvx_count_table_get_above (table, cell, above);
      for (guint k = 0; k < above->len; k++)
        {
          sums[g_array_index (above, guint, k)] += self->then[count];
          open[g_array_index (above, guint, k)] |= !self->known[count];
        }
    }
  for (guint cell = 0; cell < n_cells; cell++)
    {
      guint count = self->publication->count_at[t][cell];
      g_autofree char *label = NULL;

      if (open[cell] || (self->known[count] && self->then[count] == sums[cell]))
        continue;
      if (!self->known[count])
        {
          self->then[count] = sums[cell];
          self->known[count] = *filled = TRUE;
          continue;
        }
      label = tvx_publication_dup_label (self->publication, count);
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED,
                   _("%s: the witness tables do not explain what an earlier report shows"), label);
      return FALSE;
    }
  return TRUE;
}

/* No shift of a witness touches a sum that was shown, so if the sums of the earlier reports hold with the true counts in
 * place of the hidden ones, they hold with those of every witness. */
gboolean
tvx_certify_earlier (TvxPublication  *publication,
                     GError         **error)
{
  g_auto (Earlier) earlier = { .publication = publication };
  gboolean filled;

  if (publication->ledger == NULL)
    return TRUE;
  earlier.known = g_new (gboolean, publication->n_counts);
  earlier.then = g_new (gint64, publication->n_counts);
  find_numbers (&earlier);
  do
    {
      filled = FALSE;
      for (guint t = 0; t < publication->tables->len; t++)
        if (!add_up (&earlier, t, &filled, error))
          return FALSE;
    }
  while (filled);
  return TRUE;
}
