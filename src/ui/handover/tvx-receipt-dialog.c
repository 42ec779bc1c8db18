/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-receipt-dialog.h"

#include <glib/gi18n-lib.h>

#include "storage/tvx-receipt-record.h"
#include "storage/tvx-task.h"
#include "ui/form/tvx-announce.h"
#include "ui/handover/tvx-outcome-list.h"
#include "ui/handover/tvx-outcome.h"
#include "ui/list/tvx-projects-loader.h"

/**
 * TvxReceiptDialog:
 *
 * Records the receipt that the receiver of a package sent back, saves, and shows what came of each project.
 */
struct _TvxReceiptDialog
{
  AdwDialog       parent_instance;

  AdwBanner      *banner;
  GtkStack       *stack;
  AdwStatusPage  *refused_page;
  GtkLabel       *summary;
  TvxOutcomeList *list;

  TvxWorkspace   *workspace;
  TvxReceipt     *receipt;
  /* Held until all is recorded, so that nothing is read from the disk for it. */
  GPtrArray      *projects;
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (TvxReceiptDialog, tvx_receipt_dialog, ADW_TYPE_DIALOG)

static void
refuse (TvxReceiptDialog *self,
        const GError     *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->refused_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "refused");
  tvx_announce (GTK_WIDGET (self), error->message);
}

/* ---- What came of it */

static TvxOutcome *
create_outcome (const TvxReceiptRecorded *recorded)
{
  /* In the order of TvxReceiptOutcome. */
  static const char *const labels[] = { N_("Completed"), N_("Received"), N_("Already recorded"), N_("Refused") };
  g_autofree char *text = recorded->message != NULL ? g_strdup_printf ("%s\n%s", _(labels[recorded->outcome]), recorded->message)
                                                    : g_strdup (_(labels[recorded->outcome]));

  return tvx_outcome_new (recorded->title, recorded->message == NULL, text);
}

static void
show_recorded (TvxReceiptDialog *self,
               GPtrArray        *recorded)
{
  g_autoptr (GListStore) outcomes = g_list_store_new (TVX_TYPE_OUTCOME);
  g_autofree char *text = NULL;
  guint n_completed = 0;

  for (guint i = 0; i < recorded->len; i++)
    {
      g_autoptr (TvxOutcome) outcome = create_outcome (recorded->pdata[i]);

      g_list_store_append (outcomes, outcome);
      n_completed += ((TvxReceiptRecorded *) recorded->pdata[i])->outcome == TVX_RECEIPT_COMPLETED;
    }
  /* Translators: %1$u of %2$u projects; %3$s is the authority that received them. */
  text = g_strdup_printf (_("Receipt from “%3$s”: %1$u of %2$u handovers are now completed."), n_completed, recorded->len,
                          self->receipt->to);
  gtk_label_set_label (self->summary, text);
  tvx_outcome_list_set_outcomes (self->list, G_LIST_MODEL (outcomes));
  gtk_stack_set_visible_child_name (self->stack, "recorded");
  tvx_announce (GTK_WIDGET (self), text);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TvxReceiptDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tvx_workspace_save_finish (TVX_WORKSPACE (object), result, &error))
    return;
  /* It stays recorded, and is saved as soon as that can be. */
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
  tvx_announce (GTK_WIDGET (self), error->message);
}

static void
recorded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxReceiptDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recorded = tvx_receipt_record_finish (TVX_WORKSPACE (object), result, &error);

  g_clear_pointer (&self->projects, g_ptr_array_unref);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (recorded == NULL)
    {
      refuse (self, error);
      return;
    }
  show_recorded (self, recorded);
  tvx_workspace_save_async (self->workspace, NULL, saved_cb, g_object_ref (self));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxReceiptDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *projects = tvx_projects_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_pointer (&projects, g_ptr_array_unref);
  else if (projects == NULL)
    refuse (self, error);
  else
    {
      self->projects = projects;
      tvx_receipt_record_async (self->receipt, self->workspace, tvx_workspace_get_author (self->workspace), self->cancellable,
                                recorded_cb, g_object_ref (self));
    }
}

/* ---- The receipt */

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  TvxReceipt *receipt = tvx_receipt_load (task_data, cancellable, &error);

  if (receipt != NULL)
    g_task_return_pointer (task, receipt, (GDestroyNotify) tvx_receipt_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TvxReceiptDialog *self = TVX_RECEIPT_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) summaries = g_list_store_new (TVX_TYPE_SUMMARY);

  self->receipt = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->receipt == NULL)
    {
      refuse (self, error);
      return;
    }
  for (guint i = 0; i < self->receipt->lines->len; i++)
    {
      const TvxReceiptLine *line = self->receipt->lines->pdata[i];
      TvxSummary *summary = tvx_workspace_get_summary (self->workspace, line->id);

      if (summary != NULL)
        g_list_store_append (summaries, summary);
    }
  tvx_projects_load_async (self->workspace, G_LIST_MODEL (summaries), self->cancellable, opened_cb, g_object_ref (self));
}

static void
closed_cb (TvxReceiptDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
tvx_receipt_dialog_dispose (GObject *object)
{
  TvxReceiptDialog *self = TVX_RECEIPT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_RECEIPT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->receipt, tvx_receipt_free);
  g_clear_pointer (&self->projects, g_ptr_array_unref);

  G_OBJECT_CLASS (tvx_receipt_dialog_parent_class)->dispose (object);
}

static void
tvx_receipt_dialog_class_init (TvxReceiptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_receipt_dialog_dispose;

  g_type_ensure (TVX_TYPE_OUTCOME_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-receipt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxReceiptDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiptDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiptDialog, refused_page);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiptDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TvxReceiptDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
tvx_receipt_dialog_init (TvxReceiptDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_receipt_dialog_new:
 * @workspace: an open register
 * @file: a receipt
 *
 * Returns: (transfer floating): a dialog that records the receipt
 */
AdwDialog *
tvx_receipt_dialog_new (TvxWorkspace *workspace,
                        GFile        *file)
{
  TvxReceiptDialog *self = g_object_new (TVX_TYPE_RECEIPT_DIALOG, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);

  self->workspace = g_object_ref (workspace);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  tvx_task_run_in_thread (task, load_thread);
  return ADW_DIALOG (self);
}
