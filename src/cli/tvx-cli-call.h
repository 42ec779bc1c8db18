/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TvxCliCall:
 *
 * One call of a command: the arguments and options that it was given.
 */
typedef struct _TvxCliCall TvxCliCall;
typedef struct _TvxCliCommand TvxCliCommand;

TvxCliCall *tvx_cli_call_new  (const TvxCliCommand  *command,
                               const char *const    *argv,
                               GError              **error);
void        tvx_cli_call_free (TvxCliCall *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxCliCall, tvx_cli_call_free)

gboolean           tvx_cli_call_wants_help   (TvxCliCall *self);
const char        *tvx_cli_call_get_text     (TvxCliCall *self,
                                              guint       position);
GFile             *tvx_cli_call_dup_file     (TvxCliCall *self,
                                              guint       position);
gboolean           tvx_cli_call_get_flag     (TvxCliCall *self,
                                              const char *option);
const char        *tvx_cli_call_get_option   (TvxCliCall *self,
                                              const char *option);
const char *const *tvx_cli_call_get_options  (TvxCliCall *self,
                                              const char *option);
gboolean           tvx_cli_call_get_choice   (TvxCliCall         *self,
                                              const char         *option,
                                              const char *const  *choices,
                                              guint              *choice,
                                              GError            **error);
void               tvx_cli_call_add_problem  (TvxCliCall *self,
                                              const char *message);
GPtrArray         *tvx_cli_call_get_problems (TvxCliCall *self);
void               tvx_cli_call_add_advice   (TvxCliCall *self,
                                              const char *message);
GPtrArray         *tvx_cli_call_get_advice   (TvxCliCall *self);
void               tvx_cli_call_set_found    (TvxCliCall *self);
gboolean           tvx_cli_call_get_found    (TvxCliCall *self);

G_END_DECLS
