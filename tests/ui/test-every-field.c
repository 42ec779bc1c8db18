/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every field of every kind of record has a row in the app and is edited and undone there. A field that is new in a table
 * and is not named in any page is found here. */

#include "tests/storage/every-field.h"
#include "tests/storage/fixture.h"
#include "model/tvx-statistics-table.h"
#include "ui/form/tvx-checks-row.h"
#include "ui/form/tvx-record-row.h"
#include "ui/form/tvx-switch-row.h"
#include "ui/form/tvx-text-row.h"
#include "ui/project/tvx-project-page.h"
#include "ui/statistics/tvx-table-dialog.h"
#include "ui/tvx-register-dialog.h"
#include "ui-util.h"

typedef struct
{
  Fixture       parent;
  TvxWorkspace *workspace;
  TvxEditor    *editor;
  TvxRecord    *project;
  GtkWidget    *page;
  GtkWindow    *window;
} Every;

static void
set_up (Every         *self,
        gconstpointer  data)
{
  fixture_set_up (&self->parent, NULL);
  self->workspace = fixture_open (&self->parent);
  self->editor = tvx_workspace_get_editor (self->workspace);
  self->project = fixture_add_project (self->workspace, "Ett projekt");
  self->page = g_object_new (TVX_TYPE_PROJECT_PAGE, "workspace", self->workspace, "project", self->project, NULL);
  self->window = ui_open (self->page, 800, 700);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Every         *self,
           gconstpointer  data)
{
  gpointer workspace = self->workspace;

  ui_close (self->window);
  fixture_save (self->workspace);
  g_object_unref (self->project);
  /* A history that was still being read holds the register until its thread is done. */
  g_object_add_weak_pointer (workspace, &workspace);
  g_object_unref (self->workspace);
  ui_wait (is_gone, &workspace);
  fixture_tear_down (&self->parent, NULL);
}

static gboolean
is_closed_record (GtkWidget *widget,
                  gpointer   data)
{
  return TVX_IS_RECORD_ROW (widget) && !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget));
}

