/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-table-axis.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/statistics/tvx-preset-menu.h"
#include "ui/tvx-dialog-focus.h"
#include "ui/tvx-toast.h"

enum
{
  PROP_0,
  PROP_TOTALS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * TvxTableDialog:
 *
 * A statistics table: its numbers, and what they are about. All tables of the project are protected together as one types,
 * in another thread.
 */
G_DEFINE_FINAL_TYPE (TvxTableDialog, tvx_table_dialog, ADW_TYPE_DIALOG)

TvxEditor *
tvx_table_dialog_get_editor (TvxTableDialog *self)
{
  return tvx_workspace_get_editor (self->workspace);
}

void
tvx_table_dialog_show_toast (TvxTableDialog *self,
                             const char     *text)
{
  AdwToast *toast = tvx_toast_new (text);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
tvx_table_dialog_show_undo_toast (TvxTableDialog *self,
                                  const char     *text)
{
  AdwToast *toast = tvx_toast_new_undo (text);

  /* Undo takes back the newest step only. */
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
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
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->axes_group),
                                         n_axes < TVX_STATISTICS_TABLE_MAX_AXES
                                           ? _("Women and men are always beside each other. Add up to three breakdowns.")
                                           : _("Women and men are always beside each other. A table has at most three breakdowns. Make another table of the rest."));
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

/* Numbers go by the categories of the table: those of one that is removed have no cell. */
static void
tell_outside (TvxTableDialog *self)
{
  guint n_outside = tvx_statistics_table_count_outside (self->table);

  if (n_outside > self->n_outside)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u number has no cell now", "%u numbers have no cell now", n_outside), n_outside);

      tvx_table_dialog_show_undo_toast (self, text);
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
set_totals (TvxTableDialog *self,
            gboolean        totals)
{
  if (self->totals == totals)
    return;
  self->totals = totals;
  tvx_table_grid_set_totals (self->grid, totals);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTALS]);
}

/* Numbers that have become totals can be broken down at once, and are checked by. */
static void
followed_cb (TvxTableDialog *self,
             TvxRecord      *record,
             const char     *news)
{
  if (record != TVX_RECORD (self->table))
    return;
  if (tvx_record_get_value (record, "totals") != NULL)
    set_totals (self, TRUE);
  tvx_table_dialog_show_undo_toast (self, news);
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
  tvx_table_dialog_protect (self);
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
left_out_cb (TvxTableDialog *self,
             guint           n_fields)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u pasted field was left out: it falls outside the table, or is no whole number",
                               "%u pasted fields were left out: they fall outside the table, or are no whole numbers", n_fields),
                     n_fields);

  tvx_table_dialog_show_toast (self, text);
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
    g_clear_signal_handler (&self->committed_id, tvx_table_dialog_get_editor (self));
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
  gtk_widget_class_bind_template_callback_full (widget_class, "proposals_cb", G_CALLBACK (tvx_table_dialog_propose));
  tvx_table_dialog_install_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "table.totals", "totals");
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
    g_object_set (groups[i], "editor", tvx_table_dialog_get_editor (self), "record", table, NULL);
  self->n_outside = tvx_statistics_table_count_outside (table);
  self->grid = tvx_table_grid_new (tvx_table_dialog_get_editor (self), table);
  g_signal_connect_object (self->grid, "left-out", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->grid_bin, GTK_WIDGET (self->grid));
  tvx_dialog_focus_begin_at (ADW_DIALOG (self), tvx_table_grid_get_first_entry (self->grid));
  /* What was typed before can be mended at once. */
  set_totals (self, !read_only && tvx_record_get_value (TVX_RECORD (table), "totals") != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.import", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.totals", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.merge", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.remove", !read_only);
  self->committed_id = g_signal_connect_swapped (tvx_table_dialog_get_editor (self), "committed", G_CALLBACK (committed_cb), self);
  g_signal_connect_object (tvx_table_dialog_get_editor (self), "followed", G_CALLBACK (followed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  tvx_table_dialog_load_related (self);
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

  tvx_dialog_focus_begin_at (ADW_DIALOG (self), NULL);
  adw_view_stack_set_visible_child_name (self->stack, "description");
}
