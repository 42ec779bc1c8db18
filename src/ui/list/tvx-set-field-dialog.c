/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-set-field-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-editor.h"
#include "model/tvx-project.h"
#include "ui/form/tvx-field-row.h"

/**
 * TvxSetFieldDialog:
 *
 * Lets a person choose a field and a value, which many projects are to get. The value is typed into the field of a project
 * that nobody keeps, so that it is understood and checked as everywhere.
 */
struct _TvxSetFieldDialog
{
  AdwDialog            parent_instance;

  AdwPreferencesGroup *group;
  AdwPreferencesGroup *value_group;
  AdwComboRow         *field_row;

  /* Of TvxField, in the order of the choices. */
  GPtrArray           *fields;
  TvxEditor           *editor;
  TvxRecord           *project;
  TvxFieldRow         *value_row;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxSetFieldDialog, tvx_set_field_dialog, ADW_TYPE_DIALOG)

/* What many projects can have in common. How far a handover has come is not among it: that is changed by steps. */
static gboolean
can_be_set (const TvxField *field)
{
  static const TvxFieldKind kinds[] = { TVX_FIELD_TEXT, TVX_FIELD_TEXTS, TVX_FIELD_ENUM, TVX_FIELD_CODE, TVX_FIELD_CODES,
                                        TVX_FIELD_DATE };

  if ((field->flags & TVX_FIELD_TITLE) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (field->kind == kinds[i])
      return TRUE;
  return FALSE;
}

static const TvxField *
get_field (TvxSetFieldDialog *self)
{
  return self->fields->pdata[adw_combo_row_get_selected (self->field_row)];
}

static void
field_changed_cb (TvxSetFieldDialog *self)
{
  if (adw_combo_row_get_selected (self->field_row) >= self->fields->len)
    return;
  if (self->value_row != NULL)
    adw_preferences_group_remove (self->value_group, GTK_WIDGET (self->value_row));
  self->value_row = TVX_FIELD_ROW (tvx_field_row_new (get_field (self)));
  adw_preferences_group_add (self->value_group, GTK_WIDGET (self->value_row));
  tvx_field_row_bind (self->value_row, self->editor, self->project);
}

static void
set_cb (TvxSetFieldDialog *self)
{
  const TvxField *field = get_field (self);

  tvx_field_row_flush (self->value_row);
  g_signal_emit (self, signals[CHOSEN], 0, field->name, tvx_record_get_value (self->project, field->name));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
tvx_set_field_dialog_dispose (GObject *object)
{
  TvxSetFieldDialog *self = TVX_SET_FIELD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_SET_FIELD_DIALOG);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (tvx_set_field_dialog_parent_class)->dispose (object);
}

static void
tvx_set_field_dialog_class_init (TvxSetFieldDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_set_field_dialog_dispose;

  /**
   * TvxSetFieldDialog::chosen:
   * @self: the dialog
   * @field: the name of a field of projects
   * @value: (nullable): its value, %NULL to empty it
   *
   * A person has chosen what projects are to get.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TVX_TYPE_SET_FIELD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_VARIANT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/list/tvx-set-field-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxSetFieldDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TvxSetFieldDialog, value_group);
  gtk_widget_class_bind_template_child (widget_class, TvxSetFieldDialog, field_row);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
}

static void
tvx_set_field_dialog_init (TvxSetFieldDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  TvxRecordClass *klass;

  self->fields = g_ptr_array_new ();
  self->editor = tvx_editor_new (NULL);
  self->project = tvx_record_new (TVX_TYPE_PROJECT);
  klass = TVX_RECORD_GET_CLASS (self->project);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < klass->n_fields; i++)
    if (can_be_set (&klass->fields[i]))
      {
        gtk_string_list_append (labels, _(klass->fields[i].label));
        g_ptr_array_add (self->fields, (gpointer) &klass->fields[i]);
      }
  adw_combo_row_set_expression (self->field_row, expression);
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (labels));
  if (self->value_row == NULL)
    field_changed_cb (self);
}

/**
 * tvx_set_field_dialog_new:
 * @n_projects: how many projects are to be changed
 *
 * Returns: (transfer floating): a dialog
 */
TvxSetFieldDialog *
tvx_set_field_dialog_new (guint n_projects)
{
  TvxSetFieldDialog *self = g_object_new (TVX_TYPE_SET_FIELD_DIALOG, NULL);
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u project gets the same value.", "%u projects get the same value.",
                                  n_projects),
                     n_projects);

  adw_preferences_group_set_description (self->group, text);
  return self;
}
