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
  TvxWorkspace     *workspace;
  GtkPopover       *popover;
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
  g_object_unref (source->workspace);
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
  g_autoptr (GArray) tally = tvx_tally_new (tvx_workspace_get_summaries (source->workspace), column);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < tally->len && i < MAX_VALUES; i++)
    gtk_box_append (GTK_BOX (list), create_value (source->filter, column, &g_array_index (tally, TvxTallyRow, i)));
  /* Nothing to choose between is no filter. */
  if (tally->len > 0 && *g_array_index (tally, TvxTallyRow, 0).criterion != '\0')
    gtk_box_append (box, create_section (_(column->field->label), expanded, list));
  else
    g_object_unref (g_object_ref_sink (list));
}

/* ---- Saved filters */

static TvxRecord *
get_register (Source *source)
{
  return TVX_RECORD (tvx_workspace_get_register (source->workspace));
}

/* The register keeps what is found. */
static TvxRecord *
find_saved (Source     *source,
            const char *name)
{
  GListModel *filters = tvx_record_get_list (get_register (source), "filters");

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (TvxRecord) saved = g_list_model_get_item (filters, i);

      if (g_strcmp0 (tvx_record_get_text (saved, "name"), name) == 0)
        return saved;
    }
  return NULL;
}

static void
apply_cb (GtkWidget *button,
          Source    *source)
{
  static const char *const nothing[] = { NULL };
  TvxRecord *saved = g_object_get_data (G_OBJECT (button), "saved");
  GVariant *criteria = tvx_record_get_value (saved, "criteria");
  g_autofree const char **query = criteria != NULL ? g_variant_get_strv (criteria, NULL) : NULL;

  tvx_project_filter_set_query (source->filter, tvx_record_get_text (saved, "words"),
                                query != NULL ? query : nothing);
  gtk_popover_popdown (source->popover);
}

static void
remove_cb (GtkWidget *button,
           Source    *source)
{
  TvxRecord *saved = g_object_get_data (G_OBJECT (button), "saved");

  tvx_editor_remove (tvx_workspace_get_editor (source->workspace), saved, NULL);
  gtk_popover_popdown (source->popover);
}

/* A name that is there already gets the new filter. */
static void
save_cb (GtkEditable *entry,
         Source      *source)
{
  TvxEditor *editor = tvx_workspace_get_editor (source->workspace);
  g_auto (GStrv) query = tvx_project_filter_dup_query (source->filter);
  const char *words = tvx_project_filter_get_words (source->filter);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (GError) error = NULL;
  TvxRecord *saved;

  if (*name == '\0')
    return;
  tvx_editor_begin (editor, _("Save filter"));
  saved = find_saved (source, name);
  if (saved == NULL)
    saved = tvx_editor_insert (editor, get_register (source), "filters", G_MAXUINT, NULL, &error);
  if (saved != NULL && tvx_editor_set_text (editor, saved, "name", name, &error) &&
      tvx_editor_set_text (editor, saved, "words", words != NULL ? words : "", &error) &&
      tvx_editor_set (editor, saved, "criteria", g_variant_new_strv ((const char *const *) query, -1), &error))
    {
      tvx_editor_end (editor);
      gtk_popover_popdown (source->popover);
      return;
    }
  tvx_editor_cancel (editor);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error->message);
}

static void
icon_release_cb (GtkEntry             *entry,
                 GtkEntryIconPosition  position,
                 Source               *source)
{
  save_cb (GTK_EDITABLE (entry), source);
}

static GtkWidget *
create_saved (Source    *source,
              TvxRecord *saved,
              gboolean   writable)
{
  g_autofree char *name = tvx_record_dup_title (saved);
  /* Translators: %s is the name of a saved filter. */
  g_autofree char *remove_text = g_strdup_printf (_("Remove the saved filter “%s”"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *apply = gtk_button_new_with_label (name);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (apply, "flat");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_hexpand (apply, TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (apply))), 0);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (apply))), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (apply))), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (apply))), 20);
  gtk_widget_set_tooltip_text (remove, remove_text);
  gtk_widget_set_visible (remove, writable);
  g_object_set_data_full (G_OBJECT (apply), "saved", g_object_ref (saved), g_object_unref);
  g_object_set_data_full (G_OBJECT (remove), "saved", g_object_ref (saved), g_object_unref);
  g_signal_connect (apply, "clicked", G_CALLBACK (apply_cb), source);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), source);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static void
add_saved (GtkBox *box,
           Source *source)
{
  GListModel *filters = tvx_record_get_list (get_register (source), "filters");
  gboolean writable = !tvx_workspace_get_read_only (source->workspace);
  gboolean filtered = gtk_filter_get_strictness (GTK_FILTER (source->filter)) != GTK_FILTER_MATCH_ALL;
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (TvxRecord) saved = g_list_model_get_item (filters, i);

      gtk_box_append (GTK_BOX (list), create_saved (source, saved, writable));
    }
  if (filtered && writable)
    {
      GtkWidget *entry = gtk_entry_new ();

      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Save as…"));
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, "document-save-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, _("Save Filter"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the filter"), -1);
      /* What has the focus is the text inside of the entry. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the filter"), -1);
      g_signal_connect (entry, "activate", G_CALLBACK (save_cb), source);
      g_signal_connect (entry, "icon-release", G_CALLBACK (icon_release_cb), source);
      gtk_box_append (GTK_BOX (list), entry);
    }
  if (gtk_widget_get_first_child (list) != NULL)
    gtk_box_append (box, create_section (_("Saved Filters"), TRUE, list));
  else
    g_object_unref (g_object_ref_sink (list));
}

/* ---- The popover */

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
  add_saved (GTK_BOX (box), source);
  add_orders (GTK_BOX (box));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_values (GTK_BOX (box), source, tvx_columns_find (TVX_TYPE_PROJECT, sections[i].path), sections[i].expanded);
  gtk_scrolled_window_set_child (scrolled, box);
}

/**
 * tvx_filter_popover_new:
 * @filter: the filter of the list
 * @workspace: the open register, which keeps the saved filters
 *
 * Returns: (transfer floating): a popover to choose how the list is sorted, by the actions `list.order` and
 *   `list.descending`, and filtered, and to save a filter
 */
GtkWidget *
tvx_filter_popover_new (TvxProjectFilter *filter,
                        TvxWorkspace     *workspace)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Source *source = g_new (Source, 1);

  *source = (Source) { g_object_ref (filter), g_object_ref (workspace), GTK_POPOVER (popover) };
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 480);
  /* Names of saved filters are longer than what is filtered by. */
  gtk_widget_set_size_request (scrolled, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect_data (popover, "show", G_CALLBACK (show_cb), source, source_free, G_CONNECT_DEFAULT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sort and filter"), -1);
  return popover;
}
