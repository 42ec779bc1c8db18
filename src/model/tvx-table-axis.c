/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-table-axis.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-breakdown.h"
#include "model/tvx-category.h"
#include "model/tvx-record-private.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "kind", TVX_FIELD_ENUM, N_("Breakdown"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .vocabulary = &tvx_axis_kinds, .follow = tvx_breakdown_follow_kind },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_TITLE, .max_length = 100, .when = "kind", .when_code = "other", .follow = tvx_breakdown_follow_kind,
    .help = N_("What another breakdown is called") },
  { "categories", TVX_FIELD_LIST, N_("Categories"), TVX_FIELD_REQUIRED, .get_type = tvx_category_get_type },
};

/* Those of a known kind come with categories, from a menu. */
static void
begin (TvxRecord *self)
{
  tvx_record_set_value (self, tvx_record_get_field (self, "kind"), g_variant_new_string ("other"));
}

TVX_DEFINE_RECORD_WITH_CODE (TvxTableAxis, tvx_table_axis, "table_axis", N_("Breakdown"), record_class->begin = begin)

/* What stands for all categories of a kind of breakdown, after “Women,”. */
static const TvxTerm totals[] = {
  { "age", N_("all ages") },
  { "municipality", N_("all municipalities") },
  { "urban_rural", N_("all kinds of municipalities") },
  { "country_of_birth", N_("all countries of birth") },
  { "education", N_("all levels of education") },
  { "employment", N_("employed or not") },
  { "disability", N_("with and without disability") },
  { "socioeconomy", N_("all socioeconomic conditions") },
};
static TvxVocabulary total_vocabulary = TVX_VOCABULARY ("total", totals);

/**
 * tvx_table_axis_find_category:
 * @self: a breakdown
 * @code: the code of a category or group
 *
 * Returns: (transfer none) (nullable): it
 */
TvxRecord *
tvx_table_axis_find_category (TvxTableAxis *self,
                              const char   *code)
{
  GListModel *categories;

  g_return_val_if_fail (TVX_IS_TABLE_AXIS (self), NULL);

  categories = tvx_record_get_list (TVX_RECORD (self), "categories");
  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);

      if (g_strcmp0 (tvx_record_get_text (category, "code"), code) == 0)
        return category; /* its list keeps it */
    }
  return NULL;
}

/**
 * tvx_table_axis_is_part:
 * @self: a breakdown
 * @code: the code of a category
 * @whole: the code of a category or group, or of the total
 *
 * Returns: whether @whole has @code in it, directly or in a group that stands before it
 */
gboolean
tvx_table_axis_is_part (TvxTableAxis *self,
                        const char   *code,
                        const char   *whole)
{
  GListModel *categories;
  g_autoptr (GHashTable) holding = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (TVX_IS_TABLE_AXIS (self), FALSE);

  if (g_str_equal (whole, TVX_CATEGORY_TOTAL))
    return TRUE;
  g_hash_table_add (holding, (gpointer) code);
  categories = tvx_record_get_list (TVX_RECORD (self), "categories");
  for (guint i = 0; !g_hash_table_contains (holding, whole) && i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) group = g_list_model_get_item (categories, i);
      const char *group_code = tvx_record_get_text (group, "code");
      GVariant *of = tvx_record_get_value (group, "of");
      g_autofree const char **codes = of != NULL ? g_variant_get_strv (of, NULL) : NULL;

      for (guint j = 0; group_code != NULL && codes != NULL && codes[j] != NULL; j++)
        if (g_hash_table_contains (holding, codes[j]))
          g_hash_table_add (holding, (gpointer) group_code);
    }
  return g_hash_table_contains (holding, whole);
}

/**
 * tvx_table_axis_dup_name_of:
 * @self: a breakdown
 * @code: the code of a category or group, or of the total
 *
 * Returns: (transfer full): what it is called within a sentence in the user's language; @code where it is none of the breakdown
 */
char *
tvx_table_axis_dup_name_of (TvxTableAxis *self,
                            const char   *code)
{
  const char *kind = tvx_record_get_text (TVX_RECORD (self), "kind");
  const char *known = tvx_axis_preset_get_label_of (code);
  TvxRecord *category = tvx_table_axis_find_category (self, code);
  const char *name = category != NULL ? tvx_record_get_text (category, "name") : NULL;

  if (g_str_equal (code, TVX_CATEGORY_TOTAL))
    /* Translators: all categories of a breakdown, after “Women,”. */
    return g_strdup (kind != NULL && tvx_vocabulary_lookup (&total_vocabulary, kind) != NULL
                       ? tvx_vocabulary_get_label (&total_vocabulary, kind)
                       : _("all"));
  if (name != NULL && g_strcmp0 (name, known) != 0)
    return g_strdup (name);
  return g_strdup (known != NULL ? _(known) : code);
}

/**
 * tvx_table_axis_is_sensitive:
 * @self: a breakdown
 *
 * Returns: whether it tells of health or of ethnic background, which ask for stronger protection (GDPR, article 9)
 */
gboolean
tvx_table_axis_is_sensitive (TvxTableAxis *self)
{
  static const char *const sensitive[] = { "disability", "country_of_birth", NULL };
  const char *kind = tvx_record_get_text (TVX_RECORD (self), "kind");

  g_return_val_if_fail (TVX_IS_TABLE_AXIS (self), FALSE);

  return kind != NULL && g_strv_contains (sensitive, kind);
}

/**
 * tvx_table_axis_get_key:
 * @self: a breakdown
 *
 * Returns: (transfer none) (nullable): what makes it the same breakdown in several tables: its kind, or its name
 *   where it is of another kind than the program knows
 */
const char *
tvx_table_axis_get_key (TvxTableAxis *self)
{
  const char *kind = tvx_record_get_text (TVX_RECORD (self), "kind");
  const char *name = tvx_record_get_text (TVX_RECORD (self), "name");

  g_return_val_if_fail (TVX_IS_TABLE_AXIS (self), NULL);

  return name != NULL && (kind == NULL || g_str_equal (kind, "other")) ? name : kind;
}
