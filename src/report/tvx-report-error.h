/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TVX_REPORT_ERROR (tvx_report_error_quark ())

/**
 * TvxReportError:
 * @TVX_REPORT_ERROR_FONT: the text faces of the program could not be loaded
 *
 * What can go wrong in a writer besides the output itself, which reports `G_IO_ERROR`.
 */
typedef enum
{
  TVX_REPORT_ERROR_FONT,
} TvxReportError;

GQuark tvx_report_error_quark (void);

G_END_DECLS
