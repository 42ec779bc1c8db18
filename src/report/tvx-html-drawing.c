/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-html-drawing.h"

#include "report/tvx-html-text.h"

static void
append_number (GString    *out,
               const char *name,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  tvx_html_append_attribute (out, name, g_ascii_formatd (buffer, sizeof buffer, "%.6g", value));
}

static void
append_points (GString        *out,
               const TvxShape *shape)
{
  g_string_append (out, " points=\"");
  for (gsize i = 0; i < shape->n_points; i++)
    {
      char x[G_ASCII_DTOSTR_BUF_SIZE];
      char y[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (x, sizeof x, "%.6g", shape->points[i].x);
      g_ascii_formatd (y, sizeof y, "%.6g", shape->points[i].y);
      g_string_append_printf (out, "%s%s,%s", i > 0 ? " " : "", x, y);
    }
  g_string_append_c (out, '"');
}

static void
append_shape (GString        *out,
              const TvxShape *shape)
{
  static const char *const anchors[] = {
    [TVX_ANCHOR_START] = "start",
    [TVX_ANCHOR_MIDDLE] = "middle",
    [TVX_ANCHOR_END] = "end",
  };
  const TvxPoint *points = shape->points;

  switch (shape->kind)
    {
    case TVX_SHAPE_RECTANGLE:
      g_string_append (out, "<rect");
      append_number (out, "x", MIN (points[0].x, points[1].x));
      append_number (out, "y", MIN (points[0].y, points[1].y));
      append_number (out, "width", ABS (points[1].x - points[0].x));
      append_number (out, "height", ABS (points[1].y - points[0].y));
      g_string_append_printf (out, " fill=\"#%06x\"/>\n", shape->color);
      break;
    case TVX_SHAPE_LINE:
      g_string_append (out, "<line");
      append_number (out, "x1", points[0].x);
      append_number (out, "y1", points[0].y);
      append_number (out, "x2", points[1].x);
      append_number (out, "y2", points[1].y);
      append_number (out, "stroke-width", shape->size);
      g_string_append_printf (out, " stroke=\"#%06x\"/>\n", shape->color);
      break;
    case TVX_SHAPE_POLYGON:
      g_string_append (out, "<polygon");
      append_points (out, shape);
      g_string_append_printf (out, " fill=\"#%06x\"/>\n", shape->color);
      break;
    case TVX_SHAPE_TEXT:
      g_string_append (out, "<text");
      append_number (out, "x", points[0].x);
      append_number (out, "y", points[0].y);
      append_number (out, "font-size", shape->size);
      g_string_append_printf (out, " text-anchor=\"%s\" fill=\"#%06x\"%s>", anchors[shape->anchor], shape->color,
                              shape->bold ? " font-weight=\"bold\"" : "");
      tvx_html_append_text (out, shape->text);
      g_string_append (out, "</text>\n");
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tvx_html_append_drawing:
 * @out: HTML
 * @drawing: a drawing
 * @alternative: what it shows, in words
 *
 * Appends a drawing as SVG.
 */
void
tvx_html_append_drawing (GString    *out,
                         TvxDrawing *drawing,
                         const char *alternative)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.6g", tvx_drawing_get_width (drawing));
  g_ascii_formatd (height, sizeof height, "%.6g", tvx_drawing_get_height (drawing));

  g_string_append_printf (out, "<svg role=\"img\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\"", width, height, width,
                          height);
  tvx_html_append_attribute (out, "aria-label", alternative);
  g_string_append (out, ">\n");
  for (guint i = 0; i < tvx_drawing_get_n_shapes (drawing); i++)
    append_shape (out, tvx_drawing_get_shape (drawing, i));
  g_string_append (out, "</svg>\n");
}
