/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/form/tvx-record-row.h"

G_BEGIN_DECLS

void tvx_row_drag_attach (TvxRecordRow *row,
                          GtkWidget    *handle);

G_END_DECLS
