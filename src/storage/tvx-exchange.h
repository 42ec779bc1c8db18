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

gboolean   tvx_exchange_export        (TvxStore         *store,
                                       const char       *project_id,
                                       GFile            *target,
                                       GPtrArray        *problems,
                                       TvxProgressFunc   progress,
                                       gpointer          progress_data,
                                       GCancellable     *cancellable,
                                       GError          **error);
GBytes    *tvx_exchange_write_records (TvxRegister *reg,
                                       GPtrArray   *projects);
GPtrArray *tvx_exchange_load          (GFile         *source,
                                       gboolean      *is_report,
                                       GCancellable  *cancellable,
                                       GError       **error);
gboolean   tvx_exchange_is_same       (TvxRecord *known,
                                       TvxRecord *project,
                                       gboolean   is_report);
GPtrArray *tvx_exchange_import        (TvxWorkspace  *workspace,
                                       GPtrArray     *projects,
                                       gboolean       is_report,
                                       GHashTable    *same,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_END_DECLS
