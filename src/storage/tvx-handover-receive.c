/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a register receives a package.
 *
 * 1. The bag is checked, without anything being written, and unpacked into a folder of our own.
 * 2. What is in that folder must be a register, with nothing in it that is not part of a package.
 * 3. Each project is compared with the register. The line of the history with which a project was taken over names the
 *    revision that was packed, in the member "package": so we know what came from which package, and what changed since.
 * 4. The files of its documents are copied, then the project is saved, with its history, in the way in which every
 *    project is. Where the program is killed between two projects, or between two files, receiving again does the rest. */

#include "storage/tvx-handover-receive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-handover.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-summary.h"
#include "storage/tvx-bag-reader.h"
#include "storage/tvx-folder-store.h"
#include "storage/tvx-handover-package.h"
#include "storage/tvx-problem.h"
#include "storage/tvx-scratch.h"
#include "storage/tvx-storage-error.h"
#include "storage/tvx-take-over.h"

struct _TvxHandoverReceive
{
  TvxStore   *store;
  char       *name;
  char       *identifier;
  char       *from;
  char       *to;
  char       *warning;
  /* The unpacked register. */
  TvxScratch *scratch;
  TvxStore   *packed;
  TvxRecord  *packed_register;
  GPtrArray  *projects;
};

static void
received_free (TvxReceived *received)
{
  g_free (received->id);
  g_free (received->title);
  g_free (received->message);
  g_free (received);
}

static gboolean G_GNUC_PRINTF (3, 4)
  refuse (TvxHandoverReceive *self, GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *reason = NULL;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_FORMAT, _("%s: %s Nothing was taken from it."), self->name, reason);
  return FALSE;
}

static gboolean
is_part_of_package (const char *path)
{
  static const char *const papers[] = { TVX_HANDOVER_PACKAGE_FOLDER "/documents.csv", TVX_HANDOVER_PACKAGE_FOLDER "/protocol.html",
                                        TVX_HANDOVER_PACKAGE_FOLDER "/protocol.pdf", TVX_HANDOVER_PACKAGE_FOLDER "/receipt.json", NULL };
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  guint n_steps = g_strv_length (steps);
  g_autofree char *id = NULL;

  if (g_str_equal (path, "register.json") || g_strv_contains (papers, path))
    return TRUE;
  id = n_steps > 1 ? g_strndup (steps[1], 36) : NULL;
  if (id == NULL || !g_uuid_string_is_valid (id))
    return FALSE;
  if (g_str_equal (steps[0], "documents"))
    return n_steps == 3 && strlen (steps[1]) == 36;
  return n_steps == 2 && ((g_str_equal (steps[0], "projects") && g_str_equal (steps[1] + 36, ".json")) ||
                          (g_str_equal (steps[0], "history") && g_str_equal (steps[1] + 36, ".jsonl")));
}

static gboolean
check_paths (TvxHandoverReceive  *self,
             TvxBagReader        *bag,
             GError             **error)
{
  const char *version = tvx_bag_reader_get_info (bag, TVX_HANDOVER_PACKAGE_LABEL);
  GPtrArray *paths = tvx_bag_reader_get_paths (bag);

  if (version == NULL)
    return refuse (self, error, "%s", _("It is a BagIt package, but not one of a handover."));
  if (!g_str_equal (version, TVX_HANDOVER_PACKAGE_VERSION))
    return refuse (self, error, "%s", _("A newer version of this program made it."));
  for (guint i = 0; i < paths->len; i++)
    if (!is_part_of_package (paths->pdata[i]))
      return refuse (self, error, _("“%s” is no part of a handover."), (const char *) paths->pdata[i]);
  return TRUE;
}

static gboolean
unpack (TvxHandoverReceive  *self,
        GFile               *source,
        TvxProgressFunc      progress,
        gpointer             progress_data,
        GCancellable        *cancellable,
        GError             **error)
{
  g_autoptr (TvxBagReader) bag = tvx_bag_reader_open (source, NULL, progress, progress_data, cancellable, error);
  g_autoptr (GFile) folder = NULL;

  if (bag == NULL || !check_paths (self, bag, error))
    return FALSE;
  self->identifier = g_strdup (tvx_bag_reader_get_info (bag, "External-Identifier"));
  self->scratch = tvx_scratch_new (error);
  if (self->scratch == NULL ||
      !tvx_bag_reader_extract (bag, tvx_scratch_get_path (self->scratch), progress, progress_data, cancellable, error))
    return FALSE;
  folder = g_file_new_for_path (tvx_scratch_get_path (self->scratch));
  self->packed = TVX_STORE (tvx_folder_store_new (folder));
  return TRUE;
}

