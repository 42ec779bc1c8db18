/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `tillvaxt-cli table protect` writes, and the proof that it keeps. */

#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-table-file.h"

static void
add_member (GVariantBuilder *object,
            const char      *name,
            GVariant        *value)
{
  g_variant_builder_add (object, "{sv}", name, value);
}

static void
add_item (GVariantBuilder *list,
          GVariant        *value)
{
  g_variant_builder_add (list, "v", value);
}

static GVariant *
list_of_nodes (TvxCountTable *table,
               guint          cell)
{
  g_auto (GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    add_item (&list, g_variant_new_string (tvx_axis_get_node_id (tvx_count_table_get_axis (table, d),
                                                                 tvx_count_table_get_node (table, cell, d))));
  return g_variant_builder_end (&list);
}

static GVariant *
axis_to_variant (TvxAxis *axis)
{
  g_auto (GVariantBuilder) object = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantBuilder) categories = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  g_auto (GVariantBuilder) groups = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  guint n_categories = tvx_axis_get_n_categories (axis), n_nodes = tvx_axis_get_n_nodes (axis);

  for (guint i = 0; i < n_categories; i++)
    add_item (&categories, g_variant_new_string (tvx_axis_get_node_id (axis, i)));
  for (guint node = n_categories; node + 1 < n_nodes; node++)
    {
      g_auto (GVariantBuilder) group = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
      g_auto (GVariantBuilder) of = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

      for (guint i = 0; i < n_categories; i++)
        if (tvx_axis_contains (axis, node, i))
          add_item (&of, g_variant_new_string (tvx_axis_get_node_id (axis, i)));
      add_member (&group, "id", g_variant_new_string (tvx_axis_get_node_id (axis, node)));
      add_member (&group, "of", g_variant_builder_end (&of));
      add_item (&groups, g_variant_builder_end (&group));
    }
  add_member (&object, "id", g_variant_new_string (tvx_axis_get_id (axis)));
  add_member (&object, "categories", g_variant_builder_end (&categories));
  if (n_nodes > n_categories + 1)
    add_member (&object, "groups", g_variant_builder_end (&groups));
  return g_variant_builder_end (&object);
}

typedef struct
{
  gint64 n_cells, n_small, n_follow, hidden_sum;
} Totals;

static GVariant *
cell_to_variant (TvxProtection *protection,
                 guint          t,
                 guint          cell,
                 Totals        *totals)
{
  g_auto (GVariantBuilder) object = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (protection), t);
  TvxCellState state = tvx_protection_get_state_at (protection, t, cell);

  totals->n_cells++;
  totals->n_small += state == TVX_CELL_SMALL;
  totals->n_follow += state == TVX_CELL_FOLLOW;
  add_member (&object, "at", list_of_nodes (table, cell));
  if (state == TVX_CELL_SHOWN)
    add_member (&object, "n", g_variant_new_int64 (tvx_count_table_get_count (table, cell)));
  else
    {
      totals->hidden_sum += tvx_count_table_get_count (table, cell);
      add_member (&object, "hidden", g_variant_new_string (state == TVX_CELL_SMALL ? "small" : "follow"));
    }
  if (tvx_count_table_get_impossible (table, cell))
    add_member (&object, "impossible", g_variant_new_boolean (TRUE));
  return g_variant_builder_end (&object);
}

static GVariant *
table_to_variant (TvxProtection *protection,
                  guint          t,
                  Totals        *totals)
{
  g_auto (GVariantBuilder) object = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantBuilder) axes = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  g_auto (GVariantBuilder) cells = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (protection), t);

  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    add_item (&axes, axis_to_variant (tvx_count_table_get_axis (table, d)));
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    add_item (&cells, cell_to_variant (protection, t, cell, totals));
  add_member (&object, "dimensions", g_variant_builder_end (&axes));
  add_member (&object, "cells", g_variant_builder_end (&cells));
  return g_variant_builder_end (&object);
}

