/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-field-row.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-check.h"
#include "model/tvx-refused.h"
#include "report/tvx-format.h"
#include "ui/form/tvx-announce.h"
#include "ui/form/tvx-checks-row.h"
#include "ui/form/tvx-chips-row.h"
#include "ui/form/tvx-choice-row.h"
#include "ui/form/tvx-date-row.h"
#include "ui/form/tvx-switch-row.h"
#include "ui/form/tvx-text-row.h"

/* How long after the last key what was typed is stored. */
#define PAUSE_MS 500
/* A longer rest begins a new step of undo, so that undo does not take back an hour's writing. */
#define REST (5 * G_TIME_SPAN_SECOND)

/**
 * TvxFieldRow:
 *
 * A row of a form, for one field of a record.
 *
 * Which control it has, what it is called, how it is checked and what a screen
 * reader says of it come from the table of the record alone. All edits go
 * through a [class@Tvx.Editor]; changes that come from elsewhere, as from undo,
 * show at once, but for a row that is being typed in.
 */

typedef struct
{
  const TvxField *field;
  TvxEditor      *editor;
  TvxRecord      *record;
  /* What record was part of when it was bound: a record that has been removed must not be edited. */
  TvxRecord      *root;
  GParamSpec     *property;
  /* The property of the date that this one must not precede, and of what decides whether the field makes sense. */
  GParamSpec     *earlier;
  GParamSpec     *when;
  gulong          notify_id;
  guint           pause_id;
  gint64          stored_at;
  /* Something was typed that is not stored yet. */
  gboolean        pending;
  /* The row itself changes its control, or the record: neither is news. */
  gboolean        busy;
  /* Why what stands in the row could not be stored. */
  char           *refusal;
  /* How what was typed was understood, where that is not plain to see. */
  char           *reading;
} State;

G_DEFINE_INTERFACE (TvxFieldRow, tvx_field_row, ADW_TYPE_PREFERENCES_ROW)

static State *
get_state (TvxFieldRow *self)
{
  return g_object_get_data (G_OBJECT (self), "tvx-field-row-state");
}

static void
show_hint (TvxFieldRow *self)
{
  State *state = get_state (self);
  TvxFieldRowInterface *iface = TVX_FIELD_ROW_GET_IFACE (self);
  GtkAccessible *control = GTK_ACCESSIBLE (tvx_field_row_get_control (self));
  const char *help = state->field->help != NULL ? _(state->field->help) : NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GString) hint = g_string_new (NULL);
  TvxFinding *finding = NULL;
  gboolean wrong = state->refusal != NULL;

  if (state->record != NULL)
    {
      findings = tvx_check_field (state->record, state->field, TVX_CHECK_PUBLISH);
      finding = findings->len > 0 ? findings->pdata[0] : NULL;
      wrong |= finding != NULL && tvx_finding_get_severity (finding) == TVX_SEVERITY_ERROR;
    }

  /* What is wrong is more urgent than what the field is for; what is missing goes well with it. */
  if (help != NULL && !wrong)
    g_string_append (hint, help);
  if (state->refusal != NULL || finding != NULL)
    {
      if (hint->len > 0)
        g_string_append_c (hint, '\n');
      g_string_append (hint, state->refusal != NULL ? state->refusal : tvx_finding_get_message (finding));
    }
  if (state->reading != NULL)
    g_string_append_printf (hint, "%s%s", hint->len > 0 ? "\n" : "", state->reading);

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (control,
                               GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint->str, -1);
  if (iface->show_hint != NULL)
    iface->show_hint (self, hint->str);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), hint->str);
}

/* What is filled in is never hidden, whatever it means. */
static void
update_visible (TvxFieldRow *self)
{
  State *state = get_state (self);
  const TvxField *field = state->field;
  const char *code = state->record != NULL && field->when != NULL ? tvx_record_get_text (state->record, field->when) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), code == NULL || g_str_equal (code, field->when_code) ||
                                               tvx_record_get_value (state->record, field->name) != NULL);
}

