/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TvxScratch:
 *
 * A folder for what is needed for a while only. It goes with the scratch; that of a program that was killed goes when the
 * next one is made.
 */
typedef struct _TvxScratch TvxScratch;

TvxScratch *tvx_scratch_new      (GError **error);
void        tvx_scratch_free     (TvxScratch *self);
const char *tvx_scratch_get_path (TvxScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxScratch, tvx_scratch_free)

G_END_DECLS
