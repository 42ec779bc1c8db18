/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invented tables like those that officers publish: people thrown into cells whose weights are products of
 * gamma-distributed weights of each category and each cell. */

#include "instances.h"

#include <math.h>

/* What the tests have. Some look for what is rare and was seen with these, so they stay as they are. */
static const InstanceShapes test_shapes = { 1.5, 1.5 };

static double
normal (GRand *random)
{
  double u = 1 - g_rand_double (random), v = g_rand_double (random);

  return sqrt (-2 * log (u)) * cos (2 * G_PI * v);
}

/* Marsaglia and Tsang's method, for shapes of at least 1. */
static double
gamma_weight (GRand  *random,
              double  shape)
{
  double d = shape - 1.0 / 3, c = 1 / sqrt (9 * d);

  for (;;)
    {
      double x = normal (random), v = pow (1 + c * x, 3);

      if (v > 0 && log (1 - g_rand_double (random)) < x * x / 2 + d - d * v + d * log (v))
        return d * v;
    }
}

TvxAxis *
instance_axis (const char *id,
               guint       n_categories)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) categories = NULL;

  for (guint i = 0; i < n_categories; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%s%u", id, i));
  categories = g_strv_builder_end (builder);
  return tvx_axis_new (id, (const char *const *) categories, NULL);
}

static void
add_group (TvxAxis *axis,
           guint    group,
           guint    first,
           guint    end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) of = NULL;
  g_autofree char *id = g_strdup_printf ("%s-group%u", tvx_axis_get_id (axis), group);

  for (guint i = first; i < end; i++)
    g_strv_builder_add (builder, tvx_axis_get_node_id (axis, i));
  of = g_strv_builder_end (builder);
  g_assert_true (tvx_axis_add_group (axis, id, (const char *const *) of, NULL));
}

static void
add_groups (TvxAxis *axis,
            guint    n_groups)
{
  guint n = tvx_axis_get_n_categories (axis);

  for (guint i = 0; i < n_groups; i++)
    add_group (axis, i, n * i / n_groups, n * (i + 1) / n_groups);
}

/* Throws people into the inner cells of a slice of the table; the weights of categories come with the caller. */
static void
throw_people (TvxCountTable *table,
              GArray        *cells,
              GArray        *weights,
              guint          n_people,
              GRand         *random)
{
  g_autofree double *up_to = g_new (double, cells->len);
  g_autofree gint64 *counts = g_new0 (gint64, cells->len);
  double sum = 0;

  for (guint i = 0; i < cells->len; i++)
    up_to[i] = sum += g_array_index (weights, double, i);
  for (guint person = 0; person < n_people; person++)
    {
      double at = g_rand_double_range (random, 0, sum);
      guint low = 0, high = cells->len - 1;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (up_to[middle] > at)
            high = middle;
          else
            low = middle + 1;
        }
      counts[low]++;
    }
  for (guint i = 0; i < cells->len; i++)
    g_assert_true (tvx_count_table_set_count (table, g_array_index (cells, guint, i), counts[i], NULL));
}

static double **
category_weights (TvxCountTable        *table,
                  const InstanceShapes *shapes,
                  GRand                *random)
{
  guint n_axes = tvx_count_table_get_n_axes (table);
  double **weights = g_new0 (double *, n_axes + 1);

  for (guint d = 0; d < n_axes; d++)
    {
      guint n = tvx_axis_get_n_categories (tvx_count_table_get_axis (table, d));

      weights[d] = g_new (double, n);
      for (guint i = 0; i < n; i++)
        weights[d][i] = gamma_weight (random, shapes->category);
    }
  return weights;
}

static double
cell_weight (TvxCountTable         *table,
             guint                  cell,
             double               **weights,
             guint                  first_dimension,
             const InstanceShapes  *shapes,
             GRand                 *random)
{
  double weight = gamma_weight (random, shapes->cell);

  for (guint d = first_dimension; d < tvx_count_table_get_n_axes (table); d++)
    weight *= weights[d][tvx_count_table_get_node (table, cell, d)];
  return weight;
}

