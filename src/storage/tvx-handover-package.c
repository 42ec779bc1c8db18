/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a receiver gets: a bag whose payload is a register folder with the projects, their history and their documents, and
 * beside that the protocol, the list of documents, and the form for the receipt.
 *
 * It is for the receiver alone: records are whole, with what is never published. */

#include "config.h"

#include "storage/tvx-handover-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-csv.h"
#include "model/tvx-document.h"
#include "model/tvx-editor.h"
#include "model/tvx-handover.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-vocabulary.h"
#include "storage/tvx-bag-writer.h"
#include "storage/tvx-file-format.h"
#include "storage/tvx-folder-writer.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-json.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-receipt.h"
#include "storage/tvx-storage-error.h"

static TvxRecord *
get_handover (TvxRecord *project)
{
  return tvx_record_get_record (project, "handover");
}

/* Documents that stay with the sender, or are disposed of there. */
static gboolean
is_left_behind (TvxRecord *document)
{
  const char *transfer = tvx_record_get_text (document, "transfer");

  return g_strcmp0 (transfer, "stays") == 0 || g_strcmp0 (transfer, "disposal") == 0;
}

static TvxRecord *
copy_record (TvxRecord *record)
{
  g_autoptr (GVariant) variant = tvx_record_to_variant (record);
  g_autoptr (GError) error = NULL;
  TvxRecord *copy = tvx_record_new_from_variant (G_OBJECT_TYPE (record), variant, &error);

  g_assert_no_error (error);
  return copy;
}

/* The project as it goes to the receiver: what stays is known, but its file is not there. */
static TvxRecord *
make_packed (TvxRecord *project)
{
  TvxRecord *copy = copy_record (project);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  GListModel *documents = tvx_record_get_list (copy, "documents");

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);

      if (is_left_behind (document))
        tvx_editor_set (editor, document, "file", NULL, NULL);
    }
  return copy;
}

/* Keys of counts say of which project they are, as “…|project=UUID|…”. */
#define PROJECT_IN_KEY "|project="

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a sum over projects is called in keys: see statistics/tvx-axis.c, which this layer does not know. */
static char *
dup_sum_place (GStrv ids)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_ids = g_strv_length (ids);

  qsort (ids, n_ids, sizeof (char *), compare_texts);
  for (guint i = 0; i < n_ids; i++)
    g_checksum_update (checksum, (const guchar *) ids[i], strlen (ids[i]) + 1);
  return g_strdup_printf ("*%.16s", g_checksum_get_string (checksum));
}

/* The sums of a report that only projects of the package are in, each of which is a text of ids; their places in keys are added
 * to @places, which has those of the projects. */
static GVariant *
dup_packed_sums (TvxRecord  *report,
                 GHashTable *places)
{
  GVariant *sums = tvx_record_get_value (report, "sums");
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **texts = sums != NULL ? g_variant_get_strv (sums, NULL) : NULL;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_strsplit (texts[i], " ", -1);
      gboolean are_packed = TRUE;

      for (guint k = 0; ids[k] != NULL; k++)
        are_packed = are_packed && g_hash_table_contains (places, ids[k]);
      if (!are_packed)
        continue;
      g_variant_builder_add (builder, "s", texts[i]);
      g_hash_table_add (places, dup_sum_place (ids));
    }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

static gboolean
is_packed (const char *key,
           GHashTable *places)
{
  const char *project = strstr (key, PROJECT_IN_KEY);
  g_autofree char *place = NULL;

  if (project == NULL)
    return TRUE;
  project += strlen (PROJECT_IN_KEY);
  place = g_strndup (project, strcspn (project, "|"));
  return g_hash_table_contains (places, place);
}

/* Without the keys of other projects, of which nobody but their authority knows which hidden numbers are small. Returns whether
 * any are left. */
static gboolean
pack_keys (TvxEditor  *editor,
           TvxRecord  *report,
           const char *field,
           GHashTable *places)
{
  GVariant *keys = tvx_record_get_value (report, field);
  g_autoptr (GVariantBuilder) builder = keys != NULL ? g_variant_builder_new (g_variant_get_type (keys)) : NULL;
  guint n_packed = 0;

  for (gsize i = 0; keys != NULL && i < g_variant_n_children (keys); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (keys, i);
      g_autofree char *key = NULL;

      if (g_variant_is_of_type (child, G_VARIANT_TYPE_STRING))
        key = g_variant_dup_string (child, NULL);
      else
        g_variant_get_child (child, 0, "s", &key);
      if (!is_packed (key, places))
        continue;
      g_variant_builder_add_value (builder, child);
      n_packed++;
    }
  if (builder != NULL)
    tvx_editor_set (editor, report, field, g_variant_builder_end (builder), NULL);
  return n_packed > 0;
}

