/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

G_BEGIN_DECLS

/* What follows the name of a file where one version of it was kept aside. */
#define TVX_CONFLICT_SUFFIX ".conflict-"

typedef struct _TvxFolderWriter TvxFolderWriter;

TvxFolderWriter *tvx_folder_writer_new       (const char *root);
void             tvx_folder_writer_free      (TvxFolderWriter *self);
void             tvx_folder_writer_save      (TvxFolderWriter *self,
                                              TvxSaving       *saving);
void             tvx_folder_writer_recover   (TvxFolderWriter *self);

char            *tvx_folder_dup_name         (GType       type,
                                              const char *id);
char            *tvx_folder_dup_history_name (const char *id);

G_END_DECLS
