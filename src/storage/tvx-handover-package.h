/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

G_BEGIN_DECLS

/* Where the protocol, the list of documents and the form for the receipt are in a package, beside the register folder. */
#define TVX_HANDOVER_PACKAGE_FOLDER "handover"

/* What says in the description of a bag that it is such a package, and of which version. */
#define TVX_HANDOVER_PACKAGE_LABEL "Tillvaxt-Handover"
#define TVX_HANDOVER_PACKAGE_VERSION "1"

gboolean  tvx_handover_package_check         (GPtrArray  *projects,
                                              GError    **error);
gboolean  tvx_handover_package_check_project (TvxStore      *store,
                                              TvxRecord     *project,
                                              guint         *n_documents,
                                              GCancellable  *cancellable,
                                              GError       **error);
char     *tvx_handover_package_dup_revision  (TvxRecord *project);
gboolean  tvx_handover_package_write         (TvxStore         *store,
                                              GPtrArray        *projects,
                                              GFile            *target,
                                              GDateTime        *date,
                                              GBytes           *protocol_pdf,
                                              GBytes           *protocol_html,
                                              TvxProgressFunc   progress,
                                              gpointer          progress_data,
                                              GCancellable     *cancellable,
                                              GError          **error);

G_END_DECLS
