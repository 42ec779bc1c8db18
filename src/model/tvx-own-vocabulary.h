/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_OWN_VOCABULARY (tvx_own_vocabulary_get_type ())
G_DECLARE_FINAL_TYPE (TvxOwnVocabulary, tvx_own_vocabulary, TVX, OWN_VOCABULARY, TvxRecord)

G_END_DECLS
