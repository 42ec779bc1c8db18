/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxCliFormat:
 * @TVX_CLI_FORMAT_TEXT: for a person: words in the user's language
 * @TVX_CLI_FORMAT_JSON: for a program: names and values as in the files
 * @TVX_CLI_FORMAT_CSV: for a spreadsheet: the same as JSON, by RFC 4180
 *
 * How a list is written.
 */
typedef enum
{
  TVX_CLI_FORMAT_TEXT,
  TVX_CLI_FORMAT_JSON,
  TVX_CLI_FORMAT_CSV,
} TvxCliFormat;

/* The option that asks for a format, and the names of the formats in the order of TvxCliFormat: for a list, and for
 * what is not a list. */
#define TVX_CLI_LIST_FORMAT_OPTION \
  { "format", 0, 0, G_OPTION_ARG_STRING, NULL, N_("How to write the list: text, json or csv"), N_("FORMAT") }
#define TVX_CLI_LIST_FORMATS ((const char *const[]) { "text", "json", "csv", NULL })
#define TVX_CLI_FORMAT_OPTION \
  { "format", 0, 0, G_OPTION_ARG_STRING, NULL, N_("How to write it: text or json"), N_("FORMAT") }
#define TVX_CLI_FORMATS ((const char *const[]) { "text", "json", NULL })

/**
 * TvxCliTable:
 *
 * A list to be written: columns, and rows of values.
 */
typedef struct _TvxCliTable TvxCliTable;

TvxCliTable *tvx_cli_table_new  (void);
void         tvx_cli_table_free (TvxCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxCliTable, tvx_cli_table_free)

void   tvx_cli_table_add_column (TvxCliTable *self,
                                 const char  *name,
                                 const char  *label);
void   tvx_cli_table_add_cell   (TvxCliTable *self,
                                 GVariant    *value,
                                 const char  *shown);
void   tvx_cli_table_print      (TvxCliTable  *self,
                                 TvxCliFormat  format);

void   tvx_cli_print            (const char *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void   tvx_cli_print_json       (GVariant *value);
gsize  tvx_cli_get_width        (const char *text);
char  *tvx_cli_clean            (const char *text);

G_END_DECLS
