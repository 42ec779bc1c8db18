/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-statistics-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-breakdown.h"
#include "model/tvx-category.h"
#include "model/tvx-findings.h"
#include "model/tvx-model-error.h"
#include "model/tvx-project-figures.h"
#include "model/tvx-table-axis.h"
#include "model/tvx-vocabulary.h"

/* A cell has the codes of its categories as key, gender first: "women|18-29|upper_secondary". Only inner cells are kept;
 * sums follow. A total that somebody typed, to check the cells by, has "*" in its key. No count leaves the authority as it
 * is: what is published comes from a protection. */
static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "population", TVX_FIELD_TEXT, N_("Population"), TVX_FIELD_REQUIRED, .max_length = 200,
    .help = N_("Who is counted, as Participants. Tables of the same people have the same population and period.") },
  { "from", TVX_FIELD_DATE, N_("From") },
  { "until", TVX_FIELD_DATE, N_("Until"), .not_before = "from" },
  { "source", TVX_FIELD_LONG_TEXT, N_("Source"), TVX_FIELD_REQUIRED, .help = N_("Where the numbers come from, and how people were counted") },
  { "third_category", TVX_FIELD_BOOLEAN, N_("Third gender category"),
    .help = N_("Besides women and men. Such groups are small, and are then hidden more often.") },
  { "sensitive", TVX_FIELD_BOOLEAN, N_("Sensitive"),
    .help = N_("Tells of health, ethnic background or the like. Groups of fewer than ten, and zeros, are then hidden. Tables by country of birth or disability always are.") },
  { "threshold", TVX_FIELD_INTEGER, N_("Smallest number shown"), .help = N_("From 3 to 20; 5 if nothing is said, 10 in a sensitive table") },
  { "zeros", TVX_FIELD_ENUM, N_("Zeros"), .vocabulary = &tvx_zero_policies,
    .help = N_("If nothing is chosen, they are shown, but one may be hidden to protect others; in a sensitive table they are hidden as small numbers are. A combination that cannot occur is no zero: type a point in its cell.") },
  { "insiders", TVX_FIELD_BOOLEAN, N_("Protect from those who know their own numbers"), TVX_FIELD_YES,
    .help = N_("The owner of a project and a municipality know their own numbers. More is hidden, so that they cannot work out those of others from them. Turn this off only if they may know each other’s numbers. Where tables that are published together differ, it is on for all of them.") },
  { "axes", TVX_FIELD_LIST, N_("Breakdowns"), .get_type = tvx_table_axis_get_type, .follow_item = tvx_breakdown_follow_axis, .max_items = TVX_STATISTICS_TABLE_MAX_AXES,
    .help = N_("What women and men are broken down by, at most three") },
  { "counts", TVX_FIELD_COUNTS, N_("Counts"), TVX_FIELD_PRIVATE, .translate_key = tvx_breakdown_translate_key },
  { "totals", TVX_FIELD_COUNTS, N_("Totals to check by"), TVX_FIELD_PRIVATE, .translate_key = tvx_breakdown_translate_key },
  /* Only that a cell is there counts. Nobody can be in it, and readers may know that. */
  { "impossible", TVX_FIELD_COUNTS, N_("Cells that cannot occur"), .translate_key = tvx_breakdown_translate_key },
  { "note", TVX_FIELD_LONG_TEXT, N_("Note") },
};

static void check (TvxRecord   *self,
                   TvxFindings *findings);

TVX_DEFINE_RECORD_WITH_CODE (TvxStatisticsTable, tvx_statistics_table, "statistics_table", N_("Statistics table"),
                             record_class->check = check)

/* Those of gender, in the order of every table. */
static const TvxTerm genders[] = {
  { "women", N_("Women") },
  { "men", N_("Men") },
  { "other", N_("Another gender") },
};
static TvxVocabulary gender_vocabulary = TVX_VOCABULARY ("gender", genders);

/* Whatever the code at the place @but is. */
static gboolean
is_cell (TvxStatisticsTable  *self,
         char               **codes,
         gboolean             inner,
         guint                but)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self), "axes");
  guint n_axes = g_list_model_get_n_items (axes);

  if (g_strv_length (codes) != n_axes + 1)
    return FALSE;
  if (!g_strv_contains (tvx_statistics_table_get_genders (self), codes[0]) && (inner || !g_str_equal (codes[0], TVX_CATEGORY_TOTAL)))
    return FALSE;
  for (guint i = 0; i < n_axes; i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      TvxRecord *category = tvx_table_axis_find_category (TVX_TABLE_AXIS (axis), codes[i + 1]);

      if (i + 1 == but)
        continue;
      if (category == NULL ? inner || !g_str_equal (codes[i + 1], TVX_CATEGORY_TOTAL)
                           : inner && tvx_record_get_value (category, "of") != NULL)
        return FALSE;
    }
  return TRUE;
}

