/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

#define TVX_TYPE_COLLECTION (tvx_collection_get_type ())
G_DECLARE_INTERFACE (TvxCollection, tvx_collection, TVX, COLLECTION, GObject)

/**
 * TvxCollectionInterface:
 * @add: takes a record in
 * @remove: lets a record go
 * @get_register: what all projects share, as organisations
 *
 * What holds the projects of a register, as far as an editor must know.
 */
struct _TvxCollectionInterface
{
  GTypeInterface parent_iface;

  void (*add)    (TvxCollection *self,
                  TvxRecord     *root);
  void (*remove) (TvxCollection *self,
                  TvxRecord     *root);

  TvxRecord *(*get_register) (TvxCollection *self);
};

void       tvx_collection_add          (TvxCollection *self,
                                        TvxRecord     *root);
void       tvx_collection_remove       (TvxCollection *self,
                                        TvxRecord     *root);

TvxRecord *tvx_collection_get_register (TvxCollection *self);

G_END_DECLS