GVariant *
tvx_cli_rule_to_variant (const TvxCliRule *self)
{
  g_auto (GVariantBuilder) object = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantBuilder) insiders = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  for (guint i = 0; self->insiders[i] != NULL; i++)
    add_item (&insiders, g_variant_new_string (self->insiders[i]));
  add_member (&object, "threshold", g_variant_new_int64 (self->threshold));
  add_member (&object, "zeros", g_variant_new_string (TVX_CLI_ZEROS[self->zeros]));
  add_member (&object, "insiders", g_variant_builder_end (&insiders));
  return g_variant_builder_end (&object);
}

/* Reads the rule that a file was made by, which is the usual one when the file says nothing. */
gboolean
tvx_cli_rule_read (TvxCliRule  *self,
                   GVariant    *object,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *place = g_strdup_printf ("%s.rule", path);
  g_autoptr (GVariant) rule = NULL;
  g_autoptr (GVariant) threshold = NULL;
  g_autoptr (GVariant) zeros = NULL;

  *self = (TvxCliRule) { .threshold = TVX_COUNT_TABLE_DEFAULT_THRESHOLD, .zeros = TVX_ZEROS_MAYBE };
  if (object != NULL && !g_variant_is_of_type (object, G_VARIANT_TYPE_VARDICT))
    return tvx_cli_table_fail (error, path, _("an object was expected"));
  rule = object != NULL ? g_variant_lookup_value (object, "rule", NULL) : NULL;
  if (rule == NULL)
    {
      self->insiders = g_new0 (char *, 1);
      return TRUE;
    }
  threshold = tvx_cli_table_get (rule, "threshold", G_VARIANT_TYPE_INT64, place, error);
  zeros = threshold != NULL ? tvx_cli_table_get (rule, "zeros", G_VARIANT_TYPE_STRING, place, error) : NULL;
  self->insiders = zeros != NULL ? tvx_cli_table_get_texts (rule, "insiders", place, error) : NULL;
  if (self->insiders == NULL)
    return FALSE;

  self->threshold = CLAMP (g_variant_get_int64 (threshold), 0, G_MAXINT32);
  for (self->zeros = TVX_ZEROS_MAYBE; TVX_CLI_ZEROS[self->zeros] != NULL; self->zeros++)
    if (g_str_equal (g_variant_get_string (zeros, NULL), TVX_CLI_ZEROS[self->zeros]))
      return TRUE;
  return tvx_cli_table_fail (error, place, _("zeros must be maybe, shown or protected"));
}

/* What may be published, with the reasons why cells are hidden, which may not. */
GVariant *
tvx_cli_table_to_variant (TvxProtection    *protection,
                          const TvxCliRule *rule,
                          double            seconds)
{
  g_auto (GVariantBuilder) object = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantBuilder) tables = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  g_auto (GVariantBuilder) summary = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  Totals totals = { 0 };

  for (guint t = 0; t < tvx_publication_get_n_tables (tvx_protection_get_publication (protection)); t++)
    add_item (&tables, table_to_variant (protection, t, &totals));
  add_member (&summary, "cells", g_variant_new_int64 (totals.n_cells));
  add_member (&summary, "small", g_variant_new_int64 (totals.n_small));
  add_member (&summary, "follow", g_variant_new_int64 (totals.n_follow));
  add_member (&summary, "hidden_sum", g_variant_new_int64 (totals.hidden_sum));
  add_member (&summary, "seconds", g_variant_new_double (seconds));
  add_member (&summary, "rule", tvx_cli_rule_to_variant (rule));
  add_member (&object, "tables", g_variant_builder_end (&tables));
  add_member (&object, "summary", g_variant_builder_end (&summary));
  return g_variant_builder_end (&object);
}

static void
add_place (GVariantBuilder *object,
           TvxPublication  *publication,
           guint            count)
{
  guint table, cell;

  tvx_publication_get_place (publication, count, &table, &cell);
  add_member (object, "table", g_variant_new_int64 (table));
  add_member (object, "at", list_of_nodes (tvx_publication_get_table (publication, table), cell));
}

