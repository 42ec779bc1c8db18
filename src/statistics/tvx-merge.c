/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-merge.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-publication-private.h"
#include "statistics/tvx-statistics-error.h"

#define MAX_MERGED 20

/* An axis with two neighbouring categories merged into one. */
typedef struct
{
  TvxAxis *axis;
  guint   *category_of; /* old category → new category */
} Shorter;

static void
shorter_clear (Shorter *self)
{
  g_clear_pointer (&self->axis, tvx_axis_unref);
  g_clear_pointer (&self->category_of, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shorter, shorter_clear)

/* All that is tried, one after the other. */
typedef struct
{
  TvxPublication          *publication;
  const TvxProtectOptions *options; /* what was asked for */
  GCancellable            *cancellable;
  guint                    n_cells;
  guint n_tries, n_tried; /* for progress */
  GPtrArray               *merges;
} Search;

/* A group stays when it holds both of the merged categories, or neither. */
static void
copy_groups (Shorter *self,
             TvxAxis *from,
             guint    first)
{
  guint n_categories = tvx_axis_get_n_categories (from);

  for (guint node = n_categories; node + 1 < tvx_axis_get_n_nodes (from); node++)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) of = NULL;

      if (tvx_axis_contains (from, node, first) != tvx_axis_contains (from, node, first + 1))
        continue;
      for (guint i = 0; i < n_categories; i++)
        if (i != first + 1 && tvx_axis_contains (from, node, i))
          g_strv_builder_add (builder, tvx_axis_get_node_id (self->axis, self->category_of[i]));
      of = g_strv_builder_end (builder);
      tvx_axis_add_group (self->axis, tvx_axis_get_node_id (from, node), (const char *const *) of, NULL);
    }
}

static gboolean
merge_categories (Shorter  *self,
                  TvxAxis  *from,
                  guint     first,
                  GError  **error)
{
  guint n_categories = tvx_axis_get_n_categories (from);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) categories = NULL;

  self->category_of = g_new (guint, n_categories);
  for (guint i = 0; i < n_categories; i++)
    {
      self->category_of[i] = i <= first ? i : i - 1;
      if (i == first)
        g_strv_builder_take (builder, g_strdup_printf ("%s + %s", tvx_axis_get_node_id (from, i),
                                                       tvx_axis_get_node_id (from, i + 1)));
      else if (i != first + 1)
        g_strv_builder_add (builder, tvx_axis_get_node_id (from, i));
    }
  categories = g_strv_builder_end (builder);
  self->axis = tvx_axis_new (tvx_axis_get_id (from), (const char *const *) categories, error);
  if (self->axis == NULL)
    return FALSE;
  tvx_axis_set_partial (self->axis, tvx_axis_get_partial (from));
  copy_groups (self, from, first);
  return TRUE;
}

static gboolean
find_axis (TvxCountTable *table,
           const char    *id,
           guint         *axis)
{
  for (*axis = 0; *axis < tvx_count_table_get_n_axes (table); (*axis)++)
    if (g_str_equal (tvx_axis_get_id (tvx_count_table_get_axis (table, *axis)), id))
      return TRUE;
  return FALSE;
}

/* Counts the same people by a shorter axis, or by one axis less where there is none. */
static TvxCountTable *
shorten_table (TvxCountTable  *table,
               guint           axis,
               const Shorter  *shorter,
               GError        **error)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new ();
  g_autoptr (TvxCountTable) result = NULL;

  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    if (d != axis)
      g_ptr_array_add (axes, tvx_count_table_get_axis (table, d));
    else if (shorter != NULL)
      g_ptr_array_add (axes, shorter->axis);
  result = tvx_count_table_new_like (table, (TvxAxis **) axes->pdata, axes->len, error);
  if (result == NULL)
    return NULL;

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      guint to = 0;

      if (!tvx_count_table_is_inner (table, cell))
        continue;
      for (guint d = 0, k = 0; d < tvx_count_table_get_n_axes (table); d++)
        if (d != axis || shorter != NULL)
          {
            guint node = tvx_count_table_get_node (table, cell, d);

            to = tvx_count_table_move (result, to, k++, d == axis ? shorter->category_of[node] : node);
          }
      if (!tvx_count_table_set_count (result, to,
                                      tvx_count_table_get_count (result, to) + tvx_count_table_get_count (table, cell),
                                      error))
        return NULL;
    }
  return g_steal_pointer (&result);
}

