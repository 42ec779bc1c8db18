/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings back what an entry of the history tells of: as an edit, which is undone and told of in the history as any other. */

#include "storage/tvx-history-restore.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-path.h"

static const char *
lookup (TvxHistoryEntry *entry,
        const char      *name)
{
  const char *text = "";

  g_variant_lookup (tvx_history_entry_get_change (entry), name, "&s", &text);
  return text;
}

static gboolean
is_what (TvxHistoryEntry *entry,
         const char      *what)
{
  return g_str_equal (lookup (entry, "what"), what);
}

/* Where the item that was removed stood: its list, which must be there, and the item not. */
static gboolean
find_list (TvxHistoryEntry *entry,
           TvxRecord       *root,
           TvxPlace        *list)
{
  const char *path = lookup (entry, "path");
  const char *bracket = strrchr (path, '[');
  g_autofree char *list_path = bracket != NULL ? g_strndup (path, (gsize) (bracket - path)) : NULL;
  TvxPlace item;
  const char *rest;

  return list_path != NULL && !tvx_path_resolve (root, path, &item, &rest, NULL) &&
         tvx_path_resolve (root, list_path, list, &rest, NULL) && list->field != NULL &&
         list->field->kind == TVX_FIELD_LIST && (list->field->flags & TVX_FIELD_STEP) == 0;
}

static gboolean
find_field (TvxHistoryEntry *entry,
            TvxRecord       *root,
            TvxPlace        *place)
{
  const char *rest;

  return tvx_path_resolve (root, lookup (entry, "path"), place, &rest, NULL) && place->field != NULL &&
         tvx_field_get_value_type (place->field) != NULL && (place->field->flags & TVX_FIELD_STEP) == 0;
}

/**
 * tvx_history_restore_can:
 * @entry: what happened
 * @root: the project or register that it happened to
 * @earlier: whether what was there before is meant, else what came then
 *
 * Returns: whether there is something to bring back: a value that its field does not hold now, or an item that is gone
 */
gboolean
tvx_history_restore_can (TvxHistoryEntry *entry,
                         TvxRecord       *root,
                         gboolean         earlier)
{
  g_autoptr (GVariant) value = NULL;
  GVariant *now;
  TvxPlace place;

  g_return_val_if_fail (TVX_IS_HISTORY_ENTRY (entry), FALSE);
  g_return_val_if_fail (TVX_IS_RECORD (root), FALSE);

  if (tvx_record_get_read_only (root))
    return FALSE;
  if (is_what (entry, "remove"))
    return earlier && find_list (entry, root, &place);
  if (!is_what (entry, "set") || !find_field (entry, root, &place))
    return FALSE;
  value = tvx_history_entry_dup_value (entry, earlier);
  now = tvx_record_get_value (place.record, place.field->name);
  return value != NULL && g_variant_is_of_type (value, tvx_field_get_value_type (place.field)) &&
         (now == NULL || !g_variant_equal (now, value));
}

static gboolean
restore_item (TvxHistoryEntry  *entry,
              TvxEditor        *editor,
              TvxRecord        *root,
              GError          **error)
{
  g_autoptr (GVariant) value = tvx_history_entry_dup_value (entry, TRUE);
  g_autoptr (TvxRecord) item = NULL;
  gint64 position = G_MAXINT32;
  TvxPlace place;

  if (value == NULL || !find_list (entry, root, &place))
    return FALSE;
  item = tvx_record_new_from_variant (place.field->get_type (), value, error);
  g_variant_lookup (tvx_history_entry_get_change (entry), "from_position", "x", &position);
  return item != NULL &&
         tvx_editor_insert (editor, place.record, place.field->name, (guint) CLAMP (position, 0, G_MAXINT32), item, error) != NULL;
}

/**
 * tvx_history_restore:
 * @entry: what happened
 * @editor: the editor of the register
 * @root: the project or register that it happened to
 * @earlier: whether what was there before is meant, else what came then
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Brings it back; [func@Tvx.history_restore_can] must have said that it can be.
 *
 * Returns: whether it is back
 */
gboolean
tvx_history_restore (TvxHistoryEntry  *entry,
                     TvxEditor        *editor,
                     TvxRecord        *root,
                     gboolean          earlier,
                     GError          **error)
{
  TvxPlace place;
  gboolean restored;

  g_return_val_if_fail (tvx_history_restore_can (entry, root, earlier), FALSE);

  tvx_editor_begin (editor, _("Restore from the history"));
  if (is_what (entry, "remove"))
    {
      restored = restore_item (entry, editor, root, error);
    }
  else
    {
      g_autoptr (GVariant) value = tvx_history_entry_dup_value (entry, earlier);

      restored = find_field (entry, root, &place) && tvx_editor_set (editor, place.record, place.field->name, value, error);
    }
  tvx_editor_end (editor);
  return restored;
}
