/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The proof is checked here, with whole numbers and additions alone. Nothing is taken from the solver, and the sums, the
 * ranges and the readers are those of the tables (tvx-certify-readers.c), not what the solver was given. */

#include "statistics/tvx-protection.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-certify-earlier-private.h"
#include "statistics/tvx-certify-readers-private.h"
#include "statistics/tvx-round.h"
#include "statistics/tvx-statistics-error.h"

#define NOWHERE G_MAXUINT
#define EVERYONE 0

typedef struct
{
  TvxProtection   *protection;
  TvxPublication  *publication;
  TvxReaders      *readers;
  guint          **cell_in;   /* [table][count] → cell, or NOWHERE */
  gint64          *by;        /* the shifts of the witness at hand, spread over all counts */
  GPtrArray       *proofs; /* [2 * count + end] → GPtrArray of checked TvxWitness, or NULL */
} Certifier;

static gboolean
refuse (Certifier   *self,
        guint        count,
        const char  *sentence,
        GError     **error)
{
  g_autofree char *label = tvx_publication_dup_label (self->publication, count);

  g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED, "%s: %s", label, sentence);
  return FALSE;
}

/* In each table, a sum must change by what its inner cells change. */
static gboolean
keeps_sums (Certifier        *self,
            guint             t,
            const TvxWitness *witness)
{
  TvxCountTable *table = tvx_publication_get_table (self->publication, t);
  g_autoptr (GHashTable) owed = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer sum, owes;

  for (guint i = 0; i < witness->n_shifts; i++)
    {
      guint cell = self->cell_in[t][witness->shifts[i].count];

      if (cell == NOWHERE || !tvx_count_table_is_inner (table, cell))
        continue;
      tvx_count_table_get_above (table, cell, above);
      for (guint k = 1; k < above->len; k++)
        {
          gpointer key = GUINT_TO_POINTER (g_array_index (above, guint, k));
          gint64 so_far = (gintptr) g_hash_table_lookup (owed, key);

          g_hash_table_insert (owed, key, (gpointer) (gintptr) (so_far + witness->shifts[i].by));
        }
    }

  for (guint i = 0; i < witness->n_shifts; i++)
    {
      guint cell = self->cell_in[t][witness->shifts[i].count];

      if (cell != NOWHERE && !tvx_count_table_is_inner (table, cell) &&
          (gintptr) g_hash_table_lookup (owed, GUINT_TO_POINTER (cell)) != witness->shifts[i].by)
        return FALSE;
    }
  g_hash_table_iter_init (&iter, owed);
  while (g_hash_table_iter_next (&iter, &sum, &owes))
    if (self->by[self->publication->count_at[t][GPOINTER_TO_UINT (sum)]] != (gintptr) owes)
      return FALSE;
  return TRUE;
}

/* Whether a value would have been rounded to the number that is published. */
static gboolean
is_near (Certifier *self,
         guint      count,
         gint64     value)
{
  gint64 distance = tvx_protection_get_rounded (self->protection, count) - value;

  return !self->publication->counts[count].published || ABS (distance) < TVX_ROUND_BASE;
}

static gboolean
check_shifts (Certifier         *self,
              const TvxWitness  *witness,
              GError           **error)
{
  gboolean rounding = tvx_protection_get_rounding (self->protection) > 0;

  for (guint i = 0; i < witness->n_shifts; i++)
    {
      const TvxShift *shift = &witness->shifts[i];
      const TvxCountRules *rules;
      gint64 value;

      if (shift->count >= self->publication->n_counts || (i > 0 && shift->count <= witness->shifts[i - 1].count) ||
          ABS (shift->by) > G_MAXINT32)
        return refuse (self, witness->count, _("a witness table is not well formed"), error);

      value = self->publication->counts[shift->count].value + shift->by;
      rules = &self->readers->rules[shift->count];
      if (rules->shown_earlier || tvx_readers_know (self->readers, EVERYONE, shift->count) ||
          !(rounding ? is_near (self, shift->count, value)
                     : tvx_protection_get_state (self->protection, shift->count) != TVX_CELL_SHOWN))
        return refuse (self, witness->count, _("a witness table contradicts a published number"), error);
      if (value < rules->never_zero)
        return refuse (self, witness->count, _("a witness table has a count that readers know to be impossible"), error);
    }
  return TRUE;
}

