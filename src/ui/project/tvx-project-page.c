/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-page.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-path.h"
#include "ui/form/tvx-field-row.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/project/tvx-handover-steps-group.h"
#include "ui/project/tvx-project-dimensions-view.h"
#include "ui/project/tvx-project-documents-view.h"
#include "ui/project/tvx-project-goals-view.h"
#include "ui/project/tvx-project-handover-view.h"
#include "ui/project/tvx-project-history-view.h"
#include "ui/project/tvx-project-overview-view.h"
#include "ui/project/tvx-project-partners-view.h"

/**
 * TvxProjectPage:
 *
 * Everything about one project, in views that are switched between: by name
 * where there is room, in a list where there is little.
 *
 * Actions: `project.show-view` with the name of a view, `project.show-field` with
 * the path of a field, and `project.tell-removed` with the title of a record.
 */
struct _TvxProjectPage
{
  AdwBreakpointBin  parent_instance;

  AdwViewStack     *stack;
  GtkDropDown      *view_choice;

  TvxWorkspace     *workspace;
  TvxProject       *project;
};

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_PROJECT,
  N_PROPS
};

enum
{
  RECORD_REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxProjectPage, tvx_project_page, ADW_TYPE_BREAKPOINT_BIN)

static guint
find_shown_view (TvxProjectPage *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    if (gtk_selection_model_is_selected (pages, i))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
view_shown_cb (TvxProjectPage *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->stack, adw_view_stack_get_visible_child (self->stack));
  guint shown = find_shown_view (self);
  /* Translators: %s is the view that is shown, as "Goals". */
  g_autofree char *label = g_strdup_printf (_("View: %s"), adw_view_stack_page_get_title (page));

  /* GTK gives no name to the button within. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->view_choice))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (gtk_drop_down_get_selected (self->view_choice) != shown)
    gtk_drop_down_set_selected (self->view_choice, shown);
}

static void
view_chosen_cb (TvxProjectPage *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  guint chosen = gtk_drop_down_get_selected (self->view_choice);

  if (chosen != GTK_INVALID_LIST_POSITION && chosen != find_shown_view (self))
    gtk_selection_model_select_item (pages, chosen, TRUE);
}

static void
show_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tvx_project_page_show_view (TVX_PROJECT_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_field_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  tvx_project_page_focus_field (TVX_PROJECT_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
tell_removed_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  g_signal_emit (widget, signals[RECORD_REMOVED], 0, g_variant_get_string (parameter, NULL));
}

static gboolean
show_nth_view_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  TvxProjectPage *self = TVX_PROJECT_PAGE (widget);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  if (self->project == NULL)
    return FALSE;
  /* What is being typed changes the page when it is stored, which must not be while GTK takes the focus away. */
  tvx_field_row_flush_focus (gtk_widget_get_root (widget));
  gtk_selection_model_select_item (pages, GPOINTER_TO_UINT (user_data), TRUE);
  return TRUE;
}

/* Ctrl+1 to Ctrl+7, wherever the focus is in the window. */
static void
add_shortcuts (TvxProjectPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < 7; i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_CONTROL_MASK),
                        gtk_callback_action_new (show_nth_view_cb, GUINT_TO_POINTER (i), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
tvx_project_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TvxProjectPage *self = TVX_PROJECT_PAGE (object);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TvxProjectPage *self = TVX_PROJECT_PAGE (object);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_set_object (&self->workspace, g_value_get_object (value));
      break;
    case PROP_PROJECT:
      g_set_object (&self->project, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_page_dispose (GObject *object)
{
  TvxProjectPage *self = TVX_PROJECT_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->project);
  /* It must not look at the views when the stack lets go of them. */
  if (self->view_choice != NULL)
    gtk_drop_down_set_model (self->view_choice, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_PAGE);

  G_OBJECT_CLASS (tvx_project_page_parent_class)->dispose (object);
}

static void
tvx_project_page_class_init (TvxProjectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_project_page_dispose;
  object_class->get_property = tvx_project_page_get_property;
  object_class->set_property = tvx_project_page_set_property;

  /**
   * TvxProjectPage:workspace:
   *
   * The open register; to be set before a project of it.
   */
  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, TVX_TYPE_WORKSPACE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TvxProjectPage:project:
   *
   * The project that is shown.
   */
  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, TVX_TYPE_PROJECT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TvxProjectPage::record-removed:
   * @self: the page
   * @title: the title of what was removed
   *
   * A person has removed a part of the project, as a goal, and may want it back.
   */
  signals[RECORD_REMOVED] = g_signal_new ("record-removed", TVX_TYPE_PROJECT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "project.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "project.show-field", "s", show_field_action);
  gtk_widget_class_install_action (widget_class, "project.tell-removed", "s", tell_removed_action);

  g_type_ensure (TVX_TYPE_PROJECT_DIMENSIONS_VIEW);
  g_type_ensure (TVX_TYPE_PROJECT_DOCUMENTS_VIEW);
  g_type_ensure (TVX_TYPE_PROJECT_GOALS_VIEW);
  g_type_ensure (TVX_TYPE_PROJECT_HANDOVER_VIEW);
  g_type_ensure (TVX_TYPE_PROJECT_HISTORY_VIEW);
  g_type_ensure (TVX_TYPE_PROJECT_OVERVIEW_VIEW);
  g_type_ensure (TVX_TYPE_PROJECT_PARTNERS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectPage, view_choice);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_shown_cb);
}

static void
tvx_project_page_init (TvxProjectPage *self)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  pages = adw_view_stack_get_pages (self->stack);
  gtk_drop_down_set_model (self->view_choice, G_LIST_MODEL (pages));
  view_shown_cb (self);
  add_shortcuts (self);
}