static void
open_all (GtkWidget *root)
{
  GtkWidget *row;

  while ((row = ui_find (root, is_closed_record, NULL)) != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static gboolean
is_row_of (GtkWidget *widget,
           gpointer   data)
{
  const EveryField *one = data;

  return TVX_IS_FIELD_ROW (widget) && tvx_field_row_get_field (TVX_FIELD_ROW (widget)) == one->field &&
         tvx_field_row_get_record (TVX_FIELD_ROW (widget)) == one->record;
}

static gboolean
is_check (GtkWidget *widget,
          gpointer   data)
{
  return GTK_IS_CHECK_BUTTON (widget);
}

/* As a person does it with the control that the row has. */
static void
edit (TvxFieldRow      *row,
      const EveryField *one)
{
  if (TVX_FIELD_ROW_GET_IFACE (row)->set_text != NULL)
    {
      TVX_FIELD_ROW_GET_IFACE (row)->set_text (row, one->typed);
      tvx_field_row_left (row);
    }
  else if (TVX_IS_SWITCH_ROW (row))
    {
      GtkSwitch *toggle = GTK_SWITCH (tvx_field_row_get_control (row));

      gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
    }
  else if (TVX_IS_CHECKS_ROW (row))
    {
      GtkWidget *check;

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      check = ui_find (GTK_WIDGET (row), is_check, NULL);
      g_assert_nonnull (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    }
  else
    {
      /* What comes first says that nothing is chosen. */
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
    }
}

/* Some parts of a record are edited elsewhere. */
static gboolean
is_left_out (const EveryField  *one,
             const char *const *left_out)
{
  g_autofree char *path = tvx_record_dup_location (one->record, one->field);

  for (guint i = 0; left_out != NULL && left_out[i] != NULL; i++)
    if (g_str_has_prefix (path, left_out[i]))
      return TRUE;
  return FALSE;
}

static guint
edit_all (Every             *self,
          GtkWidget         *root,
          GArray            *fields,
          const char *const *left_out)
{
  guint n_edited = 0;

  open_all (root);
  for (guint i = 0; i < fields->len; i++)
    {
      EveryField *one = &g_array_index (fields, EveryField, i);
      g_autofree char *location = every_field_dup_location (one);
      g_autoptr (GVariant) before = NULL;
      GtkWidget *row;

      /* The numbers of a table are typed in a grid. */
      if (one->field->kind == TVX_FIELD_COUNTS || is_left_out (one, left_out))
        continue;
      g_test_message ("%s", location);
      row = ui_find (root, is_row_of, one);
      g_assert_nonnull (row);
      before = tvx_record_get_value (one->record, one->field->name);
      if (before != NULL)
        g_variant_ref (before);
      edit (TVX_FIELD_ROW (row), one);
      g_assert_nonnull (tvx_record_get_value (one->record, one->field->name));
      g_assert_true (before == NULL || !g_variant_equal (before, tvx_record_get_value (one->record, one->field->name)));
      tvx_editor_undo (self->editor);
      g_assert_true (before != NULL ? g_variant_equal (before, tvx_record_get_value (one->record, one->field->name))
                                    : tvx_record_get_value (one->record, one->field->name) == NULL);
      n_edited++;
    }
  return n_edited;
}

/* So that there is something for every reference to refer to. */
static void
add_others (Every *self)
{
  g_autoptr (TvxRecord) other = fixture_add_project (self->workspace, "Ett annat");
  g_autoptr (GArray) of_register = every_field_collect (self->editor, TVX_RECORD (tvx_workspace_get_register (self->workspace)));

  for (guint i = 0; i < of_register->len; i++)
    {
      EveryField *one = &g_array_index (of_register, EveryField, i);

      if ((one->field->flags & TVX_FIELD_TITLE) != 0)
        g_assert_true (tvx_editor_set_text (self->editor, one->record, one->field->name, one->typed, NULL));
    }
  tvx_editor_insert (self->editor, self->project, "goals", 0, NULL, NULL);
}

static void
test_project (Every         *self,
              gconstpointer  data)
{
  /* A table has a dialog of its own. */
  static const char *const left_out[] = { "statistics", NULL };
  g_autoptr (GArray) fields = NULL;

  add_others (self);
  fields = every_field_collect (self->editor, self->project);
  ui_settle (self->page);
  g_assert_cmpuint (edit_all (self, self->page, fields, left_out), >, 150);
}

static void
test_table (Every         *self,
            gconstpointer  data)
{
  TvxRecord *table = tvx_editor_insert (self->editor, self->project, "statistics", 0, NULL, NULL);
  g_autoptr (GArray) fields = every_field_collect (self->editor, table);
  TvxTableDialog *dialog = tvx_table_dialog_new (self->workspace, TVX_STATISTICS_TABLE (table));
  g_autoptr (TvxRecord) axis = g_list_model_get_item (tvx_record_get_list (table, "axes"), 0);

  /* What a category can be a group of. */
  tvx_editor_insert (self->editor, axis, "categories", 1, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  ui_settle (GTK_WIDGET (dialog));
  g_assert_cmpuint (edit_all (self, GTK_WIDGET (dialog), fields, NULL), >, 10);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static gboolean
is_row_of_insiders (GtkWidget *widget,
                    gpointer   data)
{
  return TVX_IS_FIELD_ROW (widget) && g_str_equal (tvx_field_row_get_field (TVX_FIELD_ROW (widget))->name, "insiders");
}

/* Where a register has one project, only municipalities know numbers of a table as their own. */
static void
test_insiders (Every         *self,
               gconstpointer  data)
{
  TvxRecord *table = tvx_editor_insert (self->editor, self->project, "statistics", 0, NULL, NULL);
  TvxRecord *axis = tvx_editor_insert (self->editor, table, "axes", 0, NULL, NULL);
  TvxTableDialog *dialog = tvx_table_dialog_new (self->workspace, TVX_STATISTICS_TABLE (table));
  g_autoptr (TvxRecord) other = NULL;
  GtkWidget *row;

  adw_dialog_present (ADW_DIALOG (dialog), self->page);
  ui_settle (GTK_WIDGET (dialog));
  row = ui_find (GTK_WIDGET (dialog), is_row_of_insiders, NULL);
  g_assert_false (gtk_widget_get_visible (row));
  tvx_editor_set (self->editor, axis, "kind", g_variant_new_string ("municipality"), NULL);
  g_assert_true (gtk_widget_get_visible (row));
  tvx_editor_undo (self->editor);
  g_assert_false (gtk_widget_get_visible (row));
  other = fixture_add_project (self->workspace, "Ett annat");
  tvx_editor_set (self->editor, axis, "kind", g_variant_new_string ("age"), NULL);
  g_assert_true (gtk_widget_get_visible (row));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_register (Every         *self,
               gconstpointer  data)
{
  /* Filters are saved with the list of projects, and published reports are recorded when they are made. */
  static const char *const left_out[] = { "filters", "published", NULL };
  AdwDialog *dialog = tvx_register_dialog_new (self->workspace);
  g_autoptr (GArray) fields = NULL;

  adw_dialog_present (dialog, self->page);
  fields = every_field_collect (self->editor, TVX_RECORD (tvx_workspace_get_register (self->workspace)));
  ui_settle (GTK_WIDGET (dialog));
  g_assert_cmpuint (edit_all (self, GTK_WIDGET (dialog), fields, left_out), >, 15);
  adw_dialog_force_close (dialog);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/every-field/" name, Every, NULL, set_up, function, tear_down)
  ADD ("project", test_project);
  ADD ("table", test_table);
  ADD ("insiders", test_insiders);
  ADD ("register", test_register);
  return g_test_run ();
}
