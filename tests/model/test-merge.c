/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-merge.h"

#include "model/tvx-change.h"
#include "model/tvx-check.h"
#include "model/tvx-conflict.h"
#include "model/tvx-editor.h"
#include "model/tvx-project.h"
#include "model/tvx-table-axis.h"

/* The versions of two people who started from the same project. */
typedef struct
{
  TvxEditor *editor;
  TvxRecord *base;
  TvxRecord *mine;
  TvxRecord *theirs;
  GPtrArray *conflicts;
} Fixture;

static TvxRecord *
new_project (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
    "{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'Arena'>, 'tags': <['en', 'två']>, "
    "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'one'>}>, "
    "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02'>, 'text': <'two'>}>, "
    "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03'>, 'text': <'three'>}>]>, "
    "'statistics': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c01'>, "
    "'counts': <{'k': <int64 5>, 'm': <int64 7>}>}>]>, 'from_later': <'as it was'>}"));
  g_autoptr (GError) error = NULL;
  TvxRecord *project = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, &error);

  g_assert_no_error (error);
  return project;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->editor = tvx_editor_new (NULL);
  fixture->base = new_project ();
  fixture->mine = new_project ();
  fixture->theirs = new_project ();
  fixture->conflicts = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->conflicts);
  g_object_unref (fixture->theirs);
  g_object_unref (fixture->mine);
  g_object_unref (fixture->base);
  g_object_unref (fixture->editor);
}

static TvxRecord *
get_item (TvxRecord  *project,
          const char *list,
          guint       position)
{
  g_autoptr (TvxRecord) item = g_list_model_get_item (tvx_record_get_list (project, list), position);

  /* The list keeps it. */
  return item;
}

static void
set (Fixture    *fixture,
     TvxRecord  *root,
     const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_path (fixture->editor, root, path, text, &error);
  g_assert_no_error (error);
}

static void
set_value (Fixture    *fixture,
           TvxRecord  *record,
           const char *field,
           const char *value)
{
  g_assert_true (tvx_editor_set (fixture->editor, record, field, g_variant_new_parsed (value), NULL));
}

static void
add_goal (Fixture    *fixture,
          TvxRecord  *project,
          guint       position,
          const char *text)
{
  TvxRecord *goal = tvx_editor_insert (fixture->editor, project, "goals", position, NULL, NULL);

  g_assert_true (tvx_editor_set_text (fixture->editor, goal, "text", text, NULL));
}

