/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which projects a sum is of, by name: no project is left out of one without a word. */

#include "report/tvx-sum-coverage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/tvx-record-counts.h"

#define THIRD_GENDER "other"
/* More names than these are a hindrance between the heading of a table and its numbers. */
#define MAX_NAMES 6

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

/* Which projects are in a sum, and which are not. */
typedef struct
{
  GPtrArray *members;
  GPtrArray *others;   /* have a table of the kind, but not one that can be added */
  GPtrArray *without;  /* have no such table */
  GPtrArray *counting; /* the members with a third gender, where not all have counted one */
} Coverage;

static void
coverage_clear (Coverage *self)
{
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->without);
  g_ptr_array_unref (self->counting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static gboolean
counts_third (TvxReportMatter *matter,
              const char      *project,
              guint            sum)
{
  for (guint table = 0; table < tvx_protected_tables_get_n_tables (matter->tables); table++)
    if (!is_sum (matter, table) && g_str_equal (get_project (matter, table), project) && have_same_shape (matter, table, sum) &&
        tvx_record_get_boolean (TVX_RECORD (tvx_protected_tables_get_record (matter->tables, table)), "third_category"))
      return TRUE;
  return FALSE;
}

static Coverage
look_up_coverage (TvxReportMatter *matter,
                  guint            sum)
{
  TvxAxis *projects = tvx_count_table_get_axis (tvx_protected_tables_get_counts (matter->tables, sum), 0);
  g_autoptr (GHashTable) of = g_hash_table_new (g_str_hash, g_str_equal), similar = g_hash_table_new (g_str_hash, g_str_equal);
  Coverage self = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < tvx_protected_tables_get_n_projects (matter->tables, sum); i++)
    g_hash_table_add (of, (gpointer) tvx_axis_get_node_id (projects, i));
  for (guint table = 0; table < tvx_protected_tables_get_n_tables (matter->tables); table++)
    if (!is_sum (matter, table) && are_alike (matter, table, sum))
      g_hash_table_add (similar, (gpointer) get_project (matter, table));
  for (guint i = 0; i < matter->projects->len; i++)
    {
      const char *id = tvx_record_get_id (matter->projects->pdata[i]);

      g_ptr_array_add (g_hash_table_contains (of, id) ? self.members : g_hash_table_contains (similar, id) ? self.others
                                                                                                           : self.without,
                       (gpointer) id);
    }
  for (guint i = 0; i < self.members->len; i++)
    if (counts_third (matter, self.members->pdata[i], sum))
      g_ptr_array_add (self.counting, self.members->pdata[i]);
  if (self.counting->len == self.members->len)
    g_ptr_array_set_size (self.counting, 0);
  return self;
}

/* Whether the names of those that are in the sum are fewer than of those without a table of the kind: one tells the other. */
static gboolean
names_members (const Coverage *self)
{
  return self->without->len > self->members->len;
}

static gboolean
has_few_names (const Coverage *self)
{
  return MIN (self->members->len, self->without->len) + self->others->len + self->counting->len <= MAX_NAMES;
}

static const char *
get_third_label (const TvxCatalog *catalog)
{
  return tvx_catalog_translate (catalog, tvx_statistics_table_get_gender_label (THIRD_GENDER));
}

static void
add_titles (TvxReportMatter *matter,
            TvxDocNode      *parent,
            GPtrArray       *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *title = g_hash_table_lookup (matter->titles, ids->pdata[i]);

      if (i > 0)
        tvx_doc_add_text (parent, ", ");
      tvx_record_blocks_add_content (&matter->blocks, parent, title != NULL ? title : ids->pdata[i]);
    }
}

static void
add_sentence (TvxDocNode *paragraph,
              const char *sentence)
{
  tvx_doc_add_text (paragraph, " ");
  tvx_doc_add_text (paragraph, sentence);
}

/* Adds a sentence with the titles of projects where its %s is. */
static void
add_naming_sentence (TvxReportMatter *matter,
                     TvxDocNode      *paragraph,
                     const char      *sentence,
                     GPtrArray       *ids)
{
  const char *place = strstr (sentence, "%s");
  g_autofree char *before = g_strdup_printf (" %.*s", (int) (place - sentence), sentence);

  tvx_doc_add_text (paragraph, before);
  add_titles (matter, paragraph, ids);
  tvx_doc_add_text (paragraph, place + strlen ("%s"));
}

static void
add_names_inline (TvxReportMatter *matter,
                  TvxDocNode      *paragraph,
                  const Coverage  *coverage)
{
  const TvxCatalog *catalog = matter->blocks.catalog;

  if (names_members (coverage))
    add_naming_sentence (matter, paragraph, tvx_catalog_translate (catalog, N_("The projects are: %s.")), coverage->members);
  if (coverage->others->len > 0)
    add_naming_sentence (matter, paragraph,
                         tvx_catalog_translate (catalog, N_("Not in the sum, with a table of other people, another time or other categories: %s.")), coverage->others);
  if (names_members (coverage))
    add_sentence (paragraph, tvx_catalog_translate (catalog, N_("No other project of the report has such a table.")));
  else if (coverage->without->len > 0)
    add_naming_sentence (matter, paragraph, tvx_catalog_translate (catalog, N_("Without such a table: %s.")), coverage->without);
  if (coverage->counting->len > 0)
    {
      g_autofree char *sentence = NULL;

      /* Translators: the first %s is a column of a table, the second one the titles of projects. */
      sentence = g_strdup_printf (tvx_catalog_translate (catalog, N_("The column “%s” is only of: %s. The other projects have not counted that group.")),
                                  get_third_label (catalog), "%s");
      add_naming_sentence (matter, paragraph, sentence, coverage->counting);
    }
}

