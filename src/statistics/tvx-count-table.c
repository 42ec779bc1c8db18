/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-count-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "statistics/tvx-statistics-error.h"

/* Beyond these a table is no report; they also keep every sum far from overflow. */
#define MAX_CELLS 1000000
#define MAX_COUNT (G_GINT64_CONSTANT (1) << 32)

int
tvx_count_table_compare_ids (gconstpointer a,
                             gconstpointer b,
                             gpointer      data)
{
  return strcmp (a, b);
}

/**
 * tvx_count_table_new:
 * @name: what messages call the table
 * @axes: (array length=n_axes): what it is broken down by
 * @n_axes: how many they are, at least 1
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Makes a table of zeros.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL when an axis
 *   comes twice or there would be over a million cells
 */
TvxCountTable *
tvx_count_table_new (const char  *name,
                     TvxAxis    **axes,
                     guint        n_axes,
                     GError     **error)
{
  g_autoptr (TvxCountTable) self = NULL;
  guint64 n_cells = 1;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (n_axes > 0, NULL);

  for (guint i = 0; i < n_axes; i++)
    {
      for (guint k = 0; k < i; k++)
        if (g_str_equal (tvx_axis_get_id (axes[i]), tvx_axis_get_id (axes[k])))
          {
            g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                         _("Table “%s” has the dimension “%s” twice"),
                         name, tvx_axis_get_label (axes[i]));
            return NULL;
          }
      n_cells *= tvx_axis_get_n_nodes (axes[i]);
      if (n_cells > MAX_CELLS)
        {
          g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_TOO_LARGE,
                       _("Table “%s” would have more than a million numbers; use fewer dimensions or categories"),
                       name);
          return NULL;
        }
    }

  self = g_new0 (TvxCountTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->population = g_strdup ("");
  self->threshold = TVX_COUNT_TABLE_DEFAULT_THRESHOLD;
  self->insiders = TRUE;
  self->n_axes = n_axes;
  self->axes = g_new (TvxAxis *, n_axes);
  self->strides = g_new (guint, n_axes);
  self->fixed = g_tree_new_full (tvx_count_table_compare_ids, NULL, g_free, g_free);
  self->n_cells = n_cells;
  self->counts = g_new0 (gint64, n_cells);
  self->impossible = g_new0 (gboolean, n_cells);

  /* The last axis moves fastest, as one reads a table. */
  for (guint i = n_axes, stride = 1; i-- > 0;)
    {
      guint n_parts;

      self->axes[i] = tvx_axis_ref (axes[i]);
      /* An axis works out its parts when they are asked for, which must not happen in two threads. */
      for (guint node = 0; node < tvx_axis_get_n_nodes (axes[i]); node++)
        tvx_axis_get_parts (axes[i], node, &n_parts);
      self->strides[i] = stride;
      stride *= tvx_axis_get_n_nodes (axes[i]);
    }
  return g_steal_pointer (&self);
}

static gboolean
copy_fixed (gpointer key,
            gpointer value,
            gpointer data)
{
  g_tree_insert (data, g_strdup (key), g_strdup (value));
  return FALSE;
}

/**
 * tvx_count_table_new_like:
 * @other: a table
 * @axes: (array length=n_axes): what the new one is broken down by
 * @n_axes: how many they are, at least 1
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Makes a table of zeros about the same people and by the same rules as another.
 *
 * Returns: (transfer full) (nullable): the table
 */
TvxCountTable *
tvx_count_table_new_like (TvxCountTable  *other,
                          TvxAxis       **axes,
                          guint           n_axes,
                          GError        **error)
{
  TvxCountTable *self = tvx_count_table_new (other->name, axes, n_axes, error);

  if (self == NULL)
    return NULL;
  g_set_str (&self->population, other->population);
  self->threshold = other->threshold;
  self->zeros = other->zeros;
  self->insiders = other->insiders;
  g_tree_foreach (other->fixed, copy_fixed, self->fixed);
  return self;
}

TvxCountTable *
tvx_count_table_ref (TvxCountTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tvx_count_table_unref (TvxCountTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_axes; i++)
    tvx_axis_unref (self->axes[i]);
  g_free (self->axes);
  g_free (self->strides);
  g_tree_unref (self->fixed);
  g_free (self->counts);
  g_free (self->impossible);
  g_free (self->n_possible);
  g_free (self->population);
  g_free (self->name);
  g_free (self);
}

