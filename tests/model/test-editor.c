/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-editor.h"

#include "model/tvx-model-error.h"
#include "model/tvx-project.h"

typedef struct
{
  TvxEditor *editor;
  TvxRecord *project;
  guint      n_commits;
  guint      n_changes;
} Fixture;

static void
committed_cb (TvxEditor *editor,
              GPtrArray *changes,
              Fixture   *fixture)
{
  fixture->n_commits++;
  fixture->n_changes += changes->len;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->editor = tvx_editor_new (NULL);
  fixture->project = tvx_record_new (TVX_TYPE_PROJECT);
  g_signal_connect (fixture->editor, "committed", G_CALLBACK (committed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->project);
}

static void
test_undo_redo (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->project, "title", "Ett", &error));
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->project, "lifecycle", "ongoing", &error));
  g_assert_no_error (error);
  undo_label = tvx_editor_dup_undo_label (fixture->editor);
  g_assert_cmpstr (undo_label, ==, "Change: Status");

  tvx_editor_undo (fixture->editor);
  g_assert_null (tvx_record_get_text (fixture->project, "lifecycle"));
  redo_label = tvx_editor_dup_redo_label (fixture->editor);
  g_assert_cmpstr (redo_label, ==, "Change: Status");
  tvx_editor_undo (fixture->editor);
  g_assert_null (tvx_record_get_text (fixture->project, "title"));
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));

  tvx_editor_redo (fixture->editor);
  tvx_editor_redo (fixture->editor);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "title"), ==, "Ett");
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "lifecycle"), ==, "ongoing");
  g_assert_cmpuint (fixture->n_commits, ==, 6);

  tvx_editor_undo (fixture->editor);
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->project, "title", "Två", &error));
  g_assert_false (tvx_editor_get_can_redo (fixture->editor));
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  TvxRecord *goal;

  tvx_editor_begin (fixture->editor, "Fill in");
  goal = tvx_editor_insert (fixture->editor, fixture->project, "goals", G_MAXUINT, NULL, &error);
  tvx_editor_begin (fixture->editor, "Inner");
  tvx_editor_set_text (fixture->editor, goal, "text", "Mål", &error);
  tvx_editor_end (fixture->editor);
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
  tvx_editor_end (fixture->editor);
  g_assert_no_error (error);

  g_assert_cmpuint (fixture->n_commits, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  label = tvx_editor_dup_undo_label (fixture->editor);
  g_assert_cmpstr (label, ==, "Fill in");
  tvx_editor_undo (fixture->editor);
  g_assert_true (tvx_record_is_empty (fixture->project));

  tvx_editor_begin (fixture->editor, NULL);
  tvx_editor_end (fixture->editor);
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
}

/* A part that is taken back leaves the rest of the step as it was. */
static void
test_cancel_within (Fixture       *fixture,
                    gconstpointer  data)
{
  tvx_editor_begin (fixture->editor, NULL);
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->project, "title", "Ett", NULL));
  tvx_editor_begin (fixture->editor, NULL);
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->project, "title", "Två", NULL));
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->project, "vision", "Syn", NULL));
  tvx_editor_cancel (fixture->editor);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "title"), ==, "Ett");
  g_assert_null (tvx_record_get_text (fixture->project, "vision"));
  tvx_editor_end (fixture->editor);
  g_assert_cmpuint (fixture->n_commits, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  tvx_editor_undo (fixture->editor);
  g_assert_true (tvx_record_is_empty (fixture->project));
}

static void
test_typing_is_one_step (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_type (fixture->editor, fixture->project, "title", "A", &error);
  tvx_editor_type (fixture->editor, fixture->project, "title", "AB", &error);
  tvx_editor_stop_typing (fixture->editor);
  tvx_editor_type (fixture->editor, fixture->project, "title", "ABC", &error);
  tvx_editor_type (fixture->editor, fixture->project, "vision", "V", &error);
  tvx_editor_type (fixture->editor, fixture->project, "title", "ABCD", &error);
  g_assert_no_error (error);
  /* Each is saved by itself all the same. */
  g_assert_cmpuint (fixture->n_commits, ==, 5);

  tvx_editor_undo (fixture->editor);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "title"), ==, "ABC");
  tvx_editor_undo (fixture->editor);
  tvx_editor_undo (fixture->editor);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "title"), ==, "AB");
  tvx_editor_undo (fixture->editor);
  g_assert_null (tvx_record_get_text (fixture->project, "title"));
}

