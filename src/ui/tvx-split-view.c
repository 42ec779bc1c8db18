/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-split-view.h"

static gboolean
let_go_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
notify_show_content_cb (AdwNavigationSplitView *view)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go_cb, g_object_ref (view), g_object_unref);
}

/**
 * tvx_split_view_keep:
 * @view: a split view
 *
 * Keeps a view until the main loop is idle again, each time that the other of its pages is shown.
 *
 * When a page of a collapsed view is changed, libadwaita 1.7 writes into the view as soon as the main loop is idle, whether
 * it is still there or not: who closes a dialog at once after that would damage the memory of the program.
 */
void
tvx_split_view_keep (AdwNavigationSplitView *view)
{
  g_return_if_fail (ADW_IS_NAVIGATION_SPLIT_VIEW (view));

  g_signal_connect (view, "notify::show-content", G_CALLBACK (notify_show_content_cb), NULL);
}
