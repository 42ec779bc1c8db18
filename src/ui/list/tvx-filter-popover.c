/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-project.h"
#include "model/tvx-tally.h"
#include "ui/list/tvx-project-order.h"

/* As many as can be looked through: those that most projects have. */
#define MAX_VALUES 40

/* What can be asked for here: the path of a column, and whether its values are shown at once. */
static const struct
{
  const char *path;
  gboolean    expanded;
} sections[] = {
  { "lifecycle", TRUE }, { "handover.state", TRUE }, { "areas", FALSE }, { "county", FALSE },
  { "tags", FALSE },
  { "grants", FALSE },
  { "beneficiary", FALSE },
  { "responsible", FALSE },
};

/* One criterion that may be asked for. */
typedef struct
{
  TvxProjectFilter *filter;
  const char       *path;
  char             *criterion;
} Choice;

typedef struct
{
  TvxProjectFilter *filter;
  GListModel       *summaries;
} Source;

static void
choice_free (gpointer data)
{
  g_free (((Choice *) data)->criterion);
  g_free (data);
}

static void
source_free (gpointer  data,
             GClosure *closure)
{
  Source *source = data;

  g_object_unref (source->filter);
  g_object_unref (source->summaries);
  g_free (source);
}

static void
toggled_cb (GtkCheckButton *button,
            Choice         *choice)
{
  tvx_project_filter_set_criterion (choice->filter, choice->path, choice->criterion, gtk_check_button_get_active (button));
}

static void
filter_changed_cb (GtkCheckButton  *button,
                   GtkFilterChange  change,
                   GtkFilter       *filter)
{
  Choice *choice = g_object_get_data (G_OBJECT (button), "choice");

  gtk_check_button_set_active (button, tvx_project_filter_has_criterion (choice->filter, choice->path, choice->criterion));
}

static GtkWidget *
create_check_button (TvxProjectFilter *filter,
                     const TvxColumn  *column,
                     const char       *criterion)
{
  g_autofree char *label = tvx_column_dup_criterion_label (column, criterion);
  GtkWidget *button = gtk_check_button_new_with_label (label);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { filter, column->path, g_strdup (criterion) };
  g_object_set_data_full (G_OBJECT (button), "choice", choice, choice_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), tvx_project_filter_has_criterion (filter, column->path, criterion));
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), choice);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), button, G_CONNECT_SWAPPED);
  return button;
}

/* A value, and how many projects of the register have it. */
static GtkWidget *
create_value (TvxProjectFilter  *filter,
              const TvxColumn   *column,
              const TvxTallyRow *row)
{
  g_autofree char *count = tvx_field_format_number (row->n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), create_check_button (filter, column, row->criterion));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
create_section (const char *title,
                gboolean    expanded,
                GtkWidget  *child)
{
  GtkWidget *expander = gtk_expander_new (title);

  gtk_widget_add_css_class (gtk_expander_get_label_widget (GTK_EXPANDER (expander)), "heading");
  gtk_widget_set_margin_start (child, 18);
  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), expanded);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return expander;
}

static void
add_orders (GtkBox *box)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *descending = gtk_check_button_new_with_label (_("Descending"));

  for (guint i = 0; tvx_project_order_paths[i] != NULL; i++)
    {
      const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, tvx_project_order_paths[i]);
      GtkWidget *button = gtk_check_button_new_with_label (_(column->field->label));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", column->path);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "list.order");
      gtk_box_append (GTK_BOX (list), button);
    }
  gtk_box_append (GTK_BOX (list), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (descending), "list.descending");
  gtk_box_append (GTK_BOX (list), descending);
  gtk_box_append (box, create_section (_("Sort by"), TRUE, list));
}

static void
add_values (GtkBox          *box,
            Source          *source,
            const TvxColumn *column,
            gboolean         expanded)
{
  g_autoptr (GArray) tally = tvx_tally_new (source->summaries, column);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < tally->len && i < MAX_VALUES; i++)
    gtk_box_append (GTK_BOX (list), create_value (source->filter, column, &g_array_index (tally, TvxTallyRow, i)));
  /* Nothing to choose between is no filter. */
  if (tally->len > 0 && *g_array_index (tally, TvxTallyRow, 0).criterion != '\0')
    gtk_box_append (box, create_section (_(column->field->label), expanded, list));
  else
    g_object_unref (g_object_ref_sink (list));
}

/* What occurs in the register is looked up when somebody wants to choose. */
static void
show_cb (GtkPopover *popover,
         Source     *source)
{
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_popover_get_child (popover));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  add_orders (GTK_BOX (box));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_values (GTK_BOX (box), source, tvx_columns_find (TVX_TYPE_PROJECT, sections[i].path), sections[i].expanded);
  gtk_scrolled_window_set_child (scrolled, box);
}

/**
 * tvx_filter_popover_new:
 * @filter: the filter of the list
 * @summaries: (element-type TvxSummary): all projects
 *
 * Returns: (transfer floating): a popover to choose how the list is sorted, by the actions `list.order` and
 *   `list.descending`, and filtered
 */
GtkWidget *
tvx_filter_popover_new (TvxProjectFilter *filter,
                        GListModel       *summaries)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Source *source = g_new (Source, 1);

  *source = (Source) { g_object_ref (filter), g_object_ref (summaries) };
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 480);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect_data (popover, "show", G_CALLBACK (show_cb), source, source_free, G_CONNECT_DEFAULT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort and filter"), -1);
  return popover;
}
