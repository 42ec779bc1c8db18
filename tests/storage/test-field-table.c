/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new field is one line of one table: here the files, the schema and the history follow. See the test of the same
 * name of the model. */

#include "storage/tvx-json-schema.h"

#include <string.h>

#include "model/tvx-record.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-json.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, "Id" },
  { "motto", TVX_FIELD_TEXT, "Motto", .max_length = 10, .help = "A few words" },
};

#define TEST_TYPE_CLUB (test_club_get_type ())
G_DECLARE_FINAL_TYPE (TestClub, test_club, TEST, CLUB, TvxRecord)
TVX_DEFINE_RECORD (TestClub, test_club, "club", "Club")

static void
test_file (void)
{
  const char *text = "{\n  \"format\": \"tillvaxt-project\",\n  \"version\": 1,\n"
                     "  \"id\": \"11111111-1111-4111-8111-111111111111\",\n  \"motto\": \"Framåt\"\n}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) tree = tvx_json_parse (bytes, "club.json", &error);
  g_autoptr (TvxRecord) record = NULL;
  g_autoptr (GVariant) members = NULL;
  g_autoptr (GVariant) wrapped = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  record = tvx_file_format_read_record (TEST_TYPE_CLUB, tree, "club.json", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tvx_record_get_text (record, "motto"), ==, "Framåt");
  members = tvx_record_to_variant (record);
  wrapped = tvx_file_format_wrap (tvx_file_format_for (TEST_TYPE_CLUB), members);
  written = tvx_json_write (wrapped);
  g_assert_cmpstr (written, ==, text);
}

static void
test_schema (void)
{
  g_autoptr (GVariant) schema = tvx_json_schema_for (TEST_TYPE_CLUB);
  g_autofree char *text = tvx_json_write (schema);

  g_assert_nonnull (strstr (text, "    \"motto\": {\n"
                                  "      \"title\": \"Motto\",\n"
                                  "      \"description\": \"A few words\",\n"
                                  "      \"type\": \"string\",\n"
                                  "      \"pattern\": \"^[^\\\\n]*$\",\n"
                                  "      \"maxLength\": 10\n"
                                  "    }\n"));
}

static void
test_history (void)
{
  g_autoptr (GVariant) line = g_variant_ref_sink (g_variant_new_parsed (
    "{'time': <'2026-11-23T08:00:00Z'>, 'who': <'Åsa'>, 'what': <'set'>, 'path': <'motto'>, 'from': <'Framåt'>, "
    "'to': <'Uppåt'>}"));
  g_autoptr (TvxHistoryEntry) entry = tvx_history_entry_new (TEST_TYPE_CLUB, line);

  g_assert_cmpstr (tvx_history_entry_get_sentence (entry), ==, "Motto: changed “Framåt” to “Uppåt”");
}

static void
test_no_history (void)
{
  static const char *const lines[] = {
    "@a{sv} {}",
    "{'what': <'melt'>, 'path': <''>}",
    "{'what': <'set'>, 'path': <''>}",
    "{'what': <'move'>, 'path': <'motto'>}",
    "{'path': <'motto'>, 'to': <'Uppåt'>}",
    "{'path': <'unknown'>}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GVariant) line = g_variant_ref_sink (g_variant_new_parsed (lines[i]));

      g_assert_null (tvx_history_entry_new (TEST_TYPE_CLUB, line));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-table/file", test_file);
  g_test_add_func ("/field-table/schema", test_schema);
  g_test_add_func ("/field-table/history", test_history);
  g_test_add_func ("/field-table/no-history", test_no_history);
  return g_test_run ();
}
