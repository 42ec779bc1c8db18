/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-document-file.h"

G_BEGIN_DECLS

char            *tvx_folder_documents_dup_name (const char *project_id,
                                                const char *file);
TvxDocumentFile *tvx_folder_documents_add      (const char    *root,
                                                const char    *project_id,
                                                GFile         *source,
                                                GCancellable  *cancellable,
                                                GError       **error);

G_END_DECLS
