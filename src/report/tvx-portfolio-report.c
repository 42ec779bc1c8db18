/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-portfolio-report.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-project-figures.h"
#include "model/tvx-vocabulary.h"
#include "report/tvx-doc-chart.h"
#include "report/tvx-field-text.h"
#include "report/tvx-format.h"
#include "report/tvx-statistics-section.h"
#include "report/tvx-timeline.h"

/* What is counted of one funder or one area. */
typedef struct
{
  const char *name;
  guint       n;
  gboolean    has_amount;
  gint64      amount;
} Tally;

static char *
format_money (const TvxCatalog *catalog,
              gint64            amount)
{
  return tvx_format_money (catalog, amount, "SEK");
}

/* Counts a code; what is not in the vocabulary is counted as not stated, after the last term. */
static void
count_code (TvxVocabulary *vocabulary,
            const char    *code,
            gint64        *counts)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (vocabulary, &n_terms);
  gsize i;

  for (i = 0; i < n_terms && g_strcmp0 (terms[i].code, code) != 0; i++)
    ;
  counts[i]++;
}

static void
add_counts (TvxReportMatter *matter,
            TvxDocNode      *section,
            const char      *title,
            const char      *series,
            const char      *row_heading,
            TvxVocabulary   *vocabulary,
            const gint64    *counts)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (vocabulary, &n_terms);
  const char *not_stated = tvx_catalog_translate (catalog, "Not stated");
  g_autofree char *sentence = NULL;
  g_autofree char *greatest = NULL;
  g_autofree char *all = NULL;
  g_autoptr (TvxChart) chart = NULL;
  gsize most = 0;
  guint n_kinds = 0;
  guint n_most = 0;
  gint64 sum = 0;

  for (gsize i = 0; i <= n_terms; i++)
    {
      sum += counts[i];
      n_kinds += counts[i] > 0;
      most = counts[i] > counts[most] ? i : most;
    }
  if (sum == 0)
    return;

  for (gsize i = 0; i <= n_terms; i++)
    n_most += counts[i] == counts[most];
  greatest = tvx_format_integer (catalog, counts[most]);
  all = tvx_format_integer (catalog, sum);
  /* One bar has nothing to be compared with. */
  if (n_kinds == 1)
    {
      const char *label = most < n_terms ? tvx_catalog_translate (catalog, terms[most].label) : not_stated;

      sentence = sum == 1 ? g_strdup_printf ("%s: %s.", title, label)
                          /* Translators: what is counted, how many there are, and what all of them are, as “Projects by status: all 3 are “Ongoing”.” */
                          : g_strdup_printf (tvx_catalog_translate (catalog, "%s: all %s are “%s”."), title, all, label);
      tvx_doc_add_paragraph (section, sentence);
      return;
    }
  if (n_most > 1)
    /* Translators: %s is a number: how many are counted. */
    sentence = g_strdup_printf (tvx_catalog_translate (catalog, "There are %s in all."), all);
  else
    /* Translators: what is most common, how many there are of it, and of everything. */
    sentence = g_strdup_printf (tvx_catalog_translate (catalog, "The most common is “%s”: %s of %s."),
                                most < n_terms ? tvx_catalog_translate (catalog, terms[most].label) : not_stated, greatest, all);
  chart = tvx_chart_new (TVX_CHART_BARS, catalog, title, sentence);
  tvx_chart_set_row_heading (chart, row_heading, NULL);
  tvx_chart_add_series (chart, series);
  for (gsize i = 0; i <= n_terms; i++)
    if (counts[i] > 0)
      tvx_chart_add_row (chart, i < n_terms ? tvx_catalog_translate (catalog, terms[i].label) : not_stated, &counts[i]);
  tvx_doc_add_chart (section, chart);
}

static void
add_states (TvxReportMatter *matter,
            TvxDocNode      *root)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  const char *projects = tvx_catalog_translate (catalog, "Projects");
  TvxDocNode *section = tvx_doc_add_section (root, tvx_catalog_translate (catalog, "Status and handover"));
  g_autofree gint64 *lifecycles = NULL;
  g_autofree gint64 *handovers = NULL;
  gsize n_terms;

  tvx_vocabulary_get_terms (&tvx_lifecycles, &n_terms);
  lifecycles = g_new0 (gint64, n_terms + 1);
  tvx_vocabulary_get_terms (&tvx_handover_states, &n_terms);
  handovers = g_new0 (gint64, n_terms + 1);
  for (guint i = 0; i < matter->projects->len; i++)
    {
      TvxRecord *project = matter->projects->pdata[i];

      count_code (&tvx_lifecycles, tvx_record_get_text (project, "lifecycle"), lifecycles);
      count_code (&tvx_handover_states, tvx_record_get_text (tvx_record_get_record (project, "handover"), "state"), handovers);
    }
  add_counts (matter, section, tvx_catalog_translate (catalog, "Projects by status"), projects,
              tvx_catalog_translate (catalog, "Status"), &tvx_lifecycles, lifecycles);
  add_counts (matter, section, tvx_catalog_translate (catalog, "Projects by status of the handover"), projects,
              tvx_catalog_translate (catalog, "Handover status"), &tvx_handover_states, handovers);
}

