/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-document-file.h"
#include "storage/tvx-progress.h"

G_BEGIN_DECLS

/**
 * TvxSaving:
 * @type: the kind of record, a project or the register
 * @id: its id
 * @record: (nullable): the record as a tree of values, %NULL where it is deleted
 * @base: (nullable): the revision that the change started from, %NULL where there was none yet
 * @history: (element-type GVariant): the lines to append to its history, of type a{sv}
 * @revision: (nullable): afterwards, the revision that is stored now; %NULL where it is deleted
 * @is_told: afterwards, whether the lines stand in the history, also where the record was not saved all the same
 * @error: (nullable): afterwards, why it was not saved
 *
 * One record to be saved, and what came of it.
 */
typedef struct
{
  GType      type;
  char      *id;
  GVariant  *record;
  char      *base;
  GPtrArray *history;
  char      *revision;
  gboolean   is_told;
  GError    *error;
} TvxSaving;

TvxSaving *tvx_saving_new  (GType       type,
                            const char *id,
                            GVariant   *record,
                            const char *base);
void       tvx_saving_free (TvxSaving *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxSaving, tvx_saving_free)

/* What stands for the id of the register in a list of stamps. */
#define TVX_STORE_REGISTER "register"

#define TVX_TYPE_STORE (tvx_store_get_type ())
G_DECLARE_INTERFACE (TvxStore, tvx_store, TVX, STORE, GObject)

/**
 * TvxStoreInterface:
 * @dup_name: what the place is called for people
 * @dup_record_name: where a record is kept, for people
 * @load_register: loads what is known of the register itself
 * @load_summaries: loads the summaries of all projects
 * @load_project: loads one project
 * @load_history: loads what happened to a project or the register
 * @list_stamps: tells which records there are, and when each was last written
 * @save: saves records
 * @add_document_file: copies a file into the register
 * @dup_document_file: where such a file is
 *
 * A place where a register is kept. All calls block, and come from any thread.
 */
struct _TvxStoreInterface
{
  GTypeInterface parent_iface;

  char *      (*dup_name)        (TvxStore *self);
  char *      (*dup_record_name) (TvxStore   *self,
                                  GType       type,
                                  const char *id);
  TvxRecord * (*load_register)   (TvxStore      *self,
                                  GPtrArray     *problems,
                                  char         **revision,
                                  GCancellable  *cancellable,
                                  GError       **error);
  GPtrArray * (*load_summaries)  (TvxStore         *self,
                                  GPtrArray        *problems,
                                  TvxProgressFunc   progress,
                                  gpointer          progress_data,
                                  GCancellable     *cancellable,
                                  GError          **error);
  TvxRecord * (*load_project)    (TvxStore      *self,
                                  const char    *id,
                                  char         **revision,
                                  GCancellable  *cancellable,
                                  GError       **error);
  GPtrArray * (*load_history)    (TvxStore      *self,
                                  GType          type,
                                  const char    *id,
                                  GPtrArray     *problems,
                                  GCancellable  *cancellable,
                                  GError       **error);
  GHashTable *(*list_stamps)     (TvxStore      *self,
                                  GCancellable  *cancellable,
                                  GError       **error);
  void        (*save)            (TvxStore        *self,
                                  GPtrArray       *savings,
                                  TvxProgressFunc  progress,
                                  gpointer         progress_data,
                                  GCancellable    *cancellable);

  TvxDocumentFile *(*add_document_file) (TvxStore      *self,
                                         const char    *project_id,
                                         GFile         *source,
                                         GCancellable  *cancellable,
                                         GError       **error);
  GFile *          (*dup_document_file) (TvxStore   *self,
                                         const char *project_id,
                                         const char *file);
};

char            *tvx_store_dup_name                 (TvxStore *self);
char            *tvx_store_dup_record_name          (TvxStore   *self,
                                                     GType       type,
                                                     const char *id);
TvxRecord       *tvx_store_load_register            (TvxStore      *self,
                                                     GPtrArray     *problems,
                                                     char         **revision,
                                                     GCancellable  *cancellable,
                                                     GError       **error);
GPtrArray       *tvx_store_load_summaries           (TvxStore         *self,
                                                     GPtrArray        *problems,
                                                     TvxProgressFunc   progress,
                                                     gpointer          progress_data,
                                                     GCancellable     *cancellable,
                                                     GError          **error);
TvxRecord       *tvx_store_load_project             (TvxStore      *self,
                                                     const char    *id,
                                                     char         **revision,
                                                     GCancellable  *cancellable,
                                                     GError       **error);
GPtrArray       *tvx_store_load_history             (TvxStore      *self,
                                                     GType          type,
                                                     const char    *id,
                                                     GPtrArray     *problems,
                                                     GCancellable  *cancellable,
                                                     GError       **error);
GHashTable      *tvx_store_list_stamps              (TvxStore      *self,
                                                     GCancellable  *cancellable,
                                                     GError       **error);
void             tvx_store_save                     (TvxStore        *self,
                                                     GPtrArray       *savings,
                                                     TvxProgressFunc  progress,
                                                     gpointer         progress_data,
                                                     GCancellable    *cancellable);

TvxDocumentFile *tvx_store_add_document_file        (TvxStore      *self,
                                                     const char    *project_id,
                                                     GFile         *source,
                                                     GCancellable  *cancellable,
                                                     GError       **error);
void             tvx_store_add_document_file_async  (TvxStore            *self,
                                                     const char          *project_id,
                                                     GFile               *source,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TvxDocumentFile *tvx_store_add_document_file_finish (TvxStore      *self,
                                                     GAsyncResult  *result,
                                                     GError       **error);
GFile           *tvx_store_dup_document_file        (TvxStore   *self,
                                                     const char *project_id,
                                                     const char *file);

G_END_DECLS
