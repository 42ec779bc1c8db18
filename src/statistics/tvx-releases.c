/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Readers keep reports. What was shown stays shown, also when it has been corrected, and what was hidden stays hidden. So
 * whoever compares reports learns by how much shown numbers have changed, and never which hidden ones have. */

#include "statistics/tvx-releases-private.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-relations-private.h"
#include "statistics/tvx-statistics-error.h"

/* A count that was published about the same people and is in no table here would be reckoned without. */
gboolean
tvx_releases_check_known (TvxPublication  *self,
                          GHashTable      *numbers,
                          GError         **error)
{
  for (guint i = 0; self->ledger != NULL && i < tvx_ledger_get_n_entries (self->ledger); i++)
    {
      const TvxLedgerEntry *entry = tvx_ledger_get_entry (self->ledger, i);

      if (g_hash_table_contains (numbers, entry->key))
        continue;
      for (guint t = 0; t < self->tables->len; t++)
        if (tvx_count_table_is_about (tvx_publication_get_table (self, t), entry->key))
          {
            g_autofree char *label = tvx_count_table_dup_key_label (tvx_publication_get_table (self, t), entry->key);

            g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
                         _("The report “%s” has the count “%s”, which is in none of the tables; "
                            "what is published now has to be protected together with the table that it was in"),
                         entry->report, label);
            return FALSE;
          }
    }
  return TRUE;
}

/* What is shown to be another number now than before is a correction. A number that has become small cannot be one. */
static gboolean
keep_shown (TvxPublication        *self,
            guint                  number,
            const TvxLedgerEntry  *entry,
            GError               **error)
{
  TvxCount *count = &self->counts[number];
  g_autofree char *label = NULL;

  if ((!count->sensitive && (count->value == 0 || count->value >= count->threshold)) || entry->number == count->value)
    {
      count->fixed = TRUE;
      return TRUE;
    }
  label = tvx_publication_dup_label (self, number);
  g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
               _("%s was shown as %lld in the report “%s” and is now so small that it may not be shown; leave this breakdown out"),
               label, (long long) entry->number, entry->report);
  return FALSE;
}

/* Who compares the reports would see that hidden numbers are others than they were. */
static void
refuse_change (const char  *label,
               const char  *report,
               GError     **error)
{
  g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
               _("%s: numbers that the report “%s” hides have changed since, and who compares the reports would see by how "
                  "much; set them back to what they were, and enter what is new in a table of its own for the new period"),
               label, report);
}

static gboolean
keep_hidden (TvxPublication        *self,
             guint                  number,
             const TvxLedgerEntry  *entry,
             GError               **error)
{
  TvxCount *count = &self->counts[number];
  g_autofree char *label = count->fixed || count->value == 0 ? tvx_publication_dup_label (self, number) : NULL;

  if (count->fixed)
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED,
                   _("%s was hidden in the report “%s” and would now be shown as 0; allow zeros to be hidden"),
                   label, entry->report);
      return FALSE;
    }
  if (entry->never_zero && count->value == 0)
    {
      refuse_change (label, entry->report, error);
      return FALSE;
    }
  count->kept_hidden = TRUE;
  count->floor = MAX (count->floor, entry->never_zero);
  if (entry->release != TVX_RELEASE_SMALL)
    return TRUE;
  count->sensitive = TRUE;
  count->threshold_earlier = entry->threshold;
  for (guint i = 0; entry->insiders != NULL && entry->insiders[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (self->insider_axes, entry->insiders[i], g_str_equal, NULL))
      g_ptr_array_add (self->insider_axes, g_strdup (entry->insiders[i]));
  return TRUE;
}

