/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-handover-receive.h"

G_BEGIN_DECLS

TvxReceiveOutcome tvx_take_over_compare  (TvxStore      *store,
                                          TvxStore      *packed,
                                          const char    *id,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean          tvx_take_over_project  (TvxStore                *store,
                                          TvxStore                *packed,
                                          const char              *id,
                                          const TvxReceiveAnswer  *answer,
                                          GCancellable            *cancellable,
                                          GError                 **error);
gboolean          tvx_take_over_register (TvxStore                *store,
                                          TvxRecord               *packed,
                                          const TvxReceiveAnswer  *answer,
                                          GCancellable            *cancellable,
                                          GError                 **error);

G_END_DECLS
