/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-register.h"
#include "storage/tvx-store.h"

G_BEGIN_DECLS

#define TVX_TYPE_FOLDER_STORE (tvx_folder_store_get_type ())
G_DECLARE_FINAL_TYPE (TvxFolderStore, tvx_folder_store, TVX, FOLDER_STORE, GObject)

TvxFolderStore *tvx_folder_store_new        (GFile *folder);
TvxFolderStore *tvx_folder_store_create     (GFile         *folder,
                                             TvxRegister   *record,
                                             GCancellable  *cancellable,
                                             GError       **error);
GFile          *tvx_folder_store_get_folder (TvxFolderStore *self);

G_END_DECLS
