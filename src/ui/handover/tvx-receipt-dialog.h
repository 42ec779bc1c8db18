/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_RECEIPT_DIALOG (tvx_receipt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxReceiptDialog, tvx_receipt_dialog, TVX, RECEIPT_DIALOG, AdwDialog)

AdwDialog *tvx_receipt_dialog_new (TvxWorkspace *workspace,
                                   GFile        *file);

G_END_DECLS
