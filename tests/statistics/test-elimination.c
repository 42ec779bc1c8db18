/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The yardstick of the benchmark: it agrees with the answers in the manual of GaussSuppression, and is what it says it is. */

#include "elimination.h"
#include "instances.h"

static void
assert_hidden (TvxCountTable *table,
               gboolean       ones,
               const char    *expected)
{
  g_autofree gboolean *hidden = elimination_hide (table, ones);
  g_autoptr (GPtrArray) follow = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autofree char *found = NULL;

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      gint64 count = tvx_count_table_get_count (table, cell);

      if (count > 0 && count < tvx_count_table_get_threshold (table))
        g_assert_true (hidden[cell]);
      else if (hidden[cell])
        g_ptr_array_add (follow, g_strdup_printf ("%s %s",
                                                  tvx_axis_get_node_id (tvx_count_table_get_axis (table, 0), tvx_count_table_get_node (table, cell, 0)),
                                                  tvx_axis_get_node_id (tvx_count_table_get_axis (table, 1), tvx_count_table_get_node (table, cell, 1))));
    }
  found = g_strjoinv (", ", (char **) follow->pdata);
  g_assert_cmpstr (found, ==, expected);
}

static TvxCountTable *
make_table (TvxAxis      *rows,
            TvxAxis      *columns,
            guint         threshold,
            const gint64 *counts)
{
  TvxCountTable *table = tvx_count_table_new ("table", (TvxAxis *[]) { rows, columns }, 2, NULL);

  g_assert_true (tvx_count_table_set_threshold (table, threshold, NULL));
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    if (tvx_count_table_is_inner (table, cell))
      g_assert_true (tvx_count_table_set_count (table, cell, *counts++, NULL));
  return table;
}

static void
add_group (TvxAxis    *axis,
           const char *id,
           const char *of)
{
  g_auto (GStrv) parts = g_strsplit (of, " ", 0);

  g_assert_true (tvx_axis_add_group (axis, id, (const char *const *) parts, NULL));
}

/* In its reference: three ones in a row, without and with thinking of them. */
static void
test_ones (void)
{
  g_autoptr (TvxAxis) row = tvx_axis_new ("row", (const char *[]) { "1", "2", "3", NULL }, NULL);
  g_autoptr (TvxAxis) column = tvx_axis_new ("column", (const char *[]) { "A", "B", "C", "D", "E", NULL }, NULL);
  g_autoptr (TvxCountTable) table = make_table (row, column, 4, (gint64[]) { 1, 1, 1, 5, 5, 9, 9, 9, 9, 9, 0, 0, 0, 7, 7 });

  assert_hidden (table, FALSE, "2 A, 2 B, 2 C");
  assert_hidden (table, TRUE, "1 E, 2 A, 2 B, 2 C, 2 E");
}

/* Table 4 of its article about small counts. */
static void
test_groups (void)
{
  g_autoptr (TvxAxis) age = tvx_axis_new ("age", (const char *[]) { "old", "young", NULL }, NULL);
  g_autoptr (TvxAxis) country = tvx_axis_new ("country", (const char *[]) { "Iceland", "Portugal", "Spain", NULL }, NULL);
  g_autoptr (TvxCountTable) table = NULL;

  add_group (country, "EU", "Portugal Spain");
  table = make_table (age, country, 5, (gint64[]) { 3, 4, 6, 2, 0, 5 });
  assert_hidden (table, TRUE, "old EU, young Spain, young EU, * Spain");
}

