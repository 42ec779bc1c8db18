/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-checks-row.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-summary.h"
#include "model/tvx-vocabulary.h"

/* How many choices are shown at once; what is beyond is found by searching. */
#define MAX_SHOWN 40

/**
 * TvxChecksRow:
 *
 * A row for any number of codes of a vocabulary, or of records to refer to,
 * which opens to a list of checks.
 *
 * The list may be long, as that of all municipalities, so that it is made when
 * the row is opened, and a part of it is shown.
 */
struct _TvxChecksRow
{
  AdwExpanderRow  parent_instance;

  /* What is chosen. */
  GStrv           codes;
  char           *hint;
  /* Records outside the project that can be referred to; NULL where they are parts of it. */
  GListModel     *others;
  GtkWidget      *search;
  /* The widgets of the open row, in order. */
  GPtrArray      *checks;
  gboolean        rebuilding;
};

typedef struct
{
  const char *code;
  char       *label;
} Choice;

static void tvx_checks_row_field_row_init (TvxFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxChecksRow, tvx_checks_row, ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (TVX_TYPE_FIELD_ROW, tvx_checks_row_field_row_init))

static void
clear_choice (gpointer data)
{
  g_free (((Choice *) data)->label);
}

static void
add_choice (GArray     *choices,
            const char *code,
            char       *label)
{
  Choice choice = { code, label };

  g_array_append_val (choices, choice);
}

/* An item of a list within a list is told with the one that it belongs to. */
static char *
dup_title (TvxRecord *item)
{
  TvxRecord *parent = tvx_record_get_parent (item);
  g_autofree char *title = tvx_record_dup_title (item);
  g_autofree char *parent_title = NULL;

  if (tvx_record_get_parent (parent) == NULL)
    return g_steal_pointer (&title);
  parent_title = tvx_record_dup_title (parent);
  return g_strdup_printf ("%s: %s", parent_title, title);
}

/* The records that a field may refer to: those in the lists of that kind, also in lists within lists. */
static void
add_parts (GArray         *choices,
           TvxRecord      *whole,
           TvxRecord      *record,
           const TvxField *field)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (whole);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      GListModel *list;

      if (klass->fields[i].kind != TVX_FIELD_LIST)
        continue;
      list = tvx_record_get_list (whole, klass->fields[i].name);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);

          if (G_OBJECT_TYPE (item) != field->get_type ())
            add_parts (choices, item, record, field);
          else if (item != record)
            add_choice (choices, tvx_record_get_id (item), dup_title (item));
        }
    }
}

/* The values of the records beside this one. */
static void
add_siblings (GArray         *choices,
              TvxRecord      *record,
              const TvxField *field)
{
  GListModel *list = tvx_record_get_list (tvx_record_get_parent (record), tvx_record_get_parent_field (record)->name);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);
      const char *value = tvx_record_get_text (item, field->siblings);

      if (item != record && value != NULL)
        add_choice (choices, value, tvx_record_dup_title (item));
    }
}

/* Everything that can be chosen; the codes belong to the vocabulary, the records and summaries. */
static GArray *
list_choices (TvxChecksRow *self)
{
  const TvxField *field = tvx_field_row_get_field (TVX_FIELD_ROW (self));
  TvxRecord *record = tvx_field_row_get_record (TVX_FIELD_ROW (self));
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, clear_choice);
  if (field->vocabulary != NULL)
    {
      gsize n_terms;
      const TvxTerm *terms = tvx_vocabulary_get_terms (field->vocabulary, &n_terms);

      for (gsize i = 0; i < n_terms; i++)
        add_choice (choices, terms[i].code, g_strdup (tvx_vocabulary_get_label (field->vocabulary, terms[i].code)));
    }
  else if (record != NULL && field->siblings != NULL)
    add_siblings (choices, record, field);
  else if (record != NULL && self->others == NULL)
    {
      TvxRecord *reg = tvx_editor_get_register (tvx_field_row_get_editor (TVX_FIELD_ROW (self)));

      add_parts (choices, tvx_record_get_root (record), record, field);
      if (reg != NULL && reg != tvx_record_get_root (record))
        add_parts (choices, reg, record, field);
    }
  else if (record != NULL)
    {
      for (guint i = 0; i < g_list_model_get_n_items (self->others); i++)
        {
          g_autoptr (TvxSummary) other = g_list_model_get_item (self->others, i);

          if (g_strcmp0 (tvx_summary_get_id (other), tvx_record_get_id (record)) != 0)
            add_choice (choices, tvx_summary_get_id (other), g_strdup (tvx_summary_get_title (other)));
        }
    }
  return choices;
}

