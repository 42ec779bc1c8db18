/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which projects a sum is of, by name: no project is left out of one without a word. */

#include "report/tvx-sum-coverage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/tvx-record-counts.h"

#define THIRD_GENDER "other"

static gboolean
is_sum (TvxReportMatter *matter,
        guint            table)
{
  return tvx_protected_tables_get_n_projects (matter->tables, table) > 1;
}

static const char *
get_project (TvxReportMatter *matter,
             guint            table)
{
  return tvx_record_get_id (tvx_protected_tables_get_project (matter->tables, table));
}

static gboolean
are_alike (TvxReportMatter *matter,
           guint            first,
           guint            second)
{
  return tvx_record_counts_are_alike (tvx_protected_tables_get_record (matter->tables, first),
                                      tvx_protected_tables_get_record (matter->tables, second));
}

static gboolean
have_same_shape (TvxReportMatter *matter,
                 guint            first,
                 guint            second)
{
  g_autofree char *shape = tvx_record_counts_dup_shape (tvx_protected_tables_get_record (matter->tables, first));
  g_autofree char *other = tvx_record_counts_dup_shape (tvx_protected_tables_get_record (matter->tables, second));

  return g_str_equal (shape, other);
}

/* Adds a sentence with the titles of projects where its %s is. */
static void
add_titles (TvxReportMatter *matter,
            TvxDocNode      *paragraph,
            const char      *sentence,
            GPtrArray       *ids)
{
  const char *place = strstr (sentence, "%s");
  g_autofree char *before = g_strdup_printf (" %.*s", (int) (place - sentence), sentence);

  tvx_doc_add_text (paragraph, before);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *title = g_hash_table_lookup (matter->titles, ids->pdata[i]);

      if (i > 0)
        tvx_doc_add_text (paragraph, ", ");
      tvx_record_blocks_add_content (&matter->blocks, paragraph, title != NULL ? title : ids->pdata[i]);
    }
  tvx_doc_add_text (paragraph, place + strlen ("%s"));
}

/* The projects of a sum that have counted a third gender, where only some have. */
static void
add_third (TvxReportMatter *matter,
           TvxDocNode      *paragraph,
           guint            sum,
           GPtrArray       *members)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autoptr (GPtrArray) counting = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    for (guint table = 0; table < tvx_protected_tables_get_n_tables (matter->tables); table++)
      if (!is_sum (matter, table) && g_str_equal (get_project (matter, table), members->pdata[i]) && have_same_shape (matter, table, sum) &&
          tvx_record_get_boolean (TVX_RECORD (tvx_protected_tables_get_record (matter->tables, table)), "third_category"))
        {
          g_ptr_array_add (counting, members->pdata[i]);
          break;
        }
  if (counting->len > 0 && counting->len < members->len)
    {
      g_autofree char *sentence = NULL;

      /* Translators: the first %s is a column of a table, the second one the titles of projects. */
      sentence = g_strdup_printf (tvx_catalog_translate (catalog, N_("The column “%s” is only of: %s. The other projects have not counted that group.")),
                                  tvx_catalog_translate (catalog, tvx_statistics_table_get_gender_label (THIRD_GENDER)), "%s");
      add_titles (matter, paragraph, sentence, counting);
    }
}

/**
 * tvx_sum_coverage_add:
 * @matter: what the report is about
 * @paragraph: what introduces the table of a sum
 * @sum: the number of its table
 *
 * Says how many projects the sum is of, and names those that are not in it, or those that are if they are fewer.
 */
