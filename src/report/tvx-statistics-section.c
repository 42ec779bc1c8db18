/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-statistics-section.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "model/tvx-csv.h"
#include "model/tvx-table-axis.h"
#include "report/tvx-doc-chart.h"
#include "report/tvx-format.h"
#include "report/tvx-statistics-chart.h"
#include "report/tvx-statistics-labels.h"
#include "report/tvx-statistics-note.h"
#include "report/tvx-sum-coverage.h"

/* Stands for a hidden number, a zero, and what cannot be, as in official statistics. */
#define HIDDEN ".."
#define ZERO "–"
#define IMPOSSIBLE "."

typedef enum
{
  COUNTS,
  OF_GENDER, /* the share of all women, of all men */
  OF_GROUP,  /* how women and men share a group */
} Measure;

/* A table as it is told: cells by gender, which stand beside each other, and by the nodes of the other axes, a row each. */
typedef struct
{
  const TvxRecordBlocks *blocks;
  TvxProtection         *protection;
  TvxStatisticsTable    *record;
  TvxCountTable         *counts;
  guint                  table;
  guint                  first;  /* the axis of gender; before it, in a sum, that of the projects */
  guint                  n_axes; /* the axes after that of gender */
} Told;

static Told
get_told (TvxReportMatter *matter,
          guint            table)
{
  TvxProtectedTables *tables = matter->tables;
  TvxCountTable *counts = tvx_protected_tables_get_counts (tables, table);
  guint first = tvx_protected_tables_get_n_projects (tables, table) > 1 ? 1 : 0;

  return (Told) {
    .blocks = &matter->blocks,
    .protection = tvx_protected_tables_get_protection (tables),
    .record = tvx_protected_tables_get_record (tables, table),
    .counts = counts,
    .table = table,
    .first = first,
    .n_axes = tvx_count_table_get_n_axes (counts) - first - 1,
  };
}

static guint
get_total (const Told *told,
           guint       axis)
{
  return tvx_axis_get_n_nodes (tvx_count_table_get_axis (told->counts, axis)) - 1;
}

/* The cell of everybody, of which the others differ by the nodes of their axes. */
static guint
get_all (const Told *told)
{
  return tvx_count_table_get_n_cells (told->counts) - 1;
}

static char *
format_cell (const Told *told,
             guint       cell,
             Measure     measure)
{
  guint of = tvx_count_table_move (told->counts, measure == OF_GENDER ? get_all (told) : cell, told->first,
                                   measure == OF_GENDER ? tvx_count_table_get_node (told->counts, cell, told->first)
                                                        : get_total (told, told->first));
  gint64 number;
  double share;

  if (tvx_count_table_get_impossible (told->counts, cell))
    return g_strdup (IMPOSSIBLE);
  if (measure == COUNTS)
    {
      if (!tvx_protection_get_shown (told->protection, told->table, cell, &number))
        return g_strdup (HIDDEN);
      return number == 0 ? g_strdup (ZERO) : tvx_format_integer (told->blocks->catalog, number);
    }
  if (tvx_protection_get_share (told->protection, told->table, cell, of, &share))
    return share > 0 ? tvx_format_percent (told->blocks->catalog, (gint64) (share * 100 + 0.5), 0) : g_strdup (ZERO);
  /* Of nobody there is no share; of what is hidden none is told. */
  if (tvx_protection_get_shown (told->protection, told->table, of, &number) && number == 0)
    return g_strdup (IMPOSSIBLE);
  return g_strdup (HIDDEN);
}

static void
add_label (const Told *told,
           TvxDocNode *head,
           guint       axis,
           const char *code)
{
  g_autofree char *label = tvx_statistics_labels_dup_node (told->blocks->catalog, told->record, axis, code);

  if (tvx_statistics_labels_is_content (told->blocks->catalog, code, label))
    tvx_record_blocks_add_content (told->blocks, head, label);
  else
    tvx_doc_add_text (head, label);
}

/* How many rows a category of a breakdown stands beside: those of all that is within it. */
static guint
count_rows (const Told *told,
            guint       axis)
{
  guint n = 1;

  for (guint i = axis + 1; i <= told->n_axes; i++)
    n *= get_total (told, told->first + i) + 1;
  return n;
}

/* Whether a cell is the first of what is within its category of a breakdown. */
static gboolean
is_first_within (const Told *told,
                 guint       cell,
                 guint       axis)
{
  for (guint i = axis + 1; i <= told->n_axes; i++)
    if (tvx_count_table_get_node (told->counts, cell, told->first + i) > 0)
      return FALSE;
  return TRUE;
}

