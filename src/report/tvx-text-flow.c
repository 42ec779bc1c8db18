/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-text-flow.h"

#include <string.h>

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

#define LINE_SEPARATOR "\342\200\250"

/* Breaking a text takes time that grows with the square of a word's length: Pango shapes the rest of it anew for each
 * line.  No word that people read is this long. */
#define MAX_WORD 120

static const guint32 tone_colors[] = {
  [TVX_DOC_TONE_GOOD] = 0x1E6B3A,
  [TVX_DOC_TONE_FAIR] = 0x8A5A00,
  [TVX_DOC_TONE_POOR] = 0x9B2335,
};

static void
add_mark (TvxTextFlow   *self,
          guint          start,
          PangoAttrType  type,
          guint32        color,
          const char    *language)
{
  const TvxTextMark mark = { start, self->text->len, type, color, pango_language_from_string (language) };

  g_array_append_val (self->marks, mark);
}

static void
add_range (TvxTextFlow *self,
           guint        start,
           TvxDocNode  *link,
           const char  *language)
{
  const TvxTextRange range = { start, self->text->len, link, language };

  g_array_append_val (self->ranges, range);
}

static void
add_language (TvxTextFlow *self,
              guint        start,
              const char  *language)
{
  add_mark (self, start, PANGO_ATTR_LANGUAGE, 0, language);
  add_range (self, start, NULL, language);
}

/**
 * tvx_text_flow_new:
 *
 * Begins a text.
 *
 * Returns: (transfer full): an empty text
 */
TvxTextFlow *
tvx_text_flow_new (void)
{
  TvxTextFlow *self = g_new0 (TvxTextFlow, 1);

  self->text = g_string_new (NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (TvxTextMark));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (TvxTextRange));
  return self;
}

/**
 * tvx_text_flow_free:
 * @self: (transfer full): a text
 *
 * Frees a text.
 */
void
tvx_text_flow_free (TvxTextFlow *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->marks);
  g_array_unref (self->ranges);
  g_free (self);
}

/**
 * tvx_text_flow_add_text:
 * @self: a text
 * @text: more of it
 *
 * Appends characters. A word that is too long for people to read gets places to break.
 */
void
tvx_text_flow_add_text (TvxTextFlow *self,
                        const char  *text)
{
  TvxTextWhole whole;
  gboolean has_whole = tvx_text_find_whole (text, &whole);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      self->word = g_unichar_isspace (c) ? 0 : self->word + 1;
      if (self->word > MAX_WORD && !g_unichar_ismark (c))
        {
          g_string_append (self->text, LINE_SEPARATOR);
          self->word = 1;
        }
      g_string_append_len (self->text, p, g_utf8_next_char (p) - p);
      if (has_whole && p == whole.after)
        {
          add_mark (self, self->text->len - (g_utf8_next_char (p) - whole.dash), PANGO_ATTR_ALLOW_BREAKS, 0, NULL);
          has_whole = tvx_text_find_whole (p, &whole);
        }
    }
}

/**
 * tvx_text_flow_add_passage:
 * @self: a text
 * @language: BCP 47 tag, that lives as long as the text
 * @text: more of it
 *
 * Appends characters in another language.
 */
void
tvx_text_flow_add_passage (TvxTextFlow *self,
                           const char  *language,
                           const char  *text)
{
  guint start = self->text->len;

  tvx_text_flow_add_text (self, text);
  add_language (self, start, language);
}

/**
 * tvx_text_flow_add_nodes:
 * @self: a text
 * @parent: a node that holds inline nodes
 *
 * Appends what a node says.
 */
void
tvx_text_flow_add_nodes (TvxTextFlow *self,
                         TvxDocNode  *parent)
{
  for (TvxDocNode *node = parent->first; node != NULL; node = node->next)
    {
      guint start = self->text->len;

      if (node->kind == TVX_DOC_TEXT)
        tvx_text_flow_add_text (self, node->text);
      else if (node->kind == TVX_DOC_BREAK)
        /* The space is for who hears the text or copies it: it keeps the words apart. */
        g_string_append (self->text, " " LINE_SEPARATOR);
      else if (tvx_doc_node_is_inline (node))
        tvx_text_flow_add_nodes (self, node);

      switch (node->kind)
        {
        case TVX_DOC_EMPHASIS:
          add_mark (self, start, PANGO_ATTR_STYLE, 0, NULL);
          break;
        case TVX_DOC_STRONG:
          add_mark (self, start, PANGO_ATTR_WEIGHT, 0, NULL);
          if (node->tone != TVX_DOC_TONE_PLAIN)
            add_mark (self, start, PANGO_ATTR_FOREGROUND, tone_colors[node->tone], NULL);
          break;
        case TVX_DOC_LINK:
          add_mark (self, start, PANGO_ATTR_FOREGROUND, TVX_COLOR_LINK, NULL);
          add_range (self, start, node, node->language);
          break;
        case TVX_DOC_SPAN:
          add_language (self, start, node->language);
          break;
        default:
          break;
        }
    }
}
