/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-field-text.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"
#include "report/tvx-format.h"

static const char *
get_code_label (const TvxCatalog *catalog,
                const TvxField   *field,
                const char       *code)
{
  const TvxTerm *term = tvx_vocabulary_lookup (field->vocabulary, code);

  if (term == NULL)
    return code;
  return field->vocabulary->resource != NULL ? term->label : tvx_catalog_translate (catalog, term->label);
}

static char *
get_codes_text (const TvxCatalog *catalog,
                const TvxField   *field,
                GVariant         *value)
{
  g_autofree const char **codes = g_variant_get_strv (value, NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    codes[i] = get_code_label (catalog, field, codes[i]);
  return g_strjoinv (", ", (char **) codes);
}

/**
 * tvx_field_text:
 * @catalog: words of the report's language
 * @record: a record
 * @field: a field of it that holds a value and no reference
 *
 * Says in the report's language what a field holds. Texts stay in the language they were written in.
 *
 * Returns: (transfer full) (nullable): the text, %NULL where the field is empty
 */
char *
tvx_field_text (const TvxCatalog *catalog,
                TvxRecord        *record,
                const TvxField   *field)
{
  GVariant *value = tvx_record_get_value (record, field->name);

  if (value == NULL)
    return NULL;

  switch (field->kind)
    {
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
      return g_strdup (get_code_label (catalog, field, g_variant_get_string (value, NULL)));
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_COUNTS:
      return tvx_field_format (field, value);
    case TVX_FIELD_CODES:
      return get_codes_text (catalog, field, value);
    case TVX_FIELD_DATE:
      return tvx_format_date (catalog, g_variant_get_string (value, NULL));
    case TVX_FIELD_MONEY:
      return tvx_format_money (catalog, g_variant_get_int64 (value), "SEK");
    case TVX_FIELD_INTEGER:
      return tvx_format_integer (catalog, g_variant_get_int64 (value));
    case TVX_FIELD_DECIMAL:
      return tvx_format_decimal_text (catalog, g_variant_get_string (value, NULL));
    case TVX_FIELD_BOOLEAN:
      return g_strdup (tvx_catalog_translate (catalog, g_variant_get_boolean (value) ? N_("yes") : N_("no")));
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
      return g_variant_dup_string (value, NULL);
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      g_return_val_if_reached (NULL);
    }
}
