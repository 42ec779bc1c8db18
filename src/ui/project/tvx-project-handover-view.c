/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-handover-view.h"

/**
 * TvxProjectHandoverView:
 *
 * How far the handover of a project has come.
 */
struct _TvxProjectHandoverView
{
  TvxProjectView parent_instance;
};

G_DEFINE_FINAL_TYPE (TvxProjectHandoverView, tvx_project_handover_view, TVX_TYPE_PROJECT_VIEW)

static void
tvx_project_handover_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_HANDOVER_VIEW);

  G_OBJECT_CLASS (tvx_project_handover_view_parent_class)->dispose (object);
}

static void
tvx_project_handover_view_class_init (TvxProjectHandoverViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tvx_project_handover_view_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-handover-view.ui");
}

static void
tvx_project_handover_view_init (TvxProjectHandoverView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
