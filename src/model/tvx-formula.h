/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *tvx_formula_guard   (const char *text);
const char *tvx_formula_unguard (const char *text);

G_END_DECLS
