/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-chips-row.h"

#include <glib/gi18n-lib.h>

/**
 * TvxChipsRow:
 *
 * A row for any number of short texts, as tags: a chip for each, which takes it away, and a text to add others.
 *
 * A text becomes a chip when it is ended by a comma or the Enter key, or when the row is left.
 */
struct _TvxChipsRow
{
  TvxTextRow  parent_instance;

  AdwWrapBox *box;
  GtkWidget  *add_button;
  /* What the chips stand for. */
  GStrv       texts;
  gboolean    editable;
};

static TvxFieldRowInterface *parent_iface;

static void tvx_chips_row_field_row_init (TvxFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxChipsRow, tvx_chips_row, TVX_TYPE_TEXT_ROW,
                               G_IMPLEMENT_INTERFACE (TVX_TYPE_FIELD_ROW, tvx_chips_row_field_row_init))

static GtkWidget *
get_text (TvxChipsRow *self)
{
  return tvx_field_row_get_control (TVX_FIELD_ROW (self));
}

/* Stores what is left without the chip. It goes at once, and what has the focus then is there to stay. */
static void
remove_chip (TvxChipsRow *self,
             GtkWidget   *chip)
{
  GtkWidget *next = gtk_widget_get_next_sibling (chip);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint position = 0;

  for (GtkWidget *other = gtk_widget_get_prev_sibling (chip); other != NULL; other = gtk_widget_get_prev_sibling (other))
    position++;
  for (guint i = 0; self->texts[i] != NULL; i++)
    if (i != position)
      g_strv_builder_add (builder, self->texts[i]);
  gtk_widget_grab_focus (next != NULL ? next : get_text (self));
  adw_wrap_box_remove (self->box, chip);
  g_strfreev (self->texts);
  self->texts = g_strv_builder_end (builder);
  tvx_field_row_typed (TVX_FIELD_ROW (self));
  tvx_field_row_left (TVX_FIELD_ROW (self));
}

static void
clicked_cb (GtkWidget   *chip,
            TvxChipsRow *self)
{
  remove_chip (self, chip);
}

static gboolean
chip_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             TvxChipsRow           *self)
{
  if (key != GDK_KEY_Delete && key != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  remove_chip (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  return GDK_EVENT_STOP;
}

/* Backspace goes on with the chips where there is nothing more to delete in the text. */
static gboolean
text_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             TvxChipsRow           *self)
{
  g_autofree char *typed = tvx_text_row_dup_text (TVX_TEXT_ROW (self));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->box));

  if (key != GDK_KEY_BackSpace || *typed != '\0' || last == NULL || !self->editable)
    return GDK_EVENT_PROPAGATE;
  remove_chip (self, last);
  return GDK_EVENT_STOP;
}

/* A comma that is typed ends a text. */
static void
insert_text_cb (TvxChipsRow   *self,
                GtkTextIter   *position,
                const char    *text,
                int            length,
                GtkTextBuffer *buffer)
{
  if (length != 1 || *text != ',')
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  tvx_field_row_left (TVX_FIELD_ROW (self));
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
create_chip (TvxChipsRow *self,
             const char  *text)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();
  /* Translators: %s is a text of a list, as a tag. */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), text);

  gtk_box_append (GTK_BOX (box), create_label (text));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (chip, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (chip_key_cb), self);
  gtk_widget_add_controller (chip, keys);
  return chip;
}

/* Where nothing can be changed, a chip can only be read. */
static GtkWidget *
create_plain_chip (const char *text)
{
  GtkWidget *chip = create_label (text);

  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

static void
show_chips (TvxChipsRow *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, chip);
  for (guint i = 0; self->texts[i] != NULL; i++)
    adw_wrap_box_append (self->box, self->editable ? create_chip (self, self->texts[i]) : create_plain_chip (self->texts[i]));
}

static void
set_texts (TvxChipsRow       *self,
           const char *const *texts)
{
  /* Chips that stay keep the focus. */
  if (!g_strv_equal ((const char *const *) self->texts, texts))
    {
      g_strfreev (self->texts);
      self->texts = g_strdupv ((char **) texts);
      show_chips (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->box), *self->texts != NULL);
  if (*self->texts != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chips");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chips");
}

static void
tvx_chips_row_show_value (TvxFieldRow *row,
                          GVariant    *value)
{
  static const char *const nothing[] = { NULL };
  g_autofree const char **texts = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  set_texts (TVX_CHIPS_ROW (row), texts != NULL ? texts : nothing);
  tvx_text_row_set_text (TVX_TEXT_ROW (row), "");
}

static void
tvx_chips_row_set_editable (TvxFieldRow *row,
                            gboolean     editable)
{
  TvxChipsRow *self = TVX_CHIPS_ROW (row);

  parent_iface->set_editable (row, editable);
  gtk_widget_set_visible (self->add_button, editable);
  self->editable = editable;
  show_chips (self);
}

static char *
tvx_chips_row_dup_text (TvxFieldRow *row)
{
  g_autofree char *chosen = g_strjoinv (", ", TVX_CHIPS_ROW (row)->texts);
  g_autofree char *typed = parent_iface->dup_text (row);

  return g_strconcat (chosen, *chosen != '\0' && *typed != '\0' ? ", " : "", typed, NULL);
}

/* What is refused is mended where it was typed; what is stored of it stays chips. */
static void
tvx_chips_row_set_text (TvxFieldRow *row,
                        const char  *text)
{
  TvxChipsRow *self = TVX_CHIPS_ROW (row);
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) chips = g_strv_builder_new (), others = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL, rest = NULL;
  g_autofree char *typed = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) self->texts, g_strstrip (parts[i])))
      g_strv_builder_add (chips, parts[i]);
    else
      g_strv_builder_add (others, parts[i]);
  texts = g_strv_builder_end (chips);
  rest = g_strv_builder_end (others);
  typed = g_strjoinv (", ", rest);
  set_texts (self, (const char *const *) texts);
  parent_iface->set_text (row, typed);
}

static void
tvx_chips_row_field_row_init (TvxFieldRowInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->show_value = tvx_chips_row_show_value;
  iface->set_editable = tvx_chips_row_set_editable;
  iface->dup_text = tvx_chips_row_dup_text;
  iface->set_text = tvx_chips_row_set_text;
}

static void
tvx_chips_row_finalize (GObject *object)
{
  g_strfreev (TVX_CHIPS_ROW (object)->texts);

  G_OBJECT_CLASS (tvx_chips_row_parent_class)->finalize (object);
}

static void
tvx_chips_row_class_init (TvxChipsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_chips_row_finalize;
}

static void
tvx_chips_row_init (TvxChipsRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (self)));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->texts = g_new0 (char *, 1);
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
  tvx_text_row_add_above (TVX_TEXT_ROW (self), GTK_WIDGET (self->box));

  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("Add"));
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (gtk_widget_grab_focus), get_text (self));
  tvx_text_row_add_suffix (TVX_TEXT_ROW (self), self->add_button);

  g_signal_connect_swapped (buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (text_key_cb), self);
  gtk_widget_add_controller (get_text (self), keys);
}
