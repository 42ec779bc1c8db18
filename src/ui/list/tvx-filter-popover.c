/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-project.h"
#include "model/tvx-summary.h"
#include "model/tvx-vocabulary.h"

/* One code that may be asked for. */
typedef struct
{
  TvxProjectFilter *filter;
  const char       *path;
  const char       *code;
} Choice;

static void
toggled_cb (GtkCheckButton *button,
            Choice         *choice)
{
  tvx_project_filter_set_code (choice->filter, choice->path, choice->code, gtk_check_button_get_active (button));
}

static void
filter_changed_cb (GtkCheckButton  *button,
                   GtkFilterChange  change,
                   GtkFilter       *filter)
{
  Choice *choice = g_object_get_data (G_OBJECT (button), "choice");

  gtk_check_button_set_active (button, tvx_project_filter_has_code (choice->filter, choice->path, choice->code));
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

static GtkWidget *
create_check_button (TvxProjectFilter *filter,
                     const char       *path,
                     const TvxTerm    *term)
{
  GtkWidget *button = gtk_check_button_new_with_label (_(term->label));
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { filter, path, term->code };
  g_object_set_data_full (G_OBJECT (button), "choice", choice, g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), choice);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), button, G_CONNECT_SWAPPED);
  return button;
}

static void
add_orders (GtkBox *box)
{
  static const struct
  {
    const char *order;
    const char *label;
  } orders[] = {
    { "title", N_("Title") },
    { "end", N_("End date") },
    { "status", N_("Status") },
  };

  gtk_box_append (box, create_heading (_("Sort by")));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_(orders[i].label));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", orders[i].order);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "list.order");
      gtk_box_append (box, button);
    }
}

static void
add_codes (GtkBox           *box,
           TvxProjectFilter *filter,
           const char       *path)
{
  const TvxField *field = tvx_summary_find_column (TVX_TYPE_PROJECT, path)->field;
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (field->vocabulary, &n_terms);

  gtk_box_append (box, create_heading (_(field->label)));
  for (gsize i = 0; i < n_terms; i++)
    gtk_box_append (box, create_check_button (filter, path, &terms[i]));
}

/**
 * tvx_filter_popover_new:
 * @filter: the filter of the list
 *
 * Returns: (transfer floating): a popover to choose how the list is sorted, by the action `list.order`, and filtered
 */
GtkWidget *
tvx_filter_popover_new (TvxProjectFilter *filter)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  add_orders (GTK_BOX (box));
  for (guint i = 0; tvx_project_filter_paths[i] != NULL; i++)
    add_codes (GTK_BOX (box), filter, tvx_project_filter_paths[i]);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort and filter"), -1);
  return popover;
}
