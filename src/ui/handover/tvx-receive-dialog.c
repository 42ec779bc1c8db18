/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-receive-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/form/tvx-announce.h"
#include "ui/form/tvx-field-group.h"
#include "ui/handover/tvx-outcome-list.h"
#include "ui/handover/tvx-outcome.h"
#include "ui/handover/tvx-progress-page.h"
#include "ui/handover/tvx-receive-job.h"
#include "ui/tvx-application.h"
#include "ui/tvx-dialog-focus.h"

/**
 * TvxReceiveDialog:
 *
 * Receives a package: checks it, shows what becomes of each project, asks for the answer of the receiver, takes the projects
 * over, and saves the receipt for the sender.
 */
struct _TvxReceiveDialog
{
  AdwDialog           parent_instance;

  AdwNavigationView  *navigation;
  TvxProgressPage    *progress_page;
  AdwStatusPage      *refused_page;
  AdwBanner          *warning_banner;
  GtkWidget          *from_row;
  GtkWidget          *to_row;
  TvxOutcomeList     *preview_list;
  GtkButton          *continue_button;
  AdwBanner          *answer_banner;
  TvxFieldGroup      *answer_group;
  AdwBanner          *done_banner;
  AdwStatusPage      *done_page;
  GtkWidget          *receipt_button;

  TvxWorkspace       *workspace;
  GFile              *file;
  TvxHandoverReceive *package;
  /* What the form edits: a project that is part of no register. */
  TvxRecord          *draft;
  GFile              *receipt;
  GCancellable       *cancellable;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxReceiveDialog, tvx_receive_dialog, ADW_TYPE_DIALOG)

static void
show_page (TvxReceiveDialog *self,
           const char       *tag)
{
  adw_navigation_view_replace_with_tags (self->navigation, &tag, 1);
}

static void
begin (TvxReceiveDialog *self,
       const char       *title)
{
  tvx_progress_page_begin (self->progress_page, title);
  show_page (self, "progress");
}

static void
set_description (AdwStatusPage *page,
                 const char    *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (page, markup);
  tvx_announce (GTK_WIDGET (page), text);
}

static void
refuse (TvxReceiveDialog *self,
        const GError     *error)
{
  set_description (self->refused_page, error->message);
  show_page (self, "refused");
}

static guint
count (TvxReceiveDialog  *self,
       TvxReceiveOutcome  outcome)
{
  GPtrArray *projects = tvx_handover_receive_get_projects (self->package);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    n += ((TvxReceived *) projects->pdata[i])->outcome == outcome;
  return n;
}

static guint
count_wanted (TvxReceiveDialog *self)
{
  return count (self, TVX_RECEIVE_NEW) + count (self, TVX_RECEIVE_CHANGED);
}

/* ---- What is in the package */

static TvxOutcome *
create_outcome (const TvxReceived *received)
{
  /* In the order of TvxReceiveOutcome. */
  static const char *const labels[] = { N_("New"), N_("Changed"), N_("Already there"), N_("In conflict") };
  g_autoptr (GString) text = g_string_new (_(labels[received->outcome]));

  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u document", "%u documents", received->n_documents),
                          received->n_documents);
  if (received->message != NULL)
    g_string_append_printf (text, "\n%s", received->message);
  return tvx_outcome_new (received->title, received->message == NULL, text->str);
}

