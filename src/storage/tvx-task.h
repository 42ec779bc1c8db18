/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/tvx-progress.h"

G_BEGIN_DECLS

void   tvx_task_run_in_thread (GTask           *task,
                               GTaskThreadFunc  func);

void   tvx_task_set_progress  (GTask           *task,
                               TvxProgressFunc  progress,
                               gpointer         data,
                               GDestroyNotify   destroy);
void   tvx_task_tell          (guint    n_done,
                               guint    n_total,
                               gpointer task);
GTask *tvx_task_end_progress  (GAsyncResult *result);

G_END_DECLS
