/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-table-file.h"
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
run (TvxCliCall  *call,
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
  root = tvx_cli_table_load_argument (call, 0, &name, error);
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

const TvxCliCommand tvx_cli_table_protect = {
  .name = "table protect",
  .arguments = N_("FILE"),
  .summary = N_("Hide what must be hidden in tables"),
  .details = N_("FILE has one table, or several that are protected together. What is written has no hidden number in it. It\n"
                 "does tell the officer which numbers are small themselves, and in the summary what the hidden ones add up to:\n"
                 "to readers, show all hidden numbers alike, and no summary. The proof gives every number away; keep it where\n"
                 "FILE is kept.\n"
                 "\n"
                 "A table is its dimensions and its cells, without sums; a cell that is not there is 0:\n"
                 "\n"
                 "  {\"dimensions\": [{\"id\": \"kon\", \"categories\": [\"k\", \"m\"]},\n"
                 "                  {\"id\": \"alder\", \"categories\": [\"0-17\", \"18-29\", \"30-\"],\n"
                 "                   \"groups\": [{\"id\": \"unga\", \"of\": [\"0-17\", \"18-29\"]}]}],\n"
                 "   \"cells\": [{\"at\": [\"k\", \"0-17\"], \"n\": 3}, {\"at\": [\"m\", \"30-\"], \"impossible\": true}]}\n"
                 "\n"
                 "A combination that cannot occur is impossible, and needs no n. Readers know that, so it is shown."),
  .options = options,
  .run = run,
};
