/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-overview-view.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-check.h"
#include "model/tvx-handover.h"
#include "model/tvx-refused.h"
#include "model/tvx-summary.h"
#include "ui/form/tvx-checks-row.h"
#include "ui/form/tvx-field-group.h"
#include "ui/project/tvx-findings-row.h"

/**
 * TvxProjectOverviewView:
 *
 * What an officer looks for first: how the project stands, whether another
 * authority has taken it over, what is missing before it is published, and what
 * it is about.
 */
struct _TvxProjectOverviewView
{
  TvxProjectView  parent_instance;

  AdwBanner      *banner;
  TvxFindingsRow *findings_row;
  TvxFieldGroup  *context_group;
};

G_DEFINE_FINAL_TYPE (TvxProjectOverviewView, tvx_project_overview_view, TVX_TYPE_PROJECT_VIEW)

static TvxRecord *
get_handover (TvxProjectOverviewView *self)
{
  return tvx_record_get_record (TVX_RECORD (tvx_project_view_get_project (TVX_PROJECT_VIEW (self))), "handover");
}

static void
update_banner (TvxProjectOverviewView *self)
{
  TvxRecord *handover = get_handover (self);
  const char *to = tvx_record_get_text (handover, "to");
  const char *effective_on = tvx_record_get_text (handover, "effective_on");
  const char *url = tvx_record_get_text (handover, "url");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *text = NULL;

  if (to != NULL && effective_on != NULL)
    /* Translators: an authority, and a date. */
    text = g_strdup_printf (_("Please note that %s has taken over responsibility for this project from %s"), to, effective_on);
  adw_banner_set_title (self->banner, text != NULL ? text : _("This project has been taken over"));
  adw_banner_set_button_label (self->banner, url != NULL && tvx_check_uri (url, NULL) ? _("Open Web Page") : NULL);
  adw_banner_set_revealed (self->banner, tvx_handover_is_effective (TVX_HANDOVER (handover), today));
}

static void
update_findings (TvxProjectOverviewView *self)
{
  TvxProjectView *view = TVX_PROJECT_VIEW (self);
  TvxRecord *project = TVX_RECORD (tvx_project_view_get_project (view));
  GListModel *summaries = tvx_workspace_get_summaries (tvx_project_view_get_workspace (view));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) findings = NULL;

  tvx_check_add_ids (TVX_RECORD (tvx_workspace_get_register (tvx_project_view_get_workspace (view))), ids);
  for (guint i = 0; tvx_record_get_value (project, "related") != NULL && i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      g_hash_table_add (ids, g_strdup (tvx_summary_get_id (summary)));
    }
  findings = tvx_check_record (project, TVX_CHECK_PUBLISH, ids);
  tvx_refused_add_findings (tvx_workspace_get_editor (tvx_project_view_get_workspace (view)), project, findings);
  tvx_findings_row_set_findings (self->findings_row, findings);
}

static void
banner_clicked_cb (TvxProjectOverviewView *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (tvx_record_get_text (get_handover (self), "url"));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
tvx_project_overview_view_update (TvxProjectView *view)
{
  TvxProjectOverviewView *self = TVX_PROJECT_OVERVIEW_VIEW (view);
  TvxFieldRow *related = tvx_field_group_get_row (self->context_group, "related");

  update_banner (self);
  update_findings (self);
  if (related != NULL)
    tvx_checks_row_set_others (TVX_CHECKS_ROW (related),
                               tvx_workspace_get_summaries (tvx_project_view_get_workspace (view)));
}

static void
tvx_project_overview_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_OVERVIEW_VIEW);

  G_OBJECT_CLASS (tvx_project_overview_view_parent_class)->dispose (object);
}

static void
tvx_project_overview_view_class_init (TvxProjectOverviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_project_overview_view_dispose;
  TVX_PROJECT_VIEW_CLASS (klass)->update = tvx_project_overview_view_update;

  g_type_ensure (TVX_TYPE_FINDINGS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-overview-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectOverviewView, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectOverviewView, findings_row);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectOverviewView, context_group);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
}

static void
tvx_project_overview_view_init (TvxProjectOverviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
