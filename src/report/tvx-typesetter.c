/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-typesetter.h"

/* Has Pango set texts, and remembers them: half of what a report says it says often, and every cell of a table is measured
 * before it is set. */

#define FAMILIES "Lato, DejaVu Sans"
#define UNBROKEN -1

struct _TvxTypesetter
{
  PangoContext *context;
  GHashTable   *texts; /* GBytes, of a text and how it looks, to Text */
};

/* A text that was set for a width. */
typedef struct
{
  int       width; /* in units of Pango; UNBROKEN when it ends only where it must */
  gboolean  is_cut;
  gboolean  is_used; /* whether pages may hold its runs */
  GArray   *lines;    /* TvxSetLine */
} Version;

typedef struct
{
  int     least;   /* in units of Pango; negative when not known */
  int     natural; /* known when there was a version that is unbroken */
  GArray *versions;
} Text;

static void
clear_run (gpointer data)
{
  TvxRun *run = data;

  pango_glyph_item_free (run->glyphs);
  g_free (run->text);
}

static void
clear_line (gpointer data)
{
  g_array_unref (((TvxSetLine *) data)->runs);
}

static void
clear_version (gpointer data)
{
  g_array_unref (((Version *) data)->lines);
}

static void
free_text (gpointer data)
{
  Text *text = data;

  g_array_unref (text->versions);
  g_free (text);
}

static void
add_attribute (PangoAttrList     *list,
               PangoAttribute    *attribute,
               const TvxTextMark *mark)
{
  attribute->start_index = mark->start;
  attribute->end_index = mark->end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
make_attributes (const TvxTextFlow *flow)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < flow->marks->len; i++)
    {
      const TvxTextMark *mark = &g_array_index (flow->marks, TvxTextMark, i);

      switch (mark->type)
        {
        case PANGO_ATTR_STYLE:
          add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), mark);
          break;
        case PANGO_ATTR_WEIGHT:
          add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), mark);
          break;
        case PANGO_ATTR_FOREGROUND:
          add_attribute (list,
                         pango_attr_foreground_new ((mark->color >> 16 & 0xFF) * 0x101, (mark->color >> 8 & 0xFF) * 0x101,
                                                    (mark->color & 0xFF) * 0x101),
                         mark);
          break;
        case PANGO_ATTR_LANGUAGE:
          add_attribute (list, pango_attr_language_new (mark->language), mark);
          /* Nothing is overlined: a colour that nobody sees makes the passage a run of its own. */
          add_attribute (list, pango_attr_overline_color_new (0, 0, 0), mark);
          break;
        case PANGO_ATTR_ALLOW_BREAKS:
          add_attribute (list, pango_attr_allow_breaks_new (FALSE), mark);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  /* Joined letters are an ornament, and every one of them is a letter less to find. */
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga 0, clig 0"));
  return list;
}

static PangoLayout *
lay_out (TvxTypesetter      *self,
         const TvxTextFlow  *flow,
         const TvxTextStyle *style,
         int                 width,
         gboolean            is_cut)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = make_attributes (flow);

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_size (font, pango_units_from_double (style->size));
  pango_font_description_set_weight (font, style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, flow->text->str, flow->text->len);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  if (is_cut)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
find_color (TvxRun *run)
{
  for (GSList *l = run->glyphs->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttrColor *attribute = pango_attribute_as_color (l->data);

      if (attribute == NULL || attribute->attr.klass->type != PANGO_ATTR_FOREGROUND)
        continue;
      run->is_colored = TRUE;
      run->color = (attribute->color.red >> 8) << 16 | (attribute->color.green >> 8) << 8 | attribute->color.blue >> 8;
    }
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  return ((const TvxRun *) a)->glyphs->item->offset - ((const TvxRun *) b)->glyphs->item->offset;
}

