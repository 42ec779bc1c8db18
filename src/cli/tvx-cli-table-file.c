/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of counts as JSON. A problem is told as the file, the place in it, and what was expected there. */

#include "cli/tvx-cli-table-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-output.h"
#include "statistics/tvx-audit.h"
#include "storage/tvx-json.h"
#include "storage/tvx-safe-file.h"

void
tvx_cli_rule_clear (TvxCliRule *self)
{
  g_clear_pointer (&self->insiders, g_strfreev);
}

GVariant *
tvx_cli_table_load (GFile   *file,
                    GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = tvx_safe_file_load (g_file_peek_path (file), name, TVX_SAFE_FILE_MAX_SIZE, error);

  return bytes != NULL ? tvx_json_parse (bytes, name, error) : NULL;
}

/* Reads one of the files that are given as arguments. */
GVariant *
tvx_cli_table_load_argument (TvxCliCall  *call,
                             guint        position,
                             char       **name,
                             GError     **error)
{
  g_autoptr (GFile) file = tvx_cli_call_dup_file (call, position);

  *name = g_file_get_basename (file);
  return tvx_cli_table_load (file, error);
}

/* Writes to standard output where no file is named. */
gboolean
tvx_cli_table_write (GVariant    *value,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (GVariant) taken = g_variant_take_ref (value);
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      tvx_cli_print_json (g_steal_pointer (&taken));
      return TRUE;
    }
  text = tvx_json_write (taken);
  file = g_file_new_for_path (path);
  if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

gboolean
tvx_cli_table_fail (GError     **error,
                    const char  *path,
                    const char  *expected)
{
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED, "%s: %s", path, expected);
  return FALSE;
}

/* Gets a member that must be there. */
GVariant *
tvx_cli_table_get (GVariant            *object,
                   const char          *name,
                   const GVariantType  *type,
                   const char          *path,
                   GError             **error)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree char *place = g_strdup_printf ("%s.%s", path, name);

  if (!g_variant_is_of_type (object, G_VARIANT_TYPE_VARDICT))
    {
      tvx_cli_table_fail (error, path, _("an object was expected"));
      return NULL;
    }
  value = g_variant_lookup_value (object, name, NULL);
  if (value != NULL && g_variant_is_of_type (value, type))
    return g_steal_pointer (&value);
  tvx_cli_table_fail (error, place,
                      g_variant_type_equal (type, G_VARIANT_TYPE_INT64)    ? _("a whole number was expected")
                      : g_variant_type_equal (type, G_VARIANT_TYPE_STRING) ? _("a text was expected")
                                                                           : _("a list was expected"));
  return NULL;
}

char **
tvx_cli_table_get_texts (GVariant    *object,
                         const char  *name,
                         const char  *path,
                         GError     **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GVariant) list = tvx_cli_table_get (object, name, G_VARIANT_TYPE ("av"), path, error);

  if (list == NULL)
    return NULL;
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) text = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s.%s[%zu]", path, name, i);

      if (!g_variant_is_of_type (text, G_VARIANT_TYPE_STRING))
        {
          tvx_cli_table_fail (error, place, _("a text was expected"));
          return NULL;
        }
      g_strv_builder_add (texts, g_variant_get_string (text, NULL));
    }
  return g_strv_builder_end (texts);
}

/* Finds the cell that an object's "at" names. */
gboolean
tvx_cli_table_find (TvxCountTable  *table,
                    GVariant       *object,
                    const char     *path,
                    guint          *cell,
                    GError        **error)
{
  g_auto (GStrv) at = tvx_cli_table_get_texts (object, "at", path, error);

  if (at == NULL)
    return FALSE;
  if (tvx_count_table_find_cell (table, (const char *const *) at, cell, error))
    return TRUE;
  g_prefix_error (error, "%s.at: ", path);
  return FALSE;
}

