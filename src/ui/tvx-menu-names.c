/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-menu-names.h"

static gboolean
is_item (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return (role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX ||
          role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO) &&
         g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text") != NULL;
}

/* What is read of a label does without the underscore before the letter that leads to it. */
static char *
dup_name (GtkWidget *item)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  g_object_get (item, "text", &text, NULL);
  parts = g_strsplit (text != NULL ? text : "", "_", -1);
  return g_strjoinv (NULL, parts);
}

static void
name_items (GtkWidget *widget)
{
  if (is_item (widget))
    {
      g_autofree char *name = dup_name (widget);

      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER_MENU (widget))
    name_items (widget);
  return TRUE;
}

/**
 * tvx_menu_names_watch:
 *
 * Gives the items of every menu a name for screen readers, when the menu is shown.
 *
 * GTK 4.18 lets a menu item be named by a label that it makes itself, and gives that label the role of presentation, whose
 * name nobody may hear (gtk_model_button_init in gtkmodelbutton.c): on the bus, the items have no names.
 */
void
tvx_menu_names_watch (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
