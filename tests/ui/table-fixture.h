/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/statistics/tvx-table-dialog.h"
#include "window-fixture.h"

/* A test that begins with a window that shows a project. */
#define TABLE_FIXTURE_TEST(name, function) \
  g_test_add (name, WindowFixture, NULL, table_fixture_set_up, function, window_fixture_tear_down)

void            table_fixture_set_up (WindowFixture *fixture,
                                      gconstpointer  data);
TvxRecord      *table_fixture_add    (WindowFixture *fixture);
TvxTableDialog *table_fixture_open   (WindowFixture *fixture,
                                      TvxRecord     *table);
