/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of projects and its filters know of a project that is not a field of it, but follows from its lists. */

#include "model/tvx-project-columns.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-check.h"
#include "model/tvx-date.h"
#include "model/tvx-dimension.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-project-figures.h"
#include "model/tvx-vocabulary.h"

static GVariant *
new_text (const char *text)
{
  return text != NULL ? g_variant_new_string (text) : NULL;
}

static GVariant *
compute_start (TvxRecord *project)
{
  return new_text (tvx_project_figures_get_start (project));
}

static GVariant *
compute_end (TvxRecord *project)
{
  return new_text (tvx_project_figures_get_end (project));
}

static GVariant *
compute_beneficiary (TvxRecord *project)
{
  g_autofree char *today = tvx_date_dup_today ();
  g_autoptr (TvxRecord) owner = tvx_project_figures_dup_owner (project, today);

  return owner != NULL ? new_text (tvx_record_get_text (owner, "name")) : NULL;
}

static GVariant *
compute_granted (TvxRecord *project)
{
  gint64 granted = tvx_project_figures_sum (project, "funding", "amount", NULL);

  return granted != 0 ? g_variant_new_int64 (granted) : NULL;
}

static GVariant *
compute_grants (TvxRecord *project)
{
  GListModel *funding = tvx_record_get_list (project, "funding");
  g_auto (GVariantDict) grants = G_VARIANT_DICT_INIT (NULL);
  gboolean has_any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (funding); i++)
    {
      g_autoptr (TvxRecord) grant = g_list_model_get_item (funding, i);
      const char *funder = tvx_record_get_text (grant, "funder");
      gint64 amount, before = 0;

      if (funder == NULL || !tvx_record_get_number (grant, "amount", &amount))
        continue;
      g_variant_dict_lookup (&grants, funder, "x", &before);
      g_variant_dict_insert (&grants, funder, "x", tvx_project_figures_add (before, amount));
      has_any = TRUE;
    }
  return has_any ? g_variant_dict_end (&grants) : NULL;
}

static GVariant *
compute_next_due (TvxRecord *project)
{
  g_autoptr (TvxRecord) report = tvx_project_figures_dup_next_due (project);

  return report != NULL ? new_text (tvx_record_get_text (report, "due")) : NULL;
}

static GVariant *
compute_lacking (TvxRecord *project)
{
  return g_variant_new_int64 (tvx_check_count (project, TVX_CHECK_PUBLISH));
}

static GVariant *
compute_unexamined (TvxRecord *project)
{
  return g_variant_new_int64 (tvx_dimension_count_unexamined (project));
}

/* A list also where all are examined: that is known, and none is not. */
static GVariant *
compute_unexamined_in (TvxRecord *project)
{
  g_auto (GStrv) kinds = tvx_dimension_list_unexamined (project);

  return g_variant_new_strv ((const char *const *) kinds, -1);
}

/* How much is missing for the next step of a handover that has begun; nothing where none leads on. */
static GVariant *
compute_handover_lacking (TvxRecord *project)
{
  const char *state = tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (project, "handover")));
  g_autofree const char **next = tvx_handover_list_next (state);

  if (g_str_equal (state, "not_applicable") || next[0] == NULL || tvx_handover_needs_reason (state, next[0]))
    return NULL;
  return g_variant_new_int64 (tvx_handover_count_lacking (project, next[0]));
}

const TvxComputed tvx_project_columns[TVX_N_PROJECT_COLUMNS] = {
  { { "start", TVX_FIELD_DATE, N_("Start") }, compute_start },
  { { "end", TVX_FIELD_DATE, N_("End") }, compute_end },
  { { "beneficiary", TVX_FIELD_TEXT, N_("Project owner") }, compute_beneficiary },
  { { "granted", TVX_FIELD_MONEY, N_("Granted") }, compute_granted },
  { { "grants", TVX_FIELD_COUNTS, N_("Granted by funder") }, compute_grants },
  { { "next_due", TVX_FIELD_DATE, N_("Next report due") }, compute_next_due },
  { { "lacking", TVX_FIELD_INTEGER, N_("Missing before publishing") }, compute_lacking },
  { { "unexamined", TVX_FIELD_INTEGER, N_("Not examined in J+") }, compute_unexamined },
  { { "unexamined_in", TVX_FIELD_CODES, N_("J+ dimensions not examined"), .vocabulary = &tvx_dimension_kinds }, compute_unexamined_in },
  { { "handover_lacking", TVX_FIELD_INTEGER, N_("Missing for the next step of the handover") }, compute_handover_lacking },
};