static void
assert_goals (TvxRecord  *project,
              const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  GListModel *goals = tvx_record_get_list (project, "goals");

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    g_string_append_printf (found, "%s ", tvx_record_get_text (get_item (project, "goals", i), "text"));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_value (TvxRecord  *record,
              const char *field,
              const char *expected)
{
  g_autofree char *found = g_variant_print (tvx_record_get_value (record, field), TRUE);

  g_assert_cmpstr (found, ==, expected);
}

static void
merge (Fixture *fixture,
       guint    n_conflicts)
{
  g_autoptr (GVariant) base_before = tvx_record_to_variant (fixture->base);
  g_autoptr (GVariant) theirs_before = tvx_record_to_variant (fixture->theirs);
  g_autoptr (GVariant) base_after = NULL;
  g_autoptr (GVariant) theirs_after = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  changes = tvx_merge (fixture->mine, fixture->base, fixture->theirs, fixture->conflicts);
  g_assert_cmpuint (fixture->conflicts->len, ==, n_conflicts);
  base_after = tvx_record_to_variant (fixture->base);
  theirs_after = tvx_record_to_variant (fixture->theirs);
  g_assert_true (g_variant_equal (base_before, base_after));
  g_assert_true (g_variant_equal (theirs_before, theirs_after));
}

/* Where nothing was changed here, what they have is what there is, whatever they did. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GVariant) theirs = NULL;
  g_autoptr (GVariant) mine = NULL;

  set (fixture, fixture->theirs, "title", "Arenan");
  set (fixture, fixture->theirs, "handover.note", "Ny anteckning");
  set_value (fixture, fixture->theirs, "tags", "['två', 'tre']");
  set_value (fixture, get_item (fixture->theirs, "statistics", 0), "counts", "{'k': <int64 6>, 'x': <int64 1>}");
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (fixture->theirs, "goals", 0), NULL));
  add_goal (fixture, fixture->theirs, 0, "zero");
  g_assert_true (tvx_editor_move (fixture->editor, get_item (fixture->theirs, "goals", 2), 0, NULL));
  merge (fixture, 0);
  theirs = tvx_record_to_variant (fixture->theirs);
  mine = tvx_record_to_variant (fixture->mine);
  g_assert_true (g_variant_equal (mine, theirs));
}

static void
test_different_places (Fixture       *fixture,
                       gconstpointer  data)
{
  set (fixture, fixture->mine, "title", "Min arena");
  set (fixture, fixture->theirs, "goals[2].text", "tre");
  set (fixture, fixture->mine, "goals[1].text", "två");
  set_value (fixture, fixture->mine, "tags", "['en', 'två', 'min']");
  set_value (fixture, fixture->theirs, "tags", "['två', 'deras']");
  add_goal (fixture, fixture->mine, 3, "min");
  add_goal (fixture, fixture->theirs, 1, "deras");
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (fixture->theirs, "goals", 0), NULL));
  merge (fixture, 0);
  g_assert_cmpstr (tvx_record_get_text (fixture->mine, "title"), ==, "Min arena");
  assert_goals (fixture->mine, "deras två tre min ");
  assert_value (fixture->mine, "tags", "['två', 'min', 'deras']");
}

static void
test_same_field (Fixture       *fixture,
                 gconstpointer  data)
{
  TvxConflict *conflict;

  set (fixture, fixture->mine, "title", "Min");
  set (fixture, fixture->theirs, "title", "Deras");
  merge (fixture, 1);
  g_assert_cmpstr (tvx_record_get_text (fixture->mine, "title"), ==, "Min");
  conflict = fixture->conflicts->pdata[0];
  g_assert_true (tvx_conflict_get_record (conflict) == fixture->mine);
  g_assert_cmpstr (tvx_conflict_get_field (conflict)->name, ==, "title");
  g_assert_cmpstr (g_variant_get_string (tvx_conflict_get_theirs (conflict), NULL), ==, "Deras");
}

/* Two who do the same are of one mind. */
static void
test_same_change (Fixture       *fixture,
                  gconstpointer  data)
{
  set (fixture, fixture->mine, "title", "Vår");
  set (fixture, fixture->theirs, "title", "Vår");
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (fixture->mine, "goals", 0), NULL));
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (fixture->theirs, "goals", 0), NULL));
  merge (fixture, 0);
  assert_goals (fixture->mine, "two three ");
}

static void
test_cells_of_a_table (Fixture       *fixture,
                       gconstpointer  data)
{
  TvxRecord *mine = get_item (fixture->mine, "statistics", 0);
  TvxRecord *theirs = get_item (fixture->theirs, "statistics", 0);

  set_value (fixture, mine, "counts", "{'k': <int64 8>, 'm': <int64 7>}");
  set_value (fixture, theirs, "counts", "{'k': <int64 5>, 'x': <int64 3>}");
  merge (fixture, 0);
  assert_value (mine, "counts", "{'k': <int64 8>, 'x': <int64 3>}");
  set_value (fixture, theirs, "counts", "{'k': <int64 9>, 'm': <int64 7>}");
  merge (fixture, 1);
  assert_value (mine, "counts", "{'k': <int64 8>, 'x': <int64 3>}");
}

