/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads JSON straight into the tree of values, in one pass: a register is as fast as this. Libraries take the last of two
 * members with one name, cut large numbers or end texts at \u0000, all in silence. Here the text is held against RFC 8259
 * to the letter, and everything that is refused is told of with its line and column. No recursion: the depth is limited
 * before anything is built. */

#include "storage/tvx-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/tvx-field.h"
#include "model/tvx-normalize.h"
#include "storage/tvx-storage-error.h"

/* An object or a list that has begun. */
typedef struct
{
  gboolean    is_object;
  /* Where the items of it begin among those of all levels. */
  guint       first;
  /* The name of the member whose value comes next. */
  GVariant   *name;
  /* The names that an object has had so far, made when the first comes. */
  GHashTable *names;
} Level;

typedef struct
{
  const char *name;
  const char *start;
  const char *end;
  const char *cursor;
  GArray     *levels;
  guint       depth;
  guint       max_depth;
  /* The items of all levels that have begun, and in the end the one value of the file. */
  GPtrArray  *items;
  /* Most names come again and again: each is made once, and told from others by its address. */
  GHashTable *names;
  /* The text that is being read. */
  GString    *text;
} Reader;

static void
level_clear (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->names, g_hash_table_unref);
}

G_GNUC_PRINTF (4, 5)
static gboolean
fail (Reader      *self,
      const char  *where,
      GError     **error,
      const char  *format,
      ...)
{
  const char *line_start = self->start;
  gulong line = 1, column;
  g_autofree char *message = NULL;
  va_list args;

  for (const char *p = self->start; p < where; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }
  column = (gulong) g_utf8_strlen (line_start, where - line_start) + 1;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_SYNTAX,
               /* Translators: the name of a file, a line and a column in it, a sentence about what stands there. */
               _("%s: line %lu, column %lu: %s"), self->name, line, column, message);
  return FALSE;
}

/* What stands at the cursor, in words. */
static char *
describe (Reader *self)
{
  gunichar c;

  if (self->cursor >= self->end)
    return g_strdup (_("the end of the file"));
  c = g_utf8_get_char (self->cursor);
  if (!g_unichar_isgraph (c))
    return g_strdup_printf ("U+%04X", c);
  if (g_ascii_isalnum ((char) *self->cursor))
    {
      const char *p = self->cursor;

      while (p < self->end && p - self->cursor < 20 && g_ascii_isalnum (*p))
        p++;
      return g_strdup_printf (_("“%.*s”"), (int) (p - self->cursor), self->cursor);
    }
  return g_strdup_printf (_("“%.*s”"), (int) (g_utf8_next_char (self->cursor) - self->cursor), self->cursor);
}

static gboolean
fail_expected (Reader      *self,
               const char  *expected,
               GError     **error)
{
  g_autofree char *found = describe (self);

  /* Translators: what stands in a file, and what should stand there. */
  return fail (self, self->cursor, error, _("found %s, expected %s"), found, expected);
}

static void
skip_blanks (Reader *self)
{
  while (self->cursor < self->end && strchr (" \t\n\r", *self->cursor) != NULL && *self->cursor != '\0')
    self->cursor++;
}

static gboolean
take (Reader *self,
      char    c)
{
  if (self->cursor >= self->end || *self->cursor != c)
    return FALSE;
  self->cursor++;
  return TRUE;
}

/* Adds a value to the object or list that is being read. */
static void
add_item (Reader   *self,
          GVariant *value)
{
  const Level *level = self->depth > 0 ? &g_array_index (self->levels, Level, self->depth - 1) : NULL;

  if (level != NULL)
    value = g_variant_new_variant (value);
  if (level != NULL && level->is_object)
    value = g_variant_new_dict_entry (level->name, value);
  g_ptr_array_add (self->items, value);
}

