/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of counts, which are the same in every table and every report. */

#include "statistics/tvx-count-table-private.h"

#include <string.h>

static gboolean
collect_fixed (gpointer key,
               gpointer value,
               gpointer data)
{
  g_tree_insert (data, key, g_strdup (value));
  return FALSE;
}

/* Keys are kept in files, so people should be able to read them, and no name may look like two. */
static void
append_escaped (GString    *key,
                const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("\\|=", *text) != NULL)
        g_string_append_c (key, '\\');
      g_string_append_c (key, *text);
    }
}

static gboolean
append_coordinate (gpointer key,
                   gpointer value,
                   gpointer data)
{
  g_string_append_c (data, '|');
  append_escaped (data, key);
  g_string_append_c (data, '=');
  append_escaped (data, value);
  return FALSE;
}

/**
 * tvx_count_table_dup_key:
 * @self: a table
 * @cell: the index of a cell
 *
 * Names a count so that the same count has the same name in every table.
 *
 * The key holds the population and each axis in which the cell is not at
 * the total, as in `participants 2017|alder=0-17|kon=k`. The ledger is kept by it.
 *
 * Returns: (transfer full): the key
 */
char *
tvx_count_table_dup_key (TvxCountTable *self,
                         guint          cell)
{
  g_autoptr (GTree) coordinates = g_tree_new_full (tvx_count_table_compare_ids, NULL, NULL, g_free);
  GString *key = g_string_new (NULL);

  g_return_val_if_fail (cell < self->n_cells, NULL);

  append_escaped (key, self->population);
  g_tree_foreach (self->fixed, collect_fixed, coordinates);
  for (guint i = 0; i < self->n_axes; i++)
    {
      TvxAxis *axis = self->axes[i];
      char *place = tvx_axis_dup_place (axis, tvx_count_table_get_node (self, cell, i));

      if (place != NULL)
        g_tree_insert (coordinates, (gpointer) tvx_axis_get_id (axis), place);
    }
  g_tree_foreach (coordinates, append_coordinate, key);
  return g_string_free (key, FALSE);
}

/* A key has parts, each ended by a separator that is not escaped. */
static const char *
find_part_end (const char *part)
{
  for (; *part != '\0' && *part != '|'; part++)
    if (part[0] == '\\' && part[1] != '\0')
      part++;
  return part;
}

/* What is written where an axis is told: what is escaped is one character more than it was. */
static char *
dup_unescaped (const char *text,
               gsize       length)
{
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\\' && i + 1 < length)
        i++;
      g_string_append_c (plain, text[i]);
    }
  return g_string_free_and_steal (plain);
}

/**
 * tvx_count_key_dup_place:
 * @key: the key of a count
 * @axis: the id of an axis
 *
 * Gets where in an axis a count is.
 *
 * Returns: (transfer full) (nullable): the category or group, or what [method@Axis.dup_place] calls a sum; %NULL when the
 *   key does not have the axis
 */
char *
tvx_count_key_dup_place (const char *key,
                         const char *axis)
{
  g_autoptr (GString) start = g_string_new (NULL);

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (axis != NULL, NULL);

  append_escaped (start, axis);
  g_string_append_c (start, '=');
  for (const char *end = find_part_end (key); *end != '\0';)
    {
      const char *part = end + 1;

      end = find_part_end (part);
      if (g_str_has_prefix (part, start->str))
        return dup_unescaped (part + start->len, end - part - start->len);
    }
  return NULL;
}

static const char *
get_place_label (TvxCountTable *self,
                 const char    *axis,
                 const char    *place)
{
  for (guint i = 0; i < self->n_axes; i++)
    {
      guint node;

      if (g_str_equal (axis, tvx_axis_get_id (self->axes[i])) && tvx_axis_find_node (self->axes[i], place, &node))
        return tvx_axis_get_node_label (self->axes[i], node);
    }
  return place;
}

/**
 * tvx_count_table_dup_key_label:
 * @self: a table
 * @key: the key of a count of another table about the same people
 *
 * Names a count for people as this table calls its places, as `k × 0-17`; what the table does not have is called by its id.
 *
 * Returns: (transfer full): the label
 */
char *
tvx_count_table_dup_key_label (TvxCountTable *self,
                               const char    *key)
{
  g_autoptr (GString) label = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (const char *end = find_part_end (key); *end != '\0';)
    {
      const char *part = end + 1, *equals = part;
      g_autofree char *axis = NULL, *place = NULL;

      end = find_part_end (part);
      while (equals < end && *equals != '=')
        equals += *equals == '\\' ? 2 : 1;
      /* A file may have been changed by hand. */
      if (equals >= end)
        continue;
      axis = dup_unescaped (part, equals - part);
      place = dup_unescaped (equals + 1, end - equals - 1);
      if (g_tree_lookup (self->fixed, axis) == NULL)
        g_string_append_printf (label, "%s%s", label->len > 0 ? " × " : "", get_place_label (self, axis, place));
    }
  return label->len > 0 ? g_string_free_and_steal (g_steal_pointer (&label)) : tvx_count_table_dup_label (self, self->n_cells - 1);
}

/* Whether the key has the axis with another category, and is no sum over some; if so, there is no key to look at any more. */
static gboolean
find_elsewhere (gpointer axis,
                gpointer category,
                gpointer data)
{
  const char **key = data;
  g_autofree char *place = tvx_count_key_dup_place (*key, axis);

  if (place != NULL && !g_str_has_prefix (place, TVX_AXIS_TOTAL) && !g_str_equal (place, category))
    *key = NULL;
  return *key == NULL;
}

/**
 * tvx_count_table_is_about:
 * @self: a table
 * @key: the key of a count of this or another table
 *
 * Tells whether a count is of the same people as the table, or of more people whom the table is a part of.
 *
 * Returns: whether what readers know of the count may tell them of the table
 */
gboolean
tvx_count_table_is_about (TvxCountTable *self,
                          const char    *key)
{
  g_autoptr (GString) population = g_string_new (NULL);
  const char *left = key;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  append_escaped (population, self->population);
  if (population->len != (gsize) (find_part_end (key) - key) || !g_str_has_prefix (key, population->str))
    return FALSE;
  g_tree_foreach (self->fixed, find_elsewhere, &left);
  for (guint i = 0; left != NULL && i < self->n_axes; i++)
    {
      g_autofree char *place = tvx_axis_get_partial (self->axes[i]) ? tvx_count_key_dup_place (key, tvx_axis_get_id (self->axes[i])) : NULL;
      guint node;

      if (place != NULL && !g_str_has_prefix (place, TVX_AXIS_TOTAL) && !tvx_axis_find_node (self->axes[i], place, &node))
        left = NULL;
    }
  return left != NULL;
}
