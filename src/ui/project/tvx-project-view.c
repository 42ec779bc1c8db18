/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-view.h"

#include "model/tvx-handover.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/project/tvx-handover-steps-group.h"

/**
 * TvxProjectView:
 *
 * One view of the page of a project.
 *
 * A view is a Blueprint file of groups that are bound to its project and its
 * editor, and a class with what only it can do.
 */

typedef struct
{
  TvxWorkspace *workspace;
  TvxProject   *project;
  gulong        committed_id;
  gulong        refused_id;
  gulong        outside_id;
} TvxProjectViewPrivate;

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_PROJECT,
  PROP_EDITOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TvxProjectView, tvx_project_view, ADW_TYPE_BIN)

static TvxEditor *
get_editor (TvxProjectView *self)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  return priv->workspace != NULL ? tvx_workspace_get_editor (priv->workspace) : NULL;
}

static void
update (TvxProjectView *self)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  if (TVX_PROJECT_VIEW_GET_CLASS (self)->update != NULL && priv->workspace != NULL && priv->project != NULL)
    TVX_PROJECT_VIEW_GET_CLASS (self)->update (self);
}

static void
committed_cb (TvxProjectView *self,
              GPtrArray      *changes)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  for (guint i = 0; i < changes->len; i++)
    if (tvx_change_get_root (changes->pdata[i]) == TVX_RECORD (priv->project))
      {
        update (self);
        return;
      }
}

/* What is refused, and what somebody else has changed. */
static void
root_cb (TvxProjectView *self,
         TvxRecord      *root)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  if (root == TVX_RECORD (priv->project))
    update (self);
}

static void
unfollow_editor (TvxProjectView *self)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  if (priv->workspace == NULL)
    return;
  g_clear_signal_handler (&priv->committed_id, get_editor (self));
  g_clear_signal_handler (&priv->refused_id, get_editor (self));
  g_clear_signal_handler (&priv->outside_id, priv->workspace);
}

static void
set_workspace (TvxProjectView *self,
               TvxWorkspace   *workspace)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  if (priv->workspace == workspace)
    return;
  unfollow_editor (self);
  g_set_object (&priv->workspace, workspace);
  if (workspace != NULL)
    {
      priv->committed_id = g_signal_connect_swapped (get_editor (self), "committed", G_CALLBACK (committed_cb), self);
      priv->refused_id = g_signal_connect_swapped (get_editor (self), "refused", G_CALLBACK (root_cb), self);
      priv->outside_id = g_signal_connect_swapped (workspace, "outside", G_CALLBACK (root_cb), self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
  update (self);
}

static gboolean
is_place (GtkWidget      *widget,
          TvxRecord      *record,
          const TvxField *field)
{
  if (TVX_IS_FIELD_ROW (widget))
    return tvx_field_row_get_record (TVX_FIELD_ROW (widget)) == record &&
           tvx_field_row_get_field (TVX_FIELD_ROW (widget)) == field;
  if (TVX_IS_RECORD_ROW (widget))
    return tvx_record_row_get_record (TVX_RECORD_ROW (widget)) == record;
  if (TVX_IS_HANDOVER_STEPS_GROUP (widget))
    return TVX_IS_HANDOVER (record) && field != NULL && (field->flags & TVX_FIELD_STEP) != 0;
  if (TVX_IS_RECORD_LIST_GROUP (widget))
    return field != NULL && tvx_record_list_group_get_record (TVX_RECORD_LIST_GROUP (widget)) == record &&
           g_str_equal (tvx_record_list_group_get_list (TVX_RECORD_LIST_GROUP (widget)), field->name);
  return FALSE;
}

static GtkWidget *
find_place (GtkWidget      *widget,
            TvxRecord      *record,
            const TvxField *field)
{
  if (is_place (widget, record, field))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *place = find_place (child, record, field);

      if (place != NULL)
        return place;
    }
  return NULL;
}

static void
tvx_project_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TvxProjectView *self = TVX_PROJECT_VIEW (object);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, tvx_project_view_get_workspace (self));
      break;
    case PROP_PROJECT:
      g_value_set_object (value, tvx_project_view_get_project (self));
      break;
    case PROP_EDITOR:
      g_value_set_object (value, get_editor (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TvxProjectView *self = TVX_PROJECT_VIEW (object);
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  switch (property_id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_PROJECT:
      if (!g_set_object (&priv->project, g_value_get_object (value)))
        break;
      /* The groups that are bound to it come first. */
      g_object_notify_by_pspec (object, pspec);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_project_view_dispose (GObject *object)
{
  TvxProjectView *self = TVX_PROJECT_VIEW (object);
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  unfollow_editor (self);
  g_clear_object (&priv->workspace);
  g_clear_object (&priv->project);

  G_OBJECT_CLASS (tvx_project_view_parent_class)->dispose (object);
}

static void
tvx_project_view_class_init (TvxProjectViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tvx_project_view_dispose;
  object_class->get_property = tvx_project_view_get_property;
  object_class->set_property = tvx_project_view_set_property;

  /**
   * TvxProjectView:workspace:
   *
   * The open register.
   */
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, TVX_TYPE_WORKSPACE, flags);
  /**
   * TvxProjectView:project:
   *
   * The project that is shown.
   */
  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TVX_TYPE_PROJECT, flags);
  /**
   * TvxProjectView:editor:
   *
   * The editor of the register.
   */
  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, TVX_TYPE_EDITOR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TVX_TYPE_FIELD_GROUP);
  g_type_ensure (TVX_TYPE_RECORD_LIST_GROUP);
}

static void
tvx_project_view_init (TvxProjectView *self)
{
}

/**
 * tvx_project_view_get_workspace:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the open register
 */
TvxWorkspace *
tvx_project_view_get_workspace (TvxProjectView *self)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  g_return_val_if_fail (TVX_IS_PROJECT_VIEW (self), NULL);

  return priv->workspace;
}

/**
 * tvx_project_view_get_project:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the project that is shown
 */
TvxProject *
tvx_project_view_get_project (TvxProjectView *self)
{
  TvxProjectViewPrivate *priv = tvx_project_view_get_instance_private (self);

  g_return_val_if_fail (TVX_IS_PROJECT_VIEW (self), NULL);

  return priv->project;
}

/**
 * tvx_project_view_find_place:
 * @self: a view
 * @record: the project or a part of it
 * @field: (nullable): a field of @record
 *
 * Finds where a field is edited.
 *
 * Returns: (transfer none) (nullable): the [iface@Tvx.FieldRow] of @field, the closed [class@Tvx.RecordRow] of @record, or the
 *   [class@Tvx.RecordListGroup] of the list @field, the [class@Tvx.HandoverStepsGroup] of what steps change; %NULL where it is not in this view
 */
GtkWidget *
tvx_project_view_find_place (TvxProjectView *self,
                             TvxRecord      *record,
                             const TvxField *field)
{
  g_return_val_if_fail (TVX_IS_PROJECT_VIEW (self), NULL);

  return find_place (GTK_WIDGET (self), record, field);
}
