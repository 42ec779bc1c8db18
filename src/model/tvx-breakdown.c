/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of a statistics table, when it gets another breakdown, loses one, or has them in another order. A breakdown that
 * was added and is removed again leaves the table as it was. */

#include "model/tvx-breakdown.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "model/tvx-model-error.h"
#include "model/tvx-refused.h"
#include "model/tvx-statistics-table.h"
#include "model/tvx-table-axis.h"
#include "model/tvx-table-cells.h"

typedef struct
{
  TvxStatisticsTable *table; /* as it was before */
  TvxTableAxis       *axis;
  guint               n_codes;
  guint               from; /* the place of the breakdown in the keys of cells */
  guint               to;
} Breakdown;

static char *
join (GPtrArray *codes)
{
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (TVX_CATEGORY_SEPARATOR, (char **) codes->pdata);
}

static char *
dup_without (char  **codes,
             guint   place)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (i != place)
      g_ptr_array_add (rest, codes[i]);
  return join (rest);
}

static char *
dup_with (char       **codes,
          guint        place,
          const char  *code)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (all, codes[i]);
  g_ptr_array_insert (all, (int) place, (gpointer) code);
  return join (all);
}

static gboolean
is_category (TvxTableAxis *axis,
             const char   *code)
{
  TvxRecord *category = tvx_table_axis_find_category (axis, code);

  return category != NULL && tvx_record_get_value (category, "of") == NULL;
}

/* Those that are no groups. */
static GPtrArray *
list_categories (TvxTableAxis *axis)
{
  GListModel *categories = tvx_record_get_list (TVX_RECORD (axis), "categories");
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (category, "code");

      if (code != NULL && tvx_record_get_value (category, "of") == NULL)
        g_ptr_array_add (codes, (gpointer) code);
    }
  return codes;
}

static gboolean
apply (Breakdown        *self,
       const char       *field,
       GVariantBuilder  *builder,
       TvxEditor        *editor,
       GError          **error)
{
  g_autoptr (GVariant) changes = g_variant_ref_sink (g_variant_builder_end (builder));
  g_autoptr (GVariant) after = NULL;

  if (g_variant_n_children (changes) == 0)
    return TRUE;
  after = tvx_statistics_table_with_counts (self->table, field, changes);
  return tvx_editor_set (editor, TVX_RECORD (self->table), field, after, error);
}

/* What is known of a cell before the breakdown is there is known of the sum over it. */
static char *
dup_total_key (const char *key,
               gboolean   *is_part,
               gpointer    data)
{
  Breakdown *self = data;
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  return g_strv_length (codes) == self->n_codes ? dup_with (codes, self->to, TVX_CATEGORY_TOTAL) : g_strdup (key);
}

static gboolean
make_totals (Breakdown  *self,
             TvxEditor  *editor,
             guint      *n_totals,
             GError    **error)
{
  GVariant *before = tvx_record_get_value (TVX_RECORD (self->table), "counts");
  g_autoptr (GVariantBuilder) counts = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GVariantBuilder) totals = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (before != NULL)
    g_variant_iter_init (&iter, before);
  while (before != NULL && g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) owned = value;

      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) || !tvx_statistics_table_is_inner (self->table, key, G_MAXUINT))
        continue;
      g_variant_builder_add (counts, "{sx}", key, (gint64) -1);
      g_variant_builder_add (totals, "{sx}", key, g_variant_get_int64 (value));
      (*n_totals)++;
    }
  return apply (self, "counts", counts, editor, error) && apply (self, "totals", totals, editor, error) &&
         tvx_table_cells_change (self->table, "totals", dup_total_key, 1, self, editor, error);
}

