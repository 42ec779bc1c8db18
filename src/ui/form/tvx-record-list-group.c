/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-record-list-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-list-table.h"
#include "ui/form/tvx-announce.h"
#include "ui/form/tvx-field-row.h"
#include "ui/form/tvx-paste-dialog.h"

/**
 * TvxRecordListGroup:
 *
 * A list of records that are parts of another one, as the goals of a project:
 * a row for each, which opens to its form, and a button that adds one.
 *
 * These are rows of a form, not a view of data: each may be open, of its own
 * height, and hold text that is being typed, none of which survives a list view
 * that recycles its rows. A project has tens of each kind, at most hundreds, and
 * a closed row costs little.
 */
struct _TvxRecordListGroup
{
  AdwPreferencesGroup  parent_instance;

  GtkListBox          *list_box;
  GtkWidget           *placeholder_row;
  GtkWidget           *add_row;
  GtkWidget           *menu_button;
  GtkWidget           *action_row;

  TvxEditor           *editor;
  TvxRecord           *record;
  char                *list;
  char                *add_label;
  char                *placeholder;
  char                *action;
  char                *action_label;

  GListModel          *items;
  gulong               items_changed_id;
  /* Rows whose records have just left the list, by id: a move is a removal followed by an insertion. */
  GHashTable          *leaving;
  guint                forget_id;
  /* The ids of records that were open when they left: undo brings them back open. */
  GHashTable          *were_open;
  /* The id of the record that had the focus when it left, and where that was. */
  char                *focused;
  guint                focused_position;
};

enum
{
  PROP_0,
  PROP_EDITOR,
  PROP_RECORD,
  PROP_LIST,
  PROP_ADD_LABEL,
  PROP_PLACEHOLDER,
  PROP_ACTION,
  PROP_ACTION_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxRecordListGroup, tvx_record_list_group, ADW_TYPE_PREFERENCES_GROUP)

static guint
count (TvxRecordListGroup *self)
{
  return self->items != NULL ? g_list_model_get_n_items (self->items) : 0;
}

static void
update_state (TvxRecordListGroup *self)
{
  guint n_rows = count (self);
  gboolean can_edit = self->record != NULL && !tvx_record_get_read_only (self->record);
  guint max_items = self->record != NULL ? tvx_record_get_field (self->record, self->list)->max_items : 0;
  gboolean is_full = max_items > 0 && n_rows >= max_items;
  /* Translators: how many items a list may have. */
  g_autofree char *limit = is_full ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There can be only %u", "There can be at most %u", max_items), max_items) : NULL;

  for (guint i = 0; i < n_rows; i++)
    tvx_record_row_set_can_move (tvx_record_list_group_get_row (self, i), i > 0, i + 1 < n_rows);
  gtk_widget_set_visible (self->placeholder_row, n_rows == 0 && self->placeholder != NULL);
  gtk_widget_set_visible (self->add_row, can_edit);
  gtk_widget_set_sensitive (self->add_row, !is_full);
  gtk_widget_set_tooltip_text (self->add_row, limit);
  gtk_widget_set_visible (self->action_row, can_edit && self->action != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->action_row), self->action);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.copy", n_rows > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.paste", can_edit && max_items == 0);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Rows that did not come back are gone for good; the focus goes to what now stands in their place. */
static void
forget_leaving (TvxRecordListGroup *self)
{
  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_hash_table_remove_all (self->leaving);
  if (self->focused == NULL)
    return;
  g_clear_pointer (&self->focused, g_free);
  if (count (self) == 0)
    gtk_widget_grab_focus (self->add_row);
  else
    gtk_widget_child_focus (GTK_WIDGET (tvx_record_list_group_get_row (self, MIN (self->focused_position, count (self) - 1))),
                            GTK_DIR_TAB_FORWARD);
}

static gboolean
forget_cb (gpointer data)
{
  TvxRecordListGroup *self = data;

  self->forget_id = 0;
  forget_leaving (self);
  return G_SOURCE_REMOVE;
}

static void
take_row (TvxRecordListGroup *self,
          guint               position)
{
  TvxRecordRow *row = tvx_record_list_group_get_row (self, position);
  const char *id = tvx_record_get_id (tvx_record_row_get_record (row));

  if (has_focus (GTK_WIDGET (row)))
    {
      g_set_str (&self->focused, id);
      self->focused_position = position;
    }
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->were_open, g_strdup (id));
  g_hash_table_replace (self->leaving, g_strdup (id), g_object_ref (row));
  gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