static void
show_projects (TvxReceiveDialog *self)
{
  GPtrArray *projects = tvx_handover_receive_get_projects (self->package);
  const char *warning = tvx_handover_receive_get_warning (self->package);
  g_autoptr (GListStore) outcomes = g_list_store_new (TVX_TYPE_OUTCOME);
  guint n_wanted = count_wanted (self);
  g_autofree char *label = NULL;

  for (guint i = 0; i < projects->len; i++)
    {
      g_autoptr (TvxOutcome) outcome = create_outcome (projects->pdata[i]);

      g_list_store_append (outcomes, outcome);
    }
  tvx_outcome_list_set_outcomes (self->preview_list, G_LIST_MODEL (outcomes));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->from_row), tvx_handover_receive_get_from (self->package));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->to_row), tvx_handover_receive_get_to (self->package));
  adw_banner_set_title (self->warning_banner, warning != NULL ? warning : "");
  adw_banner_set_revealed (self->warning_banner, warning != NULL);
  if (n_wanted > 0)
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Receive %u Project…", "_Receive %u Projects…", n_wanted), n_wanted);
  else
    label = g_strdup (_("_Save Receipt…"));
  gtk_button_set_label (self->continue_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->continue_button), n_wanted > 0 || count (self, TVX_RECEIVE_SAME) > 0);
  show_page (self, "projects");
  tvx_announce (GTK_WIDGET (self), warning != NULL ? warning : _("The package is whole."));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxReceiveDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->package = tvx_receive_job_open_finish (result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->package != NULL)
    show_projects (self);
  else
    refuse (self, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxReceiveDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (saved)
    tvx_receive_job_open_async (tvx_workspace_get_store (self->workspace), self->file, tvx_progress_page_tell,
                                g_object_ref (self->progress_page), g_object_unref, self->cancellable, opened_cb,
                                g_object_ref (self));
  else
    refuse (self, error);
}

/* ---- The receipt */

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TvxReceiveDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tvx_receive_job_confirm_finish (result, &error))
    {
      g_signal_emit (self, signals[CONFIRMED], 0, self->receipt);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  adw_banner_set_title (self->done_banner, error->message);
  adw_banner_set_revealed (self->done_banner, TRUE);
  tvx_announce (GTK_WIDGET (self), error->message);
  gtk_widget_set_sensitive (self->receipt_button, TRUE);
}

static void
receipt_chosen_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TvxReceiveDialog) self = user_data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file == NULL || self->package == NULL)
    return;
  g_set_object (&self->receipt, file);
  gtk_widget_set_sensitive (self->receipt_button, FALSE);
  tvx_receive_job_confirm_async (self->package, file, confirmed_cb, g_object_ref (self));
}

static void
receipt_cb (TvxReceiveDialog *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  /* Translators: what the file of a receipt is called; %s is the authority that handed the projects over. */
  g_autofree char *name = g_strdup_printf (_("Receipt to %s"), tvx_handover_receive_get_from (self->package));
  g_autoptr (GFile) initial = tvx_file_chooser_propose (name, ".json");

  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_SAVE, _("Save Receipt"),
                               initial, receipt_chosen_cb, g_object_ref (self));
}

/* ---- Taking over */

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TvxReceiveDialog) self = user_data;
  guint n_wanted = count_wanted (self), n_left = count (self, TVX_RECEIVE_CONFLICT);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Project Received", "%u Projects Received", n_wanted), n_wanted);
  g_autofree char *left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u project in conflict was left as it is.",
                                                        "%u projects in conflict were left as they are.", n_left),
                                           n_left);
  g_autofree char *receipt =
    g_strdup_printf (_("Send the receipt to “%s”. To save it later, receive the package again: nothing is taken over twice."),
                     tvx_handover_receive_get_from (self->package));
  g_autofree char *text = g_strdup_printf ("%s%s%s", n_left > 0 ? left : "", n_left > 0 ? "\n" : "", receipt);

  /* The window looks for what is new in the folder soon again, whatever kept this from it. */
  tvx_workspace_refresh_finish (TVX_WORKSPACE (object), result, NULL);
  adw_status_page_set_title (self->done_page, title);
  show_page (self, "done");
  set_description (self->done_page, text);
  adw_dialog_set_focus (ADW_DIALOG (self), self->receipt_button);
}

