/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-workspace.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-vocabulary.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-json.h"
#include "storage/tvx-storage-error.h"

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (place);
}

static void
wait_for_state (TvxWorkspace *workspace,
                TvxSaveState  state)
{
  while (tvx_workspace_get_save_state (workspace) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint    n_done,
          guint    n_total,
          gpointer user_data)
{
  guint *calls = user_data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpuint (n_done, <=, n_total);
  g_assert_cmpuint (n_total, ==, 30);
  (*calls)++;
}

static void
set_flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
write_projects (Fixture *fixture,
                guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *members = g_strdup_printf (", \"title\": \"Projekt %u\"", i);

      fixture_write_project (fixture, id, members);
    }
}

static void
test_open_async (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  guint calls = 0;

  write_projects (fixture, 30);
  tvx_workspace_open_async (TVX_STORE (fixture->store), count_cb, &calls, NULL, NULL, result_cb, &place);
  result = wait_for (&place);
  workspace = tvx_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_summaries (workspace)), ==, 30);
  g_assert_cmpuint (calls, >, 0);
}

static void
test_open_cancelled (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) sync_error = NULL;
  gboolean is_freed = FALSE;

  write_projects (fixture, 30);
  tvx_workspace_open_async (TVX_STORE (fixture->store), NULL, &is_freed, set_flag_cb, cancellable, result_cb, &place);
  g_cancellable_cancel (cancellable);
  result = wait_for (&place);
  g_assert_null (tvx_workspace_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (is_freed);
  g_assert_null (tvx_workspace_open (TVX_STORE (fixture->store), NULL, NULL, cancellable, &sync_error));
  g_assert_error (sync_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_autosave (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Av sig själv");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *text = NULL;
  gint64 start = g_get_monotonic_time ();

  wait_for_state (workspace, TVX_SAVE_STATE_SAVING);
  /* What is done while a save goes on is saved after it. */
  fixture_set_text (workspace, project, "vision", "Meddelad under tiden");
  wait_for_state (workspace, TVX_SAVE_STATE_SAVED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  text = fixture_read (fixture, name);
  g_assert_nonnull (strstr (text, "Av sig själv"));
  g_assert_nonnull (strstr (text, "Meddelad under tiden"));
}

static void
test_save_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ett");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tvx_workspace_save_async (workspace, NULL, result_cb, &place);
  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_SAVING);
  fixture_set_text (workspace, project, "title", "Två");
  /* The last save of a program waits for the one that goes on, without the main loop. */
  fixture_save (workspace);
  text = fixture_read (fixture, name);
  g_assert_nonnull (strstr (text, "Två"));
  result = wait_for (&place);
  g_assert_true (tvx_workspace_save_finish (workspace, result, &error));
  g_assert_no_error (error);
}

static void
test_save_async (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ett");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tvx_workspace_save_async (workspace, NULL, result_cb, &place);
  fixture_set_text (workspace, project, "title", "Två");
  result = wait_for (&place);
  g_assert_true (tvx_workspace_save_finish (workspace, result, &error));
  g_assert_no_error (error);
  /* What came while it was saving is saved as well. */
  g_assert_cmpint (tvx_workspace_get_save_state (workspace), ==, TVX_SAVE_STATE_SAVED);
  text = fixture_read (fixture, name);
  g_assert_nonnull (strstr (text, "Två"));
}

static void
test_save_cancelled (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ett");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  tvx_workspace_save_async (workspace, cancellable, result_cb, &place);
  result = wait_for (&place);
  g_assert_false (tvx_workspace_save_finish (workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for_state (workspace, TVX_SAVE_STATE_SAVED);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_failure_is_tried_again (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ett");
  g_autoptr (TvxRecord) other = NULL;
  g_autofree char *blocked = fixture_path (fixture, "history");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GListModel) history = NULL;

  /* A file where a folder should be. */
  fixture_write (fixture, "history", "x", -1);
  wait_for_state (workspace, TVX_SAVE_STATE_FAILED);
  g_assert_nonnull (strstr (tvx_workspace_get_save_error (workspace), "found a file, expected a folder"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_unlink (blocked), ==, 0);
  other = fixture_add_project (workspace, "Två");
  wait_for_state (workspace, TVX_SAVE_STATE_SAVED);
  g_assert_null (tvx_workspace_get_save_error (workspace));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  history = tvx_workspace_load_history (workspace, tvx_record_get_id (project), NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 2);
}

/* A register that was lost goes on where it is found, and nowhere else. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Först");
  g_autoptr (GFile) moved = NULL;
  g_autoptr (TvxFolderStore) store = NULL;
  g_autoptr (GAsyncResult) place = NULL, result = NULL, other_result = NULL;
  g_autoptr (GError) error = NULL, other_error = NULL;
  g_autofree char *away = g_strconcat (fixture->root, "-away", NULL);
  g_autofree char *id = g_strdup (tvx_record_get_id (project));
  g_autofree char *name = g_strdup_printf ("projects/%s.json", id);
  g_autofree char *text = NULL;
  Fixture other = { NULL };

  fixture_save (workspace);
  g_assert_false (tvx_workspace_is_cut_off (workspace));
  g_assert_cmpint (g_rename (fixture->root, away), ==, 0);
  fixture_set_text (workspace, project, "title", "Sedan");
  g_assert_false (tvx_workspace_save (workspace, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_UNREACHABLE);
  g_assert_true (tvx_workspace_is_cut_off (workspace));

  fixture_set_up (&other, NULL);
  fixture_write (&other, "register.json", "{\"format\": \"tillvaxt-register\", \"version\": 1, \"id\": \"" ID_C "\"}", -1);
  tvx_workspace_move_async (workspace, TVX_STORE (other.store), NULL, result_cb, &place);
  other_result = wait_for (&place);
  g_assert_false (tvx_workspace_move_finish (workspace, other_result, &other_error));
  g_assert_error (other_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ID);
  g_assert_true (tvx_workspace_is_cut_off (workspace));
  fixture_tear_down (&other, NULL);

  moved = g_file_new_for_path (away);
  store = tvx_folder_store_new (moved);
  tvx_workspace_move_async (workspace, TVX_STORE (store), NULL, result_cb, &place);
  result = wait_for (&place);
  g_assert_true (tvx_workspace_move_finish (workspace, result, NULL));
  wait_for_state (workspace, TVX_SAVE_STATE_SAVED);
  g_assert_false (tvx_workspace_is_cut_off (workspace));
  g_assert_cmpint (g_rename (away, fixture->root), ==, 0);
  text = fixture_read (fixture, name);
  g_assert_nonnull (strstr (text, "Sedan"));
}

static void
test_letting_go_saves (Fixture       *fixture,
                       gconstpointer  data)
{
  TvxWorkspace *workspace = fixture_open (fixture);
  g_autoptr (TvxRecord) project = fixture_add_project (workspace, "Ett");
  g_autofree char *name = g_strdup_printf ("projects/%s.json", tvx_record_get_id (project));
  g_autofree char *path = fixture_path (fixture, name);

  g_object_unref (workspace);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_one_instance (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) first = NULL;
  g_autoptr (TvxProject) second = NULL;
  g_autoptr (TvxProject) third = NULL;
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer weak;

  fixture_write_project (fixture, ID_A, ", \"title\": \"A\"");
  workspace = fixture_open (fixture);
  tvx_workspace_load_project_async (workspace, ID_A, NULL, result_cb, &place);
  first = tvx_workspace_load_project (workspace, ID_A, NULL, &error);
  g_assert_no_error (error);
  result = wait_for (&place);
  second = tvx_workspace_load_project_finish (workspace, result, &error);
  g_assert_no_error (error);
  g_assert_true (first == second);

  /* What is not saved is kept, though nobody holds it. */
  fixture_set_text (workspace, TVX_RECORD (first), "title", "Ändrad");
  g_clear_object (&first);
  g_clear_object (&second);
  first = tvx_workspace_load_project (workspace, ID_A, NULL, &error);
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (first), "title"), ==, "Ändrad");

  /* A project that was made here is known before it is saved. */
  g_clear_object (&first);
  {
    g_autoptr (TvxRecord) made = fixture_add_project (workspace, "Ny");

    weak = made;
    g_clear_object (&result);
    tvx_workspace_load_project_async (workspace, tvx_record_get_id (made), NULL, result_cb, &place);
    result = wait_for (&place);
    third = tvx_workspace_load_project_finish (workspace, result, &error);
    g_assert_no_error (error);
    g_assert_true ((gpointer) third == weak);
  }
  g_assert_true (tvx_workspace_save (workspace, &error));
  g_assert_no_error (error);
}

static void
test_summaries (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (TvxRecord) other = NULL;
  GListModel *summaries;
  TvxSummary *summary;

  fixture_write_project (fixture, ID_A, ", \"title\": \"A\"");
  workspace = fixture_open (fixture);
  summaries = tvx_workspace_get_summaries (workspace);
  summary = tvx_workspace_get_summary (workspace, ID_A);
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "A");
  project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);
  fixture_set_text (workspace, TVX_RECORD (project), "title", "Ändrad");
  g_assert_true (tvx_handover_take_step (tvx_workspace_get_editor (workspace), TVX_RECORD (project), "identified",
                                         "Handläggare A", NULL, NULL, NULL));
  g_assert_true (tvx_workspace_get_summary (workspace, ID_A) == summary);
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "Ändrad");
  g_assert_cmpstr (g_variant_get_string (tvx_summary_get_value (summary, "handover.state"), NULL), ==, "identified");

  other = fixture_add_project (workspace, "Ny");
  g_assert_cmpuint (g_list_model_get_n_items (summaries), ==, 2);
  g_assert_cmpstr (tvx_summary_get_title (tvx_workspace_get_summary (workspace, tvx_record_get_id (other))), ==, "Ny");
  tvx_editor_delete (tvx_workspace_get_editor (workspace), TVX_RECORD (project), NULL);
  g_assert_null (tvx_workspace_get_summary (workspace, ID_A));
  g_assert_cmpuint (g_list_model_get_n_items (summaries), ==, 1);
  tvx_editor_undo (tvx_workspace_get_editor (workspace));
  g_assert_cmpstr (tvx_summary_get_title (tvx_workspace_get_summary (workspace, ID_A)), ==, "Ändrad");
}

