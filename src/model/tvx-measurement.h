/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_MEASUREMENT (tvx_measurement_get_type ())
G_DECLARE_FINAL_TYPE (TvxMeasurement, tvx_measurement, TVX, MEASUREMENT, TvxRecord)

gboolean tvx_measurement_get_value (TvxMeasurement *self,
                                    gint64         *value);

G_END_DECLS
