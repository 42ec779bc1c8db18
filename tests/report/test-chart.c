/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report-fixture.h"
#include "report-records.h"
#include "report/tvx-chart-parts.h"
#include "report/tvx-chart.h"

static void
test_golden (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_charts ();

  report_records_golden (report, "charts.dump");
}

/* Whatever the values and the width are, nothing is drawn outside. */
static void
test_within (gconstpointer kind)
{
  static const gint64 values[][2] = {
    { 0, 0 }, { 1, 0 }, { G_MAXINT64, G_MAXINT64 }, { TVX_CHART_NO_VALUE, TVX_CHART_NO_VALUE }, { -5, -G_MAXINT64 },
    { -5, 12345 },
  };

  static const double widths[] = { 160, 300, TVX_CHART_WIDTH, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (values) * G_N_ELEMENTS (widths); i++)
    {
      const gint64 *row = values[i / G_N_ELEMENTS (widths)];
      double width = widths[i % G_N_ELEMENTS (widths)];
      g_autoptr (TvxChart) chart = tvx_chart_new (GPOINTER_TO_UINT (kind), tvx_catalog_get ("en"), "Title", "Sentence.");
      g_autoptr (TvxDrawing) drawing = NULL;

      tvx_chart_add_series (chart, "Women");
      tvx_chart_add_series (chart, "Men");
      tvx_chart_add_row (chart, "2018", row);
      tvx_chart_add_row (chart, "no date", values[0]);
      drawing = tvx_chart_draw (chart, width);
      g_assert_cmpfloat (tvx_drawing_get_width (drawing), ==, width);
      for (guint j = 0; j < tvx_drawing_get_n_shapes (drawing); j++)
        {
          const TvxShape *shape = tvx_drawing_get_shape (drawing, j);

          for (guint k = 0; k < shape->n_points; k++)
            {
              g_assert_cmpfloat (shape->points[k].x, >=, 0);
              g_assert_cmpfloat (shape->points[k].x, <=, tvx_drawing_get_width (drawing));
              g_assert_cmpfloat (shape->points[k].y, >=, 0);
              g_assert_cmpfloat (shape->points[k].y, <=, tvx_drawing_get_height (drawing));
            }
        }
    }
}

static void
test_fit (void)
{
  g_autofree char *short_text = tvx_chart_fit_text ("Kvinnor", 9, 100);
  g_autofree char *long_word = g_strnfill (100000, 'x');
  g_autofree char *cut = tvx_chart_fit_text (long_word, 9, 100);
  g_autofree char *wide = tvx_chart_fit_text ("中文中文中文中文中文中文中文中文", 9, 60);

  g_assert_cmpstr (short_text, ==, "Kvinnor");
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_cmpuint (strlen (cut), <, 40);
  g_assert_true (g_utf8_validate (wide, -1, NULL));
  g_assert_cmpfloat (tvx_chart_text_width (wide, 9), <=, 60);
}

/* Series differ in more than colour. */
static void
test_patterns (void)
{
  guint n_shapes[5];

  for (guint i = 0; i < G_N_ELEMENTS (n_shapes); i++)
    {
      g_autoptr (TvxDrawing) drawing = tvx_drawing_new (100, 20);

      tvx_chart_add_pattern (drawing, 0, 0, 100, 20, i);
      n_shapes[i] = tvx_drawing_get_n_shapes (drawing);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (n_shapes[j], !=, n_shapes[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/golden", test_golden);
  g_test_add_data_func ("/chart/within/bars", GUINT_TO_POINTER (TVX_CHART_BARS), test_within);
  g_test_add_data_func ("/chart/within/shares", GUINT_TO_POINTER (TVX_CHART_SHARES), test_within);
  g_test_add_data_func ("/chart/within/line", GUINT_TO_POINTER (TVX_CHART_LINE), test_within);
  g_test_add_func ("/chart/fit", test_fit);
  g_test_add_func ("/chart/patterns", test_patterns);
  return g_test_run ();
}
