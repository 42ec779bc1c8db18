/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Signs that cannot be told from others in a source file. */
#define TVX_NO_BREAK_SPACE "\302\240"
#define TVX_MINUS_SIGN "\342\210\222"