/* To give way in one cell gives nothing else away. */
static void
test_conflict_in_a_cell (Fixture       *fixture,
                         gconstpointer  data)
{
  TvxRecord *mine = get_item (fixture->mine, "statistics", 0);
  g_autofree char *theirs = NULL;

  set_value (fixture, mine, "counts", "{'k': <int64 8>, 'm': <int64 7>, 'mine': <int64 1>}");
  set_value (fixture, get_item (fixture->theirs, "statistics", 0), "counts", "{'k': <int64 9>, 'm': <int64 6>}");
  merge (fixture, 1);
  assert_value (mine, "counts", "{'k': <int64 8>, 'm': <int64 6>, 'mine': <int64 1>}");
  theirs = g_variant_print (tvx_conflict_get_theirs (fixture->conflicts->pdata[0]), TRUE);
  g_assert_cmpstr (theirs, ==, "{'k': <int64 9>, 'm': <int64 6>, 'mine': <int64 1>}");
}

/* Two breakdowns with the same codes, which only their places in the key tell apart. */
static void
add_breakdowns (Fixture *fixture)
{
  TvxRecord *const versions[] = { fixture->base, fixture->mine, fixture->theirs };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      TvxRecord *table = get_item (versions[i], "statistics", 0);
      g_autoptr (GVariant) axes = g_variant_ref_sink (g_variant_new_parsed (
        "[{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d01'>, 'kind': <'other'>, 'name': <'Kurs'>, 'categories': <["
        "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3e01'>, 'name': <'Ja'>, 'code': <'yes'>}>,"
        "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3e02'>, 'name': <'Nej'>, 'code': <'no'>}>]>},"
        " {'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d02'>, 'kind': <'other'>, 'name': <'Arbete'>, 'categories': <["
        "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3e03'>, 'name': <'Ja'>, 'code': <'yes'>}>,"
        "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3e04'>, 'name': <'Nej'>, 'code': <'no'>}>]>}]"));

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (GVariant) axis = g_variant_get_child_value (axes, j);
          g_autoptr (TvxRecord) record = tvx_record_new_from_variant (TVX_TYPE_TABLE_AXIS, axis, NULL);

          g_assert_nonnull (tvx_editor_insert (fixture->editor, table, "axes", j, record, NULL));
        }
      set_value (fixture, table, "counts", "{'women|yes|yes': <int64 10>}");
    }
}

static void
test_moved_breakdown (Fixture       *fixture,
                      gconstpointer  data)
{
  gboolean is_mine = GPOINTER_TO_INT (data);
  TvxRecord *moved, *filled_in, *mine;

  add_breakdowns (fixture);
  mine = get_item (fixture->mine, "statistics", 0);
  moved = is_mine ? mine : get_item (fixture->theirs, "statistics", 0);
  filled_in = is_mine ? get_item (fixture->theirs, "statistics", 0) : mine;
  g_assert_true (tvx_editor_move (fixture->editor, get_item (moved, "axes", 1), 0, NULL));
  set_value (fixture, filled_in, "counts", "{'women|no|yes': <int64 3>, 'women|yes|yes': <int64 10>}");
  set_value (fixture, filled_in, "totals", "{'*|no|yes': <int64 4>}");
  set_value (fixture, filled_in, "impossible", "{'men|no|yes': <int64 1>}");
  merge (fixture, 0);
  g_assert_cmpstr (tvx_record_get_text (get_item (mine, "axes", 0), "name"), ==, "Arbete");
  assert_value (mine, "counts", "{'women|yes|no': <int64 3>, 'women|yes|yes': <int64 10>}");
  assert_value (mine, "totals", "{'*|yes|no': <int64 4>}");
  assert_value (mine, "impossible", "{'men|yes|no': <int64 1>}");
}

static void
test_renamed_category (Fixture       *fixture,
                       gconstpointer  data)
{
  gboolean is_mine = GPOINTER_TO_INT (data);
  TvxRecord *renamed, *filled_in, *mine;

  add_breakdowns (fixture);
  mine = get_item (fixture->mine, "statistics", 0);
  renamed = is_mine ? mine : get_item (fixture->theirs, "statistics", 0);
  filled_in = is_mine ? get_item (fixture->theirs, "statistics", 0) : mine;
  set_value (fixture, get_item (get_item (renamed, "axes", 1), "categories", 0), "code", "'working'");
  set_value (fixture, filled_in, "counts", "{'women|no|yes': <int64 3>, 'women|yes|yes': <int64 10>}");
  merge (fixture, 0);
  assert_value (mine, "counts", "{'women|no|working': <int64 3>, 'women|yes|working': <int64 10>}");
}

