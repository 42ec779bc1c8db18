/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-types.h"

G_BEGIN_DECLS

/**
 * TvxFieldKind:
 * @TVX_FIELD_ID: the UUID of the record; a string
 * @TVX_FIELD_TEXT: one line of text
 * @TVX_FIELD_LONG_TEXT: text of any number of paragraphs
 * @TVX_FIELD_TEXTS: any number of short texts, each once
 * @TVX_FIELD_ENUM: one of a few values of a vocabulary, stored as its code
 * @TVX_FIELD_CODE: one code of a long list
 * @TVX_FIELD_CODES: any number of codes of a vocabulary, each once
 * @TVX_FIELD_DATE: a date of full or reduced precision, see [struct@Tvx.Date]
 * @TVX_FIELD_MONEY: a whole amount of money
 * @TVX_FIELD_INTEGER: a whole number
 * @TVX_FIELD_DECIMAL: a measured number, kept as decimal text
 * @TVX_FIELD_BOOLEAN: yes or no; no where nothing is said, unless it is marked with %TVX_FIELD_YES
 * @TVX_FIELD_COUNTS: whole numbers that are not negative, each with a key, as the cells of a table
 * @TVX_FIELD_REFERENCE: the id of another record
 * @TVX_FIELD_REFERENCES: the ids of other records, each once
 * @TVX_FIELD_RECORD: a record that is always there
 * @TVX_FIELD_LIST: a list of records
 *
 * What a field holds. A scalar is a #GVariant: "s" for texts, codes, dates,
 * decimal numbers and references, "x" for money and integers, "b" for booleans,
 * "as" for texts, codes and references in the plural, "a{sv}" of "x" for counts. An empty field holds no value at all.
 */
typedef enum
{
  TVX_FIELD_ID,
  TVX_FIELD_TEXT,
  TVX_FIELD_LONG_TEXT,
  TVX_FIELD_TEXTS,
  TVX_FIELD_ENUM,
  TVX_FIELD_CODE,
  TVX_FIELD_CODES,
  TVX_FIELD_DATE,
  TVX_FIELD_MONEY,
  TVX_FIELD_INTEGER,
  TVX_FIELD_DECIMAL,
  TVX_FIELD_BOOLEAN,
  TVX_FIELD_COUNTS,
  TVX_FIELD_REFERENCE,
  TVX_FIELD_REFERENCES,
  TVX_FIELD_RECORD,
  TVX_FIELD_LIST,
} TvxFieldKind;

/**
 * TvxFieldFlags:
 * @TVX_FIELD_REQUIRED: must be filled in before the record is published
 * @TVX_FIELD_TITLE: names the record where it is one of many
 * @TVX_FIELD_LISTED: known without opening the record: a column, a filter
 * @TVX_FIELD_SENSITIVE: may reveal special categories of personal data (GDPR art. 9)
 * @TVX_FIELD_PRIVATE: never leaves the authority in a public report
 * @TVX_FIELD_CONSENT: a boolean: the record is part of a public report only if it says yes
 * @TVX_FIELD_STEP: changed by a step of the handover only, never edited by itself
 * @TVX_FIELD_STANDARD: says the same in many projects, so that search does not look in it
 * @TVX_FIELD_YES: a boolean that is yes where nothing is said
 *
 * What else the program must know about a field.
 */
typedef enum
{
  TVX_FIELD_REQUIRED  = 1 << 0,
  TVX_FIELD_TITLE     = 1 << 1,
  TVX_FIELD_LISTED    = 1 << 2,
  TVX_FIELD_SENSITIVE = 1 << 3,
  TVX_FIELD_PRIVATE   = 1 << 4,
  TVX_FIELD_CONSENT   = 1 << 5,
  TVX_FIELD_STEP      = 1 << 6,
  TVX_FIELD_STANDARD  = 1 << 7,
  TVX_FIELD_YES       = 1 << 8,
} TvxFieldFlags;

/**
 * TvxField:
 * @name: its name in JSON, in paths and as a property
 * @kind: what it holds
 * @label: what it is called: a message to be translated
 * @flags: what else is to be known
 * @vocabulary: (nullable): the vocabulary of codes
 * @get_type: (nullable): the type of the records that it holds or refers to
 * @max_length: the most characters that a text, or each of several, may have, 0 for no limit
 * @not_before: (nullable): the date field of the same record that this one must not precede
 * @check: (nullable): tells what is wrong with a text that is not empty
 * @is_standard: (nullable): tells whether a text is one that the program brings along, which search does not look in
 * @normalize: (nullable): brings what was typed into the form that is stored, or returns %NULL where it cannot
 * @words: (nullable): the text field of the same record that says in words what this one refers to
 * @when: (nullable): the field of the same record that decides whether this one makes sense
 * @when_code: (nullable): the code that it holds then
 * @siblings: (nullable): for texts, the field of the records beside this one whose values can be chosen
 * @follow: (nullable): edits what goes by the value, before it changes; the value is stored when a person is done with it
 * @follow_item: (nullable): for a list, edits what goes by its items, before one is put into it (@from is %G_MAXUINT), taken out
 *   of it (@to is %G_MAXUINT) or moved; what is to be told of that goes into @news
 * @translate_key: (nullable): for counts whose keys go by other fields, what a key of a record is in another version of it
 * @max_items: for a list, how many items it may have, 0 for no limit
 * @help: (nullable): a sentence for who fills it in: a message to be translated
 *
 * One line of the table that describes a kind of record.
 *
 * The properties, the JSON, the schema, the checks, the labels of undo, the
 * history, the search, the columns and the form rows all come from this line.
 */
struct _TvxField
{
  const char    *name;
  TvxFieldKind   kind;
  const char    *label;
  TvxFieldFlags  flags;
  TvxVocabulary *vocabulary;
  GType        (*get_type)      (void);
  gsize          max_length;
  const char    *not_before;
  gboolean     (*check)         (const char  *text,
                                 GError     **error);
  gboolean     (*is_standard)   (const char *text);
  char *       (*normalize)     (const char *typed);
  const char    *words;
  const char    *when;
  const char    *when_code;
  const char    *siblings;
  gboolean     (*follow)        (TvxRecord  *record,
                                 GVariant   *value,
                                 TvxEditor  *editor,
                                 GError    **error);
  gboolean     (*follow_item)   (TvxRecord  *record,
                                 TvxRecord  *item,
                                 guint       from,
                                 guint       to,
                                 TvxEditor  *editor,
                                 char      **news,
                                 GError    **error);
  char *       (*translate_key) (TvxRecord  *from,
                                 const char *key,
                                 TvxRecord  *to);
  guint          max_items;
  const char    *help;
};

/* No number in a file is larger: a double holds every whole number up to here (RFC 8259, section 6). */
#define TVX_NUMBER_MAX (G_GINT64_CONSTANT (1) << 53)

const GVariantType *tvx_field_get_value_type (const TvxField *self);
gboolean            tvx_field_check_value    (const TvxField  *self,
                                              GVariant        *value,
                                              GError         **error);
GVariant           *tvx_field_parse          (const TvxField  *self,
                                              const char      *text,
                                              GError         **error);
char               *tvx_field_format         (const TvxField *self,
                                              GVariant       *value);
char               *tvx_field_format_number  (gint64 number);

gboolean            tvx_check_uri            (const char  *text,
                                              GError     **error);
gboolean            tvx_check_file_name      (const char  *text,
                                              GError     **error);
gboolean            tvx_check_sha256         (const char  *text,
                                              GError     **error);
gboolean            tvx_check_time           (const char  *text,
                                              GError     **error);

G_END_DECLS
