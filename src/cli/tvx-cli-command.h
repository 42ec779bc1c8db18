/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/tvx-cli-call.h"

G_BEGIN_DECLS

/**
 * TvxCliCommand:
 * @name: what is typed; of an action, the name of its command and its own
 * @arguments: the words for its arguments, in brackets where they may be left out: a message to be translated.
 *   The words `DIR` and `FILE` stand for file names, all others for text; a last word in “…” stands for any number
 * @summary: one line of help: a message to be translated
 * @details: (nullable): what more there is to know: a message to be translated
 * @options: (nullable): its options. They hold no place for the values, which are asked of the call;
 *   `G_OPTION_ARG_STRING` is text and `G_OPTION_ARG_FILENAME` a file name
 * @actions: (nullable) (array zero-terminated=1): what it can do, for a command that does nothing by itself
 * @run: (nullable): runs it, and sets an error where it could not be done; %NULL where there are actions
 *
 * A command of the program.
 */
struct _TvxCliCommand
{
  const char                 *name;
  const char                 *arguments;
  const char                 *summary;
  const char                 *details;
  const GOptionEntry         *options;
  const TvxCliCommand *const *actions;
  gboolean                  (*run) (TvxCliCall  *call,
                                    GError     **error);
};

extern const TvxCliCommand *const tvx_cli_commands[];

const char          *tvx_cli_command_get_word (const TvxCliCommand *self);
const TvxCliCommand *tvx_cli_command_find     (const char *const **words,
                                               GError            **error);

extern const TvxCliCommand tvx_cli_attach;
extern const TvxCliCommand tvx_cli_check;
extern const TvxCliCommand tvx_cli_export;
extern const TvxCliCommand tvx_cli_handover;
extern const TvxCliCommand tvx_cli_handover_check;
extern const TvxCliCommand tvx_cli_handover_package;
extern const TvxCliCommand tvx_cli_handover_receipt;
extern const TvxCliCommand tvx_cli_handover_receive;
extern const TvxCliCommand tvx_cli_handover_status;
extern const TvxCliCommand tvx_cli_handover_step;
extern const TvxCliCommand tvx_cli_help;
extern const TvxCliCommand tvx_cli_history;
extern const TvxCliCommand tvx_cli_import;
extern const TvxCliCommand tvx_cli_init;
extern const TvxCliCommand tvx_cli_list;
extern const TvxCliCommand tvx_cli_remove;
extern const TvxCliCommand tvx_cli_report;
extern const TvxCliCommand tvx_cli_sample;
extern const TvxCliCommand tvx_cli_schema;
extern const TvxCliCommand tvx_cli_set;
extern const TvxCliCommand tvx_cli_show;
extern const TvxCliCommand tvx_cli_table;
extern const TvxCliCommand tvx_cli_table_audit;
extern const TvxCliCommand tvx_cli_table_certify;
extern const TvxCliCommand tvx_cli_table_protect;

G_END_DECLS
