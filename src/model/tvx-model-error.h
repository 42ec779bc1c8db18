/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TvxModelError:
 * @TVX_MODEL_ERROR_TYPE: a member has another type than its field
 * @TVX_MODEL_ERROR_VALUE: a value does not fit its field
 * @TVX_MODEL_ERROR_PATH: a path names nothing in the record
 * @TVX_MODEL_ERROR_READ_ONLY: the record must not be changed
 * @TVX_MODEL_ERROR_STEP: the rules of the handover do not allow it
 *
 * What can be wrong with a record that a person or a file gave us.
 */
typedef enum
{
  TVX_MODEL_ERROR_TYPE,
  TVX_MODEL_ERROR_VALUE,
  TVX_MODEL_ERROR_PATH,
  TVX_MODEL_ERROR_READ_ONLY,
  TVX_MODEL_ERROR_STEP,
} TvxModelError;

#define TVX_MODEL_ERROR (tvx_model_error_quark ())
GQuark tvx_model_error_quark (void);

G_END_DECLS
