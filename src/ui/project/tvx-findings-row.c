/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-findings-row.h"

#include <glib/gi18n-lib.h>

/**
 * TvxFindingsRow:
 *
 * A row that says how much is to be done before a project is published, and
 * opens to a list of it, each line of which leads to its field.
 */
struct _TvxFindingsRow
{
  AdwExpanderRow  parent_instance;

  GtkWidget      *icon;
  GPtrArray      *findings;
  /* The widgets of the open row. */
  GPtrArray      *rows;
};

G_DEFINE_FINAL_TYPE (TvxFindingsRow, tvx_findings_row, ADW_TYPE_EXPANDER_ROW)

static void
activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "project.show-field", "s", g_object_get_data (G_OBJECT (row), "path"));
}

/* Where a finding is, in the words of the forms: "Goals: More companies: Description". */
static char *
dup_place (TvxFinding *finding)
{
  TvxRecord *record = tvx_finding_get_record (finding);
  const TvxField *field = tvx_finding_get_field (finding);
  const TvxField *list = tvx_record_get_parent_field (record);
  g_autoptr (GString) place = g_string_new (NULL);

  if (list != NULL)
    g_string_append (place, _(list->label));
  if (list != NULL && list->kind == TVX_FIELD_LIST)
    {
      g_autofree char *title = tvx_record_dup_title (record);

      g_string_append_printf (place, ": %s", title);
    }
  if (field != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ": " : "", _(field->label));
  return g_string_free_and_steal (g_steal_pointer (&place));
}

static void
add_row (TvxFindingsRow *self,
         TvxFinding     *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = dup_place (finding);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tvx_finding_get_message (finding));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path",
                          tvx_record_dup_path (tvx_finding_get_record (finding), tvx_finding_get_field (finding)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  if (self->rows->len == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  g_ptr_array_add (self->rows, row);
}

/* The lines are made when the row is open: what is missing changes with every edit. */
static void
update_rows (TvxFindingsRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (guint i = 0; i < self->findings->len; i++)
    add_row (self, self->findings->pdata[i]);
}

static void
tvx_findings_row_finalize (GObject *object)
{
  TvxFindingsRow *self = TVX_FINDINGS_ROW (object);

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tvx_findings_row_parent_class)->finalize (object);
}

static void
tvx_findings_row_class_init (TvxFindingsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_findings_row_finalize;
}

static void
tvx_findings_row_init (TvxFindingsRow *self)
{
  self->findings = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->icon = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (update_rows), NULL);
}

/**
 * tvx_findings_row_set_findings:
 * @self: a row
 * @findings: (element-type TvxFinding): what was found in a project
 *
 * Shows what is to be done.
 */
void
tvx_findings_row_set_findings (TvxFindingsRow *self,
                               GPtrArray      *findings)
{
  g_autofree char *title = NULL;

  g_return_if_fail (TVX_IS_FINDINGS_ROW (self));

  g_ptr_array_ref (findings);
  g_ptr_array_unref (self->findings);
  self->findings = findings;

  if (findings->len == 0)
    title = g_strdup (_("Ready to publish"));
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing to do before publishing", "%u things to do before publishing",
                                          findings->len),
                             findings->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), findings->len == 0 ? "object-select-symbolic" : "dialog-warning-symbolic");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), findings->len > 0);
  update_rows (self);
}
