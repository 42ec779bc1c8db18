/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-checklist-item.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-template.h"
#include "model/tvx-model-error.h"
#include "model/tvx-vocabulary.h"

/* Every item has a status, and most are the standard ones: whoever looks for these words would find every project. */
static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Item"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 300,
    .is_standard = tvx_checklist_template_is_standard },
  { "mandatory", TVX_FIELD_BOOLEAN, N_("Mandatory"),
    .help = N_("Must be done, or not be relevant, before the project is handed over") },
  { "state", TVX_FIELD_ENUM, N_("Status"), TVX_FIELD_STANDARD, .vocabulary = &tvx_checklist_states },
  { "done_on", TVX_FIELD_DATE, N_("Date") },
  { "done_by", TVX_FIELD_TEXT, N_("Person"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "reason", TVX_FIELD_TEXT, N_("Reason"), .max_length = 500, .help = N_("Why it is not relevant") },
};

TVX_DEFINE_RECORD (TvxChecklistItem, tvx_checklist_item, "checklist_item", N_("Checklist item"))

/**
 * tvx_checklist_item_is_answered:
 * @self: an item of the checklist of a handover
 *
 * Returns: whether it is done, with date and person, or not relevant, with a reason
 */
gboolean
tvx_checklist_item_is_answered (TvxChecklistItem *self)
{
  TvxRecord *record = TVX_RECORD (self);
  const char *state = tvx_record_get_text (record, "state");

  if (g_strcmp0 (state, "done") == 0)
    return tvx_record_get_text (record, "done_on") != NULL && tvx_record_get_text (record, "done_by") != NULL;
  return g_strcmp0 (state, "not_relevant") == 0 && tvx_record_get_text (record, "reason") != NULL;
}

static gboolean
set (TvxEditor   *editor,
     TvxRecord   *record,
     const char  *field,
     const char  *text,
     GError     **error)
{
  return tvx_editor_set_text (editor, record, field, text != NULL ? text : "", error);
}

/**
 * tvx_checklist_item_answer:
 * @self: an item of the checklist of a handover
 * @editor: the editor of the register
 * @state: "done", "not_relevant", or "open" to take the answer back
 * @on: the day of the answer, in ISO 8601
 * @person: who answers
 * @reason: (nullable): why it is not relevant
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Answers an item, in one step of undo.
 *
 * Returns: whether the answer is complete and the record may be changed; if not, nothing is changed
 */
gboolean
tvx_checklist_item_answer (TvxChecklistItem  *self,
                           TvxEditor         *editor,
                           const char        *state,
                           const char        *on,
                           const char        *person,
                           const char        *reason,
                           GError           **error)
{
  TvxRecord *record = TVX_RECORD (self);
  gboolean is_open = g_strcmp0 (state, "open") == 0;
  gboolean is_not_relevant = g_strcmp0 (state, "not_relevant") == 0;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  gboolean good;

  g_return_val_if_fail (TVX_IS_CHECKLIST_ITEM (self), FALSE);
  g_return_val_if_fail (tvx_vocabulary_lookup (&tvx_checklist_states, state) != NULL, FALSE);

  title = tvx_record_dup_title (record);
  if (is_not_relevant && (reason == NULL || *reason == '\0'))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("Say why “%s” is not relevant."), title);
      return FALSE;
    }
  if (!is_open && (person == NULL || *person == '\0'))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE, _("Say who answers “%s”."), title);
      return FALSE;
    }

  /* Translators: %s is an item of a checklist. */
  label = g_strdup_printf (_("Checklist: %s"), title);
  tvx_editor_begin (editor, label);
  good = set (editor, record, "state", is_open ? NULL : state, error) &&
         set (editor, record, "done_on", is_open ? NULL : on, error) &&
         set (editor, record, "done_by", is_open ? NULL : person, error) &&
         set (editor, record, "reason", is_not_relevant ? reason : NULL, error);
  if (good)
    tvx_editor_end (editor);
  else
    tvx_editor_cancel (editor);
  return good;
}