/* What cannot occur at all cannot occur in any of its categories either. */
static gboolean
spread_impossible (Breakdown  *self,
                   TvxEditor  *editor,
                   GError    **error)
{
  GVariant *before = tvx_record_get_value (TVX_RECORD (self->table), "impossible");
  g_autoptr (GVariantBuilder) impossible = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GPtrArray) categories = list_categories (self->axis);
  GVariantIter iter;
  const char *key;

  if (before == NULL || categories->len == 0)
    return TRUE;
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    {
      g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

      if (!tvx_statistics_table_is_inner (self->table, key, G_MAXUINT))
        continue;
      g_variant_builder_add (impossible, "{sx}", key, (gint64) -1);
      for (guint i = 0; i < categories->len; i++)
        {
          g_autofree char *spread = dup_with (codes, self->to, categories->pdata[i]);

          g_variant_builder_add (impossible, "{sx}", spread, (gint64) 1);
        }
    }
  return apply (self, "impossible", impossible, editor, error);
}

static gboolean
add (Breakdown  *self,
     TvxEditor  *editor,
     char      **news,
     GError    **error)
{
  guint n_totals = 0;

  if (!make_totals (self, editor, &n_totals, error) || !spread_impossible (self, editor, error))
    return FALSE;
  if (n_totals > 0)
    *news = g_strdup (_("The numbers are totals now"));
  return TRUE;
}

static char *
dup_sum_key (const char *key,
             gboolean   *is_part,
             gpointer    data)
{
  Breakdown *self = data;
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  *is_part = tvx_statistics_table_is_inner (self->table, key, G_MAXUINT);
  return *is_part ? dup_without (codes, self->from) : g_strdup (key);
}

/* Of typed totals stays what was said of all of the breakdown, or of each of its categories. */
static char *
dup_rest_key (const char *key,
              gboolean   *is_part,
              gpointer    data)
{
  Breakdown *self = data;
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  if (g_strv_length (codes) != self->n_codes)
    return g_strdup (key);
  *is_part = !g_str_equal (codes[self->from], TVX_CATEGORY_TOTAL);
  if (*is_part && (!is_category (self->axis, codes[self->from]) || tvx_statistics_table_is_inner (self->table, key, G_MAXUINT)))
    return NULL;
  return dup_without (codes, self->from);
}

/* A total that was typed for what is a cell now is its number, where its parts have none. */
static gboolean
take_totals (Breakdown  *self,
             TvxEditor  *editor,
             guint      *n_numbers,
             guint      *n_left_out,
             GError    **error)
{
  GVariant *numbers = tvx_record_get_value (TVX_RECORD (self->table), "counts");
  GVariant *before = tvx_record_get_value (TVX_RECORD (self->table), "totals");
  g_autoptr (GVariantBuilder) counts = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  g_autoptr (GVariantBuilder) totals = g_variant_builder_new (G_VARIANT_TYPE ("a{sx}"));
  GVariantIter iter;
  const char *key;
  GVariant *value;

  *n_numbers += numbers != NULL ? g_variant_n_children (numbers) : 0;
  if (before == NULL)
    return TRUE;
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) owned = value;
      g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
      g_autofree char *cell = NULL;
      gint64 number;

      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) || g_strv_length (codes) != self->n_codes ||
          !g_str_equal (codes[self->from], TVX_CATEGORY_TOTAL) || !tvx_statistics_table_is_inner (self->table, key, self->from))
        continue;
      g_variant_builder_add (totals, "{sx}", key, (gint64) -1);
      cell = dup_without (codes, self->from);
      if (numbers != NULL && g_variant_lookup (numbers, cell, "x", &number))
        {
          *n_left_out += number != g_variant_get_int64 (value);
          continue;
        }
      g_variant_builder_add (counts, "{sx}", cell, g_variant_get_int64 (value));
      (*n_numbers)++;
    }
  return apply (self, "counts", counts, editor, error) && apply (self, "totals", totals, editor, error);
}

