/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed and cannot be stored, as letters where a number belongs. A record has no place for it, so that it stays
 * with the editor until it is mended or dropped, or the program ends. */

#include "model/tvx-refused.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-category.h"
#include "model/tvx-finding.h"

/* In a key, between a table and one of its cells. */
#define CELLS " cells "

/* The texts of a project or the register, by record and field: ids outlive the records, which come and go with undo. */
typedef struct
{
  GHashTable *by_key;
  GWeakRef    root;
} Texts;

static void
texts_free (gpointer data)
{
  Texts *texts = data;

  g_hash_table_unref (texts->by_key);
  g_weak_ref_clear (&texts->root);
  g_free (texts);
}

static Texts *
get_texts (TvxEditor  *editor,
           const char *root_id)
{
  GHashTable *roots = g_object_get_data (G_OBJECT (editor), "tvx-refused");

  return roots != NULL ? g_hash_table_lookup (roots, root_id) : NULL;
}

static Texts *
ensure_texts (TvxEditor *editor,
              TvxRecord *root)
{
  GHashTable *roots = g_object_get_data (G_OBJECT (editor), "tvx-refused");
  Texts *texts;

  if (roots == NULL)
    {
      roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, texts_free);
      g_object_set_data_full (G_OBJECT (editor), "tvx-refused", roots, (GDestroyNotify) g_hash_table_unref);
    }
  texts = g_hash_table_lookup (roots, tvx_record_get_id (root));
  if (texts == NULL)
    {
      texts = g_new0 (Texts, 1);
      texts->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (roots, g_strdup (tvx_record_get_id (root)), texts);
    }
  g_weak_ref_set (&texts->root, root);
  return texts;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The cell of a table, by what stays the same when categories get other codes and breakdowns another order: the code of its
 * gender, and the ids of its categories. A sum over a breakdown says nothing of it. */
static char *
dup_cell (TvxRecord  *table,
          const char *key)
{
  GListModel *axes = tvx_record_get_list (table, "axes");
  g_auto (GStrv) codes = g_strsplit (key, TVX_CATEGORY_SEPARATOR, -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 1; codes[0] != NULL && codes[i] != NULL && i <= g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, i - 1);
      TvxRecord *category = tvx_table_axis_find_category (axis, codes[i]);

      if (category != NULL)
        g_ptr_array_add (ids, (gpointer) tvx_record_get_id (category));
    }
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_insert (ids, 0, codes[0]);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

/* The other way round; NULL where the table has no such cell now. */
static char *
dup_cell_key (TvxRecord  *table,
              const char *cell)
{
  GListModel *axes = tvx_record_get_list (table, "axes");
  g_auto (GStrv) parts = g_strsplit (cell, " ", -1);
  GString *key = g_string_new (parts[0]);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      GListModel *categories = tvx_record_get_list (axis, "categories");
      const char *code = TVX_CATEGORY_TOTAL;

      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);

          if (tvx_record_get_text (category, "code") == NULL ||
              !g_strv_contains ((const char *const *) parts + 1, tvx_record_get_id (category)))
            continue;
          code = tvx_record_get_text (category, "code");
          n_found++;
        }
      g_string_append_printf (key, TVX_CATEGORY_SEPARATOR "%s", code);
    }
  if (n_found == g_strv_length (parts) - 1)
    return g_string_free_and_steal (key);
  g_string_free (key, TRUE);
  return NULL;
}

/* A record that is always there, as the handover of a project, has no id: it is told by where it is. What has many places
 * to type in, as the cells of a table, tells which one it is instead of the field, which depends on whether that is a sum. */
