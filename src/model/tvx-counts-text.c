/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts that come as CSV, from a spreadsheet or a statistics program. */

#include "model/tvx-counts-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-category.h"
#include "model/tvx-identity-number.h"
#include "model/tvx-model-error.h"
#include "model/tvx-table-axis.h"

#define IMPOSSIBLE "."

/* What heads a column of a list of persons. */
static const char *const person_words[] = { "name", "namn", "förnamn", "efternamn", "personnummer", "personnr", "födelsedatum", "e-post",
                                            "epost", "email", "e-mail", "telefon", "phone", "hemadress", "address" };
static const char *const count_words[] = { "count", "n", "number", "antal" };

static const struct
{
  const char *code;
  const char *words[4];
} gender_words[] = {
  { "women", { "women", "kvinnor", "kvinna", "k" } },
  { "men", { "men", "män", "man", "m" } },
  { "other", { "other", "annat kön", "annat", "another gender" } },
  { TVX_CATEGORY_TOTAL, { "total", "totalt", "alla", "summa" } },
};

typedef struct
{
  GVariantBuilder  builder; /* of the counts by the key of their cell */
  GHashTable      *seen;        /* of the keys */
} Counts;

static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

static gboolean
is_one_of (const char        *text,
           const char *const *words,
           gsize              n_words)
{
  g_autofree char *folded = fold (text);

  for (gsize i = 0; i < n_words; i++)
    if (words[i] != NULL && g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

static const char *
find_gender (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (gender_words); i++)
    if (is_one_of (text, gender_words[i].words, G_N_ELEMENTS (gender_words[i].words)))
      return gender_words[i].code;
  return NULL;
}

/* What stands between the fields: what the first line has most of. */
static char
guess_separator (const char *text)
{
  const char *end = strchr (text, '\n');
  guint counts[3] = { 0 };
  const char separators[] = "\t;,";

  for (const char *p = text; *p != '\0' && p != end; p++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      counts[i] += *p == separators[i];
  return counts[0] > 0 ? '\t' : counts[1] >= counts[2] ? ';'
                                                       : ',';
}

static GPtrArray *
split (const char *text)
{
  char separator = guess_separator (text);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE, any = FALSE;

  if (g_str_has_prefix (text, "\357\273\277"))
    text += 3;
  for (const char *p = text;; p++)
    {
      if (quoted && *p == '"' && p[1] == '"')
        g_string_append_c (field, *p++);
      else if (*p == '"' && *p != '\0')
        quoted = !quoted;
      else if (*p == '\0' || (!quoted && (*p == separator || *p == '\n')))
        {
          any = any || *g_strstrip (field->str) != '\0';
          g_strv_builder_add (row, field->str);
          g_string_truncate (field, 0);
          if (*p == separator)
            continue;
          g_auto (GStrv) fields = g_strv_builder_end (row);
          if (any)
            g_ptr_array_add (rows, g_steal_pointer (&fields));
          any = FALSE;
          if (*p == '\0')
            return rows;
        }
      else if (*p != '\r')
        g_string_append_c (field, *p);
    }
}

static gboolean
has_person (GPtrArray *rows)
{
  char **head = rows->pdata[0];

  for (guint i = 0; head[i] != NULL; i++)
    if (is_one_of (head[i], person_words, G_N_ELEMENTS (person_words)))
      return TRUE;
  for (guint i = 0; i < rows->len; i++)
    for (char **field = rows->pdata[i]; *field != NULL; field++)
      {
        g_autofree char *number = tvx_find_personal_number (*field);

        if (number != NULL || (strchr (*field, '@') != NULL))
          return TRUE;
      }
  return FALSE;
}

static void
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, message);
}

static const char *
find_code (TvxStatisticsTable *table,
           guint               axis,
           const char         *text)
{
  g_autoptr (TvxRecord) record = g_list_model_get_item (tvx_record_get_list (TVX_RECORD (table), "axes"), axis);
  GListModel *categories = tvx_record_get_list (record, "categories");
  g_autofree char *folded = fold (text);

  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *names[] = { tvx_record_get_text (category, "code"), tvx_record_get_text (category, "name") };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *name = names[j] != NULL ? fold (names[j]) : NULL;

          /* Sums follow from the cells. */
          if (g_strcmp0 (name, folded) == 0)
            return tvx_record_get_value (category, "of") == NULL ? names[0] : TVX_CATEGORY_TOTAL;
        }
    }
  return find_gender (text) != NULL && g_str_equal (find_gender (text), TVX_CATEGORY_TOTAL) ? TVX_CATEGORY_TOTAL : NULL;
}

