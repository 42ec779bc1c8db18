/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-bag-reader.h"
#include "storage/tvx-bag-writer.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "fixture.h"
#include "storage/tvx-storage-error.h"

#define LONG_NAME "documents/" ID_A "/Förstudie – åäö 100 % (1).txt"

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);

  return g_file_new_for_path (path);
}

static void
add (TvxBagWriter *writer,
     const char   *path,
     const char   *text,
     gsize         length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_bag_writer_add_bytes (writer, path, bytes, &error));
  g_assert_no_error (error);
}

static TvxBagWriter *
begin (Fixture    *fixture,
       const char *name)
{
  g_autoptr (GFile) target = get_file (fixture, name);
  g_autoptr (GError) error = NULL;
  TvxBagWriter *writer = tvx_bag_writer_new (target, NULL, &error);

  g_assert_no_error (error);
  return writer;
}

static void
finish (TvxBagWriter *writer)
{
  g_autoptr (GError) error = NULL;

  tvx_bag_writer_finish (writer, &error);
  g_assert_no_error (error);
}

static void
write_bag_of_size (Fixture    *fixture,
                   const char *name,
                   gsize       size)
{
  g_autoptr (TvxBagWriter) writer = begin (fixture, name);
  g_autofree char *large = g_malloc0 (size);

  add (writer, "register.json", "{}\n", 3);
  add (writer, LONG_NAME, "Åäö\n", strlen ("Åäö\n"));
  add (writer, "large", large, size);
  add (writer, "empty", "", 0);
  tvx_bag_writer_add_info (writer, "Source-Organization", "Länsstyrelsen\ni Stockholm");
  finish (writer);
}

static void
write_bag (Fixture    *fixture,
           const char *name)
{
  write_bag_of_size (fixture, name, 1024 * 1024);
}

static TvxBagReader *
try_open (Fixture             *fixture,
          const char          *name,
          const TvxBagLimits  *limits,
          GCancellable        *cancellable,
          GError             **error)
{
  g_autoptr (GFile) source = get_file (fixture, name);

  return tvx_bag_reader_open (source, limits, NULL, NULL, cancellable, error);
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (n_done, >=, *last);
  g_assert_cmpuint (n_done, <=, n_total);
  *last = n_done;
}

static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const paths[] = { LONG_NAME, "empty", "large", "register.json" };
  g_autoptr (TvxBagReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_path (fixture, "out");
  g_autofree char *text = NULL;
  guint progress = 0;

  write_bag (fixture, "bag.zip");
  reader = try_open (fixture, "bag.zip", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tvx_bag_reader_get_paths (reader)->len, ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpstr (tvx_bag_reader_get_paths (reader)->pdata[i], ==, paths[i]);
  g_assert_cmpstr (tvx_bag_reader_get_info (reader, "Source-Organization"), ==, "Länsstyrelsen i Stockholm");
  g_assert_cmpstr (tvx_bag_reader_get_info (reader, "Payload-Oxum"), ==, "1048586.4");
  g_assert_null (tvx_bag_reader_get_info (reader, "Absent"));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (tvx_bag_reader_extract (reader, folder, progress_cb, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress, >, 1000);
  text = fixture_read (fixture, "out/" LONG_NAME);
  g_assert_cmpstr (text, ==, "Åäö\n");
}

/* Neither the language nor the encoding nor the time zone makes a difference. */
static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first_path = fixture_path (fixture, "one/bag.zip");
  g_autofree char *second_path = fixture_path (fixture, "two/bag.zip");
  g_autoptr (GMappedFile) first = NULL;
  g_autoptr (GMappedFile) second = NULL;
  g_autoptr (GBytes) first_bytes = NULL;
  g_autoptr (GBytes) second_bytes = NULL;

  fixture_write (fixture, "one/x", "", 0);
  fixture_write (fixture, "two/x", "", 0);
  write_bag (fixture, "one/bag.zip");
  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "C"));
  write_bag (fixture, "two/bag.zip");
  setlocale (LC_ALL, "");
  g_unsetenv ("TZ");
  first = g_mapped_file_new (first_path, FALSE, NULL);
  second = g_mapped_file_new (second_path, FALSE, NULL);
  first_bytes = g_mapped_file_get_bytes (first);
  second_bytes = g_mapped_file_get_bytes (second);
  g_assert_cmpmem (g_bytes_get_data (first_bytes, NULL), g_bytes_get_size (first_bytes),
                   g_bytes_get_data (second_bytes, NULL), g_bytes_get_size (second_bytes));
}

