/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-paste.h"

G_BEGIN_DECLS

#define TVX_TYPE_PASTE_DIALOG (tvx_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxPasteDialog, tvx_paste_dialog, TVX, PASTE_DIALOG, AdwDialog)

AdwDialog *tvx_paste_dialog_new (TvxEditor  *editor,
                                 TvxRecord  *record,
                                 const char *list,
                                 const char *text);

G_END_DECLS
