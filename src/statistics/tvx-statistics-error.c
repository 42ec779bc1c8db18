/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics/tvx-statistics-error.h"

G_DEFINE_QUARK (tvx-statistics-error-quark, tvx_statistics_error)