static void
add_row (const Told *told,
         TvxDocNode *table,
         guint       cell,
         Measure     measure)
{
  TvxDocNode *row = tvx_doc_table_add_row (table);
  guint n_genders = get_total (told, told->first);

  if (told->n_axes == 0)
    tvx_doc_row_add_head (row, tvx_catalog_translate (told->blocks->catalog, N_("All")));
  for (guint i = 1; i <= told->n_axes; i++)
    {
      guint axis = told->first + i;
      guint node = tvx_count_table_get_node (told->counts, cell, axis);
      TvxDocNode *head;

      if (!is_first_within (told, cell, i))
        continue;
      head = tvx_doc_row_add_head (row, NULL);
      tvx_doc_cell_set_span (head, 1, count_rows (told, i));
      add_label (told, head, i, tvx_axis_get_node_id (tvx_count_table_get_axis (told->counts, axis), node));
    }
  for (guint i = 0; i < n_genders + (measure == COUNTS); i++)
    {
      g_autofree char *text = format_cell (told, tvx_count_table_move (told->counts, cell, told->first, i), measure);

      tvx_doc_row_add_cell (row, text);
    }
}

/* The first axis slowest, as one reads. */
static void
add_rows (const Told *told,
          TvxDocNode *table,
          guint       cell,
          guint       axis,
          Measure     measure)
{
  if (axis > told->n_axes)
    {
      add_row (told, table, cell, measure);
      return;
    }
  for (guint i = 0; i <= get_total (told, told->first + axis); i++)
    add_rows (told, table, tvx_count_table_move (told->counts, cell, told->first + axis, i), axis + 1, measure);
}

static void
add_table (const Told *told,
           TvxDocNode *section,
           const char *caption,
           Measure     measure)
{
  const TvxCatalog *catalog = told->blocks->catalog;
  TvxAxis *gender = tvx_count_table_get_axis (told->counts, told->first);
  g_autofree char *name = tvx_record_dup_title (TVX_RECORD (told->record));
  TvxDocNode *table = tvx_doc_add_table (section, caption);

  tvx_doc_node_set_caption_language (table, told->blocks->content_language, name);
  if (told->n_axes == 0)
    tvx_doc_table_add_column (table, tvx_catalog_translate (catalog, N_("Group")), TVX_DOC_ALIGN_TEXT);
  for (guint i = 1; i <= told->n_axes; i++)
    {
      g_autofree char *label = tvx_statistics_labels_dup_axis (catalog, told->record, i);

      tvx_doc_node_set_language (tvx_doc_table_add_column (table, label, TVX_DOC_ALIGN_TEXT), tvx_statistics_labels_is_axis_content (told->record, i) ? told->blocks->content_language : NULL);
    }
  for (guint i = 0; i < get_total (told, told->first) + (measure == COUNTS); i++)
    {
      g_autofree char *label = tvx_statistics_labels_dup_node (catalog, told->record, 0, tvx_axis_get_node_id (gender, i));

      tvx_doc_table_add_column (table, label, TVX_DOC_ALIGN_NUMBER);
    }
  add_rows (told, table, get_all (told), 1, measure);
}

/* The table before has the numbers of the chart. */
static void
add_chart (TvxReportMatter *matter,
           TvxDocNode      *section,
           guint            table,
           TvxChartKind     kind)
{
  g_autoptr (TvxChart) chart = tvx_statistics_chart_new (matter->tables, table, kind, matter->blocks.catalog, matter->blocks.content_language);

  if (chart != NULL)
    tvx_doc_add_chart_of_table (section, chart);
}

static void
add_field (const Told *told,
           TvxDocNode *section,
           const char *name)
{
  TvxRecord *record = TVX_RECORD (told->record);
  const TvxField *field = tvx_record_get_field (record, name);
  g_autofree char *label = NULL;
  TvxDocNode *paragraph;

  if (tvx_record_get_value (record, name) == NULL)
    return;
  label = g_strdup_printf ("%s: ", tvx_catalog_translate (told->blocks->catalog, field->label));
  paragraph = tvx_doc_add_paragraph (section, label);
  tvx_record_blocks_add_value (told->blocks, paragraph, record, field);
}

/* Who is counted, and when, in a line above the table, and of a sum what it is of. Returns the line where the projects of the
 * sum remain to be named. */
