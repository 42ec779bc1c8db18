/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "statistics/tvx-count-table.h"
#include "statistics/tvx-ledger.h"

G_BEGIN_DECLS

/**
 * TvxPublication:
 *
 * All tables that are published together, and what readers know besides.
 *
 * Counts with the same key (see [func@count_table_dup_key]) in several tables are one
 * count. Each count a with 1 ≤ a < t, where t is the threshold of its table, is
 * to be hidden in such a way that a reader who knows every published number,
 * all sums, that counts are whole and not negative, and the rule about zeros,
 * can exclude neither end of the range from the lowest value that the rule
 * allows up to t. What is promised is about the tables in the publication: a reader
 * who has other tables of the same people knows more, so what earlier reports
 * had belongs in the publication, as tables and in the ledger.
 *
 * Where several tables share margins but the table that they all are sums of is
 * not in the publication, that such a table exists is not used in either direction.
 * Add it with [func@axis_set_internal] when it is recorded. Counts that are
 * not published in any table are not protected for their own sake.
 */
typedef struct _TvxPublication TvxPublication;

TvxPublication *tvx_publication_new          (void);
TvxPublication *tvx_publication_new_like     (TvxPublication *other);
TvxPublication *tvx_publication_ref          (TvxPublication *self);
void            tvx_publication_unref        (TvxPublication *self);

void            tvx_publication_add_table    (TvxPublication *self,
                                              TvxCountTable  *table);
void            tvx_publication_add_insider  (TvxPublication *self,
                                              const char     *axis);
void            tvx_publication_add_owners   (TvxPublication *self);
GStrv           tvx_publication_dup_insiders (TvxPublication *self);
void            tvx_publication_set_ledger   (TvxPublication *self,
                                              TvxLedger      *ledger);
gboolean        tvx_publication_prepare      (TvxPublication  *self,
                                              GError         **error);

guint           tvx_publication_get_n_tables (TvxPublication *self);
TvxCountTable  *tvx_publication_get_table    (TvxPublication *self,
                                              guint           table);
guint           tvx_publication_get_n_counts (TvxPublication *self);
guint           tvx_publication_get_count_at (TvxPublication *self,
                                              guint           table,
                                              guint           cell);
void            tvx_publication_get_place    (TvxPublication *self,
                                              guint           count,
                                              guint          *table,
                                              guint          *cell);
gboolean        tvx_publication_get_range    (TvxPublication *self,
                                              guint           count,
                                              gint64         *low,
                                              gint64         *high);
char           *tvx_publication_dup_label    (TvxPublication *self,
                                              guint           count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxPublication, tvx_publication_unref)

G_END_DECLS
