/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TVX_TYPE_START_PAGE (tvx_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TvxStartPage, tvx_start_page, TVX, START_PAGE, AdwBin)

void tvx_start_page_bind_settings (TvxStartPage *self,
                                   GSettings    *settings);

G_END_DECLS
