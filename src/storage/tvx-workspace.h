/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-conflict.h"
#include "model/tvx-editor.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-summary.h"
#include "storage/tvx-saver.h"

G_BEGIN_DECLS

#define TVX_TYPE_WORKSPACE (tvx_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TvxWorkspace, tvx_workspace, TVX, WORKSPACE, GObject)

TvxWorkspace *tvx_workspace_open                (TvxStore         *store,
                                                 TvxProgressFunc   progress,
                                                 gpointer          progress_data,
                                                 GCancellable     *cancellable,
                                                 GError          **error);
void          tvx_workspace_open_async          (TvxStore            *store,
                                                 TvxProgressFunc      progress,
                                                 gpointer             progress_data,
                                                 GDestroyNotify       progress_destroy,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
TvxWorkspace *tvx_workspace_open_finish         (GAsyncResult  *result,
                                                 GError       **error);

TvxStore     *tvx_workspace_get_store           (TvxWorkspace *self);
TvxRegister  *tvx_workspace_get_register        (TvxWorkspace *self);
TvxEditor    *tvx_workspace_get_editor          (TvxWorkspace *self);
GListModel   *tvx_workspace_get_summaries       (TvxWorkspace *self);
TvxSummary   *tvx_workspace_get_summary         (TvxWorkspace *self,
                                                 const char   *id);
GListModel   *tvx_workspace_get_problems        (TvxWorkspace *self);
gboolean      tvx_workspace_get_read_only       (TvxWorkspace *self);
const char   *tvx_workspace_get_author          (TvxWorkspace *self);
void          tvx_workspace_set_author          (TvxWorkspace *self,
                                                 const char   *author);
TvxSaveState  tvx_workspace_get_save_state      (TvxWorkspace *self);
const char   *tvx_workspace_get_save_error      (TvxWorkspace *self);

gboolean      tvx_workspace_is_cut_off          (TvxWorkspace *self);
void          tvx_workspace_move_async          (TvxWorkspace        *self,
                                                 TvxStore            *store,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean      tvx_workspace_move_finish         (TvxWorkspace  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

gboolean      tvx_workspace_refresh             (TvxWorkspace  *self,
                                                 GCancellable  *cancellable,
                                                 GError       **error);
void          tvx_workspace_refresh_async       (TvxWorkspace        *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean      tvx_workspace_refresh_finish      (TvxWorkspace  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);
GListModel   *tvx_workspace_get_conflicts       (TvxWorkspace *self);
gboolean      tvx_workspace_settle              (TvxWorkspace  *self,
                                                 TvxConflict   *conflict,
                                                 gboolean       give_way,
                                                 GError       **error);

TvxProject   *tvx_workspace_load_project        (TvxWorkspace  *self,
                                                 const char    *id,
                                                 GCancellable  *cancellable,
                                                 GError       **error);
void          tvx_workspace_load_project_async  (TvxWorkspace        *self,
                                                 const char          *id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
TvxProject   *tvx_workspace_load_project_finish (TvxWorkspace  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

GListModel   *tvx_workspace_load_history        (TvxWorkspace  *self,
                                                 const char    *id,
                                                 GCancellable  *cancellable,
                                                 GError       **error);
void          tvx_workspace_load_history_async  (TvxWorkspace        *self,
                                                 const char          *id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GListModel   *tvx_workspace_load_history_finish (TvxWorkspace  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

gboolean      tvx_workspace_save                (TvxWorkspace  *self,
                                                 GError       **error);
void          tvx_workspace_discard             (TvxWorkspace *self);
void          tvx_workspace_save_async          (TvxWorkspace        *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean      tvx_workspace_save_finish         (TvxWorkspace  *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

G_END_DECLS
