/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

void tvx_html_append_text      (GString    *out,
                                const char *text);
void tvx_html_append_content   (GString    *out,
                                const char *text);
void tvx_html_append_attribute (GString    *out,
                                const char *name,
                                const char *value);
void tvx_html_append_plain     (GString    *out,
                                TvxDocNode *node);

G_END_DECLS