/* What was typed is kept even where it does not fit; only a number field cannot hold a text. */
static void
test_typing_loses_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TvxRecord *funding;

  g_assert_true (tvx_editor_type (fixture->editor, fixture->project, "planned_end", "hösten 2020", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "planned_end"), ==, "hösten 2020");

  funding = tvx_editor_insert (fixture->editor, fixture->project, "funding", 0, NULL, &error);
  g_assert_false (tvx_editor_type (fixture->editor, funding, "amount", "många", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
}

static void
test_same_value_is_no_change (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_text (fixture->editor, fixture->project, "title", "A", &error);
  tvx_editor_set_text (fixture->editor, fixture->project, "title", " A ", &error);
  tvx_editor_set (fixture->editor, fixture->project, "vision", NULL, &error);
  g_assert_cmpuint (fixture->n_commits, ==, 1);
}

static void
test_paths (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GListModel *goals = tvx_record_get_list (fixture->project, "goals");
  g_autoptr (TvxRecord) goal = NULL;

  g_assert_true (tvx_editor_set_path (fixture->editor, fixture->project, "goals[+].text", "Nytt", &error));
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 1);
  goal = g_list_model_get_item (goals, 0);
  g_assert_cmpstr (tvx_record_get_text (goal, "text"), ==, "Nytt");

  /* A refusal leaves nothing behind: no item, no step, no commit. */
  g_assert_false (tvx_editor_set_path (fixture->editor, fixture->project, "goals[+].assessed_on", "igår", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 1);
  g_assert_cmpuint (fixture->n_commits, ==, 1);

  g_assert_false (tvx_editor_set_path (fixture->editor, fixture->project, "id", "x", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH);
  g_clear_error (&error);
  g_assert_false (tvx_editor_set_path (fixture->editor, fixture->project, "goals", "x", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH);
  g_clear_error (&error);

  g_assert_true (tvx_editor_remove_path (fixture->editor, fixture->project, "goals[0].text", &error));
  g_assert_null (tvx_record_get_text (goal, "text"));
  g_assert_true (tvx_editor_remove_path (fixture->editor, fixture->project, "goals[0]", &error));
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 0);
  g_assert_false (tvx_editor_remove_path (fixture->editor, fixture->project, "goals", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH);
  tvx_editor_undo (fixture->editor);
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 1);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TvxRecord *goal = tvx_editor_insert (fixture->editor, fixture->project, "goals", 0, NULL, &error);

  tvx_record_set_read_only (fixture->project, TRUE);
  g_assert_false (tvx_editor_set_text (fixture->editor, goal, "text", "x", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tvx_editor_remove (fixture->editor, goal, &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (tvx_editor_insert (fixture->editor, fixture->project, "goals", 0, NULL, &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_READ_ONLY);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TvxRecord *goals[3];
  guint position;

  for (guint i = 0; i < 3; i++)
    goals[i] = tvx_editor_insert (fixture->editor, fixture->project, "goals", i, NULL, &error);
  g_assert_true (tvx_editor_move (fixture->editor, goals[0], G_MAXUINT, &error));
  g_assert_true (tvx_record_get_position (goals[0], &position));
  g_assert_cmpuint (position, ==, 2);
  tvx_editor_undo (fixture->editor);
  g_assert_true (tvx_record_get_position (goals[0], &position));
  g_assert_cmpuint (position, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/editor/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("undo-redo", test_undo_redo);
  ADD ("group", test_group);
  ADD ("cancel-within", test_cancel_within);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("typing-loses-nothing", test_typing_loses_nothing);
  ADD ("same-value-is-no-change", test_same_value_is_no_change);
  ADD ("paths", test_paths);
  ADD ("read-only", test_read_only);
  ADD ("move", test_move);
  return g_test_run ();
}
