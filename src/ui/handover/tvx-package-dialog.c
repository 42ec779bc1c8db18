/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-package-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/export/tvx-report-choices.h"
#include "ui/form/tvx-announce.h"
#include "ui/handover/tvx-outcome-list.h"
#include "ui/handover/tvx-outcome.h"
#include "ui/handover/tvx-package-job.h"
#include "ui/handover/tvx-progress-page.h"
#include "ui/tvx-application.h"
#include "ui/tvx-dialog-focus.h"

/**
 * TvxPackageDialog:
 *
 * Packs projects that are handed over into one file for the receiver: shows what may go and what keeps the others, asks for
 * the file, and writes it.
 */
struct _TvxPackageDialog
{
  AdwDialog        parent_instance;

  AdwBanner       *banner;
  GtkStack        *stack;
  TvxProgressPage *progress_page;
  AdwComboRow     *receiver_row;
  AdwComboRow     *language_row;
  TvxOutcomeList  *list;
  GtkButton       *pack_button;

  TvxWorkspace    *workspace;
  GStrv            ids;
  GSettings       *settings;
  /* What was found out about the projects. */
  GPtrArray       *packables;
  /* The first of the projects for each receiver, in the order of receiver_row. */
  GPtrArray       *receivers;
  GFile           *file;
  GCancellable    *cancellable;
};

enum
{
  PACKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxPackageDialog, tvx_package_dialog, ADW_TYPE_DIALOG)

static gboolean
has_same_parties (gconstpointer a,
                  gconstpointer b)
{
  const TvxPackable *first = a, *second = b;

  return g_strcmp0 (first->from, second->from) == 0 && g_strcmp0 (first->to, second->to) == 0;
}

static const TvxPackable *
get_receiver (TvxPackageDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->receiver_row);

  return selected < self->receivers->len ? self->receivers->pdata[selected] : NULL;
}

static gboolean
is_ready (TvxPackageDialog  *self,
          const TvxPackable *packable)
{
  const TvxPackable *receiver = get_receiver (self);

  return packable->obstacle == NULL && receiver != NULL && has_same_parties (receiver, packable);
}

static void
show_page (TvxPackageDialog *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->pack_button), g_str_equal (name, "projects") && self->packables->len > 0);
}

static void
show_trouble (TvxPackageDialog *self,
              const GError     *error)
{
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  tvx_announce (GTK_WIDGET (self), error->message);
}

/* What was cancelled stays so. */
static void
renew_cancellable (TvxPackageDialog *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
begin (TvxPackageDialog *self,
       const char       *title)
{
  renew_cancellable (self);
  adw_banner_set_revealed (self->banner, FALSE);
  tvx_progress_page_begin (self->progress_page, title);
  show_page (self, "progress");
}

/* ---- What may go */

static TvxOutcome *
create_outcome (TvxPackageDialog  *self,
                const TvxPackable *packable)
{
  g_autofree char *text = NULL;

  if (packable->obstacle != NULL)
    return tvx_outcome_new (packable->title, FALSE, packable->obstacle);
  if (!is_ready (self, packable))
    {
      /* Translators: %s is the authority that takes a project over. */
      text = g_strdup_printf (_("Not in this package: it goes to “%s”"), packable->to);
      return tvx_outcome_new (packable->title, FALSE, text);
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Ready, with %u document", "Ready, with %u documents", packable->n_documents),
                          packable->n_documents);
  return tvx_outcome_new (packable->title, TRUE, text);
}

static void
receiver_cb (TvxPackageDialog *self)
{
  g_autoptr (GListStore) outcomes = g_list_store_new (TVX_TYPE_OUTCOME);
  g_autofree char *label = NULL;
  guint n_ready = 0;

  for (guint i = 0; i < self->packables->len; i++)
    {
      g_autoptr (TvxOutcome) outcome = create_outcome (self, self->packables->pdata[i]);

      g_list_store_append (outcomes, outcome);
      n_ready += tvx_outcome_get_is_good (outcome);
    }
  tvx_outcome_list_set_outcomes (self->list, G_LIST_MODEL (outcomes));
  /* Translators: %u of %u projects. */
  label = g_strdup_printf (_("_Pack %u of %u…"), n_ready, self->packables->len);
  gtk_button_set_label (self->pack_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pack_button), n_ready > 0);
}