static char *
dup_news (TvxTableAxis *axis,
          guint         n_left_out)
{
  const char *name = tvx_record_get_text (TVX_RECORD (axis), "name");
  g_autofree char *title = name != NULL ? g_strdup (name) : tvx_record_dup_title (TVX_RECORD (axis));

  /* Short, since a narrow window cuts it off. */
  if (n_left_out == 0)
    /* Translators: %s is what a table was broken down by, as “Age”. */
    return g_strdup_printf (_("Summed over “%s”"), title);
  /* Translators: how many totals did not agree with the sum, or were words; %s is what a table was broken down by, as “Age”. */
  return g_strdup_printf (ngettext ("%u total or text is gone, the rest is summed over “%s”",
                                    "%u totals or texts are gone, the rest is summed over “%s”", n_left_out),
                          n_left_out, title);
}

static gboolean
sum_up (Breakdown  *self,
        TvxEditor  *editor,
        char      **news,
        GError    **error)
{
  g_autoptr (GPtrArray) categories = list_categories (self->axis);
  guint n_numbers = 0;
  guint n_left_out = tvx_refused_count_cells (editor, self->table, self->axis);

  if (!tvx_table_cells_change (self->table, "counts", dup_sum_key, 1, self, editor, error) ||
      !take_totals (self, editor, &n_numbers, &n_left_out, error) ||
      !tvx_table_cells_change (self->table, "totals", dup_rest_key, MAX (categories->len, 2), self, editor, error) ||
      !tvx_table_cells_change (self->table, "impossible", dup_sum_key, MAX (categories->len, 1), self, editor, error))
    return FALSE;
  if (n_numbers > 0 || n_left_out > 0)
    *news = dup_news (self->axis, n_left_out);
  return TRUE;
}

static char *
dup_moved_key (const char *key,
               gboolean   *is_part,
               gpointer    data)
{
  Breakdown *self = data;
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
  g_autofree char *rest = NULL;
  g_auto (GStrv) rest_codes = NULL;

  if (g_strv_length (codes) != self->n_codes)
    return g_strdup (key);
  rest = dup_without (codes, self->from);
  rest_codes = g_strsplit (rest, TVX_CATEGORY_SEPARATOR, -1);
  return dup_with (rest_codes, self->to, codes[self->from]);
}

static gboolean
move (Breakdown  *self,
      TvxEditor  *editor,
      GError    **error)
{
  const char *const *fields = tvx_statistics_table_get_cell_fields ();

  for (guint i = 0; fields[i] != NULL; i++)
    if (!tvx_table_cells_change (self->table, fields[i], dup_moved_key, 1, self, editor, error))
      return FALSE;
  return TRUE;
}

/**
 * tvx_breakdown_follow_axis: (skip)
 * @table: a statistics table
 * @axis: a breakdown
 * @from: its position in the table, %G_MAXUINT where it is about to be added
 * @to: its position to be, %G_MAXUINT where it is about to be removed
 * @editor: the editor of the register
 * @news: (out): what has become of the numbers, where a person should hear of it
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Brings the numbers of a table along: they move with their breakdown, are summed over one that goes, and become totals to
 * check by over one that comes, since nobody knows yet how they are broken down by it.
 *
 * Returns: whether the table may be changed
 */
gboolean
tvx_breakdown_follow_axis (TvxRecord  *table,
                           TvxRecord  *axis,
                           guint       from,
                           guint       to,
                           TvxEditor  *editor,
                           char      **news,
                           GError    **error)
{
  guint n_axes = g_list_model_get_n_items (tvx_record_get_list (table, "axes"));
  Breakdown self = { TVX_STATISTICS_TABLE (table), TVX_TABLE_AXIS (axis), n_axes + 1, from + 1, MIN (to, n_axes) + 1 };

  if (from == G_MAXUINT)
    return add (&self, editor, news, error);
  if (to == G_MAXUINT)
    return sum_up (&self, editor, news, error);
  self.to = MIN (to, n_axes - 1) + 1;
  return move (&self, editor, error);
}