static void
show_value (TvxFieldRow *self)
{
  State *state = get_state (self);
  GVariant *value = state->record != NULL ? tvx_record_get_value (state->record, state->field->name) : NULL;

  g_clear_pointer (&state->refusal, g_free);
  state->busy = TRUE;
  TVX_FIELD_ROW_GET_IFACE (self)->show_value (self, value);
  state->busy = FALSE;
  update_visible (self);
}

/* Spaces between digits, and which of two signs for minus is typed, change nothing. */
static char *
dup_plain (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (result, c == 0x2212 ? '-' : c);
    }
  return g_string_free_and_steal (result);
}

/* A date or a number may be typed in many ways, as "300918" or "1,5 mnkr", of which not all mean what a person thinks. */
static char *
dup_reading (TvxFieldRow *self,
             const char  *typed)
{
  State *state = get_state (self);
  TvxFieldKind kind = state->field->kind;
  GVariant *value = tvx_record_get_value (state->record, state->field->name);
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *shown = NULL, *plain = NULL, *plainly_typed = NULL;

  if (value == NULL || (kind != TVX_FIELD_DATE && kind != TVX_FIELD_MONEY && kind != TVX_FIELD_INTEGER && kind != TVX_FIELD_DECIMAL))
    return NULL;
  shown = tvx_field_format (state->field, value);
  plain = dup_plain (shown);
  plainly_typed = dup_plain (typed);
  if (g_str_equal (plain, plainly_typed))
    return NULL;
  if (kind == TVX_FIELD_DATE)
    {
      g_free (shown);
      shown = tvx_format_date (tvx_catalog_get_for_user (), g_variant_get_string (value, NULL));
    }
  /* Translators: what a person typed, and the date or number that it was taken for: “300918”, 18 September 2030. */
  return g_strdup_printf (_("“%s” is read as %s"), stripped, shown);
}

static void
forget_pending (State *state)
{
  g_clear_handle_id (&state->pause_id, g_source_remove);
  state->pending = FALSE;
}

/* What was typed and could not be stored when the record was shown before: it is refused again, and says why. */
static void
show_refused (TvxFieldRow *self)
{
  State *state = get_state (self);
  const char *text = state->record != NULL ? tvx_refused_get (state->editor, state->record, state->field) : NULL;
  g_autofree char *owned = g_strdup (text);

  if (owned == NULL || TVX_FIELD_ROW_GET_IFACE (self)->set_text == NULL)
    return;
  TVX_FIELD_ROW_GET_IFACE (self)->set_text (self, owned);
  tvx_field_row_flush (self);
}

static void
unbind (State *state)
{
  forget_pending (state);
  g_clear_pointer (&state->reading, g_free);
  if (state->record != NULL)
    g_clear_signal_handler (&state->notify_id, state->record);
  g_clear_object (&state->editor);
  g_clear_object (&state->record);
  g_clear_object (&state->root);
}

static void
state_free (gpointer data)
{
  State *state = data;

  unbind (state);
  g_free (state->refusal);
  g_free (state->reading);
  g_free (state);
}

/* An item that was removed, or whose removal is being undone, is no longer part of what it was part of. */
static gboolean
can_store (State *state)
{
  return state->record != NULL && tvx_record_get_root (state->record) == state->root;
}

static gboolean
pause_cb (gpointer data)
{
  TvxFieldRow *self = data;

  get_state (self)->pause_id = 0;
  tvx_field_row_flush (self);
  return G_SOURCE_REMOVE;
}

static void
notify_cb (TvxRecord   *record,
           GParamSpec  *property,
           TvxFieldRow *self)
{
  State *state = get_state (self);

  if (property == state->when)
    update_visible (self);
  if (state->busy || (property != state->property && property != state->earlier))
    return;
  if (property == state->property && !state->pending)
    {
      tvx_refused_keep (state->editor, record, state->field, NULL);
      g_clear_pointer (&state->reading, g_free);
      show_value (self);
    }
  show_hint (self);
}

