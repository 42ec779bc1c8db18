/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/project/tvx-project-view.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_HANDOVER_VIEW (tvx_project_handover_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectHandoverView, tvx_project_handover_view, TVX, PROJECT_HANDOVER_VIEW, TvxProjectView)

G_END_DECLS
