/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the statistics tables of records to tables that can be protected. */

#include "report/tvx-record-counts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-category.h"
#include "model/tvx-check.h"
#include "model/tvx-table-axis.h"
#include "report/tvx-statistics-labels.h"
#include "statistics/tvx-statistics-error.h"

#define GENDER_AXIS "gender"

/* Messages are for people, in their own language. */
static void
set_labels (TvxAxis            *axis,
            TvxStatisticsTable *record,
            guint               number)
{
  g_autofree char *label = tvx_statistics_labels_dup_axis (NULL, record, number);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < tvx_axis_get_n_nodes (axis); i++)
    g_strv_builder_take (builder, tvx_statistics_labels_dup_node (NULL, record, number, tvx_axis_get_node_id (axis, i)));
  labels = g_strv_builder_end (builder);
  tvx_axis_set_labels (axis, label, (const char *const *) labels);
}

/* Whether the tables after the first have a group, too, of the same categories. */
static gboolean
have_group (GPtrArray  *records,
            guint       axis,
            const char *code,
            GVariant   *of)
{
  for (guint i = 1; i < records->len; i++)
    {
      g_autoptr (TvxTableAxis) item = g_list_model_get_item (tvx_record_get_list (records->pdata[i], "axes"), axis);
      TvxRecord *group = tvx_table_axis_find_category (item, code);
      GVariant *parts = group != NULL ? tvx_record_get_value (group, "of") : NULL;

      if (parts == NULL || !g_variant_equal (parts, of))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_groups (TvxAxis     *axis,
            GPtrArray   *records,
            guint        number,
            GListModel  *categories,
            GError     **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (category, "code");
      GVariant *of = tvx_record_get_value (category, "of");
      g_autofree const char **codes = of != NULL ? g_variant_get_strv (of, NULL) : NULL;

      if (codes != NULL && code != NULL && have_group (records, number, code, of) && !tvx_axis_add_group (axis, code, codes, error))
        return FALSE;
    }
  return TRUE;
}

static TvxAxis *
create_axis (GPtrArray  *records,
             guint       number,
             TvxRecord  *record,
             GError    **error)
{
  GListModel *categories = tvx_record_get_list (record, "categories");
  const char *key = tvx_table_axis_get_key (TVX_TABLE_AXIS (record));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (TvxAxis) axis = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (category, "code");

      if (code != NULL && tvx_record_get_value (category, "of") == NULL)
        g_strv_builder_add (builder, code);
    }
  codes = g_strv_builder_end (builder);
  axis = tvx_axis_new (key != NULL ? key : "other", (const char *const *) codes, error);
  return axis != NULL && add_groups (axis, records, number, categories, error) ? g_steal_pointer (&axis) : NULL;
}

/* The layer below knows codes only; the check of the record says the same in words. */
static void
explain (TvxStatisticsTable  *record,
         guint                number,
         TvxRecord           *axis,
         GError             **error)
{
  g_autoptr (GPtrArray) findings = tvx_check_record (TVX_RECORD (record), TVX_CHECK_VALUES, NULL);
  g_autofree char *label = tvx_statistics_labels_dup_axis (NULL, record, number);
  const char *message = NULL;

  for (guint i = 0; message == NULL && i < findings->len; i++)
    {
      TvxRecord *at = tvx_finding_get_record (findings->pdata[i]);

      if (tvx_finding_get_severity (findings->pdata[i]) == TVX_SEVERITY_ERROR && (at == axis || tvx_record_get_parent (at) == axis))
        message = tvx_finding_get_message (findings->pdata[i]);
    }
  if (message == NULL)
    return;
  g_clear_error (error);
  /* Translators: what a breakdown is called, what is wrong with it. */
  g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID, _("“%s”: %s"), label, message);
}

static gboolean
has_third (TvxStatisticsTable *record)
{
  return tvx_record_get_boolean (TVX_RECORD (record), "third_category");
}

/* All genders that any of the records counts. In a project that does not count one there is nobody of it to count. */
static const char *const *
get_genders (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (has_third (records->pdata[i]))
      return tvx_statistics_table_get_genders (records->pdata[i]);
  return tvx_statistics_table_get_genders (records->pdata[0]);
}

/* Gender first, then the breakdowns that the records have. */
static gboolean
add_axes (GPtrArray  *axes,
          GPtrArray  *records,
          GError    **error)
{
  TvxStatisticsTable *record = records->pdata[0];
  GListModel *list = tvx_record_get_list (TVX_RECORD (record), "axes");
  TvxAxis *axis = tvx_axis_new (GENDER_AXIS, get_genders (records), error);

  if (axis == NULL)
    return FALSE;
  set_labels (axis, record, 0);
  /* Statistics of people are by gender (SFS 2001:100, section 14): no smaller table is without it. */
  tvx_axis_set_required (axis, TRUE);
  g_ptr_array_add (axes, axis);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);

      axis = create_axis (records, i, item, error);
      if (axis == NULL)
        {
          explain (record, i + 1, item, error);
          return FALSE;
        }
      set_labels (axis, record, i + 1);
      g_ptr_array_add (axes, axis);
    }
  return TRUE;
}

