/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The live list of the projects of a register, as lists, filters and the overview show it. */

#include "storage/tvx-summary-list.h"

/* So many projects are looked for in the list one by one. */
#define FEW 8

struct _TvxSummaryList
{
  GListStore *store;
  /* Id to TvxSummary. */
  GHashTable *by_id;
};

/* Filters and sorters of the list look again at what seems to be new; a selection stays with the item. */
static void
announce (TvxSummaryList *self,
          guint           first,
          guint           last)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (summaries, g_list_model_get_item (G_LIST_MODEL (self->store), i));
  g_list_store_splice (self->store, first, summaries->len, summaries->pdata, summaries->len);
}

/* Who looks at the list hears of many changes once, since to look through it once is quicker than to look at each place by
 * itself. */
static void
update_together (TvxSummaryList *self,
                 GHashTable     *records)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  guint first = G_MAXUINT, last = 0;
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      TvxSummary *summary = tvx_summary_list_find (self, tvx_record_get_id (record));

      tvx_summary_update (summary, record);
      g_hash_table_add (changed, summary);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (!g_hash_table_contains (changed, summary))
        continue;
      first = MIN (first, i);
      last = i;
    }
  announce (self, first, last);
}

/**
 * tvx_summary_list_new: (skip)
 * @summaries: (element-type TvxSummary): what is known of each project
 *
 * Returns: (transfer full): a list of them
 */
TvxSummaryList *
tvx_summary_list_new (GPtrArray *summaries)
{
  TvxSummaryList *self = g_new0 (TvxSummaryList, 1);

  self->store = g_list_store_new (TVX_TYPE_SUMMARY);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_list_store_splice (self->store, 0, 0, summaries->pdata, summaries->len);
  for (guint i = 0; i < summaries->len; i++)
    g_hash_table_insert (self->by_id, g_strdup (tvx_summary_get_id (summaries->pdata[i])), g_object_ref (summaries->pdata[i]));
  return self;
}

/**
 * tvx_summary_list_free: (skip)
 * @self: (transfer full): a list
 *
 * Frees it; whoever has its model keeps that.
 */
void
tvx_summary_list_free (TvxSummaryList *self)
{
  g_object_unref (self->store);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * tvx_summary_list_get_model: (skip)
 * @self: a list
 *
 * Returns: (transfer none): the [class@Tvx.Summary] of each project
 */
GListModel *
tvx_summary_list_get_model (TvxSummaryList *self)
{
  return G_LIST_MODEL (self->store);
}

/**
 * tvx_summary_list_find: (skip)
 * @self: a list
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the summary of the project with this id
 */
TvxSummary *
tvx_summary_list_find (TvxSummaryList *self,
                       const char     *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * tvx_summary_list_update: (skip)
 * @self: a list
 * @record: a project, which may be new to the list
 *
 * Takes over what the list shows of a project.
 */
void
tvx_summary_list_update (TvxSummaryList *self,
                         TvxRecord      *record)
{
  TvxSummary *known = tvx_summary_list_find (self, tvx_record_get_id (record));
  guint position;

  if (known == NULL)
    {
      g_autoptr (TvxSummary) summary = tvx_summary_new (record);

      g_list_store_append (self->store, summary);
      g_hash_table_insert (self->by_id, g_strdup (tvx_record_get_id (record)), g_steal_pointer (&summary));
      return;
    }
  tvx_summary_update (known, record);
  if (g_list_store_find (self->store, known, &position))
    announce (self, position, position);
}

/**
 * tvx_summary_list_update_many: (skip)
 * @self: a list
 * @records: (element-type TvxRecord): a set of projects that are in the list
 *
 * Takes over what the list shows of projects.
 */
void
tvx_summary_list_update_many (TvxSummaryList *self,
                              GHashTable     *records)
{
  GHashTableIter iter;
  gpointer record;

  if (g_hash_table_size (records) > FEW)
    {
      update_together (self, records);
      return;
    }
  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    tvx_summary_list_update (self, record);
}

/**
 * tvx_summary_list_remove: (skip)
 * @self: a list
 * @id: an id
 *
 * Takes a project off the list, if it is there.
 */
void
tvx_summary_list_remove (TvxSummaryList *self,
                         const char     *id)
{
  TvxSummary *summary = tvx_summary_list_find (self, id);
  guint position;

  if (summary != NULL && g_list_store_find (self->store, summary, &position))
    {
      g_list_store_remove (self->store, position);
      g_hash_table_remove (self->by_id, id);
    }
}
