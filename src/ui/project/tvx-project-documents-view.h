/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/project/tvx-project-view.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_DOCUMENTS_VIEW (tvx_project_documents_view_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectDocumentsView, tvx_project_documents_view, TVX, PROJECT_DOCUMENTS_VIEW, TvxProjectView)

G_END_DECLS
