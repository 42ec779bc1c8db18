/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publications of every shape that the protection is to stand: axes with groups in groups, tables that share margins,
 * projects in programmes, cells that nobody can be in, rows with everyone in one cell. */

#include "random-publication.h"

#include <math.h>

#include "instances.h"

#define MAX_AXES 4
#define MIN_CELLS 90
#define MAX_CELLS 200
#define MAX_PEOPLE 400

/* Larger tables are not more difficult, and take much longer. */
static guint
get_limit (const RandomShape *shape)
{
  return shape->insiders ? MIN_CELLS : MAX (MIN_CELLS, MAX_CELLS / (1 + shape->n_linked));
}

static void
add_group (TvxAxis    *axis,
           const char *id,
           guint       first,
           guint       end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) of = NULL;

  for (guint k = first; k < end; k++)
    g_strv_builder_add (builder, tvx_axis_get_node_id (axis, k));
  of = g_strv_builder_end (builder);
  g_assert_true (tvx_axis_add_group (axis, id, (const char *const *) of, NULL));
}

/* Neighbours make a group, like ages do, and with the next one a larger group. */
static void
add_groups (TvxAxis *axis,
            GRand   *random)
{
  guint n = tvx_axis_get_n_categories (axis);
  guint n_groups = n > 2 ? g_rand_int_range (random, 0, 4) : 0;

  for (guint i = 0; i < n_groups; i++)
    {
      guint first = g_rand_int_range (random, 0, n - 1), end = g_rand_int_range (random, first + 1, n) + 1;
      g_autofree char *id = g_strdup_printf ("group%u", i), *larger = g_strdup_printf ("larger%u", i);

      add_group (axis, id, first, end);
      if (end < n)
        g_assert_true (tvx_axis_add_group (axis, larger, (const char *[]) { id, tvx_axis_get_node_id (axis, end), NULL }, NULL));
    }
}

static void
add_programmes (TvxAxis *axis,
                GRand   *random)
{
  guint n = tvx_axis_get_n_categories (axis), n_programmes = g_rand_int_range (random, 2, MAX (3, n / 2 + 1));

  for (guint i = 0; i < n_programmes; i++)
    {
      g_autofree char *id = g_strdup_printf ("programme%u", i);

      add_group (axis, id, n * i / n_programmes, n * (i + 1) / n_programmes);
    }
}

static TvxAxis *
make_axis (const RandomShape *shape,
           guint              number,
           GRand             *random)
{
  static const char *const ids[MAX_AXES] = { "kommun", "alder", "kon", "utbildning" };
  TvxAxis *axis;

  if (number > 0 || shape->n_projects == 0)
    {
      axis = instance_axis (ids[number], g_rand_int_range (random, 2, 7));
      add_groups (axis, random);
      return axis;
    }
  axis = instance_axis ("project", shape->n_projects);
  if (!shape->reports)
    add_programmes (axis, random);
  tvx_axis_set_internal (axis, shape->reports);
  tvx_axis_set_partial (axis, shape->reports);
  return axis;
}

GPtrArray *
random_axes (GRand             *random,
             const RandomShape *shape,
             RandomContents    *contents)
{
  GPtrArray *axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  guint n_cells;

  do
    {
      g_ptr_array_set_size (axes, 0);
      n_cells = 1;
      for (guint i = 0; i < shape->n_axes; i++)
        {
          g_ptr_array_add (axes, make_axis (shape, i, random));
          if (i > 0 || shape->n_projects == 0)
            n_cells *= tvx_axis_get_n_nodes (axes->pdata[i]);
        }
    }
  while (n_cells > get_limit (shape) / (shape->n_projects > 0 ? 4 : 1));
  for (guint i = 0; i < shape->n_axes; i++)
    contents->n_groups += tvx_axis_get_n_nodes (axes->pdata[i]) - 1 - tvx_axis_get_n_categories (axes->pdata[i]);
  return axes;
}

/* Moves all in a row to one of its cells. */
static void
gather (TvxCountTable  *table,
        GRand          *random,
        RandomContents *contents)
{
  guint d = g_rand_int_range (random, 0, tvx_count_table_get_n_axes (table));
  guint n = tvx_axis_get_n_categories (tvx_count_table_get_axis (table, d));
  guint one = g_rand_int_range (random, 0, n), cell = 0;
  gint64 all = 0;

  for (guint i = 0; i < tvx_count_table_get_n_axes (table); i++)
    cell = tvx_count_table_move (table, cell, i,
                                 g_rand_int_range (random, 0, tvx_axis_get_n_categories (tvx_count_table_get_axis (table, i))));
  for (guint k = 0; k < n; k++)
    {
      guint from = tvx_count_table_move (table, cell, d, k);

      all += tvx_count_table_get_count (table, from);
      g_assert_true (tvx_count_table_set_count (table, from, 0, NULL));
    }
  g_assert_true (tvx_count_table_set_count (table, tvx_count_table_move (table, cell, d, one), all, NULL));
  contents->n_alone += all > 0;
}

static void
set_impossible (TvxCountTable  *table,
                GRand          *random,
                RandomContents *contents)
{
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell) && tvx_count_table_get_count (table, cell) == 0 && g_rand_int_range (random, 0, 6) == 0)
      {
        g_assert_true (tvx_count_table_set_impossible (table, cell, NULL));
        contents->n_impossible++;
      }
}

