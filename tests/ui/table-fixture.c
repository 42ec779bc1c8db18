/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A statistics table in a project, and its editor. */

#include "table-fixture.h"

#include "model/tvx-axis-preset.h"

void
table_fixture_set_up (WindowFixture *fixture,
                      gconstpointer  data)
{
  window_fixture_set_up_without (fixture, "statistics");
  window_fixture_open_project (fixture, "Kompetensarena Stockholm");
}

TvxRecord *
table_fixture_add (WindowFixture *fixture)
{
  TvxEditor *editor = window_fixture_get_editor (fixture);
  TvxRecord *project = TVX_RECORD (window_fixture_wait_for_project (fixture));
  gsize n_presets;
  g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (tvx_axis_presets_get (&n_presets), "01", NULL);
  TvxRecord *table = tvx_editor_insert (editor, project, "statistics", 0, NULL, NULL);
  g_autoptr (GVariant) counts = g_variant_ref_sink (g_variant_new_parsed (
    "{'men|0-17': <int64 7>, 'men|18-29': <int64 18>, 'men|30-54': <int64 26>, 'men|55+': <int64 12>, "
    "'women|0-17': <int64 3>, 'women|18-29': <int64 24>, 'women|30-54': <int64 31>, 'women|55+': <int64 0>}"));

  tvx_editor_set (editor, table, "title", g_variant_new_string ("Participants by age"), NULL);
  tvx_editor_set (editor, table, "population", g_variant_new_string ("Participants"), NULL);
  tvx_editor_insert (editor, table, "axes", 0, axis, NULL);
  tvx_editor_set (editor, table, "counts", counts, NULL);
  return table;
}

TvxTableDialog *
table_fixture_open (WindowFixture *fixture,
                    TvxRecord     *table)
{
  TvxTableDialog *dialog =
    tvx_table_dialog_new (tvx_window_get_workspace (fixture->window), TVX_STATISTICS_TABLE (table));

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  window_fixture_wait_for_dialog (fixture);
  return dialog;
}
