/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-change.h"

#include "model/tvx-project.h"

static TvxRecord *
new_project (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
    "{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'Arena'>, "
    "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'one'>}>, "
    "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02'>, 'text': <'two'>}>, "
    "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03'>, 'text': <'three'>}>]>}"));
  g_autoptr (GError) error = NULL;
  TvxRecord *project = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, &error);

  g_assert_no_error (error);
  return project;
}

static TvxRecord *
get_goal (TvxRecord *project,
          guint      position)
{
  g_autoptr (TvxRecord) goal = g_list_model_get_item (tvx_record_get_list (project, "goals"), position);

  return goal;
}

/* A change and its inverse leave the record as it was, and the change says what it does. */
static void
assert_reversible (TvxRecord  *project,
                   TvxChange  *change,
                   const char *label,
                   const char *line)
{
  g_autoptr (TvxChange) owned = change;
  g_autoptr (TvxChange) inverse = tvx_change_invert (change);
  g_autoptr (GVariant) before = tvx_record_to_variant (project);
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (GVariant) told = tvx_change_to_variant (change);
  g_autofree char *said = tvx_change_dup_label (change);
  g_autofree char *printed = g_variant_print (told, FALSE);

  g_assert_cmpstr (said, ==, label);
  g_assert_cmpstr (printed, ==, line);

  tvx_change_apply (change);
  after = tvx_record_to_variant (project);
  g_assert_false (g_variant_equal (before, after));
  tvx_change_apply (inverse);
  again = tvx_record_to_variant (project);
  g_assert_true (g_variant_equal (before, again));
}

static void
test_set (void)
{
  g_autoptr (TvxRecord) project = new_project ();

  assert_reversible (project,
                     tvx_change_new_set (project, tvx_record_get_field (project, "title"), g_variant_new_string ("Ny")),
                     "Change: Title", "{'what': <'set'>, 'path': <'title'>, 'from': <'Arena'>, 'to': <'Ny'>}");
  assert_reversible (project,
                     tvx_change_new_set (project, tvx_record_get_field (project, "title"), NULL),
                     "Change: Title", "{'what': <'set'>, 'path': <'title'>, 'from': <'Arena'>}");
}

static void
test_set_in_item (void)
{
  g_autoptr (TvxRecord) project = new_project ();
  TvxRecord *goal = get_goal (project, 1);

  assert_reversible (project,
                     tvx_change_new_set (goal, tvx_record_get_field (goal, "text"), g_variant_new_string ("2")),
                     "Change: Goal",
                     "{'what': <'set'>, 'path': <'goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02].text'>, "
                     "'from': <'two'>, 'to': <'2'>}");
}

static void
test_insert (void)
{
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_parsed ("{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b04'>}"));
  const TvxField *goals = tvx_record_get_field (project, "goals");
  g_autoptr (TvxRecord) goal = tvx_record_new_from_variant (goals->get_type (), variant, NULL);

  assert_reversible (project, tvx_change_new_insert (project, goals, 1, goal), "Add: Goal",
                     "{'what': <'insert'>, 'path': <'goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b04]'>, "
                     "'to_position': <int64 1>, 'to': <{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b04'>}>}");
}

static void
test_remove (void)
{
  g_autoptr (TvxRecord) project = new_project ();

  assert_reversible (project, tvx_change_new_remove (get_goal (project, 1)), "Remove: Goal",
                     "{'what': <'remove'>, 'path': <'goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02]'>, "
                     "'from_position': <int64 1>, "
                     "'from': <{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02'>, 'text': <'two'>}>}");
}

static void
test_move (void)
{
  g_autoptr (TvxRecord) project = new_project ();

  assert_reversible (project, tvx_change_new_move (get_goal (project, 0), 2), "Move: Goal",
                     "{'what': <'move'>, 'path': <'goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01]'>, "
                     "'from_position': <int64 0>, 'to_position': <int64 2>}");
  assert_reversible (project, tvx_change_new_move (get_goal (project, 2), 0), "Move: Goal",
                     "{'what': <'move'>, 'path': <'goals[1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03]'>, "
                     "'from_position': <int64 2>, 'to_position': <int64 0>}");
}

/* The place of a change is found by ids, so it may be undone and done again after the item was another object. */
static void
test_place_survives_removal (void)
{
  g_autoptr (TvxRecord) project = new_project ();
  TvxRecord *goal = get_goal (project, 1);
  g_autoptr (TvxChange) set = tvx_change_new_set (goal, tvx_record_get_field (goal, "text"), NULL);
  g_autoptr (TvxChange) removal = tvx_change_new_remove (goal);
  g_autoptr (TvxChange) undo_removal = tvx_change_invert (removal);
  g_autoptr (TvxChange) undo_set = tvx_change_invert (set);

  tvx_change_apply (set);
  tvx_change_apply (removal);
  tvx_change_apply (undo_removal);
  tvx_change_apply (undo_set);
  g_assert_cmpstr (tvx_record_get_text (get_goal (project, 1), "text"), ==, "two");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/set", test_set);
  g_test_add_func ("/change/set-in-item", test_set_in_item);
  g_test_add_func ("/change/insert", test_insert);
  g_test_add_func ("/change/remove", test_remove);
  g_test_add_func ("/change/move", test_move);
  g_test_add_func ("/change/place-survives-removal", test_place_survives_removal);
  return g_test_run ();
}
