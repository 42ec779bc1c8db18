/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing what a path names, as the command line does. */

#include "model/tvx-editor.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-model-error.h"
#include "model/tvx-path.h"

/* Makes the new items that "[+]" asks for, and finds the field behind them. */
static TvxRecord *
find_or_insert (TvxEditor       *self,
                TvxRecord       *root,
                const char      *path,
                const TvxField **field,
                GError         **error)
{
  TvxRecord *record = root;
  TvxPlace place;

  do
    {
      if (!tvx_path_resolve (record, path, &place, &path, error))
        return NULL;
      record = place.record;
      if (place.append)
        {
          record = tvx_editor_insert (self, record, place.field->name, G_MAXUINT, NULL, error);
          place.field = NULL;
        }
    }
  while (record != NULL && *path != '\0');

  *field = place.field;
  return record;
}

/**
 * tvx_editor_set_path:
 * @self: an editor
 * @root: a project or register
 * @path: a path to a field, as `handover.state`, `goals[0].text` or `goals[+].text`, see [func@Tvx.path_resolve]
 * @text: the value as a person writes it, empty to empty the field
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Sets a field that is named by its path; `[+]` adds an item to the list. All of it is one step of undo.
 *
 * Returns: whether the field is there, @text fits it and the record may be changed; if not, nothing is changed
 */
gboolean
tvx_editor_set_path (TvxEditor   *self,
                     TvxRecord   *root,
                     const char  *path,
                     const char  *text,
                     GError     **error)
{
  const TvxField *field;
  TvxRecord *record;
  gboolean good = FALSE;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);

  tvx_editor_begin (self, NULL);
  record = find_or_insert (self, root, path, &field, error);
  if (record != NULL && (field == NULL || field->kind == TVX_FIELD_ID || tvx_field_get_value_type (field) == NULL))
    g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH, _("“%s” is not a field that can be set."), path);
  else if (record != NULL)
    good = tvx_editor_set_text (self, record, field->name, text, error);

  if (good)
    tvx_editor_end (self);
  else
    tvx_editor_cancel (self);
  return good;
}

/**
 * tvx_editor_remove_path:
 * @self: an editor
 * @root: a project or register
 * @path: a path to an item of a list or to a field
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Removes an item of a list, or empties a field, that is named by its path.
 *
 * Returns: whether there is such an item or field and the record may be changed
 */
gboolean
tvx_editor_remove_path (TvxEditor   *self,
                        TvxRecord   *root,
                        const char  *path,
                        GError     **error)
{
  TvxPlace place;
  const char *rest;
  guint position;

  g_return_val_if_fail (TVX_IS_EDITOR (self), FALSE);

  if (!tvx_path_resolve (root, path, &place, &rest, error))
    return FALSE;
  if (place.field == NULL && tvx_record_get_position (place.record, &position))
    return tvx_editor_remove (self, place.record, error);
  if (place.field != NULL && place.field->kind != TVX_FIELD_ID && tvx_field_get_value_type (place.field) != NULL)
    return tvx_editor_set (self, place.record, place.field->name, NULL, error);

  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH,
               _("“%s” is neither an item of a list nor a field that can be emptied."), path);
  return FALSE;
}
