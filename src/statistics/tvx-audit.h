/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "statistics/tvx-publication.h"

G_BEGIN_DECLS

/**
 * TVX_AUDIT_HIDDEN:
 *
 * Stands for a count that is hidden, or not published.
 */
#define TVX_AUDIT_HIDDEN (-1)

/**
 * TvxRange:
 * @lowest: the lowest value that a count can have
 * @highest: the highest value that it can have, or %G_MAXINT64 when there is none
 *
 * What can be worked out about a count.
 */
typedef struct
{
  gint64 lowest;
  gint64 highest;
} TvxRange;

gboolean tvx_audit (TvxPublication  *publication,
                    const gint64    *shown,
                    TvxRange        *ranges,
                    GError         **error);

G_END_DECLS
