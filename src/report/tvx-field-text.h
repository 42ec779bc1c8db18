/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"
#include "report/tvx-catalog.h"

G_BEGIN_DECLS

char *tvx_field_text (const TvxCatalog *catalog,
                      TvxRecord        *record,
                      const TvxField   *field);

G_END_DECLS
