/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-field.h"

G_BEGIN_DECLS

#define TVX_TYPE_RECORD (tvx_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TvxRecord, tvx_record, TVX, RECORD, GObject)

/**
 * TvxComputed:
 * @field: what it is called, and what kind of value it is
 * @compute: works out the value: (transfer full) (nullable)
 *
 * Something that is known of a record without opening it, as a field that is listed is, but follows from other fields.
 */
typedef struct
{
  TvxField    field;
  GVariant *(*compute) (TvxRecord *record);
} TvxComputed;

/**
 * TvxRecordClass:
 * @kind: its name in schemas and history, as "goal"
 * @label: what one such record is called: a message to be translated
 * @fields: (array length=n_fields): the table of its fields
 * @n_fields: how many fields it has
 * @computed: (array length=n_computed): what a summary knows besides the fields that are listed
 * @n_computed: how many of these there are
 * @check: adds to @findings what the table cannot say; what is only missing is told of before publishing
 * @withhold: takes out of a public copy what the table cannot say
 *
 * The class of a kind of record: a table of fields.
 */
struct _TvxRecordClass
{
  GObjectClass       parent_class;

  const char        *kind;
  const char        *label;
  const TvxField    *fields;
  guint              n_fields;

  const TvxComputed *computed;
  guint              n_computed;

  void (*check)    (TvxRecord   *self,
                    TvxFindings *findings);
  void (*withhold) (TvxRecord *self,
                    TvxRecord *copy);
  void (*begin)    (TvxRecord *self);

  /*< private >*/
  gpointer           padding[4];
};

/**
 * TVX_DEFINE_RECORD:
 * @TypeName: the name of the type, as TvxGoal
 * @type_name: the same in lower case, as tvx_goal
 * @kind_: its name in schemas and history, as "goal"
 * @label_: what one is called
 *
 * Defines a kind of record that has nothing but the table `fields`.
 */
#define TVX_DEFINE_RECORD(TypeName, type_name, kind_, label_) \
  TVX_DEFINE_RECORD_WITH_CODE (TypeName, type_name, kind_, label_, ;)

#define TVX_DEFINE_RECORD_WITH_CODE(TypeName, type_name, kind_, label_, code_) \
  struct _##TypeName { TvxRecord parent_instance; }; \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, TVX_TYPE_RECORD) \
  static void \
  type_name##_class_init (TypeName##Class *klass) \
  { \
    TvxRecordClass *record_class = TVX_RECORD_CLASS (klass); \
    record_class->kind = (kind_); \
    record_class->label = (label_); \
    tvx_record_class_set_fields (record_class, fields, G_N_ELEMENTS (fields)); \
    code_; \
  } \
  static void \
  type_name##_init (TypeName *self) \
  { \
  }

void            tvx_record_class_set_fields (TvxRecordClass *klass,
                                             const TvxField *fields,
                                             guint           n_fields);
const TvxField *tvx_record_class_find_field (TvxRecordClass *klass,
                                             const char     *name);

TvxRecord      *tvx_record_new              (GType type);
TvxRecord      *tvx_record_new_public       (TvxRecord *self);
TvxRecord      *tvx_record_new_without      (TvxRecord         *self,
                                             const char *const *fields);
TvxRecord      *tvx_record_duplicate        (TvxRecord *self);

const char     *tvx_record_get_id           (TvxRecord *self);
const TvxField *tvx_record_get_field        (TvxRecord  *self,
                                             const char *name);
GVariant       *tvx_record_get_value        (TvxRecord  *self,
                                             const char *name);
const char     *tvx_record_get_text         (TvxRecord  *self,
                                             const char *name);
gboolean        tvx_record_get_boolean      (TvxRecord  *self,
                                             const char *name);
gboolean        tvx_record_get_number       (TvxRecord  *self,
                                             const char *name,
                                             gint64     *number);
gboolean        tvx_record_get_decimal      (TvxRecord  *self,
                                             const char *name,
                                             gint64     *millionths);
TvxRecord      *tvx_record_get_record       (TvxRecord  *self,
                                             const char *name);
GListModel     *tvx_record_get_list         (TvxRecord  *self,
                                             const char *name);
TvxRecord      *tvx_record_find_item        (GListModel *list,
                                             const char *id,
                                             guint      *position);
GVariant       *tvx_record_get_unknown      (TvxRecord *self);
gboolean        tvx_record_is_empty         (TvxRecord *self);
gboolean        tvx_record_get_read_only    (TvxRecord *self);
void            tvx_record_set_read_only    (TvxRecord *self,
                                             gboolean   read_only);

TvxRecord      *tvx_record_get_parent       (TvxRecord *self);
const TvxField *tvx_record_get_parent_field (TvxRecord *self);
TvxRecord      *tvx_record_get_root         (TvxRecord *self);
gboolean        tvx_record_get_position     (TvxRecord *self,
                                             guint     *position);
char           *tvx_record_dup_title        (TvxRecord *self);
void            tvx_record_add_titles       (TvxRecord  *self,
                                             GHashTable *titles);
char           *tvx_record_dup_path         (TvxRecord      *self,
                                             const TvxField *field);
char           *tvx_record_dup_location     (TvxRecord      *self,
                                             const TvxField *field);
char           *tvx_record_dup_search_text  (TvxRecord *self);

GVariant       *tvx_record_to_variant       (TvxRecord *self);
TvxRecord      *tvx_record_new_from_variant (GType      type,
                                             GVariant  *variant,
                                             GError   **error);

G_END_DECLS