/* What is not finished is not there, and what was there stays. */
static void
test_unfinished (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *text = NULL;

  fixture_write (fixture, "out/bag.zip", "before", -1);
  {
    g_autoptr (TvxBagWriter) writer = begin (fixture, "out/bag.zip");

    add (writer, "a", "a", 1);
  }
  text = fixture_read (fixture, "out/bag.zip");
  g_assert_cmpstr (text, ==, "before");
  names = fixture_list (fixture, "out");
  g_assert_cmpuint (names->len, ==, 1);
}

static void
test_wrong_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TvxBagWriter) writer = begin (fixture, "bag.zip");
  g_autoptr (GFile) absent = get_file (fixture, "absent");
  g_autoptr (GFile) source = get_file (fixture, "register.json");
  g_autoptr (GError) error = NULL;

  g_assert_false (tvx_bag_writer_add_file (writer, "documents/a", absent, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tvx_bag_writer_add_file (writer, "documents/a", source, "0123", &error));
  g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "documents/a: the file is not the one that was attached"));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_bag (fixture, "bag.zip");
  g_cancellable_cancel (cancellable);
  g_assert_null (try_open (fixture, "bag.zip", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    TvxBagLimits  limits;
    const char   *reason;
  } cases[] = {
    { { 9, 2000000, 1000, 0 }, "more files than a package may hold" },
    { { 10, 1000000, 1000, 0 }, "It holds more than a package may hold" },
    { { 10, 2000000, 50, 0 }, "out of all proportion" },
    { { 10, 2000000, 50, 2000000 }, NULL },
    { { 10, 2000000, 1000, 0 }, NULL },
  };

  write_bag (fixture, "bag.zip");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TvxBagReader) reader = try_open (fixture, "bag.zip", &cases[i].limits, NULL, &error);

      g_assert_true ((reader != NULL) == (cases[i].reason == NULL));
      if (cases[i].reason == NULL)
        continue;
      g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_TOO_LARGE);
      g_assert_nonnull (strstr (error->message, cases[i].reason));
    }
}

/* Whatever bit is turned over, wherever it is cut: it is refused, unless nothing of what it says has changed. */
static void
test_damage (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = fixture_path (fixture, "bag.zip");
  g_autofree char *text = NULL;
  gsize length;
  guint n_refused = 0, n_tries = 0;

  write_bag_of_size (fixture, "bag.zip", 100);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i += 7)
    {
      g_autofree char *turned = g_memdup2 (text, length);
      g_autoptr (GError) turned_error = NULL;
      g_autoptr (GError) cut_error = NULL;
      g_autoptr (TvxBagReader) reader = NULL;

      turned[i] = (char) (turned[i] ^ (1 << g_test_rand_int_range (0, 8)));
      fixture_write (fixture, "turned.zip", turned, (gssize) length);
      reader = try_open (fixture, "turned.zip", NULL, NULL, &turned_error);
      n_tries++;
      n_refused += reader == NULL ? 1 : 0;
      g_assert_true ((reader == NULL) == (turned_error != NULL));
      /* Whatever was opened is what was packed. */
      if (reader != NULL)
        {
          GPtrArray *paths = tvx_bag_reader_get_paths (reader);

          g_assert_cmpuint (paths->len, ==, 4);
          g_assert_cmpstr (paths->pdata[0], ==, LONG_NAME);
          g_assert_cmpstr (paths->pdata[3], ==, "register.json");
        }
      fixture_write (fixture, "cut.zip", text, (gssize) i);
      g_assert_null (try_open (fixture, "cut.zip", NULL, NULL, &cut_error));
      g_assert_error (cut_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT);
    }
  /* What is left is in the parts of a ZIP file that nobody reads, as version numbers. */
  g_test_message ("%u of %u refused", n_refused, n_tries);
  g_assert_cmpuint (n_refused, >, n_tries / 2);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(name_, func_) g_test_add ("/bag/" name_, Fixture, NULL, fixture_set_up, func_, fixture_tear_down)
  ADD ("there-and-back", test_there_and_back);
  ADD ("same-bytes", test_same_bytes);
  ADD ("unfinished", test_unfinished);
  ADD ("wrong-file", test_wrong_file);
  ADD ("cancelled", test_cancelled);
  ADD ("limits", test_limits);
  ADD ("damage", test_damage);
  return g_test_run ();
}
