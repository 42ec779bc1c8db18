/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-html-writer.h"

#include "config.h"

#include "report/tvx-doc-iter.h"
#include "report/tvx-doc-node-private.h"
#include "report/tvx-html-drawing.h"
#include "report/tvx-html-text.h"
#include "report/tvx-report-resources.h"

static const char *const notice_classes[] = {
  [TVX_DOC_NOTICE_INFO] = "info",
  [TVX_DOC_NOTICE_WARNING] = "warning",
  [TVX_DOC_NOTICE_IMPORTANT] = "important",
};

static const char *const tone_classes[] = {
  [TVX_DOC_TONE_GOOD] = "good",
  [TVX_DOC_TONE_FAIR] = "fair",
  [TVX_DOC_TONE_POOR] = "poor",
};

static void
append_meta (GString    *out,
             const char *name,
             const char *content)
{
  if (content == NULL)
    return;

  g_string_append_printf (out, "<meta name=\"%s\"", name);
  tvx_html_append_attribute (out, "content", content);
  g_string_append (out, ">\n");
}

static void
append_element (GString    *out,
                const char *element,
                const char *class,
                const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (out, "<%s", element);
  if (class != NULL)
    tvx_html_append_attribute (out, "class", class);
  g_string_append_c (out, '>');
  tvx_html_append_text (out, text);
  g_string_append_printf (out, "</%s>\n", element);
}

static void
append_head (GString   *out,
             TvxReport *report)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (tvx_report_resources_get_resource (),
                                                     "/io/github/tillvaxt/report/report.css",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_string_append (out, "<!DOCTYPE html>\n<html");
  tvx_html_append_attribute (out, "lang", tvx_report_get_language (report));
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\">\n");
  append_element (out, "title", NULL, tvx_report_get_title (report));
  append_meta (out, "viewport", "width=device-width, initial-scale=1");
  append_meta (out, "author", tvx_report_get_authority (report));
  append_meta (out, "description", tvx_report_get_subject (report));
  append_meta (out, "generator", "Tillväxt " TVX_VERSION);
  append_meta (out, "color-scheme", "light dark");
  g_string_append (out, "<style>\n");
  g_string_append_len (out, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  g_string_append (out, "</style>\n</head>\n<body>\n");
}

static void
append_title (GString   *out,
              TvxReport *report)
{
  g_string_append (out, "<a class=\"skip\" href=\"#main\">");
  tvx_html_append_text (out, tvx_catalog_translate (tvx_report_get_catalog (report), "Skip to the content"));
  g_string_append (out, "</a>\n");

  if (tvx_report_get_authority (report) != NULL)
    {
      g_string_append (out, "<header class=\"banner\">\n");
      append_element (out, "p", NULL, tvx_report_get_authority (report));
      g_string_append (out, "</header>\n");
    }

  g_string_append (out, "<main id=\"main\">\n<div class=\"title\">\n");
  append_element (out, "p", "status", tvx_report_get_status (report));
  append_element (out, "h1", NULL, tvx_report_get_title (report));
  append_element (out, "p", "subtitle", tvx_report_get_subtitle (report));
  g_string_append (out, "</div>\n");
}

/* Lists the sections within a node and, down to the last level, within these. */
static void
append_contents_list (GString    *out,
                      TvxDocNode *parent,
                      guint       levels)
{
  gboolean is_open = FALSE;

  for (TvxDocNode *node = parent->first; node != NULL; node = node->next)
    {
      if (node->kind != TVX_DOC_SECTION)
        continue;
      if (!is_open)
        g_string_append (out, "<ol>\n");
      is_open = TRUE;

      g_string_append_printf (out, "<li><a href=\"#n%u\"", node->id);
      if (node->language != NULL)
        tvx_html_append_attribute (out, "lang", node->language);
      g_string_append_c (out, '>');
      tvx_html_append_plain (out, node->first);
      g_string_append (out, "</a>");
      if (levels > 1)
        append_contents_list (out, node, levels - 1);
      g_string_append (out, "</li>\n");
    }

  if (is_open)
    g_string_append (out, "</ol>\n");
}

