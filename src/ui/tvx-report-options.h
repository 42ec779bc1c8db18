/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tvx_report_options_bind_language (AdwComboRow *row,
                                       GSettings   *settings);
void tvx_report_options_bind_format   (AdwComboRow *row,
                                       GSettings   *settings);

G_END_DECLS
