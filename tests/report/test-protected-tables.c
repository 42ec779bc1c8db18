/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the settings of a table mean for what is published together. */

#include "model/tvx-project.h"
#include "report/tvx-protected-tables.h"
#include "report/tvx-statistics-chart.h"
#include "report/tvx-statistics-note.h"

#define PROJECT(number, kind, counts, rules) \
  "{'id': <'db7a9bbb-2f1a-4fef-ac85-11574a7c2e0" number "'>, 'title': <'Project " number "'>, 'statistics': <[<{" \
  "'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b0" number "'>, 'title': <'Participants'>, 'population': <'Participants'>, " \
  "'axes': <[<{'kind': <'" kind "'>, 'categories': <[<{'code': <'a'>, 'name': <'A'>}>, <{'code': <'b'>, 'name': <'B'>}>]>}>]>, " \
  "'counts': <{" counts "}>" rules "}>]>}"
/* Four women are few in both projects; eight together are not. */
#define FIRST "'women|a': <int64 4>, 'women|b': <int64 30>, 'men|a': <int64 40>, 'men|b': <int64 50>"
#define SECOND "'women|a': <int64 4>, 'women|b': <int64 31>, 'men|a': <int64 41>, 'men|b': <int64 51>"
#define OFF ", 'insiders': <false>"

/* Women are seven by one table and eight by the other. */
#define AXIS(kind) "'population': <'Participants'>, 'axes': <[<{'kind': <'" kind "'>, 'categories': <[<{'code': <'a'>}>, <{'code': <'b'>}>]>}>]>"
#define TWO_TABLES \
  "{'title': <'First'>, 'statistics': <[<{'title': <'By age'>, " AXIS ("age") ", 'counts': <{'women|a': <int64 7>}>}>, " \
  "<{'title': <'By place'>, " AXIS ("municipality") ", 'counts': <{'women|a': <int64 8>}>}>]>}"

static GPtrArray *
new_projects (const char *const *texts)
{
  GPtrArray *projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (texts[i]));

      g_ptr_array_add (projects, tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, &error));
      g_assert_no_error (error);
    }
  return projects;
}

static TvxProtectedTables *
protect_or_round (const char *const *texts,
                  gboolean           rounded)
{
  g_autoptr (TvxRecord) reg = tvx_record_new (TVX_TYPE_REGISTER);
  g_autoptr (GPtrArray) projects = new_projects (texts);
  g_autoptr (GError) error = NULL;
  TvxProtectedTables *tables;

  tables = tvx_protected_tables_new_for_report (TVX_REGISTER (reg), projects, NULL, NULL, NULL, rounded, NULL, NULL, &error);
  g_assert_no_error (error);
  return tables;
}

static TvxProtectedTables *
protect (const char *const *texts)
{
  return protect_or_round (texts, FALSE);
}

/* Whoever asks for protection from insiders gets it for all that is published together, since one table helps with another. */
static void
test_insiders (void)
{
  static const struct
  {
    const char *projects[3];
    const char *insiders;
    gboolean    shown; /* the eight women of both projects */
  } cases[] = {
    { { PROJECT ("1", "age", FIRST, ""), PROJECT ("2", "age", SECOND, "") }, "project", FALSE },
    { { PROJECT ("1", "age", FIRST, OFF), PROJECT ("2", "age", SECOND, "") }, "project", FALSE },
    { { PROJECT ("1", "age", FIRST, ""), PROJECT ("2", "age", SECOND, OFF) }, "project", FALSE },
    { { PROJECT ("1", "age", FIRST, OFF), PROJECT ("2", "age", SECOND, OFF) }, "", TRUE },
    { { PROJECT ("1", "municipality", FIRST, OFF), PROJECT ("2", "municipality", SECOND, OFF) }, "", TRUE },
    { { PROJECT ("1", "municipality", FIRST, OFF), PROJECT ("2", "municipality", SECOND, "") }, "municipality project", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TvxProtectedTables) tables = protect (cases[i].projects);
      TvxProtection *protection = tvx_protected_tables_get_protection (tables);
      g_auto (GStrv) axes = tvx_publication_dup_insiders (tvx_protection_get_publication (protection));
      g_autofree char *insiders = g_strjoinv (" ", axes);
      static const char *const at[] = { "*", "women", "a", NULL };
      gint64 number;
      guint cell;

      g_test_message ("case %u", i);
      g_assert_cmpstr (insiders, ==, cases[i].insiders);
      g_assert_cmpuint (tvx_protected_tables_get_n_tables (tables), ==, 3);
      g_assert_true (tvx_count_table_find_cell (tvx_protected_tables_get_counts (tables, 2), at, &cell, NULL));
      g_assert_cmpint (tvx_protection_get_shown (protection, 2, cell, &number), ==, cases[i].shown);
    }
}

#define COUNTS(women_a, women_b, men_a, men_b) \
  "'women|a': <int64 " women_a ">, 'women|b': <int64 " women_b ">, 'men|a': <int64 " men_a ">, 'men|b': <int64 " men_b ">"
