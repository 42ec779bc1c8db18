/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/tvx-indicator-view.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-indicator-chart.h"
#include "ui/chart/tvx-chart-view.h"

/**
 * TvxIndicatorView:
 *
 * Where an indicator stands: its latest value, where it is going, and a chart of its measurements as they are typed.
 */
struct _TvxIndicatorView
{
  AdwBin        parent_instance;

  GtkLabel     *state;
  GtkWidget    *chart;

  TvxIndicator *indicator;
  /* Its measurements, which are listened to. */
  GPtrArray    *measurements;
};

G_DEFINE_FINAL_TYPE (TvxIndicatorView, tvx_indicator_view, ADW_TYPE_BIN)

static void
update (TvxIndicatorView *self)
{
  const TvxCatalog *catalog = tvx_catalog_get_for_user ();
  TvxChart *chart = tvx_indicator_chart_new (self->indicator, catalog);
  g_autofree char *latest = tvx_indicator_dup_latest_text (self->indicator, catalog);
  g_autofree char *trend = tvx_indicator_dup_trend_text (self->indicator, catalog);
  g_autofree char *text = NULL;

  if (latest != NULL)
    /* Translators: the latest value of an indicator with its date, then the trend as a sign and a word. */
    text = g_strdup_printf (_("Latest: %s · Trend: %s"), latest, trend);
  else
    text = g_strdup (_("Add measurements to see the trend."));
  gtk_label_set_label (self->state, text);
  gtk_widget_set_visible (self->chart, chart != NULL);
  if (chart != NULL)
    tvx_chart_view_set_chart (TVX_CHART_VIEW (self->chart), chart);
}

static void
unfollow (TvxIndicatorView *self)
{
  for (guint i = 0; i < self->measurements->len; i++)
    g_signal_handlers_disconnect_by_data (self->measurements->pdata[i], self);
  g_ptr_array_set_size (self->measurements, 0);
}

static void
items_changed_cb (TvxIndicatorView *self)
{
  GListModel *list = tvx_record_get_list (TVX_RECORD (self->indicator), "measurements");

  unfollow (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      TvxRecord *item = g_list_model_get_item (list, i);

      g_signal_connect_swapped (item, "notify", G_CALLBACK (update), self);
      g_ptr_array_add (self->measurements, item);
    }
  update (self);
}

static void
clear_indicator (TvxIndicatorView *self)
{
  if (self->indicator == NULL)
    return;
  unfollow (self);
  g_signal_handlers_disconnect_by_data (tvx_record_get_list (TVX_RECORD (self->indicator), "measurements"), self);
  g_signal_handlers_disconnect_by_data (self->indicator, self);
  g_clear_object (&self->indicator);
}

static void
tvx_indicator_view_dispose (GObject *object)
{
  TvxIndicatorView *self = TVX_INDICATOR_VIEW (object);

  clear_indicator (self);
  g_clear_pointer (&self->measurements, g_ptr_array_unref);

  G_OBJECT_CLASS (tvx_indicator_view_parent_class)->dispose (object);
}

static void
tvx_indicator_view_class_init (TvxIndicatorViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tvx_indicator_view_dispose;
}

static void
tvx_indicator_view_init (TvxIndicatorView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *state = gtk_label_new (NULL);

  self->state = GTK_LABEL (state);
  self->chart = tvx_chart_view_new ();
  self->measurements = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_label_set_xalign (self->state, 0);
  gtk_label_set_wrap (self->state, TRUE);
  gtk_widget_add_css_class (state, "numeric");
  gtk_box_append (GTK_BOX (box), state);
  gtk_box_append (GTK_BOX (box), self->chart);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tvx_indicator_view_new:
 *
 * Returns: (transfer floating): a view without an indicator
 */
GtkWidget *
tvx_indicator_view_new (void)
{
  return g_object_new (TVX_TYPE_INDICATOR_VIEW, NULL);
}

/**
 * tvx_indicator_view_set_indicator:
 * @self: a view
 * @indicator: an indicator
 *
 * Shows an indicator, and follows it.
 */
void
tvx_indicator_view_set_indicator (TvxIndicatorView *self,
                                  TvxIndicator     *indicator)
{
  g_return_if_fail (TVX_IS_INDICATOR_VIEW (self));
  g_return_if_fail (TVX_IS_INDICATOR (indicator));

  clear_indicator (self);
  self->indicator = g_object_ref (indicator);
  g_signal_connect_swapped (indicator, "notify", G_CALLBACK (update), self);
  g_signal_connect_swapped (tvx_record_get_list (TVX_RECORD (indicator), "measurements"), "items-changed",
                            G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self);
}
