/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-exchange.h"
#include "storage/tvx-import.h"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "model/tvx-model-error.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-storage-error.h"

#define GOAL_1 "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa1"
#define GOAL_2 "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa2"
#define GOAL_3 "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa3"

static GFile *export (Fixture *fixture,
                      const char *id)
{
  g_autofree char *path = fixture_path (fixture, "export.json");
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  tvx_exchange_export (TVX_STORE (fixture->store), id, file, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return file;
}

static GPtrArray *
import (TvxWorkspace *workspace,
        GFile        *file)
{
  gboolean is_report;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = tvx_exchange_load (file, &is_report, NULL, &error);
  GPtrArray *report;

  g_assert_no_error (error);
  report = tvx_import_all (workspace, projects, is_report, &error);
  g_assert_no_error (error);
  fixture_save (workspace);
  return report;
}

static void
assert_outcome (GPtrArray        *report,
                guint             i,
                const char       *id,
                TvxImportOutcome  outcome)
{
  TvxImported *imported = report->pdata[i];

  g_assert_cmpstr (imported->id, ==, id);
  g_assert_cmpint (imported->outcome, ==, outcome);
  g_assert_cmpint (imported->message != NULL, ==, outcome == TVX_IMPORT_REFUSED);
}

static void
test_register (Fixture       *fixture,
               gconstpointer  data)
{
  Fixture other;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) again = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *exported_again = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"A\", \"goals\": [{\"id\": \"" GOAL_1 "\"}], \"extra\": 1");
  fixture_write_project (fixture, ID_B, ", \"title\": \"B\", \"related\": [\"" ID_A "\"]");
  file = export (fixture, NULL);
  exported = fixture_read (fixture, "export.json");

  fixture_set_up (&other, NULL);
  workspace = fixture_open (&other);
  first = import (workspace, file);
  g_assert_cmpuint (first->len, ==, 2);
  assert_outcome (first, 0, ID_A, TVX_IMPORT_NEW);
  assert_outcome (first, 1, ID_B, TVX_IMPORT_NEW);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_summaries (workspace)), ==, 2);
  second = import (workspace, file);
  assert_outcome (second, 0, ID_A, TVX_IMPORT_SAME);
  assert_outcome (second, 1, ID_B, TVX_IMPORT_SAME);

  /* What came in goes out as it was. */
  again = export (&other, NULL);
  exported_again = fixture_read (&other, "export.json");
  g_assert_cmpstr (strstr (exported_again, "\"projects\""), ==, strstr (exported, "\"projects\""));
  fixture_tear_down (&other, NULL);
}

/* What is taken back has never been. */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  gboolean is_report;
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  TvxImport *taken;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Efter\"");
  fixture_write_project (fixture, ID_B, ", \"title\": \"Ny\"");
  file = export (fixture, NULL);
  fixture_write_project (fixture, ID_A, ", \"title\": \"Före\"");
  path = fixture_path (fixture, "projects/" ID_B ".json");
  g_assert_cmpint (g_remove (path), ==, 0);
  projects = tvx_exchange_load (file, &is_report, NULL, NULL);
  workspace = fixture_open (fixture);

  taken = tvx_import_begin (workspace, projects, is_report, NULL, NULL);
  g_assert_true (tvx_import_next (taken));
  g_assert_true (tvx_import_next (taken));
  g_assert_false (tvx_import_next (taken));
  tvx_import_take_back (taken);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_summaries (workspace)), ==, 1);
  project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (project), "title"), ==, "Före");
  g_assert_false (tvx_editor_get_can_undo (tvx_workspace_get_editor (workspace)));
}

