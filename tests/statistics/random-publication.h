/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-publication.h"

/* What a random publication is to have; all else is left to chance. */
typedef struct
{
  guint    n_axes; /* of the first table, 2 to 4 */
  TvxZeros zeros;
  gboolean insiders; /* which those who protect it are to add */
  guint    n_linked;    /* further tables of the same people */
  guint    n_projects;  /* the first axis is one of projects in programmes; 0 when it is one of municipalities */
  gboolean reports;  /* each project has a table of its own, and what is published of all of them are the sums */
} RandomShape;

/* What came out, to be counted. */
typedef struct
{
  guint n_tables;
  guint n_cells;
  guint n_groups;
  guint n_alone; /* rows in which everyone is in one cell */
  guint n_impossible;
} RandomContents;

GPtrArray      *random_axes        (GRand             *random,
                                    const RandomShape *shape,
                                    RandomContents    *contents);
TvxCountTable  *random_linked      (TvxCountTable *table,
                                    guint          without,
                                    const char    *other,
                                    GRand         *random);
TvxPublication *random_publication (GRand             *random,
                                    const RandomShape *shape,
                                    RandomContents    *contents);
