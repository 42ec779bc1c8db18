/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

gboolean tvx_edit_guard_check_writable (TvxRecord  *record,
                                        GError    **error);
gboolean tvx_edit_guard_check_step     (TvxRecord       *record,
                                        const TvxField  *field,
                                        GError         **error);

G_END_DECLS