/* A number for a cell that is not there any more goes to no other cell: the check of the table tells of it. */
static void
test_replaced_breakdown (Fixture       *fixture,
                         gconstpointer  data)
{
  TvxRecord *mine, *theirs;
  g_autoptr (TvxRecord) record = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  add_breakdowns (fixture);
  mine = get_item (fixture->mine, "statistics", 0);
  theirs = get_item (fixture->theirs, "statistics", 0);
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (mine, "axes", 1), NULL));
  record = tvx_record_duplicate (get_item (mine, "axes", 0));
  set_value (fixture, tvx_editor_insert (fixture->editor, mine, "axes", 1, record, NULL), "name", "'Boende'");
  set_value (fixture, theirs, "counts", "{'women|no|no': <int64 3>, 'women|yes|yes': <int64 10>}");
  merge (fixture, 0);
  assert_value (mine, "counts", "{'women|no|*|no': <int64 3>}");
  assert_value (mine, "totals", "{'women|yes|*': <int64 10>}");
  findings = tvx_check_record (mine, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==,
                   "There is a count for “Women, Nej, all, no”, which is no cell of the table; it is not part of any sum.");
  g_assert_true (g_str_has_prefix (tvx_finding_get_message (findings->pdata[1]), "“Women, Ja, all” should be 10"));
}

/* A breakdown that one removed while the other went on with it is there with all its numbers, and can be removed again. */
static void
test_removed_breakdown (Fixture       *fixture,
                        gconstpointer  data)
{
  gboolean is_mine = GPOINTER_TO_INT (data);
  TvxRecord *removed, *changed, *mine;

  add_breakdowns (fixture);
  mine = get_item (fixture->mine, "statistics", 0);
  removed = is_mine ? mine : get_item (fixture->theirs, "statistics", 0);
  changed = is_mine ? get_item (fixture->theirs, "statistics", 0) : mine;
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (removed, "axes", 1), NULL));
  assert_value (removed, "counts", "{'women|yes': <int64 10>}");
  set_value (fixture, get_item (changed, "axes", 1), "name", "'Anställning'");
  set_value (fixture, changed, "counts", "{'women|no|yes': <int64 3>, 'women|yes|yes': <int64 10>}");
  merge (fixture, 1);
  assert_value (mine, "counts", "{'women|no|yes': <int64 3>, 'women|yes|yes': <int64 10>}");
  g_assert_true (tvx_conflict_get_record (fixture->conflicts->pdata[0]) == get_item (mine, "axes", 1));
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (mine, "axes", 1), NULL));
  assert_value (mine, "counts", "{'women|no': <int64 3>, 'women|yes': <int64 10>}");
}

/* Where two categories have got the same code, no number is lost or stands twice. */
static void
test_same_code (Fixture       *fixture,
                gconstpointer  data)
{
  TvxRecord *mine, *theirs;

  add_breakdowns (fixture);
  mine = get_item (fixture->mine, "statistics", 0);
  theirs = get_item (fixture->theirs, "statistics", 0);
  set_value (fixture, mine, "counts", "{'women|no|yes': <int64 3>, 'women|yes|yes': <int64 10>}");
  set_value (fixture, get_item (get_item (mine, "axes", 0), "categories", 0), "code", "'x'");
  set_value (fixture, get_item (get_item (theirs, "axes", 0), "categories", 1), "code", "'x'");
  merge (fixture, 0);
  assert_value (mine, "counts", "{'women|x|yes': <int64 3>, 'women|x|yes|women|x|yes': <int64 10>}");
}