/* Of what earlier reports told, the receiver needs what is about the projects that it gets. Of a sum with other projects it gets
 * nothing, since it could not make it again. */
static TvxRecord *
make_packed_register (TvxRecord *reg,
                      GPtrArray *projects)
{
  static const char *const fields[] = { "shown", "rounded", "small", "follow" };
  TvxRecord *copy = copy_record (reg);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *published = tvx_record_get_list (copy, "published");

  for (guint i = 0; i < projects->len; i++)
    g_hash_table_add (places, g_strdup (tvx_record_get_id (projects->pdata[i])));
  for (guint i = 0; i < g_list_model_get_n_items (published); i++)
    {
      g_autoptr (TvxRecord) report = g_list_model_get_item (published, i);

      g_autoptr (GVariant) sums = dup_packed_sums (report, places);

      tvx_editor_set (editor, report, "sums", sums, NULL);
    }
  for (guint i = g_list_model_get_n_items (published); i > 0; i--)
    {
      g_autoptr (TvxRecord) report = g_list_model_get_item (published, i - 1);
      gboolean is_left = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
        is_left |= pack_keys (editor, report, fields[k], places);
      if (!is_left)
        tvx_editor_remove (editor, report, NULL);
    }
  return copy;
}

static GBytes *
make_text (TvxRecord *record)
{
  g_autoptr (GVariant) variant = tvx_record_to_variant (record);
  g_autoptr (GVariant) tree = tvx_file_format_wrap (tvx_file_format_for (G_OBJECT_TYPE (record)), variant);
  char *text = tvx_json_write (tree);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
add_record (TvxBagWriter  *writer,
            TvxRecord     *record,
            GError       **error)
{
  g_autofree char *path = tvx_folder_dup_name (G_OBJECT_TYPE (record), tvx_record_get_id (record));
  g_autoptr (GBytes) text = make_text (record);

  return tvx_bag_writer_add_bytes (writer, path, text, error);
}

static gboolean
add_history (TvxBagWriter  *writer,
             TvxStore      *store,
             TvxRecord     *project,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = tvx_folder_dup_history_name (tvx_record_get_id (project));
  g_autoptr (GPtrArray) entries =
    tvx_store_load_history (store, TVX_TYPE_PROJECT, tvx_record_get_id (project), problems, cancellable, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (entries == NULL)
    return FALSE;
  if (entries->len == 0)
    return TRUE;
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *line = tvx_json_write_line (tvx_history_entry_get_change (entries->pdata[i]));

      g_string_append (text, line);
    }
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return tvx_bag_writer_add_bytes (writer, path, bytes, error);
}

static gboolean
add_documents (TvxBagWriter  *writer,
               TvxStore      *store,
               TvxRecord     *project,
               GError       **error)
{
  GListModel *documents = tvx_record_get_list (project, "documents");
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);
      const char *name = tvx_record_get_text (document, "file");
      g_autoptr (GFile) file = name != NULL ? tvx_store_dup_document_file (store, tvx_record_get_id (project), name) : NULL;
      g_autofree char *path = NULL;

      if (name == NULL || !g_hash_table_add (added, (gpointer) name))
        continue;
      path = g_build_path ("/", "documents", tvx_record_get_id (project), name, NULL);
      if (file == NULL)
        {
          g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT, _("%s: this is not the name of an attached file"), path);
          return FALSE;
        }
      if (!tvx_bag_writer_add_file (writer, path, file, tvx_record_get_text (document, "sha256"), error))
        return FALSE;
    }
  return TRUE;
}

/* All that is known of each document, with its project, for those who keep the archive. */
static GBytes *
make_document_list (GPtrArray *projects)
{
  TvxRecordClass *klass = g_type_class_get (TVX_TYPE_DOCUMENT);
  g_autoptr (GString) csv = g_string_new ("project,project_title");

  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (csv, ",%s", klass->fields[i].name);
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < projects->len; i++)
    {
      GListModel *documents = tvx_record_get_list (projects->pdata[i], "documents");
      g_autofree char *title = tvx_record_dup_title (projects->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (documents); j++)
        {
          g_autoptr (TvxRecord) document = g_list_model_get_item (documents, j);

          tvx_csv_append_text (csv, tvx_record_get_id (projects->pdata[i]));
          g_string_append_c (csv, ',');
          tvx_csv_append_text (csv, title);
          for (guint k = 0; k < klass->n_fields; k++)
            {
              GVariant *value = tvx_record_get_value (document, klass->fields[k].name);

              g_string_append_c (csv, ',');
              if (value != NULL)
                tvx_csv_append_value (csv, value);
            }
          g_string_append (csv, "\r\n");
        }
    }
  return g_string_free_to_bytes (g_steal_pointer (&csv));
}

