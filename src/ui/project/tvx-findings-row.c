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

/* What is wrong comes first, then what is missing, then what to look at: each with a sign and a word of its own. */
static const struct
{
  TvxSeverity  severity;
  const char  *icon;
  const char  *css_class;
  const char  *title;
} groups[] = {
  { TVX_SEVERITY_ERROR, "dialog-error-symbolic", "error", N_("To correct") },
  { TVX_SEVERITY_MISSING, "document-edit-symbolic", "accent", N_("To fill in") },
  { TVX_SEVERITY_WARNING, "dialog-warning-symbolic", "warning", N_("To look at") },
};

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
add_to (TvxFindingsRow *self,
        GtkWidget      *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  if (self->rows->len == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  g_ptr_array_add (self->rows, row);
}

static guint
count (TvxFindingsRow *self,
       TvxSeverity     severity)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n += tvx_finding_get_severity (self->findings->pdata[i]) == severity;
  return n;
}

static void
add_heading (TvxFindingsRow *self,
             guint           group,
             guint           n)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (groups[group].icon);
  GtkWidget *label = gtk_label_new (NULL);
  /* Translators: a heading, as "To fill in", and how many things there are to do. */
  g_autofree char *title = g_strdup_printf (_("%s (%u)"), _(groups[group].title), n);

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (icon, groups[group].css_class);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "findings-heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_to (self, row);
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
  add_to (self, row);
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
  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      guint n = count (self, groups[group].severity);

      if (n > 0)
        add_heading (self, group, n);
      for (guint i = 0; i < self->findings->len; i++)
        if (tvx_finding_get_severity (self->findings->pdata[i]) == groups[group].severity)
          add_row (self, self->findings->pdata[i]);
    }
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

/* The sign of what weighs most. */
static void
update_icon (TvxFindingsRow *self)
{
  const char *icon = "object-select-symbolic";
  const char *css_class = "success";

  for (guint group = G_N_ELEMENTS (groups); group > 0; group--)
    if (count (self, groups[group - 1].severity) > 0)
      {
        icon = groups[group - 1].icon;
        css_class = groups[group - 1].css_class;
      }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_css_classes (self->icon, (const char *[]) { css_class, NULL });
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
  update_icon (self);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), findings->len > 0);
  update_rows (self);
}