/* The publication with an axis made shorter in all tables that have it. A table of nothing else goes. */
static TvxPublication *
shorten (TvxPublication  *publication,
         const char      *id,
         guint            first,
         GError         **error)
{
  g_autoptr (TvxPublication) result = tvx_publication_new_like (publication);
  gboolean leave_out = first == G_MAXUINT;

  for (guint t = 0; t < tvx_publication_get_n_tables (publication); t++)
    {
      TvxCountTable *table = tvx_publication_get_table (publication, t);
      g_autoptr (TvxCountTable) shorter_table = NULL;
      g_auto (Shorter) shorter = { 0 };
      guint axis;

      if (!find_axis (table, id, &axis))
        {
          tvx_publication_add_table (result, table);
          continue;
        }
      if (leave_out && tvx_count_table_get_n_axes (table) == 1)
        continue;
      if (!leave_out && !merge_categories (&shorter, tvx_count_table_get_axis (table, axis), first, error))
        return NULL;
      shorter_table = shorten_table (table, axis, leave_out ? NULL : &shorter, error);
      if (shorter_table == NULL)
        return NULL;
      tvx_publication_add_table (result, shorter_table);
    }
  return g_steal_pointer (&result);
}

static void
relay_progress (double   fraction,
                gpointer data)
{
  const Search *search = data;

  search->options->progress ((search->n_tried + fraction) / search->n_tries, search->options->progress_data);
}

static gboolean
try_merge (Search   *search,
           TvxAxis  *axis,
           guint     first,
           GError  **error)
{
  TvxProtectOptions quick = TVX_PROTECT_OPTIONS_INIT;
  const char *id = tvx_axis_get_id (axis);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TvxPublication) shorter = shorten (search->publication, id, first, &local_error);
  g_autoptr (TvxProtection) protection = NULL;
  TvxProtectionSummary summary;
  TvxMerge *merge;

  quick.n_rounds = 0;
  if (search->options != NULL)
    quick.cost = search->options->cost;
  if (search->options != NULL && search->options->progress != NULL)
    {
      quick.progress = relay_progress;
      quick.progress_data = search;
    }
  if (shorter != NULL && tvx_publication_get_n_tables (shorter) > 0)
    protection = tvx_protect (shorter, &quick, search->cancellable, &local_error);
  search->n_tried++;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* What cannot be protected even then is no proposal. */
  if (protection == NULL)
    return TRUE;

  tvx_protection_get_summary (protection, &summary);
  merge = g_new0 (TvxMerge, 1);
  merge->axis = g_strdup (tvx_axis_get_label (axis));
  merge->axis_id = g_strdup (id);
  if (first != G_MAXUINT)
    {
      merge->first = g_strdup (tvx_axis_get_node_label (axis, first));
      merge->first_id = g_strdup (tvx_axis_get_node_id (axis, first));
      merge->second = g_strdup (tvx_axis_get_node_label (axis, first + 1));
      merge->second_id = g_strdup (tvx_axis_get_node_id (axis, first + 1));
    }
  merge->n_hidden = summary.n_small + summary.n_follow;
  merge->n_shown = summary.n_cells - merge->n_hidden;
  merge->n_lost = search->n_cells - MIN (search->n_cells, merge->n_shown);
  g_ptr_array_add (search->merges, merge);
  return TRUE;
}

static int
compare_merges (gconstpointer a,
                gconstpointer b)
{
  const TvxMerge *first = *(TvxMerge *const *) a, *second = *(TvxMerge *const *) b;

  if (first->n_lost != second->n_lost)
    return first->n_lost < second->n_lost ? -1 : 1;
  return first->n_hidden < second->n_hidden ? -1 : first->n_hidden > second->n_hidden;
}

