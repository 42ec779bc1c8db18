/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-table-axis.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "kind", TVX_FIELD_ENUM, N_("Breakdown"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .vocabulary = &tvx_axis_kinds },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_TITLE, .max_length = 100, .help = N_("What another breakdown is called") },
  { "categories", TVX_FIELD_LIST, N_("Categories"), TVX_FIELD_REQUIRED, .get_type = tvx_category_get_type },
};

TVX_DEFINE_RECORD (TvxTableAxis, tvx_table_axis, "table_axis", N_("Breakdown"))

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