static void
insert_row (TvxRecordListGroup *self,
            guint               position)
{
  g_autoptr (TvxRecord) item = g_list_model_get_item (self->items, position);
  const char *id = tvx_record_get_id (item);
  GtkWidget *row = g_hash_table_lookup (self->leaving, id);

  if (row != NULL)
    tvx_record_row_set_record (TVX_RECORD_ROW (row), item);
  else
    row = tvx_record_row_new (self->editor, item);
  gtk_list_box_insert (self->list_box, row, (int) position);
  g_hash_table_remove (self->leaving, id);

  if (g_hash_table_remove (self->were_open, id))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  if (g_strcmp0 (self->focused, id) == 0)
    {
      g_clear_pointer (&self->focused, g_free);
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}

static void
items_changed_cb (TvxRecordListGroup *self,
                  guint               position,
                  guint               n_removed,
                  guint               n_added)
{
  for (guint i = 0; i < n_removed; i++)
    take_row (self, position);
  for (guint i = 0; i < n_added; i++)
    insert_row (self, position + i);
  update_state (self);
  if (g_hash_table_size (self->leaving) > 0 && self->forget_id == 0)
    self->forget_id = g_idle_add (forget_cb, self);
}

static void
clear_items (TvxRecordListGroup *self)
{
  if (self->items == NULL)
    return;
  g_clear_signal_handler (&self->items_changed_id, self->items);
  for (guint i = count (self); i > 0; i--)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (tvx_record_list_group_get_row (self, i - 1)));
  g_clear_object (&self->items);
  g_clear_pointer (&self->focused, g_free);
  forget_leaving (self);
}

static void
update_items (TvxRecordListGroup *self)
{
  clear_items (self);
  g_hash_table_remove_all (self->were_open);
  if (self->editor != NULL && self->record != NULL)
    {
      const char *label = _(tvx_record_get_field (self->record, self->list)->label);

      /* Translators: %s is the name of a list, as "Goals". */
      g_autofree char *menu_label = g_strdup_printf (_("Actions for the list “%s”"), label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
      self->items = g_object_ref (tvx_record_get_list (self->record, self->list));
      self->items_changed_id = g_signal_connect_swapped (self->items, "items-changed", G_CALLBACK (items_changed_cb), self);
      for (guint i = 0; i < count (self); i++)
        insert_row (self, i);
    }
  update_state (self);
}

static void
add_cb (TvxRecordListGroup *self)
{
  if (tvx_editor_insert (self->editor, self->record, self->list, G_MAXUINT, NULL, NULL) != NULL)
    tvx_record_row_focus_field (tvx_record_list_group_get_row (self, count (self) - 1), NULL);
}

/* To be pasted into a spreadsheet, or into a text. */
static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TvxRecordListGroup *self = TVX_RECORD_LIST_GROUP (widget);
  const TvxField *field = tvx_record_get_field (self->record, self->list);
  guint n_rows = count (self);
  g_autofree char *tsv = NULL, *html = NULL, *told = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  tvx_field_row_flush_focus (gtk_widget_get_root (widget));
  tsv = tvx_list_table_to_tsv (self->items, field->get_type ());
  html = tvx_list_table_to_html (self->items, field->get_type (), _(field->label));
  bytes = g_bytes_new (html, strlen (html));
  provider = gdk_content_provider_new_union ((GdkContentProvider *[]) { gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
                                                                        gdk_content_provider_new_for_bytes ("text/html", bytes) },
                                             2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  told = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", n_rows), n_rows);
  tvx_announce (widget, told);
}

static void
clipboard_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TvxRecordListGroup) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  /* Another project may be shown by now, or none. */
  if (self->editor != NULL && self->record != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_dialog_present (tvx_paste_dialog_new (self->editor, self->record, self->list, text), GTK_WIDGET (self));
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb, g_object_ref (widget));
}

