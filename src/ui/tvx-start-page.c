/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-start-page.h"

#include "ui/tvx-recent.h"
#include "ui/tvx-window.h"

/**
 * TvxStartPage:
 *
 * What a window shows before a register is open: the registers that were open before, and ways to another one.
 */
struct _TvxStartPage
{
  AdwBin       parent_instance;

  GtkWidget   *recent_box;
  GtkListView *recent_view;
};

G_DEFINE_FINAL_TYPE (TvxStartPage, tvx_start_page, ADW_TYPE_BIN)

static void
recent_changed_cb (TvxStartPage *self,
                   const char   *key,
                   GSettings    *settings)
{
  GListModel *recent = tvx_recent_load (settings);
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_set_visible (self->recent_box, g_list_model_get_n_items (recent) > 0);
  selection = gtk_no_selection_new (recent);
  gtk_list_view_set_model (self->recent_view, GTK_SELECTION_MODEL (selection));
}

static void
activate_cb (GtkListView  *view,
             guint         position,
             TvxStartPage *self)
{
  g_autoptr (TvxRecent) recent = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  tvx_application_open_folder (TVX_APPLICATION (gtk_window_get_application (window)), tvx_recent_get_folder (recent));
}

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

  g_type_ensure (TVX_TYPE_RECENT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TvxStartPage, recent_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tvx_start_page_init (TvxStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_start_page_bind_settings:
 * @self: a start page
 * @settings: the settings of the application
 *
 * Shows the recent registers that the settings know, and follows them; called once.
 */
void
tvx_start_page_bind_settings (TvxStartPage *self,
                              GSettings    *settings)
{
  g_return_if_fail (TVX_IS_START_PAGE (self));

  g_signal_connect_object (settings, "changed::recent-registers", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self, NULL, settings);
}
