/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-document-file.h"

#include <glib/gi18n-lib.h>

#define BLOCK (256 * 1024)

/**
 * tvx_document_file_free: (skip)
 * @self: (transfer full): a file of a project
 *
 * Frees what is known of the file, which stays where it is.
 */
void
tvx_document_file_free (TvxDocumentFile *self)
{
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->media_type);
  g_free (self);
}

/**
 * tvx_document_file_hash: (skip)
 * @file: a file
 * @cancellable: (nullable): to cancel the task
 *
 * Reads a file to its end, however large it is.
 *
 * Returns: (transfer full) (nullable): its SHA-256, %NULL where it cannot be read
 */
char *
tvx_document_file_hash (GFile        *file,
                        GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, cancellable, NULL));
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  gssize n = -1;

  while (stream != NULL && (n = g_input_stream_read (stream, block, BLOCK, cancellable, NULL)) > 0)
    g_checksum_update (checksum, block, n);
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gboolean
set_fields (const TvxDocumentFile  *self,
            TvxEditor              *editor,
            TvxRecord              *document,
            GError                **error)
{
  return tvx_editor_set (editor, document, "file", g_variant_new_string (self->file), error) &&
         tvx_editor_set (editor, document, "sha256", g_variant_new_string (self->sha256), error) &&
         tvx_editor_set (editor, document, "size", g_variant_new_int64 (self->size), error) &&
         tvx_editor_set (editor, document, "media_type",
                         self->media_type != NULL ? g_variant_new_string (self->media_type) : NULL, error);
}

static gboolean
end_step (TvxEditor *editor,
          gboolean   good)
{
  if (good)
    tvx_editor_end (editor);
  else
    tvx_editor_cancel (editor);
  return good;
}

/**
 * tvx_document_file_set: (skip)
 * @self: a file of a project
 * @editor: the editor of the register
 * @document: a document of the project that the file was copied for
 * @error: return location for an error
 *
 * Says of a document that this is its file, as one step of undo.
 *
 * Returns: whether it was said
 */
gboolean
tvx_document_file_set (const TvxDocumentFile  *self,
                       TvxEditor              *editor,
                       TvxRecord              *document,
                       GError                **error)
{
  tvx_editor_begin (editor, _("File attached"));
  return end_step (editor, set_fields (self, editor, document, error));
}

/**
 * tvx_document_file_add_document: (skip)
 * @self: a file of a project
 * @editor: the editor of the register
 * @project: the project that the file was copied for
 * @title: what the document is called
 * @error: return location for an error
 *
 * Adds a document with this file to a project, as one step of undo.
 *
 * Returns: (transfer none) (nullable): the document
 */
TvxRecord *
tvx_document_file_add_document (const TvxDocumentFile  *self,
                                TvxEditor              *editor,
                                TvxRecord              *project,
                                const char             *title,
                                GError                **error)
{
  TvxRecord *document;

  tvx_editor_begin (editor, _("Document added"));
  document = tvx_editor_insert (editor, project, "documents", G_MAXUINT, NULL, error);
  return end_step (editor, document != NULL && tvx_editor_set_text (editor, document, "title", title, error) &&
                             set_fields (self, editor, document, error))
           ? document
           : NULL;
}
