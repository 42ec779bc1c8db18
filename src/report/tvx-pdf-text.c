/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-text.h"

#include <math.h>
#include <string.h>

/* A run of glyphs on its way into a content stream.  Lengths are points from the lower left corner of the page. */
typedef struct
{
  GString    *out;
  TvxPdfFont *font;
  double      size;
  double      x; /* where the next glyph belongs */
  double      y;
  double      pen; /* where a reader of the file puts it */
  double      rise;
  gboolean    in_text;   /* between BT and ET */
  gboolean    in_array;  /* between the brackets of TJ */
  gboolean    in_string; /* of glyphs, in that array */
} Run;

static double
from_units (PangoGlyphUnit units)
{
  return pango_units_to_double (units);
}

static void
end_string (Run *run)
{
  if (run->in_string)
    g_string_append_c (run->out, '>');
  run->in_string = FALSE;
}

static void
end_array (Run *run)
{
  end_string (run);
  if (run->in_array)
    g_string_append (run->out, "]TJ\n");
  run->in_array = FALSE;
}

static void
end_text (Run *run)
{
  end_array (run);
  if (run->in_text)
    g_string_append (run->out, run->rise != 0 ? "0 Ts ET\n" : "ET\n");
  run->in_text = FALSE;
}

static void
begin_text (Run    *run,
            double  x)
{
  if (run->in_text)
    return;

  g_string_append (run->out, "BT /");
  g_string_append (run->out, tvx_pdf_font_get_name (run->font));
  g_string_append_c (run->out, ' ');
  tvx_pdf_append_number (run->out, run->size);
  g_string_append (run->out, " Tf ");
  tvx_pdf_append_number (run->out, x);
  g_string_append_c (run->out, ' ');
  tvx_pdf_append_number (run->out, run->y);
  g_string_append (run->out, " Td\n");
  run->in_text = TRUE;
  run->pen = x;
  run->rise = 0;
}

static void
append_glyph (Run    *run,
              guint   glyph,
              double  x,
              double  rise)
{
  double step;

  begin_text (run, x);
  if (fabs (rise - run->rise) > 0.001)
    {
      end_array (run);
      tvx_pdf_append_number (run->out, rise);
      g_string_append (run->out, " Ts\n");
      run->rise = rise;
    }
  if (!run->in_array)
    g_string_append_c (run->out, '[');
  run->in_array = TRUE;

  /* Whole steps are short, and what they leave over is made up for at a later glyph.  A single one nobody sees: a thousandth
   * of the size, from widths that the file rounds. */
  step = round ((run->pen - x) * 1000 / run->size);
  if (fabs (step) > 1)
    {
      end_string (run);
      tvx_pdf_append_number (run->out, step);
      run->pen -= step * run->size / 1000;
    }
  if (!run->in_string)
    g_string_append_c (run->out, '<');
  run->in_string = TRUE;
  tvx_pdf_append_hex (run->out, glyph);
  run->pen += tvx_pdf_font_get_advance (run->font, glyph) * run->size / 1000;
}

/* A letter that no face has: an empty box. */
static void
append_box (Run    *run,
            double  x,
            double  width)
{
  const double edge = run->size * 0.06;
  const double height = run->size * 0.7;
  const double inset = MIN (width * 0.1, edge);
  const double boxes[2][4] = {
    { x + inset, run->y, width - 2 * inset, height },
    { x + inset + edge, run->y + edge, width - 2 * inset - 2 * edge, height - 2 * edge },
  };

  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < 4; j++)
        {
          tvx_pdf_append_number (run->out, MAX (boxes[i][j], 0));
          g_string_append_c (run->out, ' ');
        }
      g_string_append (run->out, "re ");
    }
  g_string_append (run->out, "f*\n");
}

static void
begin_actual_text (Run        *run,
                   const char *text,
                   gsize       length)
{
  g_autofree char *actual = g_strndup (text, length);

  end_array (run);
  g_string_append (run->out, "/Span<</ActualText");
  tvx_pdf_append_text (run->out, actual);
  g_string_append (run->out, ">>BDC\n");
}

static void
end_actual_text (Run *run)
{
  end_array (run);
  g_string_append (run->out, "EMC\n");
}

