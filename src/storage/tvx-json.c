/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON and the tree of values that records are made of. Objects are a{sv} in their order, lists av, texts s, whole
 * numbers x, other numbers d, true and false b, null an empty maybe. */

#include "storage/tvx-json.h"

#include <math.h>
#include <string.h>

#include "model/tvx-normalize.h"
#include "storage/tvx-json-reader.h"

/**
 * tvx_json_parse:
 * @bytes: a text
 * @name: the name of its file, for messages
 * @error: return location for a [error@Tvx.StorageError]: file, line, column, what was found and what was expected
 *
 * Reads JSON. Texts come in normalization form C.
 *
 * Returns: (transfer full) (nullable): the tree of values
 */
GVariant *
tvx_json_parse (GBytes      *bytes,
                const char  *name,
                GError     **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return tvx_json_read (bytes, name, TVX_JSON_MAX_DEPTH, error);
}

/**
 * tvx_json_parse_wrapped:
 * @bytes: a text
 * @name: the name of its file, for messages
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Reads JSON in which whole records stand within something else, and which may therefore be nested a little deeper.
 *
 * Returns: (transfer full) (nullable): the tree of values
 */
GVariant *
tvx_json_parse_wrapped (GBytes      *bytes,
                        const char  *name,
                        GError     **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return tvx_json_read (bytes, name, TVX_JSON_MAX_DEPTH_WRAPPED, error);
}

static void
write_break (GString *out,
             int      indent)
{
  if (indent < 0)
    return;
  g_string_append_c (out, '\n');
  for (int i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static void
write_string (GString    *out,
              const char *text)
{
  g_autofree char *normalized = tvx_normalize_nfc (text);

  g_string_append_c (out, '"');
  for (const char *p = normalized; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if (*p == '\t')
        g_string_append (out, "\\t");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* The shortest text that reads back as the same number. */
static void
write_double (GString *out,
              double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (isfinite (number));
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  g_string_append (out, text);
  /* It must stay a number with decimals. */
  if (strpbrk (text, ".e") == NULL)
    g_string_append (out, ".0");
}

static void write_value (GString  *out,
                         GVariant *value,
                         int       indent);

static void
write_list (GString  *out,
            GVariant *list,
            int       indent)
{
  gsize n = g_variant_n_children (list);
  int inner = indent < 0 ? indent : indent + 1;

  g_string_append_c (out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (list, i);

      if (i > 0)
        g_string_append (out, indent < 0 ? ", " : ",");
      write_break (out, inner);
      write_value (out, item, inner);
    }
  if (n > 0)
    write_break (out, indent);
  g_string_append_c (out, ']');
}

static void
write_object (GString  *out,
              GVariant *object,
              int       indent)
{
  int inner = indent < 0 ? indent : indent + 1;
  gboolean first = TRUE;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_string_append_c (out, '{');
  g_variant_iter_init (&iter, object);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) owned = value;

      if (!first)
        g_string_append (out, indent < 0 ? ", " : ",");
      first = FALSE;
      write_break (out, inner);
      write_string (out, name);
      g_string_append (out, ": ");
      write_value (out, owned, inner);
    }
  if (!first)
    write_break (out, indent);
  g_string_append_c (out, '}');
}

static void
write_value (GString  *out,
             GVariant *value,
             int       indent)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    write_string (out, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_string_append_printf (out, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    write_double (out, g_variant_get_double (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    write_object (out, value, indent);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE ("av")) ||
           g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    write_list (out, value, indent);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr (GVariant) inner = g_variant_get_variant (value);

      write_value (out, inner, indent);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE))
    g_string_append (out, "null");
  else
    g_error ("JSON has no type “%s”", g_variant_get_type_string (value));
}

/**
 * tvx_json_write:
 * @value: a tree of values
 *
 * Writes JSON in the one canonical form of this program: members in their order, two spaces for each level, texts in
 * normalization form C, a line break at the end.
 *
 * Returns: (transfer full): the text
 */
char *
tvx_json_write (GVariant *value)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (value != NULL, NULL);

  write_value (out, value, 0);
  g_string_append_c (out, '\n');
  return g_string_free_and_steal (out);
}

/**
 * tvx_json_write_line:
 * @value: a tree of values
 *
 * Writes JSON on a single line, as in the history.
 *
 * Returns: (transfer full): the text, with a line break at the end
 */
char *
tvx_json_write_line (GVariant *value)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (value != NULL, NULL);

  write_value (out, value, -1);
  g_string_append_c (out, '\n');
  return g_string_free_and_steal (out);
}
