/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <string.h>

struct _TvxPdfFont
{
  hb_face_t      *face;
  hb_font_t      *font; /* in units of the face */
  double          units;    /* in an em */
  char           *name;      /* of the resource */
  gboolean        can_embed;
  hb_codepoint_t  space;
  hb_map_t       *characters; /* glyph to the one character that the face's own table gives it */
  hb_set_t       *used;
  GHashTable     *texts; /* glyph to the text it stands for, for glyphs that the table does not name */
};

/* Turns the face's table of characters around.  Where characters share a glyph, the lowest names it. */
static void
collect_characters (TvxPdfFont *self)
{
  hb_map_t *glyphs = hb_map_create ();
  int index = -1;
  hb_codepoint_t character;
  hb_codepoint_t glyph;

  hb_face_collect_nominal_glyph_mapping (self->face, glyphs, NULL);
  while (hb_map_next (glyphs, &index, &character, &glyph))
    {
      hb_codepoint_t known = hb_map_get (self->characters, glyph);

      if (g_unichar_type (character) == G_UNICODE_PRIVATE_USE || g_unichar_type (character) == G_UNICODE_CONTROL)
        continue;
      if (known == HB_MAP_VALUE_INVALID || character < known)
        hb_map_set (self->characters, glyph, character);
    }
  hb_map_destroy (glyphs);
}

static gboolean
has_table (hb_face_t *face,
           hb_tag_t   tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean has = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return has;
}

/**
 * tvx_pdf_font_new:
 * @face: a face
 * @number: which face of the report it is
 *
 * Begins to use a face.
 *
 * Returns: (transfer full): the font
 */
TvxPdfFont *
tvx_pdf_font_new (hb_face_t *face,
                  guint      number)
{
  TvxPdfFont *self = g_new0 (TvxPdfFont, 1);

  self->face = hb_face_reference (face);
  self->font = hb_font_create (face);
  self->units = hb_face_get_upem (face);
  self->name = g_strdup_printf ("F%u", number);
  /* Outlines of other kinds than TrueType's, and faces that vary, are painted as paths: they come from the system, for
   * the odd letter, and are not worth a second way to embed. */
  self->can_embed = has_table (face, HB_TAG ('g', 'l', 'y', 'f')) && !hb_ot_var_has_data (face);
  self->characters = hb_map_create ();
  self->used = hb_set_create ();
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  collect_characters (self);
  if (!hb_font_get_nominal_glyph (self->font, ' ', &self->space))
    self->space = 0;
  return self;
}

/**
 * tvx_pdf_font_free:
 * @self: (transfer full): a font
 *
 * Frees a font.
 */
void
tvx_pdf_font_free (TvxPdfFont *self)
{
  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  hb_map_destroy (self->characters);
  hb_set_destroy (self->used);
  g_hash_table_unref (self->texts);
  g_free (self->name);
  g_free (self);
}

/**
 * tvx_pdf_font_get_name:
 * @self: a font
 *
 * Gets what content streams call the font.
 *
 * Returns: (transfer none): a name without its slash
 */
const char *
tvx_pdf_font_get_name (TvxPdfFont *self)
{
  return self->name;
}

/**
 * tvx_pdf_font_can_embed:
 * @self: a font
 *
 * Gets whether the font can be put into the file; else its glyphs must be painted as paths.
 *
 * Returns: whether it can
 */
gboolean
tvx_pdf_font_can_embed (TvxPdfFont *self)
{
  return self->can_embed;
}

/**
 * tvx_pdf_font_use_glyph:
 * @self: a font
 * @glyph: a glyph
 * @text: the characters that it shows
 * @length: bytes of @text
 *
 * Takes a glyph into the font.
 *
 * Returns: whether a reader of the file will find just these characters in the glyph alone
 */
