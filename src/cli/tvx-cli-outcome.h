/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tvx-cli-output.h"

G_BEGIN_DECLS

/**
 * TvxCliOutcome:
 * @name: what other programs know it by
 * @label: what it is called, translatable
 *
 * What became of a project that came in a file.
 */
typedef struct
{
  const char *name;
  const char *label;
} TvxCliOutcome;

TvxCliTable *tvx_cli_outcome_table_new (void);
void         tvx_cli_outcome_table_add (TvxCliTable         *table,
                                        const TvxCliOutcome *outcome,
                                        const char          *id,
                                        const char          *title);

G_END_DECLS