static TvxReceipt *
make_form (GPtrArray *projects)
{
  TvxRecord *handover = get_handover (projects->pdata[0]);
  g_autoptr (GChecksum) package = g_checksum_new (G_CHECKSUM_SHA256);
  TvxReceipt *form = tvx_receipt_new ("", tvx_record_get_text (handover, "from"), tvx_record_get_text (handover, "to"));

  for (guint i = 0; i < projects->len; i++)
    {
      g_autoptr (GBytes) text = make_text (projects->pdata[i]);
      g_autofree char *revision = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);

      tvx_receipt_add_line (form, projects->pdata[i], revision);
      g_checksum_update (package, (const guchar *) tvx_record_get_id (projects->pdata[i]), -1);
      g_checksum_update (package, (const guchar *) revision, -1);
    }
  g_free (form->package);
  form->package = g_strdup (g_checksum_get_string (package));
  return form;
}

/* What the bag says of itself is for machines and archives, and always in English. */
static void
add_info (TvxBagWriter     *writer,
          const TvxReceipt *form,
          GDateTime        *date)
{
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *description =
    g_strdup_printf ("%u projects of regional growth, handed over to %s, as a register folder of Tillväxt with a protocol",
                     form->lines->len, form->to);

  tvx_bag_writer_add_info (writer, TVX_HANDOVER_PACKAGE_LABEL, TVX_HANDOVER_PACKAGE_VERSION);
  tvx_bag_writer_add_info (writer, "Source-Organization", form->from);
  tvx_bag_writer_add_info (writer, "External-Description", description);
  tvx_bag_writer_add_info (writer, "External-Identifier", form->package);
  tvx_bag_writer_add_info (writer, "Internal-Sender-Description",
                           "Internal, for the receiver only. The records are whole: they hold personal data, notes and counts that "
                           "must not be published.");
  tvx_bag_writer_add_info (writer, "Bagging-Date", day);
  tvx_bag_writer_add_info (writer, "Bag-Software-Agent", "Tillväxt " TVX_VERSION);
}

static gboolean
add_papers (TvxBagWriter  *writer,
            TvxReceipt    *form,
            GPtrArray     *projects,
            GBytes        *protocol_pdf,
            GBytes        *protocol_html,
            GError       **error)
{
  g_autoptr (GBytes) documents = make_document_list (projects);
  g_autoptr (GBytes) receipt = tvx_receipt_write (form);

  return tvx_bag_writer_add_bytes (writer, TVX_HANDOVER_PACKAGE_FOLDER "/documents.csv", documents, error) &&
         tvx_bag_writer_add_bytes (writer, TVX_HANDOVER_PACKAGE_FOLDER "/protocol.html", protocol_html, error) &&
         tvx_bag_writer_add_bytes (writer, TVX_HANDOVER_PACKAGE_FOLDER "/protocol.pdf", protocol_pdf, error) &&
         tvx_bag_writer_add_bytes (writer, TVX_HANDOVER_PACKAGE_FOLDER "/receipt.json", receipt, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (tvx_record_get_id (*(TvxRecord *const *) a), tvx_record_get_id (*(TvxRecord *const *) b));
}

/**
 * tvx_handover_package_dup_revision: (skip)
 * @project: a project
 *
 * Returns: (transfer full): what tells it, as it goes into a package, from every other version
 */
char *
tvx_handover_package_dup_revision (TvxRecord *project)
{
  g_autoptr (TvxRecord) packed = make_packed (project);
  g_autoptr (GBytes) text = make_text (packed);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
}

static gboolean
check_state (TvxRecord  *project,
             GError    **error)
{
  TvxRecord *handover = get_handover (project);
  const char *state = tvx_handover_get_state (TVX_HANDOVER (handover));

  if (g_str_equal (state, "handed_over") && tvx_record_get_text (handover, "from") != NULL && tvx_record_get_text (handover, "to") != NULL)
    return TRUE;
  if (g_str_equal (state, "handed_over"))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT, _("It does not say who hands it over, and to whom."));
      return FALSE;
    }
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
               _("Its handover status is “%s”, not “%s”. Take the steps of the handover first."),
               tvx_vocabulary_get_label (&tvx_handover_states, state), tvx_vocabulary_get_label (&tvx_handover_states, "handed_over"));
  return FALSE;
}

/**
 * tvx_handover_package_check_project:
 * @store: the register of the sender
 * @project: a project of it, as it is stored
 * @n_documents: (out): how many files of documents go with it
 * @cancellable: (nullable): to cancel the task
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Finds out whether a project can go into a package: whether it has been handed over, and the files that go with it are
 * there. Whether they are what they were, shows when they are packed. This blocks.
 *
 * Returns: whether it can
 */