gboolean
tvx_pdf_font_use_glyph (TvxPdfFont     *self,
                        hb_codepoint_t  glyph,
                        const char     *text,
                        gsize           length)
{
  hb_codepoint_t character = hb_map_get (self->characters, glyph);
  gunichar shown = g_utf8_get_char (text);

  hb_set_add (self->used, glyph);
  if (character == HB_MAP_VALUE_INVALID)
    {
      if (!g_hash_table_contains (self->texts, GUINT_TO_POINTER (glyph)))
        g_hash_table_insert (self->texts, GUINT_TO_POINTER (glyph), g_strndup (text, length));
      return FALSE;
    }

  /* A no-break space and a space are one glyph, and one thing to who searches. */
  if (shown == 0xA0)
    shown = ' ';
  return g_utf8_next_char (text) == text + length && shown == character;
}

/**
 * tvx_pdf_font_get_advance:
 * @self: a font
 * @glyph: a glyph
 *
 * Gets the width of a glyph as the file says it.
 *
 * Returns: thousandths of the size
 */
double
tvx_pdf_font_get_advance (TvxPdfFont     *self,
                          hb_codepoint_t  glyph)
{
  return round (hb_font_get_glyph_h_advance (self->font, glyph) * 1000.0 / self->units);
}

/**
 * tvx_pdf_font_get_space:
 * @self: a font
 *
 * Gets the glyph of the space.
 *
 * Returns: the glyph, or 0
 */
hb_codepoint_t
tvx_pdf_font_get_space (TvxPdfFont *self)
{
  return self->space;
}

typedef struct
{
  GString *out;
  double   x;
  double   y;
  double   scale;
  double   last_x;
  double   last_y;
} Pen;

static void
append_point (Pen    *pen,
              double  x,
              double  y)
{
  tvx_pdf_append_number (pen->out, pen->x + x * pen->scale);
  g_string_append_c (pen->out, ' ');
  tvx_pdf_append_number (pen->out, pen->y + y * pen->scale);
  g_string_append_c (pen->out, ' ');
}

static void
move_to (hb_draw_funcs_t *funcs,
         void            *data,
         hb_draw_state_t *state,
         float            x,
         float            y,
         void            *user_data)
{
  append_point (data, x, y);
  g_string_append (((Pen *) data)->out, "m\n");
}

static void
line_to (hb_draw_funcs_t *funcs,
         void            *data,
         hb_draw_state_t *state,
         float            x,
         float            y,
         void            *user_data)
{
  append_point (data, x, y);
  g_string_append (((Pen *) data)->out, "l\n");
}

static void
cubic_to (hb_draw_funcs_t *funcs,
          void            *data,
          hb_draw_state_t *state,
          float            x1,
          float            y1,
          float            x2,
          float            y2,
          float            x,
          float            y,
          void            *user_data)
{
  append_point (data, x1, y1);
  append_point (data, x2, y2);
  append_point (data, x, y);
  g_string_append (((Pen *) data)->out, "c\n");
}

static void
close_path (hb_draw_funcs_t *funcs,
            void            *data,
            hb_draw_state_t *state,
            void            *user_data)
{
  g_string_append (((Pen *) data)->out, "h\n");
}

/**
 * tvx_pdf_font_append_path:
 * @self: a font
 * @out: content of a page
 * @glyph: a glyph
 * @x: where it stands
 * @y: its base line
 * @size: its size
 *
 * Paints a glyph as a path.
 */
void
tvx_pdf_font_append_path (TvxPdfFont     *self,
                          GString        *out,
                          hb_codepoint_t  glyph,
                          double          x,
                          double          y,
                          double          size)
{
  static gsize initialized;
  static hb_draw_funcs_t *funcs;
  Pen pen = { .out = out, .x = x, .y = y, .scale = size / self->units };
  gsize before = out->len;

  if (g_once_init_enter (&initialized))
    {
      /* Quadratic curves arrive as cubic ones when nobody asks for them. */
      funcs = hb_draw_funcs_create ();
      hb_draw_funcs_set_move_to_func (funcs, move_to, NULL, NULL);
      hb_draw_funcs_set_line_to_func (funcs, line_to, NULL, NULL);
      hb_draw_funcs_set_cubic_to_func (funcs, cubic_to, NULL, NULL);
      hb_draw_funcs_set_close_path_func (funcs, close_path, NULL, NULL);
      hb_draw_funcs_make_immutable (funcs);
      g_once_init_leave (&initialized, 1);
    }

  hb_font_draw_glyph (self->font, glyph, funcs, &pen);
  if (out->len > before)
    g_string_append (out, "f\n");
}