static void
add_goals (TvxReportMatter *matter,
           TvxDocNode      *root)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autofree gint64 *counts = NULL;
  gsize n_terms;
  guint n = 0;

  tvx_vocabulary_get_terms (&tvx_goal_assessments, &n_terms);
  counts = g_new0 (gint64, n_terms + 1);
  for (guint i = 0; i < matter->projects->len; i++)
    {
      GListModel *goals = tvx_record_get_list (matter->projects->pdata[i], "goals");

      for (guint j = 0; j < g_list_model_get_n_items (goals); j++, n++)
        {
          g_autoptr (TvxRecord) goal = g_list_model_get_item (goals, j);
          const char *assessment = tvx_record_get_text (goal, "assessment");

          count_code (&tvx_goal_assessments, assessment != NULL ? assessment : "not_assessed", counts);
        }
    }
  if (n > 0)
    add_counts (matter, tvx_doc_add_section (root, tvx_catalog_translate (catalog, "Goals")),
                tvx_catalog_translate (catalog, "Goals by assessment"), tvx_catalog_translate (catalog, "Goals"),
                tvx_catalog_translate (catalog, "Assessment"), &tvx_goal_assessments, counts);
}

static void
tally (GHashTable *tallies,
       const char *name,
       gboolean    has_amount,
       gint64      amount)
{
  Tally *found = g_hash_table_lookup (tallies, name);

  if (found == NULL)
    {
      found = g_new0 (Tally, 1);
      found->name = name;
      g_hash_table_insert (tallies, (gpointer) name, found);
    }
  found->n++;
  found->has_amount = found->has_amount || has_amount;
  found->amount = tvx_project_figures_add (found->amount, amount);
}

/* The greatest amount first; names decide between equal ones, so that a report is always the same. */
static int
compare_tallies (gconstpointer a,
                 gconstpointer b)
{
  const Tally *first = a;
  const Tally *second = b;

  if (first->amount != second->amount)
    return first->amount > second->amount ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static void
add_tallies (TvxReportMatter *matter,
             TvxDocNode      *section,
             const char      *caption,
             const char      *name_heading,
             const char      *count_heading,
             const char      *language,
             GHashTable      *tallies)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autoptr (GPtrArray) sorted = g_hash_table_get_values_as_ptr_array (tallies);
  guint n_amounts = 0;
  TvxDocNode *table;

  if (sorted->len == 0)
    return;
  g_ptr_array_sort_values (sorted, compare_tallies);
  for (guint i = 0; i < sorted->len; i++)
    n_amounts += ((const Tally *) sorted->pdata[i])->has_amount;
  table = tvx_doc_add_table (section, caption);
  tvx_doc_table_add_column (table, name_heading, TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, count_heading, TVX_DOC_ALIGN_NUMBER);
  if (n_amounts > 0)
    tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, "Amount"), TVX_DOC_ALIGN_NUMBER);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Tally *item = sorted->pdata[i];
      g_autofree char *n = tvx_format_integer (catalog, item->n);
      g_autofree char *amount =
        item->has_amount ? format_money (catalog, item->amount) : g_strdup (tvx_catalog_translate (catalog, ".."));
      TvxDocNode *row = tvx_doc_table_add_row (table);
      TvxDocNode *head = tvx_doc_row_add_head (row, language == NULL ? item->name : NULL);

      if (language != NULL)
        tvx_doc_add_span (head, language, item->name);
      tvx_doc_row_add_cell (row, n);
      if (n_amounts > 0)
        tvx_doc_row_add_cell (row, amount);
    }
  if (n_amounts > 0 && n_amounts < sorted->len)
    tvx_doc_add_paragraph (section, tvx_catalog_translate (catalog, "The sign .. means that the amount is not known."));
}