static void
test_changed_project (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const sentences[] = {
    "Title: changed “Före” to “Efter”",
    "Vision: removed “Borta”",
    "Removed: Goal “Ett”",
    "Moved within its list: Goal",
    "Goals › Goal: changed “Tre” to “Tre igen”",
    "Added: Goal “Fyra”",
    "Handover › Handover status: filled in “Identified”",
    "Added: Step of the handover “Identified”",
  };
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) report = NULL;
  g_autoptr (GListModel) history = NULL;

  fixture_write_project (fixture, ID_A,
                         ", \"title\": \"Efter\", \"goals\": [{\"id\": \"" GOAL_3 "\", \"text\": \"Tre igen\"}, "
                         "{\"id\": \"" GOAL_2 "\", \"text\": \"Två\"}, "
                         "{\"id\": \"" ID_C "\", \"text\": \"Fyra\"}], "
                         "\"handover\": {\"state\": \"identified\", \"log\": [{\"id\": \"" ID_B "\", "
                         "\"at\": \"2018-11-20T09:30:00Z\", \"from_state\": \"not_applicable\", "
                         "\"to_state\": \"identified\", \"person\": \"Handläggare A\"}]}");
  file = export (fixture, ID_A);
  fixture_write_project (fixture, ID_A,
                         ", \"title\": \"Före\", \"vision\": \"Borta\", "
                         "\"goals\": [{\"id\": \"" GOAL_1 "\", \"text\": \"Ett\"}, "
                         "{\"id\": \"" GOAL_2 "\", \"text\": \"Två\"}, {\"id\": \"" GOAL_3 "\", \"text\": \"Tre\"}]");
  workspace = fixture_open (fixture);
  report = import (workspace, file);
  g_assert_cmpuint (report->len, ==, 1);
  assert_outcome (report, 0, ID_A, TVX_IMPORT_CHANGED);

  history = tvx_workspace_load_history (workspace, ID_A, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (TvxHistoryEntry) entry = g_list_model_get_item (history, i);

      g_assert_cmpuint (i, <, G_N_ELEMENTS (sentences));
      g_assert_cmpstr (tvx_history_entry_get_sentence (entry), ==, sentences[i]);
    }
  g_assert_cmpuint (g_list_model_get_n_items (history), ==, G_N_ELEMENTS (sentences));

  /* One step takes it all back. */
  project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (project), "title"), ==, "Efter");
  tvx_editor_undo (tvx_workspace_get_editor (workspace));
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (project), "title"), ==, "Före");
  g_assert_false (tvx_editor_get_can_undo (tvx_workspace_get_editor (workspace)));
}

/* The steps of a handover are taken over where they lead on from what is known here, and else nothing is. */
static void
test_other_handover (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) report = NULL;

  fixture_write_project (fixture, ID_A, ", \"title\": \"Där\", \"handover\": {\"state\": \"decided\"}");
  file = export (fixture, ID_A);
  fixture_write_project (fixture, ID_A, ", \"title\": \"Här\", \"handover\": {\"state\": \"identified\"}");
  workspace = fixture_open (fixture);
  report = import (workspace, file);
  assert_outcome (report, 0, ID_A, TVX_IMPORT_REFUSED);
  g_assert_cmpstr (((TvxImported *) report->pdata[0])->message, ==,
                   "The handover is “Identified” here and “Decided” there, and the log there does not lead on from here. "
                   "Bring the one to where the other is, step by step, and try again.");
  project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);
  g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (project), "title"), ==, "Här");
  g_assert_false (tvx_editor_get_can_undo (tvx_workspace_get_editor (workspace)));
}

static void
test_refused_projects (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  g_autofree char *path = fixture_path (fixture, "import.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) twice = NULL;
  g_autoptr (GPtrArray) newer = NULL;
  g_autoptr (GPtrArray) damaged = NULL;

  fixture_write (fixture, "import.json",
                 "{\"format\": \"tillvaxt-exchange\", \"version\": 1, \"projects\": [{\"id\": \"" ID_A "\"}, "
                 "{\"id\": \"" ID_A "\", \"title\": \"X\"}]}",
                 -1);
  twice = import (workspace, file);
  assert_outcome (twice, 0, ID_A, TVX_IMPORT_NEW);
  assert_outcome (twice, 1, ID_A, TVX_IMPORT_REFUSED);

  fixture_write (fixture, "import.json",
                 "{\"format\": \"tillvaxt-exchange\", \"version\": 2, \"projects\": [{\"id\": \"" ID_B "\"}]}", -1);
  newer = import (workspace, file);
  assert_outcome (newer, 0, ID_B, TVX_IMPORT_REFUSED);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_workspace_get_summaries (workspace)), ==, 1);

  /* A damaged file is not written over. */
  g_clear_object (&workspace);
  fixture_write (fixture, "projects/" ID_C ".json", "{", -1);
  fixture_write (fixture, "import.json",
                 "{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"" ID_C "\"}", -1);
  workspace = fixture_open (fixture);
  damaged = import (workspace, file);
  assert_outcome (damaged, 0, ID_C, TVX_IMPORT_REFUSED);
}

