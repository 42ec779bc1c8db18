/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxSeverity:
 * @TVX_SEVERITY_ERROR: a value that does not fit its field
 * @TVX_SEVERITY_MISSING: something that must be there before publishing
 * @TVX_SEVERITY_WARNING: something to look at
 *
 * How much a finding matters.
 */
typedef enum
{
  TVX_SEVERITY_ERROR,
  TVX_SEVERITY_MISSING,
  TVX_SEVERITY_WARNING,
} TvxSeverity;

#define TVX_TYPE_FINDING (tvx_finding_get_type ())
G_DECLARE_FINAL_TYPE (TvxFinding, tvx_finding, TVX, FINDING, GObject)

TvxFinding     *tvx_finding_new          (TvxSeverity     severity,
                                          TvxRecord      *record,
                                          const TvxField *field,
                                          const char     *message);
TvxSeverity     tvx_finding_get_severity (TvxFinding *self);
TvxRecord      *tvx_finding_get_record   (TvxFinding *self);
const TvxField *tvx_finding_get_field    (TvxFinding *self);
const char     *tvx_finding_get_message  (TvxFinding *self);

G_END_DECLS
