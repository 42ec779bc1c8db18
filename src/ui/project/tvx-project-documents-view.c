/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-documents-view.h"

/**
 * TvxProjectDocumentsView:
 *
 * What has been written in and about a project.
 */
struct _TvxProjectDocumentsView
{
  TvxProjectView parent_instance;
};

G_DEFINE_FINAL_TYPE (TvxProjectDocumentsView, tvx_project_documents_view, TVX_TYPE_PROJECT_VIEW)

static void
tvx_project_documents_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_DOCUMENTS_VIEW);

  G_OBJECT_CLASS (tvx_project_documents_view_parent_class)->dispose (object);
}

static void
tvx_project_documents_view_class_init (TvxProjectDocumentsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tvx_project_documents_view_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-documents-view.ui");
}

static void
tvx_project_documents_view_init (TvxProjectDocumentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
