/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cli/tvx-cli-call.h"
#include "statistics/tvx-protection.h"

G_BEGIN_DECLS

/**
 * TvxCliRule:
 * @threshold: the smallest count that is not small
 * @zeros: what readers are told about zeros
 * @insiders: (nullable): the dimensions whose categories know their own counts, or %NULL for those that have owners
 *
 * What tables are protected by.
 */
typedef struct
{
  guint    threshold;
  TvxZeros zeros;
  GStrv    insiders;
} TvxCliRule;

#define TVX_CLI_ZEROS ((const char *const[]) { "maybe", "shown", "protected", NULL })

void      tvx_cli_rule_clear      (TvxCliRule *self);
GVariant *tvx_cli_rule_to_variant (const TvxCliRule *self);
gboolean  tvx_cli_rule_read       (TvxCliRule  *self,
                                   GVariant    *object,
                                   const char  *path,
                                   GError     **error);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TvxCliRule, tvx_cli_rule_clear)

GVariant        *tvx_cli_table_load          (GFile   *file,
                                              GError **error);
GVariant        *tvx_cli_table_load_argument (TvxCliCall  *call,
                                              guint        position,
                                              char       **name,
                                              GError     **error);
gboolean         tvx_cli_table_write         (GVariant    *value,
                                              const char  *path,
                                              GError     **error);
gboolean         tvx_cli_table_fail          (GError     **error,
                                              const char  *path,
                                              const char  *expected);
GVariant        *tvx_cli_table_get           (GVariant            *object,
                                              const char          *name,
                                              const GVariantType  *type,
                                              const char          *path,
                                              GError             **error);
char           **tvx_cli_table_get_texts     (GVariant    *object,
                                              const char  *name,
                                              const char  *path,
                                              GError     **error);
gboolean         tvx_cli_table_find          (TvxCountTable  *table,
                                              GVariant       *object,
                                              const char     *path,
                                              guint          *cell,
                                              GError        **error);

GPtrArray       *tvx_cli_table_read          (GVariant    *root,
                                              gboolean     with_counts,
                                              const char  *name,
                                              GError     **error);
TvxPublication  *tvx_cli_table_publish       (GPtrArray   *tables,
                                              TvxCliRule  *rule,
                                              GError     **error);
gint64          *tvx_cli_table_read_shown    (GVariant        *root,
                                              TvxPublication  *publication,
                                              const char      *name,
                                              GError         **error);

GVariant        *tvx_cli_table_to_variant    (TvxProtection    *protection,
                                              const TvxCliRule *rule,
                                              double            seconds);
GVariant        *tvx_cli_proof_to_variant    (TvxProtection    *protection,
                                              const TvxCliRule *rule);
gboolean         tvx_cli_proof_read          (GVariant       *root,
                                              TvxProtection  *protection,
                                              const char     *name,
                                              GError        **error);

G_END_DECLS
