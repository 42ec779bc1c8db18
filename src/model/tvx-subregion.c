/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-subregion.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "model/tvx-record-private.h"
#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "name", TVX_FIELD_TEXT, N_("Name"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 100 },
  { "municipalities", TVX_FIELD_CODES, N_("Municipalities"), TVX_FIELD_REQUIRED, .vocabulary = &tvx_municipalities },
};

TVX_DEFINE_RECORD (TvxSubregion, tvx_subregion, "subregion", N_("Sub-region"))

/**
 * tvx_subregion_add_to:
 * @self: a sub-region
 * @axis: a breakdown by municipality
 *
 * Adds it to the breakdown as a group, if all its municipalities are there. Its code is the same in every table, so that
 * tables of several projects can be added up.
 */
void
tvx_subregion_add_to (TvxSubregion *self,
                      TvxTableAxis *axis)
{
  g_autoptr (TvxRecord) group = tvx_record_new (TVX_TYPE_CATEGORY);
  GVariant *municipalities, *name;
  g_autofree const char **codes = NULL;

  g_return_if_fail (TVX_IS_SUBREGION (self));
  g_return_if_fail (TVX_IS_TABLE_AXIS (axis));

  municipalities = tvx_record_get_value (TVX_RECORD (self), "municipalities");
  name = tvx_record_get_value (TVX_RECORD (self), "name");
  if (municipalities == NULL || name == NULL)
    return;
  codes = g_variant_get_strv (municipalities, NULL);
  for (guint i = 0; codes[i] != NULL; i++)
    if (tvx_table_axis_find_category (axis, codes[i]) == NULL)
      return;
  tvx_record_set_value (group, tvx_record_get_field (group, "code"),
                        g_variant_new_string (tvx_record_get_text (TVX_RECORD (self), "id")));
  tvx_record_set_value (group, tvx_record_get_field (group, "name"), name);
  tvx_record_set_value (group, tvx_record_get_field (group, "of"), municipalities);
  tvx_record_insert (TVX_RECORD (axis), tvx_record_get_field (TVX_RECORD (axis), "categories"), G_MAXUINT, group);
}