static void
tvx_record_list_group_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TvxRecordListGroup *self = TVX_RECORD_LIST_GROUP (object);

  switch (property_id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_LIST:
      g_value_set_string (value, self->list);
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, self->add_label);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_ACTION:
      g_value_set_string (value, self->action);
      break;
    case PROP_ACTION_LABEL:
      g_value_set_string (value, self->action_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_record_list_group_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TvxRecordListGroup *self = TVX_RECORD_LIST_GROUP (object);

  switch (property_id)
    {
    case PROP_EDITOR:
      if (g_set_object (&self->editor, g_value_get_object (value)))
        update_items (self);
      break;
    case PROP_RECORD:
      if (g_set_object (&self->record, g_value_get_object (value)))
        update_items (self);
      break;
    case PROP_LIST:
      self->list = g_value_dup_string (value);
      break;
    case PROP_ADD_LABEL:
      self->add_label = g_value_dup_string (value);
      break;
    case PROP_PLACEHOLDER:
      self->placeholder = g_value_dup_string (value);
      break;
    case PROP_ACTION:
      self->action = g_value_dup_string (value);
      break;
    case PROP_ACTION_LABEL:
      self->action_label = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_record_list_group_dispose (GObject *object)
{
  TvxRecordListGroup *self = TVX_RECORD_LIST_GROUP (object);

  if (self->items != NULL)
    g_clear_signal_handler (&self->items_changed_id, self->items);
  g_clear_object (&self->items);
  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_hash_table_remove_all (self->leaving);
  g_clear_object (&self->editor);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_RECORD_LIST_GROUP);

  G_OBJECT_CLASS (tvx_record_list_group_parent_class)->dispose (object);
}

static void
tvx_record_list_group_finalize (GObject *object)
{
  TvxRecordListGroup *self = TVX_RECORD_LIST_GROUP (object);

  g_free (self->list);
  g_free (self->add_label);
  g_free (self->placeholder);
  g_free (self->action);
  g_free (self->action_label);
  g_free (self->focused);
  g_hash_table_unref (self->leaving);
  g_hash_table_unref (self->were_open);

  G_OBJECT_CLASS (tvx_record_list_group_parent_class)->finalize (object);
}

static void
tvx_record_list_group_class_init (TvxRecordListGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tvx_record_list_group_dispose;
  object_class->finalize = tvx_record_list_group_finalize;
  object_class->get_property = tvx_record_list_group_get_property;
  object_class->set_property = tvx_record_list_group_set_property;

  /**
   * TvxRecordListGroup:editor:
   *
   * The editor of the register.
   */
  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, TVX_TYPE_EDITOR, flags);
  /**
   * TvxRecordListGroup:record:
   *
   * The record that has the list.
   */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, TVX_TYPE_RECORD, flags);
  /**
   * TvxRecordListGroup:list:
   *
   * The name of the field that holds the list.
   */
  properties[PROP_LIST] = g_param_spec_string ("list", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  /**
   * TvxRecordListGroup:add-label:
   *
   * What the button that adds a record says.
   */
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  /**
   * TvxRecordListGroup:placeholder:
   *
   * What stands in place of the rows as long as there are none: what belongs there. Without one there is nothing.
   */
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  /**
   * TvxRecordListGroup:action:
   *
   * The name of an action that adds a record in another way, and stands before the button, as a document with its file.
   */
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  /**
   * TvxRecordListGroup:action-label:
   *
   * What the button for that says.
   */
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/form/tvx-record-list-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxRecordListGroup, list_box);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordListGroup, placeholder_row);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordListGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordListGroup, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TvxRecordListGroup, action_row);
  gtk_widget_class_install_action (widget_class, "list.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "list.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "list.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "list.paste", NULL);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tvx_record_list_group_init (TvxRecordListGroup *self)
{
  self->leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->were_open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_record_list_group_get_record:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the record that has the list
 */
TvxRecord *
tvx_record_list_group_get_record (TvxRecordListGroup *self)
{
  g_return_val_if_fail (TVX_IS_RECORD_LIST_GROUP (self), NULL);

  return self->record;
}

/**
 * tvx_record_list_group_get_list:
 * @self: a group
 *
 * Returns: (transfer none): the name of the field that holds the list
 */
const char *
tvx_record_list_group_get_list (TvxRecordListGroup *self)
{
  g_return_val_if_fail (TVX_IS_RECORD_LIST_GROUP (self), NULL);

  return self->list;
}

/**
 * tvx_record_list_group_get_row:
 * @self: a group
 * @position: a position in the list
 *
 * Returns: (transfer none): the row of the record that stands there
 */
TvxRecordRow *
tvx_record_list_group_get_row (TvxRecordListGroup *self,
                               guint               position)
{
  g_return_val_if_fail (TVX_IS_RECORD_LIST_GROUP (self), NULL);

  return TVX_RECORD_ROW (gtk_list_box_get_row_at_index (self->list_box, (int) position));
}

/**
 * tvx_record_list_group_focus:
 * @self: a group
 *
 * Brings the focus to the button that adds a record.
 */
void
tvx_record_list_group_focus (TvxRecordListGroup *self)
{
  g_return_if_fail (TVX_IS_RECORD_LIST_GROUP (self));

  gtk_widget_grab_focus (self->add_row);
}
