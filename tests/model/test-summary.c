/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-summary.h"

#include "model/tvx-editor.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-project.h"
#include "model/tvx-tally.h"

static TvxRecord *
new_project (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
    "{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'Kompetensarena Stockholm'>, "
    "'lifecycle': <'completed'>, 'county': <'01'>, 'vision': <'En arbetsmarknad för alla'>, "
    "'funding': <[<{'amount': <int64 1500000>}>]>, 'indicators': <[<{'target': <'-1250.5'>}>]>, "
    "'goals': <[<{'text': <'Fler i Österåker får ARBETE'>}>]>, 'handover': <{'state': <'decided'>}>}"));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (TVX_TYPE_PROJECT, variant, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_columns (void)
{
  guint n_columns;
  const TvxColumn *columns = tvx_columns_get (TVX_TYPE_PROJECT, &n_columns);

  g_assert_cmpuint (n_columns, >, 2);
  g_assert_cmpstr (columns[0].path, ==, "title");
  g_assert_nonnull (tvx_columns_find (TVX_TYPE_PROJECT, "handover.state"));
  for (guint i = 0; i < n_columns; i++)
    {
      g_assert_true (((columns[i].field->flags & TVX_FIELD_LISTED) != 0) != (columns[i].compute != NULL));
      g_assert_true (tvx_columns_find (TVX_TYPE_PROJECT, columns[i].path) == &columns[i]);
    }
  g_assert_null (tvx_columns_find (TVX_TYPE_PROJECT, "vision"));
}

static void
test_values (void)
{
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (TvxSummary) summary = tvx_summary_new (project);
  g_autofree char *county = tvx_summary_dup_text (summary, "county");
  g_autofree char *start = tvx_summary_dup_text (summary, "planned_start");

  g_assert_cmpstr (tvx_summary_get_id (summary), ==, "8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11");
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "Kompetensarena Stockholm");
  g_assert_false (tvx_summary_get_read_only (summary));
  g_assert_cmpstr (g_variant_get_string (tvx_summary_get_value (summary, "handover.state"), NULL), ==, "decided");
  g_assert_null (tvx_summary_get_value (summary, "planned_start"));
  g_assert_cmpstr (county, ==, "Stockholms län");
  g_assert_cmpstr (start, ==, "");
}

static void
test_search (void)
{
  static const struct
  {
    const char *words;
    gboolean    matches;
  } cases[] = {
    { "", TRUE },
    { "  ", TRUE },
    { "kompetens", TRUE },
    { "ARENA", TRUE },
    { "arbete österåker", TRUE },
    { "ÖSTERÅKER", TRUE },
    { "O\314\210STERA\314\212KER", TRUE },
    { "osteraker", FALSE },
    { "arbete Göteborg", FALSE },
    { "stockholms län", TRUE },
    { "1500000", TRUE },
    { "1 500 000", TRUE },
    { "1\302\240500\302\240000", TRUE },
    { "1250.5", TRUE },
    { "1500001", FALSE },
  };
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (TvxSummary) summary = tvx_summary_new (project);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (tvx_summary_matches (summary, cases[i].words), ==, cases[i].matches);
    }
}

/* What the log of a handover says in every project finds none; what somebody wrote there does. */
static void
test_search_handover (void)
{
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (TvxSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_editor_set_path (editor, project, "handover.checklist[+].title", "Avtalen är genomgångna", &error));
  g_assert_true (tvx_editor_set_path (editor, project, "handover.checklist[0].reason", "Inga avtal finns", &error));
  g_assert_true (tvx_handover_take_step (editor, project, "cancelled", "Handläggare A", "Stannar kvar", NULL, &error));
  g_assert_no_error (error);
  summary = tvx_summary_new (project);
  g_assert_true (tvx_summary_matches (summary, "genomgångna"));
  g_assert_false (tvx_summary_matches (summary, "decided"));
  g_assert_true (tvx_summary_matches (summary, "cancelled"));
  g_assert_true (tvx_summary_matches (summary, "inga avtal"));
  g_assert_true (tvx_summary_matches (summary, "stannar kvar"));
}

static void
count_cb (gpointer    object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
test_update (void)
{
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (TvxSummary) summary = tvx_summary_new (project);
  g_autoptr (GError) error = NULL;
  guint n_notified = 0;

  g_signal_connect (summary, "notify::title", G_CALLBACK (count_cb), &n_notified);
  tvx_editor_set_path (editor, project, "title", "Nytt namn", &error);
  g_assert_no_error (error);
  tvx_handover_take_step (editor, project, "cancelled", "Handläggare A", "Projektet stannar", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "Kompetensarena Stockholm");
  tvx_summary_update (summary, project);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "Nytt namn");
  g_assert_cmpstr (g_variant_get_string (tvx_summary_get_value (summary, "handover.state"), NULL), ==, "cancelled");
  g_assert_false (tvx_summary_matches (summary, "kompetensarena"));
}

