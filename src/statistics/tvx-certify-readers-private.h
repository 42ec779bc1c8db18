/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication-private.h"

G_BEGIN_DECLS

/* What the tables themselves and the ledger say of a count. */
typedef struct
{
  gboolean empty;      /* the rules tell everyone that it is 0 */
  gboolean never_zero; /* the rules tell everyone that it is not */
  gboolean small;      /* to be protected */
  gboolean published;  /* by one of the tables */
  gboolean shown_earlier, same_as_earlier, hidden_earlier, small_earlier;
  gint64   threshold; /* the highest of the tables that publish it, and of earlier reports that hide it */
} TvxCountRules;

/* What somebody knows before anything is published. */
typedef struct
{
  gboolean *knows; /* count → whether its value is known */
  gint64   *least;   /* count → what it is at least */
} TvxReader;

/* The first reader is everyone; the others are the insiders. */
typedef struct
{
  TvxPublication *publication;
  TvxCountRules  *rules;
  GPtrArray      *insider_axes; /* now or in earlier reports */
  GArray         *sums;            /* of guint: how many parts, the sum, the parts; and so on */
  GPtrArray      *readers;      /* of TvxReader */
} TvxReaders;

TvxReaders *tvx_readers_new      (TvxPublication *publication);
void        tvx_readers_free     (TvxReaders *self);
gboolean    tvx_readers_know     (TvxReaders *self,
                                  guint       reader,
                                  guint       count);
gint64      tvx_readers_get_low  (TvxReaders *self,
                                  guint       reader,
                                  guint       count);
gint64      tvx_readers_get_high (TvxReaders *self,
                                  guint       count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxReaders, tvx_readers_free)

G_END_DECLS
