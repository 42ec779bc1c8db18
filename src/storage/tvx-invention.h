/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxInvention:
 *
 * What invents projects for demonstrations and measuring.
 */
typedef struct _TvxInvention TvxInvention;

TvxInvention *tvx_invention_new  (GVariant *words);
void          tvx_invention_free (TvxInvention *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxInvention, tvx_invention_free)

TvxRecord *tvx_invention_invent_register (TvxInvention *self);
TvxRecord *tvx_invention_invent_project  (TvxInvention *self);

G_END_DECLS
