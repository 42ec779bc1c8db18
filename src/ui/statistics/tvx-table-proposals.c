/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-table-proposals.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-table-axis.h"
#include "statistics/tvx-merge.h"

#define MAX_PROPOSALS 5

static GtkWidget *
add_button (GtkWidget  *list,
            const char *title,
            const char *cost,
            const char *label)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cost);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Heard alone, “Merge” says nothing. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cost, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* The dialog of the table does it, and can tell of it when this one is gone. */
static void
clicked_cb (GtkWidget *button,
            GtkWidget *parent)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG);
  GVariant *what = g_object_get_data (G_OBJECT (button), "merge");
  g_autoptr (GVariant) owned = g_variant_ref (what);

  adw_dialog_close (ADW_DIALOG (dialog));
  gtk_widget_activate_action_variant (parent, "table.merge", owned);
}

static void
add_merge (GtkWidget                  *list,
           const TvxMerge             *merge,
           const TvxProtectionSummary *now,
           GtkWidget                  *parent)
{
  guint n_hidden = now->n_small + now->n_follow;
  /* Translators: how many numbers are shown and hidden after a change, and before it. */
  g_autofree char *cost = g_strdup_printf (_("%u numbers shown instead of %u, %u hidden instead of %u"),
                                           merge->n_shown, now->n_cells - n_hidden, merge->n_hidden, n_hidden);
  g_autofree char *title = merge->first != NULL ? g_strdup_printf (_("Merge “%s” and “%s”"), merge->first, merge->second)
                                                : g_strdup_printf (_("Leave out “%s”"), merge->axis);
  GtkWidget *button = add_button (list, title, cost, merge->first != NULL ? _("Merge") : _("Leave Out"));

  g_object_set_data_full (G_OBJECT (button), "merge",
                          g_variant_ref_sink (g_variant_new ("(sss)", merge->axis_id, merge->first_id != NULL ? merge->first_id : "",
                                                             merge->second_id != NULL ? merge->second_id : "")),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), parent, 0);
}

static void
round_cb (GtkWidget *button,
          GtkWidget *parent)
{
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG)));
  gtk_widget_activate_action (parent, "win.export-rounded", NULL);
}

/* It is chosen for a report, since all of its tables are rounded or none. */
static void
add_rounding (GtkWidget *list,
              GtkWidget *parent)
{
  GtkWidget *button = add_button (list, _("Round to multiples of five"),
                                  _("No number is hidden, and each may differ by at most 4. It is chosen for a whole report when it is exported."),
                                  _("Export…"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (round_cb), parent, 0);
}

static gboolean
is_about (const TvxMerge     *merge,
          TvxStatisticsTable *table)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (table), "axes");

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, i);

      if (g_strcmp0 (tvx_table_axis_get_key (axis), merge->axis_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tvx_table_proposals_present:
 * @merges: (nullable) (element-type TvxMerge): proposals, the best first
 * @error: (nullable): why there are none
 * @tables: the tables that are protected together
 * @table: the one that much is hidden of
 * @parent: the dialog of the table, which has the action `table.merge`
 *
 * Tells which smaller tables would show more to readers and what each of them costs, and lets one be chosen, or leads to a
 * report whose numbers are rounded instead.
 */
void
tvx_table_proposals_present (GPtrArray          *merges,
                             const GError       *error,
                             TvxProtectedTables *tables,
                             TvxStatisticsTable *table,
                             GtkWidget          *parent)
{
  const char *heading = _("What Would Show More");
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));
  GtkWidget *list = gtk_list_box_new ();
  TvxProtectionSummary now;
  guint n_proposals = 0;

  tvx_protection_get_summary (tvx_protected_tables_get_protection (tables), &now);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  for (guint i = 0; merges != NULL && i < merges->len && n_proposals < MAX_PROPOSALS; i++)
    if (is_about (merges->pdata[i], table))
      {
        add_merge (list, merges->pdata[i], &now, parent);
        n_proposals++;
      }
  add_rounding (list, parent);
  adw_alert_dialog_set_body (dialog, error != NULL     ? error->message
                                     : n_proposals > 0 ? _("All tables of the project are counted, and those with the same breakdown become smaller together.")
                                                       : _("No smaller table would show more."));
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