static gboolean
read_groups (TvxAxis     *axis,
             GVariant    *object,
             const char  *path,
             GError     **error)
{
  g_autoptr (GVariant) groups = g_variant_lookup_value (object, "groups", NULL);
  g_autofree char *place = g_strdup_printf ("%s.groups", path);

  if (groups == NULL)
    return TRUE;
  if (!g_variant_is_of_type (groups, G_VARIANT_TYPE ("av")))
    return tvx_cli_table_fail (error, place, _("a list was expected"));
  for (gsize i = 0; i < g_variant_n_children (groups); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (groups, i);
      g_autoptr (GVariant) group = g_variant_get_variant (boxed);
      g_autofree char *at = g_strdup_printf ("%s[%zu]", place, i);
      g_autoptr (GVariant) id = tvx_cli_table_get (group, "id", G_VARIANT_TYPE_STRING, at, error);
      g_auto (GStrv) of = id != NULL ? tvx_cli_table_get_texts (group, "of", at, error) : NULL;

      if (of == NULL)
        return FALSE;
      if (!tvx_axis_add_group (axis, g_variant_get_string (id, NULL), (const char *const *) of, error))
        {
          g_prefix_error (error, "%s: ", at);
          return FALSE;
        }
    }
  return TRUE;
}

static TvxAxis *
read_axis (GVariant    *object,
           const char  *path,
           GError     **error)
{
  g_autoptr (GVariant) id = tvx_cli_table_get (object, "id", G_VARIANT_TYPE_STRING, path, error);
  g_auto (GStrv) categories = id != NULL ? tvx_cli_table_get_texts (object, "categories", path, error) : NULL;
  g_autoptr (TvxAxis) axis = NULL;

  if (categories == NULL)
    return NULL;
  axis = tvx_axis_new (g_variant_get_string (id, NULL), (const char *const *) categories, error);
  if (axis == NULL)
    g_prefix_error (error, "%s: ", path);
  return axis != NULL && read_groups (axis, object, path, error) ? g_steal_pointer (&axis) : NULL;
}

/* Whether a cell is said to be of a combination that cannot occur. */
static gboolean
read_impossible (GVariant    *object,
                 const char  *path,
                 gboolean    *impossible,
                 GError     **error)
{
  g_autoptr (GVariant) value = NULL;
  g_autofree char *place = g_strdup_printf ("%s.impossible", path);

  *impossible = FALSE;
  if (!g_variant_is_of_type (object, G_VARIANT_TYPE_VARDICT))
    return tvx_cli_table_fail (error, path, _("an object was expected"));
  value = g_variant_lookup_value (object, "impossible", NULL);
  if (value != NULL && !g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return tvx_cli_table_fail (error, place, _("true or false was expected"));
  *impossible = value != NULL && g_variant_get_boolean (value);
  return TRUE;
}

/* Where nobody can be, the number need not be given. */
static gboolean
read_number (GVariant    *object,
             gboolean     impossible,
             const char  *path,
             gint64      *number,
             GError     **error)
{
  g_autoptr (GVariant) n = NULL;
  gboolean given = g_variant_lookup (object, "n", "@*", &n);

  *number = 0;
  if (impossible && !given)
    return TRUE;
  g_clear_pointer (&n, g_variant_unref);
  n = tvx_cli_table_get (object, "n", G_VARIANT_TYPE_INT64, path, error);
  if (n == NULL)
    return FALSE;
  *number = g_variant_get_int64 (n);
  return TRUE;
}

static gboolean
read_counts (TvxCountTable  *table,
             GVariant       *object,
             const char     *path,
             GError        **error)
{
  g_autoptr (GVariant) cells = tvx_cli_table_get (object, "cells", G_VARIANT_TYPE ("av"), path, error);
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);

  if (cells == NULL)
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (cells); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (cells, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s.cells[%zu]", path, i);
      gboolean impossible;
      gint64 n;
      guint cell;

      if (!read_impossible (item, place, &impossible, error) || !read_number (item, impossible, place, &n, error) ||
          !tvx_cli_table_find (table, item, place, &cell, error))
        return FALSE;
      if (!tvx_count_table_is_inner (table, cell))
        return tvx_cli_table_fail (error, place, _("a sum is not given; sums follow from the inner cells"));
      if (!g_hash_table_add (given, GUINT_TO_POINTER (cell)))
        return tvx_cli_table_fail (error, place, _("this cell has been given before"));
      if (!tvx_count_table_set_count (table, cell, n, error) || (impossible && !tvx_count_table_set_impossible (table, cell, error)))
        {
          g_prefix_error (error, "%s: ", place);
          return FALSE;
        }
    }
  return TRUE;
}

