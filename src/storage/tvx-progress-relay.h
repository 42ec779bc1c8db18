/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

G_BEGIN_DECLS

typedef struct _TvxProgressRelay TvxProgressRelay;

TvxProgressRelay *tvx_progress_relay_new   (TvxProgressFunc func,
                                            gpointer        data,
                                            GDestroyNotify  destroy);
void              tvx_progress_relay_tell  (guint    n_done,
                                            guint    n_total,
                                            gpointer relay);
void              tvx_progress_relay_close (TvxProgressRelay *self);
void              tvx_progress_relay_unref (gpointer relay);

G_END_DECLS
