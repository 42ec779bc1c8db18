/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

struct _TvxWorkspace
{
  GObject      parent_instance;

  TvxStore    *store;
  TvxSaver    *saver;
  TvxRegister *record;
  TvxEditor   *editor;
  GListStore  *summaries;
  /* Id to TvxSummary. */
  GHashTable  *summaries_by_id;
  GListStore  *problems;
  char        *author;
};

TvxWorkspace *tvx_workspace_new (TvxStore   *store,
                                 TvxRecord  *record,
                                 const char *revision,
                                 GPtrArray  *summaries,
                                 GPtrArray  *problems);

G_END_DECLS