static gint64
sum (TvxStatisticsTable *self,
     const char         *key)
{
  GVariant *counts = tvx_record_get_value (TVX_RECORD (self), "counts");
  g_auto (GStrv) whole = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self), "axes");
  gint64 total = 0;
  GVariantIter iter;
  const char *cell;
  GVariant *count;

  if (counts == NULL)
    return 0;
  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "{&sv}", &cell, &count))
    {
      g_autoptr (GVariant) owned = count;
      g_auto (GStrv) codes = g_strsplit (cell, TVX_CATEGORY_SEPARATOR, -1);
      gboolean part = g_variant_is_of_type (count, G_VARIANT_TYPE_INT64) && is_cell (self, codes, TRUE, G_MAXUINT) &&
                      g_strv_length (whole) == g_strv_length (codes) &&
                      (g_str_equal (whole[0], TVX_CATEGORY_TOTAL) || g_str_equal (whole[0], codes[0]));

      for (guint i = 1; part && whole[i] != NULL; i++)
        {
          g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i - 1);

          part = tvx_table_axis_is_part (TVX_TABLE_AXIS (axis), codes[i], whole[i]);
        }
      if (part)
        total = tvx_project_figures_add (total, g_variant_get_int64 (count));
    }
  return total;
}

static void
check_counts (TvxStatisticsTable *self,
              TvxFindings        *findings)
{
  GVariant *counts = tvx_record_get_value (TVX_RECORD (self), "counts");
  GVariantIter iter;
  const char *key;

  if (counts == NULL)
    return;
  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    {
      g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

      if (!is_cell (self, codes, TRUE, G_MAXUINT))
        {
          g_autofree char *name = tvx_statistics_table_dup_cell_name (self, key);

          tvx_findings_add (findings, TVX_SEVERITY_WARNING, TVX_RECORD (self), "counts",
                            _("There is a count for “%s”, which is no cell of the table; it is not part of any sum."), name);
        }
    }
}

static void
check_totals (TvxStatisticsTable *self,
              TvxFindings        *findings)
{
  GVariant *totals = tvx_record_get_value (TVX_RECORD (self), "totals");
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (totals == NULL)
    return;
  g_variant_iter_init (&iter, totals);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) owned = value;
      gint64 counted = sum (self, key);
      gint64 typed;
      g_autofree char *counted_text = tvx_field_format_number (counted);
      g_autofree char *typed_text = NULL;
      g_autofree char *name = tvx_statistics_table_dup_cell_name (self, key);

      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        continue;
      typed = g_variant_get_int64 (value);
      typed_text = tvx_field_format_number (typed);
      if (counted > typed)
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, TVX_RECORD (self), "totals",
                          /* Translators: a cell as “Women, all ages”, a number, a larger number. */
                          _("“%s” should be %s, but the cells are together %s, which is more."), name, typed_text, counted_text);
      else if (counted < typed)
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, TVX_RECORD (self), "totals",
                          /* Translators: a cell as “Women, all ages”, a number, a smaller number. */
                          _("“%s” should be %s, but the cells are together only %s."), name, typed_text, counted_text);
    }
}

/* Nobody knows whether an empty cell was forgotten. A table without any numbers is not published. */
static void
check_empty (TvxStatisticsTable *self,
             TvxFindings        *findings)
{
  guint n_empty = tvx_statistics_table_is_filled (self) ? tvx_statistics_table_count_empty (self) : 0;

  if (n_empty > 0)
    tvx_findings_add (findings, TVX_SEVERITY_MISSING, TVX_RECORD (self), "counts",
                      ngettext ("%u cell is empty and counts as a zero in reports.",
                                "%u cells are empty and count as zeros in reports.", n_empty),
                      n_empty);
}

