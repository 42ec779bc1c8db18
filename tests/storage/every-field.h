/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-editor.h"

/* A field that holds a value, of a record in a project or register. */
typedef struct
{
  TvxRecord      *record;
  const TvxField *field;
  /* What a person would type there, unlike what is typed in any other field where the kind of field allows it. */
  char           *typed;
} EveryField;

GArray *every_field_collect      (TvxEditor *editor,
                                  TvxRecord *root);
char   *every_field_dup_location (const EveryField *self);
