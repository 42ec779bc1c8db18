/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-table.h"

#include <glib/gi18n-lib.h>

#include "ui/list/tvx-project-order.h"
#include "ui/list/tvx-projects-loader.h"
#include "ui/list/tvx-set-field-dialog.h"

/**
 * TvxProjectTable:
 *
 * The projects of the list as a table: a person chooses the columns, sorts by any of them, selects many projects and sets a
 * field of them, exports or deletes them, each in one step.
 *
 * What is searched and filtered for is chosen in the list beside it.
 */
struct _TvxProjectTable
{
  AdwBin              parent_instance;

  GtkLabel           *count;
  GtkMenuButton      *columns_button;
  GtkColumnView      *column_view;
  GtkStack           *stack;
  GtkMultiSelection  *selection;
  GtkSortListModel   *sorted;
  GtkActionBar       *bar;
  GtkLabel           *selected;

  TvxWorkspace       *workspace;
  GSettings          *settings;
  GSimpleActionGroup *actions;
  gboolean            was_shown;
  /* What many projects are to get, while they are loaded. */
  GCancellable       *loading;
  char               *field;
  GVariant           *value;
};

enum
{
  OPENED,
  EXPORTED,
  DONE,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxProjectTable, tvx_project_table, ADW_TYPE_BIN)

/* The columns that can be chosen, in their first order. */
static const char *const paths[] = { "title", "lifecycle", "start", "end", "beneficiary", "granted",
                                     "county", "handover.state", "next_due", "areas", "tags", "responsible",
                                     "lacking", "unexamined" };

/* ---- The selection */

static guint
count_selected (TvxProjectTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

static GListModel *
dup_selected (TvxProjectTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GListStore *summaries = g_list_store_new (TVX_TYPE_SUMMARY);
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      g_list_store_append (summaries, summary);
    }
  return G_LIST_MODEL (summaries);
}

static void
set_enabled (TvxProjectTable *self,
             const char      *name,
             gboolean         enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
show_state_cb (TvxProjectTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_selected = count_selected (self);
  g_autofree char *number = tvx_field_format_number (n);
  g_autofree char *selected_number = tvx_field_format_number (n_selected);
  /* Translators: %s is how many projects the table shows. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s project", "%s projects", n), number);
  /* Translators: %s is how many projects are selected. */
  g_autofree char *selected =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", n_selected), selected_number);
  gboolean writable = self->workspace != NULL && !tvx_workspace_get_read_only (self->workspace) && self->loading == NULL;

  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "table");
  else if (self->workspace != NULL)
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (tvx_workspace_get_summaries (self->workspace)) > 0 ? "nothing" : "empty");
  gtk_label_set_label (self->count, text);
  gtk_label_set_label (self->selected, self->loading != NULL ? _("Reading the projects…") : selected);
  gtk_action_bar_set_revealed (self->bar, n_selected > 0);
  set_enabled (self, "set-field", writable && n_selected > 0);
  set_enabled (self, "delete", writable && n_selected > 0);
  set_enabled (self, "export", n_selected > 0);
  set_enabled (self, "package", n_selected > 0);
  set_enabled (self, "select-none", n_selected > 0);
}

/* ---- What is done to many projects */

/* All of them or none, and in one step that undo takes back. */
static gboolean
change_all (TvxProjectTable  *self,
            GPtrArray        *projects,
            const char       *label,
            GError          **error)
{
  TvxEditor *editor = tvx_workspace_get_editor (self->workspace);

  tvx_editor_begin (editor, label);
  for (guint i = 0; i < projects->len; i++)
    {
      gboolean changed = self->field != NULL ? tvx_editor_set (editor, projects->pdata[i], self->field, self->value, error)
                                             : tvx_editor_delete (editor, projects->pdata[i], error);

      if (!changed)
        {
          tvx_editor_cancel (editor);
          return FALSE;
        }
    }
  tvx_editor_end (editor);
  return TRUE;
}

