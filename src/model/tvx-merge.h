/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

GPtrArray *tvx_merge (TvxRecord *record,
                      TvxRecord *base,
                      TvxRecord *theirs,
                      GPtrArray *conflicts);

G_END_DECLS