/* Ends the object or list that is being read. */
static void
leave (Reader *self)
{
  const Level *level = &g_array_index (self->levels, Level, --self->depth);
  guint n_items = self->items->len - level->first;
  GVariant **items = (GVariant **) self->items->pdata + level->first;
  GVariant *value = g_variant_new_array (level->is_object ? G_VARIANT_TYPE ("{sv}") : G_VARIANT_TYPE_VARIANT, items, n_items);

  /* The array has taken its items, which nobody else had. */
  for (guint i = 0; i < n_items; i++)
    items[i] = NULL;
  g_ptr_array_set_size (self->items, (int) level->first);
  add_item (self, value);
}

static gboolean
read_digits (Reader  *self,
             GError **error)
{
  if (self->cursor >= self->end || !g_ascii_isdigit (*self->cursor))
    return fail_expected (self, _("a digit"), error);
  while (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
    self->cursor++;
  return TRUE;
}

static gboolean
read_number (Reader  *self,
             GError **error)
{
  const char *start = self->cursor;
  g_autofree char *text = NULL;
  gboolean is_whole = TRUE;
  gint64 whole = 0;
  double number;

  take (self, '-');
  if (take (self, '0'))
    {
      if (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
        return fail (self, start, error, _("a number must not begin with 0"));
    }
  else if (!read_digits (self, error))
    {
      return FALSE;
    }
  if (take (self, '.'))
    {
      is_whole = FALSE;
      if (!read_digits (self, error))
        return FALSE;
    }
  if (take (self, 'e') || take (self, 'E'))
    {
      is_whole = FALSE;
      if (!take (self, '-'))
        take (self, '+');
      if (!read_digits (self, error))
        return FALSE;
    }

  text = g_strndup (start, (gsize) (self->cursor - start));
  number = is_whole ? 0 : g_ascii_strtod (text, NULL);
  if (is_whole ? !g_ascii_string_to_signed (text, 10, -TVX_NUMBER_MAX, TVX_NUMBER_MAX, &whole, NULL)
               : fabs (number) > (double) TVX_NUMBER_MAX)
    return fail (self, start, error,
                 _("the number %.40s is too large; the largest is %lld"), text, (long long) TVX_NUMBER_MAX);
  add_item (self, is_whole ? g_variant_new_int64 (whole) : g_variant_new_double (number));
  return TRUE;
}

static gboolean
read_hex (Reader    *self,
          gunichar  *unit,
          GError   **error)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (self->cursor >= self->end || !g_ascii_isxdigit (*self->cursor))
        return fail_expected (self, _("four hexadecimal digits after \\u"), error);
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*self->cursor++);
    }
  return TRUE;
}

/* The cursor is after the backslash. */
static gboolean
read_escape (Reader  *self,
             GError **error)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *start = self->cursor - 1;
  const char *escape;
  gunichar unit, low;

  if (self->cursor >= self->end)
    return fail_expected (self, _("the quotation mark (\") that ends the text"), error);
  escape = *self->cursor != '\0' ? strchr (escapes, *self->cursor) : NULL;
  if (escape != NULL)
    {
      g_string_append_c (self->text, meanings[escape - escapes]);
      self->cursor++;
      return TRUE;
    }
  if (!take (self, 'u'))
    return fail_expected (self, _("one of \" \\ / b f n r t u after \\"), error);
  if (!read_hex (self, &unit, error))
    return FALSE;
  if (unit == 0)
    return fail (self, start, error, _("found \\u0000, the character that ends texts; remove it"));
  if (unit >= 0xd800 && unit <= 0xdfff)
    {
      if (unit >= 0xdc00 || self->end - self->cursor < 2 || !take (self, '\\') || !take (self, 'u') ||
          !read_hex (self, &low, NULL) || low < 0xdc00 || low > 0xdfff)
        return fail (self, start, error,
                     _("found half of a surrogate pair, \\u%04x; a character beyond U+FFFF needs both halves"), unit);
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  g_string_append_unichar (self->text, unit);
  return TRUE;
}

