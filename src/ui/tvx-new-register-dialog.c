/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-new-register-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-check.h"
#include "model/tvx-checklist-template.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-task.h"
#include "ui/form/tvx-field-group.h"
#include "ui/tvx-application.h"

/**
 * TvxNewRegisterDialog:
 *
 * Asks what a new register is called and where it is to be, and makes it.
 */
struct _TvxNewRegisterDialog
{
  AdwDialog      parent_instance;

  AdwBanner     *banner;
  TvxFieldGroup *group;
  AdwActionRow  *folder_row;
  GtkWidget     *create_button;

  TvxEditor     *editor;
  TvxRegister   *record;
  GFile         *folder;
  gboolean       busy;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

enum
{
  CREATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxNewRegisterDialog, tvx_new_register_dialog, ADW_TYPE_DIALOG)

static void
show_trouble (TvxNewRegisterDialog *self,
              const char           *text)
{
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
set_busy (TvxNewRegisterDialog *self,
          gboolean              busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->create_button, !busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TvxNewRegisterDialog) self = user_data;
  g_autoptr (GFile) folder = tvx_file_chooser_choose_finish (result, NULL);
  g_autofree char *name = NULL;

  if (folder == NULL)
    return;
  name = g_file_get_parse_name (folder);
  g_set_object (&self->folder, folder);
  adw_action_row_set_subtitle (self->folder_row, name);
  show_trouble (self, NULL);
}

static void
choose_folder_cb (GtkButton            *button,
                  TvxNewRegisterDialog *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  tvx_application_choose_file (TVX_APPLICATION (gtk_window_get_application (window)), window, TVX_CHOICE_FOLDER,
                               _("Folder of the New Register"), self->folder, folder_chosen_cb, g_object_ref (self));
}

/* What the thread works on: nothing that a person may still see and change. */
typedef struct
{
  GFile    *folder;
  GVariant *members;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_object_unref (creation->folder);
  g_variant_unref (creation->members);
  g_free (creation);
}

static void
create_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Creation *creation = task_data;
  GError *error = NULL;
  g_autoptr (TvxRecord) record = tvx_record_new_from_variant (TVX_TYPE_REGISTER, creation->members, &error);
  g_autoptr (TvxFolderStore) store =
    record != NULL ? tvx_folder_store_create (creation->folder, TVX_REGISTER (record), cancellable, &error) : NULL;

  if (store != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TvxNewRegisterDialog *self = TVX_NEW_REGISTER_DIALOG (object);
  const Creation *creation = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_trouble (self, error->message);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, creation->folder);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
create_cb (GtkButton            *button,
           TvxNewRegisterDialog *self)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GTask) task = NULL;
  Creation *creation;

  tvx_field_row_flush_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  findings = tvx_check_record (TVX_RECORD (self->record), TVX_CHECK_PUBLISH, NULL);
  if (findings->len > 0)
    {
      show_trouble (self, tvx_finding_get_message (findings->pdata[0]));
      return;
    }
  if (self->folder == NULL)
    {
      show_trouble (self, _("Choose a folder for the register"));
      return;
    }

  tvx_checklist_template_add_standard (self->editor, TVX_RECORD (self->record), NULL);
  set_busy (self, TRUE);
  creation = g_new (Creation, 1);
  *creation = (Creation) { g_object_ref (self->folder), tvx_record_to_variant (TVX_RECORD (self->record)) };
  task = g_task_new (self, NULL, created_cb, NULL);
  g_task_set_task_data (task, creation, creation_free);
  tvx_task_run_in_thread (task, create_thread);
}

static void
tvx_new_register_dialog_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TvxNewRegisterDialog *self = TVX_NEW_REGISTER_DIALOG (object);

  switch (property_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_new_register_dialog_dispose (GObject *object)
{
  TvxNewRegisterDialog *self = TVX_NEW_REGISTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_NEW_REGISTER_DIALOG);
  g_clear_object (&self->editor);
  g_clear_object (&self->record);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (tvx_new_register_dialog_parent_class)->dispose (object);
}

static void
tvx_new_register_dialog_class_init (TvxNewRegisterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tvx_new_register_dialog_get_property;
  object_class->dispose = tvx_new_register_dialog_dispose;

  /**
   * TvxNewRegisterDialog:busy:
   *
   * Whether the register is being made.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TvxNewRegisterDialog::created:
   * @self: the dialog
   * @folder: the folder of the register
   *
   * The register was made.
   */
  signals[CREATED] = g_signal_new ("created", TVX_TYPE_NEW_REGISTER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (TVX_TYPE_FIELD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/tvx-new-register-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxNewRegisterDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TvxNewRegisterDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TvxNewRegisterDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, TvxNewRegisterDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
tvx_new_register_dialog_init (TvxNewRegisterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->editor = tvx_editor_new (NULL);
  self->record = TVX_REGISTER (tvx_record_new (TVX_TYPE_REGISTER));
  g_object_set (self->group, "editor", self->editor, "record", self->record, NULL);
}

/**
 * tvx_new_register_dialog_new:
 *
 * Returns: (transfer floating): a dialog
 */
TvxNewRegisterDialog *
tvx_new_register_dialog_new (void)
{
  return g_object_new (TVX_TYPE_NEW_REGISTER_DIALOG, NULL);
}