static gboolean
is_unknown (PangoGlyph glyph)
{
  return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

/* Whether some glyph must be painted outside of a text object. */
static gboolean
needs_paths (Run                    *run,
             const PangoGlyphString *glyphs,
             int                     start,
             int                     end)
{
  for (int i = start; i < end; i++)
    if (is_unknown (glyphs->glyphs[i].glyph) ||
        (!tvx_pdf_font_can_embed (run->font) && glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY))
      return TRUE;
  return FALSE;
}

/* Paints glyphs, moving on by their widths. */
static void
append_glyphs (Run                    *run,
               const PangoGlyphString *glyphs,
               int                     start,
               int                     end,
               gboolean                as_paths)
{
  for (int i = start; i < end; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      double x = run->x + from_units (info->geometry.x_offset);
      double rise = -from_units (info->geometry.y_offset);

      if (is_unknown (info->glyph))
        append_box (run, x, from_units (info->geometry.width));
      else if (info->glyph != PANGO_GLYPH_EMPTY && as_paths)
        tvx_pdf_font_append_path (run->font, run->out, info->glyph, x, run->y + rise, run->size);
      else if (info->glyph != PANGO_GLYPH_EMPTY)
        append_glyph (run, info->glyph, x, rise);
      run->x += from_units (info->geometry.width);
    }
}

/* Writes a cluster: the glyphs of some characters that cannot be told apart. */
static void
append_cluster (Run                    *run,
                const PangoGlyphString *glyphs,
                int                     start,
                int                     end,
                const char             *text,
                gsize                   length)
{
  gboolean is_plain = TRUE;
  gboolean is_empty = TRUE;
  gboolean as_paths = needs_paths (run, glyphs, start, end);

  for (int i = start; i < end; i++)
    is_empty &= glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY;

  /* Pango takes the glyph out of a space at the end of a line; without it the words around would be read as one. */
  if (is_empty)
    {
      if (length == 1 && *text == ' ' && tvx_pdf_font_can_embed (run->font) && tvx_pdf_font_get_space (run->font) != 0)
        {
          tvx_pdf_font_use_glyph (run->font, tvx_pdf_font_get_space (run->font), text, length);
          append_glyph (run, tvx_pdf_font_get_space (run->font), run->x, 0);
        }
      run->x += from_units (glyphs->glyphs[start].geometry.width);
      return;
    }

  if (!as_paths)
    for (int i = start; i < end; i++)
      if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
        is_plain &= tvx_pdf_font_use_glyph (run->font, glyphs->glyphs[i].glyph, text, length);
  is_plain &= end - start == 1 && !as_paths;

  /* Marked content lies within a text object or around it, never across its end. */
  if (as_paths)
    end_text (run);
  else
    begin_text (run, run->x);
  if (!is_plain)
    begin_actual_text (run, text, length);
  append_glyphs (run, glyphs, start, end, as_paths);
  if (!is_plain)
    end_actual_text (run);
}

static int
find_cluster_end (const PangoGlyphString *glyphs,
                  int                     start)
{
  int end = start + 1;

  while (end < glyphs->num_glyphs && glyphs->log_clusters[end] == glyphs->log_clusters[start])
    end++;
  return end;
}

/* Writes a run that is read from right to left as one piece: a reader of the file is told its text whole. */
static void
append_backwards (Run                    *run,
                  const PangoGlyphString *glyphs,
                  const char             *text)
{
  gboolean as_paths = needs_paths (run, glyphs, 0, glyphs->num_glyphs);

  if (as_paths)
    end_text (run);
  else
    for (int i = 0; i < glyphs->num_glyphs; i++)
      {
        const char *start = text + glyphs->log_clusters[i];

        if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
          tvx_pdf_font_use_glyph (run->font, glyphs->glyphs[i].glyph, start, g_utf8_next_char (start) - start);
      }
  if (!as_paths)
    begin_text (run, run->x);
  begin_actual_text (run, text, strlen (text));
  append_glyphs (run, glyphs, 0, glyphs->num_glyphs, as_paths);
  end_actual_text (run);
}

/**
 * tvx_pdf_text_append:
 * @out: content of a page
 * @font: the face of the run
 * @item: a text item
 * @page_height: of the page
 *
 * Writes a run of glyphs so that its characters can be found, copied and read aloud.
 */
void
tvx_pdf_text_append (GString       *out,
                     TvxPdfFont    *font,
                     const TvxItem *item,
                     double         page_height)
{
  const PangoAnalysis *analysis = &item->run->glyphs->item->analysis;
  const PangoGlyphString *glyphs = item->run->glyphs->glyphs;
  Run run = { .out = out, .font = font, .x = item->x, .y = page_height - item->y };
  int scale;
  int end;

  hb_font_get_scale (pango_font_get_hb_font (analysis->font), NULL, &scale);
  run.size = pango_units_to_double (scale);

  if (analysis->level % 2 == 1)
    append_backwards (&run, glyphs, item->run->text);
  else
    for (int start = 0; start < glyphs->num_glyphs; start = end)
      {
        int offset = glyphs->log_clusters[start];
        int next;

        end = find_cluster_end (glyphs, start);
        next = end < glyphs->num_glyphs ? glyphs->log_clusters[end] : (int) strlen (item->run->text);
        append_cluster (&run, glyphs, start, end, item->run->text + offset, next - offset);
      }
  end_text (&run);
}
