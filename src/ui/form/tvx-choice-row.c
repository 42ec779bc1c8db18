/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-choice-row.h"

#include "model/tvx-vocabulary.h"

/* From this many terms on, they can be searched. */
#define MANY_TERMS 15

/**
 * TvxChoiceRow:
 *
 * A row for one code of a vocabulary, or none.
 */
struct _TvxChoiceRow
{
  AdwComboRow    parent_instance;

  /* What can be chosen: nothing, then the terms, then, where there is one, a code that this program does not know. */
  GtkStringList *labels;
  TvxVocabulary *vocabulary;
  char          *unknown;
};

static void tvx_choice_row_field_row_init (TvxFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxChoiceRow, tvx_choice_row, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (TVX_TYPE_FIELD_ROW, tvx_choice_row_field_row_init))

static void
selected_cb (TvxChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  gsize n_terms;
  const TvxTerm *terms;
  const char *code = NULL;

  if (self->vocabulary == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  terms = tvx_vocabulary_get_terms (self->vocabulary, &n_terms);
  if (selected > n_terms)
    code = self->unknown;
  else if (selected > 0)
    code = terms[selected - 1].code;
  tvx_field_row_chosen (TVX_FIELD_ROW (self), code != NULL ? g_variant_new_string (code) : NULL);
}

/* The row cuts what it shows of its choice short; here it wraps. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
tvx_choice_row_set_field (TvxFieldRow    *row,
                          const TvxField *field)
{
  TvxChoiceRow *self = TVX_CHOICE_ROW (row);
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (field->vocabulary, &n_terms);

  gtk_string_list_append (self->labels, "–");
  for (gsize i = 0; i < n_terms; i++)
    gtk_string_list_append (self->labels, tvx_vocabulary_get_label (field->vocabulary, terms[i].code));
  self->vocabulary = field->vocabulary;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->labels));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), n_terms >= MANY_TERMS);
}

static void
tvx_choice_row_show_value (TvxFieldRow *row,
                           GVariant    *value)
{
  TvxChoiceRow *self = TVX_CHOICE_ROW (row);
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (self->vocabulary, &n_terms);
  const char *code = value != NULL ? g_variant_get_string (value, NULL) : NULL;
  guint selected = code != NULL ? (guint) n_terms + 1 : 0;

  for (gsize i = 0; code != NULL && i < n_terms; i++)
    if (g_str_equal (terms[i].code, code))
      selected = (guint) i + 1;

  if (selected > n_terms && g_set_str (&self->unknown, code))
    {
      const char *unknown[] = { code, NULL };

      gtk_string_list_splice (self->labels, selected,
                              g_list_model_get_n_items (G_LIST_MODEL (self->labels)) - selected, unknown);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}

static void
tvx_choice_row_field_row_init (TvxFieldRowInterface *iface)
{
  iface->set_field = tvx_choice_row_set_field;
  iface->show_value = tvx_choice_row_show_value;
}

static void
tvx_choice_row_finalize (GObject *object)
{
  TvxChoiceRow *self = TVX_CHOICE_ROW (object);

  g_clear_object (&self->labels);
  g_clear_pointer (&self->unknown, g_free);

  G_OBJECT_CLASS (tvx_choice_row_parent_class)->finalize (object);
}

static void
tvx_choice_row_class_init (TvxChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_choice_row_finalize;
}

static void
tvx_choice_row_init (TvxChoiceRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = NULL;
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->labels = gtk_string_list_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list_factory = g_object_ref (adw_combo_row_get_factory (ADW_COMBO_ROW (self)));
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), factory);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), list_factory);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