/* Work that one did on what the other removed is not lost, and both should know. */
static void
test_removed_and_changed (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (fixture->mine, "goals", 2), NULL));
  set (fixture, fixture->theirs, "goals[2].text", "tre");
  set (fixture, fixture->mine, "goals[0].text", "ett");
  g_assert_true (tvx_editor_remove (fixture->editor, get_item (fixture->theirs, "goals", 0), NULL));
  merge (fixture, 2);
  assert_goals (fixture->mine, "ett two tre ");
  g_assert_null (tvx_conflict_get_field (fixture->conflicts->pdata[0]));
  g_assert_true (tvx_conflict_get_record (fixture->conflicts->pdata[1]) == get_item (fixture->mine, "goals", 2));
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (tvx_editor_move (fixture->editor, get_item (fixture->theirs, "goals", 2), 0, NULL));
  add_goal (fixture, fixture->mine, 3, "min");
  merge (fixture, 0);
  assert_goals (fixture->mine, "three one two min ");
}

/* The order in which a person has put things here stays. */
static void
test_both_orders (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_true (tvx_editor_move (fixture->editor, get_item (fixture->mine, "goals", 2), 0, NULL));
  g_assert_true (tvx_editor_move (fixture->editor, get_item (fixture->theirs, "goals", 1), 0, NULL));
  merge (fixture, 0);
  assert_goals (fixture->mine, "three one two ");
}

/* What this version of the program does not know goes with those who do. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GVariant) members = tvx_record_to_variant (fixture->theirs);
  g_autoptr (GVariantDict) dict = g_variant_dict_new (members);
  g_autoptr (GVariant) changed = NULL;
  g_autoptr (GVariant) merged = NULL;
  const char *text;

  g_variant_dict_insert (dict, "from_later", "s", "as it is");
  changed = g_variant_ref_sink (g_variant_dict_end (dict));
  g_object_unref (fixture->theirs);
  fixture->theirs = tvx_record_new_from_variant (TVX_TYPE_PROJECT, changed, NULL);
  set (fixture, fixture->mine, "title", "Min");
  merge (fixture, 0);
  merged = tvx_record_to_variant (fixture->mine);
  g_variant_dict_init (dict, merged);
  g_assert_true (g_variant_dict_lookup (dict, "from_later", "&s", &text));
  g_assert_cmpstr (text, ==, "as it is");
  g_variant_dict_clear (dict);
}

/* One of a few hundred random edits of a project. */
static void
edit (Fixture   *fixture,
      TvxRecord *project,
      GRand     *rand,
      guint      name)
{
  GListModel *goals = tvx_record_get_list (project, "goals");
  guint n_goals = g_list_model_get_n_items (goals);
  guint position = n_goals > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n_goals) : 0;
  g_autofree char *text = g_strdup_printf ("%u", name);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      add_goal (fixture, project, position, text);
      break;
    case 1:
      if (n_goals > 0)
        g_assert_true (tvx_editor_remove (fixture->editor, get_item (project, "goals", position), NULL));
      break;
    case 2:
      if (n_goals > 0)
        g_assert_true (tvx_editor_move (fixture->editor, get_item (project, "goals", position), 0, NULL));
      break;
    case 3:
      if (n_goals > 0)
        g_assert_true (tvx_editor_set_text (fixture->editor, get_item (project, "goals", position), "text", text, NULL));
      break;
    default:
      set (fixture, project, "title", text);
    }
}

static TvxRecord *
find_goal (TvxRecord  *project,
           const char *id)
{
  GListModel *goals = tvx_record_get_list (project, "goals");

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    if (g_strcmp0 (tvx_record_get_id (get_item (project, "goals", i)), id) == 0)
      return get_item (project, "goals", i);
  return NULL;
}

static const char *
get_goal_text (TvxRecord  *project,
               const char *id)
{
  TvxRecord *goal = find_goal (project, id);

  return goal != NULL ? tvx_record_get_text (goal, "text") : NULL;
}

