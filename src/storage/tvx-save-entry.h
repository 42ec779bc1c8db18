/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-change.h"
#include "storage/tvx-store.h"

G_BEGIN_DECLS

/**
 * TvxSaveEntry:
 * @record: the one living instance of the record
 * @unsaved: (nullable): the same, kept as long as it is not stored
 * @revision: (nullable): what is stored of it
 * @changes: what is to be saved
 * @in_job: (nullable): what is being saved at the moment
 * @is_deleted: whether it was deleted here
 *
 * What #TvxSaver knows of a record.
 */
typedef struct
{
  GWeakRef   record;
  TvxRecord *unsaved;
  char      *revision;
  GPtrArray *changes;
  GPtrArray *in_job;
  gboolean   is_deleted;
} TvxSaveEntry;

TvxSaveEntry *tvx_save_entry_new         (TvxRecord *record);
void          tvx_save_entry_free        (TvxSaveEntry *self);

void          tvx_save_entry_set_stored  (TvxSaveEntry *self,
                                          TvxRecord    *record,
                                          GVariant     *members,
                                          const char   *revision);
GVariant     *tvx_save_entry_get_members (TvxRecord *record);

void          tvx_save_entry_add_change  (TvxSaveEntry *self,
                                          TvxChange    *change,
                                          const char   *time,
                                          const char   *author);
TvxSaving    *tvx_save_entry_begin       (TvxSaveEntry *self);
void          tvx_save_entry_end         (TvxSaveEntry *self,
                                          TvxSaving    *saving);
void          tvx_save_entry_put_back    (TvxSaveEntry *self,
                                          TvxSaving    *saving);
void          tvx_save_entry_discard     (TvxSaveEntry *self);

G_END_DECLS
