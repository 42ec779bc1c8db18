/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-model-error.h"

/* The parts of one step of a path, as "goals[2]". */
typedef struct
{
  char *name;
  char *item;
} Step;

static void
step_clear (Step *step)
{
  g_free (step->name);
  g_free (step->item);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static gboolean
read_step (const char **cursor,
           Step        *step)
{
  const char *start = *cursor;
  gsize length = strcspn (start, ".[");

  if (length == 0)
    return FALSE;
  step->name = g_strndup (start, length);
  start += length;
  if (*start == '[')
    {
      const char *end = strchr (start, ']');

      if (end == NULL || end == start + 1)
        return FALSE;
      step->item = g_strndup (start + 1, (gsize) (end - start - 1));
      start = end + 1;
    }
  if (*start == '.' && start[1] != '\0')
    start++;
  else if (*start != '\0')
    return FALSE;
  *cursor = start;
  return TRUE;
}

static TvxRecord *
find_item (GListModel  *list,
           const char  *path,
           const Step  *step,
           GError     **error)
{
  guint n_items = g_list_model_get_n_items (list);
  TvxRecord *found = tvx_record_find_item (list, step->item, NULL);
  guint64 position;

  if (found != NULL)
    return found;
  if (g_ascii_string_to_unsigned (step->item, 10, 0, G_MAXUINT, &position, NULL) && position < n_items)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, (guint) position);

      /* The list keeps it. */
      return item;
    }
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH,
               g_dngettext (GETTEXT_PACKAGE, "“%s”: the list “%s” has %u item, and none is “%s”.",
                            "“%s”: the list “%s” has %u items, and none is “%s”.", n_items),
               path, step->name, n_items, step->item);
  return NULL;
}

static void
set_no_field_error (GError     **error,
                    TvxRecord   *record,
                    const char  *path,
                    const char  *name)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", klass->fields[i].name);
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH,
               _("“%s”: there is no field “%s”. The fields are %s."), path, name, names->str);
}

/**
 * tvx_path_resolve:
 * @root: a record
 * @path: a path, as `handover.state`, `goals[0].text`, `goals[3f2b8f0e-…]` or `goals[+]`
 * @place: (out): what it leads to
 * @rest: (out) (transfer none): what of @path comes after `[+]`, empty otherwise
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Finds what a path leads to. Items of a list go by their id or by their
 * position, counted from 0; `[+]` is a new one at the end, which is not yet made.
 *
 * Returns: whether there is such a place
 */
gboolean
tvx_path_resolve (TvxRecord   *root,
                  const char  *path,
                  TvxPlace    *place,
                  const char **rest,
                  GError     **error)
{
  const char *cursor = path;

  g_return_val_if_fail (TVX_IS_RECORD (root), FALSE);
  g_return_val_if_fail (path != NULL && place != NULL && rest != NULL, FALSE);

  *place = (TvxPlace) { .record = root };
  while (*cursor != '\0')
    {
      g_auto (Step) step = { NULL, NULL };
      const TvxField *field;

      if (!read_step (&cursor, &step))
        {
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH,
                       _("“%s” is not a path. Write it as handover.state or goals[0].text."), path);
          return FALSE;
        }
      field = tvx_record_class_find_field (TVX_RECORD_GET_CLASS (place->record), step.name);
      if (field == NULL)
        {
          set_no_field_error (error, place->record, path, step.name);
          return FALSE;
        }
      if ((step.item != NULL) != (field->kind == TVX_FIELD_LIST) && (step.item != NULL || *cursor != '\0'))
        {
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH,
                       step.item != NULL
                         ? _("“%s”: the field “%s” is not a list.")
                         : _("“%s”: the field “%s” is a list. Say which item, as [0] for the first."),
                       path, step.name);
          return FALSE;
        }

      if (step.item != NULL && strcmp (step.item, "+") == 0)
        {
          place->field = field;
          place->append = TRUE;
          break;
        }
      if (step.item != NULL)
        {
          place->record = find_item (tvx_record_get_list (place->record, field->name), path, &step, error);
          if (place->record == NULL)
            return FALSE;
        }
      else if (field->kind == TVX_FIELD_RECORD)
        {
          place->record = tvx_record_get_record (place->record, field->name);
        }
      else if (*cursor == '\0')
        {
          place->field = field;
        }
      else
        {
          g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH,
                       _("“%s”: the field “%s” has no parts."), path, step.name);
          return FALSE;
        }
    }
  *rest = cursor;
  return TRUE;
}
