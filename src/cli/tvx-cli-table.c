/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-table-file.h"
#include "statistics/tvx-audit.h"
#include "statistics/tvx-merge.h"

#define MAX_PROPOSALS 3

/* Of more than this, smaller tables take too long to try while somebody waits. */
#define MAX_COUNTS_TO_MERGE 1500

static const GOptionEntry options[] = {
  { "threshold", 0, 0, G_OPTION_ARG_STRING, NULL, N_("The smallest count that is not small: 3 to 20, otherwise 5"), N_("N") },
  { "zeros", 0, 0, G_OPTION_ARG_STRING, NULL, N_("What becomes of zeros: maybe, the default, shown or protected"), N_("RULE") },
  { "insider", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL,
    N_("Who knows all own counts: a dimension, or none; otherwise project and kommun"), N_("DIM") },
  { "witness", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Write the proof, which gives the true numbers away, to this file"), N_("FILE") },
  { "truth", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Compare with the true counts in this file"), N_("FILE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("The file to write; otherwise standard output"), N_("FILE") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
read_rule_options (TvxCliCall  *call,
                   TvxCliRule  *rule,
                   GError     **error)
{
  const char *threshold = tvx_cli_call_get_option (call, "threshold");
  const char *const *insiders = tvx_cli_call_get_options (call, "insider");
  guint64 number = TVX_COUNT_TABLE_DEFAULT_THRESHOLD;

  if (threshold != NULL && !g_ascii_string_to_unsigned (threshold, 10, TVX_COUNT_TABLE_MIN_THRESHOLD, TVX_COUNT_TABLE_MAX_THRESHOLD, &number, NULL))
    {
      g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--threshold: “%s” is not a number from %d to %d."), threshold,
                   TVX_COUNT_TABLE_MIN_THRESHOLD, TVX_COUNT_TABLE_MAX_THRESHOLD);
      return FALSE;
    }
  rule->threshold = number;
  if (insiders[0] != NULL)
    rule->insiders = g_strdupv ((char **) insiders);
  if (insiders[0] != NULL && insiders[1] == NULL && g_str_equal (insiders[0], "none"))
    g_clear_pointer (&rule->insiders[0], g_free);
  return tvx_cli_call_get_choice (call, "zeros", TVX_CLI_ZEROS, &rule->zeros, error);
}

static gboolean
check_insiders (TvxCliRule  *rule,
                GPtrArray   *tables,
                GError     **error)
{
  for (guint i = 0; rule->insiders != NULL && rule->insiders[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint t = 0; t < tables->len; t++)
        for (guint d = 0; d < tvx_count_table_get_n_axes (tables->pdata[t]); d++)
          found |= g_str_equal (tvx_axis_get_id (tvx_count_table_get_axis (tables->pdata[t], d)), rule->insiders[i]);
      if (found)
        continue;
      g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_REFUSED, _("No table has the dimension “%s”."), rule->insiders[i]);
      return FALSE;
    }
  return TRUE;
}

/* Reads one of the files that are given as arguments. */
static GVariant *
load (TvxCliCall  *call,
      guint        position,
      char       **name,
      GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (tvx_cli_call_get_text (call, position) == NULL)
    {
      g_set_error_literal (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
                           _("A file is missing: “table certify” wants the tables, what is to be published, and the proof."));
      return NULL;
    }
  file = tvx_cli_call_dup_file (call, position);
  *name = g_file_get_basename (file);
  return tvx_cli_table_load (file, error);
}

/* Tells which smaller tables could be protected, and what they cost. */
static void
tell_proposals (TvxCliCall     *call,
                TvxPublication *publication)
{
  g_autoptr (GPtrArray) merges = NULL;

  if (tvx_publication_get_n_counts (publication) <= MAX_COUNTS_TO_MERGE)
    merges = tvx_merge_propose (publication, NULL, NULL, NULL);

  for (guint i = 0; merges != NULL && i < MIN (merges->len, MAX_PROPOSALS); i++)
    {
      g_autofree char *text = tvx_merge_dup_text (g_ptr_array_index (merges, i));

      tvx_cli_call_add_advice (call, text);
    }
}

static void
tell_how_much (TvxCliCall    *call,
               TvxProtection *protection)
{
  TvxProtectionSummary summary;
  g_autofree char *text = NULL;

  if (!tvx_protection_hides_much (protection))
    return;
  tvx_protection_get_summary (protection, &summary);
  text = g_strdup_printf (_("%u of %u numbers are hidden; readers may learn more from a smaller table, or one that is rounded."),
                          summary.n_small + summary.n_follow, summary.n_cells);
  tvx_cli_call_add_advice (call, text);
  tell_proposals (call, tvx_protection_get_publication (protection));
}

static gboolean
run_protect (TvxCliCall  *call,
             GError     **error)
{
  const char *witness = tvx_cli_call_get_option (call, "witness");
  gint64 start = g_get_monotonic_time ();
  g_auto (TvxCliRule) rule = { 0 };
  g_autofree char *name = NULL;
  g_autoptr (GVariant) root = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (TvxPublication) publication = NULL;
  g_autoptr (TvxProtection) protection = NULL;
  double seconds;

  if (!read_rule_options (call, &rule, error))
    return FALSE;
  root = load (call, 1, &name, error);
  tables = root != NULL ? tvx_cli_table_read (root, TRUE, name, error) : NULL;
  if (tables == NULL || !check_insiders (&rule, tables, error))
    return FALSE;
  publication = tvx_cli_table_publish (tables, &rule, error);
  if (publication == NULL)
    return FALSE;
  protection = tvx_protect (publication, NULL, NULL, error);
  if (protection == NULL)
    {
      tell_proposals (call, publication);
      return FALSE;
    }

  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  if (witness != NULL && !tvx_cli_table_write (tvx_cli_proof_to_variant (protection, &rule), witness, error))
    return FALSE;
  if (!tvx_cli_table_write (tvx_cli_table_to_variant (protection, &rule, seconds),
                            tvx_cli_call_get_option (call, "output"), error))
    return FALSE;
  tell_how_much (call, protection);
  return TRUE;
}

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
run_certify (TvxCliCall  *call,
             GError     **error)
{
  g_auto (TvxCliRule) rule = { 0 };
  g_autofree char *name = NULL, *out_name = NULL, *proof_name = NULL;
  g_autoptr (GVariant) root = load (call, 1, &name, error);
  g_autoptr (GVariant) out = root != NULL ? load (call, 2, &out_name, error) : NULL;
  g_autoptr (GVariant) proof = out != NULL ? load (call, 3, &proof_name, error) : NULL;
  g_autoptr (GPtrArray) tables = proof != NULL ? tvx_cli_table_read (root, TRUE, name, error) : NULL;
  g_autoptr (TvxPublication) publication = NULL;
  g_autoptr (TvxProtection) protection = NULL;
  g_autofree gint64 *shown = NULL;

  if (tables == NULL || !tvx_cli_rule_read (&rule, proof, proof_name, error) || !check_rule (out, &rule, out_name, error))
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

/* Reads the true tables, to know which counts there are to protect. */
static TvxPublication *
load_truth (TvxCliCall      *call,
            TvxCliRule      *rule,
            TvxPublication  *published,
            GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (tvx_cli_call_get_option (call, "truth"));
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GVariant) root = tvx_cli_table_load (file, error);
  g_autoptr (GPtrArray) tables = root != NULL ? tvx_cli_table_read (root, TRUE, name, error) : NULL;
  g_autoptr (TvxPublication) truth = tables != NULL ? tvx_cli_table_publish (tables, rule, error) : NULL;

  if (truth == NULL)
    return NULL;
  for (guint i = 0; i < MAX (tvx_publication_get_n_counts (truth), tvx_publication_get_n_counts (published)); i++)
    {
      g_autofree char *first = NULL, *second = NULL;

      if (i < MIN (tvx_publication_get_n_counts (truth), tvx_publication_get_n_counts (published)))
        {
          first = tvx_publication_dup_label (truth, i);
          second = tvx_publication_dup_label (published, i);
        }
      if (first != NULL && g_str_equal (first, second))
        continue;
      tvx_cli_table_fail (error, name, _("its tables are not those that are published"));
      return NULL;
    }
  return g_steal_pointer (&truth);
}

static guint
print_ranges (TvxPublication *published,
              TvxPublication *truth,
              const gint64   *shown,
              const TvxRange *ranges)
{
  guint n_narrow = 0;

  for (guint i = 0; i < tvx_publication_get_n_counts (published); i++)
    {
      g_autofree char *label = tvx_publication_dup_label (published, i);
      gint64 low = 0, high = 0;
      gboolean narrow = truth != NULL && tvx_publication_get_range (truth, i, &low, &high) && (ranges[i].lowest > low || ranges[i].highest < high);

      n_narrow += narrow;
      if (shown[i] != TVX_AUDIT_HIDDEN && !narrow)
        continue;
      if (ranges[i].highest == G_MAXINT64)
        /* Translators: the lowest value that a hidden number can have, which may be any higher one. */
        tvx_cli_print (_("%s: %lld or more"), label, (long long) ranges[i].lowest);
      else
        tvx_cli_print (_("%s: %lld to %lld"), label, (long long) ranges[i].lowest, (long long) ranges[i].highest);
      if (narrow)
        tvx_cli_print (_(" – too narrow: it must be possible from %lld to %lld"), (long long) low, (long long) high);
      tvx_cli_print ("\n");
    }
  return n_narrow;
}

static gboolean
run_audit (TvxCliCall  *call,
           GError     **error)
{
  g_auto (TvxCliRule) rule = { 0 };
  g_autofree char *name = NULL, *place = NULL;
  g_autoptr (GVariant) out = load (call, 1, &name, error);
  g_autoptr (GVariant) summary = NULL;
  g_autoptr (GPtrArray) tables = out != NULL ? tvx_cli_table_read (out, FALSE, name, error) : NULL;
  g_autoptr (TvxPublication) published = NULL;
  g_autoptr (TvxPublication) truth = NULL;
  g_autofree gint64 *shown = NULL;
  g_autofree TvxRange *ranges = NULL;

  if (tables == NULL)
    return FALSE;
  place = g_strdup_printf ("%s: summary", name);
  if (g_variant_is_of_type (out, G_VARIANT_TYPE_VARDICT))
    summary = g_variant_lookup_value (out, "summary", NULL);
  if (!tvx_cli_rule_read (&rule, summary, place, error))
    return FALSE;
  published = tvx_cli_table_publish (tables, &rule, error);
  shown = published != NULL ? tvx_cli_table_read_shown (out, published, name, error) : NULL;
  if (shown == NULL)
    return FALSE;
  if (tvx_cli_call_get_option (call, "truth") != NULL)
    {
      truth = load_truth (call, &rule, published, error);
      if (truth == NULL)
        return FALSE;
    }
  ranges = g_new (TvxRange, tvx_publication_get_n_counts (published));
  if (!tvx_audit (published, shown, ranges, error))
    return FALSE;
  if (print_ranges (published, truth, shown, ranges) > 0)
    tvx_cli_call_set_found (call);
  return TRUE;
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *action = tvx_cli_call_get_text (call, 0);

  if (g_str_equal (action, "protect"))
    return run_protect (call, error);
  if (g_str_equal (action, "certify"))
    return run_certify (call, error);
  if (g_str_equal (action, "audit"))
    return run_audit (call, error);
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("table: “%s” is none of protect, certify and audit."), action);
  return FALSE;
}

const TvxCliCommand tvx_cli_table = {
  .name = "table",
  .arguments = N_("protect|certify|audit FILE [PUBLISHED] [PROOF]"),
  .summary = N_("Protect small numbers in tables, and check that they are"),
  .details = N_("“protect FILE” hides what must be hidden in the tables of FILE and writes the rest. “certify FILE PUBLISHED\n"
                 "PROOF” checks the proof that it left with --witness. “audit FILE” tells what a reader can work out about each\n"
                 "hidden number of what “protect” wrote, and with --truth whether it is too much.\n"
                 "\n"
                 "What “protect” writes has no hidden number in it. It does tell the officer which numbers are small\n"
                 "themselves, and in the summary what the hidden ones add up to: to readers, show all hidden numbers alike,\n"
                 "and no summary. The proof gives every number away; keep it where FILE is kept."),
  .options = options,
  .run = run,
};
