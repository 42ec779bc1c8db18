/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

G_BEGIN_DECLS

/**
 * TvxSaveJob:
 *
 * Savings that are written in another thread, and what a thread needs that waits for them.
 */
typedef struct _TvxSaveJob TvxSaveJob;

TvxSaveJob *tvx_save_job_new   (TvxStore     *store,
                                GPtrArray    *savings,
                                GCancellable *cancellable);
TvxSaveJob *tvx_save_job_ref   (TvxSaveJob *self);
void        tvx_save_job_unref (TvxSaveJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxSaveJob, tvx_save_job_unref)

void       tvx_save_job_run         (TvxSaveJob *self);
void       tvx_save_job_wait        (TvxSaveJob *self);
GPtrArray *tvx_save_job_get_savings (TvxSaveJob *self);

G_END_DECLS
