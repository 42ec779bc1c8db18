/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-page-view.h"

#include "report/tvx-pages-painter.h"

/* The size of a page at its natural zoom, in logical pixels for each point; a logical pixel is 1/96 inch. */
#define PIXELS (96.0 / 72.0)

#define MIN_WIDTH 200

/**
 * TvxPageView:
 *
 * Shows a page of a report as it will be printed, as wide as there is room or at a zoom of its own.
 */
struct _TvxPageView
{
  GtkWidget      parent_instance;

  TvxReportPage *page;
  /* 0 to be as wide as there is room. */
  double         zoom;
};

G_DEFINE_FINAL_TYPE (TvxPageView, tvx_page_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
tvx_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tvx_page_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TvxPageView *self = TVX_PAGE_VIEW (widget);
  TvxPages *pages = self->page != NULL ? tvx_report_page_get_pages (self->page) : NULL;
  double width = pages != NULL ? pages->width : 595;
  double height = pages != NULL ? pages->height : 842;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int) (width * PIXELS * (self->zoom > 0 ? self->zoom : 1));
      *minimum = self->zoom > 0 ? *natural : MIN_WIDTH;
    }
  else
    {
      *minimum = *natural = (int) ((for_size > 0 ? for_size : MIN_WIDTH) * height / width);
    }
}

static void
tvx_page_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TvxPageView *self = TVX_PAGE_VIEW (widget);
  TvxPages *pages = self->page != NULL ? tvx_report_page_get_pages (self->page) : NULL;
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  /* Paper is white whatever the colours of the desktop, as the printed page will be. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (pages == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, bounds.size.width / pages->width, bounds.size.width / pages->width);
  tvx_pages_paint (pages, tvx_report_page_get_number (self->page), cr);
  cairo_destroy (cr);
}

static void
tvx_page_view_dispose (GObject *object)
{
  g_clear_object (&TVX_PAGE_VIEW (object)->page);

  G_OBJECT_CLASS (tvx_page_view_parent_class)->dispose (object);
}

static void
tvx_page_view_class_init (TvxPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_page_view_dispose;
  widget_class->get_request_mode = tvx_page_view_get_request_mode;
  widget_class->measure = tvx_page_view_measure;
  widget_class->snapshot = tvx_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tvx_page_view_init (TvxPageView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tvx_page_view_new:
 *
 * Returns: (transfer floating): a view without a page
 */
GtkWidget *
tvx_page_view_new (void)
{
  return g_object_new (TVX_TYPE_PAGE_VIEW, NULL);
}

/**
 * tvx_page_view_set_page:
 * @self: a view
 * @page: (nullable): a page
 *
 * Shows another page. Who listens hears its number and its text.
 */
void
tvx_page_view_set_page (TvxPageView   *self,
                        TvxReportPage *page)
{
  g_return_if_fail (TVX_IS_PAGE_VIEW (self));

  if (!g_set_object (&self->page, page))
    return;
  if (page != NULL)
    {
      g_autofree char *label = tvx_report_page_dup_label (page);
      g_autofree char *text = tvx_pages_dup_text (tvx_report_page_get_pages (page), tvx_report_page_get_number (page));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tvx_page_view_set_zoom:
 * @self: a view
 * @zoom: how large the page is compared with paper, 0 for as wide as there is room
 *
 * Changes the size of the page.
 */
void
tvx_page_view_set_zoom (TvxPageView *self,
                        double       zoom)
{
  g_return_if_fail (TVX_IS_PAGE_VIEW (self));

  self->zoom = zoom;
  gtk_widget_set_halign (GTK_WIDGET (self), zoom > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