/* What is called sensitive in the program has a threshold of 10 and protected zeros; the limits are as common. */
static void
set_rules (TvxCountTable *table,
           TvxZeros       zeros,
           GRand         *random)
{
  static const guint thresholds[] = { 3, 5, 5, 10, 20 };
  guint i = g_rand_int_range (random, 0, G_N_ELEMENTS (thresholds) + 3);

  g_assert_true (tvx_count_table_set_threshold (table, i < G_N_ELEMENTS (thresholds) ? thresholds[i] : (guint) g_rand_int_range (random, 3, 21),
                                                NULL));
  tvx_count_table_set_zeros (table, zeros);
}

/* A second table of the same people, with one axis of the first left out and another one instead. */
TvxCountTable *
random_linked (TvxCountTable *table,
               guint          without,
               const char    *other,
               GRand         *random)
{
  guint n_axes = tvx_count_table_get_n_axes (table);
  g_autoptr (TvxAxis) other_axis = instance_axis (other, g_rand_int_range (random, 2, 4));
  g_autoptr (GPtrArray) axes = g_ptr_array_new ();
  TvxCountTable *linked;

  for (guint i = 0; i < n_axes; i++)
    g_ptr_array_add (axes, i == without ? other_axis : tvx_count_table_get_axis (table, i));
  linked = tvx_count_table_new (other, (TvxAxis **) axes->pdata, n_axes, NULL);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (linked); cell++)
    {
      guint shared = tvx_count_table_get_n_cells (table) - 1;
      gint64 left;

      if (!tvx_count_table_is_inner (linked, cell) || tvx_count_table_get_node (linked, cell, without) > 0)
        continue;
      for (guint d = 0; d < n_axes; d++)
        if (d != without)
          shared = tvx_count_table_move (table, shared, d, tvx_count_table_get_node (linked, cell, d));
      left = tvx_count_table_get_count (table, shared);
      for (guint k = 0; k < tvx_axis_get_n_categories (other_axis); k++)
        {
          guint part = tvx_count_table_move (linked, cell, without, k);
          gint64 count = k + 1 == tvx_axis_get_n_categories (other_axis) ? left : g_rand_int_range (random, 0, left + 1);

          g_assert_true (tvx_count_table_set_count (linked, part, count, NULL));
          if (tvx_count_table_get_impossible (table, shared))
            g_assert_true (tvx_count_table_set_impossible (linked, part, NULL));
          left -= count;
        }
    }
  return linked;
}

/* The table of one project, as its own report has it. */
static TvxCountTable *
take_project (TvxCountTable *portfolio,
              guint          project)
{
  guint n_axes = tvx_count_table_get_n_axes (portfolio);
  TvxAxis *axes[MAX_AXES];
  TvxCountTable *table;

  for (guint d = 1; d < n_axes; d++)
    axes[d - 1] = tvx_count_table_get_axis (portfolio, d);
  table = tvx_count_table_new (tvx_axis_get_node_id (tvx_count_table_get_axis (portfolio, 0), project), axes, n_axes - 1, NULL);
  tvx_count_table_fix (table, "project", tvx_axis_get_node_id (tvx_count_table_get_axis (portfolio, 0), project));
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      guint same = tvx_count_table_move (portfolio, 0, 0, project);

      if (!tvx_count_table_is_inner (table, cell))
        continue;
      for (guint d = 1; d < n_axes; d++)
        same = tvx_count_table_move (portfolio, same, d, tvx_count_table_get_node (table, cell, d - 1));
      g_assert_true (tvx_count_table_set_count (table, cell, tvx_count_table_get_count (portfolio, same), NULL));
    }
  return table;
}

static void
add_table (TvxPublication *publication,
           TvxCountTable  *table,
           RandomContents *contents)
{
  tvx_publication_add_table (publication, table);
  contents->n_tables++;
  contents->n_cells += tvx_count_table_get_n_cells (table);
}

TvxPublication *
random_publication (GRand             *random,
                    const RandomShape *shape,
                    RandomContents    *contents)
{
  static const char *const others[] = { "bakgrund", "bostad" };
  g_autoptr (GPtrArray) axes = random_axes (random, shape, contents);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("random", (TvxAxis **) axes->pdata, axes->len, NULL);
  TvxPublication *publication = tvx_publication_new ();
  guint n_people = g_rand_int_range (random, 3, MAX_PEOPLE) * MAX (1, shape->n_projects / 2);

  instance_fill (table, n_people, random);
  if (g_rand_int_range (random, 0, 3) == 0)
    gather (table, random, contents);
  if (!shape->reports && g_rand_int_range (random, 0, 3) == 0)
    set_impossible (table, random, contents);
  set_rules (table, shape->zeros, random);
  add_table (publication, table, contents);
  for (guint i = 0; i < shape->n_linked; i++)
    {
      guint without = shape->n_projects > 0 || i == 0 ? shape->n_axes - 1 : (guint) g_rand_int_range (random, 0, shape->n_axes);
      g_autoptr (TvxCountTable) linked = random_linked (table, without, others[i], random);

      set_rules (linked, g_rand_int_range (random, 0, 4) == 0 ? TVX_ZEROS_MAYBE : shape->zeros, random);
      add_table (publication, linked, contents);
    }
  for (guint p = 0; shape->reports && p < shape->n_projects; p++)
    {
      g_autoptr (TvxCountTable) one = take_project (table, p);

      set_rules (one, shape->zeros, random);
      add_table (publication, one, contents);
    }
  return publication;
}