static void
add_numbers_inline (TvxReportMatter *matter,
                    TvxDocNode      *paragraph,
                    const Coverage  *coverage)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  guint n_others = coverage->others->len, n_without = coverage->without->len, n_counting = coverage->counting->len;
  g_autofree char *others = g_strdup_printf (tvx_catalog_translate_plural (catalog, "%u other project has a table of other people, another time or other categories.",
                                                                           "%u other projects have tables of other people, another time or other categories.", n_others),
                                             n_others);
  g_autofree char *without = g_strdup_printf (tvx_catalog_translate_plural (catalog, "%u project has no such table.", "%u projects have no such table.", n_without), n_without);
  /* Translators: the number is at least two in the plural; %s is a column of a table. */
  g_autofree char *counting = g_strdup_printf (tvx_catalog_translate_plural (catalog, "Only %u project has counted the group of the column “%s”.",
                                                                             "Only %u projects have counted the group of the column “%s”.", n_counting),
                                               n_counting, get_third_label (catalog));

  if (n_others > 0)
    add_sentence (paragraph, others);
  if (n_without > 0)
    add_sentence (paragraph, without);
  if (n_counting > 0)
    add_sentence (paragraph, counting);
}

/**
 * tvx_sum_coverage_add:
 * @matter: what the report is about
 * @paragraph: what introduces the table of a sum
 * @sum: the number of its table
 *
 * Says how many projects the sum is of, and how many are not in it. A few are named at once: those that are not in it, or
 * those that are if they are fewer.
 *
 * Returns: whether they are named; else it remains to be done by [func@sum_coverage_add_names]
 */
gboolean
tvx_sum_coverage_add (TvxReportMatter *matter,
                      TvxDocNode      *paragraph,
                      guint            sum)
{
  guint n = tvx_protected_tables_get_n_projects (matter->tables, sum);
  g_autofree char *sentence = g_strdup_printf (tvx_catalog_translate_plural (matter->blocks.catalog, "The table below sums up %u project.",
                                                                             "The table below sums up %u projects.", n),
                                               n);
  g_auto (Coverage) coverage = look_up_coverage (matter, sum);
  gboolean named = has_few_names (&coverage);

  tvx_doc_add_text (paragraph, sentence);
  if (named)
    add_names_inline (matter, paragraph, &coverage);
  else
    add_numbers_inline (matter, paragraph, &coverage);
  return named;
}

/* A fact of projects: the longer list is what is left of all of them. */
static void
add_names_fact (TvxReportMatter *matter,
                TvxDocNode      *facts,
                const char      *label,
                GPtrArray       *ids,
                gboolean         is_rest)
{
  TvxDocNode *fact;

  if (ids->len == 0)
    return;
  fact = tvx_doc_add_fact (facts, label, NULL);
  if (is_rest)
    tvx_doc_add_text (fact, tvx_catalog_translate (matter->blocks.catalog, N_("All other projects of the report")));
  else
    add_titles (matter, fact, ids);
}

/**
 * tvx_sum_coverage_add_names:
 * @matter: what the report is about
 * @section: a section for the names
 * @sum: the number of the table of a sum
 *
 * Names the projects that are in a sum, and those that are not, in a section of its own.
 */
void
tvx_sum_coverage_add_names (TvxReportMatter *matter,
                            TvxDocNode      *section,
                            guint            sum)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_auto (Coverage) coverage = look_up_coverage (matter, sum);
  g_autofree char *counting = NULL;
  TvxDocNode *facts;

  section = tvx_record_blocks_add_section (&matter->blocks, section, TVX_RECORD (tvx_protected_tables_get_record (matter->tables, sum)), "title");
  facts = tvx_doc_add_facts (section);
  add_names_fact (matter, facts, tvx_catalog_translate (catalog, N_("In the sum")), coverage.members, !names_members (&coverage));
  add_names_fact (matter, facts, tvx_catalog_translate (catalog, N_("Of other people, another time or other categories")), coverage.others, FALSE);
  add_names_fact (matter, facts, tvx_catalog_translate (catalog, N_("Without such a table")), coverage.without, names_members (&coverage));
  /* Translators: %s is a column of a table; names of projects follow. */
  counting = g_strdup_printf (tvx_catalog_translate (catalog, N_("Have counted “%s”")), get_third_label (catalog));
  add_names_fact (matter, facts, counting, coverage.counting, FALSE);
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
