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
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
