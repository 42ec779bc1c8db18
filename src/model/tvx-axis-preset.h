/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxAxisPreset:
 * @label: what it is called: a message to be translated
 * @kind: the kind of breakdown, a code of [struct@Tvx.Vocabulary] axis_kind
 * @categories: the codes of its categories, with a comma between them; a group is followed by `=` and what it is of, with a
 *   slash between
 *
 * A breakdown that officials use.
 */
typedef struct
{
  const char *label;
  const char *kind;
  const char *categories;
} TvxAxisPreset;

const TvxAxisPreset *tvx_axis_presets_get         (gsize *n_presets);
TvxRecord           *tvx_axis_preset_new_axis     (const TvxAxisPreset *self,
                                                   const char          *county,
                                                   GListModel          *subregions);
const char          *tvx_axis_preset_get_label_of (const char *code);

G_END_DECLS