static char *
dup_done_text (TvxProjectTable *self,
               GPtrArray       *projects)
{
  const TvxField *field;
  guint n = projects->len;

  if (self->field == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u project deleted", "%u projects deleted", n), n);
  field = tvx_record_get_field (projects->pdata[0], self->field);
  /* Translators: %1$s is the name of a field, %2$u how many projects. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%1$s” set in %2$u project", "“%1$s” set in %2$u projects", n),
                          _(field->label), n);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxProjectTable) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = tvx_projects_load_finish (result, &error);
  g_autofree char *text = NULL;

  /* The window is gone. */
  if (self->loading == NULL)
    return;
  g_clear_object (&self->loading);
  if (error == NULL)
    {
      text = dup_done_text (self, projects);
      change_all (self, projects, text, &error);
    }
  if (error == NULL)
    g_signal_emit (self, signals[DONE], 0, text);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  show_state_cb (self);
}

static void
load_selected (TvxProjectTable *self,
               const char      *field,
               GVariant        *value)
{
  g_autoptr (GListModel) selected = dup_selected (self);

  g_set_str (&self->field, field);
  g_clear_pointer (&self->value, g_variant_unref);
  self->value = value != NULL ? g_variant_ref (value) : NULL;
  self->loading = g_cancellable_new ();
  show_state_cb (self);
  tvx_projects_load_async (self->workspace, selected, self->loading, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (TvxProjectTable *self,
           const char      *field,
           GVariant        *value)
{
  load_selected (self, field, value);
}

static void
set_field_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TvxProjectTable *self = user_data;
  TvxSetFieldDialog *dialog = tvx_set_field_dialog_new (count_selected (self));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  load_selected (user_data, NULL, NULL);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (GListModel) selected = dup_selected (user_data);

  g_signal_emit (user_data, signals[EXPORTED], 0, selected);
}

static void
package_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (GListModel) selected = dup_selected (user_data);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (selected); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (selected, i);

      g_strv_builder_add (builder, tvx_summary_get_id (summary));
    }
  ids = g_strv_builder_end (builder);
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.package-projects", "^as", ids);
}

static void
select_none_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TvxProjectTable *self = user_data;

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
activate_cb (GtkColumnView   *column_view,
             guint            position,
             TvxProjectTable *self)
{
  g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[OPENED], 0, tvx_summary_get_id (summary));
}

/* ---- The columns */

static gboolean
is_number (const TvxColumn *column)
{
  return column->field->kind == TVX_FIELD_MONEY || column->field->kind == TVX_FIELD_INTEGER;
}

/* Half a number says something else than the whole, so that numbers and dates stay on one line. */
static gboolean
is_text (const TvxColumn *column)
{
  return !is_number (column) && column->field->kind != TVX_FIELD_DATE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const TvxColumn          *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column) ? 1 : 0);
  if (!is_text (column))
    {
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  gtk_list_item_set_child (item, label);
}

static void
show_cell (GtkListItem *item)
{
  TvxSummary *summary = gtk_list_item_get_item (item);
  const TvxColumn *column = g_object_get_data (G_OBJECT (item), "column");
  g_autofree char *text =
    g_str_equal (column->path, "title") ? g_strdup (tvx_summary_get_title (summary)) : tvx_summary_dup_text (summary, column->path);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const TvxColumn          *column)
{
  g_object_set_data (G_OBJECT (item), "column", (gpointer) column);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_cell), item);
  show_cell (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_cell, item);
}

static GtkColumnViewColumn *
create_column (const TvxColumn *column)
{
  g_autoptr (GtkSorter) sorter = tvx_project_order_create_sorter (column->path, FALSE);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (_(column->field->label), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_column_view_column_set_id (view_column, column->path);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  return view_column;
}

/* The view breaks lines in columns alone whose width is fixed; whoever wants another width drags it. */
static int
get_text_width (TvxProjectTable *self,
                const TvxColumn *column)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->column_view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int n_chars = g_str_equal (column->path, "title") ? 34 : 20;
  int width = n_chars * PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static void
add_columns (TvxProjectTable *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const TvxColumn *shown = tvx_columns_find (TVX_TYPE_PROJECT, paths[i]);
      g_autoptr (GtkColumnViewColumn) column = create_column (shown);

      if (is_text (shown))
        gtk_column_view_column_set_fixed_width (column, get_text_width (self, shown));
      gtk_column_view_append_column (self->column_view, column);
    }
}

static void
name_row (GtkColumnViewRow *row)
{
  TvxSummary *summary = gtk_column_view_row_get_item (row);
  g_autofree char *status = tvx_summary_dup_text (summary, "lifecycle");

  gtk_column_view_row_set_accessible_label (row, tvx_summary_get_title (summary));
  gtk_column_view_row_set_accessible_description (row, status);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *row)
{
  g_signal_connect_swapped (gtk_column_view_row_get_item (row), "changed", G_CALLBACK (name_row), row);
  name_row (row);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkColumnViewRow         *row)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), name_row, row);
}

static void
name_rows (TvxProjectTable *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_column_view_set_row_factory (self->column_view, factory);
  /* What has the focus is the list inside of the view. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->column_view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Projects"), -1);
}

static void
show_columns_cb (TvxProjectTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  g_auto (GStrv) shown = g_settings_get_strv (self->settings, "columns");

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *path = gtk_column_view_column_get_id (column);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), path);
      gboolean visible = g_strv_contains ((const char *const *) shown, path);

      gtk_column_view_column_set_visible (column, visible || g_str_equal (path, "title"));
      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (visible));
    }
}

/* A column is shown or hidden. */
static void
column_action (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  TvxProjectTable *self = user_data;
  g_auto (GStrv) shown = g_settings_get_strv (self->settings, "columns");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) columns = NULL;
  const char *path = g_action_get_name (G_ACTION (action));

  for (guint i = 0; shown[i] != NULL; i++)
    if (!g_str_equal (shown[i], path))
      g_strv_builder_add (builder, shown[i]);
  if (g_variant_get_boolean (state))
    g_strv_builder_add (builder, path);
  columns = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "columns", (const char *const *) columns);
}