/* Of two categories nothing would be left; and neighbours in a long list, as projects, have nothing in common. */
static guint
count_merges (TvxAxis *axis)
{
  guint n_categories = tvx_axis_get_n_categories (axis);

  return n_categories > 2 && n_categories <= MAX_MERGED ? n_categories - 1 : 0;
}

/* The axes that may be made smaller, each once. What readers do not see links tables, and is needed. */
static void
list_axes (TvxPublication *publication,
           GPtrArray      *axes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint t = 0; t < tvx_publication_get_n_tables (publication); t++)
    {
      TvxCountTable *table = tvx_publication_get_table (publication, t);

      for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
        if (tvx_axis_get_internal (tvx_count_table_get_axis (table, d)) || tvx_axis_get_required (tvx_count_table_get_axis (table, d)))
          g_hash_table_add (seen, (gpointer) tvx_axis_get_id (tvx_count_table_get_axis (table, d)));
    }
  for (guint t = 0; t < tvx_publication_get_n_tables (publication); t++)
    {
      TvxCountTable *table = tvx_publication_get_table (publication, t);

      for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
        if (g_hash_table_add (seen, (gpointer) tvx_axis_get_id (tvx_count_table_get_axis (table, d))))
          g_ptr_array_add (axes, tvx_count_table_get_axis (table, d));
    }
}

static guint
count_published (TvxPublication *publication)
{
  guint n = 0;

  for (guint i = 0; i < publication->n_counts; i++)
    n += publication->counts[i].published;
  return n;
}

void
tvx_merge_free (TvxMerge *self)
{
  g_free (self->axis);
  g_free (self->axis_id);
  g_free (self->first);
  g_free (self->first_id);
  g_free (self->second);
  g_free (self->second_id);
  g_free (self);
}

/**
 * tvx_merge_dup_text:
 * @self: a proposal
 *
 * Says a proposal and its cost in a sentence.
 *
 * Returns: (transfer full): the sentence
 */
char *
tvx_merge_dup_text (const TvxMerge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->first == NULL)
    return g_strdup_printf (_("Leave out “%s”: %u numbers can be shown, %u are hidden"),
                            self->axis, self->n_shown, self->n_hidden);
  return g_strdup_printf (_("Merge “%s” and “%s” in “%s”: %u numbers can be shown, %u are hidden"),
                          self->first, self->second, self->axis, self->n_shown, self->n_hidden);
}

/**
 * tvx_merge_propose:
 * @publication: what is to be published
 * @options: (nullable): how to go about it, for each proposal anew
 * @cancellable: (nullable): to stop it
 * @error: return location for an error in %TVX_STATISTICS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Finds which neighbouring categories to merge, or which axis to leave out, so
 * that the rest can be protected, and what each of these costs.
 *
 * Returns: (transfer full) (nullable) (element-type TvxMerge): the proposals
 *   that a certificate was found for, the one that loses least first
 */
GPtrArray *
tvx_merge_propose (TvxPublication           *publication,
                   const TvxProtectOptions  *options,
                   GCancellable             *cancellable,
                   GError                  **error)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new ();
  g_autoptr (GPtrArray) merges = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_merge_free);
  Search search = { publication, options, cancellable, .merges = merges };

  g_return_val_if_fail (publication != NULL, NULL);

  if (!tvx_publication_prepare (publication, error))
    return NULL;
  search.n_cells = count_published (publication);
  list_axes (publication, axes);
  for (guint i = 0; i < axes->len; i++)
    search.n_tries += count_merges (axes->pdata[i]) + 1;
  for (guint i = 0; i < axes->len; i++)
    {
      TvxAxis *axis = axes->pdata[i];

      for (guint first = 0; first < count_merges (axis); first++)
        if (!try_merge (&search, axis, first, error))
          return NULL;
      if (!try_merge (&search, axis, G_MAXUINT, error))
        return NULL;
    }
  g_ptr_array_sort (merges, compare_merges);
  return g_steal_pointer (&merges);
}