/* A group is of categories and of groups that stand before it, of each at most once. */
static void
check_group (TvxTableAxis *axis,
             TvxRecord    *group,
             GHashTable   *codes_before,
             TvxFindings  *findings)
{
  GListModel *categories = tvx_record_get_list (TVX_RECORD (axis), "categories");
  GVariant *of = tvx_record_get_value (group, "of");
  g_autofree const char **parts = of != NULL ? g_variant_get_strv (of, NULL) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      TvxRecord *part = tvx_table_axis_find_category (axis, parts[i]);

      if (part == NULL || (tvx_record_get_value (part, "of") != NULL && !g_hash_table_contains (codes_before, parts[i])))
        {
          g_autofree char *name = tvx_table_axis_dup_name_of (axis, parts[i]);

          tvx_findings_add (findings, TVX_SEVERITY_ERROR, group, "of",
                            _("The group is of “%s”, which is no category of the breakdown and no group that stands before it."), name);
        }
    }
  for (guint i = 0; parts != NULL && i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (category, "code");
      guint n_times = 0;

      for (guint j = 0; code != NULL && tvx_record_get_value (category, "of") == NULL && parts[j] != NULL; j++)
        n_times += tvx_table_axis_is_part (axis, code, parts[j]);
      if (n_times > 1)
        {
          g_autofree char *name = tvx_table_axis_dup_name_of (axis, code);

          tvx_findings_add (findings, TVX_SEVERITY_ERROR, group, "of", _("The group has “%s” twice."), name);
        }
    }
}

static void
check_axes (TvxStatisticsTable *self,
            TvxFindings        *findings)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self), "axes");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (g_list_model_get_n_items (axes) > TVX_STATISTICS_TABLE_MAX_AXES)
    tvx_findings_add (findings, TVX_SEVERITY_ERROR, TVX_RECORD (self), "axes",
                      _("A table has at most three breakdowns besides gender. Make another table of the rest."));
  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      GListModel *categories = tvx_record_get_list (axis, "categories");
      g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
      const char *key = tvx_table_axis_get_key (TVX_TABLE_AXIS (axis));

      if (key != NULL && !g_hash_table_add (seen, (gpointer) key))
        tvx_findings_add (findings, TVX_SEVERITY_ERROR, axis, "kind", _("The table is already broken down by this."));
      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);
          const char *code = tvx_record_get_text (category, "code");

          check_group (TVX_TABLE_AXIS (axis), category, codes, findings);
          if (code != NULL && !g_hash_table_add (codes, (gpointer) code))
            tvx_findings_add (findings, TVX_SEVERITY_ERROR, category, "code", _("Another category has this code, too."));
        }
    }
}

static void
check (TvxRecord   *record,
       TvxFindings *findings)
{
  TvxStatisticsTable *self = TVX_STATISTICS_TABLE (record);
  gint64 threshold;

  if (tvx_record_get_number (record, "threshold", &threshold) && (threshold < 3 || threshold > 20))
    tvx_findings_add (findings, TVX_SEVERITY_ERROR, record, "threshold", _("The smallest number shown must be from 3 to 20."));
  check_axes (self, findings);
  check_counts (self, findings);
  check_totals (self, findings);
  if (findings->with_missing)
    check_empty (self, findings);
}

/**
 * tvx_statistics_table_is_sensitive:
 * @self: a table
 *
 * Returns: whether it says so, or one of its breakdowns is
 */
gboolean
tvx_statistics_table_is_sensitive (TvxStatisticsTable *self)
{
  GListModel *axes;

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), FALSE);

  axes = tvx_record_get_list (TVX_RECORD (self), "axes");
  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, i);

      if (tvx_table_axis_is_sensitive (axis))
        return TRUE;
    }
  return tvx_record_get_boolean (TVX_RECORD (self), "sensitive");
}

/**
 * tvx_statistics_table_get_threshold:
 * @self: a table
 *
 * Returns: the smallest number that is not small: what the table says, else 10 where it is sensitive and 5 where it is not
 */
guint
tvx_statistics_table_get_threshold (TvxStatisticsTable *self)
{
  gint64 threshold;

  if (tvx_record_get_number (TVX_RECORD (self), "threshold", &threshold))
    return (guint) CLAMP (threshold, 3, 20);
  return tvx_statistics_table_is_sensitive (self) ? 10 : 5;
}

/**
 * tvx_statistics_table_get_zeros:
 * @self: a table
 *
 * Returns: (transfer none): the code of the rule about zeros: what the table says, else what suits it
 */
const char *
tvx_statistics_table_get_zeros (TvxStatisticsTable *self)
{
  const char *zeros = tvx_record_get_text (TVX_RECORD (self), "zeros");

  if (zeros != NULL)
    return zeros;
  return tvx_statistics_table_is_sensitive (self) ? "protected" : "maybe";
}

