/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-check.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"
#include "model/tvx-findings.h"
#include "model/tvx-identity-number.h"
#include "model/tvx-record-private.h"

typedef struct
{
  /* The ids within the record; NULL where only a part of it is checked. */
  GHashTable  *ids;
  /* Whether what it refers to must be there, and the ids of the other records that may be referred to, if any. */
  gboolean     with_references;
  GHashTable  *known_ids;
  TvxFindings  findings;
} Check;

static void
check_order (Check          *check,
             TvxRecord      *record,
             const TvxField *field)
{
  const char *earlier_text = tvx_record_get_text (record, field->not_before);
  const char *text = tvx_record_get_text (record, field->name);
  TvxDate earlier, date;

  if (earlier_text == NULL || !tvx_date_parse_iso (earlier_text, &earlier) || !tvx_date_parse_iso (text, &date) ||
      tvx_date_compare (&date, &earlier) >= 0)
    return;
  tvx_findings_add (&check->findings, TVX_SEVERITY_ERROR, record, field->name,
                    /* Translators: a date, the name of the field that holds an earlier date, that date. */
                    _("%s comes before “%s”, %s."), text, _(tvx_record_get_field (record, field->not_before)->label),
                    earlier_text);
}

static void
check_far (Check          *check,
           TvxRecord      *record,
           const TvxField *field)
{
  TvxDate date;

  if (tvx_date_parse_iso (tvx_record_get_text (record, field->name), &date) && tvx_date_is_far (&date))
    tvx_findings_add (&check->findings, TVX_SEVERITY_WARNING, record, field->name, _("The year %04d is far from now. Is it right?"),
                      date.year);
}

static void
check_references (Check          *check,
                  TvxRecord      *record,
                  const TvxField *field,
                  GVariant       *value)
{
  const char *single[] = { NULL, NULL };
  g_autofree const char **several = NULL;
  const char **ids = single;

  if (!check->with_references)
    return;
  if (field->kind == TVX_FIELD_REFERENCE)
    single[0] = g_variant_get_string (value, NULL);
  else
    ids = several = g_variant_get_strv (value, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (check->ids, ids[i]) &&
        (check->known_ids == NULL || !g_hash_table_contains (check->known_ids, ids[i])))
      tvx_findings_add (&check->findings, TVX_SEVERITY_ERROR, record, field->name,
                        _("It refers to %s, which is not there. Choose another one, or remove the reference."), ids[i]);
}

/* The register keeps what is known of projects and groups, and no persons (GDPR, article 5.1 c). */
static void
check_persons (Check          *check,
               TvxRecord      *record,
               const TvxField *field,
               GVariant       *value)
{
  g_autofree char *text = tvx_field_format (field, value);
  g_autofree char *number = tvx_find_personal_number (text);

  if (number != NULL)
    tvx_findings_add (&check->findings, TVX_SEVERITY_WARNING, record, field->name,
                      _("“%s” looks like a personal identity number. Such numbers do not belong in the register."), number);
}

static gboolean
is_missing (TvxRecord      *record,
            const TvxField *field)
{
  if (field->kind == TVX_FIELD_LIST)
    return g_list_model_get_n_items (tvx_record_peek (record, field)) == 0;
  if (field->kind == TVX_FIELD_RECORD)
    return tvx_record_is_empty (tvx_record_peek (record, field));
  return tvx_record_peek (record, field) == NULL;
}

static void
check_one (Check          *check,
           TvxRecord      *record,
           const TvxField *field)
{
  g_autoptr (GError) error = NULL;
  GVariant *value = NULL;

  if (check->findings.with_missing && (field->flags & TVX_FIELD_REQUIRED) != 0 && is_missing (record, field))
    tvx_findings_add (&check->findings, TVX_SEVERITY_MISSING, record, field->name,
                      /* Translators: %s is the name of a field, as “Title”. */
                      _("“%s” must be filled in before this is published."), _(field->label));

  if (tvx_field_get_value_type (field) != NULL)
    value = tvx_record_peek (record, field);
  if (value == NULL)
    return;
  if (!tvx_field_check_value (field, value, &error))
    {
      tvx_findings_add (&check->findings, TVX_SEVERITY_ERROR, record, field->name, "%s", error->message);
      return;
    }
  if (field->not_before != NULL)
    check_order (check, record, field);
  if (field->kind == TVX_FIELD_DATE)
    check_far (check, record, field);
  if (field->kind == TVX_FIELD_REFERENCE || field->kind == TVX_FIELD_REFERENCES)
    check_references (check, record, field, value);
  if (field->kind == TVX_FIELD_TEXT || field->kind == TVX_FIELD_LONG_TEXT || field->kind == TVX_FIELD_TEXTS)
    check_persons (check, record, field, value);
}