/* Each document whose file is named must have come with it, and be the one that the project means. */
static gboolean
check_documents (TvxHandoverReceive  *self,
                 TvxRecord           *project,
                 guint               *n_documents,
                 GCancellable        *cancellable,
                 GError             **error)
{
  GListModel *documents = tvx_record_get_list (project, "documents");

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);
      const char *name = tvx_record_get_text (document, "file");
      g_autoptr (GFile) file = NULL;
      g_autofree char *found = NULL;

      if (name == NULL)
        continue;
      file = tvx_store_dup_document_file (self->packed, tvx_record_get_id (project), name);
      found = file != NULL ? tvx_document_file_hash (file, cancellable) : NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (found == NULL)
        return refuse (self, error, _("The document “%s” is missing."), name);
      if (g_strcmp0 (found, tvx_record_get_text (document, "sha256")) != 0)
        return refuse (self, error, _("The document “%s” is not the one that its project means."), name);
      (*n_documents)++;
    }
  return TRUE;
}

static gboolean
check_parties (TvxHandoverReceive  *self,
               TvxRecord           *project,
               GError             **error)
{
  TvxRecord *handover = tvx_record_get_record (project, "handover");
  const char *from = tvx_record_get_text (handover, "from");
  const char *to = tvx_record_get_text (handover, "to");
  g_autofree char *title = tvx_record_dup_title (project);

  if (!g_str_equal (tvx_handover_get_state (TVX_HANDOVER (handover)), "handed_over") || from == NULL || to == NULL)
    return refuse (self, error, _("“%s” has not been handed over."), title);
  if (self->from == NULL)
    {
      self->from = g_strdup (from);
      self->to = g_strdup (to);
    }
  if (!g_str_equal (self->from, from) || !g_str_equal (self->to, to))
    return refuse (self, error, _("“%s” has another sender or receiver than the others."), title);
  return TRUE;
}

/* Everything that was written in a register must be there to be read, or all of it is refused. */
static gboolean
read_projects (TvxHandoverReceive  *self,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) summaries = NULL;

  self->packed_register = tvx_store_load_register (self->packed, problems, NULL, cancellable, error);
  summaries =
    self->packed_register != NULL ? tvx_store_load_summaries (self->packed, problems, NULL, NULL, cancellable, error) : NULL;
  if (summaries == NULL)
    return FALSE;
  for (guint i = 0; i < summaries->len; i++)
    {
      TvxReceived *received = g_new0 (TvxReceived, 1);
      g_autoptr (TvxRecord) project = NULL;
      g_autoptr (GPtrArray) history = NULL;

      received->id = g_strdup (tvx_summary_get_id (summaries->pdata[i]));
      received->title = g_strdup (tvx_summary_get_title (summaries->pdata[i]));
      g_ptr_array_add (self->projects, received);
      project = tvx_store_load_project (self->packed, received->id, NULL, cancellable, error);
      history = project != NULL ? tvx_store_load_history (self->packed, TVX_TYPE_PROJECT, received->id, problems, cancellable, error)
                                : NULL;
      if (history == NULL || !check_parties (self, project, error) ||
          !check_documents (self, project, &received->n_documents, cancellable, error))
        return FALSE;
    }
  if (problems->len > 0)
    {
      g_autofree char *sentence = tvx_problem_dup_sentence (problems->pdata[0]);

      return refuse (self, error, "%s.", sentence);
    }
  return summaries->len > 0 || refuse (self, error, "%s", _("There is no project in it."));
}

