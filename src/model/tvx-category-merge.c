/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the statistics tables of a project smaller, so that less of them must be hidden from readers. All tables that are
 * broken down by the same become smaller together, since they count the same people. */

#include "model/tvx-category-merge.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-category.h"
#include "model/tvx-model-error.h"
#include "model/tvx-statistics-table.h"
#include "model/tvx-table-axis.h"
#include "model/tvx-table-cells.h"

/* What becomes of two categories of a breakdown. Where both are the same one, only its code is another. */
typedef struct
{
  guint       axis; /* its place in the keys of cells */
  const char *first;
  const char *second;
  const char *merged;
} Shorter;

/* The key of the cell that a cell becomes part of. */
static char *
dup_shorter_key (const char *key,
                 gboolean   *is_part,
                 gpointer    data)
{
  const Shorter *self = data;
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

  *is_part = g_strv_length (codes) > self->axis && (g_str_equal (codes[self->axis], self->first) || g_str_equal (codes[self->axis], self->second));
  if (*is_part)
    g_set_str (&codes[self->axis], self->merged);
  return g_strjoinv (TVX_CATEGORY_SEPARATOR, codes);
}

/* A total that was typed for one of two categories says nothing of both together, and where only one of them cannot occur,
 * both together can. */
static gboolean
shorten_all (Shorter    *self,
             TvxRecord  *table,
             TvxEditor  *editor,
             GError    **error)
{
  const char *const *fields = tvx_statistics_table_get_cell_fields ();
  guint n_parts = g_str_equal (self->first, self->second) ? 1 : 2;

  for (guint i = 0; fields[i] != NULL; i++)
    if (!tvx_table_cells_change (TVX_STATISTICS_TABLE (table), fields[i], dup_shorter_key, g_str_equal (fields[i], "counts") ? 1 : n_parts,
                                 self, editor, error))
      return FALSE;
  return TRUE;
}

/* Groups of both hold the merged category instead; one of only one of them, or of nothing else, is no more. */
static gboolean
merge_in_groups (const Shorter  *self,
                 TvxTableAxis   *axis,
                 TvxEditor      *editor,
                 GError        **error)
{
  GListModel *categories = tvx_record_get_list (TVX_RECORD (axis), "categories");
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) group = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (group, "code");
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) parts = NULL;
      gboolean first, second;

      if (tvx_record_get_value (group, "of") == NULL || code == NULL)
        continue;
      first = tvx_table_axis_is_part (axis, self->first, code);
      second = tvx_table_axis_is_part (axis, self->second, code);
      if (!first && !second)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);
          const char *part = tvx_record_get_text (category, "code");

          if (part != NULL && tvx_record_get_value (category, "of") == NULL && !g_str_equal (part, self->second) &&
              tvx_table_axis_is_part (axis, part, code))
            g_strv_builder_add (builder, g_str_equal (part, self->first) ? self->merged : part);
        }
      parts = g_strv_builder_end (builder);
      if (first != second || g_strv_length (parts) < 2)
        g_ptr_array_add (gone, group);
      else if (!tvx_editor_set (editor, group, "of", g_variant_new_strv ((const char *const *) parts, -1), error))
        return FALSE;
    }
  for (guint i = 0; i < gone->len; i++)
    if (!tvx_editor_remove (editor, gone->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The ages that a code stands for, as “0-17” or “55+”. */
static gboolean
read_ages (const char *code,
           guint64    *from,
           guint64    *until)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*code))
    return FALSE;
  *from = g_ascii_strtoull (code, &end, 10);
  *until = G_MAXUINT64;
  if (g_str_equal (end, "+"))
    return TRUE;
  if (*end != '-' || !g_ascii_isdigit (end[1]))
    return FALSE;
  *until = g_ascii_strtoull (end + 1, &end, 10);
  return *end == '\0';
}

