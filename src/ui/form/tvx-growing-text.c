/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-growing-text.h"

/**
 * TvxGrowingText:
 *
 * A text view that is as high as its text, at any width.
 *
 * A text view is made to be scrolled: it learns its height only by and by, when
 * it is shown, and may keep that of a width it had before. This one tells at once
 * how high it is to be, as a label does.
 */
struct _TvxGrowingText
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (TvxGrowingText, tvx_growing_text, GTK_TYPE_TEXT_VIEW)

/* Paragraph by paragraph, as the view lays it out, so that both round alike. */
static void
get_size (TvxGrowingText *self,
          int             for_width,
          int            *width,
          int            *height)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  paragraphs = g_strsplit (*text != '\0' ? text : " ", "\n", -1);
  pango_layout_set_width (layout, for_width < 0 ? -1 : for_width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  *width = *height = 0;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      int paragraph_width, paragraph_height;

      pango_layout_set_text (layout, paragraphs[i], -1);
      pango_layout_get_pixel_size (layout, &paragraph_width, &paragraph_height);
      *width = MAX (*width, paragraph_width);
      *height += paragraph_height;
    }
}

static GtkSizeRequestMode
tvx_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tvx_growing_text_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TvxGrowingText *self = TVX_GROWING_TEXT (widget);
  int width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      get_size (self, -1, &width, &height);
      *minimum = 0;
      *natural = width;
    }
  else
    {
      get_size (self, for_size, &width, &height);
      *minimum = *natural = height;
    }
}

static void
buffer_cb (TvxGrowingText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

static void
tvx_growing_text_class_init (TvxGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = tvx_growing_text_get_request_mode;
  widget_class->measure = tvx_growing_text_measure;
}

static void
tvx_growing_text_init (TvxGrowingText *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (buffer_cb), NULL);
}
