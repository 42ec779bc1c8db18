/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-report.h"

G_BEGIN_DECLS

TvxReport *report_fixture_new_sample  (void);
TvxReport *report_fixture_new_hostile (void);
TvxReport *report_fixture_new_charts  (void);

G_END_DECLS