/* The same people, as far as somebody who fills in tables can say it. */
static char *
dup_population (TvxStatisticsTable *record)
{
  const char *population = tvx_record_get_text (TVX_RECORD (record), "population");
  const char *from = tvx_record_get_text (TVX_RECORD (record), "from");
  const char *until = tvx_record_get_text (TVX_RECORD (record), "until");
  g_autofree char *folded = g_utf8_casefold (population != NULL ? population : tvx_record_get_id (TVX_RECORD (record)), -1);

  return g_strdup_printf ("%s %s/%s", folded, from != NULL ? from : "", until != NULL ? until : "");
}

static TvxZeros
get_zeros (TvxStatisticsTable *record)
{
  const char *zeros = tvx_statistics_table_get_zeros (record);

  return g_str_equal (zeros, "shown") ? TVX_ZEROS_SHOWN : g_str_equal (zeros, "protected") ? TVX_ZEROS_PROTECTED
                                                                                           : TVX_ZEROS_MAYBE;
}

/* A sum keeps to the strictest rule of what it sums up. */
static gboolean
set_rules (TvxCountTable  *counts,
           GPtrArray      *records,
           GError        **error)
{
  g_autofree char *population = dup_population (records->pdata[0]);
  guint threshold = 0;
  gboolean any_protected = FALSE, all_shown = TRUE, any_insiders = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      TvxZeros zeros = get_zeros (records->pdata[i]);

      threshold = MAX (threshold, tvx_statistics_table_get_threshold (records->pdata[i]));
      any_protected = any_protected || zeros == TVX_ZEROS_PROTECTED;
      all_shown = all_shown && zeros == TVX_ZEROS_SHOWN;
      any_insiders = any_insiders || tvx_record_get_boolean (records->pdata[i], "insiders");
    }
  tvx_count_table_set_population (counts, population);
  tvx_count_table_set_insiders (counts, any_insiders);
  tvx_count_table_set_zeros (counts, any_protected ? TVX_ZEROS_PROTECTED : all_shown ? TVX_ZEROS_SHOWN
                                                                                     : TVX_ZEROS_MAYBE);
  return tvx_count_table_set_threshold (counts, threshold, error);
}

/* Takes over one cell of a field into that of a table in @project, NULL where there is no such axis. */
static gboolean
fill_in_cell (TvxCountTable  *counts,
              const char     *project,
              const char     *field,
              const char     *key,
              gint64          count,
              GError        **error)
{
  g_autofree char *whole = project != NULL ? g_strconcat (project, TVX_CATEGORY_SEPARATOR, key, NULL) : g_strdup (key);
  g_auto (GStrv) at = g_strsplit (whole, TVX_CATEGORY_SEPARATOR, -1);
  guint cell;

  /* What belongs to a category that is gone is told of by the check of the table. */
  if (g_strv_length (at) != tvx_count_table_get_n_axes (counts) ||
      !tvx_count_table_find_cell (counts, (const char *const *) at, &cell, NULL) || !tvx_count_table_is_inner (counts, cell))
    return TRUE;
  return g_str_equal (field, "counts") ? tvx_count_table_set_count (counts, cell, count, error)
                                       : tvx_count_table_set_impossible (counts, cell, error);
}

/* What was filled in for a third gender stays in a record that no longer counts it. */
static gboolean
is_of_its_genders (TvxStatisticsTable *record,
                   const char         *key)
{
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, 2);

  return codes[0] != NULL && g_strv_contains (tvx_statistics_table_get_genders (record), codes[0]);
}

