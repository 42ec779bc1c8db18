/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the bytes: the reader refuses them with a message, or reads them as json-glib does, and then writes what it
 * reads again as the same. Built with libFuzzer this looks for bytes that break it; built without, it tries the files that it is given:
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -DTVX_FUZZ … fuzz-json.c -o fuzz-json
 *   ./fuzz-json -max_total_time=60 corpus/
 */

#include <json-glib/json-glib.h>
#include <stdint.h>
#include <string.h>

#include "model/tvx-normalize.h"
#include "model/tvx-project.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
assert_text_is (GVariant   *value,
                const char *text)
{
  g_autofree char *normalized = tvx_normalize_nfc (text);

  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, normalized);
}

/* Holds what was read against what another reader makes of the same text. */
static void
assert_same (GVariant *value,
             JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;
      gsize i = 0;

      g_assert_cmpstr (g_variant_get_type_string (value), ==, "a{sv}");
      g_assert_cmpuint (g_variant_n_children (value), ==, json_object_get_size (json_node_get_object (node)));
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autoptr (GVariant) entry = g_variant_get_child_value (value, i++);
          g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
          g_autoptr (GVariant) boxed = g_variant_get_child_value (entry, 1);
          g_autoptr (GVariant) inner = g_variant_get_variant (boxed);

          assert_text_is (key, name);
          assert_same (inner, member);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_assert_cmpstr (g_variant_get_type_string (value), ==, "av");
      g_assert_cmpuint (g_variant_n_children (value), ==, json_array_get_length (array));
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autoptr (GVariant) boxed = g_variant_get_child_value (value, i);
          g_autoptr (GVariant) inner = g_variant_get_variant (boxed);

          assert_same (inner, json_array_get_element (array, i));
        }
    }
  else if (JSON_NODE_HOLDS_NULL (node))
    {
      g_assert_cmpstr (g_variant_get_type_string (value), ==, "mv");
      g_assert_cmpuint (g_variant_n_children (value), ==, 0);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      assert_text_is (value, json_node_get_string (node));
    }
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      g_assert_cmpint (g_variant_get_boolean (value), ==, json_node_get_boolean (node));
    }
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      g_assert_cmpint (g_variant_get_int64 (value), ==, json_node_get_int (node));
    }
  else
    {
      g_assert_cmpfloat (g_variant_get_double (value), ==, json_node_get_double (node));
    }
}

static void
assert_read_as_others_do (GVariant      *tree,
                          const uint8_t *data,
                          size_t         size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, (const char *) data, (gssize) size, &error);
  g_assert_no_error (error);
  assert_same (tree, json_parser_get_root (parser));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) tree = tvx_json_parse (bytes, "fuzz.json", &error);
  g_autoptr (GBytes) written_bytes = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (TvxRecord) record = NULL;
  g_autoptr (GError) record_error = NULL;
  char *written;

  g_assert_true ((tree == NULL) == (error != NULL));
  if (tree == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  assert_read_as_others_do (tree, data, size);
  written = tvx_json_write (tree);
  written_bytes = g_bytes_new_take (written, strlen (written));
  again = tvx_json_parse (written_bytes, "fuzz.json", &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_equal (tree, again));
  record = tvx_file_format_read_record (TVX_TYPE_PROJECT, tree, "fuzz.json", &record_error);
  g_assert_true ((record == NULL) == (record_error != NULL));
  return 0;
}

#ifndef TVX_FUZZ
static char *corpus;

static void
test_replay (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (corpus, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  for (; (name = g_dir_read_name (dir)) != NULL; n_files++)
    {
      g_autofree char *path = g_build_filename (corpus, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, &error));
      g_assert_no_error (error);
      LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
      /* The same, cut off and with one byte changed, at every place. */
      for (gsize i = 0; i < length; i++)
        {
          LLVMFuzzerTestOneInput ((const uint8_t *) text, i);
          text[i] = (char) (text[i] ^ (1 << (i % 8)));
          LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
          text[i] = (char) (text[i] ^ (1 << (i % 8)));
        }
    }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  corpus = g_test_build_filename (G_TEST_DIST, "storage", "corpus", NULL);
  g_test_add_func ("/fuzz-json/replay", test_replay);
  return g_test_run ();
}
#endif
