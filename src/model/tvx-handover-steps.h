/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"
#include "model/tvx-finding.h"

G_BEGIN_DECLS

const char **tvx_handover_list_next     (const char *state);
gboolean     tvx_handover_needs_reason  (const char *from,
                                         const char *to);
gboolean     tvx_handover_is_final      (const char *state);
guint        tvx_handover_count_lacking (TvxRecord  *project,
                                         const char *to);
GPtrArray   *tvx_handover_find_lacking  (TvxRecord  *project,
                                         TvxRecord  *reg,
                                         const char *to);
gboolean     tvx_handover_take_step     (TvxEditor   *editor,
                                         TvxRecord   *project,
                                         const char  *to,
                                         const char  *person,
                                         const char  *note,
                                         GDateTime   *at,
                                         GError     **error);
gboolean     tvx_handover_follow        (TvxEditor  *editor,
                                         TvxRecord  *handover,
                                         TvxRecord  *other,
                                         GError    **error);
gboolean     tvx_handover_give_way      (TvxEditor   *editor,
                                         TvxRecord   *handover,
                                         const char  *state,
                                         const char  *person,
                                         GError     **error);
void         tvx_handover_check         (TvxRecord   *handover,
                                         TvxFindings *findings);

G_END_DECLS