gboolean
tvx_handover_package_check_project (TvxStore      *store,
                                    TvxRecord     *project,
                                    guint         *n_documents,
                                    GCancellable  *cancellable,
                                    GError       **error)
{
  GListModel *documents = tvx_record_get_list (project, "documents");

  *n_documents = 0;
  if (!check_state (project, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);
      const char *name = tvx_record_get_text (document, "file");
      g_autoptr (GFile) file = NULL;

      if (name == NULL || is_left_behind (document))
        continue;
      file = tvx_store_dup_document_file (store, tvx_record_get_id (project), name);
      if (file == NULL || !g_file_query_exists (file, cancellable))
        {
          g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND, _("The file of the document “%s” is missing."), name);
          return FALSE;
        }
      (*n_documents)++;
    }
  return TRUE;
}

/**
 * tvx_handover_package_check:
 * @projects: (element-type TvxRecord): projects
 * @error: return location for a [error@Tvx.StorageError]
 *
 * Finds out whether projects can go into one package: whether all of them have been handed over, by one authority to one
 * other.
 *
 * Returns: whether they can
 */
gboolean
tvx_handover_package_check (GPtrArray  *projects,
                            GError    **error)
{
  TvxRecord *first;

  if (projects->len == 0)
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                   _("No project has been handed over, so there is nothing to pack."));
      return FALSE;
    }
  first = get_handover (projects->pdata[0]);
  for (guint i = 0; i < projects->len; i++)
    {
      TvxRecord *handover = get_handover (projects->pdata[i]);
      g_autofree char *title = tvx_record_dup_title (projects->pdata[i]);

      if (!check_state (projects->pdata[i], error))
        {
          /* Translators: %s is the title of a project; a sentence follows that says why. */
          g_prefix_error (error, _("“%s” cannot be packed. "), title);
          return FALSE;
        }
      if (g_strcmp0 (tvx_record_get_text (first, "from"), tvx_record_get_text (handover, "from")) != 0 ||
          g_strcmp0 (tvx_record_get_text (first, "to"), tvx_record_get_text (handover, "to")) != 0)
        {
          g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT,
                       _("“%s” has another sender or receiver than the others. Make a package for each receiver."), title);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * tvx_handover_package_write:
 * @store: the register of the sender
 * @projects: (element-type TvxRecord): the projects to hand over, as they are stored
 * @target: the ZIP file to write
 * @date: the date of the package
 * @protocol_pdf: the protocol of the handover of these projects, as PDF
 * @protocol_html: the same as HTML
 * @progress: (nullable) (scope call): is told how many projects have been packed
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that says what keeps the projects from being packed
 *
 * Packs projects for the receiver, with their history and the files of their documents, but for those that stay. The
 * register is only read. The same projects on the same date make the same bytes. This blocks.
 *
 * Returns: whether the package was written; if not, there is no file of it
 */
gboolean
tvx_handover_package_write (TvxStore         *store,
                            GPtrArray        *projects,
                            GFile            *target,
                            GDateTime        *date,
                            GBytes           *protocol_pdf,
                            GBytes           *protocol_html,
                            TvxProgressFunc   progress,
                            gpointer          progress_data,
                            GCancellable     *cancellable,
                            GError          **error)
{
  g_autoptr (GPtrArray) packed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TvxRecord) reg = NULL;
  g_autoptr (TvxRecord) packed_register = NULL;
  g_autoptr (TvxBagWriter) writer = NULL;
  g_autoptr (TvxReceipt) form = NULL;

  g_return_val_if_fail (TVX_IS_STORE (store), FALSE);
  g_return_val_if_fail (protocol_pdf != NULL && protocol_html != NULL, FALSE);

  if (!tvx_handover_package_check (projects, error))
    return FALSE;
  reg = tvx_store_load_register (store, problems, NULL, cancellable, error);
  if (reg == NULL)
    return FALSE;
  for (guint i = 0; i < projects->len; i++)
    g_ptr_array_add (packed, make_packed (projects->pdata[i]));
  g_ptr_array_sort (packed, compare_ids);
  packed_register = make_packed_register (reg, packed);
  form = make_form (packed);

  writer = tvx_bag_writer_new (target, cancellable, error);
  if (writer == NULL || !add_record (writer, packed_register, error))
    return FALSE;
  for (guint i = 0; i < packed->len; i++)
    {
      if (!add_record (writer, packed->pdata[i], error) || !add_history (writer, store, packed->pdata[i], cancellable, error) ||
          !add_documents (writer, store, packed->pdata[i], error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, packed->len, progress_data);
    }
  add_info (writer, form, date);
  return add_papers (writer, form, packed, protocol_pdf, protocol_html, error) && tvx_bag_writer_finish (writer, error);
}
