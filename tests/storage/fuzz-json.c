/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the bytes: the reader refuses them with a message, or reads them, and then writes what it reads again as the
 * same. Built with libFuzzer this looks for bytes that break it; built without, it tries the files that it is given:
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -DTVX_FUZZ … fuzz-json.c -o fuzz-json
 *   ./fuzz-json -max_total_time=60 corpus/
 */

#include <stdint.h>
#include <string.h>

#include "model/tvx-project.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-json.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

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
