/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-summary-list.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

struct _TvxWorkspace
{
  GObject         parent_instance;

  TvxStore       *store;
  TvxSaver       *saver;
  TvxRegister    *record;
  TvxEditor      *editor;
  TvxSummaryList *summaries;
  GListStore     *problems;
  GListStore     *conflicts;
  char           *author;
  /* While a caller waits for a save, it looks after what others changed by itself. */
  gboolean        is_waited_for;
  /* When each record was last written, as far as is known here. Never changed: threads read it. */
  GHashTable     *stamps;
};

TvxWorkspace *tvx_workspace_new          (TvxStore   *store,
                                          TvxRecord  *record,
                                          const char *revision,
                                          GPtrArray  *summaries,
                                          GPtrArray  *problems,
                                          GHashTable *stamps);
void          tvx_workspace_tell_outside (TvxWorkspace *self,
                                          TvxRecord    *record);

G_END_DECLS
