/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-folder-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"
#include "model/tvx-model-error.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-register-check.h"
#include "storage/tvx-safe-file.h"
#include "storage/tvx-storage-error.h"

#define HEAD "{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"" ID_A "\""

/* Whether one of the problems of the register says this, and no other does. */
static void
assert_problem (TvxWorkspace *workspace,
                const char   *message)
{
  GListModel *problems = tvx_workspace_get_problems (workspace);
  g_autoptr (TvxProblem) problem = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (problems), ==, 1);
  problem = g_list_model_get_item (problems, 0);
  sentence = tvx_problem_dup_sentence (problem);
  if (strstr (sentence, message) == NULL)
    g_test_message ("expected “%s”, found “%s”", message, sentence);
  g_assert_nonnull (strstr (sentence, message));
  g_assert_true (g_str_has_prefix (sentence, tvx_problem_get_file (problem)));
}

/* The project of ID_B is well, whatever happened to that of ID_A. */
static void
assert_other_opens (Fixture      *fixture,
                    TvxWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxProject) project = tvx_workspace_load_project (workspace, ID_B, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_summaries (workspace)), ==, 1);
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (project), "title"), ==, "B");
}

static void
test_hostile_files (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *text;
    gssize      length;
    GQuark    (*domain) (void);
    int         code;
    const char *message;
  } cases[] = {
#define FILE_CASE(text_, domain_, code_, message_) { text_, sizeof (text_) - 1, domain_, code_, message_ }
    FILE_CASE ("", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX, "the file is empty; an object of JSON was expected"),
    FILE_CASE (HEAD ",\n  \"title\": \"A\",}", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX,
               "line 2, column 16: found a comma after the last item; remove it"),
    FILE_CASE (HEAD ", \"title\": \"A\", \"title\": \"B\"}", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX,
               "the member “title” is there twice in one object; keep one of them"),
    FILE_CASE (HEAD ", \"funding\": [{\"amount\": NaN}]}", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX,
               "found NaN or Infinity, which are no numbers of JSON; write null"),
    FILE_CASE (HEAD ", \"funding\": [{\"amount\": 9007199254740993}]}", tvx_storage_error_quark,
               TVX_STORAGE_ERROR_SYNTAX, "the number 9007199254740993 is too large; the largest is 9007199254740992"),
    FILE_CASE (HEAD ", \"title\": \"\\ud83c\"}", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX,
               "found half of a surrogate pair, \\ud83c; a character beyond U+FFFF needs both halves"),
    FILE_CASE (HEAD ", \"title\": \"A\\u0000B\"}", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX,
               "found \\u0000, the character that ends texts; remove it"),
    FILE_CASE (HEAD ", \"title\": \"L\344n\"}", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX,
               "found the byte 0xE4, which is not UTF-8 text; save the file as UTF-8"),
    FILE_CASE (HEAD ", \"title\": 7}", tvx_model_error_quark, TVX_MODEL_ERROR_TYPE,
               "title: found a whole number, expected a text"),
    FILE_CASE (HEAD ", \"goals\": [{\"text\": \"M\"}, {\"text\": [1]}]}", tvx_model_error_quark, TVX_MODEL_ERROR_TYPE,
               "goals[1].text: found a list, expected a text"),
    FILE_CASE (HEAD ", \"handover\": \"done\"}", tvx_model_error_quark, TVX_MODEL_ERROR_TYPE,
               "handover: found a text, expected an object"),
    FILE_CASE (HEAD ", \"funding\": [{\"amount\": 1.5}]}", tvx_model_error_quark, TVX_MODEL_ERROR_TYPE,
               "funding[0].amount: found a number with decimals, expected a whole number"),
    FILE_CASE ("[]", tvx_storage_error_quark, TVX_STORAGE_ERROR_FORMAT,
               "found something else than an object; an object with “format”: “tillvaxt-project” was expected"),
    FILE_CASE ("{}", tvx_storage_error_quark, TVX_STORAGE_ERROR_FORMAT,
               "format: found no such text, expected “tillvaxt-project”"),
    FILE_CASE ("{\"format\": \"tillvaxt-register\"}", tvx_storage_error_quark, TVX_STORAGE_ERROR_FORMAT,
               "format: found “tillvaxt-register”, expected “tillvaxt-project”"),
    FILE_CASE ("{\"format\": \"tillvaxt-project\", \"version\": \"1\"}", tvx_storage_error_quark,
               TVX_STORAGE_ERROR_FORMAT, "version: found no whole number from 1, expected 1"),
    FILE_CASE ("{\"format\": \"tillvaxt-project\", \"version\": 1}", tvx_storage_error_quark, TVX_STORAGE_ERROR_ID,
               "id: found no id, expected a UUID such as"),
    FILE_CASE ("{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"../../x\"}", tvx_storage_error_quark,
               TVX_STORAGE_ERROR_ID, "id: found no id, expected a UUID such as"),
    FILE_CASE ("{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"" ID_C "\"}", tvx_storage_error_quark,
               TVX_STORAGE_ERROR_ID,
               "id: found " ID_C ", expected the id that the file is named after; the file should be projects/" ID_C
               ".json"),
    FILE_CASE ("{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"" ID_B "\"}", tvx_storage_error_quark,
               TVX_STORAGE_ERROR_ID,
               "id: found " ID_B ", which is also the project in projects/" ID_B ".json; remove one of the two files"),
  };

  fixture_write_project (fixture, ID_B, ", \"title\": \"B\"");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TvxWorkspace) workspace = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *path = fixture_path (fixture, "projects/" ID_A ".json");
      g_autofree char *after = NULL;
      gsize length;

      fixture_write (fixture, "projects/" ID_A ".json", cases[i].text, cases[i].length);
      workspace = fixture_open (fixture);
      assert_problem (workspace, cases[i].message);
      assert_other_opens (fixture, workspace);

      g_assert_null (tvx_workspace_load_project (workspace, ID_A, NULL, &error));
      g_assert_error (error, cases[i].domain (), cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_true (g_str_has_prefix (error->message, "projects/" ID_A ".json: "));

      /* The damaged file stays as it is. */
      g_assert_true (g_file_get_contents (path, &after, &length, NULL));
      g_assert_cmpmem (after, length, cases[i].text, (gsize) cases[i].length);
    }
}

