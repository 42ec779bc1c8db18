/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-filter.h"

#include "model/tvx-project.h"

/**
 * TvxProjectFilter:
 *
 * Which projects to show: those that hold all words that are looked for, and in each column of which something is asked,
 * meet one of the criteria, see [func@Tvx.column_accepts].
 */
struct _TvxProjectFilter
{
  GtkFilter  parent_instance;

  char      *words;
  /* Of TvxProjectCriterion, those of the same column beside each other. */
  GArray    *criteria;
};

G_DEFINE_FINAL_TYPE (TvxProjectFilter, tvx_project_filter, GTK_TYPE_FILTER)

static void
clear_criterion (gpointer data)
{
  g_free (((TvxProjectCriterion *) data)->criterion);
}

static const TvxProjectCriterion *
get_criterion (TvxProjectFilter *self,
               guint             position)
{
  return &g_array_index (self->criteria, TvxProjectCriterion, position);
}

static gboolean
tvx_project_filter_match (GtkFilter *filter,
                          gpointer   item)
{
  TvxProjectFilter *self = TVX_PROJECT_FILTER (filter);

  for (guint i = 0; i < self->criteria->len;)
    {
      const TvxColumn *column = get_criterion (self, i)->column;
      GVariant *value = tvx_summary_get_column_value (item, column);
      gboolean accepted = FALSE;

      for (; i < self->criteria->len && get_criterion (self, i)->column == column; i++)
        accepted = accepted || tvx_column_accepts (column, value, get_criterion (self, i)->criterion);
      if (!accepted)
        return FALSE;
    }
  return self->words == NULL || tvx_summary_matches (item, self->words);
}

static GtkFilterMatch
tvx_project_filter_get_strictness (GtkFilter *filter)
{
  TvxProjectFilter *self = TVX_PROJECT_FILTER (filter);

  return self->words == NULL && self->criteria->len == 0 ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
tvx_project_filter_finalize (GObject *object)
{
  TvxProjectFilter *self = TVX_PROJECT_FILTER (object);

  g_free (self->words);
  g_array_unref (self->criteria);

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
  self->criteria = g_array_new (FALSE, FALSE, sizeof (TvxProjectCriterion));
  g_array_set_clear_func (self->criteria, clear_criterion);
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

static gboolean
find (TvxProjectFilter *self,
      const TvxColumn  *column,
      const char       *criterion,
      guint            *position)
{
  for (*position = 0; *position < self->criteria->len; (*position)++)
    if (get_criterion (self, *position)->column == column && g_str_equal (get_criterion (self, *position)->criterion, criterion))
      return TRUE;
  return FALSE;
}

static void
add (TvxProjectFilter *self,
     const TvxColumn  *column,
     const char       *criterion)
{
  TvxProjectCriterion new_criterion = { column, g_strdup (criterion) };
  guint position = self->criteria->len;

  for (guint i = 0; i < self->criteria->len; i++)
    if (get_criterion (self, i)->column == column)
      position = i + 1;
  g_array_insert_val (self->criteria, position, new_criterion);
}

/**
 * tvx_project_filter_get_words:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the words that a project must hold somewhere
 */
const char *
tvx_project_filter_get_words (TvxProjectFilter *self)
{
  g_return_val_if_fail (TVX_IS_PROJECT_FILTER (self), NULL);

  return self->words;
}

/**
 * tvx_project_filter_get_criteria:
 * @self: a filter
 *
 * Returns: (transfer none) (element-type TvxProjectCriterion): what is asked for, those of the same column beside each other
 */
GArray *
tvx_project_filter_get_criteria (TvxProjectFilter *self)
{
  g_return_val_if_fail (TVX_IS_PROJECT_FILTER (self), NULL);

  return self->criteria;
}

/**
 * tvx_project_filter_set_criterion:
 * @self: a filter
 * @path: the path of a column, as `handover.state`
 * @criterion: what is asked of it, see [func@Tvx.column_accepts]
 * @wanted: whether it is asked for
 *
 * Asks for the projects that meet a criterion, beside those that meet another one of the same column.
 */
void
tvx_project_filter_set_criterion (TvxProjectFilter *self,
                                  const char       *path,
                                  const char       *criterion,
                                  gboolean          wanted)
{
  const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, path);
  guint position;

  g_return_if_fail (TVX_IS_PROJECT_FILTER (self));
  g_return_if_fail (column != NULL);

  if (find (self, column, criterion, &position) == wanted)
    return;
  if (wanted)
    add (self, column, criterion);
  else
    g_array_remove_index (self->criteria, position);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * tvx_project_filter_has_criterion:
 * @self: a filter
 * @path: the path of a column
 * @criterion: a criterion
 *
 * Returns: whether it is asked for
 */
gboolean
tvx_project_filter_has_criterion (TvxProjectFilter *self,
                                  const char       *path,
                                  const char       *criterion)
{
  guint position;

  g_return_val_if_fail (TVX_IS_PROJECT_FILTER (self), FALSE);

  return find (self, tvx_columns_find (TVX_TYPE_PROJECT, path), criterion, &position);
}

/**
 * tvx_project_filter_dup_query:
 * @self: a filter
 *
 * Returns: (transfer full): each criterion as `path=criterion`, for [method@Tvx.ProjectFilter.set_query]
 */
GStrv
tvx_project_filter_dup_query (TvxProjectFilter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TVX_IS_PROJECT_FILTER (self), NULL);

  for (guint i = 0; i < self->criteria->len; i++)
    g_strv_builder_take (builder, g_strconcat (get_criterion (self, i)->column->path, "=", get_criterion (self, i)->criterion, NULL));
  return g_strv_builder_end (builder);
}

/**
 * tvx_project_filter_set_query:
 * @self: a filter
 * @words: (nullable): what to look for
 * @criteria: (array zero-terminated=1): each as `path=criterion`; those of columns that this version does not know are left
 *   out
 *
 * Asks for this, and for nothing else.
 */
void
tvx_project_filter_set_query (TvxProjectFilter  *self,
                              const char        *words,
                              const char *const *criteria)
{
  g_return_if_fail (TVX_IS_PROJECT_FILTER (self));

  g_set_str (&self->words, words != NULL && *words != '\0' ? words : NULL);
  g_array_set_size (self->criteria, 0);
  for (guint i = 0; criteria[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (criteria[i], "=", 2);
      const TvxColumn *column = parts[0] != NULL ? tvx_columns_find (TVX_TYPE_PROJECT, parts[0]) : NULL;
      guint position;

      if (column != NULL && parts[1] != NULL && !find (self, column, parts[1], &position))
        add (self, column, parts[1]);
    }
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
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
  g_array_set_size (self->criteria, 0);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}
