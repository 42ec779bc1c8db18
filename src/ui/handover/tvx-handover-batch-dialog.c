/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-handover-batch-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-handover-steps.h"
#include "model/tvx-vocabulary.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-field-row.h"
#include "ui/handover/tvx-handover-candidate.h"
#include "ui/handover/tvx-outcome-list.h"
#include "ui/tvx-dialog-focus.h"

/**
 * TvxHandoverBatchDialog:
 *
 * Many projects that are handed over together: first what is the same for all, then a step, and what still blocks each.
 */
struct _TvxHandoverBatchDialog
{
  AdwDialog          parent_instance;

  AdwNavigationView *navigation;
  GtkWidget         *shared_group;
  GtkWidget         *continue_button;
  AdwComboRow       *step_row;
  AdwEntryRow       *note_row;
  TvxOutcomeList    *list;
  GtkButton         *take_button;

  TvxWorkspace      *workspace;
  /* What the form edits: a project that is part of no register. */
  TvxEditor         *editor;
  TvxRecord         *draft;
  /* What is still to be read. */
  GStrv              ids;
  guint              n_loaded;
  GCancellable      *loading;
  GListStore        *candidates;
  /* The states that step_row shows. */
  GPtrArray         *steps;
  /* The state that is asked for; NULL to propose the one that most projects can take. */
  const char        *wanted;
};

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxHandoverBatchDialog, tvx_handover_batch_dialog, ADW_TYPE_DIALOG)

static TvxHandoverCandidate *
get_candidate (TvxHandoverBatchDialog *self,
               guint                   position)
{
  g_autoptr (TvxHandoverCandidate) candidate = g_list_model_get_item (G_LIST_MODEL (self->candidates), position);

  /* The list keeps it. */
  return candidate;
}

static guint
count_candidates (TvxHandoverBatchDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->candidates));
}

static const char *
get_step (TvxHandoverBatchDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->step_row);

  return selected < self->steps->len ? self->steps->pdata[selected] : NULL;
}

static void
show_error (TvxHandoverBatchDialog *self,
            const char             *heading,
            const GError           *error)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, error->message));

  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ---- Reading the projects */

static void load_next  (TvxHandoverBatchDialog *self);
static void show_steps (TvxHandoverBatchDialog *self);

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxHandoverBatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxProject) project = tvx_workspace_load_project_finish (TVX_WORKSPACE (object), result, &error);
  g_autoptr (TvxHandoverCandidate) candidate = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->n_loaded++;
  if (project == NULL)
    {
      show_error (self, _("A Project Could Not Be Read"), error);
    }
  else
    {
      candidate = tvx_handover_candidate_new (project);
      g_list_store_append (self->candidates, candidate);
    }
  load_next (self);
}

static void
load_next (TvxHandoverBatchDialog *self)
{
  const char *id = self->ids[self->n_loaded];

  gtk_widget_set_sensitive (self->continue_button, id == NULL);
  if (id == NULL && self->wanted != NULL)
    show_steps (self);
  if (id != NULL)
    tvx_workspace_load_project_async (self->workspace, id, self->loading, loaded_cb, g_object_ref (self));
}

/* ---- What is the same for all */