static TvxSummary *
new_funded (const char *title,
            const char *lifecycle,
            const char *funder,
            const char *amount)
{
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (TvxRecord) project = tvx_record_new (TVX_TYPE_PROJECT);
  TvxRecord *grant = tvx_editor_insert (editor, project, "funding", 0, NULL, NULL);
  TvxRecord *report = tvx_editor_insert (editor, project, "reports_due", 0, NULL, NULL);

  g_assert_true (tvx_editor_set_text (editor, project, "title", title, NULL));
  g_assert_true (tvx_editor_set_text (editor, project, "lifecycle", lifecycle, NULL));
  g_assert_true (tvx_editor_set_text (editor, project, "tags", "näringsliv, klimat", NULL));
  g_assert_true (tvx_editor_set_text (editor, grant, "funder", funder, NULL));
  g_assert_true (tvx_editor_set_text (editor, grant, "amount", amount, NULL));
  g_assert_true (tvx_editor_set_text (editor, report, "due", "2026-03-31", NULL));
  return tvx_summary_new (project);
}

static void
test_criteria (void)
{
  static const struct
  {
    const char *path;
    const char *criterion;
    gboolean    accepts;
  } cases[] = {
    { "lifecycle", "ongoing", TRUE }, { "lifecycle", "planned", FALSE }, { "lifecycle", "", FALSE },
    { "county", "", TRUE },
    { "county", "01", FALSE },
    { "tags", "klimat", TRUE },
    { "tags", "klim", FALSE },
    { "grants", "Region Exempel", TRUE },
    { "grants", "Region", FALSE },
    { "granted", ">=1500", TRUE },
    { "granted", ">=1501", FALSE },
    { "granted", "<=1500", TRUE },
    { "granted", "1500", TRUE },
    { "next_due", "2026", TRUE },
    { "next_due", "2026-03", TRUE },
    { "next_due", "<=2026-03-31", TRUE },
    { "next_due", "<=2026-03-30", FALSE },
    { "next_due", ">=2026-04-01", FALSE },
    { "unexamined", ">=1", TRUE },
    { "unexamined_in", "gender", TRUE },
    { "unexamined_in", "other", FALSE },
    { "lacking", "0", FALSE },
  };
  g_autoptr (TvxSummary) summary = new_funded ("Bygg", "ongoing", "Region Exempel", "1 500");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, cases[i].path);

      g_test_message ("%s %s", cases[i].path, cases[i].criterion);
      g_assert_cmpint (tvx_column_accepts (column, tvx_summary_get_value (summary, cases[i].path), cases[i].criterion), ==,
                       cases[i].accepts);
    }
}

static void
test_tally (void)
{
  g_autoptr (GListStore) summaries = g_list_store_new (TVX_TYPE_SUMMARY);
  g_autoptr (GArray) by_funder = NULL;
  g_autoptr (GArray) by_status = NULL;
  const char *const funded[][4] = {
    { "A", "completed", "Kommunen", "100" },
    { "B", "ongoing", "Regionen", "20" },
    { "C", "completed", "Kommunen", "3" },
    { "D", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (funded); i++)
    {
      g_autoptr (TvxSummary) summary = new_funded (funded[i][0], funded[i][1], funded[i][2], funded[i][3]);

      g_list_store_append (summaries, summary);
    }
  by_status = tvx_tally_new (G_LIST_MODEL (summaries), tvx_columns_find (TVX_TYPE_PROJECT, "lifecycle"));
  g_assert_cmpuint (by_status->len, ==, 3);
  /* In the order of the vocabulary, nothing last. */
  g_assert_cmpstr (g_array_index (by_status, TvxTallyRow, 0).criterion, ==, "ongoing");
  g_assert_cmpstr (g_array_index (by_status, TvxTallyRow, 1).criterion, ==, "completed");
  g_assert_cmpuint (g_array_index (by_status, TvxTallyRow, 1).n, ==, 2);
  g_assert_cmpint (g_array_index (by_status, TvxTallyRow, 1).granted, ==, 103);
  g_assert_cmpstr (g_array_index (by_status, TvxTallyRow, 2).criterion, ==, "");

  by_funder = tvx_tally_new (G_LIST_MODEL (summaries), tvx_columns_find (TVX_TYPE_PROJECT, "grants"));
  g_assert_cmpstr (g_array_index (by_funder, TvxTallyRow, 0).criterion, ==, "Kommunen");
  g_assert_cmpuint (g_array_index (by_funder, TvxTallyRow, 0).n, ==, 2);
  g_assert_cmpint (g_array_index (by_funder, TvxTallyRow, 0).granted, ==, 103);
}

static void
test_excerpt (void)
{
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (TvxSummary) summary = tvx_summary_new (project);
  g_autofree char *in_title = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *word = NULL;
  guint start, end;

  in_title = tvx_summary_dup_excerpt (summary, "ARENA", &start, &end);
  g_assert_null (in_title);
  excerpt = tvx_summary_dup_excerpt (summary, "arena ÖSTERÅKER", &start, &end);
  g_assert_nonnull (excerpt);
  word = g_strndup (excerpt + start, end - start);
  g_assert_cmpstr (word, ==, "Österåker");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/columns", test_columns);
  g_test_add_func ("/summary/values", test_values);
  g_test_add_func ("/summary/search", test_search);
  g_test_add_func ("/summary/search-handover", test_search_handover);
  g_test_add_func ("/summary/update", test_update);
  g_test_add_func ("/summary/criteria", test_criteria);
  g_test_add_func ("/summary/tally", test_tally);
  g_test_add_func ("/summary/excerpt", test_excerpt);
  return g_test_run ();
}
