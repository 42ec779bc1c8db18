/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_PROGRESS_PAGE (tvx_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (TvxProgressPage, tvx_progress_page, TVX, PROGRESS_PAGE, AdwBin)

void tvx_progress_page_begin (TvxProgressPage *self,
                              const char      *title);
void tvx_progress_page_tell  (guint    n_done,
                              guint    n_total,
                              gpointer self);

G_END_DECLS
