/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-category-merge.h"
#include "model/tvx-counts-text.h"
#include "model/tvx-table-axis.h"
#include "storage/tvx-task.h"
#include "statistics/tvx-merge.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/statistics/tvx-preset-menu.h"
#include "ui/statistics/tvx-related-projects.h"
#include "ui/statistics/tvx-table-charts.h"
#include "ui/statistics/tvx-table-grid.h"
#include "ui/statistics/tvx-table-proposals.h"
#include "ui/tvx-application.h"

/* A file of counts is short; anything longer is something else. */
#define MAX_FILE_SIZE (1024 * 1024)

/**
 * TvxTableDialog:
 *
 * A statistics table: its numbers, and what they are about. All tables of the project are protected together as one types,
 * in another thread.
 */
struct _TvxTableDialog
{
  AdwDialog           parent_instance;

  AdwToastOverlay    *toast_overlay;
  AdwViewStack       *stack;
  AdwBanner          *banner;
  GtkLabel           *title_label;
  GtkDropDown        *measure_drop_down;
  AdwBin             *grid_bin;
  TvxTableCharts     *charts;
  AdwSpinner         *spinner;
  GtkWidget          *cancel_button;
  GtkLabel           *status_label;
  GtkToggleButton    *reader_button;
  GtkWidget          *about_group;
  GtkWidget          *axes_group;
  GtkWidget          *add_group;
  GtkMenuButton      *add_button;
  GtkWidget          *protection_group;

  TvxWorkspace       *workspace;
  TvxStatisticsTable *table;
  TvxTableGrid       *grid;
  GPtrArray          *related;         /* of TvxProject; NULL while they are being loaded, or cannot be */
  TvxProtectedTables *tables; /* protected, or NULL */
  GCancellable       *cancellable;
  gulong              committed_id;
  gboolean            totals;
  gboolean            proposals_wanted;
  guint               n_outside;      /* counts that are in no cell */
  char               *offered_beside; /* the breakdowns that the menu of presets leaves out */
};

enum
{
  PROP_0,
  PROP_TOTALS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxTableDialog, tvx_table_dialog, ADW_TYPE_DIALOG)

static void proposals_cb (TvxTableDialog *self);

static TvxEditor *
get_editor (TvxTableDialog *self)
{
  return tvx_workspace_get_editor (self->workspace);
}

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
show_undo_toast (TvxTableDialog *self,
                 const char     *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
show_trouble (TvxTableDialog *self,
              const char     *message)
{
  gtk_label_set_text (self->status_label, message);
  adw_banner_set_revealed (self->banner, FALSE);
  self->proposals_wanted = FALSE;
}

static void
show_summary (TvxTableDialog *self)
{
  TvxProtection *protection = tvx_protected_tables_get_protection (self->tables);
  TvxProtectionSummary summary;
  g_autofree char *text = NULL;
  guint table;

  if (!tvx_protected_tables_find (self->tables, TVX_RECORD (self->table), &table))
    return;
  tvx_protection_get_summary_of (protection, table, &summary);
  /* Translators: how many numbers of a table readers do not see, and how many it has. */
  text = g_strdup_printf (_("Readers do not see %u of %u numbers."), summary.n_small + summary.n_follow, summary.n_cells);
  gtk_label_set_text (self->status_label, text);
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
      tvx_table_charts_show (self->charts, tables, self->table);
      show_summary (self);
      if (self->proposals_wanted)
        proposals_cb (self);
    }
  else
    {
      show_trouble (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                            ? _("It is not known yet what readers will see.")
                            : error->message);
    }
}

/* Takes the numbers of the whole project, since its tables are published together, and those that they were published with. */
static void
protect (TvxTableDialog *self)
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
  tvx_table_charts_show (self->charts, NULL, self->table);
  set_running (self, FALSE);

  g_ptr_array_add (projects, tvx_record_get_root (TVX_RECORD (self->table)));
  tables = tvx_protected_tables_new (tvx_workspace_get_register (self->workspace), projects, tvx_related_projects_find,
                                     self->related, &error);
  if (tables == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, protected_cb, NULL);
  g_task_set_source_tag (task, protect);
  g_task_set_task_data (task, tables, (GDestroyNotify) tvx_protected_tables_unref);
  set_running (self, TRUE);
  tvx_task_run_in_thread (task, protect_thread);
}

