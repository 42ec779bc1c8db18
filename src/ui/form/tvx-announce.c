/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-announce.h"

/**
 * tvx_announce:
 * @widget: what it is about
 * @text: what has happened, in the user's language
 *
 * Lets a screen reader say what a person without sight would not notice.
 */
void
tvx_announce (GtkWidget  *widget,
              const char *text)
{
  g_autoptr (GtkATContext) context = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* GTK 4.18 calls a function here that its context for tests does not have. */
  context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));
  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
