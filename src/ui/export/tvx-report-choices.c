/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person chooses about reports. It is remembered for each register, on the person's own machine. */

#include "ui/export/tvx-report-choices.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"
#include "report/tvx-report-part.h"

#define SCHEMA TVX_SCHEMA_ID ".Report"

static const TvxTerm formats[] = {
  { "pdf", N_("Document (PDF)") },
  { "html", N_("Web page (HTML)") },
};

static const TvxTerm audiences[] = {
  [TVX_AUDIENCE_PUBLIC] = { "public", N_("Everybody") },
  [TVX_AUDIENCE_INTERNAL] = { "internal", N_("The authority itself") },
};

static TvxTerm kinds[TVX_N_REPORT_KINDS];

static TvxVocabulary vocabularies[] = {
  TVX_VOCABULARY ("format", formats),
  TVX_VOCABULARY ("audience", audiences),
  TVX_VOCABULARY ("kind", kinds),
};

static TvxVocabulary *
get_vocabulary (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    kinds[i] = (TvxTerm) { tvx_report_kind_get_name (i), tvx_report_kind_get_label (i) };
  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (g_str_equal (vocabularies[i].name, key))
      return &vocabularies[i];
  return &tvx_languages;
}

/* The settings allow no other codes than those of the vocabulary. */
static guint
find_position (TvxVocabulary *vocabulary,
               const char    *code)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (vocabulary, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (g_str_equal (terms[i].code, code))
      return i;
  g_assert_not_reached ();
}

static gboolean
get_position (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  g_value_set_uint (value, find_position (user_data, g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
set_position (const GValue       *value,
              const GVariantType *type,
              gpointer            user_data)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (user_data, &n_terms);
  guint position = g_value_get_uint (value);

  return position < n_terms ? g_variant_new_string (terms[position].code) : NULL;
}

static void
part_switched_cb (AdwSwitchRow *row,
                  GParamSpec   *pspec,
                  GSettings    *settings)
{
  const TvxReportPart *part = g_object_get_data (G_OBJECT (row), "part");
  g_auto (GStrv) names = g_settings_get_strv (settings, "without");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], part->name))
      g_strv_builder_add (builder, names[i]);
  if (!adw_switch_row_get_active (row))
    g_strv_builder_add (builder, part->name);
  changed = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "without", (const char *const *) changed);
}

/**
 * tvx_report_choices_dup_settings:
 * @reg: a register
 *
 * Returns: (transfer full): what was chosen the last time, for this register
 */
GSettings *
tvx_report_choices_dup_settings (TvxRegister *reg)
{
  g_autofree char *path =
    g_strdup_printf ("/io/github/tillvaxt/Tillvaxt/reports/%s/", tvx_record_get_id (TVX_RECORD (reg)));

  return g_settings_new_with_path (SCHEMA, path);
}

/**
 * tvx_report_choices_new:
 * @settings: the settings of a register
 * @rounded: whether statistics are to be rounded, which is not remembered
 *
 * Returns: (transfer full): what is chosen now
 */
TvxReportChoices *
tvx_report_choices_new (GSettings *settings,
                        gboolean   rounded)
{
  TvxReportChoices *self = g_new0 (TvxReportChoices, 1);
  g_autofree char *kind = g_settings_get_string (settings, "kind");
  g_autofree char *audience = g_settings_get_string (settings, "audience");

  self->kind = find_position (get_vocabulary ("kind"), kind);
  self->audience = find_position (get_vocabulary ("audience"), audience);
  self->language = g_settings_get_string (settings, "language");
  self->without = g_settings_get_strv (settings, "without");
  self->rounded = rounded;
  return self;
}

/**
 * tvx_report_choices_free:
 * @self: (transfer full): what was chosen
 *
 * Frees it.
 */
void
tvx_report_choices_free (TvxReportChoices *self)
{
  g_free (self->language);
  g_strfreev (self->without);
  g_free (self);
}

/**
 * tvx_report_choices_get_format:
 * @settings: the settings of a register
 *
 * Returns: what the report is to be written as
 */
TvxReportFormat
tvx_report_choices_get_format (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "format");
  TvxReportFormat format;
  gboolean known = tvx_report_format_find (name, &format);

  g_assert (known);
  return format;
}

/**
 * tvx_report_choices_bind:
 * @row: a row
 * @settings: the settings of a register
 * @key: "kind", "audience", "language" or "format"
 *
 * Lets a person choose.
 */
void
tvx_report_choices_bind (AdwComboRow *row,
                         GSettings   *settings,
                         const char  *key)
{
  TvxVocabulary *vocabulary = get_vocabulary (key);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (vocabulary, &n_terms);

  for (gsize i = 0; i < n_terms; i++)
    gtk_string_list_append (labels, _(terms[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_position, set_position,
                                vocabulary, NULL);
}

/**
 * tvx_report_choices_bind_parts:
 * @row: a row
 * @settings: the settings of a register
 *
 * Lets a person choose which parts the report has, by a switch for each.
 */
void
tvx_report_choices_bind_parts (AdwExpanderRow *row,
                               GSettings      *settings)
{
  g_auto (GStrv) without = g_settings_get_strv (settings, "without");
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  gsize n_parts;
  const TvxReportPart *parts = tvx_report_parts_get (&n_parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (gsize i = 0; i < n_parts; i++)
    {
      GtkWidget *part = adw_switch_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (part), _(parts[i].label));
      adw_switch_row_set_active (ADW_SWITCH_ROW (part), !g_strv_contains ((const char *const *) without, parts[i].name));
      g_object_set_data (G_OBJECT (part), "part", (gpointer) &parts[i]);
      g_signal_connect_object (part, "notify::active", G_CALLBACK (part_switched_cb), settings, G_CONNECT_DEFAULT);
      adw_expander_row_add_row (row, part);
      if (i == 0)
        gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (part)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
}
