/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-text-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/form/tvx-growing-text.h"

/**
 * TvxTextRow:
 *
 * A row for whatever is typed: a line of text, paragraphs, a number.
 *
 * It looks as an [class@Adw.EntryRow] does when it is filled in, but its label
 * and its text wrap and the row grows, so that nothing is ever cut off.
 */

typedef struct
{
  GtkWidget     *text;
  GtkTextBuffer *buffer;
  GtkLabel      *hint;
  GtkBox        *suffixes;
  GtkWidget     *drop_button;
  /* Opens the web address; NULL for a field of another kind. */
  GtkWidget     *open_button;
  gboolean       multi_line;
} TvxTextRowPrivate;

static void tvx_text_row_field_row_init (TvxFieldRowInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TvxTextRow, tvx_text_row, ADW_TYPE_PREFERENCES_ROW,
                         G_ADD_PRIVATE (TvxTextRow)
                         G_IMPLEMENT_INTERFACE (TVX_TYPE_FIELD_ROW, tvx_text_row_field_row_init))

static void
open_address_cb (TvxTextRow *self)
{
  g_autofree char *uri = tvx_text_row_dup_text (self);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
update_open_button (TvxTextRow *self)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);
  g_autofree char *uri = tvx_text_row_dup_text (self);

  gtk_widget_set_visible (priv->open_button, tvx_check_uri (uri, NULL));
}

static void
text_changed_cb (TvxTextRow *self)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  if (gtk_text_buffer_get_char_count (priv->buffer) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  tvx_field_row_typed (TVX_FIELD_ROW (self));
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TvxTextRow      *self)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  if (!gtk_widget_has_focus (priv->text))
    gtk_widget_grab_focus (priv->text);
}

static void
focus_enter_cb (TvxTextRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
}

static void
focus_leave_cb (TvxTextRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  tvx_field_row_left (TVX_FIELD_ROW (self));
}

static void
drop_cb (TvxTextRow *self)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  /* The button goes away, and would take the focus with it. */
  gtk_widget_grab_focus (priv->text);
  tvx_field_row_drop (TVX_FIELD_ROW (self));
}

/* A line break that is typed into one line says that the line is done; those that are pasted become spaces. */
static void
insert_text_cb (TvxTextRow    *self,
                GtkTextIter   *position,
                const char    *text,
                int            length,
                GtkTextBuffer *buffer)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);
  g_autofree char *line = NULL;

  if (priv->multi_line || memchr (text, '\n', (gsize) length) == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  line = g_strndup (text, (gsize) length);
  if (g_str_equal (line, "\n"))
    tvx_field_row_left (TVX_FIELD_ROW (self));
  else
    gtk_text_buffer_insert (buffer, position, g_strdelimit (line, "\r\n", ' '), -1);
}

static void
tvx_text_row_set_field (TvxFieldRow    *row,
                        const TvxField *field)
{
  TvxTextRow *self = TVX_TEXT_ROW (row);
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  priv->multi_line = field->kind == TVX_FIELD_LONG_TEXT;
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->text), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, priv->multi_line, -1);
  if (field->kind == TVX_FIELD_MONEY || field->kind == TVX_FIELD_INTEGER)
    {
      gtk_text_view_set_input_purpose (GTK_TEXT_VIEW (priv->text), GTK_INPUT_PURPOSE_NUMBER);
      gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
    }
  else if (field->check == tvx_check_uri)
    {
      gtk_text_view_set_input_purpose (GTK_TEXT_VIEW (priv->text), GTK_INPUT_PURPOSE_URL);
      priv->open_button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
      gtk_widget_set_tooltip_text (priv->open_button, _("Open Web Address"));
      gtk_widget_add_css_class (priv->open_button, "flat");
      g_signal_connect_swapped (priv->open_button, "clicked", G_CALLBACK (open_address_cb), self);
      g_signal_connect_swapped (priv->buffer, "changed", G_CALLBACK (update_open_button), self);
      tvx_text_row_add_suffix (self, priv->open_button);
      update_open_button (self);
    }
}

static void
tvx_text_row_show_value (TvxFieldRow *row,
                         GVariant    *value)
{
  g_autofree char *text = tvx_field_format (tvx_field_row_get_field (row), value);
  g_autofree char *shown = tvx_text_row_dup_text (TVX_TEXT_ROW (row));

  /* Setting the same text would move the caret. */
  if (!g_str_equal (text, shown))
    tvx_text_row_set_text (TVX_TEXT_ROW (row), text);
}

