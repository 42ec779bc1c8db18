/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-filter.h"

#include "model/tvx-summary.h"

/**
 * TvxProjectFilter:
 *
 * Which projects to show: those that hold all words that are looked for, and in each column that codes are asked for of,
 * one of these codes.
 */
struct _TvxProjectFilter
{
  GtkFilter   parent_instance;

  char       *words;
  /* The path of a column → the codes asked for: a set of strings, never empty. */
  GHashTable *columns;
};

G_DEFINE_FINAL_TYPE (TvxProjectFilter, tvx_project_filter, GTK_TYPE_FILTER)

const char *const tvx_project_filter_paths[] = { "lifecycle", "handover.state", NULL };

static gboolean
tvx_project_filter_match (GtkFilter *filter,
                          gpointer   item)
{
  TvxProjectFilter *self = TVX_PROJECT_FILTER (filter);
  GHashTableIter iter;
  gpointer path, codes;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &path, &codes))
    {
      GVariant *value = tvx_summary_get_value (item, path);

      if (value == NULL || !g_hash_table_contains (codes, g_variant_get_string (value, NULL)))
        return FALSE;
    }
  return self->words == NULL || tvx_summary_matches (item, self->words);
}

static GtkFilterMatch
tvx_project_filter_get_strictness (GtkFilter *filter)
{
  TvxProjectFilter *self = TVX_PROJECT_FILTER (filter);

  return self->words == NULL && g_hash_table_size (self->columns) == 0 ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
tvx_project_filter_finalize (GObject *object)
{
  TvxProjectFilter *self = TVX_PROJECT_FILTER (object);

  g_free (self->words);
  g_hash_table_unref (self->columns);

  G_OBJECT_CLASS (tvx_project_filter_parent_class)->finalize (object);
}

static void
tvx_project_filter_class_init (TvxProjectFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tvx_project_filter_finalize;
  filter_class->match = tvx_project_filter_match;
  filter_class->get_strictness = tvx_project_filter_get_strictness;
}

static void
tvx_project_filter_init (TvxProjectFilter *self)
{
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

/**
 * tvx_project_filter_new:
 *
 * Returns: (transfer full): a filter that shows all projects
 */
TvxProjectFilter *
tvx_project_filter_new (void)
{
  return g_object_new (TVX_TYPE_PROJECT_FILTER, NULL);
}

/**
 * tvx_project_filter_set_words:
 * @self: a filter
 * @words: (nullable): what to look for, all of it
 *
 * Sets the words that a project must hold somewhere.
 */
void
tvx_project_filter_set_words (TvxProjectFilter *self,
                              const char       *words)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (TVX_IS_PROJECT_FILTER (self));

  if (words != NULL && *words == '\0')
    words = NULL;
  if (words == NULL)
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  else if (self->words == NULL || g_str_has_prefix (words, self->words))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  if (g_set_str (&self->words, words))
    gtk_filter_changed (GTK_FILTER (self), change);
}

/**
 * tvx_project_filter_set_code:
 * @self: a filter
 * @path: the path of a column, as `handover.state`
 * @code: a code of the column's vocabulary
 * @wanted: whether projects with this code are asked for
 *
 * Asks for the projects that have a code, beside those that have another one asked for in the same column.
 */
void
tvx_project_filter_set_code (TvxProjectFilter *self,
                             const char       *path,
                             const char       *code,
                             gboolean          wanted)
{
  GHashTable *codes;

  g_return_if_fail (TVX_IS_PROJECT_FILTER (self));

  if (wanted == tvx_project_filter_has_code (self, path, code))
    return;
  codes = g_hash_table_lookup (self->columns, path);
  if (codes == NULL)
    {
      codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->columns, g_strdup (path), codes);
    }
  if (wanted)
    g_hash_table_add (codes, g_strdup (code));
  else
    g_hash_table_remove (codes, code);
  if (g_hash_table_size (codes) == 0)
    g_hash_table_remove (self->columns, path);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * tvx_project_filter_has_code:
 * @self: a filter
 * @path: the path of a column
 * @code: a code of the column's vocabulary
 *
 * Returns: whether projects with this code are asked for
 */
gboolean
tvx_project_filter_has_code (TvxProjectFilter *self,
                             const char       *path,
                             const char       *code)
{
  GHashTable *codes = g_hash_table_lookup (self->columns, path);

  return codes != NULL && g_hash_table_contains (codes, code);
}

/**
 * tvx_project_filter_clear:
 * @self: a filter
 *
 * Shows all projects again.
 */
void
tvx_project_filter_clear (TvxProjectFilter *self)
{
  g_return_if_fail (TVX_IS_PROJECT_FILTER (self));

  if (tvx_project_filter_get_strictness (GTK_FILTER (self)) == GTK_FILTER_MATCH_ALL)
    return;
  g_clear_pointer (&self->words, g_free);
  g_hash_table_remove_all (self->columns);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}
