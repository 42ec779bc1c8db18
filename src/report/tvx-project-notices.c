/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-project-notices.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-handover.h"
#include "report/tvx-format.h"

/* A reader who finds an old report must first learn who answers for the project now. */
static void
add_handover_notice (const TvxRecordBlocks *blocks,
                     TvxDocNode            *parent,
                     TvxRecord             *handover,
                     const char            *today)
{
  const char *to = tvx_record_get_text (handover, "to");
  const char *effective_on = tvx_record_get_text (handover, "effective_on");
  const char *url = tvx_record_get_text (handover, "url");
  g_auto (GStrv) around = NULL;
  TvxDocNode *paragraph;

  if (to == NULL || !tvx_handover_is_effective (TVX_HANDOVER (handover), today))
    return;

  paragraph = tvx_doc_add_paragraph (
    tvx_doc_add_notice (parent, TVX_DOC_NOTICE_IMPORTANT,
                        tvx_catalog_translate (blocks->catalog, N_("New responsible authority"))),
    NULL);
  /* Translators: %s is the authority that has taken over. */
  around = g_strsplit (tvx_catalog_translate (blocks->catalog, N_("Please note that %s has taken over responsibility for this project.")),
                       "%s", 2);
  tvx_doc_add_text (paragraph, around[0]);
  if (url != NULL && tvx_check_uri (url, NULL))
    tvx_doc_add_link (paragraph, url, to);
  else
    tvx_record_blocks_add_content (blocks, paragraph, to);
  tvx_doc_add_text (paragraph, around[1]);
  if (effective_on != NULL)
    {
      g_autofree char *date = tvx_format_date (blocks->catalog, effective_on);
      g_autofree char *sentence =
        /* Translators: %s is a date. */
        g_strdup_printf (tvx_catalog_translate (blocks->catalog, N_(" The change took effect on %s.")), date);

      tvx_doc_add_text (paragraph, sentence);
    }
}

/* Whoever gets money of the Union must say so wherever the project is shown. */
static void
add_eu_notice (const TvxRecordBlocks *blocks,
               TvxDocNode            *parent,
               TvxRecord             *project)
{
  GListModel *funding = tvx_record_get_list (project, "funding");
  TvxDocNode *paragraph = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (funding); i++)
    {
      g_autoptr (TvxRecord) grant = g_list_model_get_item (funding, i);
      const char *funder = tvx_record_get_text (grant, "funder");

      if (g_strcmp0 (tvx_record_get_text (grant, "kind"), "eu") != 0)
        continue;
      if (paragraph == NULL)
        paragraph = tvx_doc_add_paragraph (
          tvx_doc_add_notice (parent, TVX_DOC_NOTICE_INFO,
                              tvx_catalog_translate (blocks->catalog, "Co-funded by the European Union")),
          tvx_catalog_translate (blocks->catalog, "The European Union pays for a part of this project"));
      else
        tvx_doc_add_text (paragraph, ",");
      if (funder != NULL)
        {
          tvx_doc_add_text (paragraph, tvx_doc_node_get_next (tvx_doc_node_get_first (paragraph)) == NULL ? ": " : " ");
          tvx_record_blocks_add_content (blocks, paragraph, funder);
        }
    }
  if (paragraph != NULL)
    tvx_doc_add_text (paragraph, ".");
}

/**
 * tvx_project_notices_add:
 * @blocks: how blocks are made
 * @parent: the root or section of a project
 * @project: the project
 * @today: the date of the report, in ISO 8601
 *
 * Appends what a reader must know before anything else: who answers for the
 * project now, and that the European Union pays for it.
 */
void
tvx_project_notices_add (const TvxRecordBlocks *blocks,
                         TvxDocNode            *parent,
                         TvxRecord             *project,
                         const char            *today)
{
  add_handover_notice (blocks, parent, tvx_record_get_record (project, "handover"), today);
  add_eu_notice (blocks, parent, project);
}