/* Each kind of breakdown is offered once. */
static void
update_presets (TvxTableDialog *self)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self->table), "axes");
  guint n_axes = g_list_model_get_n_items (axes);
  g_autoptr (GString) keys = g_string_new ("");
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_set_visible (self->add_group, !tvx_record_get_read_only (TVX_RECORD (self->table)) && n_axes < TVX_STATISTICS_TABLE_MAX_AXES);
  for (guint i = 0; i < n_axes; i++)
    {
      g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, i);
      const char *key = tvx_table_axis_get_key (axis);

      g_string_append_printf (keys, "%s\n", key != NULL ? key : "");
    }
  if (g_set_str (&self->offered_beside, keys->str))
    {
      menu = tvx_preset_menu_new ("table.add-axis", self->table);
      gtk_menu_button_set_menu_model (self->add_button, menu);
    }
}

/* Numbers go by all breakdowns of the table: one more or less leaves them without a cell. */
static void
tell_outside (TvxTableDialog *self)
{
  guint n_outside = tvx_statistics_table_count_outside (self->table);

  if (n_outside > self->n_outside)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u number has no cell now", "%u numbers have no cell now", n_outside), n_outside);

      show_undo_toast (self, text);
    }
  self->n_outside = n_outside;
}

/* Somebody knows numbers of the table as the own ones where it is by municipality, or where it can be summed up with that of
 * another project. What is filled in is never hidden. */
static gboolean
may_have_insiders (TvxTableDialog *self)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self->table), "axes");

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);

      if (g_strcmp0 (tvx_record_get_text (axis, "kind"), "municipality") == 0)
        return TRUE;
    }
  return g_list_model_get_n_items (tvx_workspace_get_summaries (self->workspace)) > 1 ||
         tvx_record_get_value (TVX_RECORD (self->table), "insiders") != NULL;
}

static void
update (TvxTableDialog *self)
{
  g_autofree char *title = tvx_record_dup_title (TVX_RECORD (self->table));

  gtk_label_set_text (self->title_label, title);
  update_presets (self);
  tell_outside (self);
  gtk_widget_set_visible (GTK_WIDGET (tvx_field_group_get_row (TVX_FIELD_GROUP (self->protection_group), "insiders")), may_have_insiders (self));
  tvx_table_grid_update (self->grid);
  protect (self);
}

static void
related_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TvxTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *related = tvx_related_projects_load_finish (result, &error);

  if (related == NULL)
    {
      if (self->grid != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_trouble (self, error->message);
      return;
    }
  self->related = related;
  if (self->grid != NULL)
    protect (self);
}

static void
committed_cb (TvxTableDialog *self)
{
  /* The table may have been removed, by undo say. */
  if (tvx_record_get_parent (TVX_RECORD (self->table)) == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  update (self);
}

static void
cancel_cb (TvxTableDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
reader_cb (TvxTableDialog *self)
{
  tvx_table_grid_set_as_reader (self->grid, gtk_toggle_button_get_active (self->reader_button));
}

static void
measure_cb (TvxTableDialog *self)
{
  /* The template chooses the first one before there are cells. */
  if (self->grid != NULL)
    tvx_table_grid_set_measure (self->grid, (TvxTableMeasure) gtk_drop_down_get_selected (self->measure_drop_down));
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

static void
proposals_cb (TvxTableDialog *self)
{
  g_autoptr (GTask) task = NULL;

  /* As soon as it is known what is hidden. */
  self->proposals_wanted = self->tables == NULL;
  if (self->proposals_wanted)
    return;
  task = g_task_new (self, self->cancellable, proposed_cb, NULL);
  g_task_set_source_tag (task, proposals_cb);
  g_task_set_task_data (task, tvx_protection_ref (tvx_protected_tables_get_protection (self->tables)), (GDestroyNotify) tvx_protection_unref);
  set_running (self, TRUE);
  tvx_task_run_in_thread (task, propose_thread);
}

static void
copy_published_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);
  g_autofree char *text = tvx_table_grid_dup_published (self->grid);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Copied as readers see it")));
}

static void
show_toast (TvxTableDialog *self,
            const char     *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
add_axis_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);
  TvxRecord *project = tvx_record_get_root (TVX_RECORD (self->table));
  gsize n_presets;
  const TvxAxisPreset *preset = &tvx_axis_presets_get (&n_presets)[g_variant_get_int32 (parameter)];
  g_autoptr (TvxRecord) axis =
    tvx_axis_preset_new_axis (preset, tvx_record_get_text (project, "county"),
                              tvx_record_get_list (TVX_RECORD (tvx_workspace_get_register (self->workspace)), "subregions"));

  tvx_editor_insert (get_editor (self), TVX_RECORD (self->table), "axes", G_MAXUINT, axis, NULL);
}

