/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "report/tvx-report.h"

G_BEGIN_DECLS

TvxReport *tvx_project_report_new (TvxRegister *reg,
                                   GPtrArray   *projects,
                                   const char  *language,
                                   GDateTime   *date);

G_END_DECLS