/**
 * tvx_project_page_show_view:
 * @self: a page
 * @name: "overview", "goals", "dimensions", "partners", "handover", "documents" or "history"
 *
 * Shows a view.
 */
void
tvx_project_page_show_view (TvxProjectPage *self,
                            const char     *name)
{
  g_return_if_fail (TVX_IS_PROJECT_PAGE (self));

  if (adw_view_stack_get_child_by_name (self->stack, name) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, name);
}

/**
 * tvx_project_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the name of the view that it shows, see [method@Tvx.ProjectPage.show_view]
 */
const char *
tvx_project_page_get_view (TvxProjectPage *self)
{
  g_return_val_if_fail (TVX_IS_PROJECT_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

static void
focus_place (GtkWidget      *place,
             const TvxField *field)
{
  GtkWidget *around = gtk_widget_get_ancestor (gtk_widget_get_parent (place), ADW_TYPE_EXPANDER_ROW);

  /* As the guide, whose rows are there when it is closed. */
  if (around != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (around), TRUE);
  if (TVX_IS_RECORD_ROW (place))
    tvx_record_row_focus_field (TVX_RECORD_ROW (place), field != NULL ? field->name : NULL);
  else if (TVX_IS_RECORD_LIST_GROUP (place))
    tvx_record_list_group_focus (TVX_RECORD_LIST_GROUP (place));
  else if (TVX_IS_HANDOVER_STEPS_GROUP (place))
    gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
  else
    tvx_field_row_focus (TVX_FIELD_ROW (place));
}

/* What is within a record of a list has rows once that record is open. */
static GtkWidget *
find_place (TvxProjectView *view,
            const TvxPlace *place)
{
  GtkWidget *found = tvx_project_view_find_place (view, place->record, place->field);
  TvxRecord *parent = tvx_record_get_parent (place->record);
  GtkWidget *row = found == NULL && parent != NULL ? tvx_project_view_find_place (view, parent, NULL) : NULL;

  if (!TVX_IS_RECORD_ROW (row))
    return found;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return tvx_project_view_find_place (view, place->record, place->field);
}

/* A statistics table has a window of its own. */
static gboolean
open_table (TvxProjectPage *self,
            const TvxPlace *place)
{
  GtkWidget *view = adw_view_stack_get_child_by_name (self->stack, "dimensions");
  TvxRecord *record = place->record;

  while (record != NULL && !TVX_IS_STATISTICS_TABLE (record))
    record = tvx_record_get_parent (record);
  if (record == NULL)
    return FALSE;
  adw_view_stack_set_visible_child (self->stack, view);
  tvx_project_dimensions_view_open_table (TVX_PROJECT_DIMENSIONS_VIEW (view), TVX_STATISTICS_TABLE (record), place->field);
  return TRUE;
}

/**
 * tvx_project_page_focus_field:
 * @self: a page that shows a project
 * @path: the path of a field or record in it, as `title` or `goals[0].text`, see [func@Tvx.path_resolve]
 *
 * Shows the view that a field is in, and brings the focus to it; a statistics table is opened.
 *
 * Returns: whether there is such a field, and a row for it
 */
gboolean
tvx_project_page_focus_field (TvxProjectPage *self,
                              const char     *path)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  TvxPlace place;
  const char *rest;

  g_return_val_if_fail (TVX_IS_PROJECT_PAGE (self), FALSE);

  if (self->project == NULL || !tvx_path_resolve (TVX_RECORD (self->project), path, &place, &rest, NULL))
    return FALSE;

  pages = adw_view_stack_get_pages (self->stack);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *view = adw_view_stack_page_get_child (page);
      GtkWidget *found = find_place (TVX_PROJECT_VIEW (view), &place);

      if (found == NULL)
        continue;
      adw_view_stack_set_visible_child (self->stack, view);
      focus_place (found, place.field);
      return TRUE;
    }
  return open_table (self, &place);
}