/* What becomes of one goal by the rule, worked out anew for each. */
static void
assert_goal (Fixture    *fixture,
             TvxRecord  *before,
             const char *id)
{
  const char *base = get_goal_text (fixture->base, id);
  const char *mine = get_goal_text (before, id);
  const char *theirs = get_goal_text (fixture->theirs, id);
  const char *expected = g_strcmp0 (mine, base) == 0 ? theirs : mine;

  if (base != NULL && (mine == NULL) != (theirs == NULL))
    expected = mine != NULL && g_strcmp0 (mine, base) != 0       ? mine
               : theirs != NULL && g_strcmp0 (theirs, base) != 0 ? theirs
                                                                 : NULL;
  g_assert_cmpstr (get_goal_text (fixture->mine, id), ==, expected);
}

static void
assert_goals_of (Fixture   *fixture,
                 TvxRecord *before,
                 TvxRecord *project)
{
  GListModel *goals = tvx_record_get_list (project, "goals");

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    assert_goal (fixture, before, tvx_record_get_id (get_item (project, "goals", i)));
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20190101);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GVariant) variant = NULL;
      g_autoptr (TvxRecord) before = NULL;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      for (guint i = 0; i < 6; i++)
        {
          edit (fixture, fixture->mine, rand, 100 + i);
          edit (fixture, fixture->theirs, rand, 200 + i);
        }
      variant = tvx_record_to_variant (fixture->mine);
      before = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, NULL);
      g_ptr_array_unref (tvx_merge (fixture->mine, fixture->base, fixture->theirs, fixture->conflicts));
      assert_goals_of (fixture, before, fixture->base);
      assert_goals_of (fixture, before, before);
      assert_goals_of (fixture, before, fixture->theirs);
      assert_goals_of (fixture, before, fixture->mine);
    }
}

static TvxRecord *
copy_of (TvxRecord *project)
{
  g_autoptr (GVariant) variant = tvx_record_to_variant (project);

  return tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, NULL);
}

/* What somebody else does to a project that is otherwise as it is here: mostly without moving things about. */
static void
edit_elsewhere (Fixture *fixture,
                GRand   *rand,
                guint    name)
{
  GListModel *goals = tvx_record_get_list (fixture->theirs, "goals");
  guint n_goals = g_list_model_get_n_items (goals);
  g_autofree char *text = g_strdup_printf ("%u", name);
  TvxRecord *goal = n_goals > 0 ? get_item (fixture->theirs, "goals", (guint) g_rand_int_range (rand, 0, (gint32) n_goals)) : NULL;
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  int what = g_rand_int_range (rand, 0, 7);

  if (what == 0)
    g_assert_nonnull (tvx_editor_insert (editor, fixture->theirs, "goals", 0, NULL, NULL));
  else if (what < 4 || goal == NULL)
    g_assert_true (tvx_editor_set_text (editor, fixture->theirs, what == 1 ? "title" : "vision", text, NULL));
  else
    g_assert_true (tvx_editor_set_text (editor, goal, what == 4 ? "text" : "description", text, NULL));
}

/* What they did is there, whatever is undone here. */
static void
assert_changes_stand (Fixture   *fixture,
                      TvxRecord *after,
                      GPtrArray *changes)
{
  GListModel *goals = tvx_record_get_list (after, "goals");

  for (guint i = 0; i < changes->len; i++)
    {
      const TvxField *title = tvx_record_get_field (fixture->mine, "title");
      const TvxField *vision = tvx_record_get_field (fixture->mine, "vision");

      if (tvx_change_concerns (changes->pdata[i], fixture->mine, title))
        g_assert_cmpstr (tvx_record_get_text (fixture->mine, "title"), ==, tvx_record_get_text (after, "title"));
      if (tvx_change_concerns (changes->pdata[i], fixture->mine, vision))
        g_assert_cmpstr (tvx_record_get_text (fixture->mine, "vision"), ==, tvx_record_get_text (after, "vision"));
      for (guint j = 0; j < g_list_model_get_n_items (goals); j++)
        {
          TvxRecord *goal = get_item (after, "goals", j);
          TvxRecord *mine = find_goal (fixture->mine, tvx_record_get_id (goal));
          static const char *const names[] = { "text", "description" };

          for (guint k = 0; mine != NULL && k < G_N_ELEMENTS (names); k++)
            if (tvx_change_concerns (changes->pdata[i], mine, tvx_record_get_field (mine, names[k])))
              g_assert_cmpstr (tvx_record_get_text (mine, names[k]), ==, tvx_record_get_text (goal, names[k]));
        }
    }
}

