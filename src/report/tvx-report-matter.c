/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-report-matter.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-check.h"
#include "report/tvx-report-part.h"

static TvxRecord *
dup_for_audience (gpointer    record,
                  TvxAudience audience)
{
  return audience == TVX_AUDIENCE_PUBLIC ? tvx_record_new_public (record) : g_object_ref (record);
}

static TvxRecord *
dup_project (gpointer    project,
             TvxAudience audience,
             const GStrv left_out)
{
  g_autoptr (TvxRecord) told = dup_for_audience (project, audience);

  return left_out[0] != NULL ? tvx_record_new_without (told, (const char *const *) left_out) : g_steal_pointer (&told);
}

static GHashTable *
collect_titles (GPtrArray *projects)
{
  GHashTable *titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < projects->len; i++)
    {
      const char *title = tvx_record_get_text (projects->pdata[i], "title");

      if (title != NULL)
        g_hash_table_insert (titles, (gpointer) tvx_record_get_id (projects->pdata[i]), (gpointer) title);
    }
  return titles;
}

static gboolean
lacks_something (TvxRecord *record)
{
  g_autoptr (GPtrArray) findings = tvx_check_record (record, TVX_CHECK_PUBLISH, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TvxField *field = tvx_finding_get_field (findings->pdata[i]);

      /* What it refers to may well be in the register, only not in the report; so may what is not for its readers. */
      if (field != NULL && (field->kind == TVX_FIELD_REFERENCE || field->kind == TVX_FIELD_REFERENCES ||
                            (field->flags & TVX_FIELD_PRIVATE) != 0))
        continue;
      if (tvx_finding_get_severity (findings->pdata[i]) != TVX_SEVERITY_WARNING)
        return TRUE;
    }
  return FALSE;
}

/**
 * tvx_report_matter_new:
 * @reg: a register
 * @projects: (element-type TvxProject): the projects to report
 * @options: what was chosen
 *
 * Gathers what a report is to tell, and nothing that its audience may not see.
 *
 * Returns: (transfer full): what the report is about
 */
TvxReportMatter *
tvx_report_matter_new (TvxRegister            *reg,
                       GPtrArray              *projects,
                       const TvxReportOptions *options)
{
  TvxReportMatter *self = g_new0 (TvxReportMatter, 1);
  const char *content_language;

  self->reg = dup_for_audience (reg, options->audience);
  self->projects = g_ptr_array_new_full (projects->len, g_object_unref);
  self->tables = options->tables != NULL ? tvx_protected_tables_ref (options->tables) : NULL;
  self->left_out = tvx_report_parts_dup_fields (options->without);
  self->is_draft = options->draft || lacks_something (TVX_RECORD (reg));
  for (guint i = 0; i < projects->len; i++)
    {
      g_ptr_array_add (self->projects, dup_project (projects->pdata[i], options->audience, self->left_out));
      self->is_draft = self->is_draft || lacks_something (projects->pdata[i]);
    }
  self->titles = collect_titles (self->projects);
  self->audience = options->audience;
  self->today = g_date_time_format (options->date, "%Y-%m-%d");

  self->blocks.catalog = tvx_catalog_get (options->language);
  content_language = tvx_record_get_text (self->reg, "language");
  if (content_language == NULL)
    content_language = "sv";
  if (!g_str_equal (content_language, options->language))
    self->blocks.content_language = content_language;
  return self;
}

/**
 * tvx_report_matter_free:
 * @self: (transfer full): what a report is about
 *
 * Frees it.
 */
void
tvx_report_matter_free (TvxReportMatter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->titles);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  g_ptr_array_unref (self->projects);
  g_object_unref (self->reg);
  g_strfreev (self->left_out);
  g_free (self->today);
  g_free (self);
}

/**
 * tvx_report_matter_add_introduction:
 * @self: what the report is about
 * @root: the root of a report of the register
 *
 * Appends a section with what the register says of itself, and of how many projects the report is.
 */
void
tvx_report_matter_add_introduction (TvxReportMatter *self,
                                    TvxDocNode      *root)
{
  const TvxCatalog *catalog = self->blocks.catalog;
  TvxDocNode *section = tvx_doc_add_section (root, tvx_catalog_translate (catalog, N_("Introduction")));
  guint n = self->projects->len;
  g_autofree char *sentence =
    g_strdup_printf (tvx_catalog_translate_plural (catalog, "The report covers one project.", "The report covers %u projects.", n), n);

  tvx_record_blocks_add_paragraphs (&self->blocks, section, self->reg, "description");
  tvx_doc_add_paragraph (section, sentence);
}

/**
 * tvx_report_matter_add_front:
 * @self: what the report is about
 * @root: the root of a report of several projects
 *
 * Appends what stands before the chapters: the contents, which list the chapters alone since the parts of each are the same,
 * and the introduction.
 */
void
tvx_report_matter_add_front (TvxReportMatter *self,
                             TvxDocNode      *root)
{
  tvx_doc_add_contents (root, 1);
  tvx_report_matter_add_introduction (self, root);
}

/**
 * tvx_report_matter_add_chapter:
 * @self: what the report is about
 * @root: the root of a report of several projects
 * @project: one of them
 *
 * Appends the chapter of a project, which begins a page of its own.
 *
 * Returns: (transfer none): the section, for what is told of the project
 */
TvxDocNode *
tvx_report_matter_add_chapter (TvxReportMatter *self,
                               TvxDocNode      *root,
                               TvxRecord       *project)
{
  TvxDocNode *section = tvx_record_blocks_add_section (&self->blocks, root, project, "title");

  tvx_doc_section_start_page (section);
  return section;
}

/**
 * tvx_report_matter_add_chapters:
 * @self: what the report is about
 * @root: the root of the report
 * @add_parts: appends what is told of a project
 *
 * Tells of each project: of the only one right away, of each of several in a chapter of its own.
 */
void
tvx_report_matter_add_chapters (TvxReportMatter *self,
                                TvxDocNode      *root,
                                void (*add_parts) (TvxReportMatter *self, TvxDocNode *parent, TvxProject *project))
{
  if (self->projects->len == 1)
    {
      add_parts (self, root, self->projects->pdata[0]);
      return;
    }
  tvx_report_matter_add_front (self, root);
  for (guint i = 0; i < self->projects->len; i++)
    add_parts (self, tvx_report_matter_add_chapter (self, root, self->projects->pdata[i]), self->projects->pdata[i]);
}