static void
free_weights (double **weights)
{
  for (guint d = 0; weights[d] != NULL; d++)
    g_free (weights[d]);
  g_free (weights);
}

static void
fill (TvxCountTable        *table,
      guint                 n_people,
      const InstanceShapes *shapes,
      GRand                *random)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) chances = g_array_new (FALSE, FALSE, sizeof (double));
  double **weights = category_weights (table, shapes, random);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      {
        double chance = cell_weight (table, cell, weights, 0, shapes, random);

        g_array_append_val (cells, cell);
        g_array_append_val (chances, chance);
      }
  throw_people (table, cells, chances, n_people, random);
  free_weights (weights);
}

void
instance_fill (TvxCountTable *table,
               guint          n_people,
               GRand         *random)
{
  fill (table, n_people, &test_shapes, random);
}

TvxCountTable *
instance_plain_shaped (const guint          *sizes,
                       guint                 n_axes,
                       guint                 n_people,
                       const InstanceShapes *shapes,
                       guint32               seed)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TvxCountTable *table;

  for (guint d = 0; d < n_axes; d++)
    {
      g_autofree char *id = g_strdup_printf ("d%u-", d);

      g_ptr_array_add (axes, instance_axis (id, sizes[d]));
    }
  table = tvx_count_table_new ("plain", (TvxAxis **) axes->pdata, n_axes, NULL);
  fill (table, n_people, shapes, random);
  return table;
}

TvxCountTable *
instance_plain (const guint *sizes,
                guint        n_axes,
                guint        n_people,
                guint32      seed)
{
  return instance_plain_shaped (sizes, n_axes, n_people, &test_shapes, seed);
}

/* 26 municipalities in 4 sub-regions, by gender and 7 ages. */
TvxCountTable *
instance_county (guint                 n_people,
                 const InstanceShapes *shapes,
                 guint32               seed)
{
  g_autoptr (TvxAxis) place = instance_axis ("kommun", 26);
  g_autoptr (TvxAxis) gender = instance_axis ("kon", 2);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 7);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TvxCountTable *table;

  add_groups (place, 4);
  table = tvx_count_table_new ("county", (TvxAxis *[]) { place, gender, age }, 3, NULL);
  fill (table, n_people, shapes, random);
  return table;
}

/* Projects in programmes, with 5 to 300 participants each, by gender and 7 ages. */
TvxCountTable *
instance_projects_shaped (guint                 n_projects,
                          guint                 n_programmes,
                          const InstanceShapes *shapes,
                          guint32               seed)
{
  g_autoptr (TvxAxis) project = instance_axis ("project", n_projects);
  g_autoptr (TvxAxis) gender = instance_axis ("kon", 2);
  g_autoptr (TvxAxis) age = instance_axis ("alder", 7);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TvxCountTable *table;
  double **weights;

  add_groups (project, n_programmes);
  table = tvx_count_table_new ("projects", (TvxAxis *[]) { project, gender, age }, 3, NULL);
  weights = category_weights (table, shapes, random);
  for (guint p = 0; p < n_projects; p++)
    {
      g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) chances = g_array_new (FALSE, FALSE, sizeof (double));
      guint n_people = round (exp (g_rand_double_range (random, log (5), log (300))));

      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        if (tvx_count_table_is_inner (table, cell) && tvx_count_table_get_node (table, cell, 0) == p)
          {
            double chance = cell_weight (table, cell, weights, 1, shapes, random);

            g_array_append_val (cells, cell);
            g_array_append_val (chances, chance);
          }
      throw_people (table, cells, chances, n_people, random);
    }
  free_weights (weights);
  return table;
}

TvxCountTable *
instance_projects (guint   n_projects,
                   guint   n_programmes,
                   guint32 seed)
{
  return instance_projects_shaped (n_projects, n_programmes, &test_shapes, seed);
}
