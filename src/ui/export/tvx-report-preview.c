/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-report-preview.h"

#include "statistics/tvx-statistics-error.h"
#include "ui/export/tvx-page-view.h"

/* What zooming goes through; 0 is as wide as there is room. */
static const double zooms[] = { 0, 0.5, 0.75, 1, 1.5, 2, 3 };

/**
 * TvxReportPreview:
 *
 * Shows the pages of a report, as they will be printed and written.
 *
 * Pages are laid out in a thread, and painted when they are looked at.
 *
 * Actions: `preview.zoom-in`, `preview.zoom-out` and `preview.zoom-fit`.
 */
struct _TvxReportPreview
{
  AdwBin              parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *failed_page;
  GtkWidget          *list_view;
  GtkNoSelection     *selection;

  GListStore         *pages;
  TvxProtectedTables *tables; /* the statistics on the pages, or NULL */
  gboolean            refused;
  GCancellable       *cancellable;
  guint               zoom;
};

enum
{
  PROP_0,
  PROP_PAGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxReportPreview, tvx_report_preview, ADW_TYPE_BIN)

static void
setup_cb (TvxReportPreview *self,
          GtkListItem      *item)
{
  GtkWidget *view = tvx_page_view_new ();

  tvx_page_view_set_zoom (TVX_PAGE_VIEW (view), zooms[self->zoom]);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, view);
}

static void
bind_cb (TvxReportPreview *self,
         GtkListItem      *item)
{
  TvxReportPage *page = gtk_list_item_get_item (item);
  g_autofree char *label = tvx_report_page_dup_label (page);

  gtk_list_item_set_accessible_label (item, label);
  tvx_page_view_set_page (TVX_PAGE_VIEW (gtk_list_item_get_child (item)), page);
}

static void
unbind_cb (TvxReportPreview *self,
           GtkListItem      *item)
{
  tvx_page_view_set_page (TVX_PAGE_VIEW (gtk_list_item_get_child (item)), NULL);
}

static void
set_zoom (TvxReportPreview *self,
          guint             zoom)
{
  self->zoom = zoom;
  /* The rows that the list has made, each of which shows one page after the other. */
  for (GtkWidget *row = gtk_widget_get_first_child (self->list_view); row != NULL; row = gtk_widget_get_next_sibling (row))
    tvx_page_view_set_zoom (TVX_PAGE_VIEW (gtk_widget_get_first_child (row)), zooms[zoom]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", zoom != 1);
}

/* From the width of the window one goes on to the size of paper, larger or smaller. */
static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TvxReportPreview *self = TVX_REPORT_PREVIEW (widget);

  if (g_str_equal (action_name, "preview.zoom-fit"))
    set_zoom (self, 0);
  else if (g_str_equal (action_name, "preview.zoom-in"))
    set_zoom (self, self->zoom == 0 ? 4 : self->zoom + 1);
  else
    set_zoom (self, self->zoom == 0 ? 2 : self->zoom - 1);
}

static void
set_pages (TvxReportPreview *self,
           GListStore       *pages)
{
  g_set_object (&self->pages, pages);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (pages));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGES]);
}

static void
laid_out_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TvxReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) pages = tvx_report_job_layout_finish (result, &error);

  /* Something else was chosen, or the preview is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);
  self->tables = tvx_report_job_dup_tables (result);
  self->refused = error != NULL && error->domain == TVX_STATISTICS_ERROR;
  set_pages (self, pages);
  if (pages == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, markup);
    }
  gtk_stack_set_visible_child_name (self->stack, pages != NULL ? "pages" : "failed");
}

static void
tvx_report_preview_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TvxReportPreview *self = TVX_REPORT_PREVIEW (object);

  switch (property_id)
    {
    case PROP_PAGES:
      g_value_set_object (value, self->pages);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_report_preview_dispose (GObject *object)
{
  TvxReportPreview *self = TVX_REPORT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_REPORT_PREVIEW);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->tables, tvx_protected_tables_unref);

  G_OBJECT_CLASS (tvx_report_preview_parent_class)->dispose (object);
}

static void
tvx_report_preview_class_init (TvxReportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_report_preview_dispose;
  object_class->get_property = tvx_report_preview_get_property;

  /**
   * TvxReportPreview:pages:
   *
   * The pages that are shown, each a #TvxReportPage; %NULL as long as there are none.
   */
  properties[PROP_PAGES] =
    g_param_spec_object ("pages", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/export/tvx-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxReportPreview, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TvxReportPreview, list_view);
  gtk_widget_class_bind_template_child (widget_class, TvxReportPreview, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
tvx_report_preview_init (TvxReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_report_preview_show:
 * @self: a preview
 * @store: where the register is kept, as it is to be reported
 * @ids: (element-type utf8): the ids of the projects, at least one
 * @choices: (transfer full): what was chosen
 *
 * Shows another report. The pages that are there stay until the new ones have come.
 */
void
tvx_report_preview_show (TvxReportPreview *self,
                         TvxStore         *store,
                         GPtrArray        *ids,
                         TvxReportChoices *choices)
{
  g_return_if_fail (TVX_IS_REPORT_PREVIEW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tvx_report_job_layout_async (store, ids, choices, self->cancellable, laid_out_cb, g_object_ref (self));
}

/**
 * tvx_report_preview_go_to:
 * @self: a preview with pages
 * @page: one of them, from 0
 *
 * Scrolls to a page.
 */
void
tvx_report_preview_go_to (TvxReportPreview *self,
                          guint             page)
{
  g_return_if_fail (TVX_IS_REPORT_PREVIEW (self));
  g_return_if_fail (self->pages != NULL && page < g_list_model_get_n_items (G_LIST_MODEL (self->pages)));

  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list_view), page, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * tvx_report_preview_get_pages:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages that are shown
 */
GListModel *
tvx_report_preview_get_pages (TvxReportPreview *self)
{
  g_return_val_if_fail (TVX_IS_REPORT_PREVIEW (self), NULL);

  return G_LIST_MODEL (self->pages);
}

/**
 * tvx_report_preview_get_tables:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the statistics on the pages that are shown, protected
 */
TvxProtectedTables *
tvx_report_preview_get_tables (TvxReportPreview *self)
{
  g_return_val_if_fail (TVX_IS_REPORT_PREVIEW (self), NULL);

  return self->tables;
}

/**
 * tvx_report_preview_get_refused:
 * @self: a preview
 *
 * Returns: whether there are no pages since the statistics cannot be published as they are
 */
gboolean
tvx_report_preview_get_refused (TvxReportPreview *self)
{
  g_return_val_if_fail (TVX_IS_REPORT_PREVIEW (self), FALSE);

  return self->refused;
}
