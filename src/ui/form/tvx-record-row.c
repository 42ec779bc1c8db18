/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-record-row.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-check.h"
#include "model/tvx-checklist-item.h"
#include "model/tvx-checklist-template.h"
#include "model/tvx-indicator.h"
#include "model/tvx-table-axis.h"
#include "model/tvx-typography.h"
#include "report/tvx-format.h"
#include "ui/chart/tvx-indicator-view.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/form/tvx-row-drag.h"

/* How many facts the closed row tells, beside its title. */
#define MAX_FACTS 3

/**
 * TvxRecordRow:
 *
 * A row for one record of a list: its title and some facts, which opens to a
 * form of all its fields.
 *
 * The form is made when the row is first opened, so that a long list is quick.
 *
 * Actions: `record.remove`, `record.duplicate`, `record.move-up` and
 * `record.move-down`. Whoever is told of a removal installs the action
 * `project.tell-removed`, with the title of the record.
 */
struct _TvxRecordRow
{
  AdwExpanderRow  parent_instance;

  GtkWidget      *handle;
  GtkWidget      *problem;
  GtkWidget      *open_button;
  GtkMenuButton  *menu_button;
  GMenuModel     *menu;

  TvxEditor      *editor;
  TvxRecord      *record;
  gulong          notify_id;
  /* Both are NULL as long as the row was never open. */
  GPtrArray      *rows;
  GPtrArray      *lists;
  /* Whether an item of a checklist is done, NULL for other records. */
  GtkWidget      *done_button;
  /* What an indicator has come to, NULL for other records. */
  GtkWidget      *indicator_view;
  gboolean        can_move_up;
  gboolean        can_move_down;
};

G_DEFINE_FINAL_TYPE (TvxRecordRow, tvx_record_row, ADW_TYPE_EXPANDER_ROW)

/* A number alone does not say what it is the number of, where the record has several of its kind; nor does a date. */
static gboolean
needs_label (TvxRecord      *record,
             const TvxField *field)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);
  guint n_alike = 0;

  if (field->kind == TVX_FIELD_DATE)
    return !g_str_equal (field->name, "date");
  if (field->kind != TVX_FIELD_MONEY && field->kind != TVX_FIELD_INTEGER && field->kind != TVX_FIELD_DECIMAL)
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    n_alike += klass->fields[i].kind == field->kind;
  return n_alike > 1;
}

/* The fact that a field tells in a few words, NULL where it has none or too long a one. */
static char *
dup_fact (TvxRecord      *record,
          const TvxField *field)
{
  g_autofree char *text = NULL;
  GVariant *value;

  switch (field->kind)
    {
    case TVX_FIELD_TEXT:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_DATE:
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_DECIMAL:
      value = tvx_record_get_value (record, field->name);
      break;
    case TVX_FIELD_ID:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_COUNTS:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      return NULL;
    case TVX_FIELD_BOOLEAN:
      return (TVX_IS_CHECKLIST_ITEM (record) || TVX_IS_CHECKLIST_TEMPLATE (record)) && tvx_record_get_boolean (record, field->name) ? g_strdup (_(field->label)) : NULL;
    }

  if (value == NULL)
    return NULL;
  if (field->kind == TVX_FIELD_MONEY)
    text = tvx_format_money (tvx_catalog_get_for_user (), g_variant_get_int64 (value), "SEK");
  else
    text = tvx_field_format (field, value);
  if (needs_label (record, field))
    return g_strdup_printf ("%s" TVX_NO_BREAK_SPACE "%s", _(field->label), text);
  return g_steal_pointer (&text);
}

static char *
dup_facts (TvxRecord  *record,
           const char *title)
{
  /* Of what was done, all is told, who did it too. */
  guint max_facts = TVX_IS_CHECKLIST_ITEM (record) ? G_MAXUINT : MAX_FACTS;
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) facts = NULL;
  guint n_facts = 0;

  for (guint i = 0; i < klass->n_fields && n_facts < max_facts; i++)
    {
      g_autofree char *fact = dup_fact (record, &klass->fields[i]);

      if (fact == NULL || g_str_equal (fact, title))
        continue;
      g_strv_builder_add (builder, fact);
      n_facts++;
    }
  facts = g_strv_builder_end (builder);
  return g_strjoinv (TVX_NO_BREAK_SPACE "· ", facts);
}

