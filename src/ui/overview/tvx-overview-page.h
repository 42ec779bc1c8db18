/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_OVERVIEW_PAGE (tvx_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TvxOverviewPage, tvx_overview_page, TVX, OVERVIEW_PAGE, AdwBin)

void tvx_overview_page_set_workspace (TvxOverviewPage *self,
                                      TvxWorkspace    *workspace);

G_END_DECLS
