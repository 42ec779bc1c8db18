/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication.h"

G_BEGIN_DECLS

#define TVX_NO_INSIDER G_MAXUINT

/* One count, which may stand in several tables. */
typedef struct
{
  guint table, cell; /* where it is first found */
  gint64      value;
  gint64      floor;     /* the least a reader can take it for when it is hidden */
  gint64 low, high; /* the range a reader must not be able to narrow, when sensitive */
  guint       threshold;
  guint       n_totals;        /* twice the axes in which it is a total, plus those in which it is a group */
  gboolean    published;    /* now or earlier */
  gboolean    only_earlier; /* and not now: the rules are those of the tables that sum it up */
  gboolean    fixed;        /* a reader knows it whatever is hidden here */
  gboolean    empty;        /* the rules tell everyone that it is 0, whatever was ever published */
  gboolean    sensitive;
  gboolean    kept_hidden;    /* by an earlier report */
  guint       threshold_earlier; /* below which that report hid it as small */
  const char *report;      /* the earlier report that shows or hides it */
  gboolean    rounded_earlier;
  gint64      number_earlier; /* what that report shows, exact or rounded */
} TvxCount;

struct _TvxPublication
{
  gatomicrefcount   ref_count;
  GPtrArray        *tables;
  GPtrArray        *insider_axes;
  TvxLedger        *ledger; /* NULL when nothing was published earlier */

  gboolean          prepared;
  GError           *refusal; /* why it could not be prepared */
  guint             n_counts;
  TvxCount         *counts;
  guint           **count_at; /* [table][cell] */

  /* Relation r says that the first of its members is the sum of the others. The basic ones come
   * first and imply the rest, which a quick check still profits from. */
  guint n_relations, n_basic;
  guint            *relation_start;
  guint            *relation_members;
  guint            *in_start; /* the relations that a count is in */
  guint            *in_relations;

  /* Which insiders know a count because it is their own. */
  GPtrArray        *insiders; /* of char *: "kommun=0180" */
  guint            *known_start;
  guint            *known_by;
  GHashTable       *insider_low; /* (insider, count) → the lowest that this insider can take the count for */
};

void     tvx_publication_find_cell       (TvxPublication *self,
                                          guint           count,
                                          guint           preferred,
                                          guint          *table,
                                          guint          *cell);
gboolean tvx_publication_is_known_by     (TvxPublication *self,
                                          guint           count,
                                          guint           insider);
gint64   tvx_publication_get_insider_low (TvxPublication *self,
                                          guint           count,
                                          guint           insider);

G_END_DECLS
