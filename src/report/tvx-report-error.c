/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-report-error.h"

G_DEFINE_QUARK (tvx-report-error-quark, tvx_report_error)
