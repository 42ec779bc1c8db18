/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-drawing.h"

#include "report/tvx-text.h"

struct _TvxDrawing
{
  double  width;
  double  height;
  GArray *shapes; /* of TvxShape */
  GArray *bands;  /* of TvxBand, from top to bottom */
};

typedef struct
{
  double top;
  double bottom;
} TvxBand;

static void
clear_shape (gpointer data)
{
  TvxShape *shape = data;

  g_free (shape->points);
  g_free (shape->text);
}

static void
add_shape (TvxDrawing     *self,
           TvxShape        shape,
           const TvxPoint *points,
           gsize           n_points)
{
  shape.points = g_memdup2 (points, n_points * sizeof *points);
  shape.n_points = n_points;
  g_array_append_val (self->shapes, shape);
}

/**
 * tvx_drawing_new:
 * @width: in points
 * @height: in points
 *
 * Begins a drawing: the list of filled shapes and texts that makes a figure.
 *
 * Returns: (transfer full): the empty drawing
 */
TvxDrawing *
tvx_drawing_new (double width,
                 double height)
{
  TvxDrawing *self = g_new0 (TvxDrawing, 1);

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self->width = width;
  self->height = height;
  self->shapes = g_array_new (FALSE, TRUE, sizeof (TvxShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->bands = g_array_new (FALSE, FALSE, sizeof (TvxBand));
  return self;
}

/**
 * tvx_drawing_free:
 * @self: (transfer full): a drawing
 *
 * Frees a drawing.
 */
void
tvx_drawing_free (TvxDrawing *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->bands);
  g_array_unref (self->shapes);
  g_free (self);
}

/**
 * tvx_drawing_get_width:
 * @self: a drawing
 *
 * Gets the width.
 *
 * Returns: points
 */
double
tvx_drawing_get_width (TvxDrawing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * tvx_drawing_get_height:
 * @self: a drawing
 *
 * Gets the height.
 *
 * Returns: points
 */
double
tvx_drawing_get_height (TvxDrawing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * tvx_drawing_get_n_shapes:
 * @self: a drawing
 *
 * Gets the number of steps.
 *
 * Returns: the number
 */
guint
tvx_drawing_get_n_shapes (TvxDrawing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->shapes->len;
}

/**
 * tvx_drawing_get_shape:
 * @self: a drawing
 * @index: which step
 *
 * Gets a step, the one that is painted first being number 0.
 *
 * Returns: (transfer none): the step
 */
const TvxShape *
tvx_drawing_get_shape (TvxDrawing *self,
                       guint       index)
{
  g_return_val_if_fail (self != NULL && index < self->shapes->len, NULL);

  return &g_array_index (self->shapes, TvxShape, index);
}

/**
 * tvx_drawing_add_rectangle:
 * @self: a drawing
 * @x: left edge
 * @y: upper edge
 * @width: the width
 * @height: the height
 * @color: `0xRRGGBB`
 *
 * Fills a rectangle.
 */
void
tvx_drawing_add_rectangle (TvxDrawing *self,
                           double      x,
                           double      y,
                           double      width,
                           double      height,
                           guint32     color)
{
  const TvxPoint points[] = { { x, y }, { x + width, y + height } };

  g_return_if_fail (self != NULL);

  add_shape (self, (TvxShape) { .kind = TVX_SHAPE_RECTANGLE, .color = color }, points, 2);
}

/**
 * tvx_drawing_add_line:
 * @self: a drawing
 * @x1: one end
 * @y1: one end
 * @x2: the other end
 * @y2: the other end
 * @width: width of the line
 * @color: `0xRRGGBB`
 *
 * Draws a line.
 */
void
tvx_drawing_add_line (TvxDrawing *self,
                      double      x1,
                      double      y1,
                      double      x2,
                      double      y2,
                      double      width,
                      guint32     color)
{
  const TvxPoint points[] = { { x1, y1 }, { x2, y2 } };

  g_return_if_fail (self != NULL);

  add_shape (self, (TvxShape) { .kind = TVX_SHAPE_LINE, .color = color, .size = width }, points, 2);
}

/**
 * tvx_drawing_add_polygon:
 * @self: a drawing
 * @points: (array length=n_points): the corners
 * @n_points: how many, at least three
 * @color: `0xRRGGBB`
 *
 * Fills a polygon.
 */
void
tvx_drawing_add_polygon (TvxDrawing     *self,
                         const TvxPoint *points,
                         gsize           n_points,
                         guint32         color)
{
  g_return_if_fail (self != NULL && n_points >= 3);

  add_shape (self, (TvxShape) { .kind = TVX_SHAPE_POLYGON, .color = color }, points, n_points);
}

/**
 * tvx_drawing_add_text:
 * @self: a drawing
 * @x: the point that @anchor refers to
 * @y: the base line
 * @anchor: how the text lies to @x
 * @size: height of the letters, in points
 * @bold: whether it is bold
 * @color: `0xRRGGBB`
 * @text: the text
 *
 * Writes one line of text.
 */
void
tvx_drawing_add_text (TvxDrawing *self,
                      double      x,
                      double      y,
                      TvxAnchor   anchor,
                      double      size,
                      gboolean    bold,
                      guint32     color,
                      const char *text)
{
  const TvxPoint point = { x, y };

  g_return_if_fail (self != NULL);

  add_shape (self,
             (TvxShape) {
               .kind = TVX_SHAPE_TEXT,
               .color = color,
               .size = size,
               .bold = bold,
               .anchor = anchor,
               .text = tvx_text_clean (text),
             },
             &point, 1);
}

/**
 * tvx_drawing_add_band:
 * @self: a drawing
 * @top: where it begins, in points
 * @bottom: where it ends
 *
 * Tells where a row of what is drawn lies, below those told before. It is not painted: it is for who points at the drawing.
 */
void
tvx_drawing_add_band (TvxDrawing *self,
                      double      top,
                      double      bottom)
{
  TvxBand band = { top, bottom };

  g_return_if_fail (self != NULL && top <= bottom);

  g_array_append_val (self->bands, band);
}

/**
 * tvx_drawing_find_band:
 * @self: a drawing
 * @y: a place, in points from the top
 * @band: (out): return location for the number of the band
 *
 * Finds the row of what is drawn that lies at a place.
 *
 * Returns: whether there is one
 */
gboolean
tvx_drawing_find_band (TvxDrawing *self,
                       double      y,
                       guint      *band)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (*band = 0; *band < self->bands->len; (*band)++)
    {
      const TvxBand *candidate = &g_array_index (self->bands, TvxBand, *band);

      if (y >= candidate->top && y < candidate->bottom)
        return TRUE;
    }
  return FALSE;
}