/**
 * tvx_breakdown_follow_kind: (skip)
 * @axis: a breakdown of a statistics table
 * @value: (nullable): the kind, or the name, that it is about to get
 * @editor: the editor of the register
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Returns: whether no other breakdown of the table is the same then
 */
gboolean
tvx_breakdown_follow_kind (TvxRecord  *axis,
                           GVariant   *value,
                           TvxEditor  *editor,
                           GError    **error)
{
  const char *key = value != NULL ? g_variant_get_string (value, NULL) : NULL;
  TvxRecord *table = tvx_record_get_parent (axis);
  GListModel *axes = table != NULL ? tvx_record_get_list (table, "axes") : NULL;

  /* There may be several of another kind, which their names tell apart. */
  for (guint i = 0; key != NULL && !g_str_equal (key, "other") && axes != NULL && i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxTableAxis) other = g_list_model_get_item (axes, i);

      if (TVX_RECORD (other) == axis || g_strcmp0 (tvx_table_axis_get_key (other), key) != 0)
        continue;
      g_set_error_literal (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("The table is already broken down by this."));
      return FALSE;
    }
  return TRUE;
}

static TvxRecord *
find_axis (TvxRecord *table,
           TvxRecord *axis)
{
  return tvx_record_find_item (tvx_record_get_list (table, "axes"), tvx_record_get_id (axis), NULL);
}

/* What a category of @from is called in @to, another version of the breakdown. Another category that has taken its code is not
 * the same. */
static char *
translate_code (TvxRecord  *from,
                const char *code,
                TvxRecord  *to)
{
  TvxRecord *category = tvx_table_axis_find_category (TVX_TABLE_AXIS (from), code);
  TvxRecord *other = NULL;

  if (category != NULL)
    other = tvx_record_find_item (tvx_record_get_list (to, "categories"), tvx_record_get_id (category), NULL);
  if (other != NULL && tvx_record_get_text (other, "code") != NULL)
    return g_strdup (tvx_record_get_text (other, "code"));
  return category != NULL && tvx_table_axis_find_category (TVX_TABLE_AXIS (to), code) != NULL
           ? g_strconcat (code, TVX_CATEGORY_TOTAL, NULL)
           : g_strdup (code);
}

/**
 * tvx_breakdown_translate_key: (skip)
 * @from: a version of a statistics table
 * @key: the key of a cell in @from
 * @to: another version of the table
 *
 * Breakdowns and categories are known by their ids, wherever they stand and whatever their codes are. Over a breakdown that
 * only @to has, the cell is a total; the codes of those that it does not have follow at the end. So a cell that @to does not
 * have never becomes another one.
 *
 * Returns: (transfer full): the key of the cell in @to
 */
char *
tvx_breakdown_translate_key (TvxRecord  *from,
                             const char *key,
                             TvxRecord  *to)
{
  GListModel *from_axes = tvx_record_get_list (from, "axes");
  GListModel *to_axes = tvx_record_get_list (to, "axes");
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
  g_autoptr (GPtrArray) translated = g_ptr_array_new_with_free_func (g_free);

  if (g_strv_length (codes) != g_list_model_get_n_items (from_axes) + 1)
    return g_strdup (key);
  g_ptr_array_add (translated, g_strdup (codes[0]));
  for (guint i = 0; i < g_list_model_get_n_items (to_axes); i++)
    {
      g_autoptr (TvxRecord) to_axis = g_list_model_get_item (to_axes, i);
      TvxRecord *axis = find_axis (from, to_axis);
      guint position;

      if (axis != NULL && tvx_record_get_position (axis, &position))
        g_ptr_array_add (translated, translate_code (axis, codes[position + 1], to_axis));
      else
        g_ptr_array_add (translated, g_strdup (TVX_CATEGORY_TOTAL));
    }
  for (guint i = 0; i < g_list_model_get_n_items (from_axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (from_axes, i);

      if (find_axis (to, axis) == NULL)
        g_ptr_array_add (translated, g_strdup (codes[i + 1]));
    }
  return join (translated);
}