static gboolean
check_witness (Certifier         *self,
               const TvxWitness  *witness,
               GError           **error)
{
  gboolean sums = TRUE;
  GPtrArray **proofs;

  if (witness->count >= self->publication->n_counts)
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED,
                   _("A witness table is about a count that is not there"));
      return FALSE;
    }
  if (!check_shifts (self, witness, error))
    return FALSE;

  for (guint i = 0; i < witness->n_shifts; i++)
    self->by[witness->shifts[i].count] = witness->shifts[i].by;
  for (guint t = 0; sums && t < self->publication->tables->len; t++)
    sums = keeps_sums (self, t, witness);
  for (guint i = 0; i < witness->n_shifts; i++)
    self->by[witness->shifts[i].count] = 0;
  if (!sums)
    return refuse (self, witness->count, _("the sums of a witness table do not hold"), error);

  proofs = (GPtrArray **) &g_ptr_array_index (self->proofs, 2 * witness->count + witness->end);
  if (*proofs == NULL)
    *proofs = g_ptr_array_new ();
  g_ptr_array_add (*proofs, (gpointer) witness);
  return TRUE;
}

static gboolean
touches_known (Certifier        *self,
               const TvxWitness *witness,
               guint             reader)
{
  for (guint i = 0; i < witness->n_shifts; i++)
    if (tvx_readers_know (self->readers, reader, witness->shifts[i].count))
      return TRUE;
  return FALSE;
}

static gint64
get_reached (Certifier        *self,
             const TvxWitness *witness)
{
  gint64 value = self->publication->counts[witness->count].value;

  for (guint i = 0; i < witness->n_shifts; i++)
    if (witness->shifts[i].count == witness->count)
      value += witness->shifts[i].by;
  return value;
}

static gint64
get_target (Certifier   *self,
            guint        count,
            TvxRangeEnd  end,
            guint        reader)
{
  return end == TVX_RANGE_HIGH ? tvx_readers_get_high (self->readers, count)
                               : tvx_readers_get_low (self->readers, reader, count);
}

/* Finds a witness that this reader cannot rule out. */
static const TvxWitness *
find_proof (Certifier   *self,
            guint        count,
            TvxRangeEnd  end,
            guint        reader)
{
  GPtrArray *proofs = g_ptr_array_index (self->proofs, 2 * count + end);

  for (guint i = 0; proofs != NULL && i < proofs->len; i++)
    {
      const TvxWitness *witness = g_ptr_array_index (proofs, i);

      if (get_reached (self, witness) == get_target (self, count, end, reader) && !touches_known (self, witness, reader))
        return witness;
    }
  return NULL;
}

/* The truth itself is a table that nobody can rule out. */
static gboolean
needs_proof (Certifier   *self,
             guint        count,
             TvxRangeEnd  end,
             guint        reader)
{
  return !tvx_readers_know (self->readers, reader, count) &&
         self->publication->counts[count].value != get_target (self, count, end, reader);
}

/* The proof for everyone is one for each insider that it does not touch the own counts of. */
static gboolean
check_end (Certifier    *self,
           guint         count,
           TvxRangeEnd   end,
           GError      **error)
{
  const TvxWitness *witness;

  if (!needs_proof (self, count, end, EVERYONE))
    return TRUE;
  witness = find_proof (self, count, end, EVERYONE);
  if (witness == NULL)
    return refuse (self, count,
                   end == TVX_RANGE_LOW ? _("it is not proved that readers must reckon with the lowest value")
                                        : _("it is not proved that readers must reckon with the threshold"),
                   error);
  for (guint reader = EVERYONE + 1; reader < self->readers->readers->len; reader++)
    if (touches_known (self, witness, reader) && needs_proof (self, count, end, reader) &&
        find_proof (self, count, end, reader) == NULL)
      return refuse (self, count, _("it is not proved that readers who know their own counts cannot narrow it"), error);
  return TRUE;
}

static gboolean
check_hidden (Certifier  *self,
              GError    **error)
{
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      const TvxCountRules *rules = &self->readers->rules[i];

      if ((rules->small || rules->hidden_earlier) && tvx_protection_get_state (self->protection, i) == TVX_CELL_SHOWN)
        return refuse (self, i, _("it must be hidden and is shown"), error);
    }
  return TRUE;
}

/* In each table, what inner cells are rounded to must sum up to what sums are rounded to. */
static gboolean
check_rounded_sums (Certifier  *self,
                    guint       t,
                    GError    **error)
{
  TvxCountTable *table = tvx_publication_get_table (self->publication, t);
  guint n_cells = tvx_count_table_get_n_cells (table);
  g_autofree gint64 *sums = g_new0 (gint64, n_cells);
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint cell = 0; cell < n_cells; cell++)
    if (tvx_count_table_is_inner (table, cell))
      {
        tvx_count_table_get_above (table, cell, above);
        for (guint k = 0; k < above->len; k++)
          sums[g_array_index (above, guint, k)] += tvx_protection_get_rounded (self->protection, self->publication->count_at[t][cell]);
      }
  for (guint cell = 0; cell < n_cells; cell++)
    if (tvx_protection_get_rounded (self->protection, self->publication->count_at[t][cell]) != sums[cell])
      return refuse (self, self->publication->count_at[t][cell], _("the rounded numbers do not sum up to it"), error);
  return TRUE;
}