static gboolean
fill_in (TvxHandoverBatchDialog  *self,
         TvxProject              *project,
         GError                 **error)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  TvxRecord *from = tvx_record_get_record (self->draft, "handover");
  TvxRecord *handover = tvx_record_get_record (TVX_RECORD (project), "handover");
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (from);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *field = klass->fields[i].name;
      GVariant *value = klass->fields[i].kind != TVX_FIELD_LIST ? tvx_record_get_value (from, field) : NULL;

      if (value != NULL && !tvx_editor_set (editor, handover, field, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_in_all (TvxHandoverBatchDialog  *self,
             GError                 **error)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  gboolean good = TRUE;

  tvx_editor_begin (editor, _("Handover filled in for several projects"));
  for (guint i = 0; good && i < count_candidates (self); i++)
    good = fill_in (self, tvx_handover_candidate_get_project (get_candidate (self, i)), error);
  if (good)
    tvx_editor_end (editor);
  else
    tvx_editor_cancel (editor);
  return good;
}

/* ---- The step */

static void
show_take_button (TvxHandoverBatchDialog *self)
{
  const char *to = get_step (self);
  guint n = count_candidates (self), n_ready = 0;
  gboolean lacks_reason = FALSE;
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  g_autofree char *label = NULL;

  for (guint i = 0; i < n; i++)
    {
      TvxHandoverCandidate *candidate = get_candidate (self, i);
      const char *from = tvx_handover_candidate_get_state (candidate);

      if (!tvx_outcome_get_is_good (TVX_OUTCOME (candidate)))
        continue;
      n_ready++;
      lacks_reason = lacks_reason || (*note == '\0' && tvx_handover_needs_reason (from, to));
    }
  label = n > 1 ? g_strdup_printf (_("_Take the Step for %u of %u"), n_ready, n) : g_strdup (_("_Take the Step"));
  gtk_button_set_label (self->take_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_button), n_ready > 0 && !lacks_reason);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note_row),
                                 lacks_reason ? _("Note: why? A step back or a stop needs a reason") : _("Note"));
}

static void
step_cb (TvxHandoverBatchDialog *self)
{
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (self->workspace));
  const char *to = get_step (self);

  if (to == NULL)
    return;
  for (guint i = 0; i < count_candidates (self); i++)
    tvx_handover_candidate_set_step (get_candidate (self, i), reg, to);
  show_take_button (self);
}

static void
note_cb (TvxHandoverBatchDialog *self)
{
  if (get_step (self) != NULL)
    show_take_button (self);
}

/* All steps that are open for one of the projects; the one that most can take is proposed. */
static void
show_steps (TvxHandoverBatchDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree guint *votes = NULL;
  guint best = 0;

  g_ptr_array_set_size (self->steps, 0);
  votes = g_new0 (guint, tvx_handover_states.n_terms);
  for (guint i = 0; i < count_candidates (self); i++)
    {
      g_autofree const char **next = tvx_handover_list_next (tvx_handover_candidate_get_state (get_candidate (self, i)));

      for (guint j = 0; next[j] != NULL; j++)
        {
          guint found;

          if (!g_ptr_array_find_with_equal_func (self->steps, next[j], g_str_equal, &found))
            {
              found = self->steps->len;
              g_ptr_array_add (self->steps, (gpointer) next[j]);
              gtk_string_list_append (labels, tvx_vocabulary_get_label (&tvx_handover_states, next[j]));
            }
          votes[found] += j == 0;
        }
    }
  for (guint i = 0; i < self->steps->len; i++)
    if (votes[i] > votes[best])
      best = i;
  if (self->wanted != NULL)
    g_ptr_array_find_with_equal_func (self->steps, self->wanted, g_str_equal, &best);
  adw_combo_row_set_model (self->step_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->step_row, best);
  step_cb (self);
}

static void
continue_cb (TvxHandoverBatchDialog *self)
{
  g_autoptr (GError) error = NULL;

  /* What is being typed counts. */
  tvx_field_row_flush_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (!fill_in_all (self, &error))
    {
      show_error (self, _("This Could Not Be Changed"), error);
      return;
    }
  show_steps (self);
  adw_navigation_view_push_by_tag (self->navigation, "step");
}

static void
take_cb (TvxHandoverBatchDialog *self)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  const char *to = get_step (self);
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_taken = 0;

  text = g_strdup_printf (_("Handover: %s"), tvx_vocabulary_get_label (&tvx_handover_states, to));
  tvx_editor_begin (editor, text);
  for (guint i = 0; error == NULL && i < count_candidates (self); i++)
    {
      TvxHandoverCandidate *candidate = get_candidate (self, i);

      if (tvx_outcome_get_is_good (TVX_OUTCOME (candidate)) &&
          tvx_handover_take_step (editor, TVX_RECORD (tvx_handover_candidate_get_project (candidate)), to,
                                  tvx_workspace_get_author (self->workspace), note, now, &error))
        n_taken++;
    }
  tvx_editor_end (editor);
  if (error != NULL)
    show_error (self, _("The Step Could Not Be Taken"), error);
  g_clear_pointer (&text, g_free);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s”: %u project", "“%s”: %u projects", n_taken),
                          tvx_vocabulary_get_label (&tvx_handover_states, to), n_taken);
  g_signal_emit (self, signals[TAKEN], 0, text);
  if (error == NULL && n_taken == count_candidates (self))
    adw_dialog_close (ADW_DIALOG (self));
  else
    show_steps (self);
}

