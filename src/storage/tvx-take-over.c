/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a project of one register over into another, with its history, and the step of its handover with which it is
 * received. Both are written in one save, so that they are both there or neither. */

#include "storage/tvx-take-over.h"

#include <string.h>

#include "model/tvx-earlier-report.h"
#include "model/tvx-editor.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-project.h"
#include "storage/tvx-history-entry.h"
#include "storage/tvx-history-file.h"
#include "storage/tvx-json.h"
#include "storage/tvx-storage-error.h"

/* What names the revision that was packed, in the line of the history with which it was taken over. */
#define PACKAGE_MEMBER "package"

/* A project in a register. */
typedef struct
{
  TvxRecord *record;
  char      *revision;
  GPtrArray *history;
} Stored;

static void
stored_clear (Stored *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->revision, g_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stored, stored_clear)

/* A project that is not there is no error: there is then no record. */
static gboolean
load (TvxStore      *store,
      const char    *id,
      Stored        *stored,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  stored->history = tvx_store_load_history (store, TVX_TYPE_PROJECT, id, problems, cancellable, error);
  if (stored->history == NULL)
    return FALSE;
  stored->record = tvx_store_load_project (store, id, &stored->revision, cancellable, &local_error);
  if (stored->record != NULL || g_error_matches (local_error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static GVariant *
get_line (const Stored *stored,
          guint         index)
{
  return tvx_history_entry_get_change (stored->history->pdata[index]);
}

static TvxReceiveOutcome
compare (const Stored *known,
         const char   *packed_revision)
{
  guint n_lines = known->history->len;
  const char *package, *revision;

  if (known->record == NULL)
    return TVX_RECEIVE_NEW;
  for (guint i = 0; i < n_lines; i++)
    if (g_variant_lookup (get_line (known, i), PACKAGE_MEMBER, "&s", &package) && g_str_equal (package, packed_revision))
      return TVX_RECEIVE_SAME;
  if (n_lines > 0 && g_variant_lookup (get_line (known, n_lines - 1), PACKAGE_MEMBER, "&s", &package) &&
      g_variant_lookup (get_line (known, n_lines - 1), "revision", "&s", &revision) && g_str_equal (revision, known->revision))
    return TVX_RECEIVE_CHANGED;
  return TVX_RECEIVE_CONFLICT;
}

static GVariant *
lookup_log (GVariant *project)
{
  g_autoptr (GVariant) handover = g_variant_lookup_value (project, "handover", G_VARIANT_TYPE_VARDICT);
  GVariant *log = handover != NULL ? g_variant_lookup_value (handover, "log", G_VARIANT_TYPE ("av")) : NULL;

  return log != NULL ? log : g_variant_ref_sink (g_variant_new ("av", NULL));
}

static gboolean
contains (GVariant *list,
          GVariant *item)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      if (g_variant_equal (child, item))
        return TRUE;
    }
  return FALSE;
}

/* The steps that the receiver has logged for an earlier package stay in the log, after those of the sender. */
static TvxRecord *
make_record (TvxRecord  *packed,
             TvxRecord  *known,
             GError    **error)
{
  g_autoptr (GVariant) variant = tvx_record_to_variant (packed);
  g_autoptr (GVariant) known_variant = known != NULL ? tvx_record_to_variant (known) : NULL;
  g_autoptr (GVariantBuilder) log = g_variant_builder_new (G_VARIANT_TYPE ("av"));
  g_autoptr (GVariant) packed_log = lookup_log (variant);
  g_autoptr (GVariant) known_log = known_variant != NULL ? lookup_log (known_variant) : NULL;
  g_autoptr (GVariant) handover = g_variant_lookup_value (variant, "handover", G_VARIANT_TYPE_VARDICT);
  g_auto (GVariantDict) project_dict = G_VARIANT_DICT_INIT (variant);
  g_auto (GVariantDict) handover_dict = G_VARIANT_DICT_INIT (handover);
  g_autoptr (GVariant) merged = NULL;

  for (gsize i = 0; i < g_variant_n_children (packed_log); i++)
    {
      g_autoptr (GVariant) line = g_variant_get_child_value (packed_log, i);

      g_variant_builder_add_value (log, line);
    }
  for (gsize i = 0; known_log != NULL && i < g_variant_n_children (known_log); i++)
    {
      g_autoptr (GVariant) line = g_variant_get_child_value (known_log, i);

      if (!contains (packed_log, line))
        g_variant_builder_add_value (log, line);
    }
  g_variant_dict_insert_value (&handover_dict, "log", g_variant_builder_end (log));
  g_variant_dict_insert_value (&project_dict, "handover", g_variant_dict_end (&handover_dict));
  merged = g_variant_ref_sink (g_variant_dict_end (&project_dict));
  return tvx_record_new_from_variant (G_OBJECT_TYPE (packed), merged, error);
}

/* The lines of the sender that the receiver does not have yet. */
static void
add_lines (GPtrArray    *lines,
           const Stored *packed,
           const Stored *known)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < known->history->len; i++)
    g_hash_table_add (texts, tvx_json_write_line (get_line (known, i)));
  for (guint i = 0; i < packed->history->len; i++)
    {
      g_autofree char *text = tvx_json_write_line (get_line (packed, i));

      if (!g_hash_table_contains (texts, text))
        g_ptr_array_add (lines, g_variant_ref (get_line (packed, i)));
    }
}

