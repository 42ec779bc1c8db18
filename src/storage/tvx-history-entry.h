/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TVX_TYPE_HISTORY_ENTRY (tvx_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (TvxHistoryEntry, tvx_history_entry, TVX, HISTORY_ENTRY, GObject)

TvxHistoryEntry *tvx_history_entry_new          (GType     type,
                                                 GVariant *line);

GDateTime       *tvx_history_entry_get_time     (TvxHistoryEntry *self);
const char      *tvx_history_entry_get_who      (TvxHistoryEntry *self);
const char      *tvx_history_entry_get_sentence (TvxHistoryEntry *self);
GVariant        *tvx_history_entry_get_change   (TvxHistoryEntry *self);
GVariant        *tvx_history_entry_dup_value    (TvxHistoryEntry *self,
                                                 gboolean         earlier);
char            *tvx_history_entry_dup_text     (TvxHistoryEntry *self,
                                                 gboolean         earlier);
void             tvx_history_entry_set_names    (TvxHistoryEntry *self,
                                                 GHashTable      *names);

G_END_DECLS