static void
add_kinds (TvxReportMatter *matter,
           TvxDocNode      *section,
           const gint64    *amounts)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_funding_kinds, &n_terms);
  const char *title = tvx_catalog_translate (catalog, "Funding by kind");
  g_autoptr (TvxChart) chart = tvx_chart_new (TVX_CHART_SHARES, catalog, title,
                                              tvx_catalog_translate (catalog, "How much of the known funding is of each kind."));
  g_autofree gint64 *values = g_new (gint64, n_terms + 1);
  const char *label = NULL;
  guint n = 0;

  tvx_chart_set_format (chart, format_money);
  tvx_chart_set_row_heading (chart, tvx_catalog_translate (catalog, "Projects"), NULL);
  tvx_chart_set_series_heading (chart, tvx_catalog_translate (catalog, "Kind of funding"));
  for (gsize i = 0; i <= n_terms; i++)
    {
      if (amounts[i] == 0)
        continue;
      label = tvx_catalog_translate (catalog, i < n_terms ? terms[i].label : N_("Not stated"));
      tvx_chart_add_series (chart, label);
      values[n++] = amounts[i];
    }
  if (n == 1)
    {
      g_autofree char *sentence = g_strdup_printf ("%s: %s.", title, label);

      tvx_doc_add_paragraph (section, sentence);
      return;
    }
  tvx_chart_add_row (chart, tvx_catalog_translate (catalog, "All projects"), values);
  tvx_doc_add_chart (section, chart);
}

static void
tally_project (TvxReportMatter *matter,
               TvxRecord       *project,
               GHashTable      *funders,
               gint64          *kinds)
{
  GListModel *funding = tvx_record_get_list (project, "funding");
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_funding_kinds, &n_terms);

  for (guint i = 0; i < g_list_model_get_n_items (funding); i++)
    {
      g_autoptr (TvxRecord) grant = g_list_model_get_item (funding, i);
      const char *funder = tvx_record_get_text (grant, "funder");
      const char *kind = tvx_record_get_text (grant, "kind");
      gint64 amount = 0;
      gboolean has_amount = tvx_record_get_number (grant, "amount", &amount);
      gsize j;

      tally (funders, funder != NULL ? funder : tvx_catalog_translate (matter->blocks.catalog, "Not stated"), has_amount,
             amount);
      for (j = 0; j < n_terms && g_strcmp0 (terms[j].code, kind) != 0; j++)
        ;
      kinds[j] = tvx_project_figures_add (kinds[j], amount);
    }
}

static void
tally_areas (TvxReportMatter *matter,
             TvxRecord       *project,
             gint64           amount,
             GHashTable      *areas)
{
  GVariant *value = tvx_record_get_value (project, "areas");
  g_autofree const char **codes = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const TvxTerm *term = tvx_vocabulary_lookup (&tvx_growth_areas, codes[i]);

      tally (areas, term != NULL ? tvx_catalog_translate (matter->blocks.catalog, term->label) : codes[i], amount != 0,
             amount);
    }
}

static void
add_money (TvxReportMatter *matter,
           TvxDocNode      *root)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autoptr (GHashTable) funders = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree gint64 *kinds = NULL;
  guint n_without_amount = 0;
  gsize n_terms;
  gint64 sum = 0;
  TvxDocNode *section;

  tvx_vocabulary_get_terms (&tvx_funding_kinds, &n_terms);
  kinds = g_new0 (gint64, n_terms + 1);
  for (guint i = 0; i < matter->projects->len; i++)
    {
      TvxRecord *project = matter->projects->pdata[i];
      gint64 amount = tvx_project_figures_get_money (project, &n_without_amount);

      sum = tvx_project_figures_add (sum, amount);
      tally_project (matter, project, funders, kinds);
      tally_areas (matter, project, amount, areas);
    }
  if (g_hash_table_size (funders) == 0 && g_hash_table_size (areas) == 0)
    return;

  section = tvx_doc_add_section (root, tvx_catalog_translate (catalog, "Funding"));
  if (sum != 0)
    {
      g_autofree char *text = format_money (catalog, sum);
      /* Translators: %s is an amount of money. */
      g_autofree char *sentence = g_strdup_printf (tvx_catalog_translate (catalog, "All known funding together is %s."), text);

      tvx_doc_add_paragraph (section, sentence);
    }
  if (n_without_amount > 0)
    {
      g_autofree char *lacking = g_strdup_printf (
        tvx_catalog_translate_plural (catalog, "One grant has no amount and is not in the sums.",
                                      "%u grants have no amount and are not in the sums.", n_without_amount),
        n_without_amount);

      tvx_doc_add_paragraph (section, lacking);
    }
  add_tallies (matter, section, tvx_catalog_translate (catalog, "Funding by funder"), tvx_catalog_translate (catalog, "Funder"),
               tvx_catalog_translate (catalog, "Grants"), matter->blocks.content_language, funders);
  if (sum > 0)
    add_kinds (matter, section, kinds);
  if (g_hash_table_size (areas) == 0)
    return;
  tvx_doc_add_paragraph (section, tvx_catalog_translate (catalog,
                                                         "A project that belongs to several areas is counted, with its whole funding, in each of them."));
  add_tallies (matter, section, tvx_catalog_translate (catalog, "Projects and funding by area"),
               tvx_catalog_translate (catalog, "Area"), tvx_catalog_translate (catalog, "Projects"), NULL, areas);
}

