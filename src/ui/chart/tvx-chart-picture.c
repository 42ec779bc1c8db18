/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/tvx-chart-picture.h"

#include <math.h>

#include <adwaita.h>

/* A chart is laid out for the width that it has, down to this, in points. */
#define MIN_WIDTH 160.0
#define NATURAL_WIDTH 459.0
/* Logical pixels for each inch where the person has not asked for larger text. */
#define NORMAL_DPI 96.0

/**
 * TvxChartPicture:
 *
 * Paints a chart as wide as there is room, with text as large as the person's, in colours for a light or a dark ground.
 *
 * It is no more than the picture, see #TvxChartView: whoever cannot see it needs its values beside it.
 */
struct _TvxChartPicture
{
  GtkWidget       parent_instance;

  TvxDrawFunc     draw;
  gpointer        data;
  GDestroyNotify  destroy;

  /* What is shown, and for which width it was drawn. */
  TvxDrawing     *drawing;
  double          drawn_width;
};

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxChartPicture, tvx_chart_picture, GTK_TYPE_WIDGET)

/* Logical pixels for each point: more where the person has asked for larger text. */
static double
get_scale (TvxChartPicture *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return (dpi > 0 ? dpi / 1024.0 : NORMAL_DPI) / 72.0;
}

static TvxDrawing *
get_drawing (TvxChartPicture *self,
             double           width)
{
  if (self->draw == NULL)
    return NULL;
  if (self->drawing == NULL || fabs (self->drawn_width - width) > 0.01)
    {
      g_clear_pointer (&self->drawing, tvx_drawing_free);
      self->drawing = self->draw (self->data, width);
      self->drawn_width = width;
    }
  return self->drawing;
}

static TvxDrawing *
get_shown (TvxChartPicture *self)
{
  return get_drawing (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)) / get_scale (self), MIN_WIDTH));
}

