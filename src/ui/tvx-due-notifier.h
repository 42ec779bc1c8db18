/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tvx-application.h"

G_BEGIN_DECLS

void tvx_due_notifier_check (TvxApplication *application);

G_END_DECLS
