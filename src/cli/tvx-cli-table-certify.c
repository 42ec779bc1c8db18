/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-table-file.h"
#include "statistics/tvx-audit.h"

/* The numbers that are published must be the true ones; hidden is what no table shows. */
static gboolean
apply_shown (TvxProtection  *protection,
             const gint64   *shown,
             GError        **error)
{
  TvxPublication *publication = tvx_protection_get_publication (protection);

  for (guint i = 0; i < tvx_publication_get_n_counts (publication); i++)
    {
      guint table, cell;

      tvx_publication_get_place (publication, i, &table, &cell);
      if (shown[i] != TVX_AUDIT_HIDDEN && shown[i] != tvx_count_table_get_count (tvx_publication_get_table (publication, table), cell))
        {
          g_autofree char *label = tvx_publication_dup_label (publication, i);

          return tvx_cli_table_fail (error, label, _("the number to be published is not the true one"));
        }
      tvx_protection_set_hidden (protection, i, shown[i] == TVX_AUDIT_HIDDEN);
    }
  return TRUE;
}

/* A proof by a weaker rule proves nothing of what is published by a stronger one. */
static gboolean
check_rule (GVariant          *out,
            const TvxCliRule  *rule,
            const char        *name,
            GError           **error)
{
  g_autofree char *place = g_strdup_printf ("%s: summary", name);
  g_autoptr (GVariant) summary = g_variant_is_of_type (out, G_VARIANT_TYPE_VARDICT) ? g_variant_lookup_value (out, "summary", NULL) : NULL;
  g_auto (TvxCliRule) published = { 0 };

  if (summary == NULL)
    return TRUE;
  if (!tvx_cli_rule_read (&published, summary, place, error))
    return FALSE;
  if (published.threshold == rule->threshold && published.zeros == rule->zeros &&
      g_strv_equal ((const char *const *) published.insiders, (const char *const *) rule->insiders))
    return TRUE;
  return tvx_cli_table_fail (error, place, _("the proof is by another rule"));
}

static gboolean
has_witnesses (GVariant    *proof,
               const char  *name,
               GError     **error)
{
  g_autoptr (GVariant) witnesses = tvx_cli_table_get (proof, "witnesses", G_VARIANT_TYPE ("av"), name, error);

  return witnesses != NULL;
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_auto (TvxCliRule) rule = { 0 };
  g_autofree char *name = NULL, *out_name = NULL, *proof_name = NULL;
  g_autoptr (GVariant) root = tvx_cli_table_load_argument (call, 0, &name, error);
  g_autoptr (GVariant) out = root != NULL ? tvx_cli_table_load_argument (call, 1, &out_name, error) : NULL;
  g_autoptr (GVariant) proof = out != NULL ? tvx_cli_table_load_argument (call, 2, &proof_name, error) : NULL;
  g_autoptr (GPtrArray) tables = proof != NULL ? tvx_cli_table_read (root, TRUE, name, error) : NULL;
  g_autoptr (TvxPublication) publication = NULL;
  g_autoptr (TvxProtection) protection = NULL;
  g_autofree gint64 *shown = NULL;

  if (tables == NULL || !has_witnesses (proof, proof_name, error) || !tvx_cli_rule_read (&rule, proof, proof_name, error) || !check_rule (out, &rule, out_name, error))
    return FALSE;
  publication = tvx_cli_table_publish (tables, &rule, error);
  shown = publication != NULL ? tvx_cli_table_read_shown (out, publication, out_name, error) : NULL;
  if (shown == NULL)
    return FALSE;
  protection = tvx_protection_new (publication);
  if (!apply_shown (protection, shown, error) || !tvx_cli_proof_read (proof, protection, proof_name, error) || !tvx_protection_certify (protection, error))
    return FALSE;
  tvx_cli_print (_("Certified: threshold %u, zeros %s, %u witness tables."), rule.threshold, TVX_CLI_ZEROS[rule.zeros],
                 tvx_protection_get_n_witnesses (protection));
  tvx_cli_print ("\n");
  return TRUE;
}

const TvxCliCommand tvx_cli_table_certify = {
  .name = "table certify",
  .arguments = N_("FILE PUBLISHED PROOF"),
  .summary = N_("Check the proof that small numbers are protected"),
  .details = N_("FILE has the true tables, PUBLISHED what “table protect” wrote, and PROOF what it left with --witness. It\n"
                 "takes additions of whole numbers and nothing else."),
  .run = run,
};