static void
forget_drawing (TvxChartPicture *self)
{
  g_clear_pointer (&self->drawing, tvx_drawing_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- Colours */

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static float
to_channel (double linear)
{
  double channel = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow (linear, 1 / 2.4) - 0.055;

  return (float) CLAMP (channel, 0, 1);
}

/* Turns dark into light and the other way, with the same hue, so that what stood out on paper stands out on a dark ground:
 * lightness is that of Oklab (Björn Ottosson, 2020), in which equal steps look equal. */
static void
turn_lightness (GdkRGBA *color)
{
  double red = to_linear (color->red);
  double green = to_linear (color->green);
  double blue = to_linear (color->blue);
  double l = cbrt (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  double m = cbrt (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  double s = cbrt (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;

  /* White becomes the grey of a card, and ink as light as text is. */
  lightness = 1.15 - 0.87 * lightness;
  l = lightness + 0.3963377774 * a + 0.2158037573 * b;
  m = lightness - 0.1055613458 * a - 0.0638541728 * b;
  s = lightness - 0.0894841775 * a - 1.2914855480 * b;
  l = l * l * l;
  m = m * m * m;
  s = s * s * s;
  color->red = to_channel (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  color->green = to_channel (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  color->blue = to_channel (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
}

static GdkRGBA
get_color (guint32  color,
           gboolean dark)
{
  GdkRGBA rgba = { (float) (color >> 16 & 0xFF) / 255, (float) (color >> 8 & 0xFF) / 255, (float) (color & 0xFF) / 255, 1 };

  if (dark)
    turn_lightness (&rgba);
  return rgba;
}

/* ---- Painting */

static void
append_text (TvxChartPicture *self,
             GtkSnapshot     *snapshot,
             const TvxShape  *shape,
             const GdkRGBA   *color)
{
  static const double shares[] = { [TVX_ANCHOR_START] = 0, [TVX_ANCHOR_MIDDLE] = 0.5, [TVX_ANCHOR_END] = 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), shape->text);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  PangoRectangle extents;

  pango_font_description_set_absolute_size (font, shape->size * PANGO_SCALE);
  pango_font_description_set_weight (font, shape->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_extents (layout, NULL, &extents);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (shape->points[0].x -
                                                         shares[shape->anchor] * extents.width / PANGO_SCALE),
                                                (float) (shape->points[0].y -
                                                         (double) pango_layout_get_baseline (layout) / PANGO_SCALE)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
append_path (GtkSnapshot    *snapshot,
             const TvxShape *shape,
             const GdkRGBA  *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  for (gsize i = 0; i < shape->n_points; i++)
    if (i == 0)
      gsk_path_builder_move_to (builder, (float) shape->points[i].x, (float) shape->points[i].y);
    else
      gsk_path_builder_line_to (builder, (float) shape->points[i].x, (float) shape->points[i].y);
  if (shape->kind == TVX_SHAPE_POLYGON)
    gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  if (shape->kind == TVX_SHAPE_POLYGON)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
  else
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new ((float) shape->size);

      gtk_snapshot_append_stroke (snapshot, path, stroke, color);
    }
}

static void
append_shape (TvxChartPicture *self,
              GtkSnapshot     *snapshot,
              const TvxShape  *shape,
              gboolean         dark)
{
  const TvxPoint *points = shape->points;
  GdkRGBA color = get_color (shape->color, dark);

  if (shape->kind == TVX_SHAPE_TEXT)
    append_text (self, snapshot, shape, &color);
  else if (shape->kind == TVX_SHAPE_RECTANGLE)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT ((float) points[0].x, (float) points[0].y,
                                                    (float) (points[1].x - points[0].x), (float) (points[1].y - points[0].y)));
  else
    append_path (snapshot, shape, &color);
}

static void
tvx_chart_picture_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TvxChartPicture *self = TVX_CHART_PICTURE (widget);
  TvxDrawing *drawing = get_shown (self);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  float scale = (float) get_scale (self);

  if (drawing == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  for (guint i = 0; i < tvx_drawing_get_n_shapes (drawing); i++)
    append_shape (self, snapshot, tvx_drawing_get_shape (drawing, i), dark);
  gtk_snapshot_restore (snapshot);
}

/* ---- The widget */

static GtkSizeRequestMode
tvx_chart_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tvx_chart_picture_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TvxChartPicture *self = TVX_CHART_PICTURE (widget);
  double scale = get_scale (self);
  TvxDrawing *drawing;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ceil (MIN_WIDTH * scale);
      *natural = (int) ceil (NATURAL_WIDTH * scale);
      return;
    }
  drawing = get_drawing (self, for_size > 0 ? MAX (for_size / scale, MIN_WIDTH) : NATURAL_WIDTH);
  *minimum = *natural = drawing != NULL ? (int) ceil (tvx_drawing_get_height (drawing) * scale) : 0;
}

static gboolean
find_row (TvxChartPicture *self,
          double           y,
          guint           *row)
{
  TvxDrawing *drawing = get_shown (self);

  return drawing != NULL && tvx_drawing_find_band (drawing, y / get_scale (self), row);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_presses,
             double           x,
             double           y,
             TvxChartPicture *self)
{
  guint row;

  if (gtk_widget_contains (GTK_WIDGET (self), x, y) && find_row (self, y, &row))
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

/* Who listens makes links of the rows, and the pointer says so. */
static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TvxChartPicture          *self)
{
  guint row;
  gboolean link = g_signal_has_handler_pending (self, signals[ROW_ACTIVATED], 0, FALSE) && find_row (self, y, &row);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link ? "pointer" : NULL);
}

static void
tvx_chart_picture_dispose (GObject *object)
{
  tvx_chart_picture_set_content (TVX_CHART_PICTURE (object), NULL, NULL, NULL);

  G_OBJECT_CLASS (tvx_chart_picture_parent_class)->dispose (object);
}

static void
tvx_chart_picture_class_init (TvxChartPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_chart_picture_dispose;
  widget_class->get_request_mode = tvx_chart_picture_get_request_mode;
  widget_class->measure = tvx_chart_picture_measure;
  widget_class->snapshot = tvx_chart_picture_snapshot;

  /**
   * TvxChartPicture::row-activated:
   * @self: the picture
   * @row: the number of a row
   *
   * A person has clicked on a row of the chart.
   */
  signals[ROW_ACTIVATED] =
    g_signal_new ("row-activated", TVX_TYPE_CHART_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tvx_chart_picture_init (TvxChartPicture *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (forget_drawing),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * tvx_chart_picture_new:
 *
 * Returns: (transfer floating): a picture of nothing
 */
GtkWidget *
tvx_chart_picture_new (void)
{
  return g_object_new (TVX_TYPE_CHART_PICTURE, NULL);
}

/**
 * tvx_chart_picture_set_content:
 * @self: a picture
 * @draw: (nullable): draws for a width, %NULL for nothing
 * @data: what @draw is called with
 * @destroy: (nullable): frees @data
 *
 * Shows what a function draws. Who calls this also names the picture.
 */
void
tvx_chart_picture_set_content (TvxChartPicture *self,
                               TvxDrawFunc      draw,
                               gpointer         data,
                               GDestroyNotify   destroy)
{
  g_return_if_fail (TVX_IS_CHART_PICTURE (self));

  if (self->destroy != NULL)
    self->destroy (self->data);
  self->draw = draw;
  self->data = data;
  self->destroy = destroy;
  forget_drawing (self);
}