/* Reads what stands in quotation marks into the text. */
static gboolean
read_text (Reader  *self,
           GError **error)
{
  g_string_truncate (self->text, 0);
  if (!take (self, '"'))
    return fail_expected (self, _("a text in quotation marks (\")"), error);
  while (self->cursor < self->end && *self->cursor != '"')
    {
      const char *run = self->cursor;

      while (self->cursor < self->end && *self->cursor != '"' && *self->cursor != '\\' &&
             (guchar) *self->cursor >= 0x20)
        self->cursor++;
      g_string_append_len (self->text, run, self->cursor - run);
      if (self->cursor < self->end && (guchar) *self->cursor < 0x20)
        return fail (self, self->cursor, error,
                     _("found the control character U+%04X within a text; write it as \\u%04x"),
                     (guint) *self->cursor, (guint) *self->cursor);
      if (take (self, '\\') && !read_escape (self, error))
        return FALSE;
    }
  if (!take (self, '"'))
    return fail_expected (self, _("the quotation mark (\") that ends the text"), error);
  return TRUE;
}

static gboolean
read_word (Reader     *self,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (self->end - self->cursor) < length || strncmp (self->cursor, word, length) != 0 ||
      (self->cursor + length < self->end && g_ascii_isalnum (self->cursor[length])))
    return FALSE;
  self->cursor += length;
  return TRUE;
}

static gboolean
enter (Reader    *self,
       gboolean   is_object,
       GError   **error)
{
  Level *level;

  if (self->depth == self->max_depth)
    return fail (self, self->cursor, error,
                 _("objects and lists are nested deeper than %u levels"), self->max_depth);
  self->cursor++;
  if (self->depth++ == self->levels->len)
    g_array_set_size (self->levels, self->depth);
  level = &g_array_index (self->levels, Level, self->depth - 1);
  level->is_object = is_object;
  level->first = self->items->len;
  if (level->names != NULL)
    g_hash_table_remove_all (level->names);
  return TRUE;
}

static GVariant *
find_name (Reader *self)
{
  GVariant *name = g_hash_table_lookup (self->names, self->text->str);
  g_autofree char *normalized = NULL;

  if (name != NULL)
    return name;
  normalized = tvx_normalize_nfc (self->text->str);
  name = g_hash_table_lookup (self->names, normalized);
  if (name == NULL)
    {
      name = g_variant_ref_sink (g_variant_new_string (normalized));
      g_hash_table_insert (self->names, g_strdup (normalized), name);
    }
  /* The other way to write it. */
  if (strcmp (self->text->str, normalized) != 0)
    g_hash_table_insert (self->names, g_strdup (self->text->str), g_variant_ref (name));
  return name;
}

/* Reads the name of a member and the colon after it. */
static gboolean
read_name (Reader  *self,
           GError **error)
{
  Level *level = &g_array_index (self->levels, Level, self->depth - 1);
  const char *start = self->cursor;

  if (self->cursor >= self->end || *self->cursor != '"')
    return fail_expected (self, _("a name in quotation marks (\")"), error);
  if (!read_text (self, error))
    return FALSE;
  level->name = find_name (self);
  if (level->names == NULL)
    level->names = g_hash_table_new (NULL, NULL);
  if (!g_hash_table_add (level->names, level->name))
    return fail (self, start, error,
                 _("the member “%s” is there twice in one object; keep one of them"), self->text->str);
  skip_blanks (self);
  if (!take (self, ':'))
    return fail_expected (self, _("“:”"), error);
  skip_blanks (self);
  return TRUE;
}