static void
taken_over_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TvxReceiveDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tvx_receive_job_take_over_finish (result, &error))
    {
      tvx_workspace_refresh_async (self->workspace, NULL, refreshed_cb, g_object_ref (self));
      return;
    }
  /* What was taken over before that is there. */
  tvx_workspace_refresh_async (self->workspace, NULL, NULL, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_description (self->refused_page, _("You stopped it. Projects that were taken over before that are whole. Receive the package "
                                            "again to take over the rest."));
  else
    set_description (self->refused_page, error->message);
  show_page (self, "refused");
}

static void
continue_cb (TvxReceiveDialog *self)
{
  if (count_wanted (self) == 0)
    {
      receipt_cb (self);
      return;
    }
  adw_navigation_view_push_by_tag (self->navigation, "answer");
  tvx_field_row_focus (tvx_field_group_get_row (self->answer_group, "receiver_reference"));
}

static void
take_over_cb (TvxReceiveDialog *self)
{
  static const char *const needed[] = { "receiver_reference", "receiver_responsible" };
  TvxRecord *handover = tvx_record_get_record (self->draft, "handover");

  /* What is being typed counts. */
  tvx_field_row_flush_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (tvx_record_get_text (handover, needed[i]) == NULL)
      {
        const TvxField *field = tvx_record_get_field (handover, needed[i]);
        /* Translators: %s is the name of a field. */
        g_autofree char *text = g_strdup_printf (_("“%s” must be filled in."), _(field->label));

        adw_banner_set_title (self->answer_banner, text);
        adw_banner_set_revealed (self->answer_banner, TRUE);
        tvx_announce (GTK_WIDGET (self), text);
        tvx_field_row_focus (tvx_field_group_get_row (self->answer_group, needed[i]));
        return;
      }
  begin (self, _("Taking over the projects…"));
  tvx_receive_job_take_over_async (self->package, tvx_workspace_get_author (self->workspace), handover, tvx_progress_page_tell,
                                   g_object_ref (self->progress_page), g_object_unref, self->cancellable, taken_over_cb,
                                   g_object_ref (self));
}

static void
cancelled_cb (TvxReceiveDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  /* Before the package is known, there is nothing to tell. */
  if (self->package == NULL)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
closed_cb (TvxReceiveDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
tvx_receive_dialog_dispose (GObject *object)
{
  TvxReceiveDialog *self = TVX_RECEIVE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_RECEIVE_DIALOG);
  g_clear_pointer (&self->package, tvx_receive_job_close);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_object (&self->receipt);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (tvx_receive_dialog_parent_class)->dispose (object);
}

static void
tvx_receive_dialog_class_init (TvxReceiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_receive_dialog_dispose;

  /**
   * TvxReceiveDialog::confirmed:
   * @self: the dialog
   * @file: the receipt
   *
   * The receipt for the sender was written.
   */
  signals[CONFIRMED] = g_signal_new ("confirmed", TVX_TYPE_RECEIVE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (TVX_TYPE_FIELD_GROUP);
  g_type_ensure (TVX_TYPE_OUTCOME_LIST);
  g_type_ensure (TVX_TYPE_PROGRESS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-receive-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, refused_page);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, warning_banner);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, preview_list);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, answer_banner);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, answer_group);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, done_banner);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiveDialog, receipt_button);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, receipt_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_over_cb);
}

static void
tvx_receive_dialog_init (TvxReceiveDialog *self)
{
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);

  self->draft = tvx_record_new (TVX_TYPE_PROJECT);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tvx_dialog_focus_release_on_close (ADW_DIALOG (self));
  g_object_set (self->answer_group, "editor", editor, "record", self->draft, NULL);
}

/**
 * tvx_receive_dialog_new:
 * @workspace: an open register
 * @file: a package
 *
 * Returns: (transfer floating): a dialog that receives the package
 */
AdwDialog *
tvx_receive_dialog_new (TvxWorkspace *workspace,
                        GFile        *file)
{
  TvxReceiveDialog *self = g_object_new (TVX_TYPE_RECEIVE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->file = g_object_ref (file);
  begin (self, _("Checking the package…"));
  tvx_workspace_save_async (workspace, NULL, saved_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
