/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-statistics-table.h"
#include "statistics/tvx-protect.h"

G_BEGIN_DECLS

/**
 * TvxProtectedTables:
 *
 * The statistics tables of projects, and their sums over the projects, protected together and with what earlier reports told.
 *
 * Whatever readers get to see of the counts comes from here.
 */
typedef struct _TvxProtectedTables TvxProtectedTables;

/**
 * TvxProjectLoader:
 * @id: the id of a project
 * @data: what was given with the function
 * @error: return location for an error
 *
 * Loads a project, as it is.
 *
 * Returns: (transfer full) (nullable): the project
 */
typedef TvxProject *(*TvxProjectLoader) (const char *id,
                                         gpointer data,
                                         GError **error);

TvxProtectedTables *tvx_protected_tables_new            (TvxRegister       *reg,
                                                         GPtrArray         *projects,
                                                         TvxProjectLoader   load,
                                                         gpointer           load_data,
                                                         GError           **error);
TvxProtectedTables *tvx_protected_tables_new_for_report (TvxRegister              *reg,
                                                         GPtrArray                *projects,
                                                         TvxProjectLoader          load,
                                                         gpointer                  load_data,
                                                         const char *const        *without,
                                                         gboolean                  rounded,
                                                         const TvxProtectOptions  *options,
                                                         GCancellable             *cancellable,
                                                         GError                  **error);
TvxProtectedTables *tvx_protected_tables_ref            (TvxProtectedTables *self);
void                tvx_protected_tables_unref          (TvxProtectedTables *self);
gboolean            tvx_protected_tables_protect        (TvxProtectedTables       *self,
                                                         const TvxProtectOptions  *options,
                                                         GCancellable             *cancellable,
                                                         GError                  **error);

guint               tvx_protected_tables_get_n_tables   (TvxProtectedTables *self);
TvxStatisticsTable *tvx_protected_tables_get_record     (TvxProtectedTables *self,
                                                         guint               table);
TvxRecord          *tvx_protected_tables_get_project    (TvxProtectedTables *self,
                                                         guint               table);
guint               tvx_protected_tables_get_n_projects (TvxProtectedTables *self,
                                                         guint               table);
TvxCountTable      *tvx_protected_tables_get_counts     (TvxProtectedTables *self,
                                                         guint               table);
gboolean            tvx_protected_tables_find           (TvxProtectedTables *self,
                                                         TvxRecord          *record,
                                                         guint              *table);
gboolean            tvx_protected_tables_round          (TvxProtectedTables  *self,
                                                         GCancellable        *cancellable,
                                                         GError             **error);
TvxProtection      *tvx_protected_tables_get_protection (TvxProtectedTables *self);
void                tvx_protected_tables_get_summary    (TvxProtectedTables   *self,
                                                         TvxProtectionSummary *summary);
const char         *tvx_protected_tables_get_latest     (TvxProtectedTables *self);
gboolean            tvx_protected_tables_record         (TvxProtectedTables  *self,
                                                         TvxEditor           *editor,
                                                         const char          *date,
                                                         const char          *report,
                                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxProtectedTables, tvx_protected_tables_unref)

G_END_DECLS
