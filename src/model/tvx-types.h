/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TvxChange TvxChange;
typedef struct _TvxCollection TvxCollection;
typedef struct _TvxEditor TvxEditor;
typedef struct _TvxField TvxField;
typedef struct _TvxFinding TvxFinding;
typedef struct _TvxFindings TvxFindings;
typedef struct _TvxRecord TvxRecord;
typedef struct _TvxTerm TvxTerm;
typedef struct _TvxVocabulary TvxVocabulary;

G_END_DECLS
