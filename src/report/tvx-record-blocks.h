/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"
#include "report/tvx-catalog.h"
#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

/**
 * TvxRecordBlocks:
 * @catalog: words of the report's language
 * @content_language: (nullable): the language that the records are written in, where it is another one
 *
 * How blocks of a report are made of records: what is called how, and in which language.
 */
typedef struct
{
  const TvxCatalog *catalog;
  const char       *content_language;
} TvxRecordBlocks;

/**
 * TvxRecordSumFunc:
 * @records: (element-type TvxRecord): records of one kind
 * @field: a field of them that holds money
 *
 * Returns: what the records are together
 */
typedef gint64 (*TvxRecordSumFunc) (GListModel *records,
                                    const char *field);

gboolean    tvx_record_blocks_has_any        (TvxRecord         *record,
                                              const char *const *fields);
TvxDocNode *tvx_record_blocks_add_section    (const TvxRecordBlocks *self,
                                              TvxDocNode            *parent,
                                              TvxRecord             *record,
                                              const char            *title_field);
void        tvx_record_blocks_add_paragraphs (const TvxRecordBlocks *self,
                                              TvxDocNode            *parent,
                                              TvxRecord             *record,
                                              const char            *field);
void        tvx_record_blocks_add_text_part  (const TvxRecordBlocks *self,
                                              TvxDocNode            *parent,
                                              TvxRecord             *record,
                                              const char            *field);
void        tvx_record_blocks_add_facts      (const TvxRecordBlocks *self,
                                              TvxDocNode            *facts,
                                              TvxRecord             *record,
                                              const char *const     *fields);
void        tvx_record_blocks_add_table      (const TvxRecordBlocks *self,
                                              TvxDocNode            *parent,
                                              GListModel            *records,
                                              const char            *caption,
                                              const char *const     *fields,
                                              TvxRecordSumFunc       sum);
void        tvx_record_blocks_add_value      (const TvxRecordBlocks *self,
                                              TvxDocNode            *parent,
                                              TvxRecord             *record,
                                              const TvxField        *field);
void        tvx_record_blocks_add_content    (const TvxRecordBlocks *self,
                                              TvxDocNode            *parent,
                                              const char            *text);

G_END_DECLS
