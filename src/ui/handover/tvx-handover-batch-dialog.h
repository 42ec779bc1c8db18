/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

#define TVX_TYPE_HANDOVER_BATCH_DIALOG (tvx_handover_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TvxHandoverBatchDialog, tvx_handover_batch_dialog, TVX, HANDOVER_BATCH_DIALOG, AdwDialog)

AdwDialog *tvx_handover_batch_dialog_new (TvxWorkspace      *workspace,
                                          const char *const *ids);
AdwDialog *tvx_handover_step_dialog_new  (TvxWorkspace *workspace,
                                          const char   *id,
                                          const char   *to);

G_END_DECLS
