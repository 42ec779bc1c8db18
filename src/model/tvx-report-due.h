/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_REPORT_DUE (tvx_report_due_get_type ())
G_DECLARE_FINAL_TYPE (TvxReportDue, tvx_report_due, TVX, REPORT_DUE, TvxRecord)

G_END_DECLS
