/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxReportPart:
 * @name: its name on the command line and in settings, as `money`
 * @label: what it is called: a message to be translated
 * @fields: (array zero-terminated=1): the fields of a project that it tells of
 *
 * A part of reports that can be left out.
 */
typedef struct
{
  const char        *name;
  const char        *label;
  const char *const *fields;
} TvxReportPart;

const TvxReportPart  *tvx_report_parts_get        (gsize *n_parts);
const TvxReportPart  *tvx_report_part_find        (const char *name);
char                 *tvx_report_part_dup_names   (void);
char                **tvx_report_parts_dup_fields (const char *const *names);

G_END_DECLS
