/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

void tvx_project_check (TvxRecord   *self,
                        TvxFindings *findings);

G_END_DECLS
