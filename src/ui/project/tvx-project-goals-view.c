/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-goals-view.h"

/**
 * TvxProjectGoalsView:
 *
 * What a project is to achieve.
 */
struct _TvxProjectGoalsView
{
  TvxProjectView parent_instance;
};

G_DEFINE_FINAL_TYPE (TvxProjectGoalsView, tvx_project_goals_view, TVX_TYPE_PROJECT_VIEW)

static void
tvx_project_goals_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_GOALS_VIEW);

  G_OBJECT_CLASS (tvx_project_goals_view_parent_class)->dispose (object);
}

static void
tvx_project_goals_view_class_init (TvxProjectGoalsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tvx_project_goals_view_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-goals-view.ui");
}

static void
tvx_project_goals_view_init (TvxProjectGoalsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
