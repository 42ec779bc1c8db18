/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TVX_TYPE_GROWING_TEXT (tvx_growing_text_get_type ())
G_DECLARE_FINAL_TYPE (TvxGrowingText, tvx_growing_text, TVX, GROWING_TEXT, GtkTextView)

G_END_DECLS
