/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/tvx-pages.h"

G_BEGIN_DECLS

#define TVX_TYPE_REPORT_PAGE (tvx_report_page_get_type ())
G_DECLARE_FINAL_TYPE (TvxReportPage, tvx_report_page, TVX, REPORT_PAGE, GObject)

TvxPages   *tvx_report_page_get_pages  (TvxReportPage *self);
guint       tvx_report_page_get_number (TvxReportPage *self);
char       *tvx_report_page_dup_label  (TvxReportPage *self);

GListStore *tvx_report_pages_new       (TvxPages *pages);

G_END_DECLS
