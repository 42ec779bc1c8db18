/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-date.h"
#include "model/tvx-decimal.h"
#include "model/tvx-model-error.h"
#include "model/tvx-vocabulary.h"

static gboolean
check_date (const char  *text,
            GError     **error)
{
  TvxDate date;

  if (tvx_date_parse_iso (text, &date))
    return TRUE;
  if (tvx_date_is_ambiguous (text))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("“%s” can begin with the year or with the day. Write the year with four digits, as 2018-09-30."), text);
      return FALSE;
    }
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not a date. Write it as 2018-09-30, or as 2018-09 or 2018 if the day is not known."),
               text);
  return FALSE;
}

static gboolean
check_decimal (const char  *text,
               GError     **error)
{
  gint64 number;

  if (tvx_decimal_parse (text, &number))
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not a number. Write it as 1 250 or 12.5, with at most six decimals."), text);
  return FALSE;
}

static gboolean
check_code (const TvxField  *self,
            const char      *code,
            GError         **error)
{
  if (tvx_vocabulary_lookup (self->vocabulary, code) != NULL)
    return TRUE;

  if (self->vocabulary->resource == NULL)
    {
      g_autoptr (GString) codes = g_string_new (NULL);
      gsize n_terms;
      const TvxTerm *terms = tvx_vocabulary_get_terms (self->vocabulary, &n_terms);

      for (gsize i = 0; i < n_terms; i++)
        g_string_append_printf (codes, "%s%s", i == 0 ? "" : ", ", terms[i].code);
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("“%s” is none of the values %s."), code, codes->str);
    }
  else
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("“%s” is not a code of the list “%s”."), code, self->vocabulary->name);
    }
  return FALSE;
}

static gboolean
check_id (const char  *text,
          GError     **error)
{
  if (g_uuid_string_is_valid (text))
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not an id. An id is a UUID, such as 3f2b8f0e-5a54-4b0c-9a39-0d1c6e1f7a11."), text);
  return FALSE;
}

static gboolean
check_text (const TvxField  *self,
            const char      *text,
            GError         **error)
{
  if (self->max_length > 0 && (gsize) g_utf8_strlen (text, -1) > self->max_length)
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   g_dngettext (GETTEXT_PACKAGE,
                                "The text has %lu characters; at most %lu character fits here.",
                                "The text has %lu characters; at most %lu characters fit here.",
                                self->max_length),
                   g_utf8_strlen (text, -1), (gulong) self->max_length);
      return FALSE;
    }
  if (self->kind != TVX_FIELD_LONG_TEXT && strchr (text, '\n') != NULL)
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("The text has a line break; it must be on one line."));
      return FALSE;
    }
  return self->check == NULL || self->check (text, error);
}

static gboolean
check_number (gint64   number,
              GError **error)
{
  if (number >= -TVX_NUMBER_MAX && number <= TVX_NUMBER_MAX)
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("The number %lld is too large; the largest is %lld."), (long long) number, (long long) TVX_NUMBER_MAX);
  return FALSE;
}

static gboolean
check_item (const TvxField  *self,
            const char      *item,
            GError         **error)
{
  if (self->kind == TVX_FIELD_CODES)
    return check_code (self, item, error);
  if (self->kind == TVX_FIELD_REFERENCES)
    return check_id (item, error);
  return check_text (self, item, error);
}

