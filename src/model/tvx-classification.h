/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_CLASSIFICATION (tvx_classification_get_type ())
G_DECLARE_FINAL_TYPE (TvxClassification, tvx_classification, TVX, CLASSIFICATION, TvxRecord)

G_END_DECLS
