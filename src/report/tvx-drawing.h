/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxAnchor:
 * @TVX_ANCHOR_START: the text begins at the point
 * @TVX_ANCHOR_MIDDLE: the text is centred on the point
 * @TVX_ANCHOR_END: the text ends at the point
 *
 * How a text of a drawing lies to its point.
 */
typedef enum
{
  TVX_ANCHOR_START,
  TVX_ANCHOR_MIDDLE,
  TVX_ANCHOR_END,
} TvxAnchor;

typedef enum
{
  TVX_SHAPE_RECTANGLE,
  TVX_SHAPE_LINE,
  TVX_SHAPE_POLYGON,
  TVX_SHAPE_TEXT,
} TvxShapeKind;

/**
 * TvxPoint:
 *
 * A place in a drawing: points (1/72 inch) from its left and its top.
 */
typedef struct
{
  double x;
  double y;
} TvxPoint;

/**
 * TvxShape:
 * @kind: what is drawn
 * @color: red, green and blue as `0xRRGGBB`
 * @points: one point of a text, two (corner and opposite corner, or both ends) of a rectangle or line, any number
 *   of a polygon
 * @n_points: how many
 * @size: width of a line, or size of a text, in points
 * @bold: whether a text is bold
 * @anchor: how a text lies to its point
 * @text: (nullable): the text
 *
 * One step of a drawing.
 */
typedef struct
{
  TvxShapeKind  kind;
  guint32       color;
  TvxPoint     *points;
  gsize         n_points;
  double        size;
  gboolean      bold;
  TvxAnchor     anchor;
  char         *text;
} TvxShape;

typedef struct _TvxDrawing TvxDrawing;

TvxDrawing     *tvx_drawing_new           (double width,
                                           double height);
void            tvx_drawing_free          (TvxDrawing *self);
double          tvx_drawing_get_width     (TvxDrawing *self);
double          tvx_drawing_get_height    (TvxDrawing *self);
guint           tvx_drawing_get_n_shapes  (TvxDrawing *self);
const TvxShape *tvx_drawing_get_shape     (TvxDrawing *self,
                                           guint       index);
void            tvx_drawing_add_rectangle (TvxDrawing *self,
                                           double      x,
                                           double      y,
                                           double      width,
                                           double      height,
                                           guint32     color);
void            tvx_drawing_add_line      (TvxDrawing *self,
                                           double      x1,
                                           double      y1,
                                           double      x2,
                                           double      y2,
                                           double      width,
                                           guint32     color);
void            tvx_drawing_add_polygon   (TvxDrawing     *self,
                                           const TvxPoint *points,
                                           gsize           n_points,
                                           guint32         color);
void            tvx_drawing_add_text      (TvxDrawing *self,
                                           double      x,
                                           double      y,
                                           TvxAnchor   anchor,
                                           double      size,
                                           gboolean    bold,
                                           guint32     color,
                                           const char *text);
void            tvx_drawing_add_band      (TvxDrawing *self,
                                           double      top,
                                           double      bottom);
gboolean        tvx_drawing_find_band     (TvxDrawing *self,
                                           double      y,
                                           guint      *band);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxDrawing, tvx_drawing_free)

G_END_DECLS
