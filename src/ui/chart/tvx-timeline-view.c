/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/tvx-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"
#include "model/tvx-summary.h"
#include "report/tvx-timeline.h"
#include "ui/chart/tvx-chart-picture.h"

/**
 * TvxTimelineView:
 *
 * When projects run: a row for each, drawn only where it is seen, so that there may be any number of them. The rows say in
 * words what the bars show.
 */
struct _TvxTimelineView
{
  AdwBin           parent_instance;

  TvxChartPicture *head;
  GtkListView     *list_view;
  GListStore      *projects;

  TvxTimeline     *timeline;
};

/* A row of the timeline, as long as it is shown. */
typedef struct
{
  TvxTimelineView *view;
  guint            row;
} Row;

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxTimelineView, tvx_timeline_view, ADW_TYPE_BIN)

static TvxDrawing *
draw_head (gpointer data,
           double   width)
{
  return tvx_timeline_draw_head (data, width);
}

static TvxDrawing *
draw_row (gpointer data,
          double   width)
{
  Row *row = data;

  return tvx_timeline_draw_row (row->view->timeline, row->row, width);
}

static char *
dup_period (TvxSummary *summary)
{
  g_autofree char *start = tvx_summary_dup_text (summary, "start");
  g_autofree char *end = tvx_summary_dup_text (summary, "end");

  return g_strdup_printf ("%s – %s", *start != '\0' ? start : "…", *end != '\0' ? end : "…");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          TvxTimelineView          *self)
{
  GtkWidget *picture = tvx_chart_picture_new ();

  /* What the picture says, the row says. */
  gtk_list_item_set_child (item, picture);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         TvxTimelineView          *self)
{
  TvxSummary *summary = gtk_list_item_get_item (item);
  g_autofree char *period = dup_period (summary);
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s", tvx_summary_get_title (summary), period);
  GtkWidget *picture = gtk_list_item_get_child (item);
  Row *row = g_new (Row, 1);

  *row = (Row) { self, gtk_list_item_get_position (item) };
  tvx_chart_picture_set_content (TVX_CHART_PICTURE (picture), draw_row, row, g_free);
  gtk_widget_set_tooltip_text (picture, tooltip);
  gtk_list_item_set_accessible_label (item, tvx_summary_get_title (summary));
  gtk_list_item_set_accessible_description (item, period);
}

static void
activate_cb (GtkListView     *list_view,
             guint            position,
             TvxTimelineView *self)
{
  g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->projects), position);

  g_signal_emit (self, signals[OPENED], 0, tvx_summary_get_id (summary));
}

static void
tvx_timeline_view_dispose (GObject *object)
{
  TvxTimelineView *self = TVX_TIMELINE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_TIMELINE_VIEW);
  g_clear_pointer (&self->timeline, tvx_timeline_free);

  G_OBJECT_CLASS (tvx_timeline_view_parent_class)->dispose (object);
}

static void
tvx_timeline_view_class_init (TvxTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_timeline_view_dispose;

  /**
   * TvxTimelineView::opened:
   * @self: the view
   * @id: the id of a project
   *
   * A person wants to see a project.
   */
  signals[OPENED] = g_signal_new ("opened", TVX_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  g_type_ensure (TVX_TYPE_CHART_PICTURE);
  g_type_ensure (TVX_TYPE_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/chart/tvx-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxTimelineView, head);
  gtk_widget_class_bind_template_child (widget_class, TvxTimelineView, list_view);
  gtk_widget_class_bind_template_child (widget_class, TvxTimelineView, projects);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
}

static void
tvx_timeline_view_init (TvxTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_timeline_view_new:
 *
 * Returns: (transfer floating): a view without projects
 */
GtkWidget *
tvx_timeline_view_new (void)
{
  return g_object_new (TVX_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * tvx_timeline_view_set_projects:
 * @self: a view
 * @summaries: (element-type TvxSummary): projects, in the order in which they are shown
 *
 * Shows when projects run. Those without any date are left out; where no project has one, the view is hidden.
 */
void
tvx_timeline_view_set_projects (TvxTimelineView *self,
                                GPtrArray       *summaries)
{
  g_autofree char *today = tvx_date_dup_today ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  TvxTimeline *timeline = tvx_timeline_new (tvx_catalog_get_for_user (), "", "", today);

  g_return_if_fail (TVX_IS_TIMELINE_VIEW (self));

  for (guint i = 0; i < summaries->len; i++)
    {
      TvxSummary *summary = summaries->pdata[i];
      GVariant *start = tvx_summary_get_value (summary, "start");
      GVariant *end = tvx_summary_get_value (summary, "end");

      if (tvx_timeline_add (timeline, tvx_summary_get_title (summary), start != NULL ? g_variant_get_string (start, NULL) : NULL,
                            end != NULL ? g_variant_get_string (end, NULL) : NULL))
        g_ptr_array_add (shown, summary);
    }
  /* No row may be drawn of a timeline that is gone. */
  g_list_store_remove_all (self->projects);
  tvx_chart_picture_set_content (self->head, shown->len > 0 ? draw_head : NULL, timeline, NULL);
  g_clear_pointer (&self->timeline, tvx_timeline_free);
  self->timeline = timeline;
  g_list_store_splice (self->projects, 0, 0, shown->pdata, shown->len);
  gtk_widget_set_visible (GTK_WIDGET (self), shown->len > 0);
}
