/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-axis.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "statistics/tvx-statistics-error.h"

/* Beyond this an axis is no breakdown that anyone reads, but it may well be a file that is to hurt. */
#define MAX_NODES 2000

typedef struct
{
  char     *id;
  char     *label;     /* NULL where the id is all there is */
  gboolean *holds; /* for each category */
  guint     size;
  GArray   *parts; /* of guint: disjoint smaller nodes that make up this one; NULL until asked for */
} Node;

struct _TvxAxis
{
  gatomicrefcount  ref_count;
  char            *id;
  char            *label;
  guint            n_categories;
  gboolean internal, partial, required;
  GPtrArray       *nodes;  /* the total comes last */
  GHashTable      *by_id; /* id → node index + 1 */
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->id);
  g_free (node->label);
  g_free (node->holds);
  g_clear_pointer (&node->parts, g_array_unref);
  g_free (node);
}

static Node *
node_new (const char *id,
          guint       n_categories)
{
  Node *node = g_new0 (Node, 1);

  node->id = g_strdup (id);
  node->holds = g_new0 (gboolean, n_categories);
  return node;
}

static void
node_add (Node  *node,
          guint  category)
{
  node->size += !node->holds[category];
  node->holds[category] = TRUE;
}

static Node *
get_node (TvxAxis *self,
          guint    node)
{
  g_assert (node < self->nodes->len);
  return g_ptr_array_index (self->nodes, node);
}

static gboolean
check_id (const char  *axis,
          const char  *id,
          GHashTable  *taken,
          GError     **error)
{
  if (id == NULL || *id == '\0' || g_str_equal (id, TVX_AXIS_TOTAL))
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Dimension “%s”: “%s” cannot name a category or group; “*” always means the total"),
                   axis, id != NULL ? id : "");
      return FALSE;
    }
  if (g_hash_table_contains (taken, id))
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Dimension “%s”: “%s” is there twice; each category and group needs a name of its own"),
                   axis, id);
      return FALSE;
    }
  return TRUE;
}

static void
set_too_large (const char  *axis,
               GError     **error)
{
  g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_TOO_LARGE,
               _("Dimension “%s” has more than %d categories and groups"), axis, MAX_NODES);
}

/* Larger nodes are made of smaller ones; of two equally large ones, the later of the earlier. */
static gboolean
comes_before (TvxAxis *self,
              guint    a,
              guint    b)
{
  guint size_a = get_node (self, a)->size, size_b = get_node (self, b)->size;

  return size_a < size_b || (size_a == size_b && a < b);
}

static gboolean
fits_in (TvxAxis        *self,
         const Node     *part,
         const gboolean *left)
{
  for (guint i = 0; i < self->n_categories; i++)
    if (part->holds[i] && !left[i])
      return FALSE;
  return TRUE;
}

/* Few large parts instead of many small ones keep the sums sparse, which the solver is fastest with. */
static GArray *
find_parts (TvxAxis *self,
            guint    node)
{
  const Node *whole = get_node (self, node);
  g_autofree gboolean *left = g_memdup2 (whole->holds, sizeof (gboolean) * self->n_categories);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));

  if (node < self->n_categories)
    return parts;

  for (;;)
    {
      guint best = G_MAXUINT;

      for (guint i = self->n_categories; i < self->nodes->len; i++)
        if (i != node && comes_before (self, i, node) && fits_in (self, get_node (self, i), left) && (best == G_MAXUINT || get_node (self, i)->size > get_node (self, best)->size))
          best = i;
      if (best == G_MAXUINT)
        break;

      for (guint i = 0; i < self->n_categories; i++)
        if (get_node (self, best)->holds[i])
          left[i] = FALSE;
      g_array_append_val (parts, best);
    }
  for (guint i = 0; i < self->n_categories; i++)
    if (left[i])
      g_array_append_val (parts, i);
  return parts;
}

/**
 * tvx_axis_new:
 * @id: what the axis is called in coordinates, for instance `kon`
 * @categories: the ids of the categories, at least one
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Makes an axis of categories without groups.
 *
 * Returns: (transfer full) (nullable): the axis, or %NULL when an id is empty, `*` or taken
 */
