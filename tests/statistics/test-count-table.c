/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instances.h"
#include "statistics/tvx-count-table.h"
#include "statistics/tvx-statistics-error.h"

static TvxAxis *
make_place (void)
{
  TvxAxis *axis = tvx_axis_new ("kommun", (const char *[]) { "a", "b", "c", "d", NULL }, NULL);

  g_assert_true (tvx_axis_add_group (axis, "north", (const char *[]) { "a", "b", NULL }, NULL));
  g_assert_true (tvx_axis_add_group (axis, "most", (const char *[]) { "north", "c", NULL }, NULL));
  return axis;
}

static guint
cell_at (TvxCountTable     *table,
         const char *const *at)
{
  guint cell;

  g_assert_true (tvx_count_table_find_cell (table, at, &cell, NULL));
  return cell;
}

static void
assert_parts (TvxAxis    *axis,
              const char *whole,
              const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint node, n_parts;
  const guint *parts;

  g_assert_true (tvx_axis_find_node (axis, whole, &node));
  parts = tvx_axis_get_parts (axis, node, &n_parts);
  for (guint i = 0; i < n_parts; i++)
    g_string_append_printf (ids, "%s ", tvx_axis_get_node_id (axis, parts[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_parts (void)
{
  g_autoptr (TvxAxis) axis = make_place ();

  assert_parts (axis, "*", "most d ");
  assert_parts (axis, "most", "north c ");
  assert_parts (axis, "north", "a b ");
  assert_parts (axis, "a", "");
}

static void
test_same (void)
{
  g_autoptr (TvxAxis) axis = make_place ();
  guint node;

  g_assert_true (tvx_axis_add_group (axis, "only c", (const char *[]) { "c", NULL }, NULL));
  g_assert_true (tvx_axis_add_group (axis, "all", (const char *[]) { "most", "d", NULL }, NULL));
  g_assert_true (tvx_axis_find_node (axis, "only c", &node));
  g_assert_cmpstr (tvx_axis_get_node_id (axis, tvx_axis_get_same (axis, node)), ==, "c");
  g_assert_true (tvx_axis_find_node (axis, "all", &node));
  g_assert_cmpstr (tvx_axis_get_node_id (axis, tvx_axis_get_same (axis, node)), ==, "*");
}

static void
test_bad_groups (void)
{
  g_autoptr (TvxAxis) axis = make_place ();
  static const struct
  {
    const char *id, *of[3], *reason;
  } bad[] = {
    { "*", { "a" }, "always means the total" },
    { "", { "a" }, "cannot name" },
    { "a", { "b" }, "is there twice" },
    { "x", { "north", "b" }, "holds “b” twice" },
    { "x", { "e" }, "no category or earlier group" },
    { "x", { NULL }, "is empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tvx_axis_add_group (axis, bad[i].id, bad[i].of, &error));
      g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, bad[i].reason));
    }
  g_assert_cmpuint (tvx_axis_get_n_nodes (axis), ==, 7);
}

static void
test_sums (void)
{
  g_autoptr (TvxAxis) place = make_place ();
  g_autoptr (TvxAxis) gender = tvx_axis_new ("kon", (const char *[]) { "k", "m", NULL }, NULL);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("t", (TvxAxis *[]) { place, gender }, 2, NULL);
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_cmpuint (tvx_count_table_get_n_cells (table), ==, 21);
  g_assert_true (tvx_count_table_set_count (table, cell_at (table, (const char *[]) { "a", "k", NULL }), 9, NULL));
  g_assert_true (tvx_count_table_set_count (table, cell_at (table, (const char *[]) { "a", "k", NULL }), 4, NULL));
  g_assert_true (tvx_count_table_set_count (table, cell_at (table, (const char *[]) { "c", "m", NULL }), 7, NULL));
  g_assert_cmpint (tvx_count_table_get_count (table, cell_at (table, (const char *[]) { "north", "*", NULL })), ==, 4);
  g_assert_cmpint (tvx_count_table_get_count (table, cell_at (table, (const char *[]) { "most", "*", NULL })), ==, 11);
  g_assert_cmpint (tvx_count_table_get_count (table, cell_at (table, (const char *[]) { "*", "m", NULL })), ==, 7);
  tvx_count_table_get_above (table, cell_at (table, (const char *[]) { "a", "k", NULL }), above);
  g_assert_cmpuint (above->len, ==, 8);
}

static void
test_keys (void)
{
  g_autoptr (TvxAxis) place = make_place ();
  g_autoptr (TvxAxis) gender = tvx_axis_new ("kon", (const char *[]) { "k", "m", NULL }, NULL);
  g_autoptr (TvxCountTable) one = tvx_count_table_new ("one", (TvxAxis *[]) { place, gender }, 2, NULL);
  g_autoptr (TvxCountTable) two = tvx_count_table_new ("two", (TvxAxis *[]) { gender }, 1, NULL);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  tvx_count_table_fix (two, "kommun", "b");
  first = tvx_count_table_dup_key (one, cell_at (one, (const char *[]) { "b", "k", NULL }));
  second = tvx_count_table_dup_key (two, cell_at (two, (const char *[]) { "k", NULL }));
  g_assert_cmpstr (first, ==, second);

  tvx_count_table_set_population (two, "2018");
  third = tvx_count_table_dup_key (two, cell_at (two, (const char *[]) { "k", NULL }));
  g_assert_cmpstr (first, !=, third);
  g_assert_cmpstr (tvx_count_table_get_category (two, 0, "kommun"), ==, "b");
}

static void
test_bad_counts (void)
{
  g_autoptr (TvxAxis) gender = tvx_axis_new ("kon", (const char *[]) { "k", "m", NULL }, NULL);
  g_autoptr (TvxCountTable) table = tvx_count_table_new ("t", (TvxAxis *[]) { gender }, 1, NULL);
  g_autoptr (GError) error = NULL;
  guint cell;

  g_assert_false (tvx_count_table_set_count (table, 0, -1, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Table “t”, k: -1 cannot be a number of people");
  g_clear_error (&error);

  g_assert_false (tvx_count_table_find_cell (table, (const char *[]) { "x", NULL }, &cell, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (tvx_count_table_set_threshold (table, 2, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (tvx_count_table_set_count (table, 0, 3, NULL));
  g_assert_false (tvx_count_table_set_impossible (table, 0, &error));
  g_assert_error (error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_INVALID);
}

/* Where nobody can be in any part of a sum, nobody can be in the sum. */
static void
test_impossible (void)
{
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 2 }, 2, 0, 0);

  g_assert_true (tvx_count_table_set_impossible (table, 0, NULL));
  g_assert_true (tvx_count_table_get_impossible (table, 0));
  for (guint cell = 1; cell < 9; cell++)
    g_assert_false (tvx_count_table_get_impossible (table, cell));
  g_assert_true (tvx_count_table_set_impossible (table, 1, NULL));
  for (guint cell = 0; cell < 9; cell++)
    g_assert_true (tvx_count_table_get_impossible (table, cell) == (cell < 3));
}

/* A count of another table is told of in the words that this one has, and never by the name of an axis. */
static void
test_key_labels (void)
{
  static const struct
  {
    const char *key;
    const char *label;
  } cases[] = {
    { "people|kommun=b|kon=k", "Söder × Kvinnor" },
    { "people|alder=0-17|kommun=b|project=p", "0-17 × Söder" },
    { "people|kommun=x\\=y\\|z", "x=y|z" },
    { "people|project=p", "Alla × Båda" },
    { "people|nonsense|kon=k", "Kvinnor" },
    { "people|\\", "Alla × Båda" },
  };
  g_autoptr (TvxAxis) place = tvx_axis_new ("kommun", (const char *[]) { "a", "b", NULL }, NULL);
  g_autoptr (TvxAxis) gender = tvx_axis_new ("kon", (const char *[]) { "k", "m", NULL }, NULL);
  g_autoptr (TvxCountTable) table = NULL;

  tvx_axis_set_labels (place, "Kommun", (const char *[]) { "Norr", "Söder", "Alla", NULL });
  tvx_axis_set_labels (gender, "Kön", (const char *[]) { "Kvinnor", "Män", "Båda", NULL });
  table = tvx_count_table_new ("people", (TvxAxis *[]) { place, gender }, 2, NULL);
  tvx_count_table_fix (table, "project", "p");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tvx_count_table_dup_key_label (table, cases[i].key);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/parts", test_parts);
  g_test_add_func ("/axis/same", test_same);
  g_test_add_func ("/axis/bad-groups", test_bad_groups);
  g_test_add_func ("/count-table/sums", test_sums);
  g_test_add_func ("/count-table/keys", test_keys);
  g_test_add_func ("/count-table/impossible", test_impossible);
  g_test_add_func ("/count-table/bad-counts", test_bad_counts);

  g_test_add_func ("/count-table/key-labels", test_key_labels);
  return g_test_run ();
}
