/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-progress-page.h"

#include "ui/form/tvx-announce.h"

/**
 * TvxProgressPage:
 *
 * The page of a dialog that tells how far a task has come and lets a person stop it.
 */
struct _TvxProgressPage
{
  AdwBin          parent_instance;

  GtkLabel       *title;
  GtkProgressBar *bar;
};

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxProgressPage, tvx_progress_page, ADW_TYPE_BIN)

static void
cancel_cb (TvxProgressPage *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
tvx_progress_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROGRESS_PAGE);

  G_OBJECT_CLASS (tvx_progress_page_parent_class)->dispose (object);
}

static void
tvx_progress_page_class_init (TvxProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_progress_page_dispose;

  /**
   * TvxProgressPage::cancelled:
   * @self: the page
   *
   * The task is to be stopped.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", TVX_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProgressPage, title);
  gtk_widget_class_bind_template_child (widget_class, TvxProgressPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
tvx_progress_page_init (TvxProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_progress_page_begin:
 * @self: a page
 * @title: what is being done, in the user's language
 *
 * Begins to tell of a task.
 */
void
tvx_progress_page_begin (TvxProgressPage *self,
                         const char      *title)
{
  g_return_if_fail (TVX_IS_PROGRESS_PAGE (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_progress_bar_set_fraction (self->bar, 0);
  tvx_announce (GTK_WIDGET (self), title);
}

/**
 * tvx_progress_page_tell:
 * @n_done: how much is done
 * @n_total: how much there is to do
 * @self: a page
 *
 * Tells how far the task has come; a [callback@Tvx.ProgressFunc].
 */
void
tvx_progress_page_tell (guint    n_done,
                        guint    n_total,
                        gpointer self)
{
  g_return_if_fail (TVX_IS_PROGRESS_PAGE (self));

  /* The page may be gone before the task has heard that nobody waits for it. */
  if (TVX_PROGRESS_PAGE (self)->bar != NULL)
    gtk_progress_bar_set_fraction (TVX_PROGRESS_PAGE (self)->bar, n_total > 0 ? n_done / (double) n_total : 0);
}