/**
 * tvx_count_table_set_population:
 * @self: a table
 * @population: who is counted and when, for instance `participants 2017`
 *
 * Says who is counted; counts of different populations are never the same count.
 */
void
tvx_count_table_set_population (TvxCountTable *self,
                                const char    *population)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (population != NULL);

  g_set_str (&self->population, population);
}

/**
 * tvx_count_table_fix:
 * @self: a table without this axis
 * @axis: the id of an axis
 * @category: where in it all cells of the table are
 *
 * Places the whole table in a category of a further axis.
 *
 * The table of one project is fixed at that project, and so shares its margins
 * with a table that has the projects as an axis.
 */
void
tvx_count_table_fix (TvxCountTable *self,
                     const char    *axis,
                     const char    *category)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (axis != NULL);
  g_return_if_fail (category != NULL);
  for (guint i = 0; i < self->n_axes; i++)
    g_return_if_fail (!g_str_equal (axis, tvx_axis_get_id (self->axes[i])));

  g_tree_replace (self->fixed, g_strdup (axis), g_strdup (category));
}

/**
 * tvx_count_table_set_threshold:
 * @self: a table
 * @threshold: the smallest count that is not small, 3 to 20
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Sets which counts are small: those from 1 up to just below the threshold.
 *
 * Returns: whether the threshold is allowed
 */
gboolean
tvx_count_table_set_threshold (TvxCountTable  *self,
                               guint           threshold,
                               GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (threshold < TVX_COUNT_TABLE_MIN_THRESHOLD || threshold > TVX_COUNT_TABLE_MAX_THRESHOLD)
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Table “%s”: the threshold %u is outside %d–%d"), self->name, threshold,
                   TVX_COUNT_TABLE_MIN_THRESHOLD, TVX_COUNT_TABLE_MAX_THRESHOLD);
      return FALSE;
    }
  self->threshold = threshold;
  return TRUE;
}

guint
tvx_count_table_get_threshold (TvxCountTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->threshold;
}

void
tvx_count_table_set_zeros (TvxCountTable *self,
                           TvxZeros       zeros)
{
  g_return_if_fail (self != NULL);

  self->zeros = zeros;
}

TvxZeros
tvx_count_table_get_zeros (TvxCountTable *self)
{
  g_return_val_if_fail (self != NULL, TVX_ZEROS_MAYBE);

  return self->zeros;
}

/**
 * tvx_count_table_set_insiders:
 * @self: a table
 * @insiders: whether it asks for protection from those who know their own counts, as it does when nothing is said
 *
 * Says whether [method@Tvx.Publication.add_owners] is to look for insiders in the table.
 */
void
tvx_count_table_set_insiders (TvxCountTable *self,
                              gboolean       insiders)
{
  g_return_if_fail (self != NULL);

  self->insiders = insiders;
}

gboolean
tvx_count_table_get_insiders (TvxCountTable *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->insiders;
}

const char *
tvx_count_table_get_name (TvxCountTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

guint
tvx_count_table_get_n_axes (TvxCountTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_axes;
}

/**
 * tvx_count_table_get_axis:
 * @self: a table
 * @axis: which axis, from 0
 *
 * Gets an axis of the table.
 *
 * Returns: (transfer none): the axis
 */
TvxAxis *
tvx_count_table_get_axis (TvxCountTable *self,
                          guint          axis)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (axis < self->n_axes, NULL);

  return self->axes[axis];
}

guint
tvx_count_table_get_n_cells (TvxCountTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_cells;
}

/**
 * tvx_count_table_find_cell:
 * @self: a table
 * @at: (array zero-terminated=1): the id of a node for each axis, in order
 * @cell: (out): return location for the index of the cell
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Finds a cell by its coordinates.
 *
 * Returns: whether there is such a cell
 */
gboolean
tvx_count_table_find_cell (TvxCountTable      *self,
                           const char *const  *at,
                           guint              *cell,
                           GError            **error)
{
  guint found = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (at != NULL, FALSE);

  if (g_strv_length ((char **) at) != self->n_axes)
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Table “%s” has %u dimensions, but a cell has %u coordinates"),
                   self->name, self->n_axes, g_strv_length ((char **) at));
      return FALSE;
    }
  for (guint i = 0; i < self->n_axes; i++)
    {
      guint node;

      if (!tvx_axis_find_node (self->axes[i], at[i], &node))
        {
          g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                       _("Table “%s”: “%s” is no category or group of the dimension “%s”"),
                       self->name, at[i], tvx_axis_get_id (self->axes[i]));
          return FALSE;
        }
      found += node * self->strides[i];
    }
  *cell = found;
  return TRUE;
}