/* Reads -1 for a combination that cannot occur. */
static gboolean
read_count (const char  *text,
            guint        line,
            gint64      *count,
            GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *count = -1;
  if (g_str_equal (stripped, IMPOSSIBLE))
    return TRUE;
  if (!tvx_statistics_table_parse_count (text, count, error))
    {
      /* Translators: the number of a line of a file. */
      g_prefix_error (error, _("Line %u: "), line);
      return FALSE;
    }
  *count = MAX (*count, 0);
  return TRUE;
}

/* The key of a line without gender, empty for a table without breakdowns; NULL where the line is a sum, or wrong. */
static char *
dup_row_key (TvxStatisticsTable  *table,
             char               **fields,
             guint                line,
             GError             **error)
{
  guint n_axes = g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (table), "axes"));
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < n_axes; i++)
    {
      const char *code = find_code (table, i, fields[i]);

      if (code == NULL)
        {
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                       _("Line %u: the table has no category “%s”. Add it to the table, or correct the file."), line, fields[i]);
          return NULL;
        }
      if (g_str_equal (code, TVX_CATEGORY_TOTAL))
        return NULL;
      g_string_append_printf (key, TVX_CATEGORY_SEPARATOR "%s", code);
    }
  return g_string_free_and_steal (g_steal_pointer (&key));
}

/* Several lines about the same people are a list of persons, or a mistake: none of them may silently win. */
static gboolean
add_count (Counts      *counts,
           const char  *cell,
           gint64       count,
           guint        line,
           GError     **error)
{
  if (!g_hash_table_add (counts->seen, g_strdup (cell)))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("Line %u is about the same people as a line before it. If there is a line for each person, count them first: the register keeps no persons."),
                   line);
      return FALSE;
    }
  g_variant_builder_add (&counts->builder, "{sx}", cell, count);
  return TRUE;
}

