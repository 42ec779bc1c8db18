/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_EARLIER_REPORT (tvx_earlier_report_get_type ())
G_DECLARE_FINAL_TYPE (TvxEarlierReport, tvx_earlier_report, TVX, EARLIER_REPORT, TvxRecord)

G_END_DECLS
