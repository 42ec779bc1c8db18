/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes projects of a file into a register, one after the other, so that a program can live meanwhile. */

#include "storage/tvx-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "storage/tvx-problem.h"
#include "storage/tvx-record-update.h"
#include "storage/tvx-storage-error.h"

struct _TvxImport
{
  TvxWorkspace *workspace;
  GPtrArray    *projects;
  gboolean      is_report;
  GHashTable   *same; /* (nullable) */
  GHashTable   *seen; /* ids */
  GPtrArray    *report;
};

static void
imported_free (TvxImported *imported)
{
  g_free (imported->id);
  g_free (imported->title);
  g_free (imported->message);
  g_free (imported);
}

static TvxImportOutcome
change_project (TvxWorkspace  *workspace,
                TvxRecord     *project,
                GError       **error)
{
  TvxEditor *editor = tvx_workspace_get_editor (workspace);
  g_autoptr (TvxProject) known =
    tvx_workspace_load_project (workspace, tvx_record_get_id (project), NULL, error);
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  if (known == NULL)
    return TVX_IMPORT_REFUSED;
  before = tvx_record_to_variant (TVX_RECORD (known));
  tvx_editor_begin (editor, NULL);
  if (!tvx_record_update (editor, TVX_RECORD (known), project, error))
    {
      tvx_editor_cancel (editor);
      return TVX_IMPORT_REFUSED;
    }
  tvx_editor_end (editor);
  after = tvx_record_to_variant (TVX_RECORD (known));
  return g_variant_equal (before, after) ? TVX_IMPORT_SAME : TVX_IMPORT_CHANGED;
}

/* Whether the register has a file of the project, but it cannot be opened. */
static gboolean
is_damaged (TvxWorkspace *workspace,
            const char   *id)
{
  GListModel *problems = tvx_workspace_get_problems (workspace);
  g_autofree char *file = tvx_store_dup_record_name (tvx_workspace_get_store (workspace), TVX_TYPE_PROJECT, id);

  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (TvxProblem) problem = g_list_model_get_item (problems, i);

      if (strcmp (tvx_problem_get_file (problem), file) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tvx_import_is_same:
 * @known: a project of a register
 * @project: the same project in a file
 * @is_report: whether the file is a report
 *
 * Compares a project with what a file says of it. A report for the public leaves out what must not be published; what it
 * lacks says nothing about the project.
 *
 * Returns: whether there is nothing to import
 */
gboolean
tvx_import_is_same (TvxRecord *known,
                    TvxRecord *project,
                    gboolean   is_report)
{
  g_autoptr (GVariant) in_file = tvx_record_to_variant (project);
  g_autoptr (GVariant) whole = tvx_record_to_variant (known);
  g_autoptr (TvxRecord) public = NULL;
  g_autoptr (GVariant) published = NULL;

  if (g_variant_equal (whole, in_file))
    return TRUE;
  if (!is_report)
    return FALSE;
  public = tvx_record_new_public (known);
  published = tvx_record_to_variant (public);
  return g_variant_equal (published, in_file);
}

/* The parts of a report can be left out: what it lacks must not be taken away from the project. */
static TvxImportOutcome
compare_project (TvxWorkspace  *workspace,
                 TvxRecord     *project,
                 GError       **error)
{
  g_autoptr (TvxProject) known =
    tvx_workspace_load_project (workspace, tvx_record_get_id (project), NULL, error);

  if (known == NULL)
    return TVX_IMPORT_REFUSED;
  if (tvx_import_is_same (TVX_RECORD (known), project, TRUE))
    return TVX_IMPORT_SAME;
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_EXISTS,
               _("The register has this project, and knows more or something else than the report. Import the report into "
                  "another register to compare, or import a file that was exported."));
  return TVX_IMPORT_REFUSED;
}

static TvxImported *
import_project (TvxImport *self,
                TvxRecord *project)
{
  TvxWorkspace *workspace = self->workspace;
  TvxImported *imported = g_new0 (TvxImported, 1);
  g_autoptr (GError) error = NULL;

  imported->id = g_strdup (tvx_record_get_id (project));
  imported->title = tvx_record_dup_title (project);
  if (!g_hash_table_add (self->seen, imported->id))
    {
      imported->outcome = TVX_IMPORT_REFUSED;
      imported->message = g_strdup (_("The project is in the file twice; only the first was imported."));
    }
  else if (tvx_record_get_read_only (project))
    {
      imported->outcome = TVX_IMPORT_REFUSED;
      imported->message = g_strdup (_("A newer version of this program wrote the project."));
    }
  else if (self->same != NULL && g_hash_table_contains (self->same, imported->id))
    {
      imported->outcome = TVX_IMPORT_SAME;
    }
  else if (tvx_workspace_get_summary (workspace, imported->id) != NULL)
    {
      imported->outcome = self->is_report ? compare_project (workspace, project, &error)
                                          : change_project (workspace, project, &error);
      imported->message = error != NULL ? g_strdup (error->message) : NULL;
    }
  else if (is_damaged (workspace, imported->id))
    {
      imported->outcome = TVX_IMPORT_REFUSED;
      imported->message = g_strdup (_("The register has a damaged file of this project; mend or remove that first."));
    }
  else
    {
      imported->outcome = TVX_IMPORT_NEW;
      tvx_editor_create (tvx_workspace_get_editor (workspace), project);
    }
  return imported;
}

/**
 * tvx_import_begin:
 * @workspace: an open register
 * @projects: (element-type TvxRecord): what [func@Tvx.exchange_load] read
 * @is_report: whether it was read from a report
 * @same: (nullable) (element-type utf8): the ids of those that [func@Tvx.import_is_same] has found to be the same
 * @error: return location for an error
 *
 * Begins to take projects into a register, as one step that can be undone. A project that the register has is changed where
 * the file differs, and its history tells of it; nothing is overwritten in silence. A report may lack parts of a project, and
 * changes none that the register has.
 *
 * Nothing else may edit the register until the import is ended or taken back.
 *
 * Returns: (transfer full) (nullable): the import, or `NULL` with a `TVX_STORAGE_ERROR`
 */
TvxImport *
tvx_import_begin (TvxWorkspace  *workspace,
                  GPtrArray     *projects,
                  gboolean       is_report,
                  GHashTable    *same,
                  GError       **error)
{
  TvxImport *self;

  g_return_val_if_fail (TVX_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (projects != NULL, NULL);

  if (tvx_workspace_get_read_only (workspace))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ACCESS,
                   _("This register can only be read, so nothing can be imported."));
      return NULL;
    }

  self = g_new0 (TvxImport, 1);
  self->workspace = g_object_ref (workspace);
  self->projects = g_ptr_array_ref (projects);
  self->is_report = is_report;
  self->same = same != NULL ? g_hash_table_ref (same) : NULL;
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->report = g_ptr_array_new_with_free_func ((GDestroyNotify) imported_free);
  tvx_editor_begin (tvx_workspace_get_editor (workspace), _("Import"));
  return self;
}