#define SIGN "The sign .. means that the number is not shown, out of regard for the people it is about. "
#define SMALL SIGN "Groups of 1–4 people are not shown. "
#define EXACT " All numbers that are shown are exact, and sums are made of everybody who took part. "
#define ROUNDED \
  "All numbers are rounded to a multiple of five nearby, so that the sums agree; a number that is shown may differ by at most 4."

/* Readers are told of what there is to see, and of nothing else. */
static void
test_note (void)
{
  static const struct
  {
    const char *project;
    gboolean    rounded;
    const char *note;
  } cases[] = {
    { PROJECT ("1", "age", COUNTS ("20", "30", "40", "50"), ""), FALSE, "All numbers are shown, and they are exact." },
    { PROJECT ("1", "age", COUNTS ("0", "30", "40", "50"), ""), FALSE, "All numbers are shown, and they are exact. Zeros are written –." },
    { PROJECT ("1", "age", COUNTS ("0", "30", "40", "50"), ", 'impossible': <{'women|a': <int64 1>}>"), FALSE,
      "All numbers are shown, and they are exact. A point means that the combination cannot occur." },
    { PROJECT ("1", "age", COUNTS ("0", "30", "0", "50"), ""), FALSE,
      "All numbers are shown, and they are exact. Zeros are written –. "
      "In the tables of shares, a point means that there is nobody to work out shares of." },
    { PROJECT ("1", "age", COUNTS ("0", "30", "0", "50"), ", 'impossible': <{'women|a': <int64 1>, 'men|a': <int64 1>}>"), FALSE,
      "All numbers are shown, and they are exact. A point means that the combination cannot occur." },
    { PROJECT ("1", "age", COUNTS ("4", "30", "40", "50"), ""), FALSE,
      SMALL "Some larger numbers, and sometimes a zero, are hidden, too, so that the small ones cannot be worked out." EXACT
            "4 of 9 numbers are not shown." },
    { PROJECT ("1", "age", COUNTS ("4", "30", "40", "50"), ", 'zeros': <'shown'>"), FALSE,
      SMALL "Some larger numbers are hidden, too, so that the small ones cannot be worked out. Zeros are always shown; here there are none." EXACT
            "4 of 9 numbers are not shown." },
    { PROJECT ("1", "age", COUNTS ("4", "30", "40", "50"), ", 'zeros': <'protected'>"), FALSE,
      SMALL "Zeros are hidden in the same way, and some larger numbers, so that the small ones cannot be worked out." EXACT
            "4 of 9 numbers are not shown." },
    { PROJECT ("1", "age", COUNTS ("4", "30", "40", "50"), ", 'threshold': <int64 10>"), FALSE,
      SIGN "Groups of 1–9 people are not shown. Some larger numbers, and sometimes a zero, are hidden, too, so that the small ones cannot be "
           "worked out." EXACT "4 of 9 numbers are not shown." },
    { PROJECT ("1", "age", COUNTS ("4", "30", "41", "50"), ""), TRUE, ROUNDED },
    { PROJECT ("1", "age", COUNTS ("0", "31", "41", "50"), ""), TRUE,
      ROUNDED " The sign – means that nobody took part, or that the group is very small." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const projects[] = { cases[i].project, NULL };
      g_autoptr (TvxProtectedTables) tables = protect_or_round (projects, cases[i].rounded);
      g_autofree char *note = tvx_statistics_note_dup (tvx_catalog_get ("en"), tables, 0);

      g_test_message ("case %u", i);
      g_assert_cmpstr (note, ==, cases[i].note);
    }
}

/* A zero is explained where one is shown beside hidden numbers. */
static void
test_note_of_zeros (void)
{
#define THREE(zeros) \
  "{'title': <'P'>, 'statistics': <[<{'title': <'T'>, 'zeros': <'" zeros "'>, 'axes': <[<{'kind': <'age'>, 'categories': <[" \
  "<{'code': <'a'>}>, <{'code': <'b'>}>, <{'code': <'c'>}>]>}>]>, 'counts': <{" COUNTS ("4", "30", "40", "50") ", 'women|c': <int64 0>, " \
  "'men|c': <int64 60>}>}>]>}"
  const char *const shown[] = { THREE ("shown"), NULL }, *const maybe[] = { THREE ("maybe"), NULL };
  g_autoptr (TvxProtectedTables) tables = protect (shown);
  g_autoptr (TvxProtectedTables) others = protect (maybe);
  g_autofree char *note = tvx_statistics_note_dup (tvx_catalog_get ("en"), tables, 0);
  g_autofree char *other_note = tvx_statistics_note_dup (tvx_catalog_get ("en"), others, 0);

  g_assert_nonnull (strstr (note, "Zeros are always shown, as –."));
  g_assert_nonnull (strstr (other_note, "A zero that is shown is –."));
}

/* A table by age and place is drawn by age, which the table by age alone is, too, whichever stands first. */
static void
test_charts (void)
{
#define BY_AGE "<{'kind': <'age'>, 'categories': <[<{'code': <'a'>}>, <{'code': <'b'>}>]>}>"
#define BY_PLACE "<{'kind': <'municipality'>, 'categories': <[<{'code': <'x'>}>, <{'code': <'y'>}>]>}>"
#define NUMBERS(axes, cell, more) \
  "<{'title': <'T'>, 'population': <'P'>, 'axes': <[" axes "]>, 'counts': <{'women|" cell "': <int64 30>}>" more "}>"
  const char *const projects[] = {
    "{'title': <'P'>, 'statistics': <[" NUMBERS (BY_AGE ", " BY_PLACE, "a|x", "") ", " NUMBERS (BY_AGE, "a", "") ", " NUMBERS (BY_PLACE, "x", "") ", " NUMBERS (BY_AGE, "a", ", 'from': <'2018'>") ", " NUMBERS (BY_AGE, "a", ", 'third_category': <true>") "]>}",
    NULL
  };
  static const struct
  {
    gboolean elsewhere;
    gboolean pyramid;
  } expected[] = { { TRUE, TRUE }, { FALSE, TRUE }, { FALSE, FALSE }, { FALSE, TRUE }, { FALSE, FALSE } };
  g_autoptr (TvxProtectedTables) tables = protect (projects);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TvxChart) pyramid = tvx_statistics_chart_new (tables, i, TVX_CHART_PYRAMID, tvx_catalog_get ("en"), NULL);
      g_autoptr (TvxChart) bars = tvx_statistics_chart_new (tables, i, TVX_CHART_BARS, tvx_catalog_get ("en"), NULL);

      g_test_message ("table %u", i);
      g_assert_cmpint (tvx_statistics_chart_is_elsewhere (tables, i), ==, expected[i].elsewhere);
      /* One of them says all. */
      g_assert_cmpint (pyramid != NULL, ==, expected[i].pyramid);
      g_assert_cmpint (bars != NULL, !=, expected[i].pyramid);
    }
}