/* What the list tells of a project. */
static const char *const list_headings[] = { N_("Status"), N_("Period"), N_("Handover"), N_("Amount") };

typedef struct
{
  char *cells[G_N_ELEMENTS (list_headings)]; /* %NULL where nothing is known */
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  for (guint i = 0; i < G_N_ELEMENTS (line->cells); i++)
    g_free (line->cells[i]);
}

static void
append_line (GArray           *lines,
             const TvxCatalog *catalog,
             TvxRecord        *project)
{
  TvxRecord *handover = tvx_record_get_record (project, "handover");
  guint n_without_amount = 0;
  gint64 sum = tvx_project_figures_get_money (project, &n_without_amount);
  const Line line = { {
    tvx_field_text (catalog, project, tvx_record_get_field (project, "lifecycle")),
    tvx_format_short_period (catalog, tvx_project_figures_get_start (project), tvx_project_figures_get_end (project)),
    tvx_field_text (catalog, handover, tvx_record_get_field (handover, "state")),
    sum > 0 ? format_money (catalog, sum) : NULL,
  } };

  g_array_append_val (lines, line);
}

static gboolean
is_known (GArray *lines,
          guint   column)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Line, i).cells[column] != NULL)
      return TRUE;
  return FALSE;
}

/* A column that nothing is known of is left out. */
static void
add_list (TvxReportMatter *matter,
          TvxDocNode      *section)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  TvxDocNode *table = tvx_doc_add_table (section, tvx_catalog_translate (catalog, N_("All projects")));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < matter->projects->len; i++)
    append_line (lines, catalog, matter->projects->pdata[i]);

  tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Project")), TVX_DOC_ALIGN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (list_headings); i++)
    if (is_known (lines, i))
      tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, list_headings[i]),
                                i + 1 < G_N_ELEMENTS (list_headings) ? TVX_DOC_ALIGN_TEXT : TVX_DOC_ALIGN_NUMBER);
  for (guint i = 0; i < lines->len; i++)
    {
      TvxRecord *project = matter->projects->pdata[i];
      const char *title = tvx_record_get_text (project, "title");
      TvxDocNode *row = tvx_doc_table_add_row (table);
      TvxDocNode *head = tvx_doc_row_add_head (row, NULL);

      if (title != NULL)
        tvx_record_blocks_add_content (&matter->blocks, head, title);
      else
        tvx_doc_add_text (head, tvx_catalog_translate (catalog, TVX_RECORD_GET_CLASS (project)->label));
      for (guint j = 0; j < G_N_ELEMENTS (list_headings); j++)
        if (is_known (lines, j))
          tvx_doc_row_add_cell (row, g_array_index (lines, Line, i).cells[j]);
    }
}

static void
add_projects (TvxReportMatter *matter,
              TvxDocNode      *root)
{
  const TvxCatalog *catalog = matter->blocks.catalog;
  TvxDocNode *section = tvx_doc_add_section (root, tvx_catalog_translate (catalog, "All projects"));
  g_autoptr (TvxTimeline) timeline =
    tvx_timeline_new (catalog, tvx_catalog_translate (catalog, "When the projects run"),
                      tvx_catalog_translate (catalog, "Each bar is the time of a project; an arrow shows that its beginning or end is not known. The line across is the date of the report."),
                      matter->today);
  guint n_shown = 0;

  for (guint i = 0; i < matter->projects->len; i++)
    {
      TvxRecord *project = matter->projects->pdata[i];
      const char *title = tvx_record_get_text (project, "title");

      n_shown += tvx_timeline_add (timeline,
                                   title != NULL ? title : tvx_catalog_translate (catalog, TVX_RECORD_GET_CLASS (project)->label),
                                   tvx_project_figures_get_start (project), tvx_project_figures_get_end (project));
    }
  if (n_shown > 0)
    tvx_doc_add_timeline (section, timeline);
  add_list (matter, section);
}

/**
 * tvx_portfolio_report_build:
 * @matter: what the report is about
 * @root: the root of the report
 *
 * Tells of all projects together: how many are where, who pays how much, how
 * the goals go, when the projects run, and a list of them.
 */
void
tvx_portfolio_report_build (TvxReportMatter *matter,
                            TvxDocNode      *root)
{
  tvx_doc_add_contents (root, 2);
  tvx_report_matter_add_introduction (matter, root);
  add_states (matter, root);
  add_money (matter, root);
  add_goals (matter, root);
  tvx_statistics_section_add_sums (matter, root);
  add_projects (matter, root);
}