static TvxSetLine
make_line (const TvxTextFlow *flow,
           PangoLayoutLine   *layout_line)
{
  TvxSetLine line = { .runs = g_array_new (FALSE, FALSE, sizeof (TvxRun)) };
  PangoRectangle logical;
  double x = 0;

  g_array_set_clear_func (line.runs, clear_run);
  line.is_rtl = pango_layout_line_get_resolved_direction (layout_line) == PANGO_DIRECTION_RTL;
  pango_layout_line_get_extents (layout_line, NULL, &logical);
  line.width = pango_units_to_double (logical.width);

  for (GSList *l = layout_line->runs; l != NULL; l = l->next)
    {
      TvxRun run = { .glyphs = pango_glyph_item_copy (l->data), .x = x };

      run.text = g_strndup (flow->text->str + run.glyphs->item->offset, run.glyphs->item->length);
      run.width = pango_units_to_double (pango_glyph_string_get_width (run.glyphs->glyphs));
      find_color (&run);
      x += run.width;
      g_array_append_val (line.runs, run);
    }
  /* They come from left to right. */
  g_array_sort (line.runs, compare_offsets);
  return line;
}

static GArray *
make_lines (const TvxTextFlow *flow,
            PangoLayout       *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TvxSetLine));

  g_array_set_clear_func (lines, clear_line);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      TvxSetLine line = make_line (flow, l->data);

      g_array_append_val (lines, line);
    }
  return lines;
}

static Text *
find_text (TvxTypesetter      *self,
           const TvxTextFlow  *flow,
           const TvxTextStyle *style)
{
  const struct
  {
    double  size;
    guint64 is_bold;
  } look = { style->size, style->is_bold };
  g_autoptr (GByteArray) key = g_byte_array_sized_new (flow->text->len + 1 + sizeof look);
  g_autoptr (GBytes) bytes = NULL;
  Text *text;

  g_byte_array_append (key, (const guint8 *) flow->text->str, flow->text->len + 1);
  g_byte_array_append (key, (const guint8 *) &look, sizeof look);
  g_byte_array_append (key, (const guint8 *) flow->marks->data, flow->marks->len * sizeof (TvxTextMark));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&key));

  text = g_hash_table_lookup (self->texts, bytes);
  if (text == NULL)
    {
      text = g_new0 (Text, 1);
      text->least = -1;
      text->versions = g_array_new (FALSE, FALSE, sizeof (Version));
      g_array_set_clear_func (text->versions, clear_version);
      g_hash_table_insert (self->texts, g_steal_pointer (&bytes), text);
    }
  return text;
}

/* An unbroken text will do for every width that it has room in. */
static Version *
find_version (Text     *text,
              int       width,
              gboolean  is_cut)
{
  for (guint i = 0; i < text->versions->len; i++)
    {
      Version *version = &g_array_index (text->versions, Version, i);

      if (version->width == UNBROKEN ? (width == UNBROKEN || text->natural <= width) && (!is_cut || version->lines->len == 1)
                                     : version->width == width && version->is_cut == is_cut)
        return version;
    }
  return NULL;
}

/* Keeps a layout; one that its width did not change is kept as unbroken.  (What Pango calls wrapped does not tell of breaks
 * that come after a line separator.) */
static Version *
add_version (Text              *text,
             const TvxTextFlow *flow,
             PangoLayout       *layout)
{
  Version version = { .width = pango_layout_get_width (layout), .lines = make_lines (flow, layout) };

  version.is_cut = pango_layout_get_ellipsize (layout) != PANGO_ELLIPSIZE_NONE;
  if (version.lines->len == 1 && !pango_layout_is_ellipsized (layout))
    version.width = UNBROKEN;
  if (version.width != UNBROKEN)
    {
      /* What was only measured does not fit, and is not needed any more. */
      for (guint i = text->versions->len; i-- > 0;)
        if (!g_array_index (text->versions, Version, i).is_used)
          g_array_remove_index_fast (text->versions, i);
    }
  else
    {
      pango_layout_get_size (layout, &text->natural, NULL);
    }
  g_array_append_val (text->versions, version);
  return &g_array_index (text->versions, Version, text->versions->len - 1);
}

