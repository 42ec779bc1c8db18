/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-report.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-catalog.h"
#include "report/tvx-field-text.h"
#include "report/tvx-project-section.h"

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

static char *
get_title (const TvxCatalog *catalog,
           TvxRecord        *record)
{
  const char *title = tvx_record_get_text (record, "title");

  return g_strdup (title != NULL ? title : tvx_catalog_translate (catalog, TVX_RECORD_GET_CLASS (record)->label));
}

/**
 * tvx_project_report_new:
 * @reg: the register, which names the authority
 * @projects: (element-type TvxProject): the projects, at least one
 * @language: the language of the report: `sv` or `en`
 * @date: the date of the report
 *
 * Builds the public report of projects: of one, a report of its own; of
 * several, a report of the register with a chapter for each. It tells nothing
 * that [method@Tvx.Record.new_public] withholds.
 *
 * Returns: (transfer full): the report
 */
TvxReport *
tvx_project_report_new (TvxRegister *reg,
                        GPtrArray   *projects,
                        const char  *language,
                        GDateTime   *date)
{
  const TvxCatalog *catalog = tvx_catalog_get (language);
  g_autoptr (TvxRecord) public_register = NULL;
  g_autoptr (GPtrArray) public_projects = NULL;
  g_autoptr (GHashTable) titles = NULL;
  g_autofree char *today = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *title = NULL;
  TvxRecordBlocks blocks = { .catalog = catalog };
  const char *content_language;
  const char *authority;
  TvxReport *report;
  TvxDocNode *root;

  g_return_val_if_fail (TVX_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (projects->len > 0, NULL);

  public_register = tvx_record_new_public (TVX_RECORD (reg));
  public_projects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < projects->len; i++)
    g_ptr_array_add (public_projects, tvx_record_new_public (projects->pdata[i]));
  titles = collect_titles (public_projects);

  content_language = tvx_record_get_text (public_register, "language");
  if (content_language == NULL)
    content_language = "sv";
  if (!g_str_equal (content_language, language))
    blocks.content_language = content_language;

  title = get_title (catalog, public_projects->len == 1 ? public_projects->pdata[0] : public_register);
  report = tvx_report_new (language, title, date);
  authority = tvx_record_get_text (public_register, "authority");
  if (authority != NULL)
    tvx_report_set_authority (report, authority);

  root = tvx_report_get_root (report);
  if (public_projects->len == 1)
    {
      tvx_project_section_add_parts (&blocks, root, public_projects->pdata[0], titles, today);
      return report;
    }

  tvx_record_blocks_add_paragraphs (&blocks, root, public_register, "description");
  tvx_doc_add_contents (root);
  for (guint i = 0; i < public_projects->len; i++)
    tvx_project_section_add_parts (&blocks,
                                   tvx_record_blocks_add_section (&blocks, root, public_projects->pdata[i], "title"),
                                   public_projects->pdata[i], titles, today);
  return report;
}
