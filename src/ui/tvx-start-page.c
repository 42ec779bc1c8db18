/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-start-page.h"

/**
 * TvxStartPage:
 *
 * What a window shows before a register is open.
 */
struct _TvxStartPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TvxStartPage, tvx_start_page, ADW_TYPE_BIN)

static void
tvx_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_START_PAGE);

  G_OBJECT_CLASS (tvx_start_page_parent_class)->dispose (object);
}

static void
tvx_start_page_class_init (TvxStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_start_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-start-page.ui");
}

static void
tvx_start_page_init (TvxStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