/* Ages that follow each other are an age class again; of other categories, both are named. */
static void
name_merged (TvxRecord  *first,
             TvxRecord  *second,
             char      **code,
             char      **name)
{
  const char *codes[] = { tvx_record_get_text (first, "code"), tvx_record_get_text (second, "code") };
  const char *known;
  guint64 from, until, next, last;

  if (read_ages (codes[0], &from, &until) && read_ages (codes[1], &next, &last) && next == until + 1)
    {
      *code = last == G_MAXUINT64 ? g_strdup_printf ("%" G_GUINT64_FORMAT "+", from)
                                  : g_strdup_printf ("%" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT, from, last);
      known = tvx_axis_preset_get_label_of (*code);
      if (known != NULL)
        *name = g_strdup (_(known));
      else if (last == G_MAXUINT64)
        /* Translators: an age class. */
        *name = g_strdup_printf (_("%u and older"), (guint) from);
      else if (from == 0)
        /* Translators: an age class. */
        *name = g_strdup_printf (_("Under %u"), (guint) last + 1);
      else
        /* Translators: an age class. */
        *name = g_strdup_printf (_("%u–%u"), (guint) from, (guint) last);
      return;
    }
  *code = g_strdup_printf ("%s_%s", codes[0], codes[1]);
  /* Translators: two categories that have become one, as “Primary and secondary school”. */
  *name = g_strdup_printf (_("%s and %s"), tvx_record_get_text (first, "name"), tvx_record_get_text (second, "name"));
}

static gboolean
merge_in_table (TvxRecord     *table,
                guint          position,
                TvxTableAxis  *axis,
                const char    *first_code,
                const char    *second_code,
                TvxEditor     *editor,
                GError       **error)
{
  TvxRecord *first = tvx_table_axis_find_category (axis, first_code);
  TvxRecord *second = tvx_table_axis_find_category (axis, second_code);
  g_autofree char *code = NULL, *name = NULL;

  if (first == NULL || second == NULL)
    return TRUE;
  name_merged (first, second, &code, &name);
  Shorter shorter = { position + 1, first_code, second_code, code };
  return shorten_all (&shorter, table, editor, error) && merge_in_groups (&shorter, axis, editor, error) &&
         tvx_editor_set (editor, first, "code", g_variant_new_string (code), error) &&
         tvx_editor_set (editor, first, "name", g_variant_new_string (name), error) &&
         tvx_editor_remove (editor, second, error);
}

static gboolean
shorten (TvxProject  *project,
         TvxEditor   *editor,
         const char  *key,
         const char  *first,
         const char  *second,
         GError     **error)
{
  GListModel *tables = tvx_record_get_list (TVX_RECORD (project), "statistics");

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (TvxRecord) table = g_list_model_get_item (tables, i);
      GListModel *axes = tvx_record_get_list (table, "axes");

      for (guint j = 0; j < g_list_model_get_n_items (axes); j++)
        {
          g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, j);

          if (g_strcmp0 (tvx_table_axis_get_key (axis), key) != 0)
            continue;
          if (first != NULL ? !merge_in_table (table, j, axis, first, second, editor, error)
                            : !tvx_editor_remove (editor, TVX_RECORD (axis), error))
            return FALSE;
          break;
        }
    }
  return TRUE;
}

/**
 * tvx_category_merge:
 * @project: a project
 * @editor: the editor of the register
 * @axis: what makes a breakdown the same in several tables, see [method@Tvx.TableAxis.get_key]
 * @first: (nullable): the code of a category, %NULL to leave the breakdown out
 * @second: (nullable): the code of the category after it
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Makes one category of two in all tables of the project that have them, with the sums of their counts; or leaves the
 * breakdown out of all tables. It is one step that can be undone.
 *
 * Returns: whether it was done; if not, nothing has changed
 */
