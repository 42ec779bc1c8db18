/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-invention-private.h"

G_BEGIN_DECLS

char            *tvx_item_make_date  (int year,
                                      int month,
                                      int day);
GVariantDict    *tvx_item_new        (TvxInvention *self);
void             tvx_item_add_text   (GVariantDict *item,
                                      const char   *name,
                                      const char   *text);
void             tvx_item_take_text  (GVariantDict *item,
                                      const char   *name,
                                      char         *text);
void             tvx_item_add_number (GVariantDict *item,
                                      const char   *name,
                                      gint64        number);
void             tvx_item_add_texts  (GVariantDict *item,
                                      const char   *name,
                                      GVariant     *theme);
void             tvx_item_add_list   (GVariantDict    *item,
                                      const char      *name,
                                      GVariantBuilder *list);
GVariantBuilder *tvx_item_list_new   (void);
void             tvx_item_end        (GVariantBuilder *list,
                                      GVariantDict    *item);

G_END_DECLS
