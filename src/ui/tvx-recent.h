/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The attribute of a file that a portal grants: where it is outside the sandbox. */
#define TVX_RECENT_HOST_PATH "xattr::document-portal.host-path"

#define TVX_TYPE_RECENT (tvx_recent_get_type ())
G_DECLARE_FINAL_TYPE (TvxRecent, tvx_recent, TVX, RECENT, GObject)

GFile      *tvx_recent_get_folder (TvxRecent *self);
const char *tvx_recent_get_title  (TvxRecent *self);
const char *tvx_recent_get_path   (TvxRecent *self);

GListModel *tvx_recent_load       (GSettings *settings);
void        tvx_recent_add        (GSettings  *settings,
                                   GFile      *folder,
                                   const char *title);
void        tvx_recent_remove     (GSettings *settings,
                                   GFile     *folder);

G_END_DECLS