static void
assert_hostile (Fixture    *fixture,
                int         code,
                const char *message)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write_project (fixture, ID_B, ", \"title\": \"B\"");
  workspace = fixture_open (fixture);
  assert_problem (workspace, message);
  assert_other_opens (fixture, workspace);
  g_assert_null (tvx_workspace_load_project (workspace, ID_A, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_deep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("{\"a\": ");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  fixture_write (fixture, "projects/" ID_A ".json", text->str, (gssize) text->len);
  assert_hostile (fixture, TVX_STORAGE_ERROR_SYNTAX,
                  "projects/" ID_A ".json: line 1, column 38: objects and lists are nested deeper than 32 levels");
}

static void
test_huge (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "projects/" ID_A ".json");
  g_autofree char *huge = g_format_size (G_GUINT64_CONSTANT (1) << 30);
  g_autofree char *limit = g_format_size (TVX_SAFE_FILE_MAX_SIZE);
  g_autofree char *message =
    g_strdup_printf ("projects/" ID_A ".json: found %s, expected at most %s; this is not a file of this program, or it "
                     "is damaged",
                     huge, limit);

  fixture_write (fixture, "projects/" ID_A ".json", "{", -1);
  g_assert_cmpint (truncate (path, (off_t) 1 << 30), ==, 0);
  assert_hostile (fixture, TVX_STORAGE_ERROR_TOO_LARGE, message);
}

static void
test_folder_for_file (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "projects/" ID_A ".json");

  g_assert_cmpint (g_mkdir (path, 0777), ==, 0);
  assert_hostile (fixture, TVX_STORAGE_ERROR_FILE_TYPE,
                  "projects/" ID_A ".json: found a folder, expected an ordinary file");
}

static void
test_pipe (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "projects/" ID_A ".json");

  g_assert_cmpint (mkfifo (path, 0666), ==, 0);
  assert_hostile (fixture, TVX_STORAGE_ERROR_FILE_TYPE,
                  "projects/" ID_A ".json: found a pipe or device, expected an ordinary file");
}

static void
test_symbolic_link (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "projects/" ID_A ".json");

  g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
  assert_hostile (fixture, TVX_STORAGE_ERROR_FILE_TYPE,
                  "projects/" ID_A ".json: found a symbolic link, expected an ordinary file; put the file itself there");
}

