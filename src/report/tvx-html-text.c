/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-html-text.h"

#include <string.h>

#include "report/tvx-doc-iter.h"
#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

static void
append_characters (GString    *out,
                   const char *text,
                   const char *end)
{
  for (const char *p = text; p < end; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, *p);
      }
}

/**
 * tvx_html_append_text:
 * @out: HTML
 * @text: any text
 *
 * Appends text so that none of it is markup, within an element or within a quoted attribute.
 *
 * Every text of a report gets into HTML through this function.
 */
void
tvx_html_append_text (GString    *out,
                      const char *text)
{
  append_characters (out, text, text + strlen (text));
}

/**
 * tvx_html_append_content:
 * @out: HTML, within an element
 * @text: any text
 *
 * Appends text that people read, so that no line ends where it should not.
 */
void
tvx_html_append_content (GString    *out,
                         const char *text)
{
  TvxTextWhole whole;

  while (tvx_text_find_whole (text, &whole))
    {
      append_characters (out, text, whole.start);
      g_string_append (out, "<span class=\"whole\">");
      append_characters (out, whole.start, whole.end);
      g_string_append (out, "</span>");
      text = whole.end;
    }
  tvx_html_append_text (out, text);
}

/**
 * tvx_html_append_attribute:
 * @out: HTML, within a start tag
 * @name: name of the attribute
 * @value: any text
 *
 * Appends an attribute.
 */
void
tvx_html_append_attribute (GString    *out,
                           const char *name,
                           const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  tvx_html_append_text (out, value);
  g_string_append_c (out, '"');
}

/**
 * tvx_html_append_plain:
 * @out: HTML
 * @node: a node of a document
 *
 * Appends all text within a node, without its markup.
 */
void
tvx_html_append_plain (GString    *out,
                       TvxDocNode *node)
{
  TvxDocIter iter;
  TvxDocEvent event;

  tvx_doc_iter_init (&iter, node);
  while ((event = tvx_doc_iter_next (&iter, &node)) != TVX_DOC_EVENT_DONE)
    {
      if (event == TVX_DOC_EVENT_ENTER && node->kind == TVX_DOC_TEXT)
        tvx_html_append_text (out, node->text);
      else if (event == TVX_DOC_EVENT_ENTER && node->kind == TVX_DOC_BREAK)
        g_string_append_c (out, ' ');
    }
}