static void
test_register_is_saved (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  TvxRecord *record = TVX_RECORD (tvx_workspace_get_register (workspace));
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (TvxHistoryEntry) entry = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *backup_folder = g_strdup_printf ("backups/%s", tvx_record_get_id (record));

  fixture_set_text (workspace, record, "title", "Stockholms län");
  fixture_save (workspace);
  text = fixture_read (fixture, "register.json");
  g_assert_nonnull (strstr (text, "\"title\": \"Stockholms län\""));
  backups = fixture_list (fixture, backup_folder);
  g_assert_cmpuint (backups->len, ==, 1);

  tvx_workspace_load_history_async (workspace, tvx_record_get_id (record), NULL, result_cb, &place);
  result = wait_for (&place);
  history = tvx_workspace_load_history_finish (workspace, result, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
  entry = g_list_model_get_item (history, 0);
  g_assert_cmpstr (tvx_history_entry_get_sentence (entry), ==, "Title: filled in “Stockholms län”");
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const texts[] = { "V", "Vi", "Vis", "Visio", "Vision" };
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GListModel) history = NULL;
  g_autoptr (TvxHistoryEntry) entry = NULL;
  TvxEditor *editor;

  fixture_write_project (fixture, ID_A, ", \"vision\": \"Gammal\"");
  workspace = fixture_open (fixture);
  editor = tvx_workspace_get_editor (workspace);
  project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (tvx_editor_type (editor, TVX_RECORD (project), "vision", texts[i], NULL));
  fixture_save (workspace);
  /* The history tells of the text, not of its letters, and not of what was taken back at once. */
  fixture_set_text (workspace, TVX_RECORD (project), "title", "Nej");
  tvx_editor_undo (editor);
  fixture_save (workspace);
  history = tvx_workspace_load_history (workspace, ID_A, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, 1);
  entry = g_list_model_get_item (history, 0);
  g_assert_cmpstr (tvx_history_entry_get_sentence (entry), ==, "Vision: changed “Gammal” to “Vision”");
}

