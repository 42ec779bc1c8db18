/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-toast.h"

#include <glib/gi18n-lib.h>

/**
 * tvx_toast_new: (skip)
 * @title: what is to be told, which may have names in it that a person typed
 *
 * Returns: (transfer floating): a toast that shows @title as it is
 */
AdwToast *
tvx_toast_new (const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

/**
 * tvx_toast_new_undo: (skip)
 * @title: what has just been done, in one step
 *
 * Returns: (transfer floating): a toast with a button that undoes it
 */
AdwToast *
tvx_toast_new_undo (const char *title)
{
  AdwToast *toast = tvx_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  return toast;
}
