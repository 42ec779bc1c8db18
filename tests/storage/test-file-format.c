/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-file-format.h"

#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "storage/tvx-storage-error.h"

/* Version 1 called the name "nane"; version 2 had no greeting. */
static GVariant *
migrate_1 (GVariant *tree)
{
  const char *name = "";

  g_variant_lookup (tree, "nane", "&s", &name);
  return g_variant_new_parsed ("{'name': <%s>}", name);
}

static GVariant *
migrate_2 (GVariant *tree)
{
  const char *name = "";

  g_variant_lookup (tree, "name", "&s", &name);
  return g_variant_new_parsed ("{'name': <%s>, 'greeting': <'Hej'>}", name);
}

static const TvxMigration migrations[] = { { 1, migrate_1 }, { 2, migrate_2 } };
static const TvxFileFormat format = { "test", 3, migrations, G_N_ELEMENTS (migrations) };

static void
test_migration (void)
{
  static const struct
  {
    const char *tree;
    const char *members;
    gboolean    newer;
  } cases[] = {
    { "{'format': <'test'>, 'version': <int64 1>, 'nane': <'Åsa'>}", "{'name': <'Åsa'>, 'greeting': <'Hej'>}", FALSE },
    { "{'format': <'test'>, 'version': <int64 2>, 'name': <'Åsa'>}", "{'name': <'Åsa'>, 'greeting': <'Hej'>}", FALSE },
    { "{'format': <'test'>, 'version': <int64 3>, 'name': <'Åsa'>}", "{'name': <'Åsa'>}", FALSE },
    { "{'format': <'test'>, 'version': <int64 4>, 'name': <'Åsa'>}", "{'name': <'Åsa'>}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) tree = g_variant_ref_sink (g_variant_new_parsed (cases[i].tree));
      g_autoptr (GError) error = NULL;
      gboolean newer;
      g_autoptr (GVariant) members = tvx_file_format_unwrap (&format, tree, "x.json", &newer, &error);
      g_autofree char *printed = NULL;

      g_assert_no_error (error);
      printed = g_variant_print (members, TRUE);
      g_assert_cmpstr (printed, ==, cases[i].members);
      g_assert_cmpint (newer, ==, cases[i].newer);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *tree;
    const char *message;
  } cases[] = {
    { "{'version': <int64 1>}", "x.json: format: found no such text, expected “test”" },
    { "{'format': <int64 1>}", "x.json: format: found no such text, expected “test”" },
    { "{'format': <'other'>}", "x.json: format: found “other”, expected “test”" },
    { "{'format': <'test'>}", "x.json: version: found no whole number from 1, expected 3" },
    { "{'format': <'test'>, 'version': <int64 0>}", "x.json: version: found no whole number from 1, expected 3" },
    { "{'format': <'test'>, 'version': <1.5>}", "x.json: version: found no whole number from 1, expected 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) tree = g_variant_ref_sink (g_variant_new_parsed (cases[i].tree));
      g_autoptr (GError) error = NULL;
      gboolean newer;

      g_assert_null (tvx_file_format_unwrap (&format, tree, "x.json", &newer, &error));
      g_assert_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
check_complete (const TvxFileFormat *self)
{
  g_assert_cmpuint (self->n_migrations, ==, self->version - 1);
  for (guint i = 0; i < self->n_migrations; i++)
    g_assert_cmpint (self->migrations[i].from, ==, i + 1);
}

/* From each version ever there is a way to the newest. */
static void
test_tables (void)
{
  check_complete (&format);
  check_complete (tvx_file_format_for (TVX_TYPE_PROJECT));
  check_complete (tvx_file_format_for (TVX_TYPE_REGISTER));
  check_complete (&tvx_exchange_format);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-format/migration", test_migration);
  g_test_add_func ("/file-format/refused", test_refused);
  g_test_add_func ("/file-format/tables", test_tables);
  return g_test_run ();
}