/* Calls visit for a record and then for its parts, in the order of the table. */
static void
walk (TvxRecord *record,
      void (*visit) (TvxRecord *record, gpointer data),
      gpointer   data)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  visit (record, data);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == TVX_FIELD_RECORD)
        {
          walk (tvx_record_peek (record, &klass->fields[i]), visit, data);
        }
      else if (klass->fields[i].kind == TVX_FIELD_LIST)
        {
          GListModel *list = tvx_record_peek (record, &klass->fields[i]);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr (TvxRecord) item = g_list_model_get_item (list, j);

              walk (item, visit, data);
            }
        }
    }
}

static void
check_fields (TvxRecord *record,
              gpointer   data)
{
  Check *check = data;
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    check_one (check, record, &klass->fields[i]);
  if (klass->check != NULL)
    klass->check (record, &check->findings);
}

static void
collect_id (TvxRecord *record,
            gpointer   data)
{
  Check *check = data;
  const char *id = tvx_record_get_id (record);

  if (id == NULL || g_hash_table_add (check->ids, (gpointer) id))
    return;
  tvx_findings_add (&check->findings, TVX_SEVERITY_ERROR, record, "id",
                    _("The id %s is used twice in this file."), id);
}

static void
check_all (TvxRecord *root,
           Check     *check)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  check->ids = ids;
  walk (root, collect_id, check);
  walk (root, check_fields, check);
}

/**
 * tvx_check_record:
 * @root: a project or register
 * @level: how much to ask
 * @known_ids: (nullable) (element-type utf8 utf8): the ids of the other records that may be referred to,
 *   %NULL for none
 *
 * Checks a record and all its parts.
 *
 * Returns: (transfer full) (element-type TvxFinding): what was found: of each record before of its parts
 */
GPtrArray *
tvx_check_record (TvxRecord     *root,
                  TvxCheckLevel  level,
                  GHashTable    *known_ids)
{
  Check check = { .with_references = TRUE, .known_ids = known_ids, .findings = { .with_missing = level == TVX_CHECK_PUBLISH } };

  g_return_val_if_fail (TVX_IS_RECORD (root), NULL);

  check.findings.items = g_ptr_array_new_with_free_func (g_object_unref);
  check_all (root, &check);
  return check.findings.items;
}

/**
 * tvx_check_count:
 * @root: a project or register
 * @level: how much to ask
 *
 * Counts what [func@Tvx.check_record] would find, in much less time, for lists of many. What the record refers to is taken
 * to be there, since it may be in the register or be another project.
 *
 * Returns: how much was found
 */
guint
tvx_check_count (TvxRecord     *root,
                 TvxCheckLevel  level)
{
  Check check = { .findings = { .with_missing = level == TVX_CHECK_PUBLISH } };

  g_return_val_if_fail (TVX_IS_RECORD (root), 0);

  check_all (root, &check);
  return check.findings.n_items;
}

static void
add_id (TvxRecord *record,
        gpointer   ids)
{
  if (tvx_record_get_id (record) != NULL)
    g_hash_table_add (ids, g_strdup (tvx_record_get_id (record)));
}

/**
 * tvx_check_add_ids:
 * @root: a project or register
 * @ids: (element-type utf8 utf8): a set that owns its keys
 *
 * Adds the ids of a record and all its parts, as the register's organisations, which projects refer to.
 */
void
tvx_check_add_ids (TvxRecord  *root,
                   GHashTable *ids)
{
  g_return_if_fail (TVX_IS_RECORD (root) && ids != NULL);

  walk (root, add_id, ids);
}

/**
 * tvx_check_field:
 * @record: a record
 * @field: a field of it
 * @level: how much to ask
 *
 * Checks one field by itself, as a form does while it is filled in.
 *
 * Returns: (transfer full) (element-type TvxFinding): what was found
 */
GPtrArray *
tvx_check_field (TvxRecord      *record,
                 const TvxField *field,
                 TvxCheckLevel   level)
{
  Check check = { .findings = { .with_missing = level == TVX_CHECK_PUBLISH } };

  g_return_val_if_fail (TVX_IS_RECORD (record), NULL);

  check.findings.items = g_ptr_array_new_with_free_func (g_object_unref);
  check_one (&check, record, field);
  return check.findings.items;
}