static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "projects/" ID_A ".json");

  fixture_write_project (fixture, ID_A, "");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (!fixture_become_nobody (fixture))
    return;
  assert_hostile (fixture, TVX_STORAGE_ERROR_ACCESS,
                  "projects/" ID_A ".json: you have no permission for this; ask whoever looks after the folder");
  fixture_become_yourself ();
}

static void
test_no_register (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "register.json");
  g_autofree char *message = g_strdup_printf ("%s: found no register.json in this folder; choose the folder of a "
                                              "register, or make a new register",
                                              fixture->root);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (tvx_workspace_open (TVX_STORE (fixture->store), NULL, NULL, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_damaged_register (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_write (fixture, "register.json", "{\"format\": \"tillvaxt-project\"", -1);
  g_assert_null (tvx_workspace_open (TVX_STORE (fixture->store), NULL, NULL, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==,
                   "register.json: line 1, column 30: found the end of the file, expected “,” or “}”");
  text = fixture_read (fixture, "register.json");
  g_assert_cmpstr (text, ==, "{\"format\": \"tillvaxt-project\"");
}

static void
test_existing_register (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TvxRecord) record = tvx_record_new (TVX_TYPE_REGISTER);
  g_autofree char *before = fixture_read (fixture, "register.json");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (tvx_folder_store_create (fixture->folder, TVX_REGISTER (record), NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS);
  after = fixture_read (fixture, "register.json");
  g_assert_cmpstr (after, ==, before);
}

static void
test_other_place (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri ("nowhere://server/register");
  g_autoptr (TvxFolderStore) store = tvx_folder_store_new (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE);
  g_assert_nonnull (strstr (error->message, "nowhere://server/register: this place is not in the file system"));
}

static void
test_ids_from_outside (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const ids[] = { "", "..", "../register", "x", ID_A "/../" ID_A };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) history_error = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new ();

      g_assert_null (tvx_store_load_project (TVX_STORE (fixture->store), ids[i], NULL, NULL, &error));
      g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND);
      g_assert_null (tvx_store_load_history (TVX_STORE (fixture->store), TVX_TYPE_PROJECT, ids[i], problems, NULL,
                                             &history_error));
      g_assert_error (history_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND);
    }
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;

  fixture_write_project (fixture, ID_B, ", \"title\": \"B\"");
  fixture_write (fixture, "projects/." ID_A ".json.01234567.new", "half", -1);
  fixture_write (fixture, "projects/.DS_Store", "x", -1);
  fixture_write (fixture, "projects/" ID_B ".json~", "x", -1);
  fixture_write (fixture, "projects/Thumbs.db", "x", -1);
  workspace = fixture_open (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_problems (workspace)), ==, 0);
  assert_other_opens (fixture, workspace);
}

static void
test_odd_name (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;

  /* A name in the character set of another time. */
  fixture_write_project (fixture, ID_B, ", \"title\": \"B\"");
  fixture_write (fixture, "projects/L\344n.json", HEAD "}", -1);
  workspace = fixture_open (fixture);
  assert_problem (workspace, "n.json: id: found " ID_A ", expected the id that the file is named after");
  assert_other_opens (fixture, workspace);
}

static void
test_newer_version (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) edit_error = NULL;
  g_autoptr (TvxProject) project = NULL;

  fixture_write (fixture, "projects/" ID_B ".json",
                 "{\"format\": \"tillvaxt-project\", \"version\": 2, \"id\": \"" ID_B "\", \"title\": \"B\"}", -1);
  workspace = fixture_open (fixture);
  assert_problem (workspace, "projects/" ID_B ".json: version: a newer version of this program wrote this file; it can be "
                             "read, not changed");
  assert_other_opens (fixture, workspace);
  g_assert_false (tvx_workspace_get_read_only (workspace));
  project = tvx_workspace_load_project (workspace, ID_B, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tvx_editor_set_path (tvx_workspace_get_editor (workspace), TVX_RECORD (project), "title", "X",
                                       &edit_error));
  g_assert_error (edit_error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_READ_ONLY);
}

