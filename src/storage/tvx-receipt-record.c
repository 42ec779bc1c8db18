/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sender of a package does with a receipt. Records live in the thread of their register, and so it is there that
 * they are compared and changed; who cannot wait has it done a few projects at a time. */

#include "storage/tvx-receipt-record.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "storage/tvx-handover-package.h"
#include "storage/tvx-storage-error.h"

/* So long the main loop may wait, a part of the time between two frames. */
#define SLICE_USEC (4 * G_TIME_SPAN_MILLISECOND)

/* What a task has come to. */
typedef struct
{
  const TvxReceipt *receipt;
  char             *person;
  GPtrArray        *outcomes;
} Recording;

static void
recorded_free (TvxReceiptRecorded *recorded)
{
  g_free (recorded->id);
  g_free (recorded->title);
  g_free (recorded->message);
  g_free (recorded);
}

static gboolean
is_recorded (TvxRecord            *handover,
             const TvxReceiptLine *line)
{
  static const char *const states[] = { "received", "received_with_remarks", "completed", NULL };

  return g_strv_contains (states, tvx_handover_get_state (TVX_HANDOVER (handover))) &&
         g_strcmp0 (tvx_record_get_text (handover, "receiver_reference"), line->reference) == 0 &&
         g_strcmp0 (tvx_record_get_text (handover, "receipt_remarks"), line->remarks) == 0;
}

static gboolean
check_line (const TvxReceiptLine  *line,
            TvxRecord             *handover,
            GError               **error)
{
  if (g_strcmp0 (line->state, "received") != 0 && g_strcmp0 (line->state, "received_with_remarks") != 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT, _("The receipt does not say whether the project was received."));
      return FALSE;
    }
  if (g_strcmp0 (tvx_handover_get_state (TVX_HANDOVER (handover)), "handed_over") != 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_CHANGED,
                   _("The project is not handed over here, or another receipt was recorded for it."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_steps (const TvxReceiptLine  *line,
            TvxEditor             *editor,
            TvxRecord             *project,
            const char            *person,
            gboolean               is_current,
            gboolean              *completed,
            GError               **error)
{
  TvxRecord *handover = tvx_record_get_record (project, "handover");
  g_autoptr (GPtrArray) lacking = NULL;

  *completed = FALSE;
  if (!tvx_editor_set (editor, handover, "receiver_reference", tvx_receipt_make_value (line->reference), error) ||
      !tvx_editor_set (editor, handover, "receiver_responsible", tvx_receipt_make_value (line->responsible), error) ||
      !tvx_editor_set (editor, handover, "receipt_remarks", tvx_receipt_make_value (line->remarks), error) ||
      !tvx_handover_take_step (editor, project, line->state, person, NULL, NULL, error))
    return FALSE;
  lacking = tvx_handover_find_lacking (project, tvx_editor_get_register (editor), "completed");
  if (lacking->len > 0 || !is_current || g_str_equal (line->state, "received_with_remarks"))
    return TRUE;
  *completed = TRUE;
  return tvx_handover_take_step (editor, project, "completed", person, NULL, NULL, error);
}

/* What keeps a handover that was received from being completed. */
static char *
describe_rest (const TvxReceiptLine *line,
               TvxRecord            *project,
               TvxRecord            *reg,
               gboolean              is_current)
{
  g_autoptr (GPtrArray) lacking = tvx_handover_find_lacking (project, reg, "completed");

  if (!is_current)
    return g_strdup (_("The project was changed here after it was packed; the receiver does not have these changes."));
  if (line->remarks != NULL)
    return g_strdup_printf (_("Received with remarks: %s"), line->remarks);
  return g_strdup (lacking->len > 0 ? tvx_finding_get_message (lacking->pdata[0]) : NULL);
}

static void
record_line (TvxReceiptRecorded   *recorded,
             const TvxReceiptLine *line,
             TvxWorkspace         *workspace,
             const char           *person,
             GCancellable         *cancellable)
{
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  /* One that the register does not have is not looked for on the disk: projects that are open already are recorded at once. */
  g_autoptr (TvxProject) project = tvx_workspace_get_summary (workspace, line->id) != NULL
                                     ? tvx_workspace_load_project (workspace, line->id, cancellable, NULL)
                                     : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;
  TvxRecord *handover;
  gboolean is_current, completed;

  recorded->outcome = TVX_RECEIPT_REFUSED;
  if (project == NULL)
    {
      recorded->message = g_strdup (_("The register does not have this project, or it cannot be read."));
      return;
    }
  handover = tvx_record_get_record (TVX_RECORD (project), "handover");
  if (is_recorded (handover, line))
    {
      recorded->outcome = TVX_RECEIPT_SAME;
      return;
    }
  revision = tvx_handover_package_dup_revision (TVX_RECORD (project));
  is_current = g_str_equal (revision, line->revision);
  if (!check_line (line, handover, &error))
    {
      recorded->message = g_strdup (error->message);
      return;
    }
  tvx_editor_begin (editor, _("Record the Receipt"));
  if (!take_steps (line, editor, TVX_RECORD (project), person, is_current, &completed, &error))
    {
      tvx_editor_cancel (editor);
      recorded->message = g_strdup (error->message);
      return;
    }
  tvx_editor_end (editor);
  recorded->outcome = completed ? TVX_RECEIPT_COMPLETED : TVX_RECEIPT_RECEIVED;
  if (!completed)
    recorded->message =
      describe_rest (line, TVX_RECORD (project), TVX_RECORD (tvx_workspace_get_register (workspace)), is_current);
}

static void
record_next (GPtrArray        *outcomes,
             const TvxReceipt *receipt,
             TvxWorkspace     *workspace,
             const char       *person,
             GCancellable     *cancellable)
{
  const TvxReceiptLine *line = receipt->lines->pdata[outcomes->len];
  TvxReceiptRecorded *recorded = g_new0 (TvxReceiptRecorded, 1);

  recorded->id = g_strdup (line->id);
  recorded->title = g_strdup (line->title);
  record_line (recorded, line, workspace, person, cancellable);
  g_ptr_array_add (outcomes, recorded);
}

static gboolean
check_writable (TvxWorkspace  *workspace,
                GError       **error)
{
  if (!tvx_workspace_get_read_only (workspace))
    return TRUE;
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ACCESS,
               _("This register can only be read, so no receipt can be recorded."));
  return FALSE;
}

/**
 * tvx_receipt_record:
 * @self: a receipt
 * @workspace: the register of the sender
 * @person: who records it
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that keeps all of it from being recorded
 *
 * Records what the receiver confirms, by steps of the handover: received, or received with remarks; and completed, where
 * nothing lacks, there are no remarks and the receiver has the project as it is here. What was recorded before stays as
 * it is. Projects are read while this waits.
 *
 * Returns: (transfer full) (element-type TvxReceiptRecorded) (nullable): what came of each project
 */
GPtrArray *
tvx_receipt_record (const TvxReceipt  *self,
                    TvxWorkspace      *workspace,
                    const char        *person,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) recorded_free);

  g_return_val_if_fail (TVX_IS_WORKSPACE (workspace), NULL);

  if (!check_writable (workspace, error))
    return NULL;
  while (outcomes->len < self->lines->len)
    record_next (outcomes, self, workspace, person, cancellable);
  return g_steal_pointer (&outcomes);
}

