/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lists, reports and checks count and compare of projects. */

#include "model/tvx-project-figures.h"

#include <string.h>

#include "model/tvx-date.h"

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

static gint64
sum_list (GListModel *items,
          const char *field,
          const char *only)
{
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (items, i);
      gint64 number;

      if ((only == NULL || tvx_record_get_boolean (item, only)) && tvx_record_get_number (item, field, &number))
        sum = tvx_project_figures_add (sum, number);
    }
  return sum;
}

/**
 * tvx_project_figures_sum:
 * @project: a project
 * @list: the name of a list of it
 * @field: the name of a field with a number, of the records of that list
 * @only: (nullable): the name of a yes-or-no field; only records that say yes are counted
 *
 * Returns: the sum of the numbers that are there
 */
gint64
tvx_project_figures_sum (TvxRecord  *project,
                         const char *list,
                         const char *field,
                         const char *only)
{
  return sum_list (tvx_record_get_list (project, list), field, only);
}

static gint64
sum_costs (GListModel *costs,
           const char *field,
           gboolean    in_kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (costs); i++)
    {
      g_autoptr (TvxRecord) cost = g_list_model_get_item (costs, i);
      gint64 amount;

      if ((in_kind && !tvx_record_get_boolean (cost, "in_kind")) || !tvx_record_get_number (cost, field, &amount))
        continue;
      if (g_strcmp0 (tvx_record_get_text (cost, "kind"), "revenue") == 0)
        amount = -amount;
      sum = tvx_project_figures_add (sum, amount);
    }
  return sum;
}

/**
 * tvx_project_figures_sum_costs:
 * @costs: (element-type TvxCost): the costs of a project
 * @field: "budget" or "actual"
 *
 * Returns: what they are together, in kronor; what the project earns is deducted
 */
gint64
tvx_project_figures_sum_costs (GListModel *costs,
                               const char *field)
{
  return sum_costs (costs, field, FALSE);
}

/**
 * tvx_project_figures_sum_funding:
 * @funding: (element-type TvxFunding): the funding of a project
 * @field: "applied", "amount" or "paid"
 *
 * Returns: what it is together, in kronor
 */
gint64
tvx_project_figures_sum_funding (GListModel *funding,
                                 const char *field)
{
  return sum_list (funding, field, NULL);
}

/**
 * tvx_project_figures_get_cost:
 * @project: a project
 * @field: "budget" or "actual"
 * @in_kind: whether to count only what is not money
 *
 * Returns: what the project costs, in kronor; what it earns is deducted
 */
gint64
tvx_project_figures_get_cost (TvxRecord  *project,
                              const char *field,
                              gboolean    in_kind)
{
  return sum_costs (tvx_record_get_list (project, "costs"), field, in_kind);
}

/**
 * tvx_project_figures_dup_owner:
 * @project: a project
 * @today: a date, in ISO 8601
 *
 * Returns: (transfer full) (nullable): the partner who is project owner on that day
 */
TvxRecord *
tvx_project_figures_dup_owner (TvxRecord  *project,
                               const char *today)
{
  GListModel *partners = tvx_record_get_list (project, "partners");
  TvxDate day, limit;

  g_return_val_if_fail (tvx_date_parse_iso (today, &day), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (partners); i++)
    {
      g_autoptr (TvxRecord) partner = g_list_model_get_item (partners, i);
      const char *from = tvx_record_get_text (partner, "from");
      const char *until = tvx_record_get_text (partner, "until");

      if (g_strcmp0 (tvx_record_get_text (partner, "role"), "beneficiary") == 0 &&
          (from == NULL || !tvx_date_parse_iso (from, &limit) || tvx_date_compare (&limit, &day) <= 0) &&
          (until == NULL || !tvx_date_parse_iso (until, &limit) || tvx_date_compare (&limit, &day) >= 0))
        return g_steal_pointer (&partner);
    }
  return NULL;
}

/**
 * tvx_project_figures_dup_next_due:
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the report due first of those that are not submitted, also if it is late
 */
TvxRecord *
tvx_project_figures_dup_next_due (TvxRecord *project)
{
  GListModel *reports = tvx_record_get_list (project, "reports_due");
  g_autoptr (TvxRecord) next = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (reports); i++)
    {
      g_autoptr (TvxRecord) report = g_list_model_get_item (reports, i);
      const char *due = tvx_record_get_text (report, "due");

      /* Dates in ISO 8601 sort as texts do. */
      if (due != NULL && tvx_record_get_text (report, "submitted") == NULL &&
          (next == NULL || strcmp (due, tvx_record_get_text (next, "due")) < 0))
        g_set_object (&next, report);
    }
  return g_steal_pointer (&next);
}
