/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-record-update.h"

#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"

static gboolean
remove_missing (TvxEditor   *editor,
                GListModel  *list,
                GListModel  *from,
                GError     **error)
{
  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i - 1);

      if (tvx_record_find_item (from, tvx_record_get_id (item), NULL) == NULL && !tvx_editor_remove (editor, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
update_list (TvxEditor       *editor,
             TvxRecord       *record,
             TvxRecord       *from,
             const TvxField  *field,
             GError         **error)
{
  GListModel *list = tvx_record_get_list (record, field->name);
  GListModel *new_list = tvx_record_get_list (from, field->name);

  if (!remove_missing (editor, list, new_list, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (new_list); i++)
    {
      g_autoptr (TvxRecord) new_item = g_list_model_get_item (new_list, i);
      TvxRecord *item = tvx_record_find_item (list, tvx_record_get_id (new_item), NULL);

      if (item == NULL)
        {
          g_autoptr (GVariant) variant = tvx_record_to_variant (new_item);
          g_autoptr (TvxRecord) copy = tvx_record_new_from_variant (field->get_type (), variant, error);

          if (copy == NULL || tvx_editor_insert (editor, record, field->name, i, copy, error) == NULL)
            return FALSE;
        }
      else if (!tvx_editor_move (editor, item, i, error) || !tvx_record_update (editor, item, new_item, error))
        {
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tvx_record_update: (skip)
 * @editor: an editor
 * @record: a record
 * @from: a record of the same kind, with the same id
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Changes @record to what @from says, by edits that can be undone and that the history tells of. Only what differs is
 * changed; items of lists are known by their ids. Members that this program does not know stay as they are. What only steps
 * of a handover change follows the log of @from, see [func@Tvx.handover_follow].
 *
 * Returns: whether the record may be changed so
 */
gboolean
tvx_record_update (TvxEditor  *editor,
                   TvxRecord  *record,
                   TvxRecord  *from,
                   GError    **error)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  g_return_val_if_fail (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (from), FALSE);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      gboolean good;

      if (field->kind == TVX_FIELD_ID || (field->flags & TVX_FIELD_STEP) != 0)
        continue;
      if (field->kind == TVX_FIELD_LIST)
        good = update_list (editor, record, from, field, error);
      else if (field->kind == TVX_FIELD_RECORD)
        good = tvx_record_update (editor, tvx_record_get_record (record, field->name),
                                  tvx_record_get_record (from, field->name), error);
      else
        good = tvx_editor_set (editor, record, field->name, tvx_record_get_value (from, field->name), error);
      if (!good)
        return FALSE;
    }
  return !TVX_IS_HANDOVER (record) || tvx_handover_follow (editor, record, from, error);
}