static GArray *
set (TvxTypesetter      *self,
     const TvxTextFlow  *flow,
     const TvxTextStyle *style,
     double              width,
     gboolean            is_cut)
{
  int units = width < 0 ? UNBROKEN : pango_units_from_double (width);
  Text *text = find_text (self, flow, style);
  Version *version = find_version (text, units, is_cut);

  if (version == NULL)
    {
      g_autoptr (PangoLayout) layout = lay_out (self, flow, style, units, is_cut);

      version = add_version (text, flow, layout);
    }
  version->is_used = TRUE;
  return version->lines;
}

static int
get_x (PangoLayout *layout,
       int          index)
{
  int line;
  int x;

  pango_layout_index_to_line_x (layout, index, FALSE, &line, &x);
  return x;
}

/* The longest stretch between two places where a line may end. Letting Pango break the text at each of them gives the same,
 * but shapes the rest of the text anew for each line. */
static int
measure_longest_word (PangoLayout *layout)
{
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  const char *text = pango_layout_get_text (layout);
  const char *start = text;
  const char *end = text;
  const char *p = text;
  int longest = 0;

  for (int i = 0; i < n_attributes; i++)
    {
      if (attributes[i].is_line_break || attributes[i].is_mandatory_break || i + 1 == n_attributes)
        {
          if (end > start)
            longest = MAX (longest, ABS (get_x (layout, end - text) - get_x (layout, start - text)));
          start = end = p;
        }
      if (*p == '\0')
        break;
      p = g_utf8_next_char (p);
      if (!attributes[i].is_white)
        end = p;
    }
  return longest;
}

/**
 * tvx_typesetter_new:
 * @context: (transfer full): what lays the text out
 *
 * Makes a typesetter. It and the runs that it makes belong to one thread.
 *
 * Returns: (transfer full): a typesetter
 */
TvxTypesetter *
tvx_typesetter_new (PangoContext *context)
{
  TvxTypesetter *self = g_new0 (TvxTypesetter, 1);

  self->context = context;
  self->texts = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, free_text);
  return self;
}

/**
 * tvx_typesetter_free:
 * @self: (transfer full): a typesetter
 *
 * Frees a typesetter and all lines that it has set.
 */
void
tvx_typesetter_free (TvxTypesetter *self)
{
  g_hash_table_unref (self->texts);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * tvx_typesetter_break:
 * @self: a typesetter
 * @flow: a text
 * @style: how it looks
 * @width: of the lines, in points; negative for lines that end only where they must
 *
 * Breaks a text into lines.
 *
 * Returns: (transfer none) (element-type TvxSetLine): one line or more, for as long as the typesetter lives
 */
GArray *
tvx_typesetter_break (TvxTypesetter      *self,
                      const TvxTextFlow  *flow,
                      const TvxTextStyle *style,
                      double              width)
{
  return set (self, flow, style, width, FALSE);
}

/**
 * tvx_typesetter_cut:
 * @self: a typesetter
 * @flow: a text
 * @style: how it looks
 * @width: of the line, in points
 *
 * Sets a text on one line, the first; an ellipsis stands for what does not fit.
 *
 * Returns: (transfer none) (element-type TvxSetLine): one line, for as long as the typesetter lives
 */
GArray *
tvx_typesetter_cut (TvxTypesetter      *self,
                    const TvxTextFlow  *flow,
                    const TvxTextStyle *style,
                    double              width)
{
  return set (self, flow, style, width, TRUE);
}

/**
 * tvx_typesetter_measure:
 * @self: a typesetter
 * @flow: a text
 * @style: how it looks
 * @least: (out): the width of its longest word, in points
 * @natural: (out): the width that it needs for no other breaks than its own
 *
 * Measures a text.
 */
void
tvx_typesetter_measure (TvxTypesetter      *self,
                        const TvxTextFlow  *flow,
                        const TvxTextStyle *style,
                        double             *least,
                        double             *natural)
{
  Text *text = find_text (self, flow, style);

  if (text->least < 0)
    {
      g_autoptr (PangoLayout) layout = lay_out (self, flow, style, UNBROKEN, FALSE);

      text->least = measure_longest_word (layout);
      if (find_version (text, UNBROKEN, FALSE) == NULL)
        add_version (text, flow, layout);
    }
  *least = pango_units_to_double (text->least);
  *natural = pango_units_to_double (text->natural);
}