/* In its reference: regions in counties and, across them, in size groups. */
static void
test_regions (void)
{
  static const gint64 counts[] = {
    11, 11, 55, 36, 7, 1, 29, 18, 5, 8, 35, 25, 13, 2, 17, 13, 9, 14, 63, 52, 12, 9,
    24, 22, 6, 4, 22, 8, 9, 3, 38, 15, 3, 0, 9, 2, 9, 0, 32, 20, 4, 2, 18, 11
  };
  g_autoptr (TvxAxis) region = tvx_axis_new ("region", (const char *[]) { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", NULL }, NULL);
  g_autoptr (TvxAxis) income = tvx_axis_new ("income", (const char *[]) { "annet", "arbeid", "soshjelp", "trygd", NULL }, NULL);
  g_autoptr (TvxCountTable) table = NULL;

  add_group (region, "1", "A I");
  add_group (region, "4", "B");
  add_group (region, "5", "C D");
  add_group (region, "6", "E F");
  add_group (region, "8", "G H");
  add_group (region, "10", "J K");
  add_group (region, "300", "A B C D E F G H");
  add_group (region, "400", "I J K");
  table = make_table (region, income, 4, counts);
  assert_hidden (table, TRUE, "A annet, A trygd, B trygd, C annet, C arbeid, D annet, G annet, G arbeid, H annet, K trygd, "
                              "4 trygd, 10 trygd, 300 annet, 300 arbeid, 400 annet");
}

/* How many of what is shown, and of one more cell, say something that the others do not. */
static guint
find_rank (TvxCountTable  *table,
           const gboolean *hidden,
           guint           more)
{
  guint n_cells = tvx_count_table_get_n_cells (table), rank = 0;
  g_autofree double *vectors = g_new0 (double, n_cells *n_cells);
  g_autofree gboolean *taken = g_new0 (gboolean, n_cells);
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint inner = 0; inner < n_cells; inner++)
    if (tvx_count_table_is_inner (table, inner))
      {
        tvx_count_table_get_above (table, inner, above);
        for (guint i = 0; i < above->len; i++)
          if (!hidden[g_array_index (above, guint, i)] || g_array_index (above, guint, i) == more)
            vectors[g_array_index (above, guint, i) * n_cells + inner] = 1;
      }
  for (guint column = 0; column < n_cells; column++)
    {
      guint best = G_MAXUINT;

      for (guint cell = 0; cell < n_cells; cell++)
        if (!taken[cell] && ABS (vectors[cell * n_cells + column]) > 1e-6 &&
            (best == G_MAXUINT || ABS (vectors[cell * n_cells + column]) > ABS (vectors[best * n_cells + column])))
          best = cell;
      if (best == G_MAXUINT)
        continue;
      taken[best] = TRUE;
      rank++;
      for (guint cell = 0; cell < n_cells; cell++)
        {
          double factor = vectors[cell * n_cells + column] / vectors[best * n_cells + column];

          if (!taken[cell] && factor != 0)
            for (guint i = 0; i < n_cells; i++)
              vectors[cell * n_cells + i] -= factor * vectors[best * n_cells + i];
        }
    }
  return rank;
}

static gboolean
gives_away (TvxCountTable  *table,
            const gboolean *hidden)
{
  guint rank = find_rank (table, hidden, G_MAXUINT);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      gint64 count = tvx_count_table_get_count (table, cell);

      if (count > 0 && count < tvx_count_table_get_threshold (table) && find_rank (table, hidden, cell) == rank)
        return TRUE;
    }
  return FALSE;
}

/* No small count follows from what is shown, and one would from each further cell. */
static void
test_neither_more_nor_less (void)
{
  guint n_follow = 0;

  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 4, 3 }, 3, 90, seed);
      g_autofree gboolean *hidden = elimination_hide (table, FALSE), *wary = elimination_hide (table, TRUE);

      g_assert_false (gives_away (table, hidden));
      g_assert_false (gives_away (table, wary));
      for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
        {
          gint64 count = tvx_count_table_get_count (table, cell);

          if (!hidden[cell] || (count > 0 && count < tvx_count_table_get_threshold (table)))
            continue;
          n_follow++;
          hidden[cell] = FALSE;
          g_assert_true (gives_away (table, hidden));
          hidden[cell] = TRUE;
        }
    }
  g_assert_cmpuint (n_follow, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/elimination/ones", test_ones);
  g_test_add_func ("/elimination/groups", test_groups);
  g_test_add_func ("/elimination/regions", test_regions);
  g_test_add_func ("/elimination/neither-more-nor-less", test_neither_more_nor_less);
  return g_test_run ();
}
