/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole register, or one project, as a single file of JSON.
 *
 * A project looks as it does in its register. A register is an object with the members "register" and "projects". */

#include "storage/tvx-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "storage/tvx-file-format.h"
#include "storage/tvx-json.h"
#include "storage/tvx-pdf-record.h"
#include "storage/tvx-storage-error.h"

/* All of it stands in memory, several times. */
#define MAX_SIZE (256 * 1024 * 1024)

static GVariant *
collect_projects (TvxStore         *store,
                  GPtrArray        *problems,
                  TvxProgressFunc   progress,
                  gpointer          progress_data,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr (GPtrArray) summaries = tvx_store_load_summaries (store, problems, NULL, NULL, cancellable, error);
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("av"));

  if (summaries == NULL)
    return NULL;
  for (guint i = 0; i < summaries->len; i++)
    {
      g_autoptr (TvxRecord) project =
        tvx_store_load_project (store, tvx_summary_get_id (summaries->pdata[i]), NULL, cancellable, error);
      g_autoptr (GVariant) variant = project != NULL ? tvx_record_to_variant (project) : NULL;

      if (variant == NULL)
        return NULL;
      g_variant_builder_add (builder, "v", variant);
      if (progress != NULL)
        progress (i + 1, summaries->len, progress_data);
    }
  return g_variant_builder_end (builder);
}

static GVariant *
make_project_tree (TvxStore      *store,
                   const char    *id,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (TvxRecord) project = tvx_store_load_project (store, id, NULL, cancellable, error);
  g_autoptr (GVariant) variant = project != NULL ? tvx_record_to_variant (project) : NULL;

  return variant != NULL ? tvx_file_format_wrap (&tvx_project_format, variant) : NULL;
}

static GVariant *
wrap_register (TvxRecord *record,
               GVariant  *projects)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) variant = tvx_record_to_variant (record);
  g_autoptr (GVariant) members = NULL;

  g_variant_builder_add (builder, "{sv}", "register", variant);
  g_variant_builder_add (builder, "{sv}", "projects", projects);
  members = g_variant_ref_sink (g_variant_builder_end (builder));
  return tvx_file_format_wrap (&tvx_exchange_format, members);
}

static GVariant *
make_register_tree (TvxStore         *store,
                    GPtrArray        *problems,
                    TvxProgressFunc   progress,
                    gpointer          progress_data,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (TvxRecord) record = tvx_store_load_register (store, problems, NULL, cancellable, error);
  GVariant *projects;

  if (record == NULL)
    return NULL;
  projects = collect_projects (store, problems, progress, progress_data, cancellable, error);
  if (projects == NULL)
    return NULL;
  return wrap_register (record, projects);
}

static gboolean
check_size (const char  *name,
            guint64      size,
            GError     **error)
{
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  if (size <= MAX_SIZE)
    return TRUE;
  found = g_format_size (size);
  expected = g_format_size (MAX_SIZE);
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_TOO_LARGE,
               _("%s: found %s, expected at most %s"), name, found, expected);
  return FALSE;
}

/**
 * tvx_exchange_export:
 * @store: where the register is kept
 * @project_id: (nullable): the id of a project, %NULL for the whole register
 * @target: the file to write
 * @problems: (element-type TvxProblem): where to tell of projects that cannot be read, and are therefore not in the file
 * @progress: (nullable) (scope call): is told how many projects have been read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Writes what is stored to a single file. This blocks.
 *
 * Returns: whether the file was written
 */
