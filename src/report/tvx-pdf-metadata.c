/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-pdf-metadata.h"

#include "config.h"

#include "report/tvx-report-resources.h"

#define PROGRAM "Tillväxt " TVX_VERSION

/* What says that the file is PDF/A-3a and PDF/UA-1.  PDF/A knows nothing of PDF/UA, so the name space of the latter has
 * to be described in the file itself. */
static const char xmp_claims[] =
  "<pdfaid:part>3</pdfaid:part>\n"
  "<pdfaid:conformance>A</pdfaid:conformance>\n"
  "<pdfuaid:part>1</pdfuaid:part>\n"
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
  "<pdfaProperty:name>part</pdfaProperty:name>\n"
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
  "<pdfaProperty:category>internal</pdfaProperty:category>\n"
  "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
  "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
  "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char xmp_head[] =
  "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
  " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

static const char xmp_tail[] =
  "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

static char *
format_pdf_date (TvxReport *report)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (tvx_report_get_date (report));

  return g_date_time_format (utc, "D:%Y%m%d%H%M%S+00'00'");
}

static char *
format_xmp_date (TvxReport *report)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (tvx_report_get_date (report));

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S+00:00");
}

static void
append_entry (GString    *out,
              const char *name,
              const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (out, "/%s", name);
  tvx_pdf_append_text (out, text);
}

static void
append_property (GString    *out,
                 const char *before,
                 const char *text,
                 const char *after)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;

  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (out, "%s%s%s\n", before, escaped, after);
}

/**
 * tvx_pdf_metadata_write_info:
 * @report: a report
 * @file: where to
 *
 * Writes the information dictionary, which says just what the XMP says.
 *
 * Returns: the number of its object
 */
guint
tvx_pdf_metadata_write_info (TvxReport  *report,
                             TvxPdfFile *file)
{
  guint id = tvx_pdf_file_allocate (file);
  g_autofree char *date = format_pdf_date (report);
  g_autoptr (GString) out = g_string_new ("<<");

  append_entry (out, "Title", tvx_report_get_title (report));
  append_entry (out, "Author", tvx_report_get_authority (report));
  append_entry (out, "Subject", tvx_report_get_subject (report));
  append_entry (out, "Creator", PROGRAM);
  append_entry (out, "Producer", PROGRAM);
  g_string_append_printf (out, "/CreationDate(%s)/ModDate(%s)>>", date, date);
  tvx_pdf_file_write_object (file, id, out->str);
  return id;
}

/**
 * tvx_pdf_metadata_write_xmp:
 * @report: a report
 * @file: where to
 *
 * Writes the metadata as XMP, not compressed, so that any program finds it.
 *
 * Returns: the number of its object
 */
guint
tvx_pdf_metadata_write_xmp (TvxReport  *report,
                            TvxPdfFile *file)
{
  guint id = tvx_pdf_file_allocate (file);
  g_autofree char *date = format_xmp_date (report);
  g_autoptr (GString) out = g_string_new (xmp_head);

  g_string_append (out, "<dc:format>application/pdf</dc:format>\n");
  append_property (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", tvx_report_get_title (report),
                   "</rdf:li></rdf:Alt></dc:title>");
  append_property (out, "<dc:creator><rdf:Seq><rdf:li>", tvx_report_get_authority (report),
                   "</rdf:li></rdf:Seq></dc:creator>");
  append_property (out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", tvx_report_get_subject (report),
                   "</rdf:li></rdf:Alt></dc:description>");
  append_property (out, "<dc:language><rdf:Bag><rdf:li>", tvx_report_get_language (report),
                   "</rdf:li></rdf:Bag></dc:language>");
  append_property (out, "<xmp:CreatorTool>", PROGRAM, "</xmp:CreatorTool>");
  append_property (out, "<pdf:Producer>", PROGRAM, "</pdf:Producer>");
  append_property (out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
  append_property (out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
  append_property (out, "<xmp:MetadataDate>", date, "</xmp:MetadataDate>");
  g_string_append (out, xmp_claims);
  g_string_append (out, xmp_tail);
  tvx_pdf_file_write_stream (file, id, "/Type/Metadata/Subtype/XML", out->str, out->len, FALSE);
  return id;
}

/**
 * tvx_pdf_metadata_write_output_intent:
 * @file: where to
 *
 * Writes what the colours of the file mean: sRGB.
 *
 * Returns: the number of the output intent's object
 */
guint
tvx_pdf_metadata_write_output_intent (TvxPdfFile *file)
{
  guint id = tvx_pdf_file_allocate (file);
  guint profile = tvx_pdf_file_allocate (file);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tvx_report_resources_get_resource (),
                                                     "/io/github/tillvaxt/report/sRGB.icc", G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     NULL);
  g_autofree char *intent = NULL;

  tvx_pdf_file_write_stream (file, profile, "/N 3", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), TRUE);
  intent = g_strdup_printf ("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                            "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>",
                            profile);
  tvx_pdf_file_write_object (file, id, intent);
  return id;
}

static guint
write_attachment (TvxPdfFile          *file,
                  const TvxAttachment *attachment,
                  const char          *date)
{
  guint id = tvx_pdf_file_allocate (file);
  guint content = tvx_pdf_file_allocate (file);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, attachment->bytes);
  g_autofree char *ascii_name = g_str_to_ascii (attachment->name, "C");
  g_autoptr (GString) out = g_string_new ("/Type/EmbeddedFile/Subtype");

  tvx_pdf_append_name (out, attachment->mime_type);
  g_string_append_printf (out, "/Params<</Size %" G_GSIZE_FORMAT "/CheckSum<%s>/CreationDate(%s)/ModDate(%s)>>",
                          g_bytes_get_size (attachment->bytes), sum, date, date);
  tvx_pdf_file_write_stream (file, content, out->str, g_bytes_get_data (attachment->bytes, NULL),
                             g_bytes_get_size (attachment->bytes), TRUE);

  g_string_assign (out, "<</Type/Filespec/F");
  tvx_pdf_append_ascii (out, ascii_name);
  append_entry (out, "UF", attachment->name);
  append_entry (out, "Desc", attachment->description);
  g_string_append_printf (out, "/AFRelationship/Source/EF<</F %u 0 R/UF %u 0 R>>>>", content, content);
  tvx_pdf_file_write_object (file, id, out->str);
  return id;
}

/**
 * tvx_pdf_metadata_write_attachments:
 * @report: a report
 * @file: where to
 * @catalog: PDF; gets the entries of the document's catalogue
 *
 * Writes the files that travel inside the report.
 */
void
tvx_pdf_metadata_write_attachments (TvxReport  *report,
                                    TvxPdfFile *file,
                                    GString    *catalog)
{
  guint n = tvx_report_get_n_attachments (report);
  g_autofree char *date = format_pdf_date (report);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) files = g_string_new (NULL);

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      guint id = write_attachment (file, tvx_report_get_attachment (report, i), date);

      /* The keys must be sorted and nobody sees them. */
      g_string_append_printf (names, "(%06u)%u 0 R", i, id);
      g_string_append_printf (files, "%u 0 R ", id);
    }
  g_string_append_printf (catalog, "/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>", files->str, names->str);
}
