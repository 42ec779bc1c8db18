/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-history-view.h"

#include <glib/gi18n-lib.h>

#include "storage/tvx-history-entry.h"
#include "storage/tvx-history-names.h"
#include "storage/tvx-history-restore.h"

/**
 * TvxProjectHistoryView:
 *
 * Who changed what in a project, and when: the newest first. What a field held, and what was removed, can be brought back.
 *
 * The history is read while the view is seen, and again when something was saved.
 */
struct _TvxProjectHistoryView
{
  TvxProjectView  parent_instance;

  GtkStack       *stack;
  AdwStatusPage  *failed_page;

  GListStore     *entries;
  GSignalGroup   *workspace_signals;
  GCancellable   *loading;
};

enum
{
  PROP_0,
  PROP_ENTRIES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxProjectHistoryView, tvx_project_history_view, TVX_TYPE_PROJECT_VIEW)

static void
stop_loading (TvxProjectHistoryView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
add_choice (TvxProjectHistoryView *self,
            TvxHistoryEntry       *entry,
            gboolean               earlier,
            guint                  position,
            GMenu                 *menu)
{
  TvxRecord *project = TVX_RECORD (tvx_project_view_get_project (TVX_PROJECT_VIEW (self)));
  g_autofree char *text = NULL, *label = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (!tvx_history_restore_can (entry, project, earlier))
    return;
  text = tvx_history_entry_dup_text (entry, earlier);
  /* An underscore in a menu stands for a key. */
  parts = g_strsplit (text != NULL ? text : "", "_", -1);
  g_free (text);
  text = g_strjoinv ("__", parts);
  /* Translators: %s is what a field held, or what was removed, in quotation marks. */
  label = g_strdup_printf (_("Restore %s"), text);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "history.restore", "(ub)", position, earlier);
  g_menu_append_item (menu, item);
}

/* What the entry tells of and is not there now, NULL where it all is. */
static GMenu *
create_menu (TvxProjectHistoryView *self,
             TvxHistoryEntry       *entry,
             guint                  position)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  add_choice (self, entry, TRUE, position, menu);
  add_choice (self, entry, FALSE, position, menu);
  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0 ? g_steal_pointer (&menu) : NULL;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TvxProjectHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) history = tvx_workspace_load_history_finish (TVX_WORKSPACE (object), result, &error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) names = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (history == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  names = tvx_history_names_new (TVX_WORKSPACE (object), tvx_project_view_get_project (TVX_PROJECT_VIEW (self)));
  for (guint i = g_list_model_get_n_items (history); i > 0; i--)
    {
      TvxHistoryEntry *entry = g_list_model_get_item (history, i - 1);

      tvx_history_entry_set_names (entry, names);
      g_object_set_data_full (G_OBJECT (entry), "menu", create_menu (self, entry, entries->len), g_object_unref);
      g_ptr_array_add (entries, entry);
    }
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), entries->pdata, entries->len);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "entries" : "empty");
}

