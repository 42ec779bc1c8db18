/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the value of a field is read from what a person writes, and how it is said. */

#include "model/tvx-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-date.h"
#include "model/tvx-decimal.h"
#include "model/tvx-model-error.h"
#include "model/tvx-normalize.h"
#include "model/tvx-typography.h"
#include "model/tvx-vocabulary.h"

/* Takes the unit off the end of an amount of money, and tells how many kronor it stands for. */
static gint64
cut_unit (GString *text)
{
  static const struct
  {
    const char *name;
    gint64      kronor;
  } units[] = {
    { "mnkr", 1000000 },
    { "mkr", 1000000 },
    { "tkr", 1000 },
    { "kronor", 1 },
    { "kr", 1 },
    { "kr.", 1 },
    { "sek", 1 },
    { ":-", 1 },
    { ",-", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].name);

      if (text->len < length || g_ascii_strcasecmp (text->str + text->len - length, units[i].name) != 0)
        continue;
      g_string_truncate (text, text->len - length);
      return units[i].kronor;
    }
  return 1;
}

/* An amount with a unit that is made for decimals, as "1,5 mnkr", or with no öre to speak of, as "1 500,00". */
static gboolean
read_decimals (const char *text,
               gint64      kronor,
               gint64     *number)
{
  gint64 millionths;

  if (strchr (text, '%') != NULL || !tvx_decimal_read (text, &millionths) ||
      __builtin_mul_overflow (millionths, kronor, number) || *number % TVX_DECIMAL_ONE != 0)
    return FALSE;
  /* A point and three digits may be a decimal or a thousand. */
  if (kronor == 1 && !g_str_has_suffix (text, ",00") && !g_str_has_suffix (text, ".00"))
    return FALSE;
  *number /= TVX_DECIMAL_ONE;
  return TRUE;
}

static GVariant *
parse_number (TvxFieldKind   kind,
              const char    *text,
              GError       **error)
{
  g_autoptr (GString) amount = g_string_new (NULL);
  gint64 kronor = 1, number;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (amount, c == 0x2212 ? '-' : c);
    }
  if (kind == TVX_FIELD_MONEY)
    kronor = cut_unit (amount);
  if ((g_ascii_string_to_signed (amount->str, 10, -TVX_NUMBER_MAX, TVX_NUMBER_MAX, &number, NULL) &&
       !__builtin_mul_overflow (number, kronor, &number)) ||
      (kind == TVX_FIELD_MONEY && read_decimals (amount->str, kronor, &number)))
    return g_variant_new_int64 (number);
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not a whole number. Write it as 1\302\240250\302\240000."), text);
  return NULL;
}

static GVariant *
parse_boolean (const char  *text,
               GError     **error)
{
  const char *yes[] = { "true", "yes", "1", _("yes") };
  const char *no[] = { "false", "no", "0", _("no") };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_ascii_strcasecmp (text, yes[i]) == 0)
      return g_variant_new_boolean (TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_ascii_strcasecmp (text, no[i]) == 0)
      return g_variant_new_boolean (FALSE);

  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("“%s” is neither yes nor no."), text);
  return NULL;
}

static const char *
parse_code (const TvxField *self,
            const char     *text)
{
  const TvxTerm *term = self->vocabulary != NULL ? tvx_vocabulary_find (self->vocabulary, text) : NULL;

  return term != NULL ? term->code : text;
}

static GVariant *
parse_codes (const TvxField *self,
             const char     *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parse_code (self, parts[i]));
  codes = g_strv_builder_end (builder);
  return g_variant_new_strv ((const char *const *) codes, -1);
}

/* Each count after its key: "women|18-29: 12, men|18-29: 9". */
static GVariant *
parse_counts (const char  *text,
              GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strrchr (g_strstrip (parts[i]), ':');
      GVariant *number;

      if (*parts[i] == '\0')
        continue;
      number = colon != NULL ? parse_number (TVX_FIELD_COUNTS, g_strstrip (colon + 1), error) : NULL;
      if (number == NULL)
        {
          if (error != NULL && *error == NULL)
            g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                         _("“%s” is not a count. Write it as women|18-29: 12."), parts[i]);
          return NULL;
        }
      *colon = '\0';
      g_variant_builder_add (&builder, "{sv}", g_strchomp (parts[i]), number);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
parse_date (const char *text)
{
  TvxDate date;

  return tvx_date_parse (text, &date) ? g_variant_new_take_string (tvx_date_to_iso (&date))
                                      : g_variant_new_string (text);
}

static GVariant *
parse_decimal (const char *text)
{
  gint64 number;

  return tvx_decimal_read (text, &number) ? g_variant_new_take_string (tvx_decimal_to_text (number))
                                          : g_variant_new_string (text);
}

static GVariant *
parse_text (const TvxField *self,
            const char     *text)
{
  char *normalized = self->normalize != NULL ? self->normalize (text) : NULL;

  return normalized != NULL ? g_variant_new_take_string (normalized) : g_variant_new_string (text);
}

