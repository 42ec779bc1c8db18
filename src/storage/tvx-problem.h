/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-finding.h"

G_BEGIN_DECLS

#define TVX_TYPE_PROBLEM (tvx_problem_get_type ())
G_DECLARE_FINAL_TYPE (TvxProblem, tvx_problem, TVX, PROBLEM, GObject)

TvxProblem  *tvx_problem_new              (TvxSeverity  severity,
                                           const char  *file,
                                           const char  *location,
                                           const char  *message);
TvxProblem  *tvx_problem_new_from_error   (const char   *file,
                                           const GError *error);
TvxProblem  *tvx_problem_new_from_finding (const char *file,
                                           TvxFinding *finding);

TvxSeverity  tvx_problem_get_severity     (TvxProblem *self);
const char  *tvx_problem_get_file         (TvxProblem *self);
const char  *tvx_problem_get_location     (TvxProblem *self);
const char  *tvx_problem_get_message      (TvxProblem *self);
char        *tvx_problem_dup_sentence     (TvxProblem *self);

G_END_DECLS
