/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-model-error.h"

G_DEFINE_QUARK (tvx-model-error-quark, tvx_model_error)
