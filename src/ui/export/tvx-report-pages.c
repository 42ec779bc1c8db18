/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-report-pages.h"

#include <glib/gi18n-lib.h>

/* The pages of a report, which live as long as one of them is shown. */
typedef struct
{
  TvxPages *pages;
} Shared;

/**
 * TvxReportPage:
 *
 * One page of a report that is laid out.
 */
struct _TvxReportPage
{
  GObject  parent_instance;

  Shared  *shared;
  guint    number;
};

G_DEFINE_FINAL_TYPE (TvxReportPage, tvx_report_page, G_TYPE_OBJECT)

static void
clear_shared (gpointer data)
{
  tvx_pages_free (((Shared *) data)->pages);
}

static void
tvx_report_page_finalize (GObject *object)
{
  g_rc_box_release_full (TVX_REPORT_PAGE (object)->shared, clear_shared);

  G_OBJECT_CLASS (tvx_report_page_parent_class)->finalize (object);
}

static void
tvx_report_page_class_init (TvxReportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_report_page_finalize;
}

static void
tvx_report_page_init (TvxReportPage *self)
{
}

/**
 * tvx_report_page_get_pages:
 * @self: a page
 *
 * Returns: (transfer none): all pages of its report
 */
TvxPages *
tvx_report_page_get_pages (TvxReportPage *self)
{
  g_return_val_if_fail (TVX_IS_REPORT_PAGE (self), NULL);

  return self->shared->pages;
}

/**
 * tvx_report_page_get_number:
 * @self: a page
 *
 * Returns: its number, from 0
 */
guint
tvx_report_page_get_number (TvxReportPage *self)
{
  g_return_val_if_fail (TVX_IS_REPORT_PAGE (self), 0);

  return self->number;
}

/**
 * tvx_report_page_dup_label:
 * @self: a page
 *
 * Returns: (transfer full): what it is called: which page of how many
 */
char *
tvx_report_page_dup_label (TvxReportPage *self)
{
  g_return_val_if_fail (TVX_IS_REPORT_PAGE (self), NULL);

  /* Translators: the number of a page, and how many pages there are. */
  return g_strdup_printf (_("Page %u of %u"), self->number + 1, self->shared->pages->pages->len);
}

/**
 * tvx_report_pages_new:
 * @pages: (transfer full): the pages of a report
 *
 * Returns: (transfer full): a list with a #TvxReportPage for each
 */
GListStore *
tvx_report_pages_new (TvxPages *pages)
{
  GListStore *store = g_list_store_new (TVX_TYPE_REPORT_PAGE);
  Shared *shared = g_rc_box_new (Shared);

  shared->pages = pages;
  for (guint i = 0; i < pages->pages->len; i++)
    {
      g_autoptr (TvxReportPage) page = g_object_new (TVX_TYPE_REPORT_PAGE, NULL);

      page->shared = g_rc_box_acquire (shared);
      page->number = i;
      g_list_store_append (store, page);
    }
  g_rc_box_release_full (shared, clear_shared);
  return store;
}