/* Takes the codes of a breakdown and two categories, or empty ones to leave the breakdown out. */
static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);
  TvxProject *project = TVX_PROJECT (tvx_record_get_root (TVX_RECORD (self->table)));
  g_autoptr (GError) error = NULL;
  const char *axis, *first, *second;

  g_variant_get (parameter, "(&s&s&s)", &axis, &first, &second);
  if (!tvx_category_merge (project, get_editor (self), axis, *first != '\0' ? first : NULL, *second != '\0' ? second : NULL, &error))
    {
      show_toast (self, error->message);
      return;
    }
  show_undo_toast (self, *first != '\0' ? _("Categories merged") : _("Breakdown left out"));
}

static void
left_out_cb (TvxTableDialog *self,
             guint           n_fields)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u pasted field was left out: it falls outside the table, or is no whole number",
                               "%u pasted fields were left out: they fall outside the table, or are no whole numbers", n_fields),
                     n_fields);

  show_toast (self, text);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TvxTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) changes = NULL;
  g_autoptr (GVariant) counts = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (object), result, &text, &length, NULL, &error))
    {
      if (length > MAX_FILE_SIZE || !g_utf8_validate (text, (gssize) length, NULL))
        g_set_error (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The file is no table of counts in UTF-8."));
      else
        changes = tvx_counts_text_read (self->table, text, &error);
    }
  if (changes == NULL)
    {
      if (self->grid != NULL)
        show_toast (self, error->message);
      return;
    }
  counts = tvx_statistics_table_with_counts (self->table, "counts", changes);
  tvx_editor_begin (get_editor (self), _("Import Numbers"));
  tvx_editor_set (get_editor (self), TVX_RECORD (self->table), "counts", counts, NULL);
  tvx_editor_end (get_editor (self));
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TvxTableDialog) self = data;
  g_autoptr (GFile) file = tvx_file_chooser_choose_finish (result, NULL);

  if (file != NULL && self->grid != NULL)
    g_file_load_contents_async (file, NULL, read_cb, g_object_ref (self));
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_OPEN, _("Import Numbers"), NULL,
                               file_chosen_cb, g_object_ref (widget));
}

static void
set_totals (TvxTableDialog *self,
            gboolean        totals)
{
  if (self->totals == totals)
    return;
  self->totals = totals;
  tvx_table_grid_set_totals (self->grid, totals);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTALS]);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (widget);

  /* Undone as any other step. */
  tvx_editor_remove (get_editor (self), TVX_RECORD (self->table), NULL);
}

static void
tvx_table_dialog_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TOTALS:
      g_value_set_boolean (value, TVX_TABLE_DIALOG (object)->totals);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tvx_table_dialog_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_TOTALS:
      set_totals (TVX_TABLE_DIALOG (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tvx_table_dialog_dispose (GObject *object)
{
  TvxTableDialog *self = TVX_TABLE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->committed_id, get_editor (self));
  self->grid = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_TABLE_DIALOG);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_clear_object (&self->table);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tvx_table_dialog_parent_class)->dispose (object);
}

