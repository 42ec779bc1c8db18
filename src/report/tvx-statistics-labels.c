/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a statistics table are called. */

#include "report/tvx-statistics-labels.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-category.h"
#include "model/tvx-vocabulary.h"

static const char *
translate (const TvxCatalog *catalog,
           const char       *text)
{
  return catalog != NULL ? tvx_catalog_translate (catalog, text) : _(text);
}

/**
 * tvx_statistics_labels_dup_axis:
 * @catalog: (nullable): words of the language to say it in, %NULL for the user's
 * @record: a table
 * @axis: the number of a breakdown, 0 for gender
 *
 * Returns: (transfer full): what the breakdown is called
 */
char *
tvx_statistics_labels_dup_axis (const TvxCatalog   *catalog,
                                TvxStatisticsTable *record,
                                guint               axis)
{
  g_autoptr (TvxRecord) item = NULL;
  const char *name, *kind;

  if (axis == 0)
    return g_strdup (translate (catalog, N_("Gender")));
  item = g_list_model_get_item (tvx_record_get_list (TVX_RECORD (record), "axes"), axis - 1);
  name = tvx_record_get_text (item, "name");
  kind = tvx_record_get_text (item, "kind");
  if (name != NULL)
    return g_strdup (name);
  return g_strdup (translate (catalog, kind != NULL ? tvx_vocabulary_lookup (&tvx_axis_kinds, kind) != NULL ? tvx_vocabulary_lookup (&tvx_axis_kinds, kind)->label : kind
                                                    : N_("Breakdown")));
}

/**
 * tvx_statistics_labels_dup_node:
 * @catalog: (nullable): words of the language to say it in, %NULL for the user's
 * @record: a table
 * @axis: the number of a breakdown, 0 for gender
 * @code: the code of a category or group of it, or of its total
 *
 * Returns: (transfer full): what it is called: as somebody named it, unless it is one that this program names itself and
 *   that has that name in the user's language
 */
char *
tvx_statistics_labels_dup_node (const TvxCatalog   *catalog,
                                TvxStatisticsTable *record,
                                guint               axis,
                                const char         *code)
{
  const char *known = tvx_axis_preset_get_label_of (code);
  g_autoptr (TvxRecord) item = NULL;
  GListModel *categories;

  if (g_str_equal (code, TVX_CATEGORY_TOTAL))
    return g_strdup (translate (catalog, N_("Total")));
  if (axis == 0)
    return g_strdup (translate (catalog, tvx_statistics_table_get_gender_label (code)));
  item = g_list_model_get_item (tvx_record_get_list (TVX_RECORD (record), "axes"), axis - 1);
  categories = tvx_record_get_list (item, "categories");
  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *name = tvx_record_get_text (category, "name");

      if (g_strcmp0 (tvx_record_get_text (category, "code"), code) != 0 || name == NULL)
        continue;
      /* The name that a preset gave is that of either language. */
      if (known != NULL && (g_str_equal (name, known) || g_str_equal (name, tvx_catalog_translate (tvx_catalog_get ("sv"), known))))
        return g_strdup (translate (catalog, known));
      return g_strdup (name);
    }
  return g_strdup (known != NULL ? translate (catalog, known) : code);
}

/**
 * tvx_statistics_labels_is_content:
 * @catalog: words of the language that @label is said in
 * @code: the code of a category or group, or of the total
 * @label: what it is called
 *
 * Returns: whether that is what somebody wrote, which may be in another language, and not a word of this program
 */
gboolean
tvx_statistics_labels_is_content (const TvxCatalog *catalog,
                                  const char       *code,
                                  const char       *label)
{
  const char *known = tvx_axis_preset_get_label_of (code);

  return !g_str_equal (code, TVX_CATEGORY_TOTAL) && (known == NULL || !g_str_equal (label, tvx_catalog_translate (catalog, known)));
}

/**
 * tvx_statistics_labels_is_axis_content:
 * @record: a table
 * @axis: the number of a breakdown, not that of gender
 *
 * Returns: whether what the breakdown is called is what somebody wrote, and not a word of this program
 */
gboolean
tvx_statistics_labels_is_axis_content (TvxStatisticsTable *record,
                                       guint               axis)
{
  g_autoptr (TvxRecord) item = g_list_model_get_item (tvx_record_get_list (TVX_RECORD (record), "axes"), axis - 1);

  return tvx_record_get_text (item, "name") != NULL;
}