/**
 * tvx_count_table_get_node:
 * @self: a table
 * @cell: the index of a cell
 * @axis: which axis, from 0
 *
 * Gets where in an axis a cell is.
 *
 * Returns: the index of the node
 */
guint
tvx_count_table_get_node (TvxCountTable *self,
                          guint          cell,
                          guint          axis)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (axis < self->n_axes, 0);

  return cell / self->strides[axis] % tvx_axis_get_n_nodes (self->axes[axis]);
}

/**
 * tvx_count_table_get_category:
 * @self: a table
 * @cell: the index of a cell
 * @axis: the id of an axis, which the table may also be fixed in
 *
 * Gets the category that a cell lies in.
 *
 * Returns: (transfer none) (nullable): the id of the category, or %NULL when the
 *   cell is at a group or the total, or the table knows nothing of the axis
 */
const char *
tvx_count_table_get_category (TvxCountTable *self,
                              guint          cell,
                              const char    *axis)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (cell < self->n_cells, NULL);

  for (guint i = 0; i < self->n_axes; i++)
    {
      guint node = tvx_count_table_get_node (self, cell, i);

      if (g_str_equal (axis, tvx_axis_get_id (self->axes[i])))
        return node < tvx_axis_get_n_categories (self->axes[i])
                 ? tvx_axis_get_node_id (self->axes[i], node)
                 : NULL;
    }
  return g_tree_lookup (self->fixed, axis);
}

/**
 * tvx_count_table_move:
 * @self: a table
 * @cell: the index of a cell
 * @axis: which axis, from 0
 * @node: a node of that axis
 *
 * Gets the cell that has another place in one axis and is the same in all others.
 *
 * Returns: the index of that cell
 */
guint
tvx_count_table_move (TvxCountTable *self,
                      guint          cell,
                      guint          axis,
                      guint          node)
{
  guint from = tvx_count_table_get_node (self, cell, axis);

  return cell - from * self->strides[axis] + node * self->strides[axis];
}

/**
 * tvx_count_table_is_inner:
 * @self: a table
 * @cell: the index of a cell
 *
 * Tells whether a cell is at a category in every axis.
 *
 * Returns: whether the cell is no sum
 */
gboolean
tvx_count_table_is_inner (TvxCountTable *self,
                          guint          cell)
{
  for (guint i = 0; i < self->n_axes; i++)
    if (tvx_count_table_get_node (self, cell, i) >= tvx_axis_get_n_categories (self->axes[i]))
      return FALSE;
  return TRUE;
}

/**
 * tvx_count_table_is_published:
 * @self: a table
 * @cell: the index of a cell
 *
 * Tells whether readers see this cell, as a number or as hidden.
 *
 * Returns: %FALSE for a cell inside an internal axis
 */
gboolean
tvx_count_table_is_published (TvxCountTable *self,
                              guint          cell)
{
  for (guint i = 0; i < self->n_axes; i++)
    if (tvx_axis_get_internal (self->axes[i]) &&
        tvx_count_table_get_node (self, cell, i) + 1 < tvx_axis_get_n_nodes (self->axes[i]))
      return FALSE;
  return TRUE;
}

/**
 * tvx_count_table_get_above:
 * @self: a table
 * @cell: the index of an inner cell
 * @cells: (element-type guint): an array to fill
 *
 * Gets all cells that an inner cell is counted in, itself first.
 */
void
tvx_count_table_get_above (TvxCountTable *self,
                           guint          cell,
                           GArray        *cells)
{
  g_return_if_fail (tvx_count_table_is_inner (self, cell));

  g_array_set_size (cells, 0);
  g_array_append_val (cells, cell);
  for (guint i = 0; i < self->n_axes; i++)
    {
      TvxAxis *axis = self->axes[i];
      guint category = tvx_count_table_get_node (self, cell, i);
      guint n_so_far = cells->len;

      for (guint node = tvx_axis_get_n_categories (axis); node < tvx_axis_get_n_nodes (axis); node++)
        if (tvx_axis_contains (axis, node, category))
          for (guint k = 0; k < n_so_far; k++)
            {
              guint above = tvx_count_table_move (self, g_array_index (cells, guint, k), i, node);

              g_array_append_val (cells, above);
            }
    }
}