static TvxDocNode *
add_scope (TvxReportMatter *matter,
           const Told      *told,
           TvxDocNode      *section)
{
  const TvxCatalog *catalog = told->blocks->catalog;
  TvxRecord *record = TVX_RECORD (told->record);
  g_autofree char *period = tvx_format_period (catalog, tvx_record_get_text (record, "from"), tvx_record_get_text (record, "until"));
  const char *population = tvx_record_get_text (record, "population");
  gboolean is_sum = tvx_protected_tables_get_n_projects (matter->tables, told->table) > 1;
  gboolean named = TRUE;
  TvxDocNode *paragraph;

  if (population == NULL && period == NULL && !is_sum)
    return NULL;
  paragraph = tvx_doc_add_paragraph (section, NULL);
  if (population != NULL)
    tvx_record_blocks_add_content (told->blocks, paragraph, population);
  if (population != NULL && period != NULL)
    tvx_doc_add_text (paragraph, ", ");
  if (period != NULL)
    tvx_doc_add_text (paragraph, period);
  if (is_sum && (population != NULL || period != NULL))
    tvx_doc_add_text (paragraph, ". ");
  if (is_sum)
    named = tvx_sum_coverage_add (matter, paragraph, told->table);
  tvx_doc_join_next (paragraph);
  return named ? NULL : paragraph;
}

static TvxDocNode *
add_told (TvxReportMatter *matter,
          TvxDocNode      *parent,
          guint            table)
{
  static const char *const below[] = { "source", "note" };
  static const TvxChartKind of_counts[] = { TVX_CHART_PYRAMID, TVX_CHART_BARS };
  Told told = get_told (matter, table);
  const TvxCatalog *catalog = told.blocks->catalog;
  guint n_projects = tvx_protected_tables_get_n_projects (matter->tables, table);
  TvxDocNode *section = tvx_record_blocks_add_section (told.blocks, parent, TVX_RECORD (told.record), "title");
  g_autofree char *name = tvx_record_dup_title (TVX_RECORD (told.record));
  g_autofree char *of_gender = g_strdup_printf ("%s: %s", name, tvx_catalog_translate (catalog, N_("share of all women and of all men")));
  g_autofree char *of_group = g_strdup_printf ("%s: %s", name, tvx_catalog_translate (catalog, N_("women and men within each group")));
  g_autofree char *note = tvx_statistics_note_dup (catalog, matter->tables, table);
  /* A table by age and place is drawn by age, as the table by age alone is already. */
  gboolean drawn = !tvx_statistics_chart_is_elsewhere (matter->tables, table);
  TvxDocNode *unnamed = add_scope (matter, &told, section);

  add_table (&told, section, name, COUNTS);
  tvx_doc_add_paragraph (section, note);
  for (gsize i = 0; n_projects == 1 && i < G_N_ELEMENTS (below); i++)
    add_field (&told, section, below[i]);
  for (gsize i = 0; drawn && i < G_N_ELEMENTS (of_counts); i++)
    add_chart (matter, section, table, of_counts[i]);
  if (told.n_axes > 0)
    add_table (&told, section, of_gender, OF_GENDER);
  add_table (&told, section, of_group, OF_GROUP);
  if (drawn)
    add_chart (matter, section, table, TVX_CHART_SHARES);
  return unnamed;
}

/**
 * tvx_statistics_section_add:
 * @matter: what the report is about
 * @parent: the root or section of the project
 * @project: a project of it
 *
 * Appends the section with the statistics tables of a project, as they are protected. Where there is nothing to tell, there
 * is no section.
 */
void
tvx_statistics_section_add (TvxReportMatter *matter,
                            TvxDocNode      *parent,
                            TvxRecord       *project)
{
  GListModel *list = tvx_record_get_list (project, "statistics");
  TvxDocNode *section = NULL;

  for (guint i = 0; matter->tables != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) record = g_list_model_get_item (list, i);
      guint table;

      if (!tvx_protected_tables_find (matter->tables, record, &table))
        continue;
      if (section == NULL)
        section = tvx_doc_add_section (parent, tvx_catalog_translate (matter->blocks.catalog, N_("Statistics")));
      add_told (matter, section, table);
    }
}

static TvxDocNode *
add_section_of_sums (TvxReportMatter *matter,
                     TvxDocNode      *parent)
{
  return tvx_doc_add_section (parent, tvx_catalog_translate (matter->blocks.catalog, N_("Statistics of all projects")));
}

