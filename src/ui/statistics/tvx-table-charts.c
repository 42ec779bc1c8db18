/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-charts.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-statistics-chart.h"
#include "ui/chart/tvx-chart-view.h"

/**
 * TvxTableCharts:
 *
 * The charts that a report has of a statistics table, made of what readers will see.
 */
struct _TvxTableCharts
{
  AdwBin        parent_instance;

  GtkLabel     *note;
  TvxChartView *bars;
  TvxChartView *pyramid;
  TvxChartView *shares;
};

G_DEFINE_FINAL_TYPE (TvxTableCharts, tvx_table_charts, ADW_TYPE_BIN)

static void
tvx_table_charts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_TABLE_CHARTS);

  G_OBJECT_CLASS (tvx_table_charts_parent_class)->dispose (object);
}

static void
tvx_table_charts_class_init (TvxTableChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_table_charts_dispose;

  g_type_ensure (TVX_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/statistics/tvx-table-charts.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxTableCharts, note);
  gtk_widget_class_bind_template_child (widget_class, TvxTableCharts, bars);
  gtk_widget_class_bind_template_child (widget_class, TvxTableCharts, pyramid);
  gtk_widget_class_bind_template_child (widget_class, TvxTableCharts, shares);
}

static void
tvx_table_charts_init (TvxTableCharts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_table_charts_show:
 * @self: charts
 * @tables: (nullable): protected tables, %NULL where it is not known what readers will see
 * @record: one of them
 * @trouble: (nullable): why it is not known
 *
 * Draws a table as readers will see it.
 */
void
tvx_table_charts_show (TvxTableCharts     *self,
                       TvxProtectedTables *tables,
                       TvxStatisticsTable *record,
                       const char         *trouble)
{
  const struct
  {
    TvxChartView *view;
    TvxChartKind  kind;
  } charts[] = {
    { self->bars, TVX_CHART_BARS },
    { self->pyramid, TVX_CHART_PYRAMID },
    { self->shares, TVX_CHART_SHARES },
  };
  gboolean any = FALSE, has_numbers;
  g_autoptr (GString) note = g_string_new (NULL);
  TvxProtectionSummary summary = { 0 };
  guint table;

  g_return_if_fail (TVX_IS_TABLE_CHARTS (self));
  g_return_if_fail (tables != NULL || trouble != NULL);

  has_numbers = tables != NULL && tvx_protected_tables_find (tables, TVX_RECORD (record), &table);
  if (has_numbers)
    tvx_protection_get_summary_of (tvx_protected_tables_get_protection (tables), table, &summary);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      TvxChart *chart = has_numbers ? tvx_statistics_chart_new (tables, table, charts[i].kind, tvx_catalog_get_for_user (), NULL) : NULL;

      gtk_widget_set_visible (GTK_WIDGET (charts[i].view), chart != NULL);
      if (chart != NULL)
        tvx_chart_view_set_chart (charts[i].view, chart);
      any = any || chart != NULL;
    }
  if (tables == NULL)
    g_string_append (note, trouble);
  else if (!has_numbers)
    g_string_append (note, _("There is nothing to draw: the table has no numbers yet."));
  else if (any)
    g_string_append (note, summary.n_small + summary.n_follow > 0
                             ? _("Charts show what readers see: the sign .. instead of the bar of a hidden number.")
                             : _("Readers see all numbers."));
  else if (g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (record), "axes")) == 0)
    g_string_append (note, _("A table with a breakdown has charts."));
  else
    g_string_append (note, _("There is nothing to draw: readers do not see the numbers of two groups that could be compared."));
  if (any && tvx_statistics_chart_is_elsewhere (tables, table))
    {
      g_string_append_c (note, ' ');
      g_string_append (note, _("Reports have these charts beside another table of the project, which shows the same."));
    }
  gtk_label_set_label (self->note, note->str);
}