typedef struct
{
  GPtrArray  *lines;
  const char *person;
  char       *time;
} Telling;

static void
committed_cb (TvxEditor *editor,
              GPtrArray *changes,
              gpointer   user_data)
{
  Telling *telling = user_data;

  for (guint i = 0; i < changes->len; i++)
    {
      GVariant *line = tvx_history_file_make_line (changes->pdata[i], telling->time, telling->person);

      if (line != NULL)
        g_ptr_array_add (telling->lines, line);
    }
}

/* An editor of records that no register holds, whose changes become lines of a history. */
static TvxEditor *
new_editor (Telling *telling)
{
  TvxEditor *editor = tvx_editor_new (NULL);

  g_signal_connect (editor, "committed", G_CALLBACK (committed_cb), telling);
  return editor;
}

static char *
make_time (const TvxReceiveAnswer *answer)
{
  g_autoptr (GDateTime) now = answer->at != NULL ? g_date_time_to_utc (answer->at) : g_date_time_new_now_utc ();

  return g_date_time_format_iso8601 (now);
}

static gboolean
take_files (TvxStore      *store,
            TvxStore      *packed,
            TvxRecord     *project,
            TvxEditor     *editor,
            GCancellable  *cancellable,
            GError       **error)
{
  GListModel *documents = tvx_record_get_list (project, "documents");

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);
      const char *name = tvx_record_get_text (document, "file");
      g_autoptr (GFile) source = name != NULL ? tvx_store_dup_document_file (packed, tvx_record_get_id (project), name) : NULL;
      g_autoptr (TvxDocumentFile) file = NULL;

      if (source == NULL)
        continue;
      file = tvx_store_add_document_file (store, tvx_record_get_id (project), source, cancellable, error);
      /* A file of that name may be there already. */
      if (file == NULL || !tvx_editor_set_text (editor, document, "file", file->file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_step (TvxRecord               *project,
           TvxEditor               *editor,
           const TvxReceiveAnswer  *answer,
           GError                 **error)
{
  TvxRecord *handover = tvx_record_get_record (project, "handover");

  return tvx_editor_set (editor, handover, "receiver_reference", tvx_receipt_make_value (answer->reference), error) &&
         tvx_editor_set (editor, handover, "receiver_responsible", tvx_receipt_make_value (answer->responsible), error) &&
         tvx_editor_set (editor, handover, "receipt_remarks", tvx_receipt_make_value (answer->remarks), error) &&
         tvx_handover_take_step (editor, project, answer->remarks != NULL ? "received_with_remarks" : "received", answer->person,
                                 NULL, answer->at, error);
}

static gboolean
save (TvxStore      *store,
      TvxRecord     *record,
      const char    *base,
      GPtrArray     *lines,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GVariant) variant = tvx_record_to_variant (record);
  g_autoptr (GPtrArray) savings = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_saving_free);
  TvxSaving *saving = tvx_saving_new (G_OBJECT_TYPE (record), tvx_record_get_id (record), variant, base);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (saving->history, g_variant_ref (lines->pdata[i]));
  g_ptr_array_add (savings, saving);
  tvx_store_save (store, savings, NULL, NULL, cancellable);
  if (saving->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&saving->error));
  return FALSE;
}

static void
name_package (GPtrArray  *lines,
              const char *revision)
{
  GVariant *line = g_ptr_array_steal_index (lines, lines->len - 1);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (line);

  g_variant_dict_insert (&dict, PACKAGE_MEMBER, "s", revision);
  g_ptr_array_add (lines, g_variant_ref_sink (g_variant_dict_end (&dict)));
  g_variant_unref (line);
}

/**
 * tvx_take_over_compare: (skip)
 * @store: a register
 * @packed: a register in a package
 * @id: the id of a project in @packed
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that says why the project cannot be read
 *
 * Finds out what @store knows of a project.
 *
 * Returns: what becomes of the project when it is taken over
 */
TvxReceiveOutcome
tvx_take_over_compare (TvxStore      *store,
                       TvxStore      *packed,
                       const char    *id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_auto (Stored) known = { 0 };
  g_autofree char *revision = NULL;
  g_autoptr (TvxRecord) record = tvx_store_load_project (packed, id, &revision, cancellable, error);

  if (record == NULL || !load (store, id, &known, cancellable, error))
    return TVX_RECEIVE_CONFLICT;
  return compare (&known, revision);
}

/**
 * tvx_take_over_project: (skip)
 * @store: a register
 * @packed: a register in a package
 * @id: the id of a project in @packed
 * @answer: what the receiver says
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Takes a project over that is new or renewed. Where somebody else was faster, nothing is overwritten.
 *
 * Returns: whether the register has the project from this package
 */
