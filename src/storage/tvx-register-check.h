/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-check.h"
#include "storage/tvx-store.h"

G_BEGIN_DECLS

GPtrArray *tvx_register_check (TvxStore         *store,
                               TvxCheckLevel     level,
                               TvxProgressFunc   progress,
                               gpointer          progress_data,
                               GCancellable     *cancellable,
                               GError          **error);

G_END_DECLS
