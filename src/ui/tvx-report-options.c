/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-report-options.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxTerm formats[] = {
  { "html", N_("Web page (HTML)") },
  { "pdf", N_("Document (PDF)") },
};
static TvxVocabulary format_vocabulary = TVX_VOCABULARY ("report_format", formats);

static gboolean
get_position (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (user_data, &n_terms);

  for (gsize i = 0; i < n_terms; i++)
    if (g_str_equal (terms[i].code, g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
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
bind (AdwComboRow   *row,
      GSettings     *settings,
      const char    *key,
      TvxVocabulary *vocabulary)
{
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
 * tvx_report_options_bind_language:
 * @row: a row
 * @settings: the settings of the application
 *
 * Lets a person choose the language of reports.
 */
void
tvx_report_options_bind_language (AdwComboRow *row,
                                  GSettings   *settings)
{
  bind (row, settings, "report-language", &tvx_languages);
}

/**
 * tvx_report_options_bind_format:
 * @row: a row
 * @settings: the settings of the application
 *
 * Lets a person choose what reports are written as.
 */
void
tvx_report_options_bind_format (AdwComboRow *row,
                                GSettings   *settings)
{
  bind (row, settings, "report-format", &format_vocabulary);
}