static hb_blob_t *
cut_out (TvxPdfFont *self)
{
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('n', 'a', 'm', 'e'),
    HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('p', 'o', 's', 't'), HB_TAG ('O', 'S', '/', '2'),
    HB_TAG ('M', 'A', 'T', 'H'), HB_TAG ('S', 'V', 'G', ' '), HB_TAG ('C', 'O', 'L', 'R'), HB_TAG ('C', 'P', 'A', 'L'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *tables;
  hb_face_t *subset;
  hb_blob_t *blob;

  g_assert (input != NULL);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_union (hb_subset_input_glyph_set (input), self->used);
  tables = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (tables, dropped[i]);

  subset = hb_subset_or_fail (self->face, input);
  g_assert (subset != NULL);
  blob = hb_face_reference_blob (subset);
  hb_face_destroy (subset);
  hb_subset_input_destroy (input);
  return blob;
}

/* The name of the face with the tag that says it is cut: six letters that follow from the glyphs in it. */
static char *
dup_base_name (TvxPdfFont *self,
               hb_blob_t  *blob)
{
  char name[128];
  unsigned int size = sizeof name;
  g_autofree char *sum = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  sum = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) hb_blob_get_data (blob, NULL), hb_blob_get_length (blob));
  for (guint i = 0; i < 6; i++)
    g_string_append_c (out, 'A' + g_ascii_xdigit_value (sum[i]));
  g_string_append_c (out, '+');

  hb_ot_name_get_utf8 (self->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  if (size == 0)
    g_string_append (out, self->name);
  for (guint i = 0; i < MIN (size, sizeof name - 1); i++)
    if (g_ascii_isalnum (name[i]) || name[i] == '-')
      g_string_append_c (out, name[i]);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
append_widths (TvxPdfFont *self,
               GString    *out)
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  hb_codepoint_t previous = HB_SET_VALUE_INVALID;

  g_string_append (out, "/DW 0/W[");
  while (hb_set_next (self->used, &glyph))
    {
      if (previous != HB_SET_VALUE_INVALID && glyph == previous + 1)
        g_string_append_c (out, ' ');
      else
        g_string_append_printf (out, "%s%u[", previous != HB_SET_VALUE_INVALID ? "]" : "", glyph);
      tvx_pdf_append_number (out, tvx_pdf_font_get_advance (self, glyph));
      previous = glyph;
    }
  g_string_append (out, previous != HB_SET_VALUE_INVALID ? "]]" : "]");
}

static void
append_utf16 (GString    *out,
              const char *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  glong length = 0;

  utf16 = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  for (glong i = 0; i < length; i++)
    tvx_pdf_append_hex (out, utf16[i]);
}

/* ISO 32000-1, 9.10.3: which characters each glyph stands for, in blocks of at most a hundred. */
static char *
make_to_unicode (TvxPdfFont *self)
{
  GString *out = g_string_new ("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                               "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                               "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                               "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  guint n_left = hb_set_get_population (self->used);
  guint n_block = 0;

  while (hb_set_next (self->used, &glyph))
    {
      hb_codepoint_t character = hb_map_get (self->characters, glyph);
      char buffer[8] = "";
      const char *text = buffer;

      if (n_block == 0)
        g_string_append_printf (out, "%u beginbfchar\n", MIN (n_left, 100));
      if (character != HB_MAP_VALUE_INVALID)
        g_unichar_to_utf8 (character, buffer);
      else
        text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph));
      g_string_append_printf (out, "<%04X><", glyph);
      append_utf16 (out, text);
      g_string_append (out, ">\n");

      n_left--;
      n_block++;
      if (n_block == 100 || n_left == 0)
        {
          g_string_append (out, "endbfchar\n");
          n_block = 0;
        }
    }

  g_string_append (out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  return g_string_free_and_steal (out);
}