/* The title is always there; each other column has an action, and an item in the menu. */
static void
add_column_actions (TvxProjectTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 1; i < G_N_ELEMENTS (paths); i++)
    {
      const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, paths[i]);
      g_autofree char *name = g_strconcat ("table.", paths[i], NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (paths[i], NULL, g_variant_new_boolean (FALSE));

      g_signal_connect (action, "change-state", G_CALLBACK (column_action), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_menu_append (menu, _(column->field->label), name);
    }
  gtk_menu_button_set_menu_model (self->columns_button, G_MENU_MODEL (menu));
}

/* While the rows were sorted in, the view stayed with the first that it had. */
static void
tvx_project_table_map (GtkWidget *widget)
{
  TvxProjectTable *self = TVX_PROJECT_TABLE (widget);

  GTK_WIDGET_CLASS (tvx_project_table_parent_class)->map (widget);

  if (!self->was_shown && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      gtk_column_view_scroll_to (self->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
      self->was_shown = TRUE;
    }
}

static void
tvx_project_table_dispose (GObject *object)
{
  TvxProjectTable *self = TVX_PROJECT_TABLE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_PROJECT_TABLE);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tvx_project_table_parent_class)->dispose (object);
}

static void
tvx_project_table_finalize (GObject *object)
{
  TvxProjectTable *self = TVX_PROJECT_TABLE (object);

  g_free (self->field);
  g_clear_pointer (&self->value, g_variant_unref);

  G_OBJECT_CLASS (tvx_project_table_parent_class)->finalize (object);
}

static void
tvx_project_table_class_init (TvxProjectTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_project_table_dispose;
  object_class->finalize = tvx_project_table_finalize;
  widget_class->map = tvx_project_table_map;

  /**
   * TvxProjectTable::opened:
   * @self: the table
   * @id: the id of a project
   *
   * A person wants to see a project.
   */
  signals[OPENED] = g_signal_new ("opened", TVX_TYPE_PROJECT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  /**
   * TvxProjectTable::exported:
   * @self: the table
   * @summaries: (element-type TvxSummary): the projects that are selected
   *
   * A person wants a report of projects.
   */
  signals[EXPORTED] = g_signal_new ("exported", TVX_TYPE_PROJECT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_LIST_MODEL);
  /**
   * TvxProjectTable::done:
   * @self: the table
   * @text: what was done, in one step
   *
   * Many projects were changed.
   */
  signals[DONE] = g_signal_new ("done", TVX_TYPE_PROJECT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  /**
   * TvxProjectTable::failed:
   * @self: the table
   * @error: why
   *
   * No project was changed.
   */
  signals[FAILED] = g_signal_new ("failed", TVX_TYPE_PROJECT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/list/tvx-project-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, count);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, columns_button);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, selection);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, sorted);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, bar);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectTable, selected);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_state_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
}

static void
tvx_project_table_init (TvxProjectTable *self)
{
  static const GActionEntry actions[] = {
    { .name = "set-field", .activate = set_field_action },
    { .name = "delete", .activate = delete_action },
    { .name = "export", .activate = export_action },
    { .name = "package", .activate = package_action },
    { .name = "select-none", .activate = select_none_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
  add_columns (self);
  add_column_actions (self);
  name_rows (self);
  show_state_cb (self);
}

/**
 * tvx_project_table_set_workspace:
 * @self: a table
 * @workspace: the open register
 * @summaries: (element-type TvxSummary): the projects that are listed, in their order
 *
 * Shows the projects of a register.
 */
void
tvx_project_table_set_workspace (TvxProjectTable *self,
                                 TvxWorkspace    *workspace,
                                 GListModel      *summaries)
{
  g_return_if_fail (TVX_IS_PROJECT_TABLE (self));

  g_set_object (&self->workspace, workspace);
  gtk_sort_list_model_set_model (self->sorted, summaries);
  show_state_cb (self);
}

/**
 * tvx_project_table_bind_settings:
 * @self: a table
 * @settings: the settings of the application
 *
 * Shows the columns that the setting names; called once.
 */
void
tvx_project_table_bind_settings (TvxProjectTable *self,
                                 GSettings       *settings)
{
  g_return_if_fail (TVX_IS_PROJECT_TABLE (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::columns", G_CALLBACK (show_columns_cb), self, G_CONNECT_SWAPPED);
  show_columns_cb (self);
}