/**
 * tvx_count_table_has_axis:
 * @self: a table
 * @axis: the id of an axis
 *
 * Tells whether the table is broken down by an axis, or fixed in it.
 *
 * Returns: whether its cells have a place in the axis
 */
gboolean
tvx_count_table_has_axis (TvxCountTable *self,
                          const char    *axis)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (axis != NULL, FALSE);

  for (guint i = 0; i < self->n_axes; i++)
    if (g_str_equal (axis, tvx_axis_get_id (self->axes[i])))
      return TRUE;
  return g_tree_lookup (self->fixed, axis) != NULL;
}

/**
 * tvx_count_table_dup_label:
 * @self: a table
 * @cell: the index of a cell
 *
 * Names a cell for people, as `k × 0-17`.
 *
 * Returns: (transfer full): the label
 */
char *
tvx_count_table_dup_label (TvxCountTable *self,
                           guint          cell)
{
  GString *label = g_string_new (NULL);

  g_return_val_if_fail (cell < self->n_cells, NULL);

  for (guint i = 0; i < self->n_axes; i++)
    g_string_append_printf (label, "%s%s", i > 0 ? " × " : "",
                            tvx_axis_get_node_label (self->axes[i], tvx_count_table_get_node (self, cell, i)));
  return g_string_free (label, FALSE);
}

/**
 * tvx_count_table_set_count:
 * @self: a table
 * @cell: the index of an inner cell
 * @count: its count, not negative
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Sets an inner cell; the sums follow.
 *
 * Returns: whether the count is possible
 */
gboolean
tvx_count_table_set_count (TvxCountTable  *self,
                           guint           cell,
                           gint64          count,
                           GError        **error)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 change;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cell < self->n_cells && tvx_count_table_is_inner (self, cell), FALSE);

  if (count < 0 || count > MAX_COUNT)
    {
      g_autofree char *label = tvx_count_table_dup_label (self, cell);

      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Table “%s”, %s: %lld cannot be a number of people"), self->name, label, (long long) count);
      return FALSE;
    }

  change = count - self->counts[cell];
  tvx_count_table_get_above (self, cell, above);
  for (guint i = 0; i < above->len; i++)
    self->counts[g_array_index (above, guint, i)] += change;
  return TRUE;
}

gint64
tvx_count_table_get_count (TvxCountTable *self,
                           guint          cell)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (cell < self->n_cells, 0);

  return self->counts[cell];
}

/* How many inner cells each cell is made of; those that are impossible are taken off as they come. */
static guint *
count_inner (TvxCountTable *self)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  guint *n_inner = g_new0 (guint, self->n_cells);

  for (guint cell = 0; cell < self->n_cells; cell++)
    {
      if (!tvx_count_table_is_inner (self, cell))
        continue;
      tvx_count_table_get_above (self, cell, above);
      for (guint k = 0; k < above->len; k++)
        n_inner[g_array_index (above, guint, k)]++;
    }
  return n_inner;
}

/**
 * tvx_count_table_set_impossible:
 * @self: a table
 * @cell: the index of an inner cell whose count is 0
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Marks a combination that cannot occur, such as a pensioner under 18. A sum of nothing else is impossible, too.
 *
 * Returns: whether the count is 0
 */
gboolean
tvx_count_table_set_impossible (TvxCountTable  *self,
                                guint           cell,
                                GError        **error)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tvx_count_table_is_inner (self, cell), FALSE);

  if (self->counts[cell] != 0)
    {
      g_autofree char *label = tvx_count_table_dup_label (self, cell);

      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Table “%s”, %s: %lld people are counted where nobody can be"),
                   self->name, label, (long long) self->counts[cell]);
      return FALSE;
    }
  if (self->impossible[cell])
    return TRUE;
  if (self->n_possible == NULL)
    self->n_possible = count_inner (self);
  tvx_count_table_get_above (self, cell, above);
  for (guint k = 0; k < above->len; k++)
    {
      guint sum = g_array_index (above, guint, k);

      self->impossible[sum] = --self->n_possible[sum] == 0;
    }
  return TRUE;
}

gboolean
tvx_count_table_get_impossible (TvxCountTable *self,
                                guint          cell)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cell < self->n_cells, FALSE);

  return self->impossible[cell];
}