static void
destroy_cb (GtkWidget *widget)
{
  unbind (get_state (TVX_FIELD_ROW (widget)));
}

static GType
get_row_type (const TvxField *field)
{
  switch (field->kind)
    {
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
      return TVX_TYPE_CHOICE_ROW;
    case TVX_FIELD_CODES:
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
      return TVX_TYPE_CHECKS_ROW;
    case TVX_FIELD_DATE:
      return TVX_TYPE_DATE_ROW;
    case TVX_FIELD_BOOLEAN:
      return TVX_TYPE_SWITCH_ROW;
    case TVX_FIELD_TEXTS:
      return field->siblings != NULL ? TVX_TYPE_CHECKS_ROW : TVX_TYPE_CHIPS_ROW;
    case TVX_FIELD_ID:
    case TVX_FIELD_TEXT:
    case TVX_FIELD_LONG_TEXT:
    case TVX_FIELD_MONEY:
    case TVX_FIELD_INTEGER:
    case TVX_FIELD_DECIMAL:
    case TVX_FIELD_COUNTS:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      return TVX_TYPE_TEXT_ROW;
    }
}

static void
tvx_field_row_default_init (TvxFieldRowInterface *iface)
{
}

/**
 * tvx_field_row_new:
 * @field: a field that holds a value
 *
 * Returns: (transfer floating): a row for @field, which is still of no record
 */
GtkWidget *
tvx_field_row_new (const TvxField *field)
{
  GtkWidget *self;
  State *state;
  GtkWidget *control;

  g_return_val_if_fail (tvx_field_get_value_type (field) != NULL, NULL);

  self = g_object_new (get_row_type (field),
                       "title", _(field->label),
                       "use-markup", FALSE,
                       "sensitive", FALSE,
                       NULL);
  state = g_new0 (State, 1);
  state->field = field;
  g_object_set_data_full (G_OBJECT (self), "tvx-field-row-state", state, state_free);
  /* A row that goes out of sight takes what was typed with it, unless that is stored now. */
  g_signal_connect (self, "unmap", G_CALLBACK (tvx_field_row_flush), NULL);
  g_signal_connect (self, "destroy", G_CALLBACK (destroy_cb), NULL);

  if (TVX_FIELD_ROW_GET_IFACE (self)->set_field != NULL)
    TVX_FIELD_ROW_GET_IFACE (self)->set_field (TVX_FIELD_ROW (self), field);
  control = tvx_field_row_get_control (TVX_FIELD_ROW (self));
  /* Not every row of libadwaita is named by its title. */
  if (control == self)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->label), -1);
  if (TVX_FIELD_ROW_GET_IFACE (self)->dup_text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (control),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, (field->flags & TVX_FIELD_REQUIRED) != 0,
                                    -1);
  return self;
}

/**
 * tvx_field_row_bind:
 * @self: a row
 * @editor: (nullable): the editor of the register, %NULL with @record
 * @record: (nullable): the record to show, which must have the field of the row; %NULL for none
 *
 * Shows another record. What was typed for the one before is stored first.
 */
void
tvx_field_row_bind (TvxFieldRow *self,
                    TvxEditor   *editor,
                    TvxRecord   *record)
{
  State *state;
  gboolean editable;

  g_return_if_fail (TVX_IS_FIELD_ROW (self));
  g_return_if_fail ((editor == NULL) == (record == NULL));

  state = get_state (self);
  tvx_field_row_flush (self);
  unbind (state);
  if (record != NULL)
    {
      GObjectClass *klass = G_OBJECT_GET_CLASS (record);

      state->editor = g_object_ref (editor);
      state->record = g_object_ref (record);
      state->root = g_object_ref (tvx_record_get_root (record));
      state->property = g_object_class_find_property (klass, state->field->name);
      state->earlier = state->field->not_before != NULL ? g_object_class_find_property (klass, state->field->not_before) : NULL;
      state->when = state->field->when != NULL ? g_object_class_find_property (klass, state->field->when) : NULL;
      state->notify_id = g_signal_connect (record, "notify", G_CALLBACK (notify_cb), self);
    }

  editable = record != NULL && !tvx_record_get_read_only (record) &&
             (state->field->flags & TVX_FIELD_STEP) == 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self), record != NULL);
  if (TVX_FIELD_ROW_GET_IFACE (self)->set_editable != NULL)
    TVX_FIELD_ROW_GET_IFACE (self)->set_editable (self, editable);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self), editable);
  show_value (self);
  show_hint (self);
  show_refused (self);
}

