/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-change.h"
#include "storage/tvx-store.h"

G_BEGIN_DECLS

/**
 * TvxSaveState:
 * @TVX_SAVE_STATE_SAVED: all that was done is stored
 * @TVX_SAVE_STATE_PENDING: something is to be saved within a second
 * @TVX_SAVE_STATE_SAVING: something is being saved
 * @TVX_SAVE_STATE_FAILED: something could not be saved; it is kept, and tried again by itself and with the next change
 *
 * Whether all that was done is stored.
 */
typedef enum
{
  TVX_SAVE_STATE_SAVED,
  TVX_SAVE_STATE_PENDING,
  TVX_SAVE_STATE_SAVING,
  TVX_SAVE_STATE_FAILED,
} TvxSaveState;

#define TVX_TYPE_SAVE_STATE (tvx_save_state_get_type ())
GType tvx_save_state_get_type (void);

#define TVX_TYPE_SAVER (tvx_saver_get_type ())
G_DECLARE_FINAL_TYPE (TvxSaver, tvx_saver, TVX, SAVER, GObject)

TvxSaver     *tvx_saver_new           (TvxStore *store);

TvxRecord    *tvx_saver_adopt         (TvxSaver   *self,
                                       TvxRecord  *record,
                                       const char *revision);
TvxRecord    *tvx_saver_find          (TvxSaver   *self,
                                       const char *id);
gboolean      tvx_saver_is_deleted    (TvxSaver   *self,
                                       const char *id);
gboolean      tvx_saver_has_unsaved   (TvxSaver   *self,
                                       const char *id);
const char   *tvx_saver_get_stored    (TvxSaver    *self,
                                       const char  *id,
                                       GVariant   **members);
GHashTable   *tvx_saver_dup_revisions (TvxSaver *self);
void          tvx_saver_set_stored    (TvxSaver   *self,
                                       const char *id,
                                       GVariant   *members,
                                       const char *revision);
void          tvx_saver_forget        (TvxSaver   *self,
                                       const char *id);
void          tvx_saver_add_changes   (TvxSaver   *self,
                                       GPtrArray  *changes,
                                       const char *author);

TvxSaveState  tvx_saver_get_state     (TvxSaver *self);
const char   *tvx_saver_get_error     (TvxSaver *self);

gboolean      tvx_saver_is_overtaken  (TvxSaver *self);
gboolean      tvx_saver_is_cut_off    (TvxSaver *self);
void          tvx_saver_set_store     (TvxSaver *self,
                                       TvxStore *store);

gboolean      tvx_saver_save          (TvxSaver  *self,
                                       GError   **error);
void          tvx_saver_discard       (TvxSaver *self);
void          tvx_saver_save_async    (TvxSaver            *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean      tvx_saver_save_finish   (TvxSaver      *self,
                                       GAsyncResult  *result,
                                       GError       **error);

G_END_DECLS
