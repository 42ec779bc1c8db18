/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/tvx-finding.h"

G_BEGIN_DECLS

#define TVX_TYPE_FINDINGS_ROW (tvx_findings_row_get_type ())
G_DECLARE_FINAL_TYPE (TvxFindingsRow, tvx_findings_row, TVX, FINDINGS_ROW, AdwExpanderRow)

void tvx_findings_row_set_findings (TvxFindingsRow *self,
                                    GPtrArray      *findings);

G_END_DECLS