/**
 * tvx_field_row_flush:
 * @self: a row
 *
 * Stores at once what was typed.
 */
void
tvx_field_row_flush (TvxFieldRow *self)
{
  State *state;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now;

  g_return_if_fail (TVX_IS_FIELD_ROW (self));

  state = get_state (self);
  if (!state->pending)
    return;
  forget_pending (state);
  if (!can_store (state))
    return;

  text = TVX_FIELD_ROW_GET_IFACE (self)->dup_text (self);
  now = g_get_monotonic_time ();
  if (now - state->stored_at > REST)
    tvx_editor_stop_typing (state->editor);
  state->stored_at = now;
  g_clear_pointer (&state->refusal, g_free);
  g_clear_pointer (&state->reading, g_free);
  state->busy = TRUE;
  if (tvx_editor_type (state->editor, state->record, state->field->name, text, &error))
    state->reading = dup_reading (self, text);
  else
    state->refusal = g_strdup (error->message);
  state->busy = FALSE;
  if (state->refusal != NULL && g_strcmp0 (tvx_refused_get (state->editor, state->record, state->field), text) != 0)
    tvx_announce (GTK_WIDGET (self), state->refusal);
  if (state->reading != NULL)
    tvx_announce (GTK_WIDGET (self), state->reading);
  tvx_refused_keep (state->editor, state->record, state->field, state->refusal != NULL ? text : NULL);
  show_hint (self);
}

/**
 * tvx_field_row_flush_focus:
 * @root: a window
 *
 * Stores what is being typed in the row of @root that has the focus: to be called before what
 * looks at the records as a whole, as undo and closing the window.
 */
void
tvx_field_row_flush_focus (GtkRoot *root)
{
  GtkWidget *focus;
  GtkWidget *row;

  g_return_if_fail (GTK_IS_ROOT (root));

  focus = gtk_root_get_focus (root);
  row = focus != NULL ? gtk_widget_get_ancestor (focus, TVX_TYPE_FIELD_ROW) : NULL;
  if (row != NULL)
    tvx_field_row_left (TVX_FIELD_ROW (row));
}

/**
 * tvx_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): the field that it is for
 */
const TvxField *
tvx_field_row_get_field (TvxFieldRow *self)
{
  g_return_val_if_fail (TVX_IS_FIELD_ROW (self), NULL);

  return get_state (self)->field;
}

/**
 * tvx_field_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record that it shows
 */
TvxRecord *
tvx_field_row_get_record (TvxFieldRow *self)
{
  g_return_val_if_fail (TVX_IS_FIELD_ROW (self), NULL);

  return get_state (self)->record;
}

/**
 * tvx_field_row_get_editor:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the editor that it edits with
 */
TvxEditor *
tvx_field_row_get_editor (TvxFieldRow *self)
{
  g_return_val_if_fail (TVX_IS_FIELD_ROW (self), NULL);

  return get_state (self)->editor;
}

/**
 * tvx_field_row_get_control:
 * @self: a row
 *
 * Returns: (transfer none): the widget that takes the focus
 */
GtkWidget *
tvx_field_row_get_control (TvxFieldRow *self)
{
  TvxFieldRowInterface *iface = TVX_FIELD_ROW_GET_IFACE (self);

  return iface->get_control != NULL ? iface->get_control (self) : GTK_WIDGET (self);
}

