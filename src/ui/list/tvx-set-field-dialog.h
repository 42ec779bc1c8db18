/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-field.h"

G_BEGIN_DECLS

#define TVX_TYPE_SET_FIELD_DIALOG (tvx_set_field_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxSetFieldDialog, tvx_set_field_dialog, TVX, SET_FIELD_DIALOG, AdwDialog)

TvxSetFieldDialog *tvx_set_field_dialog_new (guint n_projects);

G_END_DECLS
