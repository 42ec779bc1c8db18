/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reports count and compare of projects. */

#include "report/tvx-project-figures.h"

/**
 * tvx_project_figures_get_start:
 * @project: a project
 *
 * Returns: (transfer none) (nullable): when it began, else when it is to begin
 */
const char *
tvx_project_figures_get_start (TvxRecord *project)
{
  const char *start = tvx_record_get_text (project, "actual_start");

  return start != NULL ? start : tvx_record_get_text (project, "planned_start");
}

/**
 * tvx_project_figures_get_end:
 * @project: a project
 *
 * Returns: (transfer none) (nullable): when it ended, else when it is to end
 */
const char *
tvx_project_figures_get_end (TvxRecord *project)
{
  const char *end = tvx_record_get_text (project, "actual_end");

  return end != NULL ? end : tvx_record_get_text (project, "planned_end");
}

/**
 * tvx_project_figures_add:
 * @sum: a sum
 * @amount: what is added
 *
 * Adds, and stays at the greatest or least number there is where a wrong file would go beyond.
 *
 * Returns: the new sum
 */
gint64
tvx_project_figures_add (gint64 sum,
                         gint64 amount)
{
  gint64 result;

  if (!__builtin_add_overflow (sum, amount, &result))
    return result;
  return amount > 0 ? G_MAXINT64 : G_MININT64;
}

/**
 * tvx_project_figures_get_money:
 * @project: a project
 * @n_without_amount: a number, to which that of the grants without an amount is added
 *
 * Returns: what all funders together pay, in kronor
 */
gint64
tvx_project_figures_get_money (TvxRecord *project,
                               guint     *n_without_amount)
{
  GListModel *funding = tvx_record_get_list (project, "funding");
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (funding); i++)
    {
      g_autoptr (TvxRecord) grant = g_list_model_get_item (funding, i);
      gint64 amount;

      if (tvx_record_get_number (grant, "amount", &amount))
        sum = tvx_project_figures_add (sum, amount);
      else
        (*n_without_amount)++;
    }
  return sum;
}