/**
 * tvx_statistics_table_get_genders:
 * @self: a table
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of the categories of gender, women before men
 */
const char *const *
tvx_statistics_table_get_genders (TvxStatisticsTable *self)
{
  static const char *const two[] = { "women", "men", NULL };
  static const char *const three[] = { "women", "men", "other", NULL };

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), NULL);

  return tvx_record_get_boolean (TVX_RECORD (self), "third_category") ? three : two;
}

/**
 * tvx_statistics_table_get_cell_fields:
 *
 * Returns: (transfer none) (array zero-terminated=1): the fields that know cells by the codes of their categories
 */
const char *const *
tvx_statistics_table_get_cell_fields (void)
{
  static const char *const cell_fields[] = { "counts", "totals", "impossible", NULL };

  return cell_fields;
}

/**
 * tvx_statistics_table_is_inner:
 * @self: a table
 * @key: the codes of a cell
 * @but: the place in the key of a code that may be any, %G_MAXUINT for none
 *
 * Returns: whether it is an inner cell of the table, which is no sum; as far as the other codes tell
 */
gboolean
tvx_statistics_table_is_inner (TvxStatisticsTable *self,
                               const char         *key,
                               guint               but)
{
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), FALSE);

  return is_cell (self, codes, TRUE, but);
}

/**
 * tvx_statistics_table_get_gender_label:
 * @code: the code of a gender
 *
 * Returns: (transfer none): what it is called: a message to be translated
 */
const char *
tvx_statistics_table_get_gender_label (const char *code)
{
  const TvxTerm *term = tvx_vocabulary_lookup (&gender_vocabulary, code);

  return term != NULL ? term->label : code;
}

/**
 * tvx_statistics_table_dup_cell_name:
 * @self: a table
 * @key: the codes of a cell, of which each may be that of a group or of the total, and which need not be in the table
 *
 * Returns: (transfer full): what the cell is called in the user's language, as “Women, 55 and older”
 */
char *
tvx_statistics_table_dup_cell_name (TvxStatisticsTable *self,
                                    const char         *key)
{
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
  GListModel *axes;
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), NULL);

  axes = tvx_record_get_list (TVX_RECORD (self), "axes");
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (TvxTableAxis) axis = i > 0 ? g_list_model_get_item (axes, i - 1) : NULL;
      g_autofree char *text = axis != NULL ? tvx_table_axis_dup_name_of (axis, codes[i])
                              : i > 0      ? g_strdup (codes[i])
                                           : g_strdup (g_str_equal (codes[i], TVX_CATEGORY_TOTAL)
                                                         ? _("Everyone")
                                                         : _(tvx_statistics_table_get_gender_label (codes[i])));

      g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", text);
    }
  return g_string_free_and_steal (name);
}

/**
 * tvx_statistics_table_get_count:
 * @self: a table
 * @key: the codes of a cell, of which each may be that of a group or of the total
 *
 * Returns: the count, which for all but inner cells is a sum; 0 where nothing is filled in
 */
gint64
tvx_statistics_table_get_count (TvxStatisticsTable *self,
                                const char         *key)
{
  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), 0);

  return sum (self, key);
}

/* Inner cells that a field knows, and another, where one is given, does not. */
static guint
count_inner (TvxStatisticsTable *self,
             const char         *field,
             const char         *but)
{
  GVariant *cells = tvx_record_get_value (TVX_RECORD (self), field);
  GVariant *others = but != NULL ? tvx_record_get_value (TVX_RECORD (self), but) : NULL;
  GVariantIter iter;
  const char *key;
  guint n_inner = 0;

  if (cells == NULL)
    return 0;
  g_variant_iter_init (&iter, cells);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    {
      g_autoptr (GVariant) other = others != NULL ? g_variant_lookup_value (others, key, NULL) : NULL;

      n_inner += other == NULL && tvx_statistics_table_is_inner (self, key, G_MAXUINT);
    }
  return n_inner;
}

static guint
count_cells (TvxStatisticsTable *self)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (self), "axes");
  guint n_cells = g_strv_length ((char **) tvx_statistics_table_get_genders (self));

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      GListModel *categories = tvx_record_get_list (axis, "categories");
      guint n_categories = 0;

      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);

          n_categories += tvx_record_get_value (category, "of") == NULL;
        }
      n_cells *= n_categories;
    }
  return n_cells;
}

/**
 * tvx_statistics_table_is_filled:
 * @self: a table
 *
 * Returns: whether a number is known of any of its cells; else the table says nothing, not that there is nobody
 */
