/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/tvx-file-chooser.h"

G_BEGIN_DECLS

#define TVX_TYPE_APPLICATION (tvx_application_get_type ())
G_DECLARE_FINAL_TYPE (TvxApplication, tvx_application, TVX, APPLICATION, AdwApplication)

TvxApplication *tvx_application_new              (void);
GSettings      *tvx_application_get_settings     (TvxApplication *self);
void            tvx_application_open_folder      (TvxApplication *self,
                                                  GFile          *folder);
void            tvx_application_save_session     (TvxApplication *self);
void            tvx_application_stay             (TvxApplication *self);
void            tvx_application_register_opened  (TvxApplication *self);
void            tvx_application_set_file_chooser (TvxApplication     *self,
                                                  TvxFileChooserFunc  choose);
void            tvx_application_choose_file      (TvxApplication      *self,
                                                  GtkWindow           *parent,
                                                  TvxChoice            choice,
                                                  const char          *title,
                                                  GFile               *initial,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);

G_END_DECLS
