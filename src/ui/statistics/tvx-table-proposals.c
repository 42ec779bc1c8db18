/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-proposals.h"

#include <glib/gi18n-lib.h>

#include "statistics/tvx-merge.h"

#define MAX_PROPOSALS 5

static void
add_proposal (GtkWidget  *list,
              const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
create_list (GPtrArray  *merges,
             const char *heading)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0; i < MIN (merges->len, MAX_PROPOSALS); i++)
    {
      g_autofree char *text = tvx_merge_dup_text (merges->pdata[i]);

      add_proposal (list, text);
    }
  add_proposal (list, _("Round all numbers to multiples of five, in the dialog that exports a report"));
  return list;
}

/**
 * tvx_table_proposals_present:
 * @merges: (nullable) (element-type TvxMerge): proposals, the best first
 * @error: (nullable): why there are none
 * @parent: what the dialog belongs to
 *
 * Tells which smaller tables would show more to readers.
 */
void
tvx_table_proposals_present (GPtrArray    *merges,
                             const GError *error,
                             GtkWidget    *parent)
{
  const char *heading = _("What Would Show More");
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));

  if (merges != NULL && merges->len > 0)
    adw_alert_dialog_set_extra_child (dialog, create_list (merges, heading));
  else
    adw_alert_dialog_set_body (dialog, error != NULL ? error->message : _("No smaller table would show more."));
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