static void
tvx_table_dialog_finalize (GObject *object)
{
  g_free (TVX_TABLE_DIALOG (object)->offered_beside);

  G_OBJECT_CLASS (tvx_table_dialog_parent_class)->finalize (object);
}

static void
tvx_table_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TVX_TABLE_DIALOG (dialog)->cancellable);
}

static void
tvx_table_dialog_class_init (TvxTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = tvx_table_dialog_get_property;
  G_OBJECT_CLASS (klass)->set_property = tvx_table_dialog_set_property;
  G_OBJECT_CLASS (klass)->dispose = tvx_table_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tvx_table_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tvx_table_dialog_closed;

  /**
   * TvxTableDialog:totals:
   *
   * Whether totals can be typed, to check the cells by.
   */
  properties[PROP_TOTALS] = g_param_spec_boolean ("totals", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (TVX_TYPE_FIELD_GROUP);
  g_type_ensure (TVX_TYPE_RECORD_LIST_GROUP);
  g_type_ensure (TVX_TYPE_TABLE_CHARTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/statistics/tvx-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, measure_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, grid_bin);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, charts);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, status_label);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, reader_button);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, about_group);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, axes_group);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, add_group);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, TvxTableDialog, protection_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposals_cb);
  gtk_widget_class_install_action (widget_class, "table.copy-published", NULL, copy_published_action);
  gtk_widget_class_install_action (widget_class, "table.import", NULL, import_action);
  gtk_widget_class_install_property_action (widget_class, "table.totals", "totals");
  gtk_widget_class_install_action (widget_class, "table.add-axis", "i", add_axis_action);
  gtk_widget_class_install_action (widget_class, "table.merge", "(sss)", merge_action);
  gtk_widget_class_install_action (widget_class, "table.remove", NULL, remove_action);
}

static void
tvx_table_dialog_init (TvxTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_table_dialog_new:
 * @workspace: the open register
 * @table: a table of a project of it
 *
 * Returns: (transfer floating): a dialog
 */
TvxTableDialog *
tvx_table_dialog_new (TvxWorkspace       *workspace,
                      TvxStatisticsTable *table)
{
  TvxTableDialog *self = g_object_new (TVX_TYPE_TABLE_DIALOG, NULL);
  GtkWidget *groups[] = { self->about_group, self->axes_group, self->protection_group };
  gboolean read_only = tvx_record_get_read_only (TVX_RECORD (table));

  self->workspace = g_object_ref (workspace);
  self->table = g_object_ref (table);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_object_set (groups[i], "editor", get_editor (self), "record", table, NULL);
  self->n_outside = tvx_statistics_table_count_outside (table);
  self->grid = tvx_table_grid_new (get_editor (self), table);
  g_signal_connect_object (self->grid, "left-out", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->grid_bin, GTK_WIDGET (self->grid));
  adw_dialog_set_focus (ADW_DIALOG (self), tvx_table_grid_get_first_entry (self->grid));
  /* What was typed before can be mended at once. */
  set_totals (self, !read_only && tvx_record_get_value (TVX_RECORD (table), "totals") != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.import", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.totals", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.merge", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.remove", !read_only);
  self->committed_id = g_signal_connect_swapped (get_editor (self), "committed", G_CALLBACK (committed_cb), self);
  update (self);
  set_running (self, TRUE);
  self->cancellable = g_cancellable_new ();
  tvx_related_projects_load_async (workspace, TVX_PROJECT (tvx_record_get_root (TVX_RECORD (table))), self->cancellable, related_cb,
                                   g_object_ref (self));
  return self;
}

/**
 * tvx_table_dialog_show_description:
 * @self: a dialog
 *
 * Shows what the table is about instead of its numbers.
 */
void
tvx_table_dialog_show_description (TvxTableDialog *self)
{
  g_return_if_fail (TVX_IS_TABLE_DIALOG (self));

  adw_view_stack_set_visible_child_name (self->stack, "description");
}