static gboolean
has_other_value (Certifier *self,
                 guint      count)
{
  for (guint i = 0; i < tvx_protection_get_n_witnesses (self->protection); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (self->protection, i);

      for (guint k = 0; k < witness->n_shifts; k++)
        if (witness->shifts[k].count == count && witness->shifts[k].by != 0)
          return TRUE;
    }
  return FALSE;
}

/* All numbers are multiples near the truth, and no small count is the only one that would have been rounded like this. */
static gboolean
check_rounding (Certifier  *self,
                GError    **error)
{
  for (guint t = 0; t < self->publication->tables->len; t++)
    if (!check_rounded_sums (self, t, error))
      return FALSE;
  for (guint i = 0; i < self->publication->n_counts; i++)
    {
      const TvxCount *count = &self->publication->counts[i];
      gint64 rounded = tvx_protection_get_rounded (self->protection, i);

      if (!count->published)
        continue;
      if (rounded < 0 || rounded % TVX_ROUND_BASE != 0 || !is_near (self, i, count->value) || (count->value == 0 && rounded != 0))
        return refuse (self, i, _("it is not rounded to a multiple near it"), error);
      if (count->rounded_earlier && rounded != count->number_earlier)
        return refuse (self, i, _("an earlier report rounds it to another number"), error);
      if (tvx_protection_get_state (self->protection, i) != TVX_CELL_SHOWN)
        return refuse (self, i, _("it is hidden although numbers are rounded"), error);
      if (self->readers->rules[i].small && !has_other_value (self, i))
        return refuse (self, i, _("it is not proved that readers must reckon with another value"), error);
    }
  return TRUE;
}

static gboolean
run (Certifier  *self,
     GError    **error)
{
  if (!tvx_certify_earlier (self->publication, error))
    return FALSE;
  for (guint i = 0; i < tvx_protection_get_n_witnesses (self->protection); i++)
    if (!check_witness (self, tvx_protection_get_witness (self->protection, i), error))
      return FALSE;
  if (tvx_protection_get_rounding (self->protection) > 0)
    return check_rounding (self, error);
  if (!check_hidden (self, error))
    return FALSE;
  for (guint i = 0; i < self->publication->n_counts; i++)
    if (self->readers->rules[i].small &&
        (!check_end (self, i, TVX_RANGE_LOW, error) || !check_end (self, i, TVX_RANGE_HIGH, error)))
      return FALSE;
  return TRUE;
}

static void
free_proofs (gpointer data)
{
  g_clear_pointer ((GPtrArray **) &data, g_ptr_array_unref);
}

/**
 * tvx_protection_certify:
 * @self: a protection
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Checks the proof that every small count keeps its range.
 *
 * Each witness must agree with every published number and every sum, have no
 * count that readers know to be impossible, and reach an end of a range; and for
 * each end of each small count, and each insider, there must be such a witness.
 * Nothing may be published without this.
 *
 * Returns: whether the proof is complete
 */
gboolean
tvx_protection_certify (TvxProtection  *self,
                        GError        **error)
{
  Certifier certifier = { .protection = self };
  TvxPublication *publication;
  gboolean certified;

  g_return_val_if_fail (self != NULL, FALSE);

  publication = certifier.publication = tvx_protection_get_publication (self);
  certifier.readers = tvx_readers_new (publication);
  certifier.by = g_new0 (gint64, publication->n_counts);
  certifier.proofs = g_ptr_array_new_with_free_func (free_proofs);
  g_ptr_array_set_size (certifier.proofs, 2 * publication->n_counts);
  certifier.cell_in = g_new (guint *, publication->tables->len);
  for (guint t = 0; t < publication->tables->len; t++)
    {
      certifier.cell_in[t] = g_new (guint, publication->n_counts);
      for (guint i = 0; i < publication->n_counts; i++)
        certifier.cell_in[t][i] = NOWHERE;
      /* Of cells with the same count, inner ones come first and are kept. */
      for (guint cell = tvx_count_table_get_n_cells (tvx_publication_get_table (publication, t)); cell-- > 0;)
        certifier.cell_in[t][publication->count_at[t][cell]] = cell;
    }

  certified = run (&certifier, error);

  for (guint t = 0; t < publication->tables->len; t++)
    g_free (certifier.cell_in[t]);
  g_free (certifier.cell_in);
  g_ptr_array_unref (certifier.proofs);
  g_free (certifier.by);
  tvx_readers_free (certifier.readers);
  return certified;
}