static void
fill_in (TvxEditor *editor,
         TvxRecord *record)
{
  static const char *const texts[] = { "å", "Två ord", "–“”…", "\"\\", "rad\nrad", "🌱", "a\314\212" };
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      GVariant *value = NULL;
      gsize n_terms;
      const TvxTerm *term = NULL;

      if (g_test_rand_int_range (0, 4) == 0 || field->kind == TVX_FIELD_ID || (field->flags & TVX_FIELD_STEP) != 0)
        continue;
      if (field->vocabulary != NULL)
        {
          term = tvx_vocabulary_get_terms (field->vocabulary, &n_terms);
          term += g_test_rand_int_range (0, (gint32) n_terms);
        }
      switch (field->kind)
        {
        case TVX_FIELD_RECORD:
          fill_in (editor, tvx_record_get_record (record, field->name));
          break;
        case TVX_FIELD_LIST:
          for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
            fill_in (editor, tvx_editor_insert (editor, record, field->name, G_MAXUINT, NULL, NULL));
          break;
        case TVX_FIELD_MONEY:
        case TVX_FIELD_INTEGER:
          value = g_variant_new_int64 (g_test_rand_int ());
          break;
        case TVX_FIELD_BOOLEAN:
          value = g_variant_new_boolean (TRUE);
          break;
        case TVX_FIELD_ENUM:
        case TVX_FIELD_CODE:
          value = g_variant_new_string (term->code);
          break;
        case TVX_FIELD_CODES:
          value = g_variant_new_strv ((const char *const[]) { term->code, NULL }, -1);
          break;
        case TVX_FIELD_DATE:
          value = g_variant_new_string ("2018-09");
          break;
        case TVX_FIELD_REFERENCE:
          value = g_variant_new_string (ID_A);
          break;
        case TVX_FIELD_REFERENCES:
          value = g_variant_new_strv ((const char *const[]) { ID_A, ID_B, NULL }, -1);
          break;
        case TVX_FIELD_DECIMAL:
          value = g_variant_new_string ("-12.5");
          break;
        case TVX_FIELD_COUNTS:
          value = g_variant_new_parsed ("{'women|18-29': <int64 12>, 'men|18-29': <int64 0>}");
          break;
        case TVX_FIELD_TEXTS:
          value = g_variant_new_strv ((const char *const[]) { "å", "Två ord", NULL }, -1);
          break;
        case TVX_FIELD_TEXT:
        case TVX_FIELD_LONG_TEXT:
        case TVX_FIELD_ID:
        default:
          value = g_variant_new_string (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
          break;
        }
      if (value != NULL)
        tvx_editor_set (editor, record, field->name, value, NULL);
    }
}

