/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What readers will see of a table that is being filled in, and what would show them more: both are worked out in a thread. */

#include "ui/statistics/tvx-table-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-merge.h"
#include "storage/tvx-task.h"
#include "ui/statistics/tvx-related-projects.h"
#include "ui/statistics/tvx-table-proposals.h"

static void
set_running (TvxTableDialog *self,
             gboolean        running)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), running);
  gtk_widget_set_visible (self->cancel_button, running);
}

static void
protect_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  /* One pass, while somebody types; a report takes its time. */
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;
  GError *error = NULL;

  options.n_rounds = 0;
  if (tvx_protected_tables_protect (task_data, &options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_trouble (TvxTableDialog *self,
              const char     *message)
{
  gtk_label_set_text (self->status_label, message);
  adw_banner_set_revealed (self->banner, FALSE);
  self->proposals_wanted = FALSE;
}

/* Nothing can be said of what readers will see. */
static void
show_refusal (TvxTableDialog *self,
              const char     *message)
{
  show_trouble (self, message);
  tvx_table_charts_show (self->charts, NULL, self->table, message);
}

static void
show_summary (TvxTableDialog *self)
{
  TvxProtection *protection = tvx_protected_tables_get_protection (self->tables);
  TvxProtectionSummary summary;
  guint n_empty = tvx_statistics_table_count_empty (self->table);
  g_autoptr (GString) text = g_string_new (NULL);
  guint table;

  if (!tvx_protected_tables_find (self->tables, TVX_RECORD (self->table), &table))
    {
      show_trouble (self, _("Reports leave out a table without numbers."));
      return;
    }
  tvx_protection_get_summary_of (protection, table, &summary);
  /* Translators: how many numbers of a table readers do not see, and how many it has. */
  g_string_append_printf (text, _("Readers do not see %u of %u numbers."), summary.n_small + summary.n_follow, summary.n_cells);
  if (n_empty > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u empty cell counts as a zero.", "%u empty cells count as zeros.", n_empty), n_empty);
    }
  gtk_label_set_text (self->status_label, text->str);
  adw_banner_set_title (self->banner, _("Much of the table is hidden from readers. A smaller table, or rounded numbers, would show more."));
  adw_banner_set_revealed (self->banner, summary.n_small + summary.n_follow > TVX_PROTECTION_MUCH_HIDDEN * summary.n_cells);
}

static void
protected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (object);
  TvxProtectedTables *tables = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  /* A later run has taken over, or the dialog is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->grid == NULL)
    return;
  set_running (self, FALSE);
  if (good)
    {
      self->tables = tvx_protected_tables_ref (tables);
      tvx_table_grid_set_protection (self->grid, tables);
      tvx_table_charts_show (self->charts, tables, self->table, NULL);
      show_summary (self);
      if (self->proposals_wanted)
        tvx_table_dialog_propose (self);
    }
  else
    {
      show_refusal (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                            ? _("It is not known yet what readers will see.")
                            : error->message);
    }
}

/* Takes the numbers of the whole project, since its tables are published together, and those that they were published with. */
void
tvx_table_dialog_protect (TvxTableDialog *self)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  TvxProtectedTables *tables;

  if (self->related == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  tvx_table_grid_set_protection (self->grid, NULL);
  tvx_table_charts_show (self->charts, NULL, self->table, _("It is not known yet what readers will see."));
  set_running (self, FALSE);

  g_ptr_array_add (projects, tvx_record_get_root (TVX_RECORD (self->table)));
  tables = tvx_protected_tables_new (tvx_workspace_get_register (self->workspace), projects, tvx_related_projects_find,
                                     self->related, &error);
  if (tables == NULL)
    {
      show_refusal (self, error->message);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, protected_cb, NULL);
  g_task_set_source_tag (task, tvx_table_dialog_protect);
  g_task_set_task_data (task, tables, (GDestroyNotify) tvx_protected_tables_unref);
  set_running (self, TRUE);
  tvx_task_run_in_thread (task, protect_thread);
}

static void
related_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TvxTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *related = tvx_related_projects_load_finish (result, &error);

  if (self->grid != NULL)
    set_running (self, FALSE);
  if (related == NULL)
    {
      if (self->grid != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_refusal (self, error->message);
      return;
    }
  self->related = related;
  if (self->grid != NULL)
    tvx_table_dialog_protect (self);
}

/* Protects the table as soon as they are there. */
void
tvx_table_dialog_load_related (TvxTableDialog *self)
{
  set_running (self, TRUE);
  self->cancellable = g_cancellable_new ();
  tvx_related_projects_load_async (self->workspace, TVX_PROJECT (tvx_record_get_root (TVX_RECORD (self->table))), self->cancellable,
                                   related_cb, g_object_ref (self));
}

static void
propose_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *merges = tvx_merge_propose (tvx_protection_get_publication (task_data), NULL, cancellable, &error);

  if (merges != NULL)
    g_task_return_pointer (task, merges, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
proposed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) merges = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->grid == NULL)
    return;
  set_running (self, FALSE);
  /* The table may have changed meanwhile. */
  if (self->tables == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  tvx_table_proposals_present (merges, error, self->tables, self->table, GTK_WIDGET (self));
}

void
tvx_table_dialog_propose (TvxTableDialog *self)
{
  g_autoptr (GTask) task = NULL;

  /* As soon as it is known what is hidden. */
  self->proposals_wanted = self->tables == NULL;
  if (self->proposals_wanted)
    return;
  task = g_task_new (self, self->cancellable, proposed_cb, NULL);
  g_task_set_source_tag (task, tvx_table_dialog_propose);
  g_task_set_task_data (task, tvx_protection_ref (tvx_protected_tables_get_protection (self->tables)), (GDestroyNotify) tvx_protection_unref);
  set_running (self, TRUE);
  tvx_task_run_in_thread (task, propose_thread);
}