gboolean
tvx_releases_apply (TvxPublication  *self,
                    GPtrArray       *keys,
                    GError         **error)
{
  for (guint i = 0; self->ledger != NULL && i < self->n_counts; i++)
    {
      TvxCount *count = &self->counts[i];
      const TvxLedgerEntry *entry = tvx_ledger_lookup (self->ledger, g_ptr_array_index (keys, i));

      if (entry == NULL)
        continue;
      count->report = entry->report;
      count->number_earlier = entry->number;
      count->rounded_earlier = entry->release == TVX_RELEASE_ROUNDED;
      if (count->rounded_earlier)
        continue;
      if (!(entry->release == TVX_RELEASE_SHOWN ? keep_shown (self, i, entry, error) : keep_hidden (self, i, entry, error)))
        return FALSE;
    }
  for (guint i = 0; i < self->n_counts; i++)
    self->counts[i].sensitive &= self->counts[i].published && !self->counts[i].fixed;
  return TRUE;
}

/* What is known of how counts have changed since the reports that have them. */
typedef struct
{
  TvxPublication *publication;
  gboolean       *known;
  gint64         *by;
} Changes;

static void
changes_clear (Changes *self)
{
  g_free (self->known);
  g_free (self->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, changes_clear)

/* Adds up the changes of what a relation sums, if they are all known. */
static gboolean
add_parts (const Changes *self,
           guint          relation,
           gint64        *by)
{
  const TvxPublication *publication = self->publication;

  *by = 0;
  for (guint k = publication->relation_start[relation] + 1; k < publication->relation_start[relation + 1]; k++)
    {
      if (!self->known[publication->relation_members[k]])
        return FALSE;
      *by += self->by[publication->relation_members[k]];
    }
  return TRUE;
}

/* Hidden counts are taken not to have changed; hidden sums, and those that no report had, to have changed as their parts. */
static void
find_changes (Changes *self)
{
  const TvxPublication *publication = self->publication;
  g_autofree gboolean *is_sum = g_new0 (gboolean, publication->n_counts);
  gboolean found;

  for (guint r = 0; r < publication->n_relations; r++)
    is_sum[publication->relation_members[publication->relation_start[r]]] = TRUE;
  for (guint i = 0; i < publication->n_counts; i++)
    {
      const TvxCount *count = &publication->counts[i];

      self->known[i] = count->report != NULL && !count->rounded_earlier && !(count->kept_hidden && is_sum[i]);
      self->by[i] = self->known[i] && !count->kept_hidden ? count->value - count->number_earlier : 0;
    }
  do
    {
      found = FALSE;
      for (guint r = 0; r < publication->n_relations; r++)
        {
          guint sum = publication->relation_members[publication->relation_start[r]];

          if (!self->known[sum] && !publication->counts[sum].rounded_earlier && add_parts (self, r, &self->by[sum]))
            self->known[sum] = found = TRUE;
        }
    }
  while (found);
}

/* The report that has a sum, or else one that has a part of it. */
static const char *
find_report (TvxPublication *self,
             guint           relation)
{
  const char *report = NULL;

  for (guint k = self->relation_start[relation]; report == NULL && k < self->relation_start[relation + 1]; k++)
    report = self->counts[self->relation_members[k]].report;
  return report != NULL ? report : _("an earlier one");
}

/* Where the sums of earlier reports hold although no hidden count has changed, whatever table explains what is published
 * now explains those reports as well. Where they do not, hidden counts have changed, and the difference between two
 * reports tells by how much. */
gboolean
tvx_releases_check_sums (TvxPublication  *self,
                         GError         **error)
{
  g_auto (Changes) changes = { .publication = self };

  if (self->ledger == NULL)
    return TRUE;
  changes.known = g_new (gboolean, self->n_counts);
  changes.by = g_new (gint64, self->n_counts);
  find_changes (&changes);
  for (guint r = 0; r < self->n_relations; r++)
    {
      guint sum = self->relation_members[self->relation_start[r]];
      g_autofree char *label = NULL;
      gint64 by;

      if (!changes.known[sum] || !add_parts (&changes, r, &by) || by == changes.by[sum])
        continue;
      label = tvx_publication_dup_label (self, sum);
      refuse_change (label, find_report (self, r), error);
      return FALSE;
    }
  return TRUE;
}