gboolean
tvx_take_over_project (TvxStore                *store,
                       TvxStore                *packed,
                       const char              *id,
                       const TvxReceiveAnswer  *answer,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autofree char *time = make_time (answer);
  Telling telling = { lines, answer->person, time };
  g_autoptr (TvxEditor) editor = new_editor (&telling);
  g_auto (Stored) known = { 0 };
  g_auto (Stored) sent = { 0 };
  g_autoptr (TvxRecord) record = NULL;
  TvxReceiveOutcome outcome;

  if (!load (packed, id, &sent, cancellable, error) || !load (store, id, &known, cancellable, error))
    return FALSE;
  outcome = compare (&known, sent.revision);
  if (outcome == TVX_RECEIVE_SAME)
    return TRUE;
  if (outcome == TVX_RECEIVE_CONFLICT)
    {
      g_autofree char *name = tvx_store_dup_record_name (store, TVX_TYPE_PROJECT, id);

      return tvx_storage_error_changed (error, name);
    }
  record = make_record (sent.record, known.record, error);
  if (record == NULL)
    return FALSE;
  add_lines (lines, &sent, &known);
  if (!take_files (store, packed, record, editor, cancellable, error) || !take_step (record, editor, answer, error))
    return FALSE;
  name_package (lines, sent.revision);
  return save (store, record, known.revision, lines, cancellable, error);
}

/* Texts, or numbers with their keys: those of the register, and others that only the package has. */
static GVariant *
dup_union (GVariant *known,
           GVariant *sent)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (g_variant_get_type (sent));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GVariant *const both[] = { known, sent };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (gsize k = 0; both[i] != NULL && k < g_variant_n_children (both[i]); k++)
      {
        g_autoptr (GVariant) child = g_variant_get_child_value (both[i], k);
        g_autoptr (GVariant) key =
          g_variant_is_of_type (child, G_VARIANT_TYPE_STRING) ? g_variant_ref (child) : g_variant_get_child_value (child, 0);

        if (g_hash_table_add (keys, g_variant_dup_string (key, NULL)))
          g_variant_builder_add_value (builder, child);
      }
  return g_variant_ref_sink (g_variant_builder_end (builder));
}

/* A package has of a report what is about its projects, so each of several packages adds to it. */
static gboolean
take_told (TvxEditor  *editor,
           TvxRecord  *report,
           TvxRecord  *packed,
           GError    **error)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (report);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      gboolean has_keys = field->kind == TVX_FIELD_COUNTS || field->kind == TVX_FIELD_TEXTS;
      GVariant *known = has_keys ? tvx_record_get_value (report, field->name) : NULL;
      GVariant *sent = has_keys ? tvx_record_get_value (packed, field->name) : NULL;
      g_autoptr (GVariant) all = sent != NULL ? dup_union (known, sent) : NULL;

      if (all != NULL && (known == NULL || !g_variant_equal (all, known)) && !tvx_editor_set (editor, report, field->name, all, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_list (TvxEditor       *editor,
           TvxRecord       *reg,
           TvxRecord       *packed,
           const TvxField  *field,
           GError         **error)
{
  GListModel *list = tvx_record_get_list (reg, field->name);
  GListModel *packed_list = tvx_record_get_list (packed, field->name);

  for (guint i = 0; i < g_list_model_get_n_items (packed_list); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (packed_list, i);
      TvxRecord *known = tvx_record_find_item (list, tvx_record_get_id (item), NULL);
      g_autoptr (GVariant) variant = NULL;
      g_autoptr (TvxRecord) copy = NULL;

      if (known != NULL && TVX_IS_EARLIER_REPORT (known) && !take_told (editor, known, item, error))
        return FALSE;
      if (known != NULL)
        continue;
      variant = tvx_record_to_variant (item);
      copy = tvx_record_new_from_variant (G_OBJECT_TYPE (item), variant, error);
      if (copy == NULL || tvx_editor_insert (editor, reg, field->name, G_MAXUINT, copy, error) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * tvx_take_over_register: (skip)
 * @store: a register
 * @packed: a register in a package
 * @answer: what the receiver says
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Takes over what projects refer to and the register lacks: organisations, own lists and dimensions, and what earlier
 * reports told of them. Its own checklist for handovers is the receiver's business.
 *
 * Returns: whether the register has it
 */
gboolean
tvx_take_over_register (TvxStore                *store,
                        TvxRecord               *packed,
                        const TvxReceiveAnswer  *answer,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *time = make_time (answer);
  Telling telling = { lines, answer->person, time };
  g_autoptr (TvxEditor) editor = new_editor (&telling);
  g_autofree char *revision = NULL;
  g_autoptr (TvxRecord) reg = tvx_store_load_register (store, problems, &revision, cancellable, error);
  TvxRecordClass *klass;

  if (reg == NULL)
    return FALSE;
  klass = TVX_RECORD_GET_CLASS (reg);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TVX_FIELD_LIST && !g_str_equal (klass->fields[i].name, "checklist_template") &&
        !take_list (editor, reg, packed, &klass->fields[i], error))
      return FALSE;
  return lines->len == 0 || save (store, reg, revision, lines, cancellable, error);
}