/* The first thing that is wrong in the record, NULL if nothing is. */
static char *
dup_problem (TvxRecord *record)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autoptr (GPtrArray) findings = tvx_check_field (record, &klass->fields[i], TVX_CHECK_PUBLISH);

      if (findings->len > 0)
        return g_strdup_printf ("%s: %s", _(klass->fields[i].label), tvx_finding_get_message (findings->pdata[0]));
    }
  return NULL;
}

/* A document with a file, or what is on a web page. */
static gboolean
can_open (TvxRecord *record)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      gboolean leads = field->check == tvx_check_file_name ||
                       (field->check == tvx_check_uri && g_str_equal (field->name, "url"));

      if (leads && tvx_record_get_text (record, field->name) != NULL &&
          field->check (tvx_record_get_text (record, field->name), NULL))
        return TRUE;
    }
  return FALSE;
}

/* What is being typed belongs to the record as it now is. */
static void
flush (TvxRecordRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    tvx_field_row_flush_focus (root);
}

static void
answer (TvxRecordRow *self,
        const char   *state)
{
  g_autofree char *path = tvx_record_dup_path (self->record, NULL);

  flush (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "handover.answer", "(ss)", path, state);
}

static void update_done_button (TvxRecordRow *self);

static void
done_toggled_cb (TvxRecordRow *self)
{
  answer (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->done_button)) ? "done" : "open");
  update_done_button (self);
}

/* An item of a checklist that is not relevant is neither done nor to do. */
static void
update_done_button (TvxRecordRow *self)
{
  const char *state = tvx_record_get_text (self->record, "state");
  g_autofree char *title = tvx_record_dup_title (self->record);
  /* Translators: %s is an item of a checklist. */
  g_autofree char *name = g_strdup_printf (_("Done: %s"), title);

  g_signal_handlers_block_by_func (self->done_button, done_toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->done_button), g_strcmp0 (state, "done") == 0);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->done_button), g_strcmp0 (state, "not_relevant") == 0);
  g_signal_handlers_unblock_by_func (self->done_button, done_toggled_cb, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (self->done_button, !tvx_record_get_read_only (self->record));
}

/* Empty boxes at the start of the row would move its title away from where those of other rows stand. */
static void
update_prefixes (TvxRecordRow *self)
{
  gboolean shown = FALSE;

  for (GtkWidget *prefix = gtk_widget_get_first_child (gtk_widget_get_parent (self->handle)); prefix != NULL; prefix = gtk_widget_get_next_sibling (prefix))
    shown |= gtk_widget_get_visible (prefix);
  for (GtkWidget *box = gtk_widget_get_parent (self->handle); box != NULL && !gtk_widget_has_css_class (box, "header"); box = gtk_widget_get_parent (box))
    gtk_widget_set_visible (box, shown);
}

static void
add_done_button (TvxRecordRow *self)
{
  self->done_button = gtk_check_button_new ();
  gtk_widget_set_valign (self->done_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->done_button, _("Done"));
  g_signal_connect_swapped (self->done_button, "toggled", G_CALLBACK (done_toggled_cb), self);
  tvx_record_row_add_prefix (self, self->done_button);
}

