/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tvx-drawing.h"

G_BEGIN_DECLS

#define TVX_TYPE_CHART_PICTURE (tvx_chart_picture_get_type ())
G_DECLARE_FINAL_TYPE (TvxChartPicture, tvx_chart_picture, TVX, CHART_PICTURE, GtkWidget)

/**
 * TvxDrawFunc:
 * @data: what is drawn
 * @width: how wide, in points
 *
 * Draws something as wide as there is room.
 *
 * Returns: (transfer full): the drawing
 */
typedef TvxDrawing *(*TvxDrawFunc) (gpointer data,
                                    double width);

GtkWidget *tvx_chart_picture_new         (void);
void       tvx_chart_picture_set_content (TvxChartPicture *self,
                                          TvxDrawFunc      draw,
                                          gpointer         data,
                                          GDestroyNotify   destroy);

G_END_DECLS
