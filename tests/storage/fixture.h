/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-folder-store.h"
#include "storage/tvx-workspace.h"

/* Ids of the projects that tests write themselves. */
#define ID_A "11111111-1111-4111-8111-111111111111"
#define ID_B "22222222-2222-4222-8222-222222222222"
#define ID_C "33333333-3333-4333-8333-333333333333"

/* A register in a temporary folder. */
typedef struct
{
  char           *root;
  GFile          *folder;
  TvxFolderStore *store;
} Fixture;

void          fixture_set_up          (Fixture       *self,
                                       gconstpointer  data);
void          fixture_tear_down       (Fixture       *self,
                                       gconstpointer  data);
char         *fixture_path            (Fixture    *self,
                                       const char *name);
void          fixture_write           (Fixture    *self,
                                       const char *name,
                                       const char *text,
                                       gssize      length);
void          fixture_write_project   (Fixture    *self,
                                       const char *id,
                                       const char *members);
char         *fixture_read            (Fixture    *self,
                                       const char *name);
GPtrArray    *fixture_list            (Fixture    *self,
                                       const char *folder);
TvxWorkspace *fixture_open            (Fixture *self);
TvxRecord    *fixture_add_project     (TvxWorkspace *workspace,
                                       const char   *title);
void          fixture_set_text        (TvxWorkspace *workspace,
                                       TvxRecord    *record,
                                       const char   *path,
                                       const char   *text);
void          fixture_save            (TvxWorkspace *workspace);
TvxRecord    *fixture_load            (TvxWorkspace *workspace,
                                       const char   *id);
void          fixture_assert_title    (Fixture    *self,
                                       const char *name,
                                       const char *title);
gboolean      fixture_become_nobody   (Fixture *self);
void          fixture_become_yourself (void);
