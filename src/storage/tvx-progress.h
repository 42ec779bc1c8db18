/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxProgressFunc:
 * @n_done: how much is done
 * @n_total: how much there is to do
 * @user_data: what was given with the function
 *
 * Is told how far a long task has come, in the thread that does it.
 */
typedef void (*TvxProgressFunc) (guint n_done,
                                 guint n_total,
                                 gpointer user_data);

G_END_DECLS
