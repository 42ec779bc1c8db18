/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-formula.h"
#include "model/tvx-list-table.h"
#include "model/tvx-paste.h"
#include "model/tvx-project.h"
#include "model/tvx-refused.h"
#include "model/tvx-statistics-table.h"
#include "model/tvx-tsv.h"

static void
assert_cells (const char *text,
              const char *expected)
{
  g_autoptr (GPtrArray) rows = tvx_tsv_parse (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      for (guint j = 0; row[j] != NULL; j++)
        g_string_append_printf (found, "[%s]", row[j]);
      g_string_append_c (found, ';');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_tsv (void)
{
  assert_cells ("", "");
  assert_cells ("one", "[one];");
  assert_cells ("a\tb\r\nc\td\r\n", "[a][b];[c][d];");
  assert_cells ("a\t\n\t\tb\n", "[a][];[][][b];");
  assert_cells ("a\n\nb\n\n\n", "[a];[];[b];");
  /* A cell in quotation marks holds lines, tabs and quotation marks. */
  assert_cells ("\"two\r\nlines\"\t\"say \"\"so\"\"\"\t\"a\tb\"\n", "[two\nlines][say \"so\"][a\tb];");
  assert_cells ("\"\"\tb", "[][b];");
  /* Elsewhere, and where they do not end, they are text. */
  assert_cells ("5\" pipe\t\"one\" and \"two\"\n\"open\tb", "[5\" pipe][\"one\" and \"two\"];[\"open][b];");
  assert_cells ("a\rb", "[a];[b];");
}

/* Whatever a cell holds comes back. */
static void
test_tsv_back (void)
{
  const char *cells[] = { "plain", "tab\there", "line\nbreak", "\"quoted\"", "half\"", "", "å ä ö", "\"" };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  GStrv row;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    tvx_tsv_append_cell (line, cells[i], i == 0);
  g_string_append_c (line, '\n');
  rows = tvx_tsv_parse (line->str);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpuint (g_strv_length (row), ==, G_N_ELEMENTS (cells));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (row[i], ==, cells[i]);
}

typedef struct
{
  TvxEditor *editor;
  TvxRecord *project;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->editor = tvx_editor_new (NULL);
  fixture->project = tvx_record_new (TVX_TYPE_PROJECT);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->project);
}

static GType
get_type (Fixture    *fixture,
          const char *list)
{
  return tvx_record_get_field (fixture->project, list)->get_type ();
}

static TvxRecord *
get_item (Fixture    *fixture,
          const char *list,
          guint       position)
{
  g_autoptr (TvxRecord) item = g_list_model_get_item (tvx_record_get_list (fixture->project, list), position);

  return item;
}

/* Headings are found in any order, by what a column is called; what is not known is left out and told of. */
static void
test_headings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TvxPaste) paste = tvx_paste_new (get_type (fixture, "costs"),
                                              "Budget\tColour\t kind of COST \tdescription\n"
                                              "1 250 000 kr\tred\tStaff\tTwo persons\n"
                                              "\n"
                                              "a lot\tblue\tsomething\tMore\n");
  g_autofree char *problem = NULL, *fine = NULL, *unknown = NULL;
  g_autofree char *heading = NULL;
  TvxRecord *cost;
  gint64 amount;

  g_assert_true (tvx_paste_get_has_headings (paste));
  g_assert_cmpuint (tvx_paste_get_n_columns (paste), ==, 4);
  g_assert_cmpuint (tvx_paste_get_n_rows (paste), ==, 2);
  g_assert_cmpstr (tvx_paste_get_field (paste, 0)->name, ==, "budget");
  g_assert_null (tvx_paste_get_field (paste, 1));
  g_assert_cmpstr (tvx_paste_get_field (paste, 2)->name, ==, "kind");
  g_assert_cmpstr (tvx_paste_get_field (paste, 3)->name, ==, "description");
  heading = tvx_paste_dup_heading (paste, 1);
  g_assert_cmpstr (heading, ==, "Colour");
  fine = tvx_paste_dup_problem (paste, 0, 0);
  g_assert_null (fine);
  problem = tvx_paste_dup_problem (paste, 1, 0);
  g_assert_nonnull (problem);
  unknown = tvx_paste_dup_problem (paste, 1, 2);
  g_assert_nonnull (unknown);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (fixture->project, "costs")), ==, 0);

  g_assert_true (tvx_paste_insert (paste, fixture->editor, fixture->project, "costs", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (fixture->project, "costs")), ==, 2);
  cost = get_item (fixture, "costs", 0);
  g_assert_true (tvx_record_get_number (cost, "budget", &amount));
  g_assert_cmpint (amount, ==, 1250000);
  g_assert_cmpstr (tvx_record_get_text (cost, "kind"), ==, "staff");

  /* Nothing is lost: text stays where it is, and what no number is with the editor. */
  cost = get_item (fixture, "costs", 1);
  g_assert_cmpstr (tvx_record_get_text (cost, "kind"), ==, "something");
  g_assert_false (tvx_record_get_number (cost, "budget", &amount));
  g_assert_cmpstr (tvx_refused_get (fixture->editor, cost, tvx_record_get_field (cost, "budget")), ==, "a lot");

  tvx_editor_undo (fixture->editor);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (fixture->project, "costs")), ==, 0);
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
}