/* What readers of published numbers know to be impossible. That of a sum follows, and is compared when the numbers are read. */
static gboolean
read_published_impossible (TvxCountTable  *table,
                           GVariant       *object,
                           const char     *path,
                           GError        **error)
{
  g_autoptr (GVariant) cells = tvx_cli_table_get (object, "cells", G_VARIANT_TYPE ("av"), path, error);

  if (cells == NULL)
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (cells); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (cells, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s.cells[%zu]", path, i);
      gboolean impossible;
      guint cell;

      if (!read_impossible (item, place, &impossible, error))
        return FALSE;
      if (!impossible)
        continue;
      if (!tvx_cli_table_find (table, item, place, &cell, error))
        return FALSE;
      if (tvx_count_table_is_inner (table, cell) && !tvx_count_table_set_impossible (table, cell, error))
        return FALSE;
    }
  return TRUE;
}

static TvxCountTable *
read_table (GVariant    *object,
            gsize        number,
            gboolean     with_counts,
            const char  *path,
            GError     **error)
{
  g_autoptr (GVariant) list = tvx_cli_table_get (object, "dimensions", G_VARIANT_TYPE ("av"), path, error);
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  g_autofree char *name = g_strdup_printf (_("table %zu"), number);
  g_autoptr (TvxCountTable) table = NULL;

  if (list == NULL)
    return NULL;
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s.dimensions[%zu]", path, i);
      TvxAxis *axis = read_axis (item, place, error);

      if (axis == NULL)
        return NULL;
      g_ptr_array_add (axes, axis);
    }
  if (axes->len == 0)
    {
      tvx_cli_table_fail (error, path, _("a table needs at least one dimension"));
      return NULL;
    }
  table = tvx_count_table_new (name, (TvxAxis **) axes->pdata, axes->len, error);
  if (table == NULL || !(with_counts ? read_counts (table, object, path, error) : read_published_impossible (table, object, path, error)))
    return NULL;
  return g_steal_pointer (&table);
}

/* The tables of a file, or the one table that the file is. */
static GPtrArray *
list_tables (GVariant    *root,
             const char  *name,
             GError     **error)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GVariant) list = NULL;
  g_autofree char *place = g_strdup_printf ("%s: tables", name);

  if (g_variant_is_of_type (root, G_VARIANT_TYPE_VARDICT))
    list = g_variant_lookup_value (root, "tables", NULL);
  if (list == NULL)
    g_ptr_array_add (tables, g_variant_ref (root));
  else if (!g_variant_is_of_type (list, G_VARIANT_TYPE ("av")) || g_variant_n_children (list) == 0)
    {
      tvx_cli_table_fail (error, place, _("a list of one or more tables was expected"));
      g_clear_pointer (&tables, g_ptr_array_unref);
    }
  else
    for (gsize i = 0; i < g_variant_n_children (list); i++)
      {
        g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);

        g_ptr_array_add (tables, g_variant_get_variant (boxed));
      }
  return tables;
}

