/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_DOCUMENT (tvx_document_get_type ())
G_DECLARE_FINAL_TYPE (TvxDocument, tvx_document, TVX, DOCUMENT, TvxRecord)

G_END_DECLS