static void
update (TvxRecordRow *self)
{
  g_autofree char *title = tvx_record_dup_title (self->record);
  g_autofree char *facts = dup_facts (self->record, title);
  g_autofree char *problem = dup_problem (self->record);
  /* Translators: %s is the title of a record, as that of a goal. */
  g_autofree char *menu_label = g_strdup_printf (_("Actions for “%s”"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
  if (self->rows != NULL)
    {
      GtkWidget *list = gtk_widget_get_ancestor (gtk_widget_get_parent (self->rows->pdata[0]), GTK_TYPE_LIST_BOX);

      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }

  gtk_widget_set_visible (self->open_button, can_open (self->record));
  if (can_open (self->record))
    {
      g_autofree char *path = tvx_record_dup_path (self->record, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", path);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.open-part");
    }

  if (TVX_IS_CHECKLIST_ITEM (self->record) && self->done_button == NULL)
    add_done_button (self);
  if (self->done_button != NULL)
    update_done_button (self);

  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_widget_set_tooltip_text (self->problem, problem);
}

static void
update_actions (TvxRecordRow *self)
{
  gboolean writable = self->record != NULL && !tvx_record_get_read_only (self->record);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.move-up", writable && self->can_move_up);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.move-down", writable && self->can_move_down);
  /* A table is broken down by the same once. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.duplicate", writable && !TVX_IS_TABLE_AXIS (self->record));
  gtk_widget_set_visible (self->handle, writable && (self->can_move_up || self->can_move_down));
  update_prefixes (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.remove", writable);
}

static void
add_widget (TvxRecordRow *self,
            GtkWidget    *widget)
{
  GtkWidget *row = adw_preferences_row_new ();

  gtk_widget_add_css_class (widget, "inner-list");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_indicator_view (TvxRecordRow *self)
{
  self->indicator_view = tvx_indicator_view_new ();
  tvx_indicator_view_set_indicator (TVX_INDICATOR_VIEW (self->indicator_view), TVX_INDICATOR (self->record));
  add_widget (self, self->indicator_view);
}

/* A list within the record, as the measurements of an indicator, is a list of rows of its own below the fields. */
static void
add_list (TvxRecordRow   *self,
          const TvxField *field)
{
  GtkWidget *list = g_object_new (TVX_TYPE_RECORD_LIST_GROUP,
                                  "title", _(field->label),
                                  "list", field->name,
                                  "add-label", _("Add"),
                                  "editor", self->editor,
                                  "record", self->record,
                                  NULL);

  add_widget (self, list);
  g_ptr_array_add (self->lists, list);
}

static void
add_lists (TvxRecordRow *self)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (self->record);

  self->lists = g_ptr_array_new ();
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TVX_FIELD_LIST)
      add_list (self, &klass->fields[i]);
}

static void
expanded_cb (TvxRecordRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->rows != NULL)
    return;

  self->rows = tvx_field_rows_new (G_OBJECT_TYPE (self->record), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
      tvx_field_row_bind (self->rows->pdata[i], self->editor, self->record);
    }
  if (TVX_IS_INDICATOR (self->record))
    add_indicator_view (self);
  add_lists (self);
  update (self);
}

/* A menu takes longer to make than all the rest of the row, and most are never opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, TVX_RECORD_ROW (data)->menu);
}

static void
clear_record (TvxRecordRow *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_object (&self->record);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TvxRecordRow *self = TVX_RECORD_ROW (widget);
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_parent (widget));
  g_autofree char *title = NULL;

  flush (self);
  title = tvx_record_dup_title (self->record);
  if (tvx_editor_remove (self->editor, self->record, NULL))
    gtk_widget_activate_action (list, "project.tell-removed", "s", title);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TvxRecordRow *self = TVX_RECORD_ROW (widget);
  g_autoptr (TvxRecord) copy = NULL;
  guint position;

  flush (self);
  copy = tvx_record_duplicate (self->record);
  if (tvx_record_get_position (self->record, &position))
    tvx_editor_insert (self->editor, tvx_record_get_parent (self->record),
                       tvx_record_get_parent_field (self->record)->name, position + 1, copy, NULL);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TvxRecordRow *self = TVX_RECORD_ROW (widget);
  guint position;

  if (tvx_record_get_position (self->record, &position))
    tvx_record_row_move_to (self, g_str_equal (action_name, "record.move-up") ? position - 1 : position + 1);
}

/* Delete removes the record only where it could not mean a part of its form. */
static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!gtk_widget_has_css_class (focus, "header") ||
      gtk_widget_get_ancestor (focus, ADW_TYPE_EXPANDER_ROW) != widget)
    return FALSE;
  gtk_widget_activate_action (widget, "record.remove", NULL);
  return TRUE;
}

static void
tvx_record_row_dispose (GObject *object)
{
  TvxRecordRow *self = TVX_RECORD_ROW (object);

  clear_record (self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_RECORD_ROW);

  G_OBJECT_CLASS (tvx_record_row_parent_class)->dispose (object);
}

