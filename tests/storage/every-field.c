/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes through the tables of all kinds of records, so that a test of every field does not forget a new one. */

#include "tests/storage/every-field.h"

#include "tests/storage/fixture.h"
#include "model/tvx-vocabulary.h"

static char *
dup_typed (const TvxField *field,
           guint           n)
{
  gsize n_terms;

  switch (field->kind)
    {
    case TVX_FIELD_TEXT:
      if (field->check == tvx_check_uri)
        return g_strdup_printf ("https://www.example.se/ord%u", n);
      if (field->check == tvx_check_sha256)
        return g_strdup_printf ("%064u", n);
      if (field->normalize != NULL)
        return g_strdup ("202100-2247");
      return g_strdup_printf ("Ord%u", n);
    case TVX_FIELD_LONG_TEXT:
      return g_strdup_printf ("Ord%u står här.\nRad två", n);
    case TVX_FIELD_TEXTS:
      return g_strdup_printf ("ett%u, två%u", n, n);
    case TVX_FIELD_ENUM:
    case TVX_FIELD_CODE:
    case TVX_FIELD_CODES:
      return g_strdup (tvx_vocabulary_get_terms (field->vocabulary, &n_terms)[0].code);
    case TVX_FIELD_DATE:
      return g_strdup ("30/9 2018");
    case TVX_FIELD_MONEY:
      return g_strdup_printf ("1 250 %03u kr", n);
    case TVX_FIELD_INTEGER:
      return g_strdup ("12");
    case TVX_FIELD_DECIMAL:
      return g_strdup ("−1 012,5");
    case TVX_FIELD_BOOLEAN:
      return g_strdup ((field->flags & TVX_FIELD_YES) != 0 ? "no" : "yes");
    case TVX_FIELD_COUNTS:
      return g_strdup ("women: 12, men: 9");
    case TVX_FIELD_REFERENCE:
    case TVX_FIELD_REFERENCES:
      return g_strdup (ID_A);
    case TVX_FIELD_ID:
    case TVX_FIELD_RECORD:
    case TVX_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

static void
collect (TvxEditor *editor,
         TvxRecord *record,
         GArray    *all)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];

      if (field->kind == TVX_FIELD_ID || (field->flags & TVX_FIELD_STEP) != 0)
        continue;
      if (field->kind == TVX_FIELD_RECORD)
        {
          collect (editor, tvx_record_get_record (record, field->name), all);
        }
      else if (field->kind == TVX_FIELD_LIST)
        {
          /* One that is given has nothing of what a new one begins with. */
          g_autoptr (TvxRecord) empty = tvx_record_new (field->get_type ());

          collect (editor, tvx_editor_insert (editor, record, field->name, 0, empty, NULL), all);
        }
      else
        {
          EveryField one = { record, field, dup_typed (field, all->len) };

          g_array_append_val (all, one);
        }
    }
}

static void
clear (gpointer data)
{
  g_free (((EveryField *) data)->typed);
}

/* All fields of a record and its parts that hold a value and can be edited, which is all but ids and what only a step of
 * a handover changes. Each list gets an item. */
GArray *
every_field_collect (TvxEditor *editor,
                     TvxRecord *root)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (EveryField));

  g_array_set_clear_func (all, clear);
  collect (editor, root, all);
  return all;
}

char *
every_field_dup_location (const EveryField *self)
{
  return tvx_record_dup_location (self->record, self->field);
}