static char *
dup_key (TvxRecord      *record,
         const TvxField *field,
         const char     *part)
{
  TvxRecord *parent = tvx_record_get_parent (record);
  const TvxField *parent_field = tvx_record_get_parent_field (record);
  g_autofree char *place = NULL;
  g_autofree char *cell = NULL;

  if (parent == NULL || parent_field->kind == TVX_FIELD_LIST)
    place = g_strdup (tvx_record_get_id (record));
  else
    place = dup_key (parent, parent_field, NULL);
  if (part == NULL)
    return g_strdup_printf ("%s %s", place, field->name);
  cell = dup_cell (record, part);
  return g_strdup_printf ("%s" CELLS "%s", place, cell);
}

/**
 * tvx_refused_keep_part:
 * @editor: an editor
 * @record: a record
 * @field: a field of it
 * @part: (nullable): the key of a cell, where the field is a table of counts
 * @text: (nullable): what was typed there and cannot be stored, %NULL where it was mended or dropped
 *
 * Keeps what would be lost otherwise when something else is shown.
 */
void
tvx_refused_keep_part (TvxEditor      *editor,
                       TvxRecord      *record,
                       const TvxField *field,
                       const char     *part,
                       const char     *text)
{
  TvxRecord *root = tvx_record_get_root (record);
  g_autofree char *key = NULL;

  g_return_if_fail (TVX_IS_EDITOR (editor));

  if (g_strcmp0 (tvx_refused_get_part (editor, record, field, part), text) == 0)
    return;
  key = dup_key (record, field, part);
  if (text != NULL)
    g_hash_table_replace (ensure_texts (editor, root)->by_key, g_steal_pointer (&key), g_strdup (text));
  else
    g_hash_table_remove (ensure_texts (editor, root)->by_key, key);
  g_signal_emit_by_name (editor, "refused", root);
}

/**
 * tvx_refused_keep:
 * @editor: an editor
 * @record: a record
 * @field: a field of it
 * @text: (nullable): what was typed there and cannot be stored, %NULL where it was mended or dropped
 *
 * Keeps what would be lost otherwise when another record is shown.
 */
void
tvx_refused_keep (TvxEditor      *editor,
                  TvxRecord      *record,
                  const TvxField *field,
                  const char     *text)
{
  tvx_refused_keep_part (editor, record, field, NULL, text);
}

/**
 * tvx_refused_get_part:
 * @editor: an editor
 * @record: a record
 * @field: a field of it
 * @part: (nullable): the key of a cell, where the field is a table of counts
 *
 * Returns: (transfer none) (nullable): what was typed there and cannot be stored
 */
const char *
tvx_refused_get_part (TvxEditor      *editor,
                      TvxRecord      *record,
                      const TvxField *field,
                      const char     *part)
{
  Texts *texts = get_texts (editor, tvx_record_get_id (tvx_record_get_root (record)));
  g_autofree char *key = texts != NULL ? dup_key (record, field, part) : NULL;

  return texts != NULL ? g_hash_table_lookup (texts->by_key, key) : NULL;
}

/**
 * tvx_refused_get:
 * @editor: an editor
 * @record: a record
 * @field: a field of it
 *
 * Returns: (transfer none) (nullable): what was typed there and cannot be stored
 */
const char *
tvx_refused_get (TvxEditor      *editor,
                 TvxRecord      *record,
                 const TvxField *field)
{
  return tvx_refused_get_part (editor, record, field, NULL);
}

/* The cells of a table where something was typed, as [func@dup_cell] tells them. */
static GPtrArray *
list_cells (TvxEditor *editor,
            TvxRecord *table)
{
  Texts *texts = get_texts (editor, tvx_record_get_id (tvx_record_get_root (table)));
  g_autofree char *prefix = g_strconcat (tvx_record_get_id (table), CELLS, NULL);
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  if (texts == NULL)
    return cells;
  g_hash_table_iter_init (&iter, texts->by_key);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix))
      g_ptr_array_add (cells, g_strdup ((const char *) key + strlen (prefix)));
  return cells;
}