static void
tvx_text_row_show_hint (TvxFieldRow *row,
                        const char  *hint)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (TVX_TEXT_ROW (row));

  gtk_label_set_label (priv->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (priv->hint), *hint != '\0');
  gtk_widget_set_visible (priv->drop_button, tvx_field_row_is_refused (row));
}

static void
tvx_text_row_set_editable (TvxFieldRow *row,
                           gboolean     editable)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (TVX_TEXT_ROW (row));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (priv->text), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (priv->text), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->text), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
}

static char *
tvx_text_row_dup_typed (TvxFieldRow *row)
{
  return tvx_text_row_dup_text (TVX_TEXT_ROW (row));
}

static void
tvx_text_row_set_typed (TvxFieldRow *row,
                        const char  *text)
{
  tvx_text_row_set_text (TVX_TEXT_ROW (row), text);
}

static GtkWidget *
tvx_text_row_get_control (TvxFieldRow *row)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (TVX_TEXT_ROW (row));

  return priv->text;
}

static void
tvx_text_row_field_row_init (TvxFieldRowInterface *iface)
{
  iface->set_field = tvx_text_row_set_field;
  iface->show_value = tvx_text_row_show_value;
  iface->show_hint = tvx_text_row_show_hint;
  iface->set_editable = tvx_text_row_set_editable;
  iface->dup_text = tvx_text_row_dup_typed;
  iface->set_text = tvx_text_row_set_typed;
  iface->get_control = tvx_text_row_get_control;
}

/* The row itself is no stop on the way: the focus goes to the text and to what stands beside it. */
static gboolean
tvx_text_row_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
tvx_text_row_grab_focus (GtkWidget *widget)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (TVX_TEXT_ROW (widget));

  return gtk_widget_grab_focus (priv->text);
}

static void
tvx_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_TEXT_ROW);

  G_OBJECT_CLASS (tvx_text_row_parent_class)->dispose (object);
}

static void
tvx_text_row_class_init (TvxTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_text_row_dispose;

  widget_class->focus = tvx_text_row_focus;
  widget_class->grab_focus = tvx_text_row_grab_focus;

  g_type_ensure (TVX_TYPE_GROWING_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/form/tvx-text-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TvxTextRow, text);
  gtk_widget_class_bind_template_child_private (widget_class, TvxTextRow, buffer);
  gtk_widget_class_bind_template_child_private (widget_class, TvxTextRow, hint);
  gtk_widget_class_bind_template_child_private (widget_class, TvxTextRow, suffixes);
  gtk_widget_class_bind_template_child_private (widget_class, TvxTextRow, drop_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
tvx_text_row_init (TvxTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_text_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): what stands in the row
 */
char *
tvx_text_row_dup_text (TvxTextRow *self)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);
  GtkTextIter start, end;

  g_return_val_if_fail (TVX_IS_TEXT_ROW (self), NULL);

  gtk_text_buffer_get_bounds (priv->buffer, &start, &end);
  return gtk_text_buffer_get_text (priv->buffer, &start, &end, FALSE);
}

/**
 * tvx_text_row_set_text:
 * @self: a row
 * @text: a text
 *
 * Puts a text into the row as if it were typed.
 */
void
tvx_text_row_set_text (TvxTextRow *self,
                       const char *text)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  g_return_if_fail (TVX_IS_TEXT_ROW (self));

  gtk_text_buffer_set_text (priv->buffer, text, -1);
}

/**
 * tvx_text_row_add_above:
 * @self: a row
 * @widget: (transfer floating): a widget
 *
 * Adds a widget between the label and the text.
 */
void
tvx_text_row_add_above (TvxTextRow *self,
                        GtkWidget  *widget)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  g_return_if_fail (TVX_IS_TEXT_ROW (self));

  gtk_widget_insert_before (widget, gtk_widget_get_parent (priv->text), priv->text);
}

/**
 * tvx_text_row_add_suffix:
 * @self: a row
 * @suffix: (transfer floating): a widget
 *
 * Adds a widget after the text.
 */
void
tvx_text_row_add_suffix (TvxTextRow *self,
                         GtkWidget  *suffix)
{
  TvxTextRowPrivate *priv = tvx_text_row_get_instance_private (self);

  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (priv->suffixes, suffix);
}
