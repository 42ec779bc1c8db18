/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report/tvx-catalog.h"

static void
test_languages (void)
{
  g_assert_cmpstr (tvx_catalog_get_language (tvx_catalog_get ("sv")), ==, "sv");
  g_assert_cmpstr (tvx_catalog_get_language (tvx_catalog_get ("en")), ==, "en");
  g_assert_null (tvx_catalog_get ("fi"));
}

static void
test_translate (void)
{
  const TvxCatalog *sv = tvx_catalog_get ("sv");
  const TvxCatalog *en = tvx_catalog_get ("en");

  g_assert_cmpstr (tvx_catalog_translate (sv, "from %s"), ==, "från %s");
  g_assert_cmpstr (tvx_catalog_translate (en, "from %s"), ==, "from %s");
  g_assert_cmpstr (tvx_catalog_translate (sv, "nowhere in the program"), ==, "nowhere in the program");
  g_assert_cmpstr (tvx_catalog_translate_context (sv, "month in a date", "May"), ==, "maj");
  g_assert_cmpstr (tvx_catalog_translate_context (sv, "another context", "May"), ==, "May");
}

static void
test_plural (void)
{
  const TvxCatalog *sv = tvx_catalog_get ("sv");
  const TvxCatalog *en = tvx_catalog_get ("en");

  g_assert_cmpstr (tvx_catalog_translate_plural (en, "%d page", "%d pages", 1), ==, "%d page");
  g_assert_cmpstr (tvx_catalog_translate_plural (en, "%d page", "%d pages", 0), ==, "%d pages");
  g_assert_cmpstr (tvx_catalog_translate_plural (sv, "nowhere %d", "nowheres %d", 2), ==, "nowheres %d");

  /* The lookup knows no other rule than one against the rest. */
  g_assert_nonnull (strstr (tvx_catalog_translate (sv, ""), "Plural-Forms: nplurals=2; plural=(n != 1);"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/catalog/languages", test_languages);
  g_test_add_func ("/report/catalog/translate", test_translate);
  g_test_add_func ("/report/catalog/plural", test_plural);

  return g_test_run ();
}
