/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

G_BEGIN_DECLS

/**
 * TvxPackable:
 * @id: the id of a project
 * @title: what it is called
 * @from: (nullable): who hands it over
 * @to: (nullable): who takes it over
 * @n_documents: how many files of documents go with it
 * @obstacle: (nullable): what keeps it from being packed, in the user's language
 *
 * A project that is to go into a package.
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *from;
  char  *to;
  guint  n_documents;
  char  *obstacle;
} TvxPackable;

void       tvx_package_job_check_async  (TvxStore            *store,
                                         GStrv                ids,
                                         TvxProgressFunc      progress,
                                         gpointer             progress_data,
                                         GDestroyNotify       progress_destroy,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
GPtrArray *tvx_package_job_check_finish (GAsyncResult  *result,
                                         GError       **error);
void       tvx_package_job_write_async  (TvxStore            *store,
                                         GStrv                ids,
                                         const char          *language,
                                         GFile               *file,
                                         TvxProgressFunc      progress,
                                         gpointer             progress_data,
                                         GDestroyNotify       progress_destroy,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean   tvx_package_job_write_finish (GAsyncResult  *result,
                                         GError       **error);

G_END_DECLS
