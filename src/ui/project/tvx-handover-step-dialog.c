/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-handover-step-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-vocabulary.h"

/* A step that is about to be taken. */
typedef struct
{
  TvxWorkspace   *workspace;
  TvxProject     *project;
  char           *state;
  gboolean        needs_reason;
  AdwAlertDialog *dialog;
  GtkWidget      *parent;
  GtkEditable    *person;
  GtkEditable    *note;
} Taking;

static void
taking_free (gpointer  data,
             GClosure *closure)
{
  Taking *taking = data;

  g_object_unref (taking->workspace);
  g_object_unref (taking->project);
  g_object_unref (taking->parent);
  g_free (taking->state);
  g_free (taking);
}

static gboolean
is_empty (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text == '\0';
}

static void
changed_cb (Taking *taking)
{
  adw_alert_dialog_set_response_enabled (taking->dialog, "step",
                                         !is_empty (taking->person) && !(taking->needs_reason && is_empty (taking->note)));
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             Taking         *taking)
{
  g_autofree char *person = g_strstrip (g_strdup (gtk_editable_get_text (taking->person)));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (taking->note)));
  g_autoptr (GError) error = NULL;
  AdwDialog *trouble;

  if (!g_str_equal (response, "step") ||
      tvx_handover_take_step (tvx_workspace_get_editor (taking->workspace), TVX_RECORD (taking->project), taking->state, person,
                              note, NULL, &error))
    return;
  /* Somebody else may have changed the project while the dialog was open. */
  trouble = adw_alert_dialog_new (_("The Step Was Not Taken"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (trouble), "close", _("_Close"));
  adw_dialog_present (trouble, taking->parent);
}

static GtkWidget *
add_entry (GtkListBox *list,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);
  return row;
}

/* What a person must know before this step. */
static const char *
get_body (const char *from,
          Taking     *taking)
{
  if (taking->needs_reason)
    return _("The reason is kept in the log of the handover.");
  if (tvx_handover_is_final (taking->state) && !tvx_handover_is_final (from))
    return _("What has been done in the project can no longer be undone afterwards. A wrong step is taken back by another "
              "step, with a reason.");
  return _("The step is kept in the log of the handover.");
}

/**
 * tvx_handover_step_dialog_present:
 * @workspace: an open register
 * @project: a project of it
 * @state: the state that a step may lead to
 * @parent: what the dialog belongs to
 *
 * Asks who takes a step of a handover and why, and takes it.
 */
void
tvx_handover_step_dialog_present (TvxWorkspace *workspace,
                                  TvxProject   *project,
                                  const char   *state,
                                  GtkWidget    *parent)
{
  const char *from = tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (TVX_RECORD (project), "handover")));
  /* The states are told in the body: a heading that does not fit into one line is too wide for the dialog. */
  const char *heading = _("Take a Step");
  g_autofree char *body = NULL;
  GtkWidget *list = gtk_list_box_new ();
  Taking *taking = g_new0 (Taking, 1);
  GtkWidget *person, *note;

  taking->workspace = g_object_ref (workspace);
  taking->project = g_object_ref (project);
  taking->parent = g_object_ref (parent);
  taking->state = g_strdup (state);
  taking->needs_reason = tvx_handover_needs_reason (from, state);
  /* Translators: two states of a handover, as “Received”; a sentence about the step follows. */
  body = g_strdup_printf (_("From “%s” to “%s”. %s"), tvx_vocabulary_get_label (&tvx_handover_states, from),
                          tvx_vocabulary_get_label (&tvx_handover_states, state), get_body (from, taking));
  taking->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  person = add_entry (GTK_LIST_BOX (list), _("Person"), tvx_workspace_get_author (workspace));
  note = add_entry (GTK_LIST_BOX (list), taking->needs_reason ? _("Reason") : _("Note"), "");
  taking->person = GTK_EDITABLE (person);
  taking->note = GTK_EDITABLE (note);
  adw_alert_dialog_set_extra_child (taking->dialog, list);
  adw_alert_dialog_add_responses (taking->dialog, "cancel", _("_Cancel"), "step", _("_Take Step"), NULL);
  adw_alert_dialog_set_response_appearance (taking->dialog, "step", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (taking->dialog, "step");
  adw_alert_dialog_set_close_response (taking->dialog, "cancel");
  g_signal_connect_swapped (person, "changed", G_CALLBACK (changed_cb), taking);
  g_signal_connect_swapped (note, "changed", G_CALLBACK (changed_cb), taking);
  changed_cb (taking);
  g_signal_connect_data (taking->dialog, "response", G_CALLBACK (response_cb), taking, taking_free, 0);
  adw_dialog_set_focus (ADW_DIALOG (taking->dialog), note);
  adw_dialog_present (ADW_DIALOG (taking->dialog), parent);
}
