/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-paste-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * TvxPasteDialog:
 *
 * Shows what rows of a spreadsheet would become, what is left out and what is not understood, before they are added to a list.
 */
struct _TvxPasteDialog
{
  AdwDialog       parent_instance;

  GtkStack       *stack;
  GtkWidget      *summary;
  AdwWindowTitle *list_title;
  AdwSwitchRow   *headings_row;
  GtkLabel       *problem_label;
  GtkListView    *list_view;
  GtkWidget      *paste_button;

  TvxPaste       *paste;
  TvxEditor      *editor;
  TvxRecord      *record;
  char           *list;
  /* An item for each row: its number is all that is known of it. */
  GtkStringList  *rows;
};

G_DEFINE_FINAL_TYPE (TvxPasteDialog, tvx_paste_dialog, ADW_TYPE_DIALOG)

/* The columns that are taken, or those that are left out. */
static char *
dup_columns (TvxPasteDialog *self,
             gboolean        taken)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) columns = NULL;

  for (guint i = 0; i < tvx_paste_get_n_columns (self->paste); i++)
    {
      const TvxField *field = tvx_paste_get_field (self->paste, i);

      if ((field != NULL) == taken)
        g_strv_builder_take (builder, field != NULL ? g_strdup (_(field->label)) : tvx_paste_dup_heading (self->paste, i));
    }
  columns = g_strv_builder_end (builder);
  return *columns != NULL ? g_strjoinv (", ", columns) : NULL;
}

static guint
count_problems (TvxPasteDialog *self)
{
  guint n = 0;

  for (guint row = 0; row < tvx_paste_get_n_rows (self->paste); row++)
    for (guint column = 0; column < tvx_paste_get_n_columns (self->paste); column++)
      {
        g_autofree char *problem = tvx_paste_dup_problem (self->paste, row, column);

        n += problem != NULL;
      }
  return n;
}

static void
show_problems (TvxPasteDialog *self)
{
  guint n_problems = count_problems (self);
  g_autofree char *left_out = dup_columns (self, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (left_out != NULL)
    /* Translators: %s are the headings of columns, as "Colour, Size". */
    g_string_append_printf (text, _("Left out: %s."), left_out);
  if (n_problems > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u cell does not fit its field. It is kept, and marked until you mend it.",
                                           "%u cells do not fit their fields. They are kept, and marked until you mend them.",
                                           n_problems),
                              n_problems);
    }
  gtk_label_set_label (self->problem_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text->len > 0);
}

static void
update (TvxPasteDialog *self)
{
  guint n_rows = tvx_paste_get_n_rows (self->paste);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *taken = dup_columns (self, TRUE);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Paste %u Row", "_Paste %u Rows", n_rows), n_rows);
  /* Translators: %s are the names of fields, as "Name, Role". */
  g_autofree char *columns = taken != NULL ? g_strdup_printf (_("Taken: %s"), taken) : g_strdup (_("No column fits"));
  gboolean something = n_rows > 0 && taken != NULL;

  gtk_button_set_label (GTK_BUTTON (self->paste_button), n_rows > 0 ? label : _("_Paste"));
  gtk_widget_set_sensitive (self->paste_button, something);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->headings_row), columns);
  show_problems (self);

  /* Every row is shown anew. */
  gtk_string_list_splice (self->rows, 0, n_old, NULL);
  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_append (self->rows, "");
}

static void
headings_cb (TvxPasteDialog *self)
{
  if (self->paste == NULL)
    return;
  tvx_paste_set_has_headings (self->paste, adw_switch_row_get_active (self->headings_row));
  update (self);
}