/* Whatever a person fills in, it is the same when the register is opened again. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
      g_autoptr (TvxRecord) project = tvx_record_new (TVX_TYPE_PROJECT);
      g_autoptr (TvxWorkspace) again = NULL;
      g_autoptr (TvxProject) loaded = NULL;
      g_autoptr (GVariant) saved_variant = NULL;
      g_autoptr (GVariant) loaded_variant = NULL;
      g_autofree char *saved_text = NULL;
      g_autofree char *loaded_text = NULL;
      g_autoptr (GError) error = NULL;

      tvx_editor_create (tvx_workspace_get_editor (workspace), project);
      fill_in (tvx_workspace_get_editor (workspace), project);
      fixture_save (workspace);
      again = fixture_open (fixture);
      loaded = tvx_workspace_load_project (again, tvx_record_get_id (project), NULL, &error);
      g_assert_no_error (error);
      saved_variant = tvx_record_to_variant (project);
      loaded_variant = tvx_record_to_variant (TVX_RECORD (loaded));
      saved_text = tvx_json_write (saved_variant);
      loaded_text = tvx_json_write (loaded_variant);
      g_assert_cmpstr (loaded_text, ==, saved_text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name_, func_) g_test_add ("/workspace/" name_, Fixture, NULL, fixture_set_up, func_, fixture_tear_down)
  ADD ("open-async", test_open_async);
  ADD ("open-cancelled", test_open_cancelled);
  ADD ("autosave", test_autosave);
  ADD ("save-while-saving", test_save_while_saving);
  ADD ("save-async", test_save_async);
  ADD ("save-cancelled", test_save_cancelled);
  ADD ("failure-is-tried-again", test_failure_is_tried_again);
  ADD ("move", test_move);
  ADD ("letting-go-saves", test_letting_go_saves);
  ADD ("one-instance", test_one_instance);
  ADD ("summaries", test_summaries);
  ADD ("register-is-saved", test_register_is_saved);
  ADD ("typing", test_typing);
  ADD ("round-trip", test_round_trip);
  return g_test_run ();
}
