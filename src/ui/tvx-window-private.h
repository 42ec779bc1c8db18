/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"
#include "ui/handover/tvx-handover-board.h"
#include "ui/list/tvx-project-list.h"
#include "ui/list/tvx-project-table.h"
#include "ui/overview/tvx-overview-page.h"
#include "ui/project/tvx-project-page.h"
#include "ui/tvx-save-indicator.h"
#include "ui/tvx-start-page.h"
#include "ui/tvx-window.h"

G_BEGIN_DECLS

typedef enum
{
  TVX_WINDOW_FOCUS_NONE,
  TVX_WINDOW_FOCUS_TITLE,
  TVX_WINDOW_FOCUS_REFUSED,
} TvxWindowFocus;

struct _TvxWindow
{
  AdwApplicationWindow    parent_instance;

  /* Template */
  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  TvxStartPage           *start_page;
  AdwStatusPage          *opening_page;
  GtkProgressBar         *opening_bar;
  AdwNavigationSplitView *split_view;
  GtkLabel               *register_title;
  AdwBanner              *register_banner;
  TvxProjectList         *project_list;
  AdwNavigationPage      *project_nav_page;
  GtkLabel               *project_title;
  GtkWidget              *undo_button;
  GtkWidget              *redo_button;
  TvxSaveIndicator       *save_indicator;
  AdwBanner              *save_banner;
  AdwBanner              *conflict_banner;
  GtkStack               *project_stack;
  TvxOverviewPage        *overview_page;
  TvxProjectTable        *project_table;
  AdwStatusPage          *failed_page;
  TvxHandoverBoard       *handover_board;
  TvxProjectPage         *project_page;

  /* The register: none before one is chosen, and no workspace before it is read. */
  GFile                  *folder;
  TvxWorkspace           *workspace;
  GCancellable           *opening;
  char                   *default_author;

  /* What is to be done with the register once it is open. */
  char                   *wanted_project;
  GFile                  *wanted_file;
  GFile                  *wanted_package;

  /* Whether the folder could not be reached when somebody last looked, and one that could not be reached to be opened. */
  gboolean                folder_lost;
  GFile                  *lost_folder;

  /* The project that is shown, and what reads it. */
  TvxProject             *project;
  GSignalGroup           *project_signals;
  GCancellable           *loading;
  guint                   loading_timeout;
  /* Where in the project that is asked for the focus is to go. */
  TvxWindowFocus          focus;

  /* What looks for changes that others make. */
  GCancellable           *watching;
  guint                   watch_timeout;
  gint64                  watch_began;

  /* The toast that offers to undo the newest step. */
  AdwToast               *undo_toast;
  gboolean                reversing;
  gboolean                closing;
  /* Who closes has agreed to lose what was typed and could not be stored. */
  gboolean                drop_refused;
};

void tvx_window_install_actions          (GtkWidgetClass *widget_class);
void tvx_window_install_folder_action    (GtkWidgetClass *widget_class);
void tvx_window_show_save_banner         (TvxWindow *self);
void tvx_window_set_folder_lost          (TvxWindow *self,
                                          gboolean   lost);
void tvx_window_ask_for_lost_folder      (TvxWindow    *self,
                                          GFile        *folder,
                                          const GError *error);
void tvx_window_install_import_action    (GtkWidgetClass *widget_class);
void tvx_window_install_package_actions  (GtkWidgetClass *widget_class);
void tvx_window_update_actions           (TvxWindow *self);
void tvx_window_install_document_actions (GtkWidgetClass *widget_class);
void tvx_window_follow_editor            (TvxWindow *self);
void tvx_window_board_open_cb            (TvxHandoverBoard *board,
                                          const char       *id,
                                          TvxWindow        *self);
void tvx_window_board_step_cb            (TvxHandoverBoard *board,
                                          const char       *id,
                                          const char       *to,
                                          TvxWindow        *self);
void tvx_window_board_together_cb        (TvxHandoverBoard  *board,
                                          const char *const *ids,
                                          TvxWindow         *self);
void tvx_window_hand_over_together       (TvxWindow         *self,
                                          const char *const *ids);
void tvx_window_watch                    (TvxWindow *self);
void tvx_window_stop_watching            (TvxWindow *self);
void tvx_window_conflicts_cb             (TvxWindow *self);
void tvx_window_open_project             (TvxWindow  *self,
                                          const char *id,
                                          gboolean    go);
void tvx_window_close_project            (TvxWindow *self);
void tvx_window_show_page                (TvxWindow  *self,
                                          const char *name);
void tvx_window_show_project_title       (TvxWindow *self);
void tvx_window_record_removed_cb        (TvxProjectPage *page,
                                          const char     *title,
                                          TvxWindow      *self);
void tvx_window_show_toast               (TvxWindow  *self,
                                          const char *title);
void tvx_window_show_undo_toast          (TvxWindow  *self,
                                          const char *title);
void tvx_window_show_save_error          (TvxWindow  *self,
                                          const char *reason);
void tvx_window_show_error               (TvxWindow    *self,
                                          const char   *heading,
                                          const GError *error);

G_END_DECLS
