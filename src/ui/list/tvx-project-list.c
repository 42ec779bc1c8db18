/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-list.h"

#include <glib/gi18n-lib.h>

#include "ui/list/tvx-filter-chips.h"
#include "ui/list/tvx-filter-popover.h"
#include "ui/list/tvx-project-order.h"
#include "ui/list/tvx-project-row.h"
#include "ui/tvx-shortcuts.h"

/**
 * TvxProjectList:
 *
 * The projects of a register, searched, filtered and sorted.
 */
struct _TvxProjectList
{
  AdwBin              parent_instance;

  GtkSearchEntry     *search_entry;
  GtkMenuButton      *filter_button;
  AdwWrapBox         *chips;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;

  TvxProjectFilter   *filter;
  GSimpleActionGroup *actions;
  GSettings          *settings;
  /* The project that is open: it stays so when the filter hides its row. */
  char               *id;
  gboolean            collapsed;
  /* Something else is listed than before, and the best of it is to be seen when all is sorted. */
  gboolean            to_top;
  guint               to_top_source;
};

enum
{
  PROP_0,
  PROP_COLLAPSED,
  N_PROPS
};

enum
{
  OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxProjectList, tvx_project_list, ADW_TYPE_BIN)

static void
select_row (TvxProjectList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; self->id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (model, i);

      if (g_str_equal (tvx_summary_get_id (summary), self->id))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
open_summary (TvxProjectList *self,
              TvxSummary     *summary,
              gboolean        activated)
{
  g_set_str (&self->id, tvx_summary_get_id (summary));
  g_signal_emit (self, signals[OPENED], 0, summary, activated);
}

static void
remove_chip_cb (GtkWidget      *chip,
                TvxProjectList *self)
{
  const char *path, *criterion;

  tvx_filter_chip_get (chip, &path, &criterion);
  tvx_project_filter_set_criterion (self->filter, path, criterion, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_state_cb (TvxProjectList *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);

  if (all == NULL || g_list_model_get_n_items (all) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (gtk_filter_list_model_get_pending (self->filtered) == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static gboolean
is_pending (TvxProjectList *self)
{
  return gtk_filter_list_model_get_pending (self->filtered) > 0;
}

static gboolean
to_top_cb (gpointer user_data)
{
  TvxProjectList *self = user_data;

  self->to_top_source = 0;
  if (is_pending (self))
    return G_SOURCE_REMOVE;
  self->to_top = FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  return G_SOURCE_REMOVE;
}

/* Nothing is pending for a moment before the model begins anew, and before it tells what it changed last: the view is
 * moved when all that is over. */
static void
go_to_top (TvxProjectList *self)
{
  self->to_top = TRUE;
  if (self->to_top_source == 0 && !is_pending (self))
    self->to_top_source = g_idle_add (to_top_cb, self);
}

static void
notify_pending_cb (TvxProjectList *self)
{
  show_state_cb (self);
  if (self->to_top)
    go_to_top (self);
}

static void
filter_changed_cb (TvxProjectList *self)
{
  const char *words = tvx_project_filter_get_words (self->filter);

  go_to_top (self);
  tvx_filter_chips_show (self->chips, self->filter, G_CALLBACK (remove_chip_cb), self);
  /* Who chooses a saved filter sees its words. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), words != NULL ? words : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words != NULL ? words : "");
  show_state_cb (self);
}

/* Also when the rows come and go: what is open is selected whenever its row is there. */
static void
items_changed_cb (TvxProjectList *self)
{
  TvxSummary *selected = gtk_single_selection_get_selected_item (self->selection);

  if (selected == NULL && self->id != NULL)
    select_row (self);
}

static void
notify_selected_item_cb (GtkSingleSelection *selection,
                         GParamSpec         *pspec,
                         TvxProjectList     *self)
{
  TvxSummary *summary = gtk_single_selection_get_selected_item (selection);

  /* In one column a row is selected as the pointer passes over it: there, only activation opens. */
  if (summary != NULL && !self->collapsed && g_strcmp0 (tvx_summary_get_id (summary), self->id) != 0)
    open_summary (self, summary, FALSE);
}

static void
activate_cb (GtkListView    *list_view,
             guint           position,
             TvxProjectList *self)
{
  g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  open_summary (self, summary, TRUE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          TvxProjectList           *self)
{
  gtk_list_item_set_child (item, tvx_project_row_new (item, self->filter));
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   TvxProjectList *self)
{
  tvx_project_filter_set_words (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Enter goes to what was found. */
static void
search_activate_cb (GtkSearchEntry *entry,
                    TvxProjectList *self)
{
  search_changed_cb (entry, self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
stop_search_cb (GtkSearchEntry *entry,
                TvxProjectList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  search_changed_cb (entry, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
order_changed_cb (TvxProjectList *self)
{
  g_autofree char *order = g_settings_get_string (self->settings, "order");
  g_autoptr (GtkSorter) sorter =
    tvx_project_order_create_sorter (order, g_settings_get_boolean (self->settings, "descending"));

  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  go_to_top (self);
}

static void
clear_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tvx_project_list_clear_filters (user_data);
}

static void
tvx_project_list_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TvxProjectList *self = TVX_PROJECT_LIST (object);

  switch (property_id)
    {
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_list_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TvxProjectList *self = TVX_PROJECT_LIST (object);

  switch (property_id)
    {
    case PROP_COLLAPSED:
      if (self->collapsed == g_value_get_boolean (value))
        return;
      self->collapsed = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      if (!self->collapsed)
        select_row (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_list_dispose (GObject *object)
{
  TvxProjectList *self = TVX_PROJECT_LIST (object);

  g_clear_handle_id (&self->to_top_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_PROJECT_LIST);
  g_clear_object (&self->filter);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tvx_project_list_parent_class)->dispose (object);
}

static void
tvx_project_list_finalize (GObject *object)
{
  g_free (TVX_PROJECT_LIST (object)->id);

  G_OBJECT_CLASS (tvx_project_list_parent_class)->finalize (object);
}

static void
tvx_project_list_class_init (TvxProjectListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tvx_project_list_get_property;
  object_class->set_property = tvx_project_list_set_property;
  object_class->dispose = tvx_project_list_dispose;
  object_class->finalize = tvx_project_list_finalize;

  /**
   * TvxProjectList:collapsed:
   *
   * Whether the list is shown alone, and a project instead of it.
   */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TvxProjectList::opened:
   * @self: the list
   * @summary: a project
   * @activated: whether the person asked to go to it, and did not only select it
   *
   * A project is to be shown.
   */
  signals[OPENED] = g_signal_new ("opened", TVX_TYPE_PROJECT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, TVX_TYPE_SUMMARY, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/list/tvx-project-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, chips);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, list_view);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, selection);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, sorted);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectList, filtered);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, notify_pending_cb);
  gtk_widget_class_bind_template_callback (widget_class, notify_selected_item_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
tvx_project_list_init (TvxProjectList *self)
{
  static const GActionEntry actions[] = { { .name = "clear-filters", .activate = clear_filters_cb } };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = tvx_project_filter_new ();
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));

  /* What has the focus is the text inside of the entry. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search projects"), -1);
  tvx_shortcuts_add_local (GTK_WIDGET (self->list_view));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

/**
 * tvx_project_list_set_workspace:
 * @self: a list
 * @workspace: the open register
 *
 * Lists the projects of a register.
 */
void
tvx_project_list_set_workspace (TvxProjectList *self,
                                TvxWorkspace   *workspace)
{
  GListModel *summaries;

  g_return_if_fail (TVX_IS_PROJECT_LIST (self));

  summaries = tvx_workspace_get_summaries (workspace);
  gtk_filter_list_model_set_model (self->filtered, summaries);
  go_to_top (self);
  gtk_menu_button_set_popover (self->filter_button, tvx_filter_popover_new (self->filter, workspace));
  g_signal_connect_object (summaries, "items-changed", G_CALLBACK (show_state_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_state_cb (self);
}

/**
 * tvx_project_list_bind_settings:
 * @self: a list
 * @settings: the settings of the application
 *
 * Sorts the list as the setting says; called once.
 */
void
tvx_project_list_bind_settings (TvxProjectList *self,
                                GSettings      *settings)
{
  static const char *const keys[] = { "order", "descending" };

  g_return_if_fail (TVX_IS_PROJECT_LIST (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
      g_signal_connect_object (settings, signal, G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
    }
  order_changed_cb (self);
}

/**
 * tvx_project_list_get_projects:
 * @self: a list
 *
 * Returns: (transfer none): the #TvxSummary of each project that is shown, in order
 */
GListModel *
tvx_project_list_get_projects (TvxProjectList *self)
{
  g_return_val_if_fail (TVX_IS_PROJECT_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/**
 * tvx_project_list_select:
 * @self: a list
 * @id: (nullable): the id of the project that is open
 *
 * Selects the row of a project as soon as there is one, without opening it.
 */
void
tvx_project_list_select (TvxProjectList *self,
                         const char     *id)
{
  g_return_if_fail (TVX_IS_PROJECT_LIST (self));

  g_set_str (&self->id, id);
  select_row (self);
}

/**
 * tvx_project_list_search:
 * @self: a list
 *
 * Lets the person type what to look for.
 */
void
tvx_project_list_search (TvxProjectList *self)
{
  g_return_if_fail (TVX_IS_PROJECT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * tvx_project_list_clear_filters:
 * @self: a list
 *
 * Lists all projects again.
 */
void
tvx_project_list_clear_filters (TvxProjectList *self)
{
  g_return_if_fail (TVX_IS_PROJECT_LIST (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tvx_project_filter_clear (self->filter);
}

/**
 * tvx_project_list_get_filter:
 * @self: a list
 *
 * Returns: (transfer none): what decides which projects are listed
 */
TvxProjectFilter *
tvx_project_list_get_filter (TvxProjectList *self)
{
  g_return_val_if_fail (TVX_IS_PROJECT_LIST (self), NULL);

  return self->filter;
}
