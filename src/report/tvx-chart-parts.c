/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all charts are drawn with. A series is known by its pattern as well as by its colour. */

#include "report/tvx-chart-parts.h"

#define OUTLINE 0.75
#define STRIPE 1.6
#define PERIOD 4.0

/* Hues of about the same weight, each with a contrast of at least 4.5 to 1 on white, and none that stands for women or men. */
static const struct
{
  guint32 color;
  guint32 tint;
} colors[] = {
  { 0x1A4F73, 0xDCE8F0 },
  { 0xA04A00, 0xFBEBDD },
  { 0x3B6E3F, 0xE4F0E4 },
  { 0x6B4C9A, 0xECE6F5 },
  { 0x5B6670, 0xE9ECEF },
  { 0x8C2F5B, 0xF6E4EC },
};

/**
 * tvx_chart_get_color:
 * @series: the number of a series
 *
 * Returns: its colour
 */
guint32
tvx_chart_get_color (guint series)
{
  return colors[series % G_N_ELEMENTS (colors)].color;
}

static double
get_advance (gunichar c)
{
  if (g_unichar_iszerowidth (c) && c != 0xAD)
    return 0;
  if (g_unichar_iswide (c) || c > 0xFFFF)
    return 1.05;
  if (c < 128 && g_utf8_strchr ("iIjlft.,:;'|()[]! -", -1, c) != NULL)
    return 0.34;
  if (g_unichar_isupper (c) || c == 'm' || c == 'w' || c == '%')
    return 0.8;
  return 0.58;
}

/**
 * tvx_chart_text_width:
 * @text: a text
 * @size: its size
 *
 * Estimates how wide a text is. A drawing does not know the font it is shown
 * in, so this is rather too much than too little.
 *
 * Returns: the width, in points
 */
double
tvx_chart_text_width (const char *text,
                      double      size)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_advance (g_utf8_get_char (p));
  return width * size;
}

/**
 * tvx_chart_fit_text:
 * @text: a text
 * @size: its size
 * @width: the room that it has, in points
 *
 * Cuts a text that is too wide for its room. The table of the chart has all of it.
 *
 * Returns: (transfer full): the text, or its beginning and `…`
 */
char *
tvx_chart_fit_text (const char *text,
                    double      size,
                    double      width)
{
  double used = size;
  const char *p;

  if (tvx_chart_text_width (text, size) <= width)
    return g_strdup (text);
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += get_advance (g_utf8_get_char (p)) * size;
      if (used > width)
        break;
    }
  return g_strdup_printf ("%.*s…", (int) (p - text), text);
}

/**
 * tvx_chart_add_label:
 * @drawing: a drawing
 * @x: where
 * @y: the base line
 * @anchor: how the text lies to the point
 * @bold: whether it is bold
 * @width: the room that it has
 * @text: the text
 *
 * Writes a text of the size that charts have.
 */
void
tvx_chart_add_label (TvxDrawing *drawing,
                     double      x,
                     double      y,
                     TvxAnchor   anchor,
                     gboolean    bold,
                     double      width,
                     const char *text)
{
  g_autofree char *fitting = tvx_chart_fit_text (text, TVX_CHART_TEXT_SIZE, width);

  tvx_drawing_add_text (drawing, x, y, anchor, TVX_CHART_TEXT_SIZE, bold, TVX_CHART_INK, fitting);
}

static void
add_outline (TvxDrawing *drawing,
             double      x,
             double      y,
             double      width,
             double      height,
             guint32     color)
{
  tvx_drawing_add_rectangle (drawing, x, y, width, OUTLINE, color);
  tvx_drawing_add_rectangle (drawing, x, y + height - OUTLINE, width, OUTLINE, color);
  tvx_drawing_add_rectangle (drawing, x, y, OUTLINE, height, color);
  tvx_drawing_add_rectangle (drawing, x + width - OUTLINE, y, OUTLINE, height, color);
}

/**
 * tvx_chart_add_pattern:
 * @drawing: a drawing
 * @x: left
 * @y: top
 * @width: its width
 * @height: its height
 * @series: the number of a series
 *
 * Draws an area that belongs to a series: in one colour, striped up, striped
 * across, plain with an outline, dotted, or checked.
 */
void
tvx_chart_add_pattern (TvxDrawing *drawing,
                       double      x,
                       double      y,
                       double      width,
                       double      height,
                       guint       series)
{
  guint pattern = series % G_N_ELEMENTS (colors);
  guint32 color = colors[pattern].color;

  if (width < 2 * OUTLINE || pattern == 0)
    {
      tvx_drawing_add_rectangle (drawing, x, y, width, height, color);
      return;
    }
  tvx_drawing_add_rectangle (drawing, x, y, width, height, colors[pattern].tint);
  for (double left = x + PERIOD / 2; (pattern == 1 || pattern == 5) && left + STRIPE <= x + width; left += PERIOD)
    tvx_drawing_add_rectangle (drawing, left, y, STRIPE, height, color);
  for (double top = y + PERIOD / 2; (pattern == 2 || pattern == 5) && top + STRIPE <= y + height; top += PERIOD)
    tvx_drawing_add_rectangle (drawing, x, top, width, STRIPE, color);
  for (double left = x + PERIOD / 2; pattern == 4 && left + STRIPE <= x + width; left += PERIOD)
    for (double top = y + PERIOD / 2; top + STRIPE <= y + height; top += PERIOD)
      tvx_drawing_add_rectangle (drawing, left, top, STRIPE, STRIPE, color);
  add_outline (drawing, x, y, width, height, color);
}
