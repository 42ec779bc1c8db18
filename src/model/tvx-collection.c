/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-collection.h"

G_DEFINE_INTERFACE (TvxCollection, tvx_collection, G_TYPE_OBJECT)

static void
tvx_collection_default_init (TvxCollectionInterface *iface)
{
}

/**
 * tvx_collection_add:
 * @self: a collection
 * @root: a record that it does not hold
 *
 * Takes a record in. Only [class@Tvx.Editor] calls this.
 */
void
tvx_collection_add (TvxCollection *self,
                    TvxRecord     *root)
{
  g_return_if_fail (TVX_IS_COLLECTION (self));

  TVX_COLLECTION_GET_IFACE (self)->add (self, root);
}

/**
 * tvx_collection_remove:
 * @self: a collection
 * @root: a record that it holds
 *
 * Lets a record go. Only [class@Tvx.Editor] calls this.
 */
void
tvx_collection_remove (TvxCollection *self,
                       TvxRecord     *root)
{
  g_return_if_fail (TVX_IS_COLLECTION (self));

  TVX_COLLECTION_GET_IFACE (self)->remove (self, root);
}

/**
 * tvx_collection_get_register:
 * @self: a collection
 *
 * Returns: (transfer none): the register, of whose parts projects may speak
 */
TvxRecord *
tvx_collection_get_register (TvxCollection *self)
{
  g_return_val_if_fail (TVX_IS_COLLECTION (self), NULL);

  return TVX_COLLECTION_GET_IFACE (self)->get_register (self);
}
