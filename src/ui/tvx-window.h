/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"
#include "ui/tvx-application.h"

G_BEGIN_DECLS

#define TVX_TYPE_WINDOW (tvx_window_get_type ())
G_DECLARE_FINAL_TYPE (TvxWindow, tvx_window, TVX, WINDOW, AdwApplicationWindow)

TvxWindow    *tvx_window_new            (TvxApplication *application);
GFile        *tvx_window_get_folder     (TvxWindow *self);
TvxWorkspace *tvx_window_get_workspace  (TvxWindow *self);
const char   *tvx_window_get_project_id (TvxWindow *self);
const char   *tvx_window_get_view       (TvxWindow *self);
void          tvx_window_open_folder    (TvxWindow *self,
                                         GFile     *folder);
void          tvx_window_show_project   (TvxWindow  *self,
                                         const char *project);
void          tvx_window_import_file    (TvxWindow *self,
                                         GFile     *file);
void          tvx_window_receive_file   (TvxWindow *self,
                                         GFile     *file);
void          tvx_window_ask_for_folder (TvxWindow *self);
void          tvx_window_close_dialogs  (TvxWindow *self);

G_END_DECLS