static gboolean
is_chosen (TvxChecksRow *self,
           const char   *code)
{
  return self->codes != NULL && g_strv_contains ((const char *const *) self->codes, code);
}

static char *
dup_label (TvxChecksRow *self,
           const char   *code)
{
  const TvxField *field = tvx_field_row_get_field (TVX_FIELD_ROW (self));
  g_autoptr (GArray) choices = NULL;

  if (field->vocabulary != NULL)
    return g_strdup (tvx_vocabulary_get_label (field->vocabulary, code));
  choices = list_choices (self);
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (g_array_index (choices, Choice, i).code, code))
      return g_strdup (g_array_index (choices, Choice, i).label);
  return g_strdup (code);
}

static void
update_subtitle (TvxChecksRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->codes != NULL && self->codes[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (self, self->codes[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }
  if (text->len == 0)
    g_string_append (text, "–");
  if (self->hint != NULL && *self->hint != '\0')
    g_string_append_printf (text, "\n%s", self->hint);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text->str);
}

/* Words that stand beside the reference already are left alone: what the project calls it may be on purpose. */
static void
fill_in_words (TvxChecksRow   *self,
               TvxEditor      *editor,
               const TvxField *field)
{
  TvxRecord *record = tvx_field_row_get_record (TVX_FIELD_ROW (self));
  g_autofree char *label = NULL;

  if (tvx_record_get_value (record, field->words) != NULL)
    return;
  label = dup_label (self, self->codes[0]);
  tvx_editor_set_text (editor, record, field->words, label, NULL);
}

static void
store (TvxChecksRow *self)
{
  const TvxField *field = tvx_field_row_get_field (TVX_FIELD_ROW (self));
  TvxEditor *editor = tvx_field_row_get_editor (TVX_FIELD_ROW (self));
  GVariant *value = NULL;

  if (field->kind == TVX_FIELD_TEXTS && self->codes[0] == NULL)
    value = NULL;
  else if (field->kind != TVX_FIELD_REFERENCE)
    value = g_variant_new_strv ((const char *const *) self->codes, -1);
  else if (self->codes[0] != NULL)
    value = g_variant_new_string (self->codes[0]);
  tvx_editor_begin (editor, NULL);
  tvx_field_row_chosen (TVX_FIELD_ROW (self), value);
  if (field->words != NULL && self->codes[0] != NULL)
    fill_in_words (self, editor, field);
  tvx_editor_end (editor);
}

static void
toggled_cb (GtkCheckButton *check,
            TvxChecksRow   *self)
{
  const char *code = g_object_get_data (G_OBJECT (check), "code");
  gboolean single = tvx_field_row_get_field (TVX_FIELD_ROW (self))->kind == TVX_FIELD_REFERENCE;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (self->rebuilding)
    return;
  /* What was chosen before keeps its place, also where it is none of what can be chosen now. */
  for (guint i = 0; !single && self->codes != NULL && self->codes[i] != NULL; i++)
    if (!g_str_equal (self->codes[i], code))
      g_strv_builder_add (codes, self->codes[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (codes, code);

  g_clear_pointer (&self->codes, g_strfreev);
  self->codes = g_strv_builder_end (codes);
  store (self);
  update_subtitle (self);
  if (single)
    {
      self->rebuilding = TRUE;
      for (guint i = 0; i < self->checks->len; i++)
        {
          GObject *other = g_object_get_data (self->checks->pdata[i], "check");

          if (other != NULL)
            gtk_check_button_set_active (GTK_CHECK_BUTTON (other), is_chosen (self, g_object_get_data (other, "code")));
        }
      self->rebuilding = FALSE;
    }
}

static void
add_check (TvxChecksRow *self,
           const Choice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, choice->code));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
  g_object_set_data_full (G_OBJECT (check), "code", g_strdup (choice->code), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, row);
}

static void
add_note (TvxChecksRow *self,
          const char   *note)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), note);
  gtk_widget_add_css_class (row, "dimmed");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, row);
}

