/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What libadwaita still writes into is still there. */

#include "ui-util.h"
#include "ui/tvx-split-view.h"

static void
gone_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static AdwNavigationSplitView *
create_view (void)
{
  AdwNavigationSplitView *view = g_object_ref_sink (ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ()));

  adw_navigation_split_view_set_sidebar (view, adw_navigation_page_new (gtk_label_new (NULL), "A"));
  adw_navigation_split_view_set_content (view, adw_navigation_page_new (gtk_label_new (NULL), "B"));
  adw_navigation_split_view_set_collapsed (view, TRUE);
  return view;
}

static void
test_keep (void)
{
  for (guint kept = 0; kept <= 1; kept++)
    {
      AdwNavigationSplitView *view = create_view ();
      gboolean gone = FALSE;

      if (kept)
        tvx_split_view_keep (view);
      g_object_set_data_full (G_OBJECT (view), "gone", &gone, gone_cb);
      /* Without it, what the idle function of libadwaita writes into would be gone at once. */
      if (kept)
        adw_navigation_split_view_set_show_content (view, TRUE);
      g_object_unref (view);
      g_assert_true (gone == !kept);
      while (!gone)
        g_main_context_iteration (NULL, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/split-view/keep", test_keep);
  return g_test_run ();
}