/* A message is for who fills in tables: it says what things are called, not their codes. */
static void
test_messages (void)
{
  static const struct
  {
    const char *axes;
    const char *cell;
    const char *message;
  } cases[] = {
    { "<{'kind': <'country_of_birth'>, 'categories': <[<{'code': <'x'>}>]>}>, <{'kind': <'country_of_birth'>, 'categories': <[<{'code': <'y'>}>]>}>",
      "x|y", "“Participants”: Table “Participants” has the dimension “Country of birth” twice" },
    { "<{'kind': <'urban_rural'>, 'categories': <[<{'code': <'x'>, 'name': <'X'>}>, <{'code': <'x'>, 'name': <'Y'>}>]>}>",
      "x", "“Participants”: “Town and country”: Another category has this code, too." },
    { "<{'kind': <'other'>, 'name': <'Trade'>, 'categories': <[<{'code': <'a4'>, 'name': <'Shops'>}>, <{'code': <'both'>, 'of': <['a4', 'a4']>}>]>}>",
      "a4", "“Participants”: “Trade”: The group has “Shops” twice." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{'title': <'P'>, 'statistics': <[<{'title': <'Participants'>, 'axes': <[%s]>, 'counts': <{'women|%s': <int64 3>}>}>]>}",
                         cases[i].axes, cases[i].cell);
      g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));
      g_autoptr (TvxRecord) reg = tvx_record_new (TVX_TYPE_REGISTER);
      g_autoptr (TvxRecord) project = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, NULL);
      g_autoptr (GPtrArray) projects = g_ptr_array_new ();
      g_autoptr (TvxProtectedTables) tables = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (projects, project);
      tables = tvx_protected_tables_new (TVX_REGISTER (reg), projects, NULL, NULL, &error);
      g_assert_null (tables);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Tables of many projects are called alike, so a message about them names the project. */
static void
test_names (void)
{
  static const struct
  {
    const char *other;
    const char *message;
  } cases[] = {
    { NULL, "The tables “By age” and “By place” count the same people and disagree: 7 and 8 at Women × Total" },
    { PROJECT ("2", "age", SECOND, ""),
      "The tables “By age (First)” and “By place (First)” count the same people and disagree: 7 and 8 at Women × Total" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) projects = new_projects ((const char *const[]) { TWO_TABLES, cases[i].other, NULL });
      g_autoptr (TvxRecord) reg = tvx_record_new (TVX_TYPE_REGISTER);
      g_autoptr (GError) error = NULL;

      g_assert_null (tvx_protected_tables_new_for_report (TVX_REGISTER (reg), projects, NULL, NULL, NULL, FALSE, NULL, NULL, &error));
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protected-tables/insiders", test_insiders);
  g_test_add_func ("/protected-tables/note", test_note);
  g_test_add_func ("/protected-tables/note-of-zeros", test_note_of_zeros);
  g_test_add_func ("/protected-tables/charts", test_charts);
  g_test_add_func ("/protected-tables/messages", test_messages);
  g_test_add_func ("/protected-tables/names", test_names);
  return g_test_run ();
}