/* In the order of the cells' keys, which is the same each time. */
static void
add_cells (TvxEditor      *editor,
           TvxRecord      *table,
           const TvxField *field,
           GPtrArray      *findings)
{
  g_autoptr (GPtrArray) cells = list_cells (editor, table);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cells->len; i++)
    {
      char *key = dup_cell_key (table, cells->pdata[i]);

      if (key != NULL)
        g_ptr_array_add (keys, key);
    }
  g_ptr_array_sort (keys, compare_texts);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *name = tvx_statistics_table_dup_cell_name (TVX_STATISTICS_TABLE (table), keys->pdata[i]);
      /* Translators: what was typed, and in which cell, as “Women, 55 and older”. */
      g_autofree char *message = g_strdup_printf (_("“%s” was typed at “%s”, and is not stored."),
                                                  tvx_refused_get_part (editor, table, field, keys->pdata[i]), name);

      g_ptr_array_add (findings, tvx_finding_new (TVX_SEVERITY_ERROR, table, field, message));
    }
}

static void
add_findings (TvxEditor *editor,
              TvxRecord *record,
              GPtrArray *findings)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      const char *text = tvx_refused_get (editor, record, field);

      if (text != NULL)
        {
          g_autofree char *message = g_strdup_printf (_("“%s” was typed here, and is not stored."), text);

          g_ptr_array_add (findings, tvx_finding_new (TVX_SEVERITY_ERROR, record, field, message));
        }
      if (TVX_IS_STATISTICS_TABLE (record) && g_str_equal (field->name, "counts"))
        add_cells (editor, record, field, findings);
      if (field->kind == TVX_FIELD_RECORD)
        add_findings (editor, tvx_record_get_record (record, field->name), findings);
      for (guint j = 0; field->kind == TVX_FIELD_LIST && j < g_list_model_get_n_items (tvx_record_get_list (record, field->name)); j++)
        {
          g_autoptr (TvxRecord) item = g_list_model_get_item (tvx_record_get_list (record, field->name), j);

          add_findings (editor, item, findings);
        }
    }
}

/**
 * tvx_refused_add_findings:
 * @editor: an editor
 * @root: a project or the register
 * @findings: (element-type TvxFinding): where to add what is found
 *
 * Tells of all that was typed in a record and its parts and cannot be stored.
 */
void
tvx_refused_add_findings (TvxEditor *editor,
                          TvxRecord *root,
                          GPtrArray *findings)
{
  g_return_if_fail (TVX_IS_EDITOR (editor));

  if (get_texts (editor, tvx_record_get_id (root)) != NULL)
    add_findings (editor, root, findings);
}

/**
 * tvx_refused_has_any:
 * @editor: an editor
 * @root_id: the id of a project or the register
 *
 * Returns: whether something was typed there that cannot be stored
 */
gboolean
tvx_refused_has_any (TvxEditor  *editor,
                     const char *root_id)
{
  Texts *texts = get_texts (editor, root_id);
  g_autoptr (TvxRecord) root = texts != NULL ? g_weak_ref_get (&texts->root) : NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  if (root == NULL)
    return texts != NULL && g_hash_table_size (texts->by_key) > 0;
  /* What was typed in a record that is removed counts again only if it comes back. */
  add_findings (editor, root, findings);
  return findings->len > 0;
}

/**
 * tvx_refused_count_cells:
 * @editor: an editor
 * @table: a statistics table
 * @axis: a breakdown of it
 *
 * Returns: in how many cells of categories of the breakdown something was typed that cannot be stored
 */
guint
tvx_refused_count_cells (TvxEditor          *editor,
                         TvxStatisticsTable *table,
                         TvxTableAxis       *axis)
{
  g_autoptr (GPtrArray) cells = list_cells (editor, TVX_RECORD (table));
  GListModel *categories = tvx_record_get_list (TVX_RECORD (axis), "categories");
  guint n_cells = 0;

  for (guint i = 0; i < cells->len; i++)
    for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
      {
        g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);

        n_cells += strstr (cells->pdata[i], tvx_record_get_id (category)) != NULL;
      }
  return n_cells;
}
