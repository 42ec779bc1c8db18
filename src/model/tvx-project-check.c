/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must agree between the parts of a project. */

#include "model/tvx-project-check.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"
#include "model/tvx-findings.h"
#include "model/tvx-nuts.h"
#include "model/tvx-project-figures.h"
#include "model/tvx-vocabulary.h"

/* Projects of the regional development fund from this total budget on must be evaluated by somebody else (Tillväxtverket,
 * handbook 2021–2027). */
#define EVALUATION_FROM 12000000

static gboolean
is_beneficiary (TvxRecord *partner)
{
  return g_strcmp0 (tvx_record_get_text (partner, "role"), "beneficiary") == 0;
}

static TvxDate
get_limit (TvxRecord  *record,
           const char *field,
           int         otherwise)
{
  const char *text = tvx_record_get_text (record, field);
  TvxDate date;

  return text != NULL && tvx_date_parse_iso (text, &date) ? date : (TvxDate) { otherwise, 0, 0 };
}

static gboolean
overlap (TvxRecord *a,
         TvxRecord *b)
{
  TvxDate a_from = get_limit (a, "from", 1), a_until = get_limit (a, "until", 9999);
  TvxDate b_from = get_limit (b, "from", 1), b_until = get_limit (b, "until", 9999);

  /* Dates that may be the same day, since one is known to the month only, do not tell of a time together. */
  return tvx_date_compare (&a_from, &b_until) < 0 && tvx_date_compare (&b_from, &a_until) < 0;
}

/* A project has one beneficiary at a time, who answers for it (Regulation (EU) 2021/1060, article 2.9). */
static void
check_beneficiary (TvxRecord   *self,
                   TvxFindings *findings)
{
  GListModel *partners = tvx_record_get_list (self, "partners");
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (partners); i++)
    {
      g_autoptr (TvxRecord) partner = g_list_model_get_item (partners, i);

      if (!is_beneficiary (partner))
        continue;
      for (guint j = 0; j < found->len; j++)
        {
          g_autofree char *other = tvx_record_dup_title (found->pdata[j]);

          if (!overlap (partner, found->pdata[j]))
            continue;
          tvx_findings_add (findings, TVX_SEVERITY_WARNING, partner, "role",
                            _("“%s” is project owner at the same time. A project has one at a time."), other);
          break;
        }
      g_ptr_array_add (found, g_steal_pointer (&partner));
    }
  if (found->len == 0)
    tvx_findings_add (findings, TVX_SEVERITY_MISSING, self, "partners", _("No partner is the project owner."));
}

static void
check_places (TvxRecord   *self,
              TvxFindings *findings)
{
  GListModel *locations = tvx_record_get_list (self, "locations");

  for (guint i = 0; i < g_list_model_get_n_items (locations); i++)
    {
      g_autoptr (TvxRecord) location = g_list_model_get_item (locations, i);
      const char *county = tvx_record_get_text (location, "county");
      const char *municipality = tvx_record_get_text (location, "municipality");

      if (county != NULL && municipality != NULL && !g_str_has_prefix (municipality, county))
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, location, "municipality", _("%s is not in %s."),
                          tvx_vocabulary_get_label (&tvx_municipalities, municipality),
                          tvx_vocabulary_get_label (&tvx_counties, county));
    }
}

static gboolean
has_kind (TvxRecord  *self,
          const char *list_name,
          const char *kind)
{
  GListModel *list = tvx_record_get_list (self, list_name);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (tvx_record_get_text (item, "kind"), kind) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the funders give must cover what the project costs, and what is given in kind must be a cost in kind. */
static void
check_money (TvxRecord   *self,
             TvxFindings *findings)
{
  gint64 budget = tvx_project_figures_get_cost (self, "budget", FALSE);
  gint64 budget_in_kind = tvx_project_figures_get_cost (self, "budget", TRUE);
  gint64 granted_in_kind = tvx_project_figures_sum (self, "funding", "amount", "in_kind");
  gint64 granted = tvx_project_figures_sum (self, "funding", "amount", NULL);

  if (budget > 0 && granted > 0 && budget != granted)
    {
      g_autofree char *budget_text = tvx_field_format_number (budget);
      g_autofree char *granted_text = tvx_field_format_number (granted);

      tvx_findings_add (findings, TVX_SEVERITY_WARNING, self, "costs",
                        _("The budget and the funding differ: %s kronor in costs, %s kronor in funding."),
                        budget_text, granted_text);
    }
  if (budget > 0 && budget_in_kind != granted_in_kind)
    {
      g_autofree char *budget_text = tvx_field_format_number (budget_in_kind);
      g_autofree char *granted_text = tvx_field_format_number (granted_in_kind);

      tvx_findings_add (findings, TVX_SEVERITY_WARNING, self, "costs",
                        _("Costs other than money, %s kronor, differ from such funding, %s kronor."),
                        budget_text, granted_text);
    }
  if (budget >= EVALUATION_FROM && has_kind (self, "funding", "eu") && !has_kind (self, "reports_due", "evaluation"))
    tvx_findings_add (findings, TVX_SEVERITY_WARNING, self, "reports_due",
                      _("An EU project with a budget of 12 million kronor or more must be evaluated. No evaluation is planned."));
}

/**
 * tvx_project_check:
 * @self: a project
 * @findings: where to add what is found
 *
 * The check of the class of projects.
 */
void
tvx_project_check (TvxRecord   *self,
                   TvxFindings *findings)
{
  check_beneficiary (self, findings);
  check_places (self, findings);
  check_money (self, findings);
}
