/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The promise of the design: a new field is one line of one table, and everything else follows. Here the same table
 * makes two kinds of record, of which one has a line more; tests of the storage and of the forms do the same. */

#include "model/tvx-field.h"

#include <string.h>

#include "model/tvx-check.h"
#include "model/tvx-editor.h"
#include "model/tvx-model-error.h"
#include "model/tvx-summary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, "Id" },
  { "title", TVX_FIELD_TEXT, "Title", TVX_FIELD_TITLE },
  { "motto", TVX_FIELD_TEXT, "Motto", TVX_FIELD_REQUIRED | TVX_FIELD_LISTED, .max_length = 10 },
};

#define TEST_TYPE_BEFORE (test_before_get_type ())
G_DECLARE_FINAL_TYPE (TestBefore, test_before, TEST, BEFORE, TvxRecord)
struct _TestBefore
{
  TvxRecord parent_instance;
};
G_DEFINE_FINAL_TYPE (TestBefore, test_before, TVX_TYPE_RECORD)

#define TEST_TYPE_AFTER (test_after_get_type ())
G_DECLARE_FINAL_TYPE (TestAfter, test_after, TEST, AFTER, TvxRecord)
struct _TestAfter
{
  TvxRecord parent_instance;
};
G_DEFINE_FINAL_TYPE (TestAfter, test_after, TVX_TYPE_RECORD)

static void
test_before_class_init (TestBeforeClass *klass)
{
  TVX_RECORD_CLASS (klass)->kind = "before";
  TVX_RECORD_CLASS (klass)->label = "Before";
  tvx_record_class_set_fields (TVX_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields) - 1);
}

static void
test_before_init (TestBefore *self)
{
}

static void
test_after_class_init (TestAfterClass *klass)
{
  TVX_RECORD_CLASS (klass)->kind = "after";
  TVX_RECORD_CLASS (klass)->label = "After";
  tvx_record_class_set_fields (TVX_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
test_after_init (TestAfter *self)
{
}

static TvxRecord *
new_record (GType       type,
            const char *motto)
{
  g_autoptr (GVariant) variant =
    g_variant_ref_sink (g_variant_new_parsed ("{'title': <'T'>, 'motto': <%s>}", motto));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (type, variant, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_values (void)
{
  g_autoptr (TvxRecord) before = new_record (TEST_TYPE_BEFORE, "Framåt");
  g_autoptr (TvxRecord) after = new_record (TEST_TYPE_AFTER, "Framåt");
  g_autoptr (GVariant) variant = tvx_record_to_variant (after);
  g_autofree char *property = NULL;
  const char *motto;

  /* Without the line, the member is kept but not known. */
  g_assert_null (tvx_record_class_find_field (TVX_RECORD_GET_CLASS (before), "motto"));
  g_assert_nonnull (tvx_record_get_unknown (before));
  g_assert_null (tvx_record_get_unknown (after));
  g_assert_cmpstr (tvx_record_get_text (after, "motto"), ==, "Framåt");
  g_assert_true (g_variant_lookup (variant, "motto", "&s", &motto));
  g_assert_cmpstr (motto, ==, "Framåt");
  g_object_get (after, "motto", &property, NULL);
  g_assert_cmpstr (property, ==, "Framåt");
}

static void
test_check (void)
{
  g_autoptr (TvxRecord) record = new_record (TEST_TYPE_AFTER, "Alldeles för långt");
  g_autoptr (TvxRecord) empty = new_record (TEST_TYPE_AFTER, "");
  g_autoptr (GPtrArray) findings = tvx_check_record (record, TVX_CHECK_VALUES, NULL);
  g_autoptr (GPtrArray) missing = tvx_check_record (empty, TVX_CHECK_PUBLISH, NULL);
  g_autofree char *location = NULL;

  g_assert_cmpuint (findings->len, ==, 1);
  location = tvx_record_dup_location (tvx_finding_get_record (findings->pdata[0]),
                                      tvx_finding_get_field (findings->pdata[0]));
  g_assert_cmpstr (location, ==, "motto");
  g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==,
                   "The text has 18 characters; at most 10 characters fit here.");
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (tvx_finding_get_message (missing->pdata[0]), ==,
                   "“Motto” must be filled in before this is published.");
}

static void
keep_last_cb (TvxEditor  *editor,
              GPtrArray  *changes,
              TvxChange **last)
{
  g_set_object (last, changes->pdata[changes->len - 1]);
}

static void
test_edit (void)
{
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (TvxRecord) record = new_record (TEST_TYPE_AFTER, "Framåt");
  g_autoptr (TvxRecord) before = new_record (TEST_TYPE_BEFORE, "Framåt");
  g_autoptr (TvxChange) change = NULL;
  g_autoptr (GVariant) line = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  const char *path, *from, *to;

  g_signal_connect (editor, "committed", G_CALLBACK (keep_last_cb), &change);
  g_assert_true (tvx_editor_set_path (editor, record, "motto", "Uppåt", &error));
  g_assert_no_error (error);

  label = tvx_editor_dup_undo_label (editor);
  g_assert_cmpstr (label, ==, "Change: Motto");
  line = tvx_change_to_variant (change);
  g_assert_true (g_variant_lookup (line, "path", "&s", &path));
  g_assert_true (g_variant_lookup (line, "from", "&s", &from));
  g_assert_true (g_variant_lookup (line, "to", "&s", &to));
  g_assert_cmpstr (path, ==, "motto");
  g_assert_cmpstr (from, ==, "Framåt");
  g_assert_cmpstr (to, ==, "Uppåt");
  tvx_editor_undo (editor);
  g_assert_cmpstr (tvx_record_get_text (record, "motto"), ==, "Framåt");

  g_assert_false (tvx_editor_set_path (editor, before, "motto", "Uppåt", &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_PATH);
}

static void
test_search (void)
{
  g_autoptr (TvxRecord) before = new_record (TEST_TYPE_BEFORE, "Framåt");
  g_autoptr (TvxRecord) after = new_record (TEST_TYPE_AFTER, "Framåt");
  g_autoptr (TvxSummary) without = tvx_summary_new (before);
  g_autoptr (TvxSummary) with = tvx_summary_new (after);
  guint n_columns;

  g_assert_false (tvx_summary_matches (without, "framåt"));
  g_assert_true (tvx_summary_matches (with, "framåt"));
  tvx_columns_get (TEST_TYPE_BEFORE, &n_columns);
  g_assert_cmpuint (n_columns, ==, 0);
  tvx_columns_get (TEST_TYPE_AFTER, &n_columns);
  g_assert_cmpuint (n_columns, ==, 1);
  g_assert_cmpstr (g_variant_get_string (tvx_summary_get_value (with, "motto"), NULL), ==, "Framåt");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-table/values", test_values);
  g_test_add_func ("/field-table/check", test_check);
  g_test_add_func ("/field-table/edit", test_edit);
  g_test_add_func ("/field-table/search", test_search);
  return g_test_run ();
}
