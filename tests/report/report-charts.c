/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A report with every kind of chart in it. */

#include "report-fixture.h"

#include "report/tvx-doc-chart.h"
#include "report/tvx-timeline.h"

static void
add_bars (TvxDocNode       *section,
          const TvxCatalog *catalog)
{
  g_autoptr (TvxChart) chart = tvx_chart_new (TVX_CHART_BARS, catalog, "Deltagare efter utbildning",
                                              "Fler kvinnor än män deltog, utom bland dem med gymnasieutbildning.");

  tvx_chart_set_row_heading (chart, "Utbildning", NULL);
  tvx_chart_add_series (chart, "Kvinnor");
  tvx_chart_add_series (chart, "Män");
  tvx_chart_add_row (chart, "Grundskola", (gint64[]) { 96, 58 });
  tvx_chart_add_row (chart, "Gymnasial utbildning", (gint64[]) { 1204, 1310 });
  tvx_chart_add_row (chart, "Eftergymnasial utbildning", (gint64[]) { 412, TVX_CHART_NO_VALUE });
  tvx_chart_add_row (chart, "Utbildning saknas eller är okänd, också för dem som har en utbildning från ett annat land än Sverige",
                     (gint64[]) { 0, 3 });
  tvx_doc_add_chart (section, chart);
}

static void
add_shares (TvxDocNode       *section,
            const TvxCatalog *catalog)
{
  g_autoptr (TvxChart) chart = tvx_chart_new (TVX_CHART_SHARES, catalog, "Vem som betalar",
                                              "EU-stöd är den största delen.");

  tvx_chart_set_row_heading (chart, "Projekt", NULL);
  tvx_chart_set_row_language (chart, "en");
  tvx_chart_add_series (chart, "EU-stöd");
  tvx_chart_add_series (chart, "Statligt anslag 1:1");
  tvx_chart_add_series (chart, "Annan offentlig finansiering");
  tvx_chart_add_series (chart, "Privat finansiering");
  tvx_chart_add_series (chart, "Egen insats");
  tvx_chart_add_series (chart, "Finansiering som är okänd");
  tvx_chart_add_row (chart, "All projects", (gint64[]) { 6200000, 2100000, 900000, 450000, 300000, 50000 });
  tvx_chart_add_row (chart, "None", (gint64[]) { 0, 0, 0, TVX_CHART_NO_VALUE, 0, -5 });
  tvx_doc_add_chart (section, chart);
}

static void
add_lines (TvxDocNode       *section,
           const TvxCatalog *catalog)
{
  g_autoptr (TvxChart) chart = tvx_chart_new (TVX_CHART_LINE, catalog, "Företag som har fått rådgivning",
                                              "Både kvinnors och mäns företag blir fler för varje år.");
  g_autoptr (TvxChart) single = tvx_chart_new (TVX_CHART_LINE, catalog, "Resultat", "Resultatet är under noll från 2018.");

  tvx_chart_set_row_heading (chart, "Datum", NULL);
  tvx_chart_add_series (chart, "Kvinnor");
  tvx_chart_add_series (chart, "Män");
  tvx_chart_add_series (chart, "Båda");
  tvx_chart_add_row (chart, "2016", (gint64[]) { 120, 180, 300 });
  tvx_chart_add_row (chart, "2016-06", (gint64[]) { 210, 205, 415 });
  tvx_chart_add_row (chart, "2017-12-31", (gint64[]) { 340, TVX_CHART_NO_VALUE, TVX_CHART_NO_VALUE });
  tvx_chart_add_row (chart, "2018-12-31", (gint64[]) { 395, 390, 785 });
  tvx_doc_add_chart (section, chart);

  tvx_chart_set_row_heading (single, "Datum", NULL);
  tvx_chart_add_series (single, "Resultat");
  tvx_chart_add_row (single, "2017", (gint64[]) { 1500000 });
  tvx_chart_add_row (single, "2018", (gint64[]) { -700000 });
  tvx_doc_add_chart (section, single);
}

static void
add_times (TvxDocNode       *section,
           const TvxCatalog *catalog)
{
  g_autoptr (TvxTimeline) timeline = tvx_timeline_new (catalog, "När projekten pågår", "De flesta projekten slutar 2020.", "2019-01-01");

  g_assert_false (tvx_timeline_add (timeline, "Utan datum", NULL, NULL));
  g_assert_false (tvx_timeline_add (timeline, "Utan rätt datum", "i våras", ""));
  g_assert_true (tvx_timeline_add (timeline, "Jämställd tillväxt Stockholm", "2016", "2018"));
  g_assert_true (tvx_timeline_add (timeline, "Kompetensarena Stockholm", NULL, "2020-09"));
  g_assert_true (tvx_timeline_add (timeline, "Innovationskraft Sthlm, en plattform för samverkan", "2015-03-01", NULL));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *label = g_strdup_printf ("Projekt %u", i + 1);
      g_autofree char *from = g_strdup_printf ("%u-%02u", 2014 + i % 4, i % 12 + 1);

      g_assert_true (tvx_timeline_add (timeline, label, from, "2020-12-31"));
    }
  tvx_doc_add_timeline (section, timeline);
}

TvxReport *
report_fixture_new_charts (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2019, 1, 1, 0, 0, 0);
  TvxReport *report = tvx_report_new ("sv", "Diagram", date);
  const TvxCatalog *catalog = tvx_report_get_catalog (report);
  TvxDocNode *root = tvx_report_get_root (report);

  add_bars (tvx_doc_add_section (root, "Staplar"), catalog);
  add_shares (tvx_doc_add_section (root, "Andelar"), catalog);
  add_lines (tvx_doc_add_section (root, "Linjer"), catalog);
  add_times (tvx_doc_add_section (root, "Tider"), catalog);
  return report;
}