static void
test_random_undo (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20190102);
  guint n_undone = 0;

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (TvxRecord) after = NULL;
      g_autoptr (GVariant) redone = NULL, again = NULL;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      for (guint i = 0; i < 8; i++)
        edit (fixture, fixture->mine, rand, 100 + i);
      for (int n = g_rand_int_range (rand, 0, 5); n > 0 && tvx_editor_get_can_undo (fixture->editor); n--)
        tvx_editor_undo (fixture->editor);
      g_object_unref (fixture->base);
      fixture->base = copy_of (fixture->mine);
      g_object_unref (fixture->theirs);
      fixture->theirs = copy_of (fixture->mine);
      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        edit_elsewhere (fixture, rand, 200 + (guint) n);
      changes = tvx_merge (fixture->mine, fixture->base, fixture->theirs, fixture->conflicts);
      g_assert_cmpuint (fixture->conflicts->len, ==, 0);
      after = copy_of (fixture->mine);
      tvx_editor_forget_overtaken (fixture->editor, changes);

      for (; tvx_editor_get_can_redo (fixture->editor); tvx_editor_redo (fixture->editor))
        ;
      assert_changes_stand (fixture, after, changes);
      redone = tvx_record_to_variant (fixture->mine);
      for (; tvx_editor_get_can_undo (fixture->editor); n_undone++)
        tvx_editor_undo (fixture->editor);
      assert_changes_stand (fixture, after, changes);
      for (; tvx_editor_get_can_redo (fixture->editor); tvx_editor_redo (fixture->editor))
        ;
      again = tvx_record_to_variant (fixture->mine);
      g_assert_true (g_variant_equal (redone, again));
    }
  g_assert_cmpuint (n_undone, >, 1000);
}

static void
add_test (const char *path,
          void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/merge/untouched", test_untouched);
  add_test ("/merge/different-places", test_different_places);
  add_test ("/merge/same-field", test_same_field);
  add_test ("/merge/same-change", test_same_change);
  add_test ("/merge/cells-of-a-table", test_cells_of_a_table);
  add_test ("/merge/conflict-in-a-cell", test_conflict_in_a_cell);
  for (gsize mine = FALSE; mine <= TRUE; mine++)
    {
      g_autofree char *moved = g_strdup_printf ("/merge/moved-breakdown/%s", mine ? "mine" : "theirs");
      g_autofree char *removed = g_strdup_printf ("/merge/removed-breakdown/%s", mine ? "mine" : "theirs");
      g_autofree char *renamed = g_strdup_printf ("/merge/renamed-category/%s", mine ? "mine" : "theirs");

      g_test_add (moved, Fixture, GSIZE_TO_POINTER (mine), set_up, test_moved_breakdown, tear_down);
      g_test_add (removed, Fixture, GSIZE_TO_POINTER (mine), set_up, test_removed_breakdown, tear_down);
      g_test_add (renamed, Fixture, GSIZE_TO_POINTER (mine), set_up, test_renamed_category, tear_down);
    }
  add_test ("/merge/replaced-breakdown", test_replaced_breakdown);
  add_test ("/merge/same-code", test_same_code);
  add_test ("/merge/removed-and-changed", test_removed_and_changed);
  add_test ("/merge/order", test_order);
  add_test ("/merge/both-orders", test_both_orders);
  add_test ("/merge/unknown", test_unknown);
  add_test ("/merge/random", test_random);
  add_test ("/merge/random-undo", test_random_undo);
  return g_test_run ();
}
