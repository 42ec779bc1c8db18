/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tvx-application.h"

G_BEGIN_DECLS

void tvx_opener_open (TvxApplication *application,
                      GFile          *file,
                      const char     *project);

G_END_DECLS