static void
tvx_handover_batch_dialog_dispose (GObject *object)
{
  TvxHandoverBatchDialog *self = TVX_HANDOVER_BATCH_DIALOG (object);

  g_cancellable_cancel (self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_HANDOVER_BATCH_DIALOG);
  g_clear_object (&self->loading);
  g_clear_object (&self->workspace);
  g_clear_object (&self->editor);
  g_clear_object (&self->draft);
  g_clear_object (&self->candidates);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_strfreev);

  G_OBJECT_CLASS (tvx_handover_batch_dialog_parent_class)->dispose (object);
}

static void
closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TVX_HANDOVER_BATCH_DIALOG (dialog)->loading);
}

static void
tvx_handover_batch_dialog_class_init (TvxHandoverBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_handover_batch_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = closed;

  /**
   * TvxHandoverBatchDialog::taken:
   * @self: the dialog
   * @text: what was done, for a toast
   *
   * A step was taken for some of the projects.
   */
  signals[TAKEN] = g_signal_new ("taken", TVX_TYPE_HANDOVER_BATCH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TVX_TYPE_FIELD_GROUP);
  g_type_ensure (TVX_TYPE_OUTCOME_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-handover-batch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, shared_group);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, step_row);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBatchDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
tvx_handover_batch_dialog_init (TvxHandoverBatchDialog *self)
{
  self->editor = tvx_editor_new (NULL);
  self->draft = tvx_record_new (TVX_TYPE_PROJECT);
  self->candidates = g_list_store_new (TVX_TYPE_HANDOVER_CANDIDATE);
  self->steps = g_ptr_array_new ();
  self->loading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tvx_dialog_focus_release_on_close (ADW_DIALOG (self));
  g_object_set (self->shared_group, "editor", self->editor, "record", self->draft, NULL);

  tvx_outcome_list_set_outcomes (self->list, G_LIST_MODEL (self->candidates));
}

/* What the register knows of itself need not be typed again. */
static void
propose (TvxHandoverBatchDialog *self)
{
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (self->workspace));
  GVariant *authority = tvx_record_get_value (reg, "authority");

  tvx_editor_set (self->editor, tvx_record_get_record (self->draft, "handover"), "from", authority, NULL);
}

/**
 * tvx_handover_batch_dialog_new:
 * @workspace: an open register
 * @ids: (array zero-terminated=1): the ids of projects
 *
 * Returns: (transfer floating): a dialog that hands over these projects together
 */
AdwDialog *
tvx_handover_batch_dialog_new (TvxWorkspace      *workspace,
                               const char *const *ids)
{
  TvxHandoverBatchDialog *self = g_object_new (TVX_TYPE_HANDOVER_BATCH_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->ids = g_strdupv ((GStrv) ids);
  propose (self);
  load_next (self);
  return ADW_DIALOG (self);
}

/**
 * tvx_handover_step_dialog_new:
 * @workspace: an open register
 * @id: the id of a project
 * @to: the state that a step is to lead to, one of [struct@Tvx.Vocabulary] `tvx_handover_states`
 *
 * Returns: (transfer floating): a dialog that shows what blocks a step of one project, and takes it
 */
AdwDialog *
tvx_handover_step_dialog_new (TvxWorkspace *workspace,
                              const char   *id,
                              const char   *to)
{
  TvxHandoverBatchDialog *self = g_object_new (TVX_TYPE_HANDOVER_BATCH_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->ids = g_strdupv ((char *[]) { (char *) id, NULL });
  self->wanted = g_intern_string (to);
  adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "step" }, 1);
  adw_dialog_set_title (ADW_DIALOG (self), _("Next Step"));
  load_next (self);
  return ADW_DIALOG (self);
}