static void
load (TvxProjectHistoryView *self)
{
  TvxWorkspace *workspace = tvx_project_view_get_workspace (TVX_PROJECT_VIEW (self));
  TvxProject *project = tvx_project_view_get_project (TVX_PROJECT_VIEW (self));

  stop_loading (self);
  if (workspace == NULL || project == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->loading = g_cancellable_new ();
  tvx_workspace_load_history_async (workspace, tvx_record_get_id (TVX_RECORD (project)), self->loading, loaded_cb,
                                    g_object_ref (self));
}

static void
project_cb (TvxProjectHistoryView *self)
{
  g_list_store_remove_all (self->entries);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  g_signal_group_set_target (self->workspace_signals, tvx_project_view_get_workspace (TVX_PROJECT_VIEW (self)));
  load (self);
}

static void
save_state_cb (TvxProjectHistoryView *self)
{
  if (tvx_workspace_get_save_state (tvx_project_view_get_workspace (TVX_PROJECT_VIEW (self))) == TVX_SAVE_STATE_SAVED)
    load (self);
}

static char *
format_source (TvxProjectHistoryView *self,
               const char            *who,
               GDateTime             *time)
{
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;

  if (who == NULL || when == NULL)
    return g_strdup (who != NULL ? who : when);
  return g_strdup_printf ("%s · %s", when, who);
}

static GMenuModel *
dup_menu (GtkListItem     *list_item,
          TvxHistoryEntry *entry)
{
  GMenuModel *menu = entry != NULL ? g_object_get_data (G_OBJECT (entry), "menu") : NULL;

  return menu != NULL ? g_object_ref (menu) : NULL;
}

static gboolean
has_menu (GtkListItem *list_item,
          GMenuModel  *menu)
{
  return menu != NULL;
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TvxProjectHistoryView *self = TVX_PROJECT_HISTORY_VIEW (widget);
  TvxRecord *project = TVX_RECORD (tvx_project_view_get_project (TVX_PROJECT_VIEW (self)));
  TvxEditor *editor = tvx_workspace_get_editor (tvx_project_view_get_workspace (TVX_PROJECT_VIEW (self)));
  g_autoptr (TvxHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  guint position;
  gboolean earlier;

  g_variant_get (parameter, "(ub)", &position, &earlier);
  entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  /* Something else may have been done since the menu was opened. */
  if (entry == NULL || !tvx_history_restore_can (entry, project, earlier))
    return;
  if (!tvx_history_restore (entry, editor, project, earlier, &error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_("Not Restored"), error != NULL ? error->message : NULL);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, widget);
    }
}

static void
tvx_project_history_view_get_property (GObject    *object,
                                       guint       property_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  TvxProjectHistoryView *self = TVX_PROJECT_HISTORY_VIEW (object);

  switch (property_id)
    {
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_history_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tvx_project_history_view_parent_class)->map (widget);

  load (TVX_PROJECT_HISTORY_VIEW (widget));
}

static void
tvx_project_history_view_dispose (GObject *object)
{
  TvxProjectHistoryView *self = TVX_PROJECT_HISTORY_VIEW (object);

  stop_loading (self);
  g_clear_object (&self->workspace_signals);
  /* The template would take the stack away from the bin, which takes it for its own. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_HISTORY_VIEW);

  G_OBJECT_CLASS (tvx_project_history_view_parent_class)->dispose (object);
}

static void
tvx_project_history_view_finalize (GObject *object)
{
  TvxProjectHistoryView *self = TVX_PROJECT_HISTORY_VIEW (object);

  g_clear_object (&self->entries);

  G_OBJECT_CLASS (tvx_project_history_view_parent_class)->finalize (object);
}

static void
tvx_project_history_view_class_init (TvxProjectHistoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_project_history_view_dispose;
  object_class->finalize = tvx_project_history_view_finalize;
  object_class->get_property = tvx_project_history_view_get_property;
  widget_class->map = tvx_project_history_view_map;

  /**
   * TvxProjectHistoryView:entries:
   *
   * The entries, as [class@Tvx.HistoryEntry].
   */
  properties[PROP_ENTRIES] =
    g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TVX_TYPE_HISTORY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectHistoryView, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, format_source);
  gtk_widget_class_bind_template_callback (widget_class, dup_menu);
  gtk_widget_class_bind_template_callback (widget_class, has_menu);
  gtk_widget_class_install_action (widget_class, "history.restore", "(ub)", restore_action);
}

static void
tvx_project_history_view_init (TvxProjectHistoryView *self)
{
  self->entries = g_list_store_new (TVX_TYPE_HISTORY_ENTRY);
  self->workspace_signals = g_signal_group_new (TVX_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::save-state", G_CALLBACK (save_state_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::project", G_CALLBACK (project_cb), NULL);
  g_signal_connect (self, "notify::workspace", G_CALLBACK (project_cb), NULL);
}