/* Gender in the heads of columns, after the breakdowns: "Ålder;Kvinnor;Män". */
static gboolean
read_wide (TvxStatisticsTable  *table,
           GPtrArray           *rows,
           guint                n_axes,
           Counts              *counts,
           GError             **error)
{
  char **head = rows->pdata[0];

  for (guint i = 1; i < rows->len; i++)
    {
      char **fields = rows->pdata[i];
      g_autoptr (GError) local_error = NULL;
      g_autofree char *key = NULL;

      if (g_strv_length (fields) < g_strv_length (head))
        {
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("Line %u has fewer fields than the first line."), i + 1);
          return FALSE;
        }
      key = dup_row_key (table, fields, i + 1, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      for (guint j = n_axes; key != NULL && head[j] != NULL; j++)
        {
          const char *gender = find_gender (head[j]);
          g_autofree char *cell = g_strconcat (gender, key, NULL);
          gint64 count;

          if (g_str_equal (gender, TVX_CATEGORY_TOTAL))
            continue;
          if (!read_count (fields[j], i + 1, &count, error))
            return FALSE;
          if (!add_count (counts, cell, count, i + 1, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Gender in a column of its own, before the breakdowns, and the count last: "Kön;Ålder;Antal". */
static gboolean
read_long (TvxStatisticsTable  *table,
           GPtrArray           *rows,
           guint                n_axes,
           Counts              *counts,
           GError             **error)
{
  for (guint i = 1; i < rows->len; i++)
    {
      char **fields = rows->pdata[i];
      const char *gender = g_strv_length (fields) >= n_axes + 2 ? find_gender (fields[0]) : NULL;
      g_autoptr (GError) local_error = NULL;
      g_autofree char *key = NULL;
      g_autofree char *cell = NULL;
      gint64 count;

      if (gender == NULL)
        {
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("Line %u does not begin with women or men."), i + 1);
          return FALSE;
        }
      key = dup_row_key (table, fields + 1, i + 1, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (key == NULL || g_str_equal (gender, TVX_CATEGORY_TOTAL))
        continue;
      if (!read_count (fields[n_axes + 1], i + 1, &count, error))
        return FALSE;
      cell = g_strconcat (gender, key, NULL);
      if (!add_count (counts, cell, count, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tvx_counts_text_read:
 * @table: a table with its breakdowns
 * @text: a file of counts, with tabs, semicolons or commas between the fields and a line that heads the columns
 * @error: return location for a [error@Tvx.ModelError] that says what is wrong in which line
 *
 * Reads counts. The categories are known by their name or code; gender is either in the heads of the columns after the
 * breakdowns or in a column before them, with the count in the last one. Sums are passed over, since they follow from the
 * cells. A point stands where a combination cannot occur, as it does in official statistics. A file with a line for each
 * person is refused, also where each counts 1: the register has no persons.
 *
 * Returns: (transfer full) (nullable): counts by the key of their cell, of type a{sx}; -1 where it cannot occur
 */
GVariant *
tvx_counts_text_read (TvxStatisticsTable  *table,
                      const char          *text,
                      GError             **error)
{
  guint n_axes;
  g_autoptr (GPtrArray) rows = split (text);
  g_autoptr (GVariant) read = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Counts counts = { .seen = seen };
  char **head;
  gboolean wide = TRUE;
  gboolean good;

  g_return_val_if_fail (TVX_IS_STATISTICS_TABLE (table), NULL);

  n_axes = g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (table), "axes"));
  if (rows->len < 2)
    {
      refuse (error, _("The file has no lines of counts."));
      return NULL;
    }
  head = rows->pdata[0];
  for (guint i = n_axes; wide && i < MAX (g_strv_length (head), n_axes + 1); i++)
    wide = i < g_strv_length (head) && find_gender (head[i]) != NULL;
  if (has_person (rows) ||
      (!wide && (g_strv_length (head) < n_axes + 2 || !is_one_of (head[n_axes + 1], count_words, G_N_ELEMENTS (count_words)))))
    {
      refuse (error, has_person (rows)
                       ? _("The file looks like a list of persons, with a line for each. The register keeps numbers of people and no persons. Count them first, in the spreadsheet, and import the counts.")
                       : _("The file has no columns of counts. It needs a column for each breakdown and then “Women” and “Men”, or gender first, then the breakdowns, then “Count”. A file with a line for each person is not imported: the register keeps no persons."));
      return NULL;
    }
  g_variant_builder_init (&counts.builder, G_VARIANT_TYPE ("a{sx}"));
  good = wide ? read_wide (table, rows, n_axes, &counts, error) : read_long (table, rows, n_axes, &counts, error);
  read = g_variant_ref_sink (g_variant_builder_end (&counts.builder));
  return good ? g_steal_pointer (&read) : NULL;
}

/* For each cell 1 where it cannot occur and -1 where it can. */
static GVariant *
list_impossible (GVariant *counts)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sx}"));
  GVariantIter iter;
  const char *key;
  gint64 count;

  g_variant_iter_init (&iter, counts);
  while (g_variant_iter_next (&iter, "{&sx}", &key, &count))
    g_variant_builder_add (&builder, "{sx}", key, (gint64) (count < 0 ? 1 : -1));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * tvx_counts_text_import:
 * @table: a table with its breakdowns
 * @editor: the editor of its project
 * @text: a file of counts, as [func@counts_text_read] reads it
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Takes over the counts of a file, in one step that can be undone. Cells that it does not name stay as they are.
 *
 * Returns: whether the file could be read
 */
gboolean
tvx_counts_text_import (TvxStatisticsTable  *table,
                        TvxEditor           *editor,
                        const char          *text,
                        GError             **error)
{
  g_autoptr (GVariant) changes = tvx_counts_text_read (table, text, error);
  g_autoptr (GVariant) points = changes != NULL ? list_impossible (changes) : NULL;
  g_autoptr (GVariant) counts = changes != NULL ? tvx_statistics_table_with_counts (table, "counts", changes) : NULL;
  g_autoptr (GVariant) impossible = changes != NULL ? tvx_statistics_table_with_counts (table, "impossible", points) : NULL;

  if (changes == NULL)
    return FALSE;
  tvx_editor_begin (editor, _("Import Numbers"));
  tvx_editor_set (editor, TVX_RECORD (table), "counts", counts, NULL);
  tvx_editor_set (editor, TVX_RECORD (table), "impossible", impossible, NULL);
  tvx_editor_end (editor);
  return TRUE;
}
