/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-finding.h"

/**
 * TvxFinding:
 *
 * Something that is wrong or missing in a record, and where.
 */
struct _TvxFinding
{
  GObject         parent_instance;

  TvxSeverity     severity;
  TvxRecord      *record;
  const TvxField *field;
  char           *message;
};

G_DEFINE_FINAL_TYPE (TvxFinding, tvx_finding, G_TYPE_OBJECT)

static void
tvx_finding_finalize (GObject *object)
{
  TvxFinding *self = TVX_FINDING (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (tvx_finding_parent_class)->finalize (object);
}

static void
tvx_finding_class_init (TvxFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_finding_finalize;
}

static void
tvx_finding_init (TvxFinding *self)
{
}

/**
 * tvx_finding_new:
 * @severity: how much it matters
 * @record: the record that it is about
 * @field: (nullable): the field of @record, %NULL where it is about the whole
 * @message: a sentence in the user's language
 *
 * Returns: (transfer full): the finding
 */
TvxFinding *
tvx_finding_new (TvxSeverity     severity,
                 TvxRecord      *record,
                 const TvxField *field,
                 const char     *message)
{
  TvxFinding *self = g_object_new (TVX_TYPE_FINDING, NULL);

  self->severity = severity;
  self->record = g_object_ref (record);
  self->field = field;
  self->message = g_strdup (message);
  return self;
}

/**
 * tvx_finding_get_severity:
 * @self: a finding
 *
 * Returns: how much it matters
 */
TvxSeverity
tvx_finding_get_severity (TvxFinding *self)
{
  return self->severity;
}

/**
 * tvx_finding_get_record:
 * @self: a finding
 *
 * Returns: (transfer none): the record that it is about
 */
TvxRecord *
tvx_finding_get_record (TvxFinding *self)
{
  return self->record;
}

/**
 * tvx_finding_get_field:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the field that it is about, %NULL for the record as a whole
 */
const TvxField *
tvx_finding_get_field (TvxFinding *self)
{
  return self->field;
}

/**
 * tvx_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer none): a sentence in the user's language
 */
const char *
tvx_finding_get_message (TvxFinding *self)
{
  return self->message;
}
