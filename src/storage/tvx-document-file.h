/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

G_BEGIN_DECLS

/**
 * TvxDocumentFile:
 * @file: its name in the documents folder of the project
 * @sha256: the checksum of what it holds
 * @size: how many bytes it has
 * @media_type: (nullable): what it is, as `application/pdf`
 *
 * A file that was copied into a register.
 */
typedef struct
{
  char    *file;
  char    *sha256;
  goffset  size;
  char    *media_type;
} TvxDocumentFile;

void tvx_document_file_free (TvxDocumentFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxDocumentFile, tvx_document_file_free)

char      *tvx_document_file_hash         (GFile        *file,
                                           GCancellable *cancellable);
gboolean   tvx_document_file_set          (const TvxDocumentFile  *self,
                                           TvxEditor              *editor,
                                           TvxRecord              *document,
                                           GError                **error);
TvxRecord *tvx_document_file_add_document (const TvxDocumentFile  *self,
                                           TvxEditor              *editor,
                                           TvxRecord              *project,
                                           const char             *title,
                                           GError                **error);

G_END_DECLS