static void
append_metrics (TvxPdfFont *self,
                GString    *out)
{
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
  hb_font_extents_t extents;
  hb_position_t cap_height = 0;
  double factor = 1000 / self->units;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;

  while (hb_set_next (self->used, &glyph))
    {
      hb_glyph_extents_t box;

      if (!hb_font_get_glyph_extents (self->font, glyph, &box))
        continue;
      left = MIN (left, box.x_bearing);
      right = MAX (right, box.x_bearing + box.width);
      top = MAX (top, box.y_bearing);
      bottom = MIN (bottom, box.y_bearing + box.height);
    }
  hb_font_get_h_extents (self->font, &extents);
  hb_ot_metrics_get_position_with_fallback (self->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);

  g_string_append_printf (out, "/FontBBox[%d %d %d %d]", (int) floor (left * factor), (int) floor (bottom * factor),
                          (int) ceil (right * factor), (int) ceil (top * factor));
  g_string_append_printf (out, "/Ascent %d/Descent %d/CapHeight %d/StemV 80", (int) lround (extents.ascender * factor),
                          (int) lround (extents.descender * factor), (int) lround (cap_height * factor));
  g_string_append (out, "/ItalicAngle ");
  tvx_pdf_append_number (out, hb_style_get_value (self->font, HB_STYLE_TAG_SLANT_ANGLE));
}

/**
 * tvx_pdf_font_write:
 * @self: a font
 * @file: where to
 *
 * Writes the font, cut to the glyphs that were used.
 *
 * Returns: the number of the font's object
 */
guint
tvx_pdf_font_write (TvxPdfFont *self,
                    TvxPdfFile *file)
{
  guint id = tvx_pdf_file_allocate (file);
  guint descendant = tvx_pdf_file_allocate (file);
  guint descriptor = tvx_pdf_file_allocate (file);
  guint program = tvx_pdf_file_allocate (file);
  guint to_unicode = tvx_pdf_file_allocate (file);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *base_name = NULL;
  g_autofree char *map = NULL;
  g_autofree char *length = NULL;
  hb_blob_t *blob;

  hb_set_add (self->used, 0);
  if (hb_map_get (self->characters, 0) == HB_MAP_VALUE_INVALID)
    g_hash_table_insert (self->texts, GUINT_TO_POINTER (0), g_strdup ("\357\277\275"));

  blob = cut_out (self);
  base_name = dup_base_name (self, blob);
  length = g_strdup_printf ("/Length1 %u", hb_blob_get_length (blob));
  tvx_pdf_file_write_stream (file, program, length, hb_blob_get_data (blob, NULL), hb_blob_get_length (blob), TRUE);
  hb_blob_destroy (blob);

  map = make_to_unicode (self);
  tvx_pdf_file_write_stream (file, to_unicode, "", map, strlen (map), TRUE);

  g_string_printf (out, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontFile2 %u 0 R", base_name, program);
  append_metrics (self, out);
  g_string_append (out, ">>");
  tvx_pdf_file_write_object (file, descriptor, out->str);

  g_string_printf (out,
                   "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDToGIDMap/Identity"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R",
                   base_name, descriptor);
  append_widths (self, out);
  g_string_append (out, ">>");
  tvx_pdf_file_write_object (file, descendant, out->str);

  g_string_printf (out, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
                   base_name, descendant, to_unicode);
  tvx_pdf_file_write_object (file, id, out->str);
  return id;
}