/**
 * tvx_statistics_section_add_sums:
 * @matter: what the report is about
 * @parent: the root of the report
 *
 * Appends a section with the sums of the tables that several projects have, and with the names of what is in no sum. Where
 * there is nothing to tell, there is no section.
 */
void
tvx_statistics_section_add_sums (TvxReportMatter *matter,
                                 TvxDocNode      *parent)
{
  TvxDocNode *section = NULL, *names = NULL;
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) unnamed = g_ptr_array_new ();

  for (guint i = 0; matter->tables != NULL && i < tvx_protected_tables_get_n_tables (matter->tables); i++)
    {
      TvxDocNode *paragraph;

      if (tvx_protected_tables_get_n_projects (matter->tables, i) == 1)
        continue;
      if (section == NULL)
        section = add_section_of_sums (matter, parent);
      paragraph = add_told (matter, section, i);
      if (paragraph == NULL)
        continue;
      g_array_append_val (sums, i);
      g_ptr_array_add (unnamed, paragraph);
    }
  if (matter->tables != NULL && tvx_sum_coverage_has_rest (matter))
    tvx_sum_coverage_add_rest (matter, section != NULL ? section : add_section_of_sums (matter, parent));
  for (guint i = 0; i < sums->len; i++)
    {
      if (names == NULL)
        names = tvx_doc_add_section (section, tvx_catalog_translate (matter->blocks.catalog, N_("Projects in the sums")));
      tvx_sum_coverage_add_names (matter, names, g_array_index (sums, guint, i));
      tvx_doc_add_text (unnamed->pdata[i], " ");
      tvx_doc_add_reference (unnamed->pdata[i], names, tvx_catalog_translate (matter->blocks.catalog, N_("The projects are named under “Projects in the sums”.")));
    }
}

static void
append_cells (const Told *told,
              const char *project,
              GString    *csv)
{
  g_autofree char *title = tvx_record_dup_title (TVX_RECORD (told->record));

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (told->counts); cell++)
    {
      gint64 number;

      if (!tvx_count_table_is_published (told->counts, cell))
        continue;
      tvx_csv_append_text (csv, project);
      g_string_append_c (csv, ',');
      tvx_csv_append_text (csv, title);
      for (guint i = 0; i <= TVX_STATISTICS_TABLE_MAX_AXES; i++)
        {
          g_string_append_c (csv, ',');
          if (i <= told->n_axes)
            {
              TvxAxis *axis = tvx_count_table_get_axis (told->counts, told->first + i);
              g_autofree char *label =
                tvx_statistics_labels_dup_node (told->blocks->catalog, told->record, i,
                                                tvx_axis_get_node_id (axis, tvx_count_table_get_node (told->counts, cell, told->first + i)));

              tvx_csv_append_text (csv, label);
            }
        }
      if (tvx_count_table_get_impossible (told->counts, cell))
        g_string_append (csv, "," IMPOSSIBLE "\n");
      else if (tvx_protection_get_shown (told->protection, told->table, cell, &number))
        g_string_append_printf (csv, ",%" G_GINT64_FORMAT "\n", number);
      else
        g_string_append (csv, "," HIDDEN "\n");
    }
}

/**
 * tvx_statistics_section_csv:
 * @matter: what the report is about
 *
 * Writes the tables that the report tells of for programs: a line for each number, `..` for a hidden one.
 *
 * Returns: (transfer full) (nullable): the file, %NULL where the report tells of no table
 */
GBytes *
tvx_statistics_section_csv (TvxReportMatter *matter)
{
  static const char *const headings[] = { N_("Project"), N_("Table"), N_("Gender"), N_("Breakdown"), N_("Breakdown"), N_("Breakdown"), N_("Count") };
  g_autoptr (GString) csv = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_string_append (csv, i > 0 ? "," : "");
      tvx_csv_append_text (csv, tvx_catalog_translate (matter->blocks.catalog, headings[i]));
    }
  g_string_append_c (csv, '\n');
  for (guint i = 0; matter->tables != NULL && i < matter->projects->len; i++)
    {
      GListModel *list = tvx_record_get_list (matter->projects->pdata[i], "statistics");
      g_autofree char *project = tvx_record_dup_title (matter->projects->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TvxRecord) record = g_list_model_get_item (list, j);
          guint table;

          if (!tvx_protected_tables_find (matter->tables, record, &table))
            continue;
          Told told = get_told (matter, table);
          append_cells (&told, project, csv);
          any = TRUE;
        }
    }
  return any ? g_string_free_to_bytes (g_steal_pointer (&csv)) : NULL;
}
