/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-catalog.h"

G_BEGIN_DECLS

char *tvx_format_integer      (const TvxCatalog *catalog,
                               gint64            number);
char *tvx_format_decimal_text (const TvxCatalog *catalog,
                               const char       *text);
char *tvx_format_decimal      (const TvxCatalog *catalog,
                               gint64            number,
                               guint             decimals);
char *tvx_format_percent      (const TvxCatalog *catalog,
                               gint64            number,
                               guint             decimals);
char *tvx_format_money        (const TvxCatalog *catalog,
                               gint64            amount,
                               const char       *currency);
char *tvx_format_date         (const TvxCatalog *catalog,
                               const char       *iso_date);
char *tvx_format_short_period (const TvxCatalog *catalog,
                               const char       *from,
                               const char       *to);
char *tvx_format_period       (const TvxCatalog *catalog,
                               const char       *from,
                               const char       *to);
char *tvx_format_keep_numbers (const char *text);

G_END_DECLS