void
tvx_sum_coverage_add (TvxReportMatter *matter,
                      TvxDocNode      *paragraph,
                      guint            sum)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxAxis *projects = tvx_count_table_get_axis (tvx_protected_tables_get_counts (matter->tables, sum), 0);
  guint n = tvx_protected_tables_get_n_projects (matter->tables, sum);
  g_autofree char *sentence = g_strdup_printf (tvx_catalog_translate_plural (catalog, "The table below sums up %u project.",
                                                                             "The table below sums up %u projects.", n),
                                               n);
  g_autoptr (GHashTable) of = g_hash_table_new (g_str_hash, g_str_equal), similar = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) members = g_ptr_array_new (), others = g_ptr_array_new (), without = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_hash_table_add (of, (gpointer) tvx_axis_get_node_id (projects, i));
  for (guint table = 0; table < tvx_protected_tables_get_n_tables (matter->tables); table++)
    if (!is_sum (matter, table) && are_alike (matter, table, sum))
      g_hash_table_add (similar, (gpointer) get_project (matter, table));
  for (guint i = 0; i < matter->projects->len; i++)
    {
      const char *id = tvx_record_get_id (matter->projects->pdata[i]);

      g_ptr_array_add (g_hash_table_contains (of, id) ? members : g_hash_table_contains (similar, id) ? others
                                                                                                      : without,
                       (gpointer) id);
    }

  tvx_doc_add_text (paragraph, sentence);
  if (without->len > n)
    add_titles (matter, paragraph, tvx_catalog_translate (catalog, N_("The projects are: %s.")), members);
  if (others->len > 0)
    add_titles (matter, paragraph,
                tvx_catalog_translate (catalog, N_("Not in the sum, with a table of other people, another time or other categories: %s.")), others);
  if (without->len > n)
    {
      tvx_doc_add_text (paragraph, " ");
      tvx_doc_add_text (paragraph, tvx_catalog_translate (catalog, N_("No other project of the report has such a table.")));
    }
  else if (without->len > 0)
    add_titles (matter, paragraph, tvx_catalog_translate (catalog, N_("Without such a table: %s.")), without);
  add_third (matter, paragraph, sum, members);
}

/* The tables that one might expect a sum of, and that are in none: other projects have them in another way. */
static GArray *
list_rest (TvxReportMatter *matter)
{
  guint n_tables = tvx_protected_tables_get_n_tables (matter->tables);
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint table = 0; table < n_tables; table++)
    {
      gboolean expected = FALSE, told = is_sum (matter, table);

      for (guint other = 0; !told && other < n_tables; other++)
        if (are_alike (matter, table, other))
          {
            told = is_sum (matter, other);
            expected = expected || !g_str_equal (get_project (matter, table), get_project (matter, other));
          }
      if (expected && !told)
        g_array_append_val (rest, table);
    }
  return rest;
}

/**
 * tvx_sum_coverage_has_rest:
 * @matter: what the report is about
 *
 * Returns: whether there are tables in no sum although projects have them by the same breakdown
 */
gboolean
tvx_sum_coverage_has_rest (TvxReportMatter *matter)
{
  g_autoptr (GArray) rest = list_rest (matter);

  return rest->len > 0;
}

/**
 * tvx_sum_coverage_add_rest:
 * @matter: what the report is about
 * @section: the section of the sums
 *
 * Names the tables that cannot be summed up, and their projects.
 */
void
tvx_sum_coverage_add_rest (TvxReportMatter *matter,
                           TvxDocNode      *section)
{
  g_autoptr (GArray) rest = list_rest (matter);
  TvxDocNode *list;

  if (rest->len == 0)
    return;
  section = tvx_doc_add_section (section, tvx_catalog_translate (matter->blocks.catalog, N_("Tables that are not summed up")));
  tvx_doc_add_paragraph (section, tvx_catalog_translate (matter->blocks.catalog, N_("Several projects have such a table, but of other people, another time or other categories:")));
  list = tvx_doc_add_list (section, TVX_DOC_LIST_BULLETS);
  for (guint i = 0; i < rest->len; i++)
    {
      guint table = g_array_index (rest, guint, i);
      g_autofree char *name = tvx_record_dup_title (TVX_RECORD (tvx_protected_tables_get_record (matter->tables, table)));
      const char *title = g_hash_table_lookup (matter->titles, get_project (matter, table));
      TvxDocNode *item = tvx_doc_add_item (list, NULL);

      tvx_record_blocks_add_content (&matter->blocks, item, title != NULL ? title : get_project (matter, table));
      tvx_doc_add_text (item, ": ");
      tvx_record_blocks_add_content (&matter->blocks, item, name);
    }
}
