/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/tvx-summary.h"

G_BEGIN_DECLS

/**
 * TvxProjectCriterion:
 * @column: a column of the summaries
 * @criterion: what is asked of it, see [func@Tvx.column_accepts]
 *
 * Something that is asked of projects.
 */
typedef struct
{
  const TvxColumn *column;
  char            *criterion;
} TvxProjectCriterion;

#define TVX_TYPE_PROJECT_FILTER (tvx_project_filter_get_type ())
G_DECLARE_FINAL_TYPE (TvxProjectFilter, tvx_project_filter, TVX, PROJECT_FILTER, GtkFilter)

TvxProjectFilter *tvx_project_filter_new           (void);
const char       *tvx_project_filter_get_words     (TvxProjectFilter *self);
void              tvx_project_filter_set_words     (TvxProjectFilter *self,
                                                    const char       *words);
GArray           *tvx_project_filter_get_criteria  (TvxProjectFilter *self);
void              tvx_project_filter_set_criterion (TvxProjectFilter *self,
                                                    const char       *path,
                                                    const char       *criterion,
                                                    gboolean          wanted);
gboolean          tvx_project_filter_has_criterion (TvxProjectFilter *self,
                                                    const char       *path,
                                                    const char       *criterion);
GStrv             tvx_project_filter_dup_query     (TvxProjectFilter *self);
void              tvx_project_filter_set_query     (TvxProjectFilter  *self,
                                                    const char        *words,
                                                    const char *const *criteria);
void              tvx_project_filter_clear         (TvxProjectFilter *self);

G_END_DECLS
