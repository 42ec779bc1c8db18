/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands under a statistics table. It explains what there is to see in that table, and nothing else. */

#include "report/tvx-statistics-note.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-format.h"

/* What readers see of a table. */
typedef struct
{
  guint    n_numbers; /* hidden or shown */
  guint    n_hidden;
  gboolean has_zero;
  gboolean has_impossible;
  gboolean has_empty_base; /* a zero that shares would be worked out of */
} Seen;

/* Whether a cell is of everybody of a gender, or of everybody in a group, of which the shares are. */
static gboolean
is_base (TvxCountTable *counts,
         guint          cell,
         guint          gender)
{
  guint n_totals = 0, n_axes = tvx_count_table_get_n_axes (counts);
  gboolean of_all_genders = FALSE;

  for (guint i = gender; i < n_axes; i++)
    {
      gboolean is_total = tvx_count_table_get_node (counts, cell, i) + 1 == tvx_axis_get_n_nodes (tvx_count_table_get_axis (counts, i));

      n_totals += is_total;
      of_all_genders = of_all_genders || (is_total && i == gender);
    }
  return of_all_genders || (n_axes - gender > 1 && n_totals == n_axes - gender - 1);
}

static Seen
look (TvxProtectedTables *tables,
      guint               table)
{
  TvxProtection *protection = tvx_protected_tables_get_protection (tables);
  TvxCountTable *counts = tvx_protected_tables_get_counts (tables, table);
  guint gender = tvx_protected_tables_get_n_projects (tables, table) > 1 ? 1 : 0;
  Seen seen = { 0 };

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (counts); cell++)
    {
      gint64 number;

      if (!tvx_count_table_is_published (counts, cell))
        continue;
      if (tvx_count_table_get_impossible (counts, cell))
        {
          seen.has_impossible = TRUE;
          continue;
        }
      seen.n_numbers++;
      if (!tvx_protection_get_shown (protection, table, cell, &number))
        seen.n_hidden++;
      else if (number == 0)
        {
          seen.has_zero = TRUE;
          seen.has_empty_base = seen.has_empty_base || is_base (counts, cell, gender);
        }
    }
  return seen;
}

static void
add_sentence (GString    *note,
              const char *sentence)
{
  if (note->len > 0)
    g_string_append_c (note, ' ');
  g_string_append (note, sentence);
}

static void
tell_hidden (GString          *note,
             const TvxCatalog *catalog,
             TvxCountTable    *counts,
             const Seen       *seen)
{
  TvxZeros zeros = tvx_count_table_get_zeros (counts);
  g_autofree char *small = g_strdup_printf (tvx_catalog_translate (catalog, N_("Groups of 1–%u people are not shown.")),
                                            tvx_count_table_get_threshold (counts) - 1);
  g_autofree char *how_many = g_strdup_printf (tvx_catalog_translate_plural (catalog, "%u of %u numbers is not shown.", "%u of %u numbers are not shown.", seen->n_hidden),
                                               seen->n_hidden, seen->n_numbers);

  add_sentence (note, tvx_catalog_translate (catalog, N_("The sign .. means that the number is not shown, out of regard for the people it is about.")));
  add_sentence (note, small);
  if (zeros == TVX_ZEROS_SHOWN)
    add_sentence (note, tvx_catalog_translate (catalog, N_("Some larger numbers are hidden, too, so that the small ones cannot be worked out.")));
  else if (zeros == TVX_ZEROS_PROTECTED)
    add_sentence (note, tvx_catalog_translate (catalog, N_("Zeros are hidden in the same way, and some larger numbers, so that the small ones cannot be worked out.")));
  else
    add_sentence (note, tvx_catalog_translate (catalog, N_("Some larger numbers, and sometimes a zero, are hidden, too, so that the small ones cannot be worked out.")));
  if (zeros == TVX_ZEROS_SHOWN)
    add_sentence (note, tvx_catalog_translate (catalog, seen->has_zero ? N_("Zeros are always shown, as –.") : N_("Zeros are always shown; here there are none.")));
  else if (seen->has_zero)
    add_sentence (note, tvx_catalog_translate (catalog, N_("A zero that is shown is –.")));
  add_sentence (note, tvx_catalog_translate (catalog, N_("All numbers that are shown are exact, and sums are made of everybody who took part.")));
  add_sentence (note, how_many);
}

/**
 * tvx_statistics_note_dup:
 * @catalog: words of the language to say it in
 * @tables: tables that are protected
 * @table: the number of a table
 *
 * Returns: (transfer full): what readers must know of its numbers
 */
char *
tvx_statistics_note_dup (const TvxCatalog   *catalog,
                         TvxProtectedTables *tables,
                         guint               table)
{
  const char *latest = tvx_protected_tables_get_latest (tables);
  Seen seen = look (tables, table);
  g_autoptr (GString) note = g_string_new (NULL);

  if (tvx_protection_get_rounding (tvx_protected_tables_get_protection (tables)) > 0)
    {
      add_sentence (note, tvx_catalog_translate (catalog, N_("All numbers are rounded to a multiple of five nearby, so that the sums agree; a number that is shown may differ by at most 4.")));
      if (seen.has_zero)
        add_sentence (note, tvx_catalog_translate (catalog, N_("The sign – means that nobody took part, or that the group is very small.")));
    }
  else if (seen.n_hidden > 0)
    {
      tell_hidden (note, catalog, tvx_protected_tables_get_counts (tables, table), &seen);
    }
  else
    {
      add_sentence (note, tvx_catalog_translate (catalog, N_("All numbers are shown, and they are exact.")));
      if (seen.has_zero)
        add_sentence (note, tvx_catalog_translate (catalog, N_("Zeros are written –.")));
    }
  if (seen.has_impossible)
    add_sentence (note, tvx_catalog_translate (catalog, N_("A point means that the combination cannot occur.")));
  if (seen.has_empty_base)
    add_sentence (note, tvx_catalog_translate (catalog, N_("In the tables of shares, a point means that there is nobody to work out shares of.")));
  if (latest != NULL)
    {
      g_autofree char *date = tvx_format_date (catalog, latest);
      g_autofree char *check = g_strdup_printf (tvx_catalog_translate (catalog, N_("The check was made together with earlier published reports up to %s.")), date);

      add_sentence (note, check);
    }
  return g_string_free_and_steal (g_steal_pointer (&note));
}