TvxAxis *
tvx_axis_new (const char         *id,
              const char *const  *categories,
              GError            **error)
{
  g_autoptr (TvxAxis) self = NULL;
  Node *total;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (categories != NULL, NULL);

  if (*id == '\0' || categories[0] == NULL)
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Dimension “%s”: a dimension needs a name and at least one category"), id);
      return NULL;
    }

  if (g_strv_length ((char **) categories) > MAX_NODES)
    {
      set_too_large (id, error);
      return NULL;
    }

  self = g_new0 (TvxAxis, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->n_categories = g_strv_length ((char **) categories);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_categories; i++)
    {
      Node *node;

      if (!check_id (id, categories[i], self->by_id, error))
        return NULL;
      node = node_new (categories[i], self->n_categories);
      node_add (node, i);
      g_ptr_array_add (self->nodes, node);
      g_hash_table_insert (self->by_id, node->id, GUINT_TO_POINTER (i + 1));
    }

  total = node_new (TVX_AXIS_TOTAL, self->n_categories);
  for (guint i = 0; i < self->n_categories; i++)
    node_add (total, i);
  g_ptr_array_add (self->nodes, total);

  return g_steal_pointer (&self);
}

TvxAxis *
tvx_axis_ref (TvxAxis *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tvx_axis_unref (TvxAxis *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->label);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * tvx_axis_add_group:
 * @self: an axis that no table uses yet
 * @id: the id of the group
 * @of: the ids of the categories and earlier groups it holds, none of them twice
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Adds a group, which gets a sum of its own in every table.
 *
 * Groups may lie inside each other, as municipalities in sub-regions in
 * counties, and may also overlap.
 *
 * Returns: whether the group was well formed
 */
gboolean
tvx_axis_add_group (TvxAxis            *self,
                    const char         *id,
                    const char *const  *of,
                    GError            **error)
{
  Node *node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (of != NULL, FALSE);

  if (!check_id (self->id, id, self->by_id, error))
    return FALSE;
  if (self->nodes->len > MAX_NODES)
    {
      set_too_large (self->id, error);
      return FALSE;
    }

  node = node_new (id, self->n_categories);
  for (guint i = 0; of[i] != NULL; i++)
    {
      gpointer known = g_hash_table_lookup (self->by_id, of[i]);
      const Node *part;

      if (known == NULL)
        {
          g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                       _("Dimension “%s”: group “%s” holds “%s”, which is no category or earlier group of it"),
                       self->id, id, of[i]);
          node_free (node);
          return FALSE;
        }
      part = get_node (self, GPOINTER_TO_UINT (known) - 1);
      for (guint k = 0; k < self->n_categories; k++)
        {
          if (part->holds[k] && node->holds[k])
            {
              g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                           _("Dimension “%s”: group “%s” holds “%s” twice"),
                           self->id, id, get_node (self, k)->id);
              node_free (node);
              return FALSE;
            }
          if (part->holds[k])
            node_add (node, k);
        }
    }
  if (node->size == 0)
    {
      g_set_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID,
                   _("Dimension “%s”: group “%s” is empty"), self->id, id);
      node_free (node);
      return FALSE;
    }

  g_hash_table_insert (self->by_id, node->id, GUINT_TO_POINTER (self->nodes->len));
  g_ptr_array_insert (self->nodes, self->nodes->len - 1, node);
  return TRUE;
}

/**
 * tvx_axis_set_internal:
 * @self: an axis that no table uses yet
 * @internal: whether its categories and groups are kept out of what is published
 *
 * Keeps all cells but those at the total of this axis unpublished.
 *
 * Two published tables that share more than their margins are linked that
 * way through the table that they both are sums of.
 */
void
tvx_axis_set_internal (TvxAxis  *self,
                       gboolean  internal)
{
  g_return_if_fail (self != NULL);

  self->internal = internal;
}

gboolean
tvx_axis_get_internal (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->internal;
}

/**
 * tvx_axis_set_partial:
 * @self: an axis that no table uses yet
 * @partial: whether there may be further categories that other tables have
 *
 * Makes sums over the axis different counts where they are of different categories.
 *
 * The sum over this year's projects and the sum over last year's are not the same
 * count, and their difference is the projects that came and went. With the projects
 * of an earlier report as a group of the axis, its sums are protected together
 * with the new ones.
 */
void
tvx_axis_set_partial (TvxAxis  *self,
                      gboolean  partial)
{
  g_return_if_fail (self != NULL);

  self->partial = partial;
}

gboolean
tvx_axis_get_partial (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->partial;
}

/**
 * tvx_axis_set_required:
 * @self: an axis
 * @required: whether its categories must stay as they are
 *
 * Says whether a smaller table may be proposed that leaves the axis out or merges its categories, as is the case unless
 * this is called.
 */
void
tvx_axis_set_required (TvxAxis  *self,
                       gboolean  required)
{
  g_return_if_fail (self != NULL);

  self->required = required;
}

gboolean
tvx_axis_get_required (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->required;
}