static gboolean
is_in_package (TvxHandoverReceive *self,
               const char         *id)
{
  for (guint i = 0; i < self->projects->len; i++)
    if (g_str_equal (((TvxReceived *) self->projects->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* A project may name others that did not come with it. It keeps their ids, since they may come in another package; until then,
 * a check of the register finds that they are missing. */
static gboolean
describe_related (TvxHandoverReceive  *self,
                  TvxReceived         *received,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (TvxRecord) project = tvx_store_load_project (self->packed, received->id, NULL, cancellable, error);
  GVariant *related = project != NULL ? tvx_record_get_value (project, "related") : NULL;
  guint n_missing = 0;

  for (gsize i = 0; related != NULL && i < g_variant_n_children (related); i++)
    {
      g_autoptr (TvxRecord) other = NULL;
      const char *id;

      g_variant_get_child (related, i, "&s", &id);
      if (is_in_package (self, id))
        continue;
      other = tvx_store_load_project (self->store, id, NULL, cancellable, NULL);
      n_missing += other == NULL;
    }
  if (n_missing > 0)
    received->message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                      "It names %u related project that is neither in the package nor in this register.",
                                                      "It names %u related projects that are neither in the package nor in this register.",
                                                      n_missing),
                                         n_missing);
  return project != NULL;
}

static gboolean
compare_project (TvxHandoverReceive  *self,
                 TvxReceived         *received,
                 GCancellable        *cancellable,
                 GError             **error)
{
  g_autoptr (GError) local_error = NULL;

  received->outcome = tvx_take_over_compare (self->store, self->packed, received->id, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (local_error != NULL)
    received->message = g_strdup (local_error->message);
  else if (received->outcome == TVX_RECEIVE_CONFLICT)
    received->message = g_strdup (_("The register has this project already, and it was changed here or did not come from a package. "
                                     "It is left as it is. To take the sender’s version over, delete the project here and receive the "
                                     "package again; to keep yours, enter by hand what it lacks, and tell the sender."));
  else if (received->outcome != TVX_RECEIVE_SAME)
    return describe_related (self, received, cancellable, error);
  return TRUE;
}

/* Names are written in many ways, so that this is no reason to refuse. */
static void
warn_of_other_receiver (TvxHandoverReceive *self,
                        const char         *authority)
{
  g_autofree char *to = g_utf8_casefold (self->to, -1);
  g_autofree char *own = g_utf8_casefold (authority != NULL ? authority : self->to, -1);

  if (!g_str_equal (g_strstrip (to), g_strstrip (own)))
    self->warning = g_strdup_printf (_("The package is for “%s”, and this is the register of “%s”."), self->to, authority);
}

static gboolean
compare_projects (TvxHandoverReceive  *self,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TvxRecord) reg = tvx_store_load_register (self->store, problems, NULL, cancellable, error);

  if (reg == NULL)
    return FALSE;
  if (tvx_record_get_read_only (reg))
    {
      g_set_error (error, TVX_STORAGE_ERROR, TVX_STORAGE_ERROR_ACCESS,
                   _("This register can only be read, so nothing can be received."));
      return FALSE;
    }
  if (g_strcmp0 (tvx_record_get_id (reg), tvx_record_get_id (self->packed_register)) == 0)
    return refuse (self, error, "%s", _("This register is the one that hands over. Receive the package in the register of the receiver."));
  warn_of_other_receiver (self, tvx_record_get_text (reg, "authority"));
  for (guint i = 0; i < self->projects->len; i++)
    if (!compare_project (self, self->projects->pdata[i], cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * tvx_handover_receive_open:
 * @store: the register that receives
 * @source: a package
 * @progress: (nullable) (scope call): is told how many KiB have been read, twice
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error that says what is wrong with the package
 *
 * Checks a package, all of it, and compares it with the register, in which nothing is changed. This blocks.
 *
 * Returns: (transfer full) (nullable): the package
 */
TvxHandoverReceive *
tvx_handover_receive_open (TvxStore         *store,
                           GFile            *source,
                           TvxProgressFunc   progress,
                           gpointer          progress_data,
                           GCancellable     *cancellable,
                           GError          **error)
{
  g_autoptr (TvxHandoverReceive) self = g_atomic_rc_box_new0 (TvxHandoverReceive);

  self->store = g_object_ref (store);
  self->name = g_file_get_parse_name (source);
  self->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) received_free);
  if (!unpack (self, source, progress, progress_data, cancellable, error) || !read_projects (self, cancellable, error) ||
      !compare_projects (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tvx_handover_receive_ref:
 * @self: a package
 *
 * Returns: (transfer full): the same
 */
TvxHandoverReceive *
tvx_handover_receive_ref (TvxHandoverReceive *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TvxHandoverReceive *self = data;

  g_clear_pointer (&self->scratch, tvx_scratch_free);
  g_clear_object (&self->packed_register);
  g_clear_object (&self->packed);
  g_object_unref (self->store);
  g_ptr_array_unref (self->projects);
  g_free (self->identifier);
  g_free (self->from);
  g_free (self->to);
  g_free (self->warning);
  g_free (self->name);
}

/**
 * tvx_handover_receive_unref:
 * @self: (transfer full): a package
 *
 * Lets go of it. Who is the last to do so closes it, and removes what was unpacked, which blocks.
 */
void
tvx_handover_receive_unref (TvxHandoverReceive *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tvx_handover_receive_get_from:
 * @self: a package
 *
 * Returns: (transfer none): who hands over
 */
const char *
tvx_handover_receive_get_from (TvxHandoverReceive *self)
{
  return self->from;
}

/**
 * tvx_handover_receive_get_to:
 * @self: a package
 *
 * Returns: (transfer none): who takes over
 */
const char *
tvx_handover_receive_get_to (TvxHandoverReceive *self)
{
  return self->to;
}

/**
 * tvx_handover_receive_get_warning:
 * @self: a package
 *
 * Returns: (transfer none) (nullable): what a person should look at before the package is taken over, in the user's language
 */
const char *
tvx_handover_receive_get_warning (TvxHandoverReceive *self)
{
  return self->warning;
}

/**
 * tvx_handover_receive_get_projects:
 * @self: a package
 *
 * Returns: (transfer none) (element-type TvxReceived): its projects, and what becomes of each
 */
GPtrArray *
tvx_handover_receive_get_projects (TvxHandoverReceive *self)
{
  return self->projects;
}

/**
 * tvx_handover_receive_take_over:
 * @self: a package
 * @answer: what the receiver says of it
 * @progress: (nullable) (scope call): is told how many projects have been taken over
 * @progress_data: data for @progress
 * @cancellable: (nullable): to cancel what is not yet taken over
 * @error: return location for an error
 *
 * Takes the projects over, with their history and their documents, and what the register lacks of what they refer to.
 * Projects that the register has from this package, or knows otherwise, stay as they are. Each project is taken over as a
 * whole or not at all. This blocks.
 *
 * Returns: whether all was taken over; if not, receiving the package again does the rest
 */
gboolean
tvx_handover_receive_take_over (TvxHandoverReceive      *self,
                                const TvxReceiveAnswer  *answer,
                                TvxProgressFunc          progress,
                                gpointer                 progress_data,
                                GCancellable            *cancellable,
                                GError                 **error)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->projects->len; i++)
    {
      TvxReceived *received = self->projects->pdata[i];

      if (received->outcome == TVX_RECEIVE_NEW || received->outcome == TVX_RECEIVE_CHANGED)
        {
          if (is_first && !tvx_take_over_register (self->store, self->packed_register, answer, cancellable, error))
            return FALSE;
          is_first = FALSE;
          if (!tvx_take_over_project (self->store, self->packed, received->id, answer, cancellable, error))
            return FALSE;
        }
      if (progress != NULL)
        progress (i + 1, self->projects->len, progress_data);
    }
  return TRUE;
}

/* The step with which the receiver received, which may have gone on since. */
static void
fill_line (TvxReceiptLine *line,
           TvxRecord      *project)
{
  TvxRecord *handover = tvx_record_get_record (project, "handover");
  GListModel *log = tvx_record_get_list (handover, "log");

  line->reference = g_strdup (tvx_record_get_text (handover, "receiver_reference"));
  line->responsible = g_strdup (tvx_record_get_text (handover, "receiver_responsible"));
  line->remarks = g_strdup (tvx_record_get_text (handover, "receipt_remarks"));
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (TvxRecord) step = g_list_model_get_item (log, i);
      const char *state = tvx_record_get_text (step, "to_state");

      if (g_strcmp0 (state, "received") != 0 && g_strcmp0 (state, "received_with_remarks") != 0)
        continue;
      g_set_str (&line->state, state);
      g_set_str (&line->received_at, tvx_record_get_text (step, "at"));
    }
}

/**
 * tvx_handover_receive_make_receipt:
 * @self: a package that was received, now or earlier
 * @cancellable: (nullable): to cancel the task
 * @error: return location for an error
 *
 * Makes the receipt of what the register says it received. Of projects that it left as they are, nothing is confirmed. This
 * blocks.
 *
 * Returns: (transfer full) (nullable): the receipt
 */
TvxReceipt *
tvx_handover_receive_make_receipt (TvxHandoverReceive  *self,
                                   GCancellable        *cancellable,
                                   GError             **error)
{
  g_autoptr (TvxReceipt) receipt = tvx_receipt_new (self->identifier != NULL ? self->identifier : "", self->from, self->to);

  for (guint i = 0; i < self->projects->len; i++)
    {
      const TvxReceived *received = self->projects->pdata[i];
      g_autoptr (TvxRecord) packed = NULL;
      g_autoptr (TvxRecord) project = NULL;
      g_autofree char *revision = NULL;

      if (received->outcome == TVX_RECEIVE_CONFLICT)
        continue;
      packed = tvx_store_load_project (self->packed, received->id, &revision, cancellable, error);
      project = packed != NULL ? tvx_store_load_project (self->store, received->id, NULL, cancellable, error) : NULL;
      if (project == NULL)
        return NULL;
      fill_line (tvx_receipt_add_line (receipt, project, revision), project);
    }
  return g_steal_pointer (&receipt);
}
