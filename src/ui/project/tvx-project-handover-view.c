/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-handover-view.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-item.h"
#include "model/tvx-handover-checklist.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-path.h"
#include "model/tvx-vocabulary.h"
#include "ui/project/tvx-handover-steps-group.h"

/**
 * TvxProjectHandoverView:
 *
 * How far the handover of a project has come, what is left to do, and which
 * steps were taken.
 *
 * Actions: `handover.answer` with the path of an item of the checklist and its
 * new state.
 */
struct _TvxProjectHandoverView
{
  TvxProjectView         parent_instance;

  TvxHandoverStepsGroup *steps_group;
  GtkWidget             *package_group;
  GtkWidget             *package_row;
  GtkWidget             *checklist_group;
  GtkWidget             *fill_group;
  AdwPreferencesGroup   *log_group;
  /* The rows of the log, and the list that they are of. */
  GPtrArray             *log_rows;
  GListModel            *log;
};

G_DEFINE_FINAL_TYPE (TvxProjectHandoverView, tvx_project_handover_view, TVX_TYPE_PROJECT_VIEW)

static TvxRecord *
get_handover (TvxProjectHandoverView *self)
{
  return tvx_record_get_record (TVX_RECORD (tvx_project_view_get_project (TVX_PROJECT_VIEW (self))), "handover");
}

static GtkWidget *
new_log_row (TvxRecord *step)
{
  GtkWidget *row = adw_action_row_new ();
  const char *from = tvx_record_get_text (step, "from_state");
  const char *to = tvx_record_get_text (step, "to_state");
  const char *person = tvx_record_get_text (step, "person");
  const char *note = tvx_record_get_text (step, "note");
  const char *at = tvx_record_get_text (step, "at");
  g_autoptr (GDateTime) time = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at != NULL ? at : "");
  g_autofree char *title = g_strdup_printf ("%s → %s", from != NULL ? tvx_vocabulary_get_label (&tvx_handover_states, from) : "",
                                            to != NULL ? tvx_vocabulary_get_label (&tvx_handover_states, to) : "");
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s%s%s", when, person != NULL ? " · " : "", person != NULL ? person : "",
                                               note != NULL ? "\n" : "", note != NULL ? note : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* A project goes through some ten steps, so a row for each is not too many. */
static void
update_log (TvxProjectHandoverView *self)
{
  GListModel *log = tvx_record_get_list (get_handover (self), "log");
  guint n_lines = g_list_model_get_n_items (log);

  gtk_widget_set_visible (GTK_WIDGET (self->log_group), n_lines > 0);
  if (self->log == log && self->log_rows->len == n_lines)
    return;
  g_set_object (&self->log, log);
  for (guint i = 0; i < self->log_rows->len; i++)
    adw_preferences_group_remove (self->log_group, self->log_rows->pdata[i]);
  g_ptr_array_set_size (self->log_rows, 0);
  for (guint i = n_lines; i > 0; i--)
    {
      g_autoptr (TvxRecord) step = g_list_model_get_item (log, i - 1);
      GtkWidget *row = new_log_row (step);

      adw_preferences_group_add (self->log_group, row);
      g_ptr_array_add (self->log_rows, row);
    }
}

static void
fill_cb (TvxProjectHandoverView *self)
{
  TvxProjectView *view = TVX_PROJECT_VIEW (self);

  tvx_handover_fill_checklist (tvx_workspace_get_editor (tvx_project_view_get_workspace (view)),
                               TVX_RECORD (tvx_project_view_get_project (view)), NULL);
}

static void
answer_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TvxProjectView *view = TVX_PROJECT_VIEW (widget);
  TvxWorkspace *workspace = tvx_project_view_get_workspace (view);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *path, *state, *rest;
  TvxPlace place;

  g_variant_get (parameter, "(&s&s)", &path, &state);
  if (tvx_path_resolve (TVX_RECORD (tvx_project_view_get_project (view)), path, &place, &rest, NULL))
    tvx_checklist_item_answer (TVX_CHECKLIST_ITEM (place.record), tvx_workspace_get_editor (workspace), state, today,
                               tvx_workspace_get_author (workspace), NULL, NULL);
}

static void
update_package (TvxProjectHandoverView *self)
{
  const char *const ids[] = { tvx_record_get_id (TVX_RECORD (tvx_project_view_get_project (TVX_PROJECT_VIEW (self)))), NULL };

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->package_row), "^as", ids);
  gtk_widget_set_visible (self->package_group, g_str_equal (tvx_handover_get_state (TVX_HANDOVER (get_handover (self))), "handed_over"));
}

static void
tvx_project_handover_view_update (TvxProjectView *view)
{
  TvxProjectHandoverView *self = TVX_PROJECT_HANDOVER_VIEW (view);
  TvxWorkspace *workspace = tvx_project_view_get_workspace (view);
  TvxProject *project = tvx_project_view_get_project (view);

  g_object_set (self->checklist_group, "record", get_handover (self), NULL);
  gtk_widget_set_visible (self->fill_group, !tvx_record_get_read_only (TVX_RECORD (project)) &&
                                              tvx_handover_lacks_items (TVX_RECORD (project), TVX_RECORD (tvx_workspace_get_register (workspace))));
  update_package (self);
  tvx_handover_steps_group_show (self->steps_group, workspace, project);
  update_log (self);
}

static void
tvx_project_handover_view_dispose (GObject *object)
{
  TvxProjectHandoverView *self = TVX_PROJECT_HANDOVER_VIEW (object);

  g_clear_object (&self->log);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_HANDOVER_VIEW);

  G_OBJECT_CLASS (tvx_project_handover_view_parent_class)->dispose (object);
}

static void
tvx_project_handover_view_finalize (GObject *object)
{
  g_ptr_array_unref (TVX_PROJECT_HANDOVER_VIEW (object)->log_rows);

  G_OBJECT_CLASS (tvx_project_handover_view_parent_class)->finalize (object);
}

static void
tvx_project_handover_view_class_init (TvxProjectHandoverViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_project_handover_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tvx_project_handover_view_finalize;
  TVX_PROJECT_VIEW_CLASS (klass)->update = tvx_project_handover_view_update;

  gtk_widget_class_install_action (widget_class, "handover.answer", "(ss)", answer_action);

  g_type_ensure (TVX_TYPE_HANDOVER_STEPS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-handover-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHandoverView, steps_group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHandoverView, package_group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHandoverView, package_row);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHandoverView, checklist_group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHandoverView, fill_group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHandoverView, log_group);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
}

static void
tvx_project_handover_view_init (TvxProjectHandoverView *self)
{
  self->log_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
