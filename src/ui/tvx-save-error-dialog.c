/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is not saved as a person knows it, and below that the reason, which speaks of files. */

#include "ui/tvx-save-error-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The title of the project whose file, which is called by its id, the reason speaks of; NULL if it is that of no project. */
static const char *
find_title (TvxWorkspace *workspace,
            const char   *reason)
{
  GListModel *summaries = tvx_workspace_get_summaries (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      if (strstr (reason, tvx_summary_get_id (summary)) != NULL)
        return tvx_summary_get_title (summary);
    }
  return NULL;
}

/**
 * tvx_save_error_dialog_new:
 * @workspace: the register
 * @reason: why the latest changes are not saved
 * @closing: whether they would be lost now
 *
 * Returns: (transfer floating): a dialog, to which responses are to be added
 */
AdwAlertDialog *
tvx_save_error_dialog_new (TvxWorkspace *workspace,
                           const char   *reason,
                           gboolean      closing)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (closing ? _("Close Without Saving?") : _("Not Saved"), NULL));
  const char *title = find_title (workspace, reason);
  GtkWidget *label;

  if (title == NULL)
    {
      /* Translators: %s is the reason, a sentence. */
      adw_alert_dialog_format_body (dialog, closing ? _("The latest changes could not be saved, and would be lost. %s") : "%s", reason);
      return dialog;
    }
  /* Translators: %s is the title of a project. */
  adw_alert_dialog_format_body (dialog, closing ? _("The latest changes to “%s” could not be saved, and would be lost.") : _("The latest changes to “%s” could not be saved."), title);
  label = gtk_label_new (reason);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  adw_alert_dialog_set_extra_child (dialog, label);
  return dialog;
}
