/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-catalog.h"

G_BEGIN_DECLS

void tvx_cli_print_manual (const TvxCatalog *catalog);

G_END_DECLS
