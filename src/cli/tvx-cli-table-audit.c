/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-table-file.h"
#include "statistics/tvx-audit.h"

static const GOptionEntry options[] = {
  { "truth", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Compare with the true counts in this file"), N_("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* Whether a count of two publications is of the same people, and can occur in both or in neither. */
static gboolean
are_alike (TvxPublication *first,
           TvxPublication *second,
           guint           count)
{
  g_autofree char *label = tvx_publication_dup_label (first, count);
  g_autofree char *other = tvx_publication_dup_label (second, count);
  guint table, cell, table_of_other, cell_of_other;

  tvx_publication_get_place (first, count, &table, &cell);
  tvx_publication_get_place (second, count, &table_of_other, &cell_of_other);
  return g_str_equal (label, other) &&
         tvx_count_table_get_impossible (tvx_publication_get_table (first, table), cell) ==
           tvx_count_table_get_impossible (tvx_publication_get_table (second, table_of_other), cell_of_other);
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
    if (i >= MIN (tvx_publication_get_n_counts (truth), tvx_publication_get_n_counts (published)) || !are_alike (truth, published, i))
      {
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
run (TvxCliCall  *call,
     GError     **error)
{
  g_auto (TvxCliRule) rule = { 0 };
  g_autofree char *name = NULL, *place = NULL;
  g_autoptr (GVariant) out = tvx_cli_table_load_argument (call, 0, &name, error);
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

const TvxCliCommand tvx_cli_table_audit = {
  .name = "table audit",
  .arguments = N_("PUBLISHED"),
  .summary = N_("Tell what a reader can work out about each hidden number"),
  .details = N_("PUBLISHED is what “table protect” wrote. With --truth it is also told whether readers can work out too\n"
                 "much."),
  .options = options,
  .run = run,
};
