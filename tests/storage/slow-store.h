/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-store.h"

/* A register on a slow share: what was read of a project comes late. */
#define TYPE_SLOW_STORE (slow_store_get_type ())
G_DECLARE_FINAL_TYPE (SlowStore, slow_store, TEST, SLOW_STORE, GObject)

SlowStore *slow_store_new             (TvxStore *inner);
void       slow_store_hold            (SlowStore *self);
void       slow_store_wait_until_held (SlowStore *self);
void       slow_store_let_go          (SlowStore *self);