/**
 * tvx_field_row_typed:
 * @self: a row
 *
 * To be called when its text changes, whoever changed it: what was typed is stored after a pause, and several texts when the
 * row is left.
 */
void
tvx_field_row_typed (TvxFieldRow *self)
{
  State *state = get_state (self);

  if (state->busy || state->record == NULL)
    return;
  forget_pending (state);
  state->pending = TRUE;
  /* Half a word is no tag, and nothing goes by half a code. */
  if (state->field->kind != TVX_FIELD_TEXTS && state->field->follow == NULL)
    state->pause_id = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/**
 * tvx_field_row_left:
 * @self: a row
 *
 * To be called when a person is done with it, for now: stores what was typed, and shows it as it was understood.
 */
void
tvx_field_row_left (TvxFieldRow *self)
{
  State *state = get_state (self);

  tvx_field_row_flush (self);
  if (state->editor != NULL)
    tvx_editor_stop_typing (state->editor);
  if (state->refusal == NULL)
    show_value (self);
}

/**
 * tvx_field_row_is_refused:
 * @self: a row
 *
 * Returns: whether what stands in it could not be stored
 */
gboolean
tvx_field_row_is_refused (TvxFieldRow *self)
{
  return get_state (self)->refusal != NULL;
}

/**
 * tvx_field_row_drop:
 * @self: a row
 *
 * To be called when a person gives up what could not be stored: shows what is stored.
 */
void
tvx_field_row_drop (TvxFieldRow *self)
{
  State *state = get_state (self);

  if (state->record == NULL)
    return;
  forget_pending (state);
  tvx_refused_keep (state->editor, state->record, state->field, NULL);
  g_clear_pointer (&state->reading, g_free);
  show_value (self);
  show_hint (self);
}

/**
 * tvx_field_row_chosen:
 * @self: a row
 * @value: (nullable): what a person chose, %NULL for nothing; a floating reference is taken
 *
 * To be called when its control changes, whoever changed it: the value is stored at once.
 */
void
tvx_field_row_chosen (TvxFieldRow *self,
                      GVariant    *value)
{
  State *state = get_state (self);
  g_autoptr (GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autoptr (GError) error = NULL;

  if (state->busy || !can_store (state))
    return;
  state->busy = TRUE;
  if (!tvx_editor_set (state->editor, state->record, state->field->name, taken, &error))
    state->refusal = g_strdup (error->message);
  state->busy = FALSE;
  show_hint (self);
}

/* While a row opens, there is not yet room enough to scroll to what has the focus. */
static gboolean
scroll_cb (GtkWidget     *control,
           GdkFrameClock *clock,
           gpointer       data)
{
  GtkWidget *revealer = gtk_widget_get_ancestor (control, GTK_TYPE_REVEALER);
  GtkWidget *viewport = gtk_widget_get_ancestor (control, GTK_TYPE_VIEWPORT);

  if (gtk_widget_get_height (control) == 0 || (revealer != NULL && !gtk_revealer_get_child_revealed (GTK_REVEALER (revealer))))
    return G_SOURCE_CONTINUE;
  /* With what the row says below its control. */
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), gtk_widget_get_ancestor (control, TVX_TYPE_FIELD_ROW), NULL);
  return G_SOURCE_REMOVE;
}

/* GTK tells a screen reader nothing of a focus that comes to what is not shown yet. */
static void
focus_cb (GtkWidget *control)
{
  g_signal_handlers_disconnect_by_func (control, focus_cb, NULL);
  gtk_widget_grab_focus (control);
  gtk_widget_add_tick_callback (control, scroll_cb, NULL, NULL);
}

/**
 * tvx_field_row_focus:
 * @self: a row
 *
 * Brings the focus to its control, as soon as it is shown, and scrolls there.
 */
void
tvx_field_row_focus (TvxFieldRow *self)
{
  GtkWidget *control = tvx_field_row_get_control (self);

  if (gtk_widget_get_mapped (control))
    focus_cb (control);
  else
    g_signal_connect (control, "map", G_CALLBACK (focus_cb), NULL);
}