/* The same categories have the same name, in whatever order they are. */
static char *
dup_sum_name (TvxAxis *self,
              guint    node)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->n_categories; i++)
    if (get_node (self, node)->holds[i])
      g_ptr_array_add (ids, get_node (self, i)->id);
  g_ptr_array_sort_values (ids, (GCompareFunc) strcmp);
  for (guint i = 0; i < ids->len; i++)
    g_checksum_update (checksum, ids->pdata[i], strlen (ids->pdata[i]) + 1);
  return g_strdup_printf (TVX_AXIS_TOTAL "%.16s", g_checksum_get_string (checksum));
}

/**
 * tvx_axis_dup_place:
 * @self: an axis
 * @node: a node of it
 *
 * Names a node in the keys of counts.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL when the key of a count need not have this axis
 */
char *
tvx_axis_dup_place (TvxAxis *self,
                    guint    node)
{
  guint same = tvx_axis_get_same (self, node);

  if (self->partial && get_node (self, same)->size > 1)
    return dup_sum_name (self, same);
  return same + 1 < self->nodes->len ? g_strdup (get_node (self, same)->id) : NULL;
}

const char *
tvx_axis_get_id (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * tvx_axis_set_labels:
 * @self: an axis that no table uses yet
 * @label: what messages call the axis
 * @labels: (array): what they call its nodes, in order, the total last
 *
 * Gives names for people to what has ids. Without them, messages use the ids.
 */
void
tvx_axis_set_labels (TvxAxis           *self,
                     const char        *label,
                     const char *const *labels)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->label, label);
  for (guint i = 0; i < self->nodes->len; i++)
    g_set_str (&get_node (self, i)->label, labels[i]);
}

const char *
tvx_axis_get_label (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label != NULL ? self->label : self->id;
}

const char *
tvx_axis_get_node_label (TvxAxis *self,
                         guint    node)
{
  const Node *of;

  g_return_val_if_fail (self != NULL, NULL);

  of = get_node (self, node);
  return of->label != NULL ? of->label : of->id;
}

guint
tvx_axis_get_n_categories (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_categories;
}

guint
tvx_axis_get_n_nodes (TvxAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

const char *
tvx_axis_get_node_id (TvxAxis *self,
                      guint    node)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_node (self, node)->id;
}

/**
 * tvx_axis_find_node:
 * @self: an axis
 * @id: the id of a category or group, or `*`
 * @node: (out): return location for the index of the node
 *
 * Finds a node by its id.
 *
 * Returns: whether there is such a node
 */
gboolean
tvx_axis_find_node (TvxAxis    *self,
                    const char *id,
                    guint      *node)
{
  gpointer known;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (g_str_equal (id, TVX_AXIS_TOTAL))
    {
      *node = self->nodes->len - 1;
      return TRUE;
    }
  known = g_hash_table_lookup (self->by_id, id);
  if (known == NULL)
    return FALSE;
  *node = GPOINTER_TO_UINT (known) - 1;
  return TRUE;
}

/**
 * tvx_axis_get_same:
 * @self: an axis
 * @node: a node of it
 *
 * Gets the node that stands for all nodes that hold the same categories.
 *
 * That is the total, or else the first of them: a group of one category is that category.
 *
 * Returns: the index of that node
 */
guint
tvx_axis_get_same (TvxAxis *self,
                   guint    node)
{
  const Node *of = get_node (self, node);

  if (of->size == self->n_categories)
    return self->nodes->len - 1;
  if (node < self->n_categories)
    return node;
  for (guint i = 0; i < node; i++)
    if (get_node (self, i)->size == of->size && fits_in (self, get_node (self, i), of->holds))
      return i;
  return node;
}

gboolean
tvx_axis_contains (TvxAxis *self,
                   guint    node,
                   guint    category)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (category < self->n_categories, FALSE);

  return get_node (self, node)->holds[category];
}

/**
 * tvx_axis_get_parts:
 * @self: an axis
 * @node: a node of it
 * @n_parts: (out): return location for the number of parts, 0 for a category
 *
 * Gets disjoint smaller nodes that together are this one.
 *
 * Returns: (array length=n_parts): the parts
 */
const guint *
tvx_axis_get_parts (TvxAxis *self,
                    guint    node,
                    guint   *n_parts)
{
  Node *whole;

  g_return_val_if_fail (self != NULL, NULL);

  whole = get_node (self, node);
  if (whole->parts == NULL)
    whole->parts = find_parts (self, node);
  *n_parts = whole->parts->len;
  return (const guint *) (gpointer) whole->parts->data;
}