static const TvxField *
find_list (TvxRecord *record,
           GType      type)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TVX_FIELD_LIST && klass->fields[i].get_type () == type)
      return &klass->fields[i];
  return NULL;
}

static const TvxField *
find_title (TvxRecord *record)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TVX_FIELD_TITLE) != 0)
      return &klass->fields[i];
  return NULL;
}

/* Adds what the record calls by a name to the register, and refers to it: one step of undo. */
static void
add_new_cb (TvxChecksRow *self)
{
  const TvxField *field = tvx_field_row_get_field (TVX_FIELD_ROW (self));
  TvxRecord *record = tvx_field_row_get_record (TVX_FIELD_ROW (self));
  TvxEditor *editor = tvx_field_row_get_editor (TVX_FIELD_ROW (self));
  TvxRecord *reg = tvx_editor_get_register (editor);
  g_autofree char *name = g_strdup (tvx_record_get_text (record, field->words));
  TvxRecord *item;

  tvx_editor_begin (editor, NULL);
  item = tvx_editor_insert (editor, reg, find_list (reg, field->get_type ())->name, G_MAXUINT, NULL, NULL);
  if (item != NULL)
    {
      tvx_editor_set_text (editor, item, find_title (item)->name, name, NULL);
      tvx_editor_set (editor, record, field->name, g_variant_new_string (tvx_record_get_id (item)), NULL);
    }
  tvx_editor_end (editor);
  /* The button that was pressed is gone. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Who refers to something that the register does not have yet need not go there first. */
static void
add_new_row (TvxChecksRow *self,
             GArray       *choices)
{
  const TvxField *field = tvx_field_row_get_field (TVX_FIELD_ROW (self));
  TvxRecord *record = tvx_field_row_get_record (TVX_FIELD_ROW (self));
  TvxRecord *reg = record != NULL ? tvx_editor_get_register (tvx_field_row_get_editor (TVX_FIELD_ROW (self))) : NULL;
  const char *name = reg != NULL && field->words != NULL ? tvx_record_get_text (record, field->words) : NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (name == NULL || tvx_record_get_read_only (reg) || tvx_record_get_read_only (record) ||
      find_list (reg, field->get_type ()) == NULL)
    return;
  for (guint i = 0; i < choices->len; i++)
    if (g_utf8_collate (g_array_index (choices, Choice, i).label, name) == 0)
      return;

  /* Translators: %s is the name of an organisation. */
  title = g_strdup_printf (_("Add “%s” to the Register"), name);
  row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_swapped (row, "activated", G_CALLBACK (add_new_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->checks, row);
}

static void
clear_checks (TvxChecksRow *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->checks->pdata[i]);
  g_ptr_array_set_size (self->checks, 0);
}

/* What is chosen comes first, so that a long list hides none of it. */
static void
rebuild (TvxChecksRow *self)
{
  g_autoptr (GArray) choices = list_choices (self);
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gboolean many = choices->len > MAX_SHOWN;
  guint n_left_out = 0;

  clear_checks (self);
  gtk_widget_set_visible (gtk_widget_get_parent (self->search), many);
  for (guint i = 0; many && i < choices->len; i++)
    if (is_chosen (self, g_array_index (choices, Choice, i).code))
      add_check (self, &g_array_index (choices, Choice, i));
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = &g_array_index (choices, Choice, i);
      g_autofree char *folded = g_utf8_casefold (choice->label, -1);

      if (many && (is_chosen (self, choice->code) || strstr (folded, wanted) == NULL))
        continue;
      if (self->checks->len < MAX_SHOWN)
        add_check (self, choice);
      else
        n_left_out++;
    }

  if (choices->len == 0)
    add_note (self, _("There is nothing to choose from yet."));
  else if (n_left_out > 0)
    {
      g_autofree char *note =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more; search to find it", "%u more; search to find them", n_left_out),
                         n_left_out);

      add_note (self, note);
    }
  add_new_row (self, choices);
}

