/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT (tvx_project_get_type ())
G_DECLARE_FINAL_TYPE (TvxProject, tvx_project, TVX, PROJECT, TvxRecord)

G_END_DECLS
