/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-invention.h"

G_BEGIN_DECLS

/* The time of the invented register: projects before it are completed, projects after it are planned. */
#define TVX_INVENTION_COUNTY "01"
#define TVX_INVENTION_YEAR 2026
#define TVX_INVENTION_MONTH 11

struct _TvxInvention
{
  GRand     *random;
  /* A tree of values, as JSON has it. */
  GVariant  *words;
  GPtrArray *organisation_ids;
  guint      n_projects;
};

/* What is known of a project before it is put into words. */
typedef struct
{
  GVariant   *theme;
  guint       number;
  guint       stage;
  const char *place;
  const char *municipality;
  int         start_year;
  int         start_month;
  int         n_months;
  gint64      budget;
  const char *lifecycle;
  GPtrArray  *goal_ids;
} TvxInventionPlan;

gint32    tvx_invention_draw           (TvxInvention *self,
                                        gint32        from,
                                        gint32        to);
gsize     tvx_invention_draw_position  (TvxInvention *self,
                                        GVariant     *list);
char     *tvx_invention_draw_id        (TvxInvention *self);
gboolean  tvx_invention_is_over        (const TvxInventionPlan *plan);

void      tvx_invention_add_parts      (TvxInvention     *self,
                                        GVariantDict     *project,
                                        TvxInventionPlan *plan);
void      tvx_invention_add_statistics (TvxInvention           *self,
                                        GVariantDict           *project,
                                        const TvxInventionPlan *plan);

G_END_DECLS
