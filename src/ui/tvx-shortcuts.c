/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-shortcuts.h"

#include <glib/gi18n-lib.h>

/**
 * TvxShortcut:
 * @action: the action that the keys activate, %NULL where a widget acts by itself
 * @keys: the keys, as gtk_accelerator_parse() reads them
 * @title: what the keys do: a message to be translated
 * @local: whether they work in the list of projects only, since text fields need them too
 *
 * One line of the table of shortcuts.
 */
typedef struct
{
  const char *action;
  const char *keys;
  const char *title;
  gboolean    local;
} TvxShortcut;

/* A line without keys is the heading of those that follow. */
static const TvxShortcut shortcuts[] = {
  { .title = N_("Projects") },
  { "win.new-project", "<Control>n", N_("New project") },
  { "win.duplicate-project", "<Control>d", N_("Duplicate project, in the list"), TRUE },
  { "win.edit-title", "F2", N_("Edit the title of the project") },
  { "win.delete-project", "Delete", N_("Delete project, in the list"), TRUE },
  { "win.search", "<Control>f", N_("Search projects") },
  { "win.show-page::overview", "<Control>0", N_("Overview of the register") },
  { "win.show-page::board", "<Control>8", N_("Board of the handovers") },
  { "win.show-page::table", "<Control>t", N_("Projects as a table") },
  { "win.toggle-sidebar", "F9", N_("Show or hide the list") },
  { .title = N_("Views of a Project") },
  { NULL, "<Control>1", N_("Overview") },
  { NULL, "<Control>2", N_("Goals") },
  { NULL, "<Control>3", N_("J+") },
  { NULL, "<Control>4", N_("Partners and Money") },
  { NULL, "<Control>5", N_("Handover") },
  { NULL, "<Control>6", N_("Documents") },
  { NULL, "<Control>7", N_("History") },
  { .title = N_("Rows of a Project") },
  { NULL, "<Alt>Up", N_("Move up") },
  { NULL, "<Alt>Down", N_("Move down") },
  { NULL, "<Control>d", N_("Duplicate row") },
  { NULL, "Delete", N_("Remove row") },
  { NULL, "<Control><Shift>c", N_("Copy the list as a table") },
  { NULL, "<Control><Shift>v", N_("Paste rows into the list") },
  { .title = N_("Changes") },
  { "win.undo", "<Control>z", N_("Undo") },
  { "win.redo", "<Control><Shift>z", N_("Redo") },
  { "win.save", "<Control>s", N_("Save now") },
  { .title = N_("Register") },
  { "win.open", "<Control>o", N_("Open register") },
  { "win.export", "<Control>e", N_("Export report") },
  { "win.print", "<Control>p", N_("Print report") },
  { .title = N_("Program") },
  { "app.new-window", "<Control><Shift>n", N_("New window") },
  { NULL, "F10", N_("Main menu") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { "app.help", "F1", N_("Help on what is shown") },
  { "app.shortcuts", "<Control>question", N_("Keyboard shortcuts") },
  { "window.close", "<Control>w", N_("Close window") },
  { "app.quit", "<Control>q", N_("Quit") },
};

static char *
dup_keys_label (const char *keys)
{
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (keys, &key, &modifiers);
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
create_row (const TvxShortcut *shortcut)
{
  g_autofree char *label = dup_keys_label (shortcut->keys);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (label);

  gtk_widget_add_css_class (keys, "keys");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

/**
 * tvx_shortcuts_set_accels:
 * @application: the application
 *
 * Makes the keys of the table activate their actions.
 */
void
tvx_shortcuts_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL && !shortcuts[i].local)
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *[]) { shortcuts[i].keys, NULL });
}

/**
 * tvx_shortcuts_add_local:
 * @widget: the list of projects
 *
 * Makes the keys of the table that are for the list only work in it.
 */
void
tvx_shortcuts_add_local (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].local)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                                              gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (widget, controller);
}

/**
 * tvx_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that shows the table
 */
AdwDialog *
tvx_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].keys == NULL)
      {
        group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
        adw_preferences_group_set_title (group, _(shortcuts[i].title));
        adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
      }
    else
      adw_preferences_group_add (group, create_row (&shortcuts[i]));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  return dialog;
}
