/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must not be edited, whatever the value. */

#include "model/tvx-edit-guard.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-model-error.h"

/* The field that only a step of a handover may change: the one that is edited, or the list that the record is part of. */
static const TvxField *
find_step_field (TvxRecord      *record,
                 const TvxField *field)
{
  for (; field != NULL; record = tvx_record_get_parent (record))
    {
      if ((field->flags & TVX_FIELD_STEP) != 0)
        return field;
      field = tvx_record_get_parent_field (record);
    }
  return NULL;
}

/**
 * tvx_edit_guard_check_writable: (skip)
 * @record: a record
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Returns: whether the record may be changed at all
 */
gboolean
tvx_edit_guard_check_writable (TvxRecord  *record,
                               GError    **error)
{
  if (!tvx_record_get_read_only (record))
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_READ_ONLY,
               _("This record can only be read: a newer version of the program wrote it, or its folder cannot be "
                  "written to."));
  return FALSE;
}

/**
 * tvx_edit_guard_check_step: (skip)
 * @record: a record
 * @field: (nullable): the field of it that is to be edited
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Returns: whether the field may be edited by itself, and not only by a step of the handover
 */
gboolean
tvx_edit_guard_check_step (TvxRecord       *record,
                           const TvxField  *field,
                           GError         **error)
{
  const TvxField *step_field = find_step_field (record, field);

  if (step_field == NULL)
    return TRUE;
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP,
               /* Translators: %s is the name of a field: “Handover status” or “Log”. */
               _("“%s” is changed by a step of the handover only, which is checked and logged: use the buttons on the "
                  "page Handover, or “tillvaxt-cli handover step”."),
               _(step_field->label));
  return FALSE;
}