/* Reads the tables of a file; without counts, when it is one of published numbers. */
GPtrArray *
tvx_cli_table_read (GVariant    *root,
                    gboolean     with_counts,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (GPtrArray) objects = list_tables (root, name, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_count_table_unref);

  if (objects == NULL)
    return NULL;
  for (guint i = 0; i < objects->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: tables[%u]", name, i);
      TvxCountTable *table = read_table (g_ptr_array_index (objects, i), i + 1, with_counts, path, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

/* Puts the tables together by a rule, which then says who the insiders are. */
TvxPublication *
tvx_cli_table_publish (GPtrArray   *tables,
                       TvxCliRule  *rule,
                       GError     **error)
{
  g_autoptr (TvxPublication) publication = tvx_publication_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      TvxCountTable *table = g_ptr_array_index (tables, i);

      if (!tvx_count_table_set_threshold (table, rule->threshold, error))
        return NULL;
      tvx_count_table_set_zeros (table, rule->zeros);
      tvx_publication_add_table (publication, table);
    }
  if (rule->insiders == NULL)
    {
      tvx_publication_add_owners (publication);
      rule->insiders = tvx_publication_dup_insiders (publication);
    }
  for (guint i = 0; rule->insiders[i] != NULL; i++)
    tvx_publication_add_insider (publication, rule->insiders[i]);
  return tvx_publication_prepare (publication, error) ? g_steal_pointer (&publication) : NULL;
}

static gboolean
read_shown_cell (GVariant        *item,
                 TvxPublication  *publication,
                 guint            t,
                 const char      *path,
                 gint64          *shown,
                 gboolean        *given,
                 GError         **error)
{
  g_autoptr (GVariant) hidden = NULL;
  g_autoptr (GVariant) n = NULL;
  guint cell, count;
  gboolean impossible;
  gint64 number;

  if (!read_impossible (item, path, &impossible, error) ||
      !tvx_cli_table_find (tvx_publication_get_table (publication, t), item, path, &cell, error))
    return FALSE;
  if (given[cell])
    return tvx_cli_table_fail (error, path, _("this cell has been given before"));
  given[cell] = TRUE;
  if (impossible != tvx_count_table_get_impossible (tvx_publication_get_table (publication, t), cell))
    return tvx_cli_table_fail (error, path, _("the inner cells say otherwise about whether this can occur"));

  hidden = g_variant_lookup_value (item, "hidden", NULL);
  n = hidden != NULL ? g_variant_lookup_value (item, "n", NULL) : NULL;
  if (n != NULL)
    return tvx_cli_table_fail (error, path, _("a number that is hidden is told all the same"));
  if (hidden != NULL)
    return !impossible || tvx_cli_table_fail (error, path, _("nothing is hidden where nobody can be counted"));
  if (!read_number (item, impossible, path, &number, error))
    return FALSE;
  if (impossible && number != 0)
    return tvx_cli_table_fail (error, path, _("people are counted where nobody can be"));
  count = tvx_publication_get_count_at (publication, t, cell);
  if (shown[count] != TVX_AUDIT_HIDDEN && shown[count] != number)
    return tvx_cli_table_fail (error, path, _("the same count stands elsewhere with another number"));
  shown[count] = number;
  return shown[count] >= 0 || tvx_cli_table_fail (error, path, _("a number of people cannot be negative"));
}

/* For each count the number that is published, or TVX_AUDIT_HIDDEN. What one table shows is not hidden in another. */
gint64 *
tvx_cli_table_read_shown (GVariant        *root,
                          TvxPublication  *publication,
                          const char      *name,
                          GError         **error)
{
  g_autoptr (GPtrArray) objects = list_tables (root, name, error);
  g_autofree gint64 *shown = g_new (gint64, tvx_publication_get_n_counts (publication));

  if (objects == NULL)
    return NULL;
  if (objects->len != tvx_publication_get_n_tables (publication))
    {
      tvx_cli_table_fail (error, name, _("the files have different numbers of tables"));
      return NULL;
    }
  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    shown[i] = TVX_AUDIT_HIDDEN;
  for (guint t = 0; t < objects->len; t++)
    {
      guint n_cells = tvx_count_table_get_n_cells (tvx_publication_get_table (publication, t));
      g_autofree gboolean *given = g_new0 (gboolean, n_cells);
      g_autofree char *path = g_strdup_printf ("%s: tables[%u]", name, t);
      g_autoptr (GVariant) cells = tvx_cli_table_get (objects->pdata[t], "cells", G_VARIANT_TYPE ("av"), path, error);

      if (cells == NULL)
        return NULL;
      if (g_variant_n_children (cells) != n_cells)
        {
          tvx_cli_table_fail (error, path, _("every cell must be there, also sums"));
          return NULL;
        }
      for (gsize i = 0; i < n_cells; i++)
        {
          g_autoptr (GVariant) boxed = g_variant_get_child_value (cells, i);
          g_autoptr (GVariant) item = g_variant_get_variant (boxed);
          g_autofree char *place = g_strdup_printf ("%s.cells[%zu]", path, i);

          if (!read_shown_cell (item, publication, t, place, shown, given, error))
            return NULL;
        }
    }
  return g_steal_pointer (&shown);
}
