/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TVX_TYPE_REPORT_OUTLINE (tvx_report_outline_get_type ())
G_DECLARE_FINAL_TYPE (TvxReportOutline, tvx_report_outline, TVX, REPORT_OUTLINE, GtkPopover)

void tvx_report_outline_set_pages (TvxReportOutline *self,
                                   GListModel       *pages);

G_END_DECLS
