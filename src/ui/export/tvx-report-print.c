/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the pages that the preview shows. */

#include "ui/export/tvx-report-print.h"

#include "report/tvx-pages-painter.h"
#include "ui/export/tvx-report-pages.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              GListModel        *pages)
{
  g_autoptr (TvxReportPage) page = g_list_model_get_item (pages, (guint) number);
  TvxPages *laid_out = tvx_report_page_get_pages (page);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / laid_out->width,
                      gtk_print_context_get_height (context) / laid_out->height);

  cairo_scale (cr, scale, scale);
  tvx_pages_paint (laid_out, (guint) number, cr);
}

/**
 * tvx_report_print_operation_new:
 * @pages: pages, each a #TvxReportPage
 * @name: what the print job is called
 *
 * Returns: (transfer full): what prints them, on whole sheets of the size that they are laid out for
 */
GtkPrintOperation *
tvx_report_print_operation_new (GListModel *pages,
                                const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) g_list_model_get_n_items (pages));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pages, G_CONNECT_DEFAULT);
  return operation;
}