gboolean
tvx_category_merge (TvxProject  *project,
                    TvxEditor   *editor,
                    const char  *axis,
                    const char  *first,
                    const char  *second,
                    GError     **error)
{
  g_return_val_if_fail (TVX_IS_PROJECT (project), FALSE);
  g_return_val_if_fail ((first == NULL) == (second == NULL), FALSE);

  tvx_editor_begin (editor, first != NULL ? _("Merge Categories") : _("Leave Out Breakdown"));
  if (!shorten (project, editor, axis, first, second, error))
    {
      tvx_editor_cancel (editor);
      return FALSE;
    }
  tvx_editor_end (editor);
  return TRUE;
}

static gboolean
has_numbers (TvxRecord  *table,
             guint       axis,
             const char *code)
{
  const char *const *fields = tvx_statistics_table_get_cell_fields ();

  for (guint i = 0; fields[i] != NULL; i++)
    {
      GVariant *counts = tvx_record_get_value (table, fields[i]);
      GVariantIter iter;
      const char *key;

      if (counts == NULL)
        continue;
      g_variant_iter_init (&iter, counts);
      while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
        {
          g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);

          if (g_strv_length (codes) > axis && g_str_equal (codes[axis], code))
            return TRUE;
        }
    }
  return FALSE;
}

/* Has the groups name a category by another code, or tells only whether any of them names it. */
static gboolean
rename_in_groups (TvxRecord  *axis,
                  const char *code,
                  const char *renamed,
                  TvxEditor  *editor)
{
  GListModel *categories = tvx_record_get_list (axis, "categories");
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) group = g_list_model_get_item (categories, i);
      GVariant *of = tvx_record_get_value (group, "of");
      g_autofree const char **parts = of != NULL ? g_variant_get_strv (of, NULL) : NULL;
      gboolean has = parts != NULL && g_strv_contains (parts, code);

      any |= has;
      if (!has || editor == NULL)
        continue;
      for (guint j = 0; parts[j] != NULL; j++)
        if (g_str_equal (parts[j], code))
          parts[j] = renamed;
      tvx_editor_set (editor, group, "of", g_variant_new_strv (parts, -1), NULL);
    }
  return any;
}

/**
 * tvx_category_follow_code: (skip)
 * @category: a category of a statistics table
 * @value: (nullable): the code that it is about to get
 * @editor: the editor of the register
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Brings the numbers of a category, and the groups that it is in, to its new code.
 *
 * Returns: whether the category can have that code; if not, nothing has changed
 */
gboolean
tvx_category_follow_code (TvxRecord  *category,
                          GVariant   *value,
                          TvxEditor  *editor,
                          GError    **error)
{
  const char *code = tvx_record_get_text (category, "code");
  const char *renamed = value != NULL ? g_variant_get_string (value, NULL) : NULL;
  TvxRecord *axis = tvx_record_get_parent (category);
  TvxRecord *table = axis != NULL ? tvx_record_get_parent (axis) : NULL;
  TvxRecord *other;
  guint position;

  if (table == NULL || code == NULL || !tvx_record_get_position (axis, &position))
    return TRUE;
  Shorter shorter = { position + 1, code, code, renamed };

  other = renamed != NULL ? tvx_table_axis_find_category (TVX_TABLE_AXIS (axis), renamed) : NULL;
  if (other != NULL && other != category)
    {
      g_autofree char *name = tvx_record_dup_title (other);

      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("“%s” is already the code of “%s”."), renamed, name);
      return FALSE;
    }
  if (!has_numbers (table, shorter.axis, code) && !rename_in_groups (axis, code, NULL, NULL))
    return TRUE;
  if (renamed == NULL)
    {
      g_set_error_literal (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("The category has numbers, or is part of a group, and needs a code."));
      return FALSE;
    }
  if (has_numbers (table, shorter.axis, renamed))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("The table still has numbers of another category with the code “%s”, which was removed. Choose another code."), renamed);
      return FALSE;
    }
  rename_in_groups (axis, code, renamed, editor);
  return shorten_all (&shorter, table, editor, error);
}
