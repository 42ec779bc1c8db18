/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-ledger.h"

struct _TvxLedger
{
  gatomicrefcount  ref_count;
  GPtrArray       *entries;
  GHashTable      *by_key;
};

static void
entry_free (gpointer data)
{
  TvxLedgerEntry *entry = data;

  g_free (entry->key);
  g_free (entry->date);
  g_free (entry->report);
  g_strfreev (entry->insiders);
  g_free (entry);
}

/**
 * tvx_ledger_new:
 *
 * Makes a ledger without entries.
 *
 * Returns: (transfer full): the ledger
 */
TvxLedger *
tvx_ledger_new (void)
{
  TvxLedger *self = g_new0 (TvxLedger, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * tvx_ledger_copy:
 * @self: a ledger
 *
 * Copies a ledger, for use in another thread or as it was at a time.
 *
 * Returns: (transfer full): the copy
 */
TvxLedger *
tvx_ledger_copy (TvxLedger *self)
{
  TvxLedger *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tvx_ledger_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TvxLedgerEntry *entry = g_ptr_array_index (self->entries, i);

      tvx_ledger_add (copy, entry->key, entry->release, entry->number, entry->date, entry->report);
      tvx_ledger_add_rule (copy, entry->key, entry->threshold, entry->never_zero, (const char *const *) entry->insiders);
    }
  return copy;
}

TvxLedger *
tvx_ledger_ref (TvxLedger *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tvx_ledger_unref (TvxLedger *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * tvx_ledger_add:
 * @self: a ledger
 * @key: the key of a count
 * @release: what a report did with it
 * @number: the number that it shows; of no importance when the count is hidden
 * @date: when
 * @report: what messages call the report
 *
 * Enters what a report did with a count, in place of what an earlier one did.
 *
 * A count that has once been hidden because it was small remains that, since
 * readers may keep the report.
 */
void
tvx_ledger_add (TvxLedger  *self,
                const char *key,
                TvxRelease  release,
                gint64      number,
                const char *date,
                const char *report)
{
  TvxLedgerEntry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);
  g_return_if_fail (date != NULL);
  g_return_if_fail (report != NULL);

  entry = g_hash_table_lookup (self->by_key, key);
  if (entry == NULL)
    {
      entry = g_new0 (TvxLedgerEntry, 1);
      entry->key = g_strdup (key);
      entry->release = release;
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->by_key, entry->key, entry);
    }
  if (!(entry->release == TVX_RELEASE_SMALL && release == TVX_RELEASE_FOLLOW))
    entry->release = release;
  entry->number = release == TVX_RELEASE_SHOWN || release == TVX_RELEASE_ROUNDED ? number : 0;
  g_set_str (&entry->date, date);
  g_set_str (&entry->report, report);
}

static void
add_insiders (TvxLedgerEntry    *entry,
              const char *const *insiders)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (insiders == NULL || insiders[0] == NULL)
    return;
  if (entry->insiders != NULL)
    g_strv_builder_addv (builder, (const char **) entry->insiders);
  for (guint i = 0; insiders[i] != NULL; i++)
    if (entry->insiders == NULL || !g_strv_contains ((const char *const *) entry->insiders, insiders[i]))
      g_strv_builder_add (builder, insiders[i]);
  g_strfreev (entry->insiders);
  entry->insiders = g_strv_builder_end (builder);
}

/**
 * tvx_ledger_add_rule:
 * @self: a ledger
 * @key: the key of a count that it has
 * @threshold: the threshold below which the count is hidden as small; 0 when that is not known, or it is not small
 * @never_zero: whether readers know by the rules about zeros that it is none, though it is hidden
 * @insiders: (nullable): the axes that it is protected from insiders of
 *
 * Enters by which rule a report hid a count. What was promised by one rule, and what readers know by another, holds also
 * where a later report goes by a milder or a stricter one.
 */
void
tvx_ledger_add_rule (TvxLedger         *self,
                     const char        *key,
                     guint              threshold,
                     gboolean           never_zero,
                     const char *const *insiders)
{
  TvxLedgerEntry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key != NULL);

  entry = g_hash_table_lookup (self->by_key, key);
  g_return_if_fail (entry != NULL);

  entry->threshold = MAX (entry->threshold, threshold);
  entry->never_zero |= never_zero;
  add_insiders (entry, insiders);
}

guint
tvx_ledger_get_n_entries (TvxLedger *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * tvx_ledger_get_entry:
 * @self: a ledger
 * @entry: which entry, from 0
 *
 * Gets an entry, in the order in which their counts were first added.
 *
 * Returns: (transfer none): the entry
 */
const TvxLedgerEntry *
tvx_ledger_get_entry (TvxLedger *self,
                      guint      entry)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entry < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, entry);
}

/**
 * tvx_ledger_lookup:
 * @self: a ledger
 * @key: the key of a count
 *
 * Finds what the latest report did with a count.
 *
 * Returns: (transfer none) (nullable): the entry, or %NULL when no report has the count
 */
const TvxLedgerEntry *
tvx_ledger_lookup (TvxLedger  *self,
                   const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}
