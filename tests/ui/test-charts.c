/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts on the screen: as wide as there is room, and each row a link that the keyboard reaches too. */

#include <glib/gi18n-lib.h>

#include "model/tvx-editor.h"
#include "model/tvx-project.h"
#include "ui-util.h"
#include "ui/chart/tvx-chart-picture.h"
#include "ui/chart/tvx-chart-view.h"
#include "ui/chart/tvx-indicator-view.h"

static GtkWidget *
create_view (guint n_rows)
{
  GtkWidget *view = tvx_chart_view_new ();
  TvxChart *chart = tvx_chart_new (TVX_CHART_BARS, tvx_catalog_get ("sv"), "Projekt efter status", "Flest pågår.");

  tvx_chart_add_series (chart, "Projekt");
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *label = g_strdup_printf ("Rad %u", i + 1);

      tvx_chart_add_row (chart, label, (gint64[]) { 1000 * (i + 1) });
    }
  tvx_chart_view_set_chart (TVX_CHART_VIEW (view), chart);
  return view;
}

static void
activated_cb (TvxChartView *view,
              guint         row,
              gint         *activated)
{
  *activated = (gint) row;
}

static void
test_width (void)
{
  GtkWidget *view = create_view (3);
  GtkWidget *picture = ui_find_type (view, TVX_TYPE_CHART_PICTURE);
  GtkWindow *window = ui_open (view, 360, 400);
  int height = gtk_widget_get_height (picture);

  g_assert_cmpint (ui_min_width (view), <=, 300);
  g_assert_cmpint (gtk_widget_get_width (picture), <=, 360);
  g_assert_cmpint (height, >, 0);
  ui_assert_names (view);
  ui_save_png (GTK_WIDGET (window), "chart-narrow");
  gtk_window_set_default_size (window, 900, 400);
  ui_settle (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_width (picture), >, 800);
  /* Text and bars are as high as they were. */
  g_assert_cmpint (gtk_widget_get_height (picture), ==, height);
  gtk_test_accessible_assert_role (picture, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL, "Projekt efter status");
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Flest pågår.");
  ui_save_png (GTK_WIDGET (window), "chart-wide");
  ui_close (window);
}

static void
test_links (void)
{
  GtkWidget *view = create_view (3);
  GtkWidget *expander = ui_find_type (view, GTK_TYPE_EXPANDER);
  int activated = -1;
  GtkWindow *window;
  GtkWidget *row;

  g_signal_connect (view, "row-activated", G_CALLBACK (activated_cb), &activated);
  window = ui_open (view, 500, 500);
  /* Enter and Space open the table, and Enter on a row follows it. */
  g_assert_true (gtk_widget_activate (expander));
  ui_settle (GTK_WIDGET (window));
  row = ui_find_property (view, "title", "Rad 3");
  g_assert_nonnull (ui_find_property (row, "label", "3\302\240000"));
  ui_press (row);
  g_assert_cmpint (activated, ==, 2);
  ui_assert_names (view);
  ui_close (window);
}

/* The table of a chart that is no link has rows that do nothing. */
static void
test_no_links (void)
{
  GtkWidget *view = create_view (1);
  GtkWindow *window = ui_open (view, 500, 500);

  g_assert_true (gtk_widget_activate (ui_find_type (view, GTK_TYPE_EXPANDER)));
  ui_settle (GTK_WIDGET (window));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (ui_find_property (view, "title", "Rad 1"))));
  ui_close (window);
}

static void
add_measurement (TvxEditor  *editor,
                 TvxRecord  *indicator,
                 const char *date,
                 const char *total)
{
  g_autoptr (GError) error = NULL;
  TvxRecord *item = tvx_editor_insert (editor, indicator, "measurements", G_MAXUINT, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (tvx_editor_set_text (editor, item, "date", date, &error));
  g_assert_true (tvx_editor_set_text (editor, item, "total", total, &error));
}

static void
test_indicator (void)
{
  g_autoptr (TvxRecord) project = tvx_record_new (TVX_TYPE_PROJECT);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  TvxRecord *indicator = tvx_editor_insert (editor, project, "indicators", 0, NULL, NULL);
  GtkWidget *view = tvx_indicator_view_new ();
  GtkWidget *chart = ui_find_type (view, TVX_TYPE_CHART_VIEW);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWindow *window;

  tvx_indicator_view_set_indicator (TVX_INDICATOR_VIEW (view), TVX_INDICATOR (indicator));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = ui_open (scrolled, 400, 400);
  g_assert_false (gtk_widget_get_visible (chart));
  add_measurement (editor, indicator, "2018-01-01", "4");
  g_assert_false (gtk_widget_get_visible (chart));
  add_measurement (editor, indicator, "2019-01-01", "7,5");
  g_assert_true (gtk_widget_get_visible (chart));
  ui_settle (GTK_WIDGET (window));
  ui_save_png (GTK_WIDGET (window), "indicator");
  tvx_editor_undo (editor);
  g_assert_false (gtk_widget_get_visible (chart));
  ui_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

  g_test_add_func ("/ui/charts/width", test_width);
  g_test_add_func ("/ui/charts/links", test_links);
  g_test_add_func ("/ui/charts/no-links", test_no_links);
  g_test_add_func ("/ui/charts/indicator", test_indicator);

  return g_test_run ();
}
