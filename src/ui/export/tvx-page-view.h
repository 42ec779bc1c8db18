/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/export/tvx-report-pages.h"

G_BEGIN_DECLS

#define TVX_TYPE_PAGE_VIEW (tvx_page_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxPageView, tvx_page_view, TVX, PAGE_VIEW, GtkWidget)

GtkWidget *tvx_page_view_new      (void);
void       tvx_page_view_set_page (TvxPageView   *self,
                                   TvxReportPage *page);
void       tvx_page_view_set_zoom (TvxPageView *self,
                                   double       zoom);

G_END_DECLS
