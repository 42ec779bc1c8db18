/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-list.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-statistics-table.h"
#include "model/tvx-vocabulary.h"
#include "report/tvx-statistics-labels.h"
#include "ui/statistics/tvx-preset-menu.h"
#include "ui/statistics/tvx-table-dialog.h"

/* Between what is scrolled to and the edge of the window. */
#define SPACE_ABOVE 24

/**
 * TvxTableList:
 *
 * The statistics tables of a project, and a menu of what a new one is broken down by.
 */
struct _TvxTableList
{
  AdwPreferencesGroup  parent_instance;

  GtkWidget           *add_button;
  GtkListBox          *list_box;
  GtkWidget           *placeholder_row;

  TvxWorkspace        *workspace;
  TvxProject          *project;
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (TvxTableList, tvx_table_list, ADW_TYPE_PREFERENCES_GROUP)

static TvxTableDialog *
open_table (TvxTableList *self,
            TvxRecord    *table)
{
  TvxTableDialog *dialog = tvx_table_dialog_new (self->workspace, TVX_STATISTICS_TABLE (table));

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
  return dialog;
}

static void
activated_cb (GtkWidget    *row,
              TvxTableList *self)
{
  open_table (self, g_object_get_data (G_OBJECT (row), "table"));
}

/* What a report is to call it, as “Participants by age”: tables of one project are as a rule about its participants. */
static char *
dup_title (const TvxAxisPreset *preset)
{
  const char *label = tvx_vocabulary_get_label (&tvx_axis_kinds, preset->kind);
  const char *rest = g_utf8_next_char (label);
  g_autofree char *lower = NULL;
  char first[7] = "";

  if (g_str_equal (preset->kind, "other"))
    return g_strdup (_("Participants"));
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (label)), first);
  lower = g_strconcat (first, rest, NULL);
  /* Translators: the title of a table; %s is what women and men are broken down by, as “age” or “country of birth”. */
  return g_strdup_printf (_("Participants by %s"), lower);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TvxTableList *self = TVX_TABLE_LIST (widget);
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);
  gsize n_presets;
  const TvxAxisPreset *preset = &tvx_axis_presets_get (&n_presets)[g_variant_get_int32 (parameter)];
  g_autoptr (TvxRecord) axis =
    tvx_axis_preset_new_axis (preset, tvx_record_get_text (TVX_RECORD (self->project), "county"),
                              tvx_record_get_list (TVX_RECORD (tvx_workspace_get_register (self->workspace)), "subregions"));
  TvxRecord *table;

  tvx_editor_begin (editor, _("Add Statistics Table"));
  table = tvx_editor_insert (editor, TVX_RECORD (self->project), "statistics", G_MAXUINT, NULL, NULL);
  if (table != NULL)
    {
      g_autofree char *title = dup_title (preset);

      tvx_editor_set (editor, table, "title", g_variant_new_string (title), NULL);
      tvx_editor_set (editor, table, "population", g_variant_new_string (_("Participants")), NULL);
      tvx_editor_insert (editor, table, "axes", 0, axis, NULL);
    }
  tvx_editor_end (editor);
  if (table != NULL)
    open_table (self, table);
}

static char *
describe (TvxRecord *table)
{
  GListModel *axes = tvx_record_get_list (table, "axes");
  const char *texts[] = { tvx_record_get_text (table, "population"), tvx_record_get_text (table, "from"), tvx_record_get_text (table, "until") };
  GString *text = g_string_new (_("Gender"));

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autofree char *label = tvx_statistics_labels_dup_axis (NULL, TVX_STATISTICS_TABLE (table), i + 1);

      g_string_append_printf (text, " × %s", label);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (text, "%s%s", i == 2 && texts[1] != NULL ? " – " : " · ", texts[i]);
  return g_string_free_and_steal (text);
}

static void
add_row (TvxTableList *self,
         TvxRecord    *table)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = tvx_record_dup_title (table);
  g_autofree char *subtitle = describe (table);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "table", g_object_ref (table), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  gtk_list_box_append (self->list_box, row);
  g_ptr_array_add (self->rows, g_object_ref (row));
}

static void
tvx_table_list_dispose (GObject *object)
{
  TvxTableList *self = TVX_TABLE_LIST (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_TABLE_LIST);
  g_clear_object (&self->workspace);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (tvx_table_list_parent_class)->dispose (object);
}

static void
tvx_table_list_finalize (GObject *object)
{
  g_ptr_array_unref (TVX_TABLE_LIST (object)->rows);

  G_OBJECT_CLASS (tvx_table_list_parent_class)->finalize (object);
}

static void
tvx_table_list_class_init (TvxTableListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_table_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tvx_table_list_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/statistics/tvx-table-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxTableList, add_button);
  gtk_widget_class_bind_template_child (widget_class, TvxTableList, list_box);
  gtk_widget_class_bind_template_child (widget_class, TvxTableList, placeholder_row);
  gtk_widget_class_install_action (widget_class, "tables.add", "i", add_action);
}

static void
tvx_table_list_init (TvxTableList *self)
{
  g_autoptr (GMenuModel) menu = tvx_preset_menu_new ("tables.add", NULL);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add_button), menu);
}

/**
 * tvx_table_list_show:
 * @self: a list
 * @workspace: the open register
 * @project: a project of it
 *
 * Shows the tables that the project now has.
 */
void
tvx_table_list_show (TvxTableList *self,
                     TvxWorkspace *workspace,
                     TvxProject   *project)
{
  GListModel *tables = tvx_record_get_list (TVX_RECORD (project), "statistics");

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->project, project);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list_box, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (TvxRecord) table = g_list_model_get_item (tables, i);

      add_row (self, table);
    }
  gtk_widget_set_visible (self->placeholder_row, self->rows->len == 0);
  gtk_widget_set_visible (self->add_button, !tvx_record_get_read_only (TVX_RECORD (project)));
}

/**
 * tvx_table_list_focus:
 * @self: a list that is shown
 *
 * Scrolls to the list, and brings the focus to its first table, or to what adds one.
 */
void
tvx_table_list_focus (TvxTableList *self)
{
  GtkWidget *viewport;
  graphene_point_t top;

  g_return_if_fail (TVX_IS_TABLE_LIST (self));

  gtk_widget_grab_focus (self->rows->len > 0 ? self->rows->pdata[0] : self->add_button);
  /* The focus alone would leave the other tables below the window. */
  viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  if (viewport != NULL && gtk_widget_compute_point (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &GRAPHENE_POINT_INIT (0, 0), &top))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), top.y - SPACE_ABOVE);
}

/**
 * tvx_table_list_open:
 * @self: a list that is shown
 * @table: a table in it
 * @field: (nullable): a field of @table, or of a part of it
 *
 * Opens a table where that field is edited.
 */
void
tvx_table_list_open (TvxTableList       *self,
                     TvxStatisticsTable *table,
                     const TvxField     *field)
{
  TvxTableDialog *dialog;

  g_return_if_fail (TVX_IS_TABLE_LIST (self));

  dialog = open_table (self, TVX_RECORD (table));
  if (field != NULL && field->kind != TVX_FIELD_COUNTS)
    tvx_table_dialog_show_description (dialog);
}
