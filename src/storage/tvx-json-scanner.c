/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A guard before the parser: json-glib takes the last of two members with one name, cuts large numbers and ends texts
 * at \u0000, all in silence. Here the text is held against RFC 8259 to the letter, and everything that is refused is
 * told of with its line and column. No recursion: the depth is limited before anything is built. */

#include "storage/tvx-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/tvx-field.h"
#include "model/tvx-normalize.h"
#include "storage/tvx-storage-error.h"

typedef struct
{
  gboolean    is_object;
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
} Scanner;

static void
level_clear (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->names, g_hash_table_unref);
}

G_GNUC_PRINTF (4, 5)
static gboolean
fail (Scanner     *self,
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
describe (Scanner *self)
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
fail_expected (Scanner     *self,
               const char  *expected,
               GError     **error)
{
  g_autofree char *found = describe (self);

  /* Translators: what stands in a file, and what should stand there. */
  return fail (self, self->cursor, error, _("found %s, expected %s"), found, expected);
}

static void
skip_blanks (Scanner *self)
{
  while (self->cursor < self->end && strchr (" \t\n\r", *self->cursor) != NULL && *self->cursor != '\0')
    self->cursor++;
}

static gboolean
take (Scanner *self,
      char     c)
{
  if (self->cursor >= self->end || *self->cursor != c)
    return FALSE;
  self->cursor++;
  return TRUE;
}

static gboolean
scan_digits (Scanner  *self,
             GError  **error)
{
  if (self->cursor >= self->end || !g_ascii_isdigit (*self->cursor))
    return fail_expected (self, _("a digit"), error);
  while (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
    self->cursor++;
  return TRUE;
}

static gboolean
scan_number (Scanner  *self,
             GError  **error)
{
  const char *start = self->cursor;
  g_autofree char *text = NULL;
  gboolean is_whole = TRUE;

  take (self, '-');
  if (take (self, '0'))
    {
      if (self->cursor < self->end && g_ascii_isdigit (*self->cursor))
        return fail (self, start, error, _("a number must not begin with 0"));
    }
  else if (!scan_digits (self, error))
    {
      return FALSE;
    }
  if (take (self, '.'))
    {
      is_whole = FALSE;
      if (!scan_digits (self, error))
        return FALSE;
    }
  if (take (self, 'e') || take (self, 'E'))
    {
      is_whole = FALSE;
      if (!take (self, '-'))
        take (self, '+');
      if (!scan_digits (self, error))
        return FALSE;
    }

  text = g_strndup (start, (gsize) (self->cursor - start));
  if (is_whole ? !g_ascii_string_to_signed (text, 10, -TVX_NUMBER_MAX, TVX_NUMBER_MAX, NULL, NULL)
               : fabs (g_ascii_strtod (text, NULL)) > (double) TVX_NUMBER_MAX)
    return fail (self, start, error,
                 _("the number %.40s is too large; the largest is %lld"), text, (long long) TVX_NUMBER_MAX);
  return TRUE;
}

static gboolean
scan_hex (Scanner   *self,
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

/* The cursor is after the backslash. What it means goes to text where that is not NULL. */
static gboolean
scan_escape (Scanner  *self,
             GString  *text,
             GError  **error)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *start = self->cursor - 1;
  const char *escape;
  gunichar unit, low;

  if (self->cursor >= self->end)
    return fail_expected (self, _("the end of a text, \""), error);
  escape = *self->cursor != '\0' ? strchr (escapes, *self->cursor) : NULL;
  if (escape != NULL)
    {
      if (text != NULL)
        g_string_append_c (text, meanings[escape - escapes]);
      self->cursor++;
      return TRUE;
    }
  if (!take (self, 'u'))
    return fail_expected (self, _("one of \" \\ / b f n r t u after \\"), error);
  if (!scan_hex (self, &unit, error))
    return FALSE;
  if (unit == 0)
    return fail (self, start, error, _("found \\u0000, the character that ends texts; remove it"));
  if (unit >= 0xd800 && unit <= 0xdfff)
    {
      if (unit >= 0xdc00 || self->end - self->cursor < 2 || !take (self, '\\') || !take (self, 'u') ||
          !scan_hex (self, &low, NULL) || low < 0xdc00 || low > 0xdfff)
        return fail (self, start, error,
                     _("found half of a surrogate pair, \\u%04x; a character beyond U+FFFF needs both halves"), unit);
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (text != NULL)
    g_string_append_unichar (text, unit);
  return TRUE;
}

/* What the text says goes to text where that is not NULL. */
static gboolean
scan_string (Scanner  *self,
             GString  *text,
             GError  **error)
{
  if (!take (self, '"'))
    return fail_expected (self, _("a text in \""), error);
  while (self->cursor < self->end && *self->cursor != '"')
    {
      const char *run = self->cursor;

      while (self->cursor < self->end && *self->cursor != '"' && *self->cursor != '\\' &&
             (guchar) *self->cursor >= 0x20)
        self->cursor++;
      if (text != NULL)
        g_string_append_len (text, run, self->cursor - run);
      if (self->cursor < self->end && (guchar) *self->cursor < 0x20)
        return fail (self, self->cursor, error,
                     _("found the control character U+%04X within a text; write it as \\u%04x"),
                     (guint) *self->cursor, (guint) *self->cursor);
      if (take (self, '\\') && !scan_escape (self, text, error))
        return FALSE;
    }
  if (!take (self, '"'))
    return fail_expected (self, _("the end of a text, \""), error);
  return TRUE;
}

static gboolean
scan_word (Scanner    *self,
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
enter (Scanner   *self,
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
  if (level->names != NULL)
    g_hash_table_remove_all (level->names);
  return TRUE;
}

/* Reads the name of a member and the colon after it. */
static gboolean
scan_name (Scanner  *self,
           GError  **error)
{
  Level *level = &g_array_index (self->levels, Level, self->depth - 1);
  const char *start = self->cursor;
  g_autoptr (GString) name = g_string_new (NULL);

  if (self->cursor >= self->end || *self->cursor != '"')
    return fail_expected (self, _("the name of a member in \""), error);
  if (!scan_string (self, name, error))
    return FALSE;
  if (level->names == NULL)
    level->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (level->names, tvx_normalize_nfc (name->str)))
    return fail (self, start, error,
                 _("the member “%s” is there twice in one object; keep one of them"), name->str);
  skip_blanks (self);
  if (!take (self, ':'))
    return fail_expected (self, _("“:”"), error);
  skip_blanks (self);
  return TRUE;
}

/* Reads a value, of an object or list only its beginning. */
static gboolean
scan_value (Scanner   *self,
            gboolean  *entered,
            GError   **error)
{
  char c = self->cursor < self->end ? *self->cursor : '\0';

  *entered = c == '{' || c == '[';
  if (*entered)
    return enter (self, c == '{', error);
  if (c == '"')
    return scan_string (self, NULL, error);
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (self, error);
  if (scan_word (self, "true") || scan_word (self, "false") || scan_word (self, "null"))
    return TRUE;
  if (c == '\'')
    return fail (self, self->cursor, error, _("found “'”; texts stand in \""));
  if (c == '/')
    return fail (self, self->cursor, error, _("found “/”; JSON has no comments"));
  if (scan_word (self, "NaN") || scan_word (self, "Infinity") || scan_word (self, "nan") || scan_word (self, "inf"))
    return fail (self, self->cursor, error, _("found NaN or Infinity, which are no numbers of JSON; write null"));
  return fail_expected (self, _("a value"), error);
}

/* After a value: goes on to the next one, through the ends of all objects and lists that end here. */
static gboolean
scan_after_value (Scanner  *self,
                  GError  **error)
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
          return !is_object || scan_name (self, error);
        }
      if (!take (self, closing))
        return fail_expected (self, is_object ? _("“,” or “}”") : _("“,” or “]”"), error);
      self->depth--;
    }
  return TRUE;
}