/* Reads a value, of an object or list only its beginning. */
static gboolean
read_value (Reader    *self,
            gboolean  *entered,
            GError   **error)
{
  char c = self->cursor < self->end ? *self->cursor : '\0';

  *entered = c == '{' || c == '[';
  if (*entered)
    return enter (self, c == '{', error);
  if (c == '"')
    {
      if (!read_text (self, error))
        return FALSE;
      add_item (self, g_variant_new_take_string (tvx_normalize_nfc (self->text->str)));
      return TRUE;
    }
  if (c == '-' || g_ascii_isdigit (c))
    return read_number (self, error);
  if (read_word (self, "true") || read_word (self, "false"))
    {
      add_item (self, g_variant_new_boolean (c == 't'));
      return TRUE;
    }
  if (read_word (self, "null"))
    {
      add_item (self, g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL));
      return TRUE;
    }
  if (c == '\'')
    return fail (self, self->cursor, error, _("found “'”; texts stand in \""));
  if (c == '/')
    return fail (self, self->cursor, error, _("found “/”; JSON has no comments"));
  if (read_word (self, "NaN") || read_word (self, "Infinity") || read_word (self, "nan") || read_word (self, "inf"))
    return fail (self, self->cursor, error, _("found NaN or Infinity, which are no numbers of JSON; write null"));
  return fail_expected (self, _("a value"), error);
}

/* After a value: goes on to the next one, through the ends of all objects and lists that end here. */
static gboolean
read_after_value (Reader  *self,
                  GError **error)
{
  while (self->depth > 0)
    {
      gboolean is_object = g_array_index (self->levels, Level, self->depth - 1).is_object;
      char closing = is_object ? '}' : ']';

      skip_blanks (self);
      if (take (self, ','))
        {
          skip_blanks (self);
          if (self->cursor < self->end && *self->cursor == closing)
            return fail (self, self->cursor, error, _("found a comma after the last item; remove it"));
          return !is_object || read_name (self, error);
        }
      if (!take (self, closing))
        return fail_expected (self, is_object ? _("“,” or “}”") : _("“,” or “]”"), error);
      leave (self);
    }
  return TRUE;
}

static gboolean
read_file (Reader  *self,
           GError **error)
{
  skip_blanks (self);
  do
    {
      gboolean entered;

      if (!read_value (self, &entered, error))
        return FALSE;
      if (entered)
        {
          gboolean is_object = g_array_index (self->levels, Level, self->depth - 1).is_object;

          skip_blanks (self);
          if (!take (self, is_object ? '}' : ']'))
            {
              if (is_object && !read_name (self, error))
                return FALSE;
              continue;
            }
          leave (self);
        }
      if (!read_after_value (self, error))
        return FALSE;
    }
  while (self->depth > 0);

  skip_blanks (self);
  if (self->cursor < self->end)
    return fail_expected (self, _("the end of the file"), error);
  return TRUE;
}

static void
item_free (gpointer item)
{
  if (item != NULL)
    g_variant_unref (item);
}

/**
 * tvx_json_read: (skip)
 * @bytes: a text
 * @name: the name of its file, for messages
 * @max_depth: how deep objects and lists may be nested
 * @error: return location for a [error@Tvx.StorageError]: file, line, column, what was found and what was expected
 *
 * Reads JSON if nothing of it is lost or misunderstood.
 *
 * Returns: (transfer full) (nullable): the tree of values
 */
GVariant *
tvx_json_read (GBytes      *bytes,
               const char  *name,
               guint        max_depth,
               GError     **error)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { name, start, start + size, start, levels, 0, max_depth, items, names, text };
  const char *invalid;

  g_array_set_clear_func (levels, level_clear);
  if (size == 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_SYNTAX,
                   _("%s: the file is empty; an object of JSON was expected"), name);
      return NULL;
    }
  if (!g_utf8_validate_len (start, size, &invalid))
    {
      fail (&self, invalid, error, _("found the byte 0x%02X, which is not UTF-8 text; save the file as UTF-8"),
            (guint) (guchar) *invalid);
      return NULL;
    }
  if (size >= 3 && memcmp (start, "\357\273\277", 3) == 0)
    {
      fail (&self, start, error, _("found a byte order mark; save the file as UTF-8 without one"));
      return NULL;
    }
  return read_file (&self, error) ? g_variant_ref_sink (g_ptr_array_steal_index (items, 0)) : NULL;
}
