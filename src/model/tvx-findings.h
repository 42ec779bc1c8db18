/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-finding.h"

G_BEGIN_DECLS

/**
 * TvxFindings:
 * @items: (nullable) (element-type TvxFinding): what was found, %NULL where only its number is asked for
 * @n_items: how much was found
 * @with_missing: whether what is only missing counts, too
 *
 * Where a check tells what it finds. The same check makes a list for who is to mend it, and a number for the list of projects.
 */
struct _TvxFindings
{
  GPtrArray *items;
  guint      n_items;
  gboolean   with_missing;
};

void tvx_findings_add (TvxFindings *self,
                       TvxSeverity  severity,
                       TvxRecord   *record,
                       const char  *field,
                       const char  *format,
                       ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
