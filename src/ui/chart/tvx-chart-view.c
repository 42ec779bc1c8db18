/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/tvx-chart-view.h"

#include <glib/gi18n-lib.h>

#include "ui/chart/tvx-chart-picture.h"

/**
 * TvxChartView:
 *
 * A chart of the module that reports are drawn with: its title, the sentence that says what it shows, the picture, and all
 * its values in a table.
 *
 * Where somebody listens to #TvxChartView::row-activated, rows are links: in the picture for the pointer, in the table also
 * for the keyboard.
 */
struct _TvxChartView
{
  AdwBin           parent_instance;

  GtkLabel        *title;
  GtkLabel        *sentence;
  TvxChartPicture *picture;
  GtkExpander     *expander;
  GtkListBox      *table;

  TvxChart        *chart;
};

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxChartView, tvx_chart_view, ADW_TYPE_BIN)

static TvxDrawing *
draw (gpointer data,
      double   width)
{
  return tvx_chart_draw (data, width);
}

static GtkWidget *
create_row (TvxChartView *self,
            guint         row,
            gboolean      is_link)
{
  g_autofree char *label = tvx_chart_dup_row_label (self->chart, row);
  g_autofree char *text = tvx_chart_dup_row_text (self->chart, row);
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *value = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), label);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), value);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), is_link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return widget;
}

/* Most tables are never looked at: it is filled when it is to be seen. */
static void
fill_table (TvxChartView *self)
{
  gboolean is_link = g_signal_has_handler_pending (self, signals[ROW_ACTIVATED], 0, FALSE);

  gtk_list_box_remove_all (self->table);
  for (guint i = 0; i < tvx_chart_get_n_rows (self->chart); i++)
    gtk_list_box_append (self->table, create_row (self, i, is_link));
}

static void
expanded_cb (TvxChartView *self)
{
  if (self->chart != NULL && gtk_expander_get_expanded (self->expander))
    fill_table (self);
}

static void
row_activated_cb (TvxChartView *self,
                  guint         row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
table_row_activated_cb (TvxChartView  *self,
                        GtkListBoxRow *row)
{
  row_activated_cb (self, (guint) gtk_list_box_row_get_index (row));
}

static void
tvx_chart_view_dispose (GObject *object)
{
  TvxChartView *self = TVX_CHART_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_CHART_VIEW);
  g_clear_pointer (&self->chart, tvx_chart_free);

  G_OBJECT_CLASS (tvx_chart_view_parent_class)->dispose (object);
}

static void
tvx_chart_view_class_init (TvxChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_chart_view_dispose;

  /**
   * TvxChartView::row-activated:
   * @self: the view
   * @row: the number of a row of the chart
   *
   * A person wants to see what a row is about.
   */
  signals[ROW_ACTIVATED] =
    g_signal_new ("row-activated", TVX_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (TVX_TYPE_CHART_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/chart/tvx-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxChartView, title);
  gtk_widget_class_bind_template_child (widget_class, TvxChartView, sentence);
  gtk_widget_class_bind_template_child (widget_class, TvxChartView, picture);
  gtk_widget_class_bind_template_child (widget_class, TvxChartView, expander);
  gtk_widget_class_bind_template_child (widget_class, TvxChartView, table);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_row_activated_cb);
}

static void
tvx_chart_view_init (TvxChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
tvx_chart_view_new (void)
{
  return g_object_new (TVX_TYPE_CHART_VIEW, NULL);
}

/**
 * tvx_chart_view_set_chart:
 * @self: a view
 * @chart: (transfer full): a chart with at least one row
 *
 * Shows a chart.
 */
void
tvx_chart_view_set_chart (TvxChartView *self,
                          TvxChart     *chart)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TVX_IS_CHART_VIEW (self));
  g_return_if_fail (chart != NULL && tvx_chart_get_n_rows (chart) > 0);

  tvx_chart_picture_set_content (self->picture, draw, chart, NULL);
  g_clear_pointer (&self->chart, tvx_chart_free);
  self->chart = chart;
  gtk_label_set_label (self->title, tvx_chart_get_title (chart));
  gtk_label_set_label (self->sentence, tvx_chart_get_sentence (chart));
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), *tvx_chart_get_sentence (chart) != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tvx_chart_get_title (chart),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tvx_chart_get_sentence (chart), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tvx_chart_get_title (chart), -1);
  /* Translators: what opens the table of a chart; %s is the title of the chart. */
  name = g_strdup_printf (_("Table: %s"), tvx_chart_get_title (chart));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  expanded_cb (self);
}
