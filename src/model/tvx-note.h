/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_NOTE (tvx_note_get_type ())
G_DECLARE_FINAL_TYPE (TvxNote, tvx_note, TVX, NOTE, TvxRecord)

G_END_DECLS
