/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-project.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_PAGE (tvx_project_page_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectPage, tvx_project_page, TVX, PROJECT_PAGE, AdwBreakpointBin)

const char *tvx_project_page_get_view    (TvxProjectPage *self);
void        tvx_project_page_show_view   (TvxProjectPage *self,
                                          const char     *name);
gboolean    tvx_project_page_focus_field (TvxProjectPage *self,
                                          const char     *path);

G_END_DECLS
