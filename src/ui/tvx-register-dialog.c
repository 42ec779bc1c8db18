/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-register-dialog.h"

#include "model/tvx-checklist-template.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-record-list-group.h"

/**
 * TvxRegisterDialog:
 *
 * What is known of the register itself, and what its projects share: organisations, lists of terms
 * and the checklist of handovers.
 */
struct _TvxRegisterDialog
{
  AdwPreferencesDialog  parent_instance;

  TvxWorkspace         *workspace;
};

enum
{
  PROP_0,
  PROP_EDITOR,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxRegisterDialog, tvx_register_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
add_standard_cb (TvxRegisterDialog *self)
{
  tvx_checklist_template_add_standard (tvx_workspace_get_editor (self->workspace),
                                       TVX_RECORD (tvx_workspace_get_register (self->workspace)), NULL);
}

static void
tvx_register_dialog_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TvxRegisterDialog *self = TVX_REGISTER_DIALOG (object);

  switch (property_id)
    {
    case PROP_EDITOR:
      g_value_set_object (value, self->workspace != NULL ? tvx_workspace_get_editor (self->workspace) : NULL);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->workspace != NULL ? tvx_workspace_get_register (self->workspace) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_register_dialog_dispose (GObject *object)
{
  TvxRegisterDialog *self = TVX_REGISTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_REGISTER_DIALOG);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tvx_register_dialog_parent_class)->dispose (object);
}

static void
tvx_register_dialog_class_init (TvxRegisterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tvx_register_dialog_dispose;
  object_class->get_property = tvx_register_dialog_get_property;

  /**
   * TvxRegisterDialog:editor:
   *
   * The editor of the register.
   */
  properties[PROP_EDITOR] =
    g_param_spec_object ("editor", NULL, NULL, TVX_TYPE_EDITOR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * TvxRegisterDialog:record:
   *
   * The register.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TVX_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TVX_TYPE_FIELD_GROUP);
  g_type_ensure (TVX_TYPE_RECORD_LIST_GROUP);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/tillvaxt/Tillvaxt/tvx-register-dialog.ui");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), add_standard_cb);
}

static void
tvx_register_dialog_init (TvxRegisterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_register_dialog_new:
 * @workspace: an open register
 *
 * Returns: (transfer floating): a dialog that shows and changes what the register holds beside its projects
 */
AdwDialog *
tvx_register_dialog_new (TvxWorkspace *workspace)
{
  TvxRegisterDialog *self = g_object_new (TVX_TYPE_REGISTER_DIALOG, NULL);

  g_return_val_if_fail (TVX_IS_WORKSPACE (workspace), NULL);

  self->workspace = g_object_ref (workspace);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  return ADW_DIALOG (self);
}