/* What stands in a cell, as its field would show it: the words of a code, say. What does not fit is shown as it was written. */
static char *
dup_text (TvxPasteDialog *self,
          guint           row,
          guint           column)
{
  const TvxField *field = tvx_paste_get_field (self->paste, column);
  const char *text = tvx_paste_get_text (self->paste, row, column);
  g_autoptr (GVariant) value = tvx_field_parse (field, text, NULL);

  return value != NULL ? tvx_field_format (field, value) : g_strdup (text);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (TvxPasteDialog *self,
          GtkListItem    *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "history-entry");
  gtk_box_append (GTK_BOX (box), create_label ("body"));
  gtk_box_append (GTK_BOX (box), create_label ("warning"));
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

/* Each cell with what its field is called, and below it what is not understood. */
static void
bind_cb (TvxPasteDialog *self,
         GtkListItem    *item)
{
  guint row = gtk_list_item_get_position (item);
  GtkWidget *cells_label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *problem_label = gtk_widget_get_next_sibling (cells_label);
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autoptr (GString) problems = g_string_new (NULL);

  for (guint i = 0; i < tvx_paste_get_n_columns (self->paste); i++)
    {
      const TvxField *field = tvx_paste_get_field (self->paste, i);
      g_autofree char *text = field != NULL ? dup_text (self, row, i) : NULL;
      g_autofree char *problem = tvx_paste_dup_problem (self->paste, row, i);

      if (text != NULL && *text != '\0')
        g_string_append_printf (cells, "%s%s: %s", cells->len > 0 ? " · " : "", _(field->label), text);
      if (problem != NULL)
        g_string_append_printf (problems, "%s⚠ %s: %s", problems->len > 0 ? "\n" : "", _(field->label), problem);
    }
  gtk_label_set_label (GTK_LABEL (cells_label), cells->len > 0 ? cells->str : _("Empty row"));
  gtk_label_set_label (GTK_LABEL (problem_label), problems->str);
  gtk_widget_set_visible (problem_label, problems->len > 0);
  gtk_list_item_set_accessible_label (item, gtk_label_get_label (GTK_LABEL (cells_label)));
  gtk_list_item_set_accessible_description (item, problems->str);
}

static void
cancel_cb (TvxPasteDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
paste_cb (TvxPasteDialog *self)
{
  tvx_paste_insert (self->paste, self->editor, self->record, self->list, NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tvx_paste_dialog_dispose (GObject *object)
{
  TvxPasteDialog *self = TVX_PASTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_PASTE_DIALOG);
  g_clear_pointer (&self->paste, tvx_paste_free);
  g_clear_object (&self->editor);
  g_clear_object (&self->record);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->list, g_free);

  G_OBJECT_CLASS (tvx_paste_dialog_parent_class)->dispose (object);
}

static void
tvx_paste_dialog_class_init (TvxPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_paste_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/form/tvx-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, list_title);
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, headings_row);
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, TvxPasteDialog, paste_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, headings_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
}

static void
tvx_paste_dialog_init (TvxPasteDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gtk_string_list_new (NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
}

/**
 * tvx_paste_dialog_new:
 * @editor: the editor of the register
 * @record: a record
 * @list: the name of the list of @record that the rows are for
 * @text: (nullable): what the clipboard holds
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
tvx_paste_dialog_new (TvxEditor  *editor,
                      TvxRecord  *record,
                      const char *list,
                      const char *text)
{
  TvxPasteDialog *self = g_object_new (TVX_TYPE_PASTE_DIALOG, NULL);
  const TvxField *field = tvx_record_get_field (record, list);
  /* Translators: %s is the name of a list, as "Goals". */
  g_autofree char *title = g_strdup_printf (_("Paste Rows: %s"), _(field->label));
  gboolean empty;

  self->editor = g_object_ref (editor);
  self->record = g_object_ref (record);
  self->list = g_strdup (list);
  self->paste = tvx_paste_new (field->get_type (), text != NULL ? text : "");
  adw_dialog_set_title (ADW_DIALOG (self), title);
  /* The button says that rows are pasted. */
  adw_window_title_set_title (self->list_title, _(field->label));
  adw_switch_row_set_active (self->headings_row, tvx_paste_get_has_headings (self->paste));
  update (self);
  empty = tvx_paste_get_n_columns (self->paste) == 0;
  gtk_widget_set_visible (self->summary, !empty);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "rows");
  return ADW_DIALOG (self);
}