static void
show_projects (TvxPackageDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->receivers, 0);
  for (guint i = 0; i < self->packables->len; i++)
    {
      TvxPackable *packable = self->packables->pdata[i];

      if (packable->obstacle != NULL || g_ptr_array_find_with_equal_func (self->receivers, packable, has_same_parties, NULL))
        continue;
      g_ptr_array_add (self->receivers, packable);
      gtk_string_list_append (labels, packable->to);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->receiver_row), self->receivers->len > 0);
  adw_combo_row_set_model (self->receiver_row, G_LIST_MODEL (labels));
  receiver_cb (self);
  show_page (self, "projects");
  tvx_dialog_focus_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->pack_button));
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TvxPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packables = tvx_package_job_check_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (packables != NULL)
    {
      g_ptr_array_unref (self->packables);
      self->packables = g_steal_pointer (&packables);
    }
  show_projects (self);
  if (error != NULL)
    show_trouble (self, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error) && !g_cancellable_is_cancelled (self->cancellable))
    {
      show_projects (self);
      show_trouble (self, error);
    }
  if (error == NULL && !g_cancellable_is_cancelled (self->cancellable))
    tvx_package_job_check_async (tvx_workspace_get_store (self->workspace), self->ids, tvx_progress_page_tell,
                                 g_object_ref (self->progress_page), g_object_unref, self->cancellable, checked_cb,
                                 g_object_ref (self));
}

/* ---- The package */

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TvxPackageDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tvx_package_job_write_finish (result, &error))
    {
      g_signal_emit (self, signals[PACKED], 0, self->file);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  show_page (self, "projects");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_trouble (self, error);
}

static char *
dup_language (TvxPackageDialog *self)
{
  g_autoptr (TvxReportChoices) choices = tvx_report_choices_new (self->settings, FALSE);

  return g_steal_pointer (&choices->language);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxPackageDialog) self = user_data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *language = NULL;
  g_auto (GStrv) strv = NULL;

  /* The dialog may have gone while the file was chosen. */
  if (file == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  g_set_object (&self->file, file);
  for (guint i = 0; i < self->packables->len; i++)
    {
      const TvxPackable *packable = self->packables->pdata[i];

      if (is_ready (self, packable))
        g_strv_builder_add (ids, packable->id);
    }
  strv = g_strv_builder_end (ids);
  language = dup_language (self);
  begin (self, _("Packing the projects…"));
  tvx_package_job_write_async (tvx_workspace_get_store (self->workspace), strv, language, file, tvx_progress_page_tell,
                               g_object_ref (self->progress_page), g_object_unref, self->cancellable, written_cb,
                               g_object_ref (self));
}

static void
pack_cb (TvxPackageDialog *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  /* Translators: what the file of a package is called; %s is the authority that takes the projects over. */
  g_autofree char *name = g_strdup_printf (_("Handover to %s"), get_receiver (self)->to);
  g_autoptr (GFile) initial = tvx_file_chooser_propose (name, ".zip");

  renew_cancellable (self);
  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_SAVE, _("Save Package"),
                               initial, chosen_cb, g_object_ref (self));
}

static void
cancelled_cb (TvxPackageDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  /* Before the projects are known, there is nothing to go back to. */
  if (self->packables->len == 0)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
closed_cb (TvxPackageDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
tvx_package_dialog_dispose (GObject *object)
{
  TvxPackageDialog *self = TVX_PACKAGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PACKAGE_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->receivers, g_ptr_array_unref);
  g_clear_pointer (&self->packables, g_ptr_array_unref);

  G_OBJECT_CLASS (tvx_package_dialog_parent_class)->dispose (object);
}

static void
tvx_package_dialog_class_init (TvxPackageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_package_dialog_dispose;

  /**
   * TvxPackageDialog::packed:
   * @self: the dialog
   * @file: the package
   *
   * A package was written.
   */
  signals[PACKED] = g_signal_new ("packed", TVX_TYPE_PACKAGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (TVX_TYPE_OUTCOME_LIST);
  g_type_ensure (TVX_TYPE_PROGRESS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-package-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, progress_page);
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, receiver_row);
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TvxPackageDialog, pack_button);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pack_cb);
  gtk_widget_class_bind_template_callback (widget_class, receiver_cb);
}

static void
tvx_package_dialog_init (TvxPackageDialog *self)
{
  self->packables = g_ptr_array_new ();
  self->receivers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_package_dialog_new:
 * @workspace: an open register
 * @ids: (array zero-terminated=1): the ids of projects
 *
 * Returns: (transfer floating): a dialog that packs these projects for the receiver
 */
AdwDialog *
tvx_package_dialog_new (TvxWorkspace *workspace,
                        GStrv         ids)
{
  TvxPackageDialog *self = g_object_new (TVX_TYPE_PACKAGE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->ids = g_strdupv (ids);
  self->settings = tvx_report_choices_dup_settings (tvx_workspace_get_register (workspace));
  tvx_report_choices_bind (self->language_row, self->settings, "language");
  if (*ids == NULL)
    {
      show_page (self, "empty");
      return ADW_DIALOG (self);
    }
  begin (self, _("Looking at the projects…"));
  tvx_workspace_save_async (workspace, NULL, saved_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
