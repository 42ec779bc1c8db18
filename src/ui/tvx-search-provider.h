/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tvx-application.h"

G_BEGIN_DECLS

#define TVX_TYPE_SEARCH_PROVIDER (tvx_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (TvxSearchProvider, tvx_search_provider, TVX, SEARCH_PROVIDER, GObject)

TvxSearchProvider *tvx_search_provider_new      (TvxApplication *application);
gboolean           tvx_search_provider_export   (TvxSearchProvider  *self,
                                                 GDBusConnection    *connection,
                                                 const char         *object_path,
                                                 GError            **error);
void               tvx_search_provider_unexport (TvxSearchProvider *self);
void               tvx_search_provider_forget   (TvxSearchProvider *self);

G_END_DECLS