static void
test_newer_register (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxProject) project = NULL;

  fixture_write_project (fixture, ID_B, ", \"title\": \"B\"");
  fixture_write (fixture, "register.json",
                 "{\"format\": \"tillvaxt-register\", \"version\": 2, \"id\": \"" ID_C "\"}", -1);
  workspace = fixture_open (fixture);
  assert_problem (workspace, "register.json: version: a newer version");
  g_assert_true (tvx_workspace_get_read_only (workspace));
  project = tvx_workspace_load_project (workspace, ID_B, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tvx_record_get_read_only (TVX_RECORD (project)));
}

static void
test_unknown_members (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *text = NULL;

  fixture_write_project (fixture, ID_A,
                         ", \"colour\": \"red\", \"goals\": [{\"id\": \"" ID_C "\", \"text\": \"M\", \"weight\": 0.5, "
                         "\"more\": {\"deep\": [null, {\"x\": []}]}}], \"handover\": {\"seal\": true}");
  {
    g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
    g_autoptr (TvxProject) project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);

    fixture_set_text (workspace, TVX_RECORD (project), "title", "Med titel");
    fixture_save (workspace);
  }
  text = fixture_read (fixture, "projects/" ID_A ".json");
  g_assert_cmpstr (text, ==,
                   "{\n  \"format\": \"tillvaxt-project\",\n  \"version\": 1,\n  \"id\": \"" ID_A "\",\n"
                   "  \"title\": \"Med titel\",\n"
                   "  \"goals\": [\n    {\n      \"id\": \"" ID_C "\",\n      \"text\": \"M\",\n      \"weight\": 0.5,\n"
                   "      \"more\": {\n        \"deep\": [\n          null,\n          {\n            \"x\": []\n"
                   "          }\n        ]\n      }\n    }\n  ],\n"
                   "  \"handover\": {\n    \"seal\": true\n  },\n"
                   "  \"colour\": \"red\"\n}\n");
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const expected[] = {
    "projects/" ID_C ".json: the file is empty; an object of JSON was expected",
    "projects/" ID_A ".json: planned_end: “2020-13” is not a date. Write it as 2018-09-30, or as 2018-09 or 2018 if the "
    "day is not known.",
    "projects/" ID_A ".json: related: It refers to 66666666-6666-4666-8666-666666666666, which is not there. Choose "
    "another one, or remove the reference.",
    "projects/" ID_A ".json: dimensions[0].goals: It refers to 44444444-4444-4444-8444-444444444444, which is not there. "
    "Choose another one, or remove the reference.",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  fixture_write_project (fixture, ID_A,
                         ", \"planned_end\": \"2020-13\", \"related\": [\"" ID_B "\", \"" ID_C "\", "
                         "\"66666666-6666-4666-8666-666666666666\"], "
                         "\"dimensions\": [{\"id\": \"55555555-5555-4555-8555-555555555555\", "
                         "\"goals\": [\"44444444-4444-4444-8444-444444444444\"]}]");
  fixture_write_project (fixture, ID_B, "");
  fixture_write (fixture, "projects/" ID_C ".json", "", 0);
  problems = tvx_register_check (TVX_STORE (fixture->store), TVX_CHECK_VALUES, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *sentence = tvx_problem_dup_sentence (problems->pdata[i]);

      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (sentence, ==, expected[i]);
    }
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name_, func_) \
  g_test_add ("/folder-store/" name_, Fixture, NULL, fixture_set_up, func_, fixture_tear_down)
  ADD ("hostile-files", test_hostile_files);
  ADD ("deep", test_deep);
  ADD ("huge", test_huge);
  ADD ("folder-for-file", test_folder_for_file);
  ADD ("pipe", test_pipe);
  ADD ("symbolic-link", test_symbolic_link);
  ADD ("no-permission", test_no_permission);
  ADD ("no-register", test_no_register);
  ADD ("damaged-register", test_damaged_register);
  ADD ("existing-register", test_existing_register);
  ADD ("ids-from-outside", test_ids_from_outside);
  ADD ("other-files", test_other_files);
  ADD ("odd-name", test_odd_name);
  ADD ("newer-version", test_newer_version);
  ADD ("newer-register", test_newer_register);
  ADD ("unknown-members", test_unknown_members);
  ADD ("check", test_check);
  g_test_add_func ("/folder-store/other-place", test_other_place);
  return g_test_run ();
}