static void
refresh (TvxChecksRow *self)
{
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    rebuild (self);
  update_subtitle (self);
}

static void
tvx_checks_row_set_field (TvxFieldRow    *row,
                          const TvxField *field)
{
  GtkWidget *list = gtk_widget_get_ancestor (TVX_CHECKS_ROW (row)->search, GTK_TYPE_LIST_BOX);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
}

static void
tvx_checks_row_show_value (TvxFieldRow *row,
                           GVariant    *value)
{
  TvxChecksRow *self = TVX_CHECKS_ROW (row);

  g_clear_pointer (&self->codes, g_strfreev);
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    self->codes = g_variant_dup_strv (value, NULL);
  else if (value != NULL)
    self->codes = g_strdupv ((char *[]) { (char *) g_variant_get_string (value, NULL), NULL });
  refresh (self);
}

static void
tvx_checks_row_show_hint (TvxFieldRow *row,
                          const char  *hint)
{
  TvxChecksRow *self = TVX_CHECKS_ROW (row);

  g_set_str (&self->hint, hint);
  update_subtitle (self);
}

static void
tvx_checks_row_field_row_init (TvxFieldRowInterface *iface)
{
  iface->set_field = tvx_checks_row_set_field;
  iface->show_value = tvx_checks_row_show_value;
  iface->show_hint = tvx_checks_row_show_hint;
}

static void
tvx_checks_row_dispose (GObject *object)
{
  TvxChecksRow *self = TVX_CHECKS_ROW (object);

  g_clear_object (&self->others);

  G_OBJECT_CLASS (tvx_checks_row_parent_class)->dispose (object);
}

static void
tvx_checks_row_finalize (GObject *object)
{
  TvxChecksRow *self = TVX_CHECKS_ROW (object);

  g_clear_pointer (&self->codes, g_strfreev);
  g_clear_pointer (&self->hint, g_free);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (tvx_checks_row_parent_class)->finalize (object);
}

static void
tvx_checks_row_class_init (TvxChecksRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tvx_checks_row_dispose;
  object_class->finalize = tvx_checks_row_finalize;
}

static void
tvx_checks_row_init (TvxChecksRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();

  self->checks = g_ptr_array_new ();
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_widget_set_margin_top (self->search, 6);
  gtk_widget_set_margin_bottom (self->search, 6);
  gtk_widget_set_margin_start (self->search, 12);
  gtk_widget_set_margin_end (self->search, 12);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (rebuild), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->search);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  g_signal_connect (self, "notify::expanded", G_CALLBACK (refresh), NULL);
  /* What can be referred to may have been edited on another view. */
  g_signal_connect (self, "map", G_CALLBACK (refresh), NULL);
}

/**
 * tvx_checks_row_set_others:
 * @self: a row for references
 * @others: (nullable) (element-type TvxSummary): the projects that can be referred to
 *
 * Lets the row refer to projects, of which a record knows nothing.
 */
void
tvx_checks_row_set_others (TvxChecksRow *self,
                           GListModel   *others)
{
  g_return_if_fail (TVX_IS_CHECKS_ROW (self));

  if (g_set_object (&self->others, others))
    refresh (self);
}
