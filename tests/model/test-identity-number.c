/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-identity-number.h"

#include "model/tvx-model-error.h"

/* The numbers of Länsstyrelsen Stockholm, Region Stockholm and Stockholms stad. */
static void
test_organisations (void)
{
  static const char *const right[] = { "202100-2247", "232100-0016", "212000-0142", "2021002247", "16202100-2247" };
  static const struct
  {
    const char *text;
    const char *part;
  } wrong[] = {
    { "212000-0143", "mistyped" }, { "202100-224", "ten digits" }, { "20210-02247", "ten digits" },
    { "202100-22477", "ten digits" },
    { "SE202100-2247", "ten digits" },
    { "900118-9803", "personal identity" },
    { "19900118-9803", "personal identity" },
  };
  g_autofree char *normalized = tvx_normalize_organisation_number (" 16 2021002247");

  g_assert_cmpstr (normalized, ==, "202100-2247");
  g_assert_null (tvx_normalize_organisation_number ("20210"));
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr (GError) error = NULL;

      tvx_check_organisation_number (right[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].text);
      g_assert_false (tvx_check_organisation_number (wrong[i].text, &error));
      g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, wrong[i].part));
    }
}

/* The personal numbers are Skatteverket's own, for tests; they belong to nobody. */
static void
test_persons (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "Ring 19900118-9803.", "19900118-9803" },
    { "900118+9803", "900118+9803" },
    { "(9001189803)", "9001189803" },
    { "900178-9800", "900178-9800" },
    { "först 202100-2247 sedan 900118 9803", "900118 9803" },
    { "900118-9804", NULL },
    { "901318-9804", NULL },
    { "202100-2247", NULL },
    { "2018-09-30 kl. 1234", NULL },
    { "1 9900118-98031", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = tvx_find_personal_number (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity-number/organisations", test_organisations);
  g_test_add_func ("/identity-number/persons", test_persons);
  return g_test_run ();
}