static gboolean
fill_in (TvxCountTable       *counts,
         TvxStatisticsTable  *record,
         const char          *project,
         GError             **error)
{
  static const char *const fields[] = { "counts", "impossible" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GVariant *values = tvx_record_get_value (TVX_RECORD (record), fields[i]);
      GVariantIter iter;
      const char *key;
      GVariant *value;

      if (values == NULL)
        continue;
      g_variant_iter_init (&iter, values);
      while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
        {
          g_autoptr (GVariant) owned = value;

          if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) && is_of_its_genders (record, key) &&
              !fill_in_cell (counts, project, fields[i], key, g_variant_get_int64 (value), error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * tvx_record_counts_new:
 * @record: a statistics table of a project
 * @name: what messages call it
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Takes over the counts and the rules of a record.
 *
 * Returns: (transfer full) (nullable): the table, whose first axis is gender
 */
TvxCountTable *
tvx_record_counts_new (TvxStatisticsTable  *record,
                       const char          *name,
                       GError             **error)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (TvxCountTable) counts = NULL;

  g_ptr_array_add (records, record);
  if (!add_axes (axes, records, error))
    return NULL;
  counts = tvx_count_table_new (name, (TvxAxis **) axes->pdata, axes->len, error);
  if (counts == NULL || !set_rules (counts, records, error) || !fill_in (counts, record, NULL, error))
    return NULL;
  tvx_count_table_fix (counts, TVX_PROJECT_AXIS, tvx_record_get_id (tvx_record_get_root (TVX_RECORD (record))));
  return g_steal_pointer (&counts);
}

static TvxAxis *
create_projects (GPtrArray  *records,
                 GError    **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new (), titles = g_strv_builder_new ();
  g_auto (GStrv) projects = NULL;
  g_auto (GStrv) labels = NULL;
  TvxAxis *axis;

  for (guint i = 0; i < records->len; i++)
    {
      TvxRecord *project = tvx_record_get_root (records->pdata[i]);

      g_strv_builder_add (ids, tvx_record_get_id (project));
      g_strv_builder_take (titles, tvx_record_dup_title (project));
    }
  g_strv_builder_add (titles, _("Total"));
  projects = g_strv_builder_end (ids);
  labels = g_strv_builder_end (titles);
  axis = tvx_axis_new (TVX_PROJECT_AXIS, (const char *const *) projects, error);
  if (axis == NULL)
    return NULL;
  tvx_axis_set_labels (axis, _("Project"), (const char *const *) labels);
  tvx_axis_set_internal (axis, TRUE);
  tvx_axis_set_partial (axis, TRUE);
  return axis;
}

/* Of a gender that a project does not count there is nobody in it, as its readers see. */
static gboolean
mark_uncounted (TvxCountTable  *counts,
                GPtrArray      *records,
                GError        **error)
{
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (counts); cell++)
    {
      TvxStatisticsTable *record;

      if (!tvx_count_table_is_inner (counts, cell))
        continue;
      record = records->pdata[tvx_count_table_get_node (counts, cell, 0)];
      if (tvx_count_table_get_node (counts, cell, 1) >= g_strv_length ((GStrv) tvx_statistics_table_get_genders (record)) &&
          !tvx_count_table_set_impossible (counts, cell, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tvx_record_counts_new_sum:
 * @records: (element-type TvxStatisticsTable): tables of different projects, of the same shape
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Sums up the counts of several projects.
 *
 * Returns: (transfer full) (nullable): the table, whose first axis is that of the projects, which readers do not see, and
 *   the second gender
 */
TvxCountTable *
tvx_record_counts_new_sum (GPtrArray  *records,
                           GError    **error)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  g_autofree char *title = tvx_record_dup_title (records->pdata[0]);
  g_autoptr (TvxCountTable) counts = NULL;
  TvxAxis *axis = create_projects (records, error);

  if (axis == NULL)
    return NULL;
  g_ptr_array_add (axes, axis);
  if (!add_axes (axes, records, error))
    return NULL;
  counts = tvx_count_table_new (title, (TvxAxis **) axes->pdata, axes->len, error);
  if (counts == NULL || !set_rules (counts, records, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!fill_in (counts, records->pdata[i], tvx_axis_get_node_id (axis, i), error))
      return NULL;
  if (!mark_uncounted (counts, records, error))
    return NULL;
  return g_steal_pointer (&counts);
}

/**
 * tvx_record_counts_dup_shape:
 * @record: a statistics table
 *
 * Returns: (transfer full): what tables have in common that can be summed up: the people they are about, and what they are
 *   broken down by; not their rules, their groups, the order of categories and whether a third gender is counted
 */
char *
tvx_record_counts_dup_shape (TvxStatisticsTable *record)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (record), "axes");
  g_autofree char *population = dup_population (record);
  GString *shape = g_string_new (population);

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      GListModel *categories = tvx_record_get_list (axis, "categories");
      g_autoptr (GPtrArray) codes = g_ptr_array_new ();

      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);

          if (tvx_record_get_value (category, "of") == NULL && tvx_record_get_text (category, "code") != NULL)
            g_ptr_array_add (codes, (gpointer) tvx_record_get_text (category, "code"));
        }
      g_ptr_array_sort_values (codes, (GCompareFunc) strcmp);
      g_string_append_printf (shape, "\n%s:", tvx_table_axis_get_key (TVX_TABLE_AXIS (axis)));
      for (guint j = 0; j < codes->len; j++)
        g_string_append_printf (shape, "%s|", (const char *) codes->pdata[j]);
    }
  return g_string_free_and_steal (shape);
}

/**
 * tvx_record_counts_are_alike:
 * @first: a statistics table
 * @second: another one
 *
 * Returns: whether both are broken down by the same, although perhaps of other people or in other categories
 */
gboolean
tvx_record_counts_are_alike (TvxStatisticsTable *first,
                             TvxStatisticsTable *second)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (first), "axes");
  GListModel *others = tvx_record_get_list (TVX_RECORD (second), "axes");
  gboolean alike = g_list_model_get_n_items (axes) == g_list_model_get_n_items (others);

  for (guint i = 0; alike && i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, i);
      g_autoptr (TvxTableAxis) other = g_list_model_get_item (others, i);

      alike = g_strcmp0 (tvx_table_axis_get_key (axis), tvx_table_axis_get_key (other)) == 0;
    }
  return alike;
}