static void
test_refused_files (Fixture       *fixture,
                    gconstpointer  data)
{
  gboolean is_report;
  static const struct
  {
    const char *text;
    GQuark    (*domain) (void);
    int         code;
    const char *message;
  } cases[] = {
    { "{", tvx_storage_error_quark, TVX_STORAGE_ERROR_SYNTAX, "import.json: line 1, column 2: found the end of the file" },
    { "{\"format\": \"tillvaxt-register\", \"version\": 1}", tvx_storage_error_quark, TVX_STORAGE_ERROR_FORMAT,
      "import.json: format: found “tillvaxt-register”, expected “tillvaxt-exchange”" },
    { "{\"format\": \"tillvaxt-exchange\", \"version\": 1}", tvx_storage_error_quark, TVX_STORAGE_ERROR_FORMAT,
      "import.json: projects: found no list, expected a list of projects" },
    { "{\"format\": \"tillvaxt-exchange\", \"version\": 1, \"projects\": [7]}", tvx_storage_error_quark,
      TVX_STORAGE_ERROR_ID, "import.json: projects[0]: id: found no id, expected a UUID" },
    { "{\"format\": \"tillvaxt-exchange\", \"version\": 1, \"projects\": [{\"id\": \"" ID_A "\", \"title\": 7}]}",
      tvx_model_error_quark, TVX_MODEL_ERROR_TYPE,
      "import.json: projects[0]: title: found a whole number, expected a text" },
  };
  g_autofree char *path = fixture_path (fixture, "import.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) folder_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_write (fixture, "import.json", cases[i].text, -1);
      g_assert_null (tvx_exchange_load (file, &is_report, NULL, &error));
      g_assert_error (error, cases[i].domain (), cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
  g_assert_null (tvx_exchange_load (fixture->folder, &is_report, NULL, &folder_error));
  g_assert_error (folder_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE);
}

static void
test_damaged_project (Fixture       *fixture,
                      gconstpointer  data)
{
  gboolean is_report;
  g_autofree char *path = fixture_path (fixture, "export.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) projects = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "projects/" ID_A ".json", "", 0);
  fixture_write_project (fixture, ID_B, "");
  /* What cannot be exported is told of. */
  g_assert_true (tvx_exchange_export (TVX_STORE (fixture->store), NULL, file, problems, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (tvx_problem_get_file (problems->pdata[0]), ==, "projects/" ID_A ".json");
  projects = tvx_exchange_load (file, &is_report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (projects->len, ==, 1);
}

/* A PDF file with a stream that says that it is an embedded file. */
static void
write_pdf (Fixture    *fixture,
           const char *entries,
           const char *packed,
           gsize       length)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n/Names<</EmbeddedFiles 7 0 R>>\n9 0 obj\n<<");

  g_string_append_printf (pdf, "%s/Filter/FlateDecode/Length %" G_GSIZE_FORMAT ">>\nstream\n", entries, length);
  g_string_append_len (pdf, packed, (gssize) length);
  g_string_append (pdf, "\nendstream\nendobj\n");
  fixture_write (fixture, "report.pdf", pdf->str, (gssize) pdf->len);
}

static char *
pack (const char *text,
      gsize       length,
      gsize      *packed_length)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  gsize n_read, size = length / 100 + 4096;
  char *packed = g_malloc (size);

  g_assert_cmpint (g_converter_convert (G_CONVERTER (zlib), text, length, packed, size, G_CONVERTER_INPUT_AT_END, &n_read,
                                        packed_length, NULL),
                   ==, G_CONVERTER_FINISHED);
  return packed;
}

static char *
refuse_pdf (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "report.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean is_report;

  g_assert_null (tvx_exchange_load (file, &is_report, NULL, &error));
  g_assert_true (is_report);
  return g_strdup (error->message);
}

#define EMBEDDED "/Type/EmbeddedFile/Subtype/application#2Fjson"

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  const char *json = "{\"format\": \"tillvaxt-project\", \"version\": 1, \"id\": \"" ID_A "\", \"title\": \"A\"}";
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, json, -1);
  g_autofree char *right = g_strdup_printf (EMBEDDED "/Params<</CheckSum<%s>>>", sum);
  g_autofree char *path = fixture_path (fixture, "report.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TvxWorkspace) workspace = fixture_open (fixture);
  gsize length;
  g_autofree char *packed = pack (json, strlen (json), &length);

  write_pdf (fixture, right, packed, length);
  {
    g_autoptr (GPtrArray) first = import (workspace, file);
    g_autoptr (GPtrArray) again = import (workspace, file);
    g_autoptr (TvxProject) project = tvx_workspace_load_project (workspace, ID_A, NULL, NULL);

    g_assert_cmpint (((TvxImported *) first->pdata[0])->outcome, ==, TVX_IMPORT_NEW);
    g_assert_cmpint (((TvxImported *) again->pdata[0])->outcome, ==, TVX_IMPORT_SAME);

    /* What the register knows and the report leaves out stays. */
    fixture_set_text (workspace, TVX_RECORD (project), "notes[+].text", "Only for us");
    {
      g_autoptr (GPtrArray) public = import (workspace, file);

      g_assert_cmpint (((TvxImported *) public->pdata[0])->outcome, ==, TVX_IMPORT_SAME);
    }
    fixture_set_text (workspace, TVX_RECORD (project), "vision", "Something else");
    {
      g_autoptr (GPtrArray) other = import (workspace, file);

      g_assert_cmpint (((TvxImported *) other->pdata[0])->outcome, ==, TVX_IMPORT_REFUSED);
      g_assert_cmpstr (tvx_record_get_text (TVX_RECORD (project), "vision"), ==, "Something else");
    }
  }
}

static void
test_hostile_reports (Fixture       *fixture,
                      gconstpointer  data)
{
  const gsize bomb_size = 257 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (bomb_size);
  gsize length;
  g_autofree char *bomb = pack (zeros, bomb_size, &length);
  const struct
  {
    const char *entries;
    const char *packed;
    gsize       length;
    const char *message;
  } cases[] = {
    { "/Type/XObject", "x", 1, "has no data of a project inside" },
    { "/Type/EmbeddedFile/Subtype/text#2Fplain", "x", 1, "has no data of a project inside" },
    { EMBEDDED, "not packed", 10, "are damaged" },
    { EMBEDDED, "", 0, "are damaged" },
    { EMBEDDED, bomb, length, "larger than any such data can be" },
    { EMBEDDED, bomb, length / 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = NULL;

      g_test_message ("%u", i);
      write_pdf (fixture, cases[i].entries, cases[i].packed, cases[i].length);
      message = refuse_pdf (fixture);
      g_assert_nonnull (strstr (message, "report.pdf"));
      g_assert_nonnull (strstr (message, cases[i].message));
    }
  {
    g_autofree char *altered = pack ("{}", 2, &length);
    g_autofree char *message = NULL;

    write_pdf (fixture, EMBEDDED "/Params<</CheckSum<00000000000000000000000000000000>>>", altered, length);
    message = refuse_pdf (fixture);
    g_assert_nonnull (strstr (message, "were changed after it was made"));
  }
  {
    static const char *const cut[] = { "%PDF-1.7", "%PDF-1.7\n" EMBEDDED, "%PDF-1.7\n" EMBEDDED "/FlateDecode>>stream" };

    for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
      {
        g_autofree char *message = NULL;

        fixture_write (fixture, "report.pdf", cut[i], -1);
        message = refuse_pdf (fixture);
        g_assert_nonnull (strstr (message, "report.pdf"));
      }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name_, func_) g_test_add ("/exchange/" name_, Fixture, NULL, fixture_set_up, func_, fixture_tear_down)
  ADD ("register", test_register);
  ADD ("taken-back", test_taken_back);
  ADD ("changed-project", test_changed_project);
  ADD ("other-handover", test_other_handover);
  ADD ("refused-projects", test_refused_projects);
  ADD ("refused-files", test_refused_files);
  ADD ("damaged-project", test_damaged_project);
  ADD ("reports", test_reports);
  ADD ("hostile-reports", test_hostile_reports);
  return g_test_run ();
}