static GPtrArray *
finish (TvxImport *self)
{
  GPtrArray *report = self->report;

  g_object_unref (self->workspace);
  g_ptr_array_unref (self->projects);
  g_clear_pointer (&self->same, g_hash_table_unref);
  g_hash_table_unref (self->seen);
  g_free (self);
  return report;
}

/**
 * tvx_import_next:
 * @self: an import
 *
 * Takes the next project into the register. One that the register has and that is not open is read while this waits.
 *
 * Returns: whether there was one
 */
gboolean
tvx_import_next (TvxImport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->report->len == self->projects->len)
    return FALSE;
  g_ptr_array_add (self->report, import_project (self, self->projects->pdata[self->report->len]));
  return TRUE;
}

/**
 * tvx_import_end:
 * @self: (transfer full): an import
 *
 * Ends an import: what was done is a step that can be undone.
 *
 * Returns: (transfer full) (element-type TvxImported): what came of each project
 */
GPtrArray *
tvx_import_end (TvxImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  tvx_editor_end (tvx_workspace_get_editor (self->workspace));
  return finish (self);
}

/**
 * tvx_import_take_back:
 * @self: (transfer full): an import
 *
 * Ends an import as if it had never begun.
 */
void
tvx_import_take_back (TvxImport *self)
{
  g_return_if_fail (self != NULL);

  tvx_editor_cancel (tvx_workspace_get_editor (self->workspace));
  g_ptr_array_unref (finish (self));
}

/**
 * tvx_import_all:
 * @workspace: an open register
 * @projects: (element-type TvxRecord): what [func@Tvx.exchange_load] read
 * @is_report: whether it was read from a report
 * @error: return location for an error
 *
 * Takes projects into a register at once, as [func@Tvx.import_begin] says.
 *
 * Returns: (transfer full) (element-type TvxImported) (nullable): what came of each project
 */
GPtrArray *
tvx_import_all (TvxWorkspace  *workspace,
                GPtrArray     *projects,
                gboolean       is_report,
                GError       **error)
{
  TvxImport *self = tvx_import_begin (workspace, projects, is_report, NULL, error);

  if (self == NULL)
    return NULL;
  while (tvx_import_next (self))
    continue;
  return tvx_import_end (self);
}
