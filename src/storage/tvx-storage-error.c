/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-storage-error.h"

G_DEFINE_QUARK (tvx-storage-error-quark, tvx_storage_error)
