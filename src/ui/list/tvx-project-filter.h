/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TVX_TYPE_PROJECT_FILTER (tvx_project_filter_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectFilter, tvx_project_filter, TVX, PROJECT_FILTER, GtkFilter)

/* The columns that projects are filtered by, ended by NULL. */
extern const char *const tvx_project_filter_paths[];

TvxProjectFilter *tvx_project_filter_new       (void);
void              tvx_project_filter_set_words (TvxProjectFilter *self,
                                                const char       *words);
void              tvx_project_filter_set_code  (TvxProjectFilter *self,
                                                const char       *path,
                                                const char       *code,
                                                gboolean          wanted);
gboolean          tvx_project_filter_has_code  (TvxProjectFilter *self,
                                                const char       *path,
                                                const char       *code);
void              tvx_project_filter_clear     (TvxProjectFilter *self);

G_END_DECLS
