/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "report/tvx-report.h"

G_BEGIN_DECLS

PangoContext *tvx_fonts_new_context (TvxReport  *report,
                                     GError    **error);

G_END_DECLS
