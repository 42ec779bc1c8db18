/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tvx_sample_write (GFile         *folder,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