GVariant *
tvx_cli_proof_to_variant (TvxProtection    *protection,
                          const TvxCliRule *rule)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);
  g_auto (GVariantBuilder) object = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantBuilder) witnesses = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  for (guint i = 0; i < tvx_protection_get_n_witnesses (protection); i++)
    {
      const TvxWitness *witness = tvx_protection_get_witness (protection, i);
      g_auto (GVariantBuilder) item = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
      g_auto (GVariantBuilder) shifts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

      for (guint k = 0; k < witness->n_shifts; k++)
        {
          g_auto (GVariantBuilder) shift = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

          add_place (&shift, publication, witness->shifts[k].count);
          add_member (&shift, "by", g_variant_new_int64 (witness->shifts[k].by));
          add_item (&shifts, g_variant_builder_end (&shift));
        }
      add_place (&item, publication, witness->count);
      add_member (&item, "end", g_variant_new_string (witness->end == TVX_RANGE_LOW ? "low" : "high"));
      add_member (&item, "shifts", g_variant_builder_end (&shifts));
      add_item (&witnesses, g_variant_builder_end (&item));
    }
  add_member (&object, "rule", tvx_cli_rule_to_variant (rule));
  add_member (&object, "witnesses", g_variant_builder_end (&witnesses));
  return g_variant_builder_end (&object);
}

static gboolean
read_place (GVariant        *object,
            TvxPublication  *publication,
            const char      *path,
            guint           *count,
            GError         **error)
{
  g_autoptr (GVariant) table = tvx_cli_table_get (object, "table", G_VARIANT_TYPE_INT64, path, error);
  guint cell;

  if (table == NULL)
    return FALSE;
  if (g_variant_get_int64 (table) < 0 || g_variant_get_int64 (table) >= tvx_publication_get_n_tables (publication))
    return tvx_cli_table_fail (error, path, _("there is no such table"));
  if (!tvx_cli_table_find (tvx_publication_get_table (publication, g_variant_get_int64 (table)), object, path, &cell, error))
    return FALSE;
  *count = tvx_publication_get_count_at (publication, g_variant_get_int64 (table), cell);
  return TRUE;
}

static int
compare_shifts (gconstpointer a,
                gconstpointer b)
{
  const TvxShift *first = a, *second = b;

  return (first->count > second->count) - (first->count < second->count);
}

static GArray *
read_shifts (GVariant        *object,
             TvxPublication  *publication,
             const char      *path,
             GError         **error)
{
  g_autoptr (GVariant) list = tvx_cli_table_get (object, "shifts", G_VARIANT_TYPE ("av"), path, error);
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (TvxShift));

  if (list == NULL)
    return NULL;
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s.shifts[%zu]", path, i);
      g_autoptr (GVariant) by = tvx_cli_table_get (item, "by", G_VARIANT_TYPE_INT64, place, error);
      TvxShift shift;

      if (by == NULL || !read_place (item, publication, place, &shift.count, error))
        return NULL;
      shift.by = g_variant_get_int64 (by);
      g_array_append_val (shifts, shift);
    }
  g_array_sort (shifts, compare_shifts);
  return g_steal_pointer (&shifts);
}

gboolean
tvx_cli_proof_read (GVariant       *root,
                    TvxProtection  *protection,
                    const char     *name,
                    GError        **error)
{
  g_autoptr (GVariant) list = tvx_cli_table_get (root, "witnesses", G_VARIANT_TYPE ("av"), name, error);

  if (list == NULL)
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      TvxPublication *publication = tvx_protection_get_publication (protection);
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s: witnesses[%zu]", name, i);
      g_autoptr (GVariant) end = tvx_cli_table_get (item, "end", G_VARIANT_TYPE_STRING, place, error);
      g_autoptr (GArray) shifts = end != NULL ? read_shifts (item, publication, place, error) : NULL;
      guint count;

      if (shifts == NULL || !read_place (item, publication, place, &count, error))
        return FALSE;
      tvx_protection_add_witness (protection,
                                  tvx_witness_new (count,
                                                   g_str_equal (g_variant_get_string (end, NULL), "low") ? TVX_RANGE_LOW
                                                                                                         : TVX_RANGE_HIGH,
                                                   (const TvxShift *) (gpointer) shifts->data, shifts->len));
    }
  return TRUE;
}
