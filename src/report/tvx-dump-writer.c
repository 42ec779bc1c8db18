/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-dump-writer.h"

#include "report/tvx-doc-iter.h"
#include "report/tvx-doc-node-private.h"

static const char *const kind_names[] = {
  [TVX_DOC_DOCUMENT] = "document",
  [TVX_DOC_SECTION] = "section",
  [TVX_DOC_HEADING] = "heading",
  [TVX_DOC_PARAGRAPH] = "paragraph",
  [TVX_DOC_LIST] = "list",
  [TVX_DOC_ITEM] = "item",
  [TVX_DOC_NOTICE] = "notice",
  [TVX_DOC_FACTS] = "facts",
  [TVX_DOC_FACT] = "fact",
  [TVX_DOC_TABLE] = "table",
  [TVX_DOC_ROW] = "row",
  [TVX_DOC_CELL] = "cell",
  [TVX_DOC_FIGURE] = "figure",
  [TVX_DOC_CONTENTS] = "contents",
  [TVX_DOC_TEXT] = "text",
  [TVX_DOC_EMPHASIS] = "emphasis",
  [TVX_DOC_STRONG] = "strong",
  [TVX_DOC_LINK] = "link",
  [TVX_DOC_SPAN] = "span",
  [TVX_DOC_BREAK] = "break",
};

static const char *const tone_names[] = {
  [TVX_DOC_TONE_PLAIN] = "",
  [TVX_DOC_TONE_GOOD] = " good",
  [TVX_DOC_TONE_FAIR] = " fair",
  [TVX_DOC_TONE_POOR] = " poor",
};

static const char *const notice_names[] = {
  [TVX_DOC_NOTICE_INFO] = "info",
  [TVX_DOC_NOTICE_WARNING] = "warning",
  [TVX_DOC_NOTICE_IMPORTANT] = "important",
};

/* One line a value: quotes and backslashes are escaped, so that a text cannot look like a node. */
static void
append_value (GString    *out,
              const char *name,
              const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, "%s%s\"", name, *name != '\0' ? "=" : "");
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  if (value == NULL)
    return;

  g_string_append_c (out, ' ');
  append_value (out, name, value);
}

static void
append_drawing (GString    *out,
                TvxDrawing *drawing,
                guint       depth)
{
  static const char *const names[] = {
    [TVX_SHAPE_RECTANGLE] = "rectangle",
    [TVX_SHAPE_LINE] = "line",
    [TVX_SHAPE_POLYGON] = "polygon",
    [TVX_SHAPE_TEXT] = "drawn-text",
  };

  for (guint i = 0; i < tvx_drawing_get_n_shapes (drawing); i++)
    {
      const TvxShape *shape = tvx_drawing_get_shape (drawing, i);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (out, "%*s%s #%06x", (int) depth * 2, "", names[shape->kind], shape->color);
      for (gsize j = 0; j < shape->n_points; j++)
        {
          g_string_append_printf (out, " %s", g_ascii_formatd (number, sizeof number, "%.4g", shape->points[j].x));
          g_string_append_printf (out, ",%s", g_ascii_formatd (number, sizeof number, "%.4g", shape->points[j].y));
        }
      append_attribute (out, "", shape->text);
      g_string_append_c (out, '\n');
    }
}

