/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-project.h"
#include "storage/tvx-history-restore.h"

typedef struct
{
  TvxEditor *editor;
  TvxRecord *project;
  /* What the history would have: an entry for each change. */
  GPtrArray *entries;
} Fixture;

static void
committed_cb (TvxEditor *editor,
              GPtrArray *changes,
              Fixture   *fixture)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GVariant) line = tvx_change_to_variant (changes->pdata[i]);

      g_ptr_array_add (fixture->entries, tvx_history_entry_new (TVX_TYPE_PROJECT, line));
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->editor = tvx_editor_new (NULL);
  fixture->project = tvx_record_new (TVX_TYPE_PROJECT);
  fixture->entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->editor, "committed", G_CALLBACK (committed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->entries);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->project);
}

static void
set (Fixture    *fixture,
     const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_path (fixture->editor, fixture->project, path, text, &error);
  g_assert_no_error (error);
}

static void
test_value (Fixture       *fixture,
            gconstpointer  data)
{
  TvxHistoryEntry *entry;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  set (fixture, "title", "First");
  set (fixture, "title", "Second");
  entry = fixture->entries->pdata[1];
  text = tvx_history_entry_dup_text (entry, TRUE);
  g_assert_cmpstr (text, ==, "“First”");

  /* What stands there now is not to be restored; what was empty is no value. */
  g_assert_false (tvx_history_restore_can (entry, fixture->project, FALSE));
  g_assert_false (tvx_history_restore_can (fixture->entries->pdata[0], fixture->project, TRUE));
  g_assert_true (tvx_history_restore_can (entry, fixture->project, TRUE));
  g_assert_true (tvx_history_restore (entry, fixture->editor, fixture->project, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "title"), ==, "First");
  g_assert_true (tvx_history_restore_can (entry, fixture->project, FALSE));

  /* It is an edit as any other. */
  g_assert_cmpuint (fixture->entries->len, ==, 3);
  tvx_editor_undo (fixture->editor);
  g_assert_cmpstr (tvx_record_get_text (fixture->project, "title"), ==, "Second");
}

static void
test_item (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *goals = tvx_record_get_list (fixture->project, "goals");
  TvxHistoryEntry *entry;
  g_autoptr (TvxRecord) back = NULL;
  g_autoptr (TvxRecord) goal = NULL;

  set (fixture, "goals[+].text", "More firms");
  set (fixture, "goals[+].text", "Fewer tonnes");
  goal = g_list_model_get_item (goals, 0);
  g_assert_true (tvx_editor_remove (fixture->editor, goal, NULL));
  entry = fixture->entries->pdata[fixture->entries->len - 1];
  g_assert_true (tvx_history_restore_can (entry, fixture->project, TRUE));
  g_assert_true (tvx_history_restore (entry, fixture->editor, fixture->project, TRUE, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 2);
  back = g_list_model_get_item (goals, 0);
  g_assert_cmpstr (tvx_record_get_text (back, "text"), ==, "More firms");
  g_assert_cmpstr (tvx_record_get_id (back), ==, tvx_record_get_id (goal));

  /* It is there now, and cannot come twice. */
  g_assert_false (tvx_history_restore_can (entry, fixture->project, TRUE));
}

/* References are told of by name, also those to what is gone. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TvxRecord) goal = NULL;
  TvxHistoryEntry *entry;

  set (fixture, "goals[+].text", "More firms");
  set (fixture, "indicators[+].name", "Firms");
  goal = g_list_model_get_item (tvx_record_get_list (fixture->project, "goals"), 0);
  set (fixture, "indicators[0].goals", tvx_record_get_id (goal));
  entry = fixture->entries->pdata[fixture->entries->len - 1];
  g_assert_nonnull (strstr (tvx_history_entry_get_sentence (entry), tvx_record_get_id (goal)));
  tvx_record_add_titles (fixture->project, names);
  tvx_history_entry_set_names (entry, names);
  g_assert_nonnull (strstr (tvx_history_entry_get_sentence (entry), "“More firms”"));
  g_hash_table_remove_all (names);
  tvx_history_entry_set_names (entry, names);
  g_assert_nonnull (strstr (tvx_history_entry_get_sentence (entry), "no longer there"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history-restore/value", Fixture, NULL, set_up, test_value, tear_down);
  g_test_add ("/history-restore/item", Fixture, NULL, set_up, test_item, tear_down);
  g_test_add ("/history-restore/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
