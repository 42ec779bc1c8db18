/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TVX_AXIS_TOTAL:
 *
 * The id of the node that holds all categories of an axis.
 */
#define TVX_AXIS_TOTAL "*"

/**
 * TvxAxis:
 *
 * What a table is broken down by: categories, groups of them, and the total.
 *
 * The *nodes* of an axis are its categories in order, then its groups in
 * the order they were added, and last the total. An axis is complete
 * before the first table is made from it, and is not changed after that.
 */
typedef struct _TvxAxis TvxAxis;

TvxAxis     *tvx_axis_new              (const char         *id,
                                        const char *const  *categories,
                                        GError            **error);
TvxAxis     *tvx_axis_ref              (TvxAxis *self);
void         tvx_axis_unref            (TvxAxis *self);
gboolean     tvx_axis_add_group        (TvxAxis            *self,
                                        const char         *id,
                                        const char *const  *of,
                                        GError            **error);
void         tvx_axis_set_internal     (TvxAxis  *self,
                                        gboolean  internal);
gboolean     tvx_axis_get_internal     (TvxAxis *self);
void         tvx_axis_set_partial      (TvxAxis  *self,
                                        gboolean  partial);
gboolean     tvx_axis_get_partial      (TvxAxis *self);
void         tvx_axis_set_required     (TvxAxis  *self,
                                        gboolean  required);
gboolean     tvx_axis_get_required     (TvxAxis *self);
void         tvx_axis_set_labels       (TvxAxis           *self,
                                        const char        *label,
                                        const char *const *labels);
const char  *tvx_axis_get_label        (TvxAxis *self);
const char  *tvx_axis_get_node_label   (TvxAxis *self,
                                        guint    node);
char        *tvx_axis_dup_place        (TvxAxis *self,
                                        guint    node);
const char  *tvx_axis_get_id           (TvxAxis *self);
guint        tvx_axis_get_n_categories (TvxAxis *self);
guint        tvx_axis_get_n_nodes      (TvxAxis *self);
const char  *tvx_axis_get_node_id      (TvxAxis *self,
                                        guint    node);
gboolean     tvx_axis_find_node        (TvxAxis    *self,
                                        const char *id,
                                        guint      *node);
guint        tvx_axis_get_same         (TvxAxis *self,
                                        guint    node);
gboolean     tvx_axis_contains         (TvxAxis *self,
                                        guint    node,
                                        guint    category);
const guint *tvx_axis_get_parts        (TvxAxis *self,
                                        guint    node,
                                        guint   *n_parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxAxis, tvx_axis_unref)

G_END_DECLS