static void
append_contents (GString    *out,
                 TvxReport  *report,
                 TvxDocNode *node)
{
  g_string_append (out, "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
  tvx_html_append_text (out, tvx_catalog_translate (tvx_report_get_catalog (report), "Contents"));
  g_string_append (out, "</h2>\n");
  append_contents_list (out, tvx_report_get_root (report), node->levels);
  g_string_append (out, "</nav>\n");
}

static void
open_tag (GString    *out,
          TvxDocNode *node,
          const char *tag)
{
  g_string_append_printf (out, "<%s", tag);
  if (node->id != 0)
    g_string_append_printf (out, " id=\"n%u\"", node->id);
  if (node->language != NULL)
    tvx_html_append_attribute (out, "lang", node->language);
}

static void
open_notice (GString    *out,
             TvxDocNode *node)
{
  open_tag (out, node, "div");
  g_string_append_printf (out, " class=\"notice %s\" role=\"note\">\n", notice_classes[node->notice]);
  append_element (out, "p", "notice-title", node->text);
}

static void
append_caption (GString    *out,
                TvxDocNode *node)
{
  g_autofree char *foreign = NULL;

  if (node->caption_language == NULL)
    {
      tvx_html_append_content (out, node->text);
      return;
    }
  foreign = g_strndup (node->text, node->caption_foreign);
  g_string_append (out, "<span");
  tvx_html_append_attribute (out, "lang", node->caption_language);
  g_string_append_c (out, '>');
  tvx_html_append_content (out, foreign);
  g_string_append (out, "</span>");
  tvx_html_append_content (out, node->text + node->caption_foreign);
}

static void
open_table (GString    *out,
            TvxDocNode *node)
{
  /* A wide table scrolls by itself on a phone, and a keyboard must reach what scrolls. */
  g_string_append_printf (out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"n%u-caption\">\n",
                          node->id);
  open_tag (out, node, "table");
  g_string_append_printf (out, ">\n<caption id=\"n%u-caption\"", node->id);
  /* Who sees the page has just read it; who walks from table to table has not. */
  g_string_append (out, tvx_doc_table_is_named (node) ? " class=\"unseen\">" : ">");
  append_caption (out, node);
  g_string_append (out, "</caption>\n");
}

static void
open_row (GString    *out,
          TvxDocNode *node)
{
  TvxDocNode *table = node->parent;

  if (node == table->first)
    g_string_append (out, node->row.is_head ? "<thead>\n" : "<tbody>\n");
  g_string_append (out, "<tr>");
}

static void
close_row (GString    *out,
           TvxDocNode *node)
{
  g_string_append (out, "</tr>\n");
  if (node->next == NULL)
    g_string_append (out, node->row.is_head ? "</thead>\n" : "</tbody>\n");
  else if (node->row.is_head && !node->next->row.is_head)
    g_string_append (out, "</thead>\n<tbody>\n");
}

static void
open_cell (GString    *out,
           TvxDocNode *node)
{
  TvxDocNode *row = node->parent;
  TvxDocAlign align = g_array_index (row->parent->table.columns, TvxDocAlign, node->cell.column);

  open_tag (out, node, node->cell.is_head ? "th" : "td");
  if (node->cell.is_head)
    g_string_append (out, row->row.is_head ? " scope=\"col\"" : " scope=\"row\"");
  if (node->cell.columns > 1)
    g_string_append_printf (out, " colspan=\"%u\"", node->cell.columns);
  if (node->cell.rows > 1)
    g_string_append_printf (out, " rowspan=\"%u\"", node->cell.rows);
  if (row->row.is_head && node->cell.columns > 1)
    g_string_append (out, " class=\"group\"");
  else if (align == TVX_DOC_ALIGN_NUMBER)
    g_string_append (out, " class=\"number\"");
  g_string_append_c (out, '>');
}

static void
open_link (GString    *out,
           TvxDocNode *node)
{
  if (node->link.uri != NULL)
    {
      g_string_append (out, "<a");
      tvx_html_append_attribute (out, "href", node->link.uri);
    }
  else
    {
      g_string_append_printf (out, "<a href=\"#n%u\"", node->link.target->id);
    }
  g_string_append_c (out, '>');
}

static void
open_figure (GString    *out,
             TvxDocNode *node)
{
  open_tag (out, node, "figure");
  g_string_append_printf (out, ">\n<figcaption id=\"n%u-caption\"", node->id);
  g_string_append_c (out, '>');
  append_caption (out, node);
  g_string_append (out, "</figcaption>\n");
}

static void
enter_node (GString    *out,
            TvxReport  *report,
            TvxDocNode *node)
{
  switch (node->kind)
    {
    case TVX_DOC_DOCUMENT:
      break;
    case TVX_DOC_SECTION:
      open_tag (out, node, "section");
      g_string_append (out, node->starts_page ? " class=\"chapter\">\n" : ">\n");
      break;
    case TVX_DOC_HEADING:
      g_string_append_printf (out, "<h%u>", node->level);
      break;
    case TVX_DOC_PARAGRAPH:
      open_tag (out, node, "p");
      g_string_append_c (out, '>');
      break;
    case TVX_DOC_LIST:
      open_tag (out, node, node->list == TVX_DOC_LIST_NUMBERS ? "ol" : "ul");
      g_string_append (out, ">\n");
      break;
    case TVX_DOC_ITEM:
      open_tag (out, node, "li");
      g_string_append_c (out, '>');
      break;
    case TVX_DOC_NOTICE:
      open_notice (out, node);
      break;
    case TVX_DOC_FACTS:
      if (node->first == NULL)
        break;
      open_tag (out, node, "table");
      g_string_append (out, " class=\"facts\">\n<tbody>\n");
      break;
    case TVX_DOC_FACT:
      open_tag (out, node, "tr");
      g_string_append (out, "><th scope=\"row\">");
      tvx_html_append_content (out, node->text);
      g_string_append (out, "</th><td>");
      break;
    case TVX_DOC_TABLE:
      open_table (out, node);
      break;
    case TVX_DOC_ROW:
      open_row (out, node);
      break;
    case TVX_DOC_CELL:
      open_cell (out, node);
      break;
    case TVX_DOC_FIGURE:
      open_figure (out, node);
      break;
    case TVX_DOC_CONTENTS:
      append_contents (out, report, node);
      break;
    case TVX_DOC_TEXT:
      tvx_html_append_content (out, node->text);
      break;
    case TVX_DOC_EMPHASIS:
      open_tag (out, node, "em");
      g_string_append_c (out, '>');
      break;
    case TVX_DOC_STRONG:
      open_tag (out, node, "strong");
      if (node->tone != TVX_DOC_TONE_PLAIN)
        tvx_html_append_attribute (out, "class", tone_classes[node->tone]);
      g_string_append_c (out, '>');
      break;
    case TVX_DOC_LINK:
      open_link (out, node);
      break;
    case TVX_DOC_SPAN:
      open_tag (out, node, "span");
      g_string_append_c (out, '>');
      break;
    case TVX_DOC_BREAK:
      g_string_append (out, "<br>");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
leave_node (GString    *out,
            TvxDocNode *node)
{
  switch (node->kind)
    {
    case TVX_DOC_SECTION:
      g_string_append (out, "</section>\n");
      break;
    case TVX_DOC_HEADING:
      g_string_append_printf (out, "</h%u>\n", node->level);
      break;
    case TVX_DOC_PARAGRAPH:
      g_string_append (out, "</p>\n");
      break;
    case TVX_DOC_LIST:
      g_string_append (out, node->list == TVX_DOC_LIST_NUMBERS ? "</ol>\n" : "</ul>\n");
      break;
    case TVX_DOC_ITEM:
      g_string_append (out, "</li>\n");
      break;
    case TVX_DOC_NOTICE:
      g_string_append (out, "</div>\n");
      break;
    case TVX_DOC_FACTS:
      if (node->first != NULL)
        g_string_append (out, "</tbody>\n</table>\n");
      break;
    case TVX_DOC_FACT:
      g_string_append (out, "</td></tr>\n");
      break;
    case TVX_DOC_TABLE:
      g_string_append (out, "</table>\n</div>\n");
      break;
    case TVX_DOC_ROW:
      close_row (out, node);
      break;
    case TVX_DOC_CELL:
      g_string_append (out, node->cell.is_head ? "</th>" : "</td>");
      break;
    case TVX_DOC_FIGURE:
      /* As a table does, a wide picture scrolls on a phone, so that its words stay large enough to read. */
      g_string_append_printf (out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"n%u-caption\">\n", node->id);
      tvx_html_append_drawing (out, node->figure.drawing, node->figure.alternative);
      g_string_append (out, "</div>\n</figure>\n");
      break;
    case TVX_DOC_EMPHASIS:
      g_string_append (out, "</em>");
      break;
    case TVX_DOC_STRONG:
      g_string_append (out, "</strong>");
      break;
    case TVX_DOC_LINK:
      g_string_append (out, "</a>");
      break;
    case TVX_DOC_SPAN:
      g_string_append (out, "</span>");
      break;
    default:
      break;
    }
}

/**
 * tvx_html_write:
 * @report: a report
 * @stream: where to
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a report as one HTML file that needs nothing beside it: no script, no picture, no font.
 *
 * Files that travel inside the report are left out.
 *
 * Returns: `TRUE`, or `FALSE` with a `G_IO_ERROR`
 */
gboolean
tvx_html_write (TvxReport      *report,
                GOutputStream  *stream,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  TvxDocIter iter;
  TvxDocNode *node;
  TvxDocEvent event;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  append_head (out, report);
  append_title (out, report);

  tvx_doc_iter_init (&iter, tvx_report_get_root (report));
  while ((event = tvx_doc_iter_next (&iter, &node)) != TVX_DOC_EVENT_DONE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (event == TVX_DOC_EVENT_ENTER)
        enter_node (out, report, node);
      else
        leave_node (out, node);
    }

  g_string_append (out, "</main>\n</body>\n</html>\n");
  return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}