static void
recording_free (gpointer data)
{
  Recording *recording = data;

  g_free (recording->person);
  g_clear_pointer (&recording->outcomes, g_ptr_array_unref);
  g_free (recording);
}

static gboolean
record_some_cb (gpointer user_data)
{
  GTask *task = user_data;
  Recording *recording = g_task_get_task_data (task);
  gint64 end = g_get_monotonic_time () + SLICE_USEC;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  while (recording->outcomes->len < recording->receipt->lines->len)
    {
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
      record_next (recording->outcomes, recording->receipt, g_task_get_source_object (task), recording->person,
                   g_task_get_cancellable (task));
    }
  g_task_return_pointer (task, g_steal_pointer (&recording->outcomes), (GDestroyNotify) g_ptr_array_unref);
  return G_SOURCE_REMOVE;
}

/**
 * tvx_receipt_record_async:
 * @self: a receipt, which stays until @callback is called
 * @workspace: the register of the sender, whose projects are loaded; others are read while the main loop waits
 * @person: who records it
 * @cancellable: (nullable): to cancel the task; what was recorded by then stays recorded
 * @callback: called when all is recorded
 * @user_data: data for @callback
 *
 * Does what [func@Tvx.receipt_record] does, a few projects at a time, so that the main loop goes on.
 */
void
tvx_receipt_record_async (const TvxReceipt    *self,
                          TvxWorkspace        *workspace,
                          const char          *person,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  g_autoptr (GSource) source = g_idle_source_new ();
  Recording *recording = g_new0 (Recording, 1);
  GError *error = NULL;

  recording->receipt = self;
  recording->person = g_strdup (person);
  recording->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) recorded_free);
  g_task_set_source_tag (task, tvx_receipt_record_async);
  g_task_set_task_data (task, recording, recording_free);
  if (!check_writable (workspace, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_source_set_static_name (source, "tvx-receipt-record");
  g_source_set_callback (source, record_some_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * tvx_receipt_record_finish:
 * @workspace: the register of the sender
 * @result: what the callback was given
 * @error: return location for an error that keeps all of it from being recorded
 *
 * Ends what [func@Tvx.receipt_record_async] began.
 *
 * Returns: (transfer full) (element-type TvxReceiptRecorded) (nullable): what came of each project
 */
GPtrArray *
tvx_receipt_record_finish (TvxWorkspace  *workspace,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