/**
 * tvx_field_parse:
 * @self: a field that holds a value
 * @text: what a person typed
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Understands what a person typed: dates and numbers as Swedes write them,
 * codes by their code or by what they are called.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is empty (the field is then to be emptied)
 *   or does not fit the field (@error is then set)
 */
GVariant *
tvx_field_parse (const TvxField  *self,
                 const char      *text,
                 GError         **error)
{
  g_autofree char *normalized = NULL;
  g_autoptr (GVariant) value = NULL;
  const char *stripped;

  g_return_val_if_fail (tvx_field_get_value_type (self) != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  normalized = tvx_normalize (text, G_NORMALIZE_NFC);
  if (normalized == NULL)
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("The text is not valid UTF-8."));
      return NULL;
    }
  stripped = g_strstrip (normalized);
  if (*stripped == '\0')
    return NULL;

  switch (self->kind)
    {
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      value = parse_number (self->kind, stripped, error);
      break;
    case TVX_FIELD_BOOLEAN:
      value = parse_boolean (stripped, error);
      break;
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      value = parse_codes (self, stripped);
      break;
    case TVX_FIELD_COUNTS:
      value = parse_counts (stripped, error);
      break;
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
      value = g_variant_new_string (parse_code (self, stripped));
      break;
    case TVX_FIELD_DATE:
      value = parse_date (stripped);
      break;
    case TVX_FIELD_DECIMAL:
      value = parse_decimal (stripped);
      break;
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      value = parse_text (self, stripped);
      break;
    }

  if (value == NULL)
    return NULL;
  g_variant_ref_sink (value);
  if (!tvx_field_check_value (self, value, error))
    return NULL;
  return g_steal_pointer (&value);
}

/**
 * tvx_field_format_number:
 * @number: a whole number
 *
 * Writes a number with a no-break space between groups of three digits, whatever the language: a comma before three digits
 * is a decimal sign to Swedish readers, and the institutions of the EU write English this way, too (Interinstitutional style
 * guide).
 *
 * Returns: (transfer full): the number
 */
char *
tvx_field_format_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number < 0 ? -(guint64) number : (guint64) number);
  GString *text = g_string_new (number < 0 ? TVX_MINUS_SIGN : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, TVX_NO_BREAK_SPACE);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free_and_steal (text);
}

/* The decimals come after a comma in Swedish, and digits in groups in any language. */
static char *
format_decimal (const char *text)
{
  gint64 number;
  const char *decimals = strchr (text, '.');
  g_autofree char *whole = NULL;

  if (!tvx_decimal_parse (text, &number))
    return g_strdup (text);
  whole = tvx_field_format_number (number / TVX_DECIMAL_ONE);
  return g_strconcat (number < 0 && number > -TVX_DECIMAL_ONE ? TVX_MINUS_SIGN : "", whole,
                      /* Translators: what stands between whole numbers and decimals; a comma in Swedish. */
                      decimals != NULL ? C_("decimal separator", ".") : "", decimals != NULL ? decimals + 1 : "", NULL);
}

static char *
format_codes (const TvxField *self,
              GVariant       *value)
{
  g_autofree const char **codes = g_variant_get_strv (value, NULL);

  if (self->kind == TVX_FIELD_CODES)
    for (guint i = 0; codes[i] != NULL; i++)
      codes[i] = tvx_vocabulary_get_label (self->vocabulary, codes[i]);
  return g_strjoinv (", ", (char **) codes);
}

static char *
format_counts (GVariant *value)
{
  GString *text = g_string_new (NULL);
  GVariantIter iter;
  const char *key;
  GVariant *count;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &count))
    {
      g_autoptr (GVariant) owned = count;
      g_autofree char *number =
        g_variant_is_of_type (count, G_VARIANT_TYPE_INT64) ? tvx_field_format_number (g_variant_get_int64 (count)) : g_variant_print (count, FALSE);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", key, number);
    }
  return g_string_free_and_steal (text);
}

/**
 * tvx_field_format:
 * @self: a field that holds a value
 * @value: (nullable): a value of its type
 *
 * Says a value in the user's language, in a form that [method@Tvx.Field.parse] understands.
 *
 * Returns: (transfer full): the text, empty where there is no value
 */
char *
tvx_field_format (const TvxField *self,
                  GVariant       *value)
{
  g_return_val_if_fail (tvx_field_get_value_type (self) != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  switch (self->kind)
    {
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      return tvx_field_format_number (g_variant_get_int64 (value));
    case TVX_FIELD_BOOLEAN:
      return g_strdup (g_variant_get_boolean (value) ? _("yes") : _("no"));
    case TVX_FIELD_DECIMAL:
      return format_decimal (g_variant_get_string (value, NULL));
    case TVX_FIELD_COUNTS:
      return format_counts (value);
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      return format_codes (self, value);
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
      return g_strdup (tvx_vocabulary_get_label (self->vocabulary, g_variant_get_string (value, NULL)));
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_DATE:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      return g_variant_dup_string (value, NULL);
    }
}
