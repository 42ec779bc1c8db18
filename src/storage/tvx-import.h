/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

/**
 * TvxImportOutcome:
 * @TVX_IMPORT_NEW: the register did not have the project; it was added
 * @TVX_IMPORT_SAME: the register has the project as it is
 * @TVX_IMPORT_CHANGED: the project was changed to what the file says
 * @TVX_IMPORT_REFUSED: the project was not imported
 *
 * What came of one project of a file.
 */
typedef enum
{
  TVX_IMPORT_NEW,
  TVX_IMPORT_SAME,
  TVX_IMPORT_CHANGED,
  TVX_IMPORT_REFUSED,
} TvxImportOutcome;

/**
 * TvxImported:
 * @id: the id of the project
 * @title: what it is called
 * @outcome: what came of it
 * @message: (nullable): why it was refused
 *
 * What an import did with one project.
 */
typedef struct
{
  char             *id;
  char             *title;
  TvxImportOutcome  outcome;
  char             *message;
} TvxImported;

typedef struct _TvxImport TvxImport;

gboolean   tvx_import_is_same   (TvxRecord *known,
                                 TvxRecord *project,
                                 gboolean   is_report);
TvxImport *tvx_import_begin     (TvxWorkspace  *workspace,
                                 GPtrArray     *projects,
                                 gboolean       is_report,
                                 GHashTable    *same,
                                 GError       **error);
gboolean   tvx_import_next      (TvxImport *self);
GPtrArray *tvx_import_end       (TvxImport *self);
void       tvx_import_take_back (TvxImport *self);
GPtrArray *tvx_import_all       (TvxWorkspace  *workspace,
                                 GPtrArray     *projects,
                                 gboolean       is_report,
                                 GError       **error);

G_END_DECLS
