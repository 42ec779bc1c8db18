/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-handover-steps-group.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-vocabulary.h"
#include "ui/form/tvx-field-row.h"
#include "ui/project/tvx-handover-step-dialog.h"

/**
 * TvxHandoverStepsGroup:
 *
 * How far the handover of a project has come, and the steps that are open now:
 * a button for each that can be taken, and for the others what they lack, each
 * line of which leads to its field.
 */
struct _TvxHandoverStepsGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *status_row;
  GPtrArray           *rows;
  /* What the rows say, to leave them alone as long as they are right. */
  char                *shown;
  /* The state whose row is open. */
  char                *expanded;

  TvxWorkspace        *workspace;
  TvxProject          *project;
};

G_DEFINE_FINAL_TYPE (TvxHandoverStepsGroup, tvx_handover_steps_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_state (TvxHandoverStepsGroup *self)
{
  return tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (TVX_RECORD (self->project), "handover")));
}

static const char *
get_label (const char *state)
{
  return tvx_vocabulary_get_label (&tvx_handover_states, state);
}

static void
step_clicked_cb (GtkWidget             *button,
                 TvxHandoverStepsGroup *self)
{
  /* What is being typed may be what lacks. */
  tvx_field_row_flush_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  tvx_handover_step_dialog_present (self->workspace, self->project, g_object_get_data (G_OBJECT (button), "state"),
                                    GTK_WIDGET (self));
}

static void
lacking_activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "project.show-field", "s", g_object_get_data (G_OBJECT (row), "path"));
}

static void
expanded_cb (GtkWidget             *row,
             GParamSpec            *pspec,
             TvxHandoverStepsGroup *self)
{
  const char *state = g_object_get_data (G_OBJECT (row), "state");

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_set_str (&self->expanded, state);
  else if (g_strcmp0 (self->expanded, state) == 0)
    g_clear_pointer (&self->expanded, g_free);
}

static GtkWidget *
new_lacking_line (TvxFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tvx_finding_get_message (finding));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path",
                          tvx_record_dup_path (tvx_finding_get_record (finding), tvx_finding_get_field (finding)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (lacking_activated_cb), NULL);
  return row;
}

static GtkWidget *
new_lacking_row (TvxHandoverStepsGroup *self,
                 const char            *state,
                 GPtrArray             *lacking)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is still lacking", "%u things are still lacking",
                                                            lacking->len),
                                               lacking->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_label (state));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (state), -1);
  gtk_widget_add_css_class (icon, "warning");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), icon);
  for (guint i = 0; i < lacking->len; i++)
    {
      GtkWidget *line = new_lacking_line (lacking->pdata[i]);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
      if (i == 0)
        gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line)), GTK_ACCESSIBLE_PROPERTY_LABEL, subtitle, -1);
    }
  g_object_set_data_full (G_OBJECT (row), "state", g_strdup (state), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_strcmp0 (self->expanded, state) == 0);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  return row;
}

static GtkWidget *
new_step_row (TvxHandoverStepsGroup *self,
              const char            *state,
              gboolean               is_ahead)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Take Step…"));
  /* Translators: %s is a state of a handover, as “Decided”. */
  g_autofree char *name = g_strdup_printf (_("Take the step to “%s”"), get_label (state));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_label (state));
  if (tvx_handover_needs_reason (get_state (self), state))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Needs a reason"));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Nothing is lacking"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (is_ahead)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data_full (G_OBJECT (button), "state", g_strdup (state), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (step_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_sensitive (button, !tvx_record_get_read_only (TVX_RECORD (self->project)));
  return row;
}

static char *
dup_shown (TvxHandoverStepsGroup  *self,
           const char            **next,
           GPtrArray             **lacking)
{
  g_autoptr (GString) shown = g_string_new (tvx_record_get_id (TVX_RECORD (self->project)));

  g_string_append_printf (shown, "\n%s\n%d", get_state (self), tvx_record_get_read_only (TVX_RECORD (self->project)));
  for (guint i = 0; next[i] != NULL; i++)
    for (guint j = 0; j < lacking[i]->len; j++)
      g_string_append_printf (shown, "\n%s: %s", next[i], tvx_finding_get_message (lacking[i]->pdata[j]));
  return g_string_free_and_steal (g_steal_pointer (&shown));
}

static void
show_rows (TvxHandoverStepsGroup  *self,
           const char            **next,
           GPtrArray             **lacking)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->status_row), get_label (get_state (self)));
  for (guint i = 0; next[i] != NULL; i++)
    {
      GtkWidget *row = lacking[i]->len > 0 ? new_lacking_row (self, next[i], lacking[i]) : new_step_row (self, next[i], i == 0);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
tvx_handover_steps_group_dispose (GObject *object)
{
  TvxHandoverStepsGroup *self = TVX_HANDOVER_STEPS_GROUP (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (tvx_handover_steps_group_parent_class)->dispose (object);
}

static void
tvx_handover_steps_group_finalize (GObject *object)
{
  TvxHandoverStepsGroup *self = TVX_HANDOVER_STEPS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);
  g_free (self->expanded);

  G_OBJECT_CLASS (tvx_handover_steps_group_parent_class)->finalize (object);
}

static void
tvx_handover_steps_group_class_init (TvxHandoverStepsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tvx_handover_steps_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tvx_handover_steps_group_finalize;
}

static void
tvx_handover_steps_group_init (TvxHandoverStepsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->status_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status_row), _("Handover status"));
  gtk_widget_add_css_class (self->status_row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->status_row);
}

/**
 * tvx_handover_steps_group_show:
 * @self: a group
 * @workspace: an open register
 * @project: a project of it
 *
 * Shows where the handover of a project stands, and where it can go from there.
 */
void
tvx_handover_steps_group_show (TvxHandoverStepsGroup *self,
                               TvxWorkspace          *workspace,
                               TvxProject            *project)
{
  g_autofree const char **next = NULL;
  g_autoptr (GPtrArray) lacking = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *shown = NULL;

  g_return_if_fail (TVX_IS_HANDOVER_STEPS_GROUP (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->project, project);
  next = tvx_handover_list_next (get_state (self));
  for (guint i = 0; next[i] != NULL; i++)
    g_ptr_array_add (lacking, tvx_handover_find_lacking (TVX_RECORD (project), TVX_RECORD (tvx_workspace_get_register (workspace)), next[i]));
  shown = dup_shown (self, next, (GPtrArray **) lacking->pdata);
  if (g_set_str (&self->shown, shown))
    show_rows (self, next, (GPtrArray **) lacking->pdata);
}