static gboolean
scan_text (Scanner  *self,
           GError  **error)
{
  skip_blanks (self);
  do
    {
      gboolean entered;

      if (!scan_value (self, &entered, error))
        return FALSE;
      if (entered)
        {
          gboolean is_object = g_array_index (self->levels, Level, self->depth - 1).is_object;

          skip_blanks (self);
          if (!take (self, is_object ? '}' : ']'))
            {
              if (is_object && !scan_name (self, error))
                return FALSE;
              continue;
            }
          self->depth--;
        }
      if (!scan_after_value (self, error))
        return FALSE;
    }
  while (self->depth > 0);

  skip_blanks (self);
  if (self->cursor < self->end)
    return fail_expected (self, _("the end of the file"), error);
  return TRUE;
}

/**
 * tvx_json_scan:
 * @bytes: a text
 * @name: the name of its file, for messages
 * @max_depth: how deep objects and lists may be nested
 * @error: return location for a [error@Tvx.StorageError]: file, line, column, what was found and what was expected
 *
 * Checks that a text is JSON of which nothing is lost or misunderstood when it is read.
 *
 * Returns: whether it is
 */
gboolean
tvx_json_scan (GBytes      *bytes,
               const char  *name,
               guint        max_depth,
               GError     **error)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  Scanner self = { name, start, start + size, start, levels, 0, max_depth };
  const char *invalid;

  g_array_set_clear_func (levels, level_clear);
  if (size == 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_SYNTAX,
                   _("%s: the file is empty; an object of JSON was expected"), name);
      return FALSE;
    }
  if (!g_utf8_validate_len (start, size, &invalid))
    return fail (&self, invalid, error, _("found the byte 0x%02X, which is not UTF-8 text; save the file as UTF-8"),
                 (guint) (guchar) *invalid);
  if (size >= 3 && memcmp (start, "\357\273\277", 3) == 0)
    return fail (&self, start, error,
                 _("found a byte order mark; save the file as UTF-8 without one"));
  return scan_text (&self, error);
}
