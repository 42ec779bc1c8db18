/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-summary.h"

#include "model/tvx-editor.h"
#include "model/tvx-project.h"

static TvxRecord *
new_project (void)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (
    "{'id': <'8d3a1a5e-6a3b-4a77-9a4f-0f6f3a6b1c11'>, 'title': <'Kompetensarena Stockholm'>, "
    "'lifecycle': <'completed'>, 'county': <'01'>, 'vision': <'En arbetsmarknad för alla'>, "
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
  const TvxColumn *columns = tvx_summary_get_columns (TVX_TYPE_PROJECT, &n_columns);

  g_assert_cmpuint (n_columns, >, 2);
  g_assert_cmpstr (columns[0].path, ==, "title");
  g_assert_cmpstr (columns[n_columns - 1].path, ==, "handover.state");
  for (guint i = 0; i < n_columns; i++)
    {
      g_assert_true ((columns[i].field->flags & TVX_FIELD_LISTED) != 0);
      g_assert_true (tvx_summary_find_column (TVX_TYPE_PROJECT, columns[i].path) == &columns[i]);
    }
  g_assert_null (tvx_summary_find_column (TVX_TYPE_PROJECT, "vision"));
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
  };
  g_autoptr (TvxRecord) project = new_project ();
  g_autoptr (TvxSummary) summary = tvx_summary_new (project);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (tvx_summary_matches (summary, cases[i].words), ==, cases[i].matches);
    }
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
  tvx_editor_set_path (editor, project, "handover.state", "", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "Kompetensarena Stockholm");
  tvx_summary_update (summary, project);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (tvx_summary_get_title (summary), ==, "Nytt namn");
  g_assert_null (tvx_summary_get_value (summary, "handover.state"));
  g_assert_false (tvx_summary_matches (summary, "kompetensarena"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/columns", test_columns);
  g_test_add_func ("/summary/values", test_values);
  g_test_add_func ("/summary/search", test_search);
  g_test_add_func ("/summary/update", test_update);
  return g_test_run ();
}
