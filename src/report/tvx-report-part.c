/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be left out of a report. What is left out is taken out of the records before anything is built of them, so that
 * the file inside the report does not tell it either. */

#include "report/tvx-report-part.h"

#include <glib/gi18n-lib.h>

#define FIELDS(...) (const char *const[]) { __VA_ARGS__, NULL }

static const TvxReportPart parts[] = {
  { "background", N_("Background and method"), FIELDS ("background", "target_groups", "method") },
  { "description", N_("Description and vision"), FIELDS ("description", "purpose", "vision") },
  { "classification", N_("Classification"), FIELDS ("areas", "strategy_2021", "strategy_2015", "equal_growth", "gender_policy", "agenda_2030", "classifications", "tags") },
  { "goals", N_("Goals"), FIELDS ("goals") },
  { "indicators", N_("Indicators"), FIELDS ("indicators") },
  { "activities", N_("Activities"), FIELDS ("activities") },
  { "dimensions", N_("The J+ perspective"), FIELDS ("dimensions", "four_r", "guide") },
  { "statistics", N_("Statistics"), FIELDS ("statistics") },
  { "partners", N_("Partners"), FIELDS ("partners") },
  { "money", N_("Funding and costs"), FIELDS ("funding", "costs") },
  { "decisions", N_("Decisions and reports due"), FIELDS ("decisions", "reports_due") },
  { "outcome", N_("Outcome"), FIELDS ("results", "deviations", "lessons", "continuation") },
  { "handover", N_("Handover"), FIELDS ("handover") },
  { "documents", N_("Documents"), FIELDS ("documents") },
  { "links", N_("Links and related projects"), FIELDS ("links", "related", "website") },
  { "contacts", N_("Contacts"), FIELDS ("contacts") },
  { "notes", N_("Notes"), FIELDS ("notes") },
};

/**
 * tvx_report_parts_get:
 * @n_parts: (out): how many there are
 *
 * Returns: (array length=n_parts) (transfer none): the parts, in the order of reports
 */
const TvxReportPart *
tvx_report_parts_get (gsize *n_parts)
{
  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}

/**
 * tvx_report_part_find:
 * @name: the name of a part
 *
 * Returns: (transfer none) (nullable): the part
 */
const TvxReportPart *
tvx_report_part_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      return &parts[i];
  return NULL;
}

/**
 * tvx_report_part_dup_names:
 *
 * Returns: (transfer full): the names of all parts, with `|` between them
 */
char *
tvx_report_part_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "|", parts[i].name);
  return g_string_free_and_steal (names);
}

/**
 * tvx_report_parts_dup_fields:
 * @names: (nullable) (array zero-terminated=1): names of parts
 *
 * Returns: (transfer full): the fields of a project that these parts tell of
 */
char **
tvx_report_parts_dup_fields (const char *const *names)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const TvxReportPart *part = tvx_report_part_find (names[i]);

      if (part != NULL)
        g_strv_builder_addv (fields, (const char **) part->fields);
    }
  return g_strv_builder_end (fields);
}