static void
tvx_record_row_class_init (TvxRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_record_row_dispose;

  gtk_widget_class_install_action (widget_class, "record.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "record.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "record.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "record.move-down", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "record.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "record.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "record.duplicate", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/form/tvx-record-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxRecordRow, handle);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordRow, problem);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordRow, menu);
}

static void
tvx_record_row_init (TvxRecordRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tvx_row_drag_attach (self, self->handle);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * tvx_record_row_new:
 * @editor: the editor of the register
 * @record: an item of a list
 *
 * Returns: (transfer floating): a closed row for @record
 */
GtkWidget *
tvx_record_row_new (TvxEditor *editor,
                    TvxRecord *record)
{
  TvxRecordRow *self = g_object_new (TVX_TYPE_RECORD_ROW, NULL);

  self->editor = g_object_ref (editor);
  tvx_record_row_set_record (self, record);
  return GTK_WIDGET (self);
}

/**
 * tvx_record_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): the record that it shows
 */
TvxRecord *
tvx_record_row_get_record (TvxRecordRow *self)
{
  g_return_val_if_fail (TVX_IS_RECORD_ROW (self), NULL);

  return self->record;
}

/**
 * tvx_record_row_set_record:
 * @self: a row
 * @record: a record of the same kind, as the one that comes back by undo
 *
 * Shows another record, open or closed as the row is.
 */
void
tvx_record_row_set_record (TvxRecordRow *self,
                           TvxRecord    *record)
{
  g_return_if_fail (TVX_IS_RECORD_ROW (self));
  g_return_if_fail (TVX_IS_RECORD (record));

  if (self->record == record)
    return;
  clear_record (self);
  self->record = g_object_ref (record);
  self->notify_id = g_signal_connect_swapped (record, "notify", G_CALLBACK (update), self);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    tvx_field_row_bind (self->rows->pdata[i], self->editor, record);
  for (guint i = 0; self->lists != NULL && i < self->lists->len; i++)
    g_object_set (self->lists->pdata[i], "record", record, NULL);
  if (self->indicator_view != NULL)
    tvx_indicator_view_set_indicator (TVX_INDICATOR_VIEW (self->indicator_view), TVX_INDICATOR (record));
  update (self);
  update_actions (self);
}

/**
 * tvx_record_row_set_can_move:
 * @self: a row
 * @up: whether it can move up in its list
 * @down: whether it can move down
 *
 * Tells the row what it can do where it stands.
 */
void
tvx_record_row_set_can_move (TvxRecordRow *self,
                             gboolean      up,
                             gboolean      down)
{
  g_return_if_fail (TVX_IS_RECORD_ROW (self));

  self->can_move_up = up;
  self->can_move_down = down;
  update_actions (self);
}

/**
 * tvx_record_row_focus_field:
 * @self: a row
 * @field: (nullable): the name of a field, %NULL for the first one
 *
 * Opens the row, and brings the focus to a field of its form.
 */
void
tvx_record_row_focus_field (TvxRecordRow *self,
                            const char   *field)
{
  g_return_if_fail (TVX_IS_RECORD_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    if (field == NULL || g_str_equal (tvx_field_row_get_field (self->rows->pdata[i])->name, field))
      {
        tvx_field_row_focus (self->rows->pdata[i]);
        return;
      }
}

/**
 * tvx_record_row_move_to:
 * @self: a row
 * @position: where its record is to stand in its list
 *
 * Moves the record.
 */
void
tvx_record_row_move_to (TvxRecordRow *self,
                        guint         position)
{
  g_return_if_fail (TVX_IS_RECORD_ROW (self));

  flush (self);
  tvx_editor_move (self->editor, self->record, position, NULL);
}

/**
 * tvx_record_row_add_prefix:
 * @self: a row
 * @prefix: a widget
 *
 * Shows @prefix before the title.
 */
void
tvx_record_row_add_prefix (TvxRecordRow *self,
                           GtkWidget    *prefix)
{
  g_return_if_fail (TVX_IS_RECORD_ROW (self));

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), prefix);
  update_prefixes (self);
}
