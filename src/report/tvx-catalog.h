/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TvxCatalog:
 *
 * The words of a report's language.  gettext knows one language a process, the user's; a report may be in another.
 * Catalogues are immutable, live as long as the process and can be used from any thread.
 */
typedef struct _TvxCatalog TvxCatalog;

const TvxCatalog *tvx_catalog_get               (const char *language);
const TvxCatalog *tvx_catalog_get_for_user      (void);
const char       *tvx_catalog_get_language      (const TvxCatalog *self);
const char       *tvx_catalog_translate         (const TvxCatalog *self,
                                                 const char       *text) G_GNUC_FORMAT (2);
const char       *tvx_catalog_translate_context (const TvxCatalog *self,
                                                 const char       *context,
                                                 const char       *text) G_GNUC_FORMAT (3);
const char       *tvx_catalog_translate_plural  (const TvxCatalog *self,
                                                 const char       *singular,
                                                 const char       *plural,
                                                 guint64           n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