static void
append_node (GString    *out,
             TvxDocNode *node,
             guint       depth)
{
  g_string_append_printf (out, "%*s%s", (int) depth * 2, "", kind_names[node->kind]);
  if (node->id != 0)
    g_string_append_printf (out, " #%u", node->id);

  switch (node->kind)
    {
    case TVX_DOC_SECTION:
      g_string_append (out, node->starts_page ? " starts-page" : "");
      break;
    case TVX_DOC_CONTENTS:
      g_string_append_printf (out, " levels=%u", node->levels);
      break;
    case TVX_DOC_STRONG:
      g_string_append (out, tone_names[node->tone]);
      break;
    case TVX_DOC_HEADING:
      g_string_append_printf (out, " level=%u", node->level);
      break;
    case TVX_DOC_LIST:
      g_string_append (out, node->list == TVX_DOC_LIST_NUMBERS ? " numbers" : " bullets");
      break;
    case TVX_DOC_NOTICE:
      g_string_append_printf (out, " %s", notice_names[node->notice]);
      break;
    case TVX_DOC_TABLE:
      g_string_append (out, " columns=");
      for (guint i = 0; i < node->table.columns->len; i++)
        g_string_append_c (out, g_array_index (node->table.columns, TvxDocAlign, i) == TVX_DOC_ALIGN_NUMBER ? 'n' : 't');
      break;
    case TVX_DOC_ROW:
      g_string_append (out, node->row.is_head ? " head" : "");
      break;
    case TVX_DOC_CELL:
      g_string_append (out, node->cell.is_head ? " head" : "");
      if (node->cell.columns > 1)
        g_string_append_printf (out, " columns=%u", node->cell.columns);
      if (node->cell.rows > 1)
        g_string_append_printf (out, " rows=%u", node->cell.rows);
      break;
    case TVX_DOC_FIGURE:
      append_attribute (out, "alternative", node->figure.alternative);
      break;
    case TVX_DOC_LINK:
      append_attribute (out, "uri", node->link.uri);
      if (node->link.target != NULL)
        g_string_append_printf (out, " target=#%u", node->link.target->id);
      break;
    default:
      break;
    }

  append_attribute (out, "language", node->language);
  if (node->caption_language != NULL)
    {
      g_autofree char *foreign = g_strndup (node->text, node->caption_foreign);

      append_attribute (out, "caption-language", node->caption_language);
      if (node->text[node->caption_foreign] != '\0')
        append_attribute (out, "of", foreign);
    }
  append_attribute (out, "", node->text);
  g_string_append_c (out, '\n');

  if (node->kind == TVX_DOC_FIGURE)
    append_drawing (out, node->figure.drawing, depth + 1);
}

static void
append_properties (GString   *out,
                   TvxReport *report)
{
  g_autofree char *date = g_date_time_format_iso8601 (tvx_report_get_date (report));

  g_string_append (out, "document");
  append_attribute (out, "language", tvx_report_get_language (report));
  append_attribute (out, "title", tvx_report_get_title (report));
  append_attribute (out, "subtitle", tvx_report_get_subtitle (report));
  append_attribute (out, "authority", tvx_report_get_authority (report));
  append_attribute (out, "subject", tvx_report_get_subject (report));
  append_attribute (out, "status", tvx_report_get_status (report));
  append_attribute (out, "date", date);
  g_string_append_c (out, '\n');

  for (guint i = 0; i < tvx_report_get_n_attachments (report); i++)
    {
      const TvxAttachment *attachment = tvx_report_get_attachment (report, i);

      g_string_append (out, "  attachment");
      append_attribute (out, "", attachment->name);
      append_attribute (out, "type", attachment->mime_type);
      append_attribute (out, "description", attachment->description);
      g_string_append_printf (out, " bytes=%" G_GSIZE_FORMAT "\n", g_bytes_get_size (attachment->bytes));
    }
}

/**
 * tvx_dump_write:
 * @report: a report
 * @stream: where to
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes the tree of a report as indented lines of text, for tests and for people who look for faults.
 *
 * Returns: `TRUE`, or `FALSE` with a `G_IO_ERROR`
 */
gboolean
tvx_dump_write (TvxReport      *report,
                GOutputStream  *stream,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  TvxDocIter iter;
  TvxDocNode *node;
  TvxDocEvent event;
  guint depth = 0;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  append_properties (out, report);

  tvx_doc_iter_init (&iter, tvx_report_get_root (report));
  while ((event = tvx_doc_iter_next (&iter, &node)) != TVX_DOC_EVENT_DONE)
    {
      if (event == TVX_DOC_EVENT_EXIT)
        {
          depth--;
          continue;
        }
      if (node->kind != TVX_DOC_DOCUMENT)
        append_node (out, node, depth);
      depth++;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error);
}