/* Each item of a list stands for itself: one that is there twice is one too many. */
static gboolean
check_items (const TvxField  *self,
             GVariant        *value,
             GError         **error)
{
  g_autofree const char **codes = g_variant_get_strv (value, NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!check_item (self, codes[i], error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        {
          if (strcmp (codes[i], codes[j]) != 0)
            continue;
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("“%s” is there twice."), codes[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_counts (GVariant  *value,
              GError   **error)
{
  GVariantIter iter;
  const char *key;
  GVariant *count;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &count))
    {
      g_autoptr (GVariant) owned = count;

      if (g_variant_is_of_type (count, G_VARIANT_TYPE_INT64) && g_variant_get_int64 (count) >= 0 &&
          g_variant_get_int64 (count) <= TVX_NUMBER_MAX)
        continue;
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   /* Translators: %s is what a cell of a table is about, as “women|18-29”. */
                   _("The count of “%s” must be a whole number that is not negative."), key);
      return FALSE;
    }
  return TRUE;
}

/**
 * tvx_field_get_value_type:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the type of its values, %NULL for records and lists
 */
const GVariantType *
tvx_field_get_value_type (const TvxField *self)
{
  switch (self->kind)
    {
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      return G_VARIANT_TYPE_INT64;
    case TVX_FIELD_BOOLEAN:
      return G_VARIANT_TYPE_BOOLEAN;
    case TVX_FIELD_COUNTS:
      return G_VARIANT_TYPE_VARDICT;
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      return G_VARIANT_TYPE_STRING_ARRAY;
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
      return NULL;
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_DATE:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_REFERENCE:
    default:
      return G_VARIANT_TYPE_STRING;
    }
}

/**
 * tvx_field_check_value:
 * @self: a field
 * @value: a value of its type
 * @error: return location for a [error@Tvx.ModelError], a sentence that a person understands
 *
 * Checks what can be seen from the value alone.
 *
 * Returns: whether @value fits the field
 */
gboolean
tvx_field_check_value (const TvxField  *self,
                       GVariant        *value,
                       GError         **error)
{
  g_return_val_if_fail (g_variant_is_of_type (value, tvx_field_get_value_type (self)), FALSE);

  switch (self->kind)
    {
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
      return check_text (self, g_variant_get_string (value, NULL), error);
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
      return check_code (self, g_variant_get_string (value, NULL), error);
    case TVX_FIELD_DATE:
      return check_date (g_variant_get_string (value, NULL), error);
    case TVX_FIELD_DECIMAL:
      return check_decimal (g_variant_get_string (value, NULL), error);
    case TVX_FIELD_ID:
    case TVX_FIELD_REFERENCE:
      return check_id (g_variant_get_string (value, NULL), error);
    case TVX_FIELD_TEXTS:
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCES:
      return check_items (self, value, error);
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
      return check_number (g_variant_get_int64 (value), error);
    case TVX_FIELD_COUNTS:
      return check_counts (value, error);
    case TVX_FIELD_BOOLEAN:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      return TRUE;
    }
}

/**
 * tvx_check_uri:
 * @text: a text
 * @error: return location for a [error@Tvx.ModelError]
 *
 * The check of fields that hold a web address.
 *
 * Returns: whether @text is an absolute http or https address
 */
gboolean
tvx_check_uri (const char  *text,
               GError     **error)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
      (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")))
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not a web address. Write it as https://www.example.se/page."), text);
  return FALSE;
}

/**
 * tvx_check_file_name:
 * @text: a text
 * @error: return location for a [error@Tvx.ModelError]
 *
 * The check of fields that name a file within a folder that is known otherwise.
 *
 * Returns: whether @text names a file and no way out of its folder
 */
gboolean
tvx_check_file_name (const char  *text,
                     GError     **error)
{
  if (strpbrk (text, "/\\") == NULL && *text != '.')
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not the name of a file. It may have no slashes and not begin with a full stop."), text);
  return FALSE;
}

/**
 * tvx_check_sha256:
 * @text: a text
 * @error: return location for a [error@Tvx.ModelError]
 *
 * The check of fields that hold a checksum.
 *
 * Returns: whether @text has the form of a SHA-256 (FIPS 180-4) in hexadecimal digits
 */
gboolean
tvx_check_sha256 (const char  *text,
                  GError     **error)
{
  if (strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64)
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not a SHA-256 checksum, which has 64 hexadecimal digits in lower case."), text);
  return FALSE;
}

/**
 * tvx_check_time:
 * @text: a text
 * @error: return location for a [error@Tvx.ModelError]
 *
 * The check of fields that hold a moment.
 *
 * Returns: whether @text is a date and time with its distance from UTC (RFC 3339, section 5.6)
 */
gboolean
tvx_check_time (const char  *text,
                GError     **error)
{
  g_autoptr (GDateTime) time = NULL;

  /* GLib also reads week dates and times without hyphens, which RFC 3339 does not know. */
  if (strlen (text) >= strlen ("2019-01-01T00:00:00Z") && text[4] == '-' && text[10] == 'T' && text[13] == ':')
    time = g_date_time_new_from_iso8601 (text, NULL);
  if (time != NULL)
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
               _("“%s” is not a time. Write it as 2019-01-01T09:30:00+01:00."), text);
  return FALSE;
}
