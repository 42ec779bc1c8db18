/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list is filtered by: a button for each criterion, which takes it away. */

#include "ui/list/tvx-filter-chips.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
create_chip (const TvxProjectCriterion *criterion)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const TvxField *field = criterion->column->field;
  g_autofree char *label = tvx_column_dup_criterion_label (criterion->column, criterion->criterion);
  g_autofree char *name = g_strdup_printf ("%s: %s", _(field->label), label);
  /* Translators: %s is a filter, as "Status: Ongoing". */
  g_autofree char *tooltip = g_strdup_printf (_("Remove the filter “%s”"), name);
  /* A code says by itself what it is. */
  gboolean speaks = field->vocabulary != NULL && *criterion->criterion != '\0';

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), speaks ? label : name);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data (G_OBJECT (chip), "path", (gpointer) criterion->column->path);
  g_object_set_data_full (G_OBJECT (chip), "criterion", g_strdup (criterion->criterion), g_free);
  return chip;
}

/**
 * tvx_filter_chips_show:
 * @box: where the chips are shown
 * @filter: a filter
 * @remove_cb: called with the chip and @user_data when a chip is pressed
 * @user_data: data for @remove_cb
 *
 * Shows what is asked for, instead of what was shown before.
 */
void
tvx_filter_chips_show (AdwWrapBox       *box,
                       TvxProjectFilter *filter,
                       GCallback         remove_cb,
                       gpointer          user_data)
{
  GArray *criteria = tvx_project_filter_get_criteria (filter);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, chip);
  for (guint i = 0; i < criteria->len; i++)
    {
      chip = create_chip (&g_array_index (criteria, TvxProjectCriterion, i));
      g_signal_connect (chip, "clicked", remove_cb, user_data);
      adw_wrap_box_append (box, chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), criteria->len > 0);
}

/**
 * tvx_filter_chip_get:
 * @chip: a chip
 * @path: (out) (transfer none): the path of its column
 * @criterion: (out) (transfer none): what it asks for
 *
 * Gets what a chip stands for.
 */
void
tvx_filter_chip_get (GtkWidget   *chip,
                     const char **path,
                     const char **criterion)
{
  *path = g_object_get_data (G_OBJECT (chip), "path");
  *criterion = g_object_get_data (G_OBJECT (chip), "criterion");
}
