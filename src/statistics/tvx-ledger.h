/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxRelease:
 * @TVX_RELEASE_SHOWN: the count was shown
 * @TVX_RELEASE_SMALL: the count was hidden because it was small
 * @TVX_RELEASE_FOLLOW: the count was hidden so that small ones cannot be worked out
 * @TVX_RELEASE_ROUNDED: a number near the count was shown
 *
 * What an earlier report did with a count.
 */
typedef enum
{
  TVX_RELEASE_SHOWN,
  TVX_RELEASE_SMALL,
  TVX_RELEASE_FOLLOW,
  TVX_RELEASE_ROUNDED,
} TvxRelease;

/**
 * TvxLedgerEntry:
 * @key: which count, as [func@count_table_dup_key] names it
 * @release: what was done with it
 * @number: the number that was shown; 0 when it was hidden
 * @threshold: the highest threshold below which it was hidden as small; 0 when that is not known
 * @never_zero: whether readers know by the rules about zeros that it is none, though it is hidden
 * @insiders: (nullable): the axes that it was protected from insiders of, when it was hidden as small
 * @date: when, as `2018-06-30`
 * @report: what the report is called in messages
 *
 * What is known of one count from the latest report that has it.
 */
typedef struct
{
  char       *key;
  TvxRelease  release;
  gint64      number;
  guint       threshold;
  gboolean    never_zero;
  GStrv       insiders;
  char       *date;
  char       *report;
} TvxLedgerEntry;

/**
 * TvxLedger:
 *
 * What earlier reports showed and hid.
 *
 * The ledger remembers, so that what was hidden cannot be worked out by comparing
 * reports. It holds nothing that was not published, but for which of the hidden
 * counts were small, and so does not leave the register either.
 */
typedef struct _TvxLedger TvxLedger;

TvxLedger            *tvx_ledger_new           (void);
TvxLedger            *tvx_ledger_copy          (TvxLedger *self);
TvxLedger            *tvx_ledger_ref           (TvxLedger *self);
void                  tvx_ledger_unref         (TvxLedger *self);
void                  tvx_ledger_add           (TvxLedger  *self,
                                                const char *key,
                                                TvxRelease  release,
                                                gint64      number,
                                                const char *date,
                                                const char *report);
void                  tvx_ledger_add_rule      (TvxLedger         *self,
                                                const char        *key,
                                                guint              threshold,
                                                gboolean           never_zero,
                                                const char *const *insiders);
guint                 tvx_ledger_get_n_entries (TvxLedger *self);
const TvxLedgerEntry *tvx_ledger_get_entry     (TvxLedger *self,
                                                guint      entry);
const TvxLedgerEntry *tvx_ledger_lookup        (TvxLedger  *self,
                                                const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxLedger, tvx_ledger_unref)

G_END_DECLS
