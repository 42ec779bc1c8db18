/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-findings.h"

/**
 * tvx_findings_add:
 * @self: where to add it
 * @severity: how much it matters
 * @record: the record that it is about
 * @field: (nullable): the name of a field of @record, %NULL where it is about the whole
 * @format: a sentence in the user's language, as for printf()
 * @...: what the sentence speaks of
 *
 * Adds a finding. The sentence is made only where somebody is going to read it.
 */
void
tvx_findings_add (TvxFindings *self,
                  TvxSeverity  severity,
                  TvxRecord   *record,
                  const char  *field,
                  const char  *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (severity == TVX_SEVERITY_MISSING && !self->with_missing)
    return;
  self->n_items++;
  if (self->items == NULL)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->items, tvx_finding_new (severity, record,
                                                 field != NULL ? tvx_record_get_field (record, field) : NULL, message));
}