gboolean
tvx_exchange_export (TvxStore         *store,
                     const char       *project_id,
                     GFile            *target,
                     GPtrArray        *problems,
                     TvxProgressFunc   progress,
                     gpointer          progress_data,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_autoptr (GVariant) tree = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TVX_IS_STORE (store), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  if (project_id != NULL)
    tree = make_project_tree (store, project_id, cancellable, error);
  else
    tree = make_register_tree (store, problems, progress, progress_data, cancellable, error);
  if (tree == NULL)
    return FALSE;
  text = tvx_json_write (tree);
  name = g_file_get_parse_name (target);
  if (!check_size (name, strlen (text), error))
    return FALSE;
  /* The flag keeps GIO from cutting the old file short and writing into it. */
  if (g_file_replace_contents (target, text, strlen (text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               cancellable, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

/**
 * tvx_exchange_write_records:
 * @reg: (nullable): a register, %NULL where only a project is to be written
 * @projects: (element-type TvxProject): its projects, or the one project
 *
 * Writes records just as [func@Tvx.exchange_export] writes what is stored.
 *
 * Returns: (transfer full): the text of the file
 */
GBytes *
tvx_exchange_write_records (TvxRegister *reg,
                            GPtrArray   *projects)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("av"));
  g_autoptr (GVariant) tree = NULL;
  char *text;

  g_return_val_if_fail (reg == NULL || TVX_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (reg != NULL || projects->len == 1, NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      g_autoptr (GVariant) variant = tvx_record_to_variant (projects->pdata[i]);

      if (reg == NULL)
        tree = tvx_file_format_wrap (&tvx_project_format, variant);
      else
        g_variant_builder_add (builder, "v", variant);
    }
  if (reg != NULL)
    tree = wrap_register (TVX_RECORD (reg), g_variant_builder_end (builder));
  text = tvx_json_write (tree);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
load_bytes (GFile         *source,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (source, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, error);
  GBytes *bytes;

  if (info == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FILE_TYPE,
                   _("%s: found a folder or device, expected an ordinary file"), name);
      return NULL;
    }
  if (!check_size (name, (guint64) g_file_info_get_size (info), error))
    return NULL;
  bytes = g_file_load_bytes (source, cancellable, NULL, error);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", name);
  return bytes;
}

static gboolean
read_projects (GVariant    *members,
               const char  *name,
               GPtrArray   *projects,
               GError     **error)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (members, "projects", G_VARIANT_TYPE ("av"));

  if (list == NULL)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("%s: projects: found no list, expected a list of projects"), name);
      return FALSE;
    }
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) boxed = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) item = g_variant_get_variant (boxed);
      g_autofree char *place = g_strdup_printf ("%s: projects[%" G_GSIZE_FORMAT "]", name, i);
      TvxRecord *project = tvx_file_format_read_members (TVX_TYPE_PROJECT, item, place, error);

      if (project == NULL)
        return FALSE;
      g_ptr_array_add (projects, project);
    }
  return TRUE;
}

/**
 * tvx_exchange_load:
 * @source: a file that was exported, or a report as PDF
 * @is_report: (out): whether it is a report, which may leave out parts of its projects
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Reads the projects of a file that holds a register or a project. This blocks.
 *
 * Returns: (transfer full) (element-type TvxRecord) (nullable): the projects
 */
GPtrArray *
tvx_exchange_load (GFile         *source,
                   gboolean      *is_report,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = g_file_get_parse_name (source);
  g_autoptr (GBytes) file = load_bytes (source, name, cancellable, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) tree = NULL;
  g_autoptr (GVariant) members = NULL;
  const char *format;
  gboolean newer;

  if (file == NULL)
    return NULL;
  *is_report = tvx_pdf_record_is_pdf (file);
  bytes = *is_report ? tvx_pdf_record_extract (file, name, MAX_SIZE, error) : g_bytes_ref (file);
  tree = bytes != NULL ? tvx_json_parse_wrapped (bytes, name, error) : NULL;
  if (tree == NULL)
    return NULL;
  if (g_variant_is_of_type (tree, G_VARIANT_TYPE_VARDICT) && g_variant_lookup (tree, "format", "&s", &format) &&
      strcmp (format, tvx_project_format.name) == 0)
    {
      TvxRecord *project = tvx_file_format_read_record (TVX_TYPE_PROJECT, tree, name, error);

      if (project == NULL)
        return NULL;
      g_ptr_array_add (projects, project);
      return g_steal_pointer (&projects);
    }

  members = tvx_file_format_unwrap (&tvx_exchange_format, tree, name, &newer, error);
  if (members == NULL || !read_projects (members, name, projects, error))
    return NULL;
  for (guint i = 0; newer && i < projects->len; i++)
    tvx_record_set_read_only (projects->pdata[i], TRUE);
  return g_steal_pointer (&projects);
}