gboolean
tvx_statistics_table_is_filled (TvxStatisticsTable *self)
{
  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), FALSE);

  return count_inner (self, "counts", NULL) > 0;
}

/**
 * tvx_statistics_table_count_empty:
 * @self: a table
 *
 * Returns: how many inner cells have no number, which counts as zero, though they are not said to be impossible
 */
guint
tvx_statistics_table_count_empty (TvxStatisticsTable *self)
{
  guint n_cells, n_known;

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), 0);

  n_cells = count_cells (self);
  n_known = count_inner (self, "counts", NULL) + count_inner (self, "impossible", "counts");
  return n_cells > n_known ? n_cells - n_known : 0;
}

/**
 * tvx_statistics_table_count_outside:
 * @self: a table
 *
 * Returns: how many counts it holds that are in no cell, since its breakdowns have changed
 */
guint
tvx_statistics_table_count_outside (TvxStatisticsTable *self)
{
  GVariant *counts;

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), 0);

  counts = tvx_record_get_value (TVX_RECORD (self), "counts");
  return counts != NULL ? g_variant_n_children (counts) - count_inner (self, "counts", NULL) : 0;
}

/**
 * tvx_statistics_table_get_typed:
 * @self: a table
 * @key: the codes of a sum
 * @total: (out): where to put what was typed
 *
 * Returns: whether somebody typed a total to check the sum by
 */
gboolean
tvx_statistics_table_get_typed (TvxStatisticsTable *self,
                                const char         *key,
                                gint64             *total)
{
  GVariant *totals = tvx_record_get_value (TVX_RECORD (self), "totals");

  return totals != NULL && g_variant_lookup (totals, key, "x", total);
}

/**
 * tvx_statistics_table_get_impossible:
 * @self: a table
 * @key: the codes of an inner cell
 *
 * Returns: whether the combination cannot occur, such as doctoral studies under 18
 */
gboolean
tvx_statistics_table_get_impossible (TvxStatisticsTable *self,
                                     const char         *key)
{
  GVariant *impossible;
  gint64 any;

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), FALSE);

  impossible = tvx_record_get_value (TVX_RECORD (self), "impossible");
  return impossible != NULL && g_variant_lookup (impossible, key, "x", &any);
}

/**
 * tvx_statistics_table_parse_count:
 * @text: what somebody typed or pasted, with spaces between thousands, or the sign of official statistics for zero
 * @count: (out): the count, -1 where there is none
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Returns: whether @text is a count, or empty
 */
gboolean
tvx_statistics_table_parse_count (const char  *text,
                                  gint64      *count,
                                  GError     **error)
{
  static const TvxField field = { "count", TVX_FIELD_INTEGER, N_("Count") };
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GVariant) value = tvx_field_parse (&field, g_str_equal (stripped, "–") ? "0" : stripped, &local_error);

  *count = value != NULL ? g_variant_get_int64 (value) : -1;
  if (local_error == NULL && (value == NULL || *count >= 0))
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("“%s” is not a count. A count is a whole number that is not negative."), stripped);
  return FALSE;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tvx_statistics_table_with_counts:
 * @self: a table
 * @field: one of [func@Tvx.StatisticsTable.get_cell_fields]
 * @changes: counts by the key of their cell, of type a{sx}; negative ones for none
 *
 * Returns: (transfer full): the value that the field has with these counts instead, in the order of the keys
 */
GVariant *
tvx_statistics_table_with_counts (TvxStatisticsTable *self,
                                  const char         *field,
                                  GVariant           *changes)
{
  GVariant *before;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  const char *key;
  GVariant *value;
  gint64 count;

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (self), NULL);

  before = tvx_record_get_value (TVX_RECORD (self), field);
  if (before != NULL)
    {
      g_variant_iter_init (&iter, before);
      while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
        g_hash_table_insert (counts, (gpointer) key, value);
    }
  g_variant_iter_init (&iter, changes);
  while (g_variant_iter_next (&iter, "{&sx}", &key, &count))
    {
      if (count >= 0)
        g_hash_table_insert (counts, (gpointer) key, g_variant_ref_sink (g_variant_new_int64 (count)));
      else
        g_hash_table_remove (counts, key);
    }
  keys = g_hash_table_get_keys_as_ptr_array (counts);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    g_variant_builder_add (builder, "{sv}", keys->pdata[i], g_hash_table_lookup (counts, keys->pdata[i]));
  return g_variant_ref_sink (g_variant_builder_end (builder));
}
