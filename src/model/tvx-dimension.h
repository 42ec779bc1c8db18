/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_DIMENSION (tvx_dimension_get_type ())
G_DECLARE_FINAL_TYPE (TvxDimension, tvx_dimension, TVX, DIMENSION, TvxRecord)

gboolean tvx_dimension_is_examined      (TvxDimension *self);
GStrv    tvx_dimension_list_unexamined  (TvxRecord *project);
guint    tvx_dimension_count_unexamined (TvxRecord *project);

G_END_DECLS