static void
test_positions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TvxPaste) paste = tvx_paste_new (get_type (fixture, "goals"), "More firms\tresult\nFewer tonnes\n");

  g_assert_false (tvx_paste_get_has_headings (paste));
  g_assert_cmpuint (tvx_paste_get_n_rows (paste), ==, 2);
  g_assert_cmpstr (tvx_paste_get_field (paste, 0)->name, ==, "text");
  g_assert_cmpstr (tvx_paste_get_field (paste, 1)->name, ==, "level");
  g_assert_cmpstr (tvx_paste_get_text (paste, 1, 1), ==, "");

  /* Who knows better says so. */
  tvx_paste_set_has_headings (paste, TRUE);
  g_assert_cmpuint (tvx_paste_get_n_rows (paste), ==, 1);
  g_assert_null (tvx_paste_get_field (paste, 0));
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TvxPaste) paste = tvx_paste_new (get_type (fixture, "goals"), " \t\n\n");

  g_assert_cmpuint (tvx_paste_get_n_rows (paste), ==, 0);
  g_assert_true (tvx_paste_insert (paste, fixture->editor, fixture->project, "goals", NULL));
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
}

/* What is copied can be pasted: the same records come of it, and no id goes with them. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  GType type = get_type (fixture, "funding");
  g_autoptr (TvxPaste) first = tvx_paste_new (type, "Funder\tKind of funding\tAmount\tDate of decision\tOther than money\n"
                                                    "Example <fund> & \"co\"\tEU funding\t1 500 000\t30/9 2018\tyes\n");
  g_autoptr (TvxPaste) second = NULL;
  g_autofree char *tsv = NULL, *again = NULL, *html = NULL;

  g_assert_true (tvx_paste_insert (first, fixture->editor, fixture->project, "funding", NULL));
  tsv = tvx_list_table_to_tsv (tvx_record_get_list (fixture->project, "funding"), type);
  g_assert_nonnull (strstr (tsv, "\t1500000\t"));
  g_assert_nonnull (strstr (tsv, "\t2018-09-30\t"));
  g_assert_null (strstr (tsv, tvx_record_get_id (get_item (fixture, "funding", 0))));

  second = tvx_paste_new (type, tsv);
  g_assert_true (tvx_paste_insert (second, fixture->editor, fixture->project, "funding", NULL));
  tvx_editor_remove (fixture->editor, get_item (fixture, "funding", 0), NULL);
  again = tvx_list_table_to_tsv (tvx_record_get_list (fixture->project, "funding"), type);
  g_assert_cmpstr (again, ==, tsv);

  html = tvx_list_table_to_html (tvx_record_get_list (fixture->project, "funding"), type, "Funding");
  g_assert_nonnull (strstr (html, "<td>Example &lt;fund&gt; &amp; &quot;co&quot;</td>"));
  g_assert_nonnull (strstr (html, "<th scope=\"col\">Funder</th>"));
}

/* What a spreadsheet would calculate is guarded, a number stays a number, and what comes back is what was there. */
static void
test_formulas (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cells[] = {
    { "=1+1", "'=1+1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "+46 8 123 45 67", "'+46 8 123 45 67" },
    { "-x", "'-x" },
    { "-1-2", "'-1-2" },
    { "-", "'-" },
    { "＝1", "'＝1" },
    { "-12", "-12" },
    { "-12,5", "-12,5" },
    { "'=quoted", "''=quoted" },
    { "'quoted", "'quoted" },
    { "a=b", "a=b" },
    { "", "" },
  };
  GType type = get_type (fixture, "indicators");
  TvxRecord *indicator = NULL;
  g_autoptr (TvxPaste) paste = NULL;
  g_autofree char *tsv = NULL, *html = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *cell = tvx_formula_guard (cells[i].text);

      g_assert_cmpstr (cell, ==, cells[i].cell);
      g_assert_cmpstr (tvx_formula_unguard (cell), ==, cells[i].text);
    }

  indicator = tvx_editor_insert (fixture->editor, fixture->project, "indicators", 0, NULL, NULL);
  tvx_editor_set_text (fixture->editor, indicator, "name", "=HYPERLINK(\"x\")", NULL);
  tvx_editor_set_text (fixture->editor, indicator, "baseline", "-2,5", NULL);
  tsv = tvx_list_table_to_tsv (tvx_record_get_list (fixture->project, "indicators"), type);
  g_assert_nonnull (strstr (tsv, "\"'=HYPERLINK(\"\"x\"\")\""));
  g_assert_nonnull (strstr (tsv, "\t-2.5\t"));
  html = tvx_list_table_to_html (tvx_record_get_list (fixture->project, "indicators"), type, "Indicators");
  g_assert_nonnull (strstr (html, "<td>&apos;=HYPERLINK("));
  g_assert_nonnull (strstr (html, "<td>-2.5</td>"));

  paste = tvx_paste_new (type, tsv);
  g_assert_true (tvx_paste_insert (paste, fixture->editor, fixture->project, "indicators", NULL));
  indicator = get_item (fixture, "indicators", 1);
  g_assert_cmpstr (tvx_record_get_text (indicator, "name"), ==, "=HYPERLINK(\"x\")");
  g_assert_cmpstr (tvx_record_get_text (indicator, "baseline"), ==, "-2.5");
}

/* The true counts of statistics tables are in no column. */
static void
test_no_counts (void)
{
  g_autoptr (GPtrArray) columns = tvx_list_table_get_columns (TVX_TYPE_STATISTICS_TABLE);

  g_assert_cmpuint (columns->len, >, 0);
  for (guint i = 0; i < columns->len; i++)
    g_assert_cmpint (((const TvxField *) columns->pdata[i])->kind, !=, TVX_FIELD_COUNTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/tsv", test_tsv);
  g_test_add_func ("/paste/tsv-back", test_tsv_back);
  g_test_add ("/paste/headings", Fixture, NULL, set_up, test_headings, tear_down);
  g_test_add ("/paste/positions", Fixture, NULL, set_up, test_positions, tear_down);
  g_test_add ("/paste/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/paste/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/paste/formulas", Fixture, NULL, set_up, test_formulas, tear_down);
  g_test_add_func ("/paste/no-counts", test_no_counts);
  return g_test_run ();
}
