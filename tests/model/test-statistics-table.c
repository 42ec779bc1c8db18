/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-statistics-table.h"

#include <string.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-category-merge.h"
#include "model/tvx-check.h"
#include "model/tvx-dimension.h"
#include "model/tvx-editor.h"
#include "model/tvx-four-r.h"
#include "model/tvx-project.h"
#include "model/tvx-refused.h"
#include "model/tvx-register.h"
#include "model/tvx-summary.h"
#include "model/tvx-table-axis.h"
#include "model/tvx-vocabulary.h"

#define TABLE \
  "{'title': <'Deltagare efter ålder'>, 'population': <'Deltagare'>, 'source': <'Närvarolistor'>, 'axes': <[<{'kind': <'age'>, " \
  "'categories': <[<{'code': <'0-17'>, 'name': <'Under 18'>}>, <{'code': <'18-29'>, 'name': <'18–29'>}>, " \
  "<{'code': <'30+'>, 'name': <'30 och äldre'>}>, <{'code': <'young'>, 'name': <'Unga'>, 'of': <['0-17', '18-29']>}>]>}>]>, " \
  "'counts': <{'women|0-17': <int64 3>, 'women|18-29': <int64 12>, 'men|0-17': <int64 7>, 'men|30+': <int64 4>}>}"

static TvxRecord *
parse (GType       type,
       const char *text)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_parsed (text));
  g_autoptr (GError) error = NULL;
  TvxRecord *record = tvx_record_new_from_variant (type, variant, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_sums (void)
{
  g_autoptr (TvxRecord) record = parse (TVX_TYPE_STATISTICS_TABLE, TABLE);
  TvxStatisticsTable *table = TVX_STATISTICS_TABLE (record);

  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|0-17"), ==, 3);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|30+"), ==, 0);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "women|young"), ==, 15);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "*|young"), ==, 22);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "men|*"), ==, 11);
  g_assert_cmpint (tvx_statistics_table_get_count (table, "*|*"), ==, 26);
}

/* Nothing is known of a table without numbers; where some are known, the rest are zeros. */
static void
test_empty (void)
{
  static const struct
  {
    const char *change;
    gboolean    filled;
    guint       n_empty;
  } cases[] = {
    { "'zeros': <'shown'>", TRUE, 2 },
    { "'impossible': <{'women|30+': <int64 1>}>", TRUE, 1 },
    { "'third_category': <true>", TRUE, 5 },
    { "'counts': <{'women|60+': <int64 3>}>", FALSE, 6 },
    { "'counts': <{'women|60+': <int64 3>, 'men|0-17': <int64 0>}>", TRUE, 5 },
    { "'counts': <@a{sv} {}>, 'totals': <{'*|*': <int64 26>}>", FALSE, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%.*s, %s}", (int) strlen (TABLE) - 1, TABLE, cases[i].change);
      g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, text);

      g_test_message ("case %u", i);
      g_assert_cmpint (tvx_statistics_table_is_filled (TVX_STATISTICS_TABLE (table)), ==, cases[i].filled);
      g_assert_cmpuint (tvx_statistics_table_count_empty (TVX_STATISTICS_TABLE (table)), ==, cases[i].n_empty);
    }
}

static void
test_defaults (void)
{
  g_autoptr (TvxRecord) plain = parse (TVX_TYPE_STATISTICS_TABLE, TABLE);
  g_autoptr (TvxRecord) sensitive = parse (TVX_TYPE_STATISTICS_TABLE, "{'axes': <[<{'kind': <'disability'>}>]>}");
  g_autoptr (TvxRecord) chosen = parse (TVX_TYPE_STATISTICS_TABLE, "{'sensitive': <true>, 'threshold': <int64 20>, 'zeros': <'shown'>}");

  g_assert_true (tvx_record_get_boolean (plain, "insiders"));
  g_assert_cmpuint (tvx_statistics_table_get_threshold (TVX_STATISTICS_TABLE (plain)), ==, 5);
  g_assert_cmpstr (tvx_statistics_table_get_zeros (TVX_STATISTICS_TABLE (plain)), ==, "maybe");
  g_assert_cmpuint (tvx_statistics_table_get_threshold (TVX_STATISTICS_TABLE (sensitive)), ==, 10);
  g_assert_cmpstr (tvx_statistics_table_get_zeros (TVX_STATISTICS_TABLE (sensitive)), ==, "protected");
  g_assert_cmpuint (tvx_statistics_table_get_threshold (TVX_STATISTICS_TABLE (chosen)), ==, 20);
  g_assert_cmpstr (tvx_statistics_table_get_zeros (TVX_STATISTICS_TABLE (chosen)), ==, "shown");
}

static void
test_checks (void)
{
  static const struct
  {
    const char *change;
    const char *message;
  } cases[] = {
    { "'totals': <{'women|*': <int64 12>}>", "“Women, all ages” should be 12, but the cells are together 15, which is more." },
    { "'totals': <{'*|*': <int64 30>}>", "“Everyone, all ages” should be 30, but the cells are together only 26." },
    { "'totals': <{'*|*': <int64 26>}>", NULL },
    { "'totals': <{'men|30+': <int64 3>}>", "“Men, 30 och äldre” should be 3, but the cells are together 4, which is more." },
    { "'totals': <{'*|young': <int64 23>}>", "“Everyone, Unga” should be 23, but the cells are together only 22." },
    { "'threshold': <int64 2>", "The smallest number shown must be from 3 to 20." },
    { "'threshold': <int64 3>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%.*s, %s}", (int) strlen (TABLE) - 1, TABLE, cases[i].change);
      g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, text);
      g_autoptr (GPtrArray) findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);

      g_assert_cmpuint (findings->len, ==, cases[i].message != NULL ? 1 : 0);
      if (cases[i].message != NULL)
        g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==, cases[i].message);
    }
}

static void
test_check_cells (void)
{
  g_autoptr (TvxRecord) table =
    parse (TVX_TYPE_STATISTICS_TABLE, "{'counts': <{'women|0-17': <int64 3>}>, 'axes': <[<{'kind': <'age'>}>, <{'kind': <'age'>}>]>}");
  g_autoptr (GPtrArray) findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==, "The table is already broken down by this.");
  g_assert_true (g_str_has_prefix (tvx_finding_get_message (findings->pdata[1]), "There is a count for “Women, Under 18”"));
}

/* Cells that were perhaps forgotten are told of before publishing, unless nothing of the table is published. */
static void
test_check_empty (void)
{
  static const struct
  {
    const char *cells;
    const char *message;
  } cases[] = {
    { "", NULL },
    { "'counts': <{'women|a': <int64 3>, 'women|b': <int64 0>}>", "2 cells are empty and count as zeros in reports." },
    { "'counts': <{'women|a': <int64 3>, 'women|b': <int64 0>, 'men|a': <int64 2>}>", "1 cell is empty and counts as a zero in reports." },
    { "'counts': <{'women|a': <int64 3>, 'women|b': <int64 0>, 'men|a': <int64 2>}>, 'impossible': <{'men|b': <int64 1>}>", NULL },
    { "'counts': <{'women|a': <int64 3>, 'women|b': <int64 0>, 'men|a': <int64 2>}>, 'impossible': <{'men|a': <int64 1>}>",
      "1 cell is empty and counts as a zero in reports." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{'title': <'Deltagare'>, 'population': <'Deltagare'>, 'source': <'Närvarolistor'>, 'axes': <[<{'kind': <'age'>, "
        "'categories': <[<{'name': <'Unga'>, 'code': <'a'>}>, <{'name': <'Äldre'>, 'code': <'b'>}>]>}>]>%s %s}",
        *cases[i].cells != '\0' ? "," : "", cases[i].cells);
      g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, text);
      g_autoptr (GPtrArray) findings = tvx_check_record (table, TVX_CHECK_PUBLISH, NULL);

      g_assert_cmpuint (findings->len, ==, cases[i].message != NULL ? 1 : 0);
      if (cases[i].message != NULL)
        g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==, cases[i].message);
    }
}

/* Municipalities in sub-regions in a county: a group may be of groups before it, and of nothing twice. */
static void
test_groups (void)
{
  static const struct
  {
    const char *groups;
    gint64      county;
    const char *message; /* NULL where all is well */
  } cases[] = {
    { "<{'code': <'south'>, 'of': <['a', 'b']>}>, <{'code': <'county'>, 'of': <['south', 'c']>}>", 7, NULL },
    { "<{'code': <'south'>, 'of': <['a', 'x']>}>, <{'code': <'county'>, 'of': <['a', 'b', 'c']>}>", 7,
      "The group is of “x”, which is no category of the breakdown and no group that stands before it." },
    { "<{'code': <'county'>, 'of': <['south', 'c']>}>, <{'code': <'south'>, 'of': <['a', 'b']>}>", 4,
      "The group is of “south”, which is no category of the breakdown and no group that stands before it." },
    { "<{'code': <'south'>, 'of': <['a', 'b']>}>, <{'code': <'county'>, 'of': <['south', 'b', 'c']>}>", 7, "The group has “b” twice." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{'axes': <[<{'kind': <'municipality'>, 'categories': <[<{'code': <'a'>}>, <{'code': <'b'>}>, <{'code': <'c'>}>, %s]>}>]>, "
                         "'counts': <{'women|a': <int64 1>, 'men|b': <int64 2>, 'women|c': <int64 4>}>}",
                         cases[i].groups);
      g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, text);
      g_autoptr (GPtrArray) findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);

      g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "*|county"), ==, cases[i].county);
      g_assert_cmpuint (findings->len, ==, cases[i].message != NULL ? 1 : 0);
      if (cases[i].message != NULL)
        g_assert_cmpstr (tvx_finding_get_message (findings->pdata[0]), ==, cases[i].message);
    }
}

/* Two categories become one in all tables that have both, with sums, groups and typed totals, and as one step. */
static void
test_merge (void)
{
  g_autoptr (TvxRecord) project = parse (
    TVX_TYPE_PROJECT, "{'statistics': <[<" TABLE ">, <" TABLE ">, <{'axes': <[<{'kind': <'age'>, 'categories': <[<{'code': <'0-17'>}>]>}>]>, "
                      "'counts': <{'men|0-17': <int64 9>}>}>]>}");
  GListModel *tables = tvx_record_get_list (project, "statistics");
  g_autoptr (TvxRecord) table = g_list_model_get_item (tables, 1);
  g_autoptr (TvxRecord) other = g_list_model_get_item (tables, 2);
  g_autoptr (TvxTableAxis) axis = g_list_model_get_item (tvx_record_get_list (table, "axes"), 0);
  g_autoptr (GVariant) totals = g_variant_ref_sink (g_variant_new_parsed (
    "{'*|0-17': <int64 10>, '*|18-29': <int64 12>, 'women|0-17': <int64 3>, '*|*': <int64 26>}"));
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) before = NULL, after = NULL;
  g_autofree char *counts = NULL, *typed = NULL;
  TvxRecord *merged;

  tvx_editor_set (editor, table, "totals", totals, NULL);
  before = tvx_record_to_variant (project);
  g_assert_true (tvx_category_merge (TVX_PROJECT (project), editor, "age", "0-17", "18-29", &error));
  g_assert_no_error (error);
  counts = g_variant_print (tvx_record_get_value (table, "counts"), FALSE);
  g_assert_cmpstr (counts, ==, "{'men|0-29': <int64 7>, 'men|30+': <int64 4>, 'women|0-29': <int64 15>}");
  typed = g_variant_print (tvx_record_get_value (table, "totals"), FALSE);
  g_assert_cmpstr (typed, ==, "{'*|*': <int64 26>, '*|0-29': <int64 22>}");
  merged = tvx_table_axis_find_category (axis, "0-29");
  g_assert_cmpstr (tvx_record_get_text (merged, "name"), ==, "Under 30");
  /* A group of nothing else says nothing more. */
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (TVX_RECORD (axis), "categories")), ==, 2);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (other), "men|0-17"), ==, 9);
  tvx_editor_undo (editor);
  after = tvx_record_to_variant (project);
  g_assert_true (g_variant_equal (before, after));

  /* A group of one of both is no more, and the name says both where they are not ages. */
  tvx_editor_redo (editor);
  tvx_editor_undo (editor);
  g_assert_true (tvx_category_merge (TVX_PROJECT (project), editor, "age", "18-29", "30+", &error));
  g_assert_null (tvx_table_axis_find_category (axis, "young"));
  g_assert_cmpstr (tvx_record_get_text (tvx_table_axis_find_category (axis, "18+"), "name"), ==, "18 and older");
  tvx_editor_undo (editor);

  /* Left out, only the totals over all of it stay. */
  g_assert_true (tvx_category_merge (TVX_PROJECT (project), editor, "age", NULL, NULL, &error));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "women"), ==, 15);
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (other), "men"), ==, 9);
  g_clear_pointer (&typed, g_free);
  typed = g_variant_print (tvx_record_get_value (table, "totals"), FALSE);
  g_assert_cmpstr (typed, ==, "{'*': <int64 26>}");
  tvx_editor_undo (editor);
  g_clear_pointer (&after, g_variant_unref);
  after = tvx_record_to_variant (project);
  g_assert_true (g_variant_equal (before, after));
}

/* Other categories than ages are both named; a group of both and more has the merged one. */
static void
test_merge_groups (void)
{
  g_autoptr (TvxRecord) project = parse (
    TVX_TYPE_PROJECT, "{'statistics': <[<{'axes': <[<{'kind': <'municipality'>, 'categories': <[<{'code': <'a'>, 'name': <'A'>}>, "
                      "<{'code': <'b'>, 'name': <'B'>}>, <{'code': <'c'>, 'name': <'C'>}>, <{'code': <'south'>, 'of': <['b', 'c']>}>, "
                      "<{'code': <'county'>, 'of': <['a', 'south']>}>]>}>]>, 'counts': <{'men|b': <int64 9>}>}>]>}");
  g_autoptr (TvxRecord) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (TvxTableAxis) axis = g_list_model_get_item (tvx_record_get_list (table, "axes"), 0);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_true (tvx_category_merge (TVX_PROJECT (project), editor, "municipality", "a", "b", NULL));
  g_assert_cmpstr (tvx_record_get_text (tvx_table_axis_find_category (axis, "a_b"), "name"), ==, "A and B");
  g_assert_null (tvx_table_axis_find_category (axis, "south"));
  g_assert_true (tvx_table_axis_is_part (axis, "c", "county"));
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "*|county"), ==, 9);
  findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Numbers, typed totals and groups go along when a category gets another code, in one step. */
static void
test_code (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'statistics': <[<" TABLE ">]>}");
  g_autoptr (TvxRecord) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (TvxTableAxis) axis = g_list_model_get_item (tvx_record_get_list (table, "axes"), 0);
  g_autoptr (GVariant) totals = g_variant_ref_sink (g_variant_new_parsed ("{'*|0-17': <int64 10>, '*|*': <int64 26>}"));
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GVariant) before = NULL, after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *counts = NULL, *typed = NULL, *label = NULL;
  TvxRecord *category = tvx_table_axis_find_category (axis, "0-17");
  static const struct
  {
    const char *code;
    const char *message;
  } refused[] = {
    { "18-29", "“18-29” is already the code of “18–29”." },
    { "", "The category has numbers, or is part of a group, and needs a code." },
    { "gone", "The table still has numbers of another category with the code “gone”, which was removed. Choose another code." },
    { "a b", "“a b” is not the code of a category. It may have no spaces and none of the characters | * : and comma." },
  };

  tvx_editor_set (editor, table, "totals", totals, NULL);
  before = tvx_record_to_variant (project);
  g_assert_true (tvx_editor_type (editor, category, "code", "children", NULL));
  label = tvx_editor_dup_undo_label (editor);
  g_assert_nonnull (strstr (label, "Code"));
  counts = g_variant_print (tvx_record_get_value (table, "counts"), FALSE);
  g_assert_cmpstr (counts, ==, "{'men|30+': <int64 4>, 'men|children': <int64 7>, 'women|18-29': <int64 12>, 'women|children': <int64 3>}");
  typed = g_variant_print (tvx_record_get_value (table, "totals"), FALSE);
  g_assert_cmpstr (typed, ==, "{'*|*': <int64 26>, '*|children': <int64 10>}");
  g_assert_cmpint (tvx_statistics_table_get_count (TVX_STATISTICS_TABLE (table), "*|young"), ==, 22);
  findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  tvx_editor_undo (editor);
  after = tvx_record_to_variant (project);
  g_assert_true (g_variant_equal (before, after));

  tvx_editor_set (editor, table, "counts", g_variant_new_parsed ("{'women|0-17': <int64 3>, 'men|gone': <int64 4>}"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tvx_editor_type (editor, category, "code", refused[i].code, &error));
      g_assert_cmpstr (error->message, ==, refused[i].message);
      g_assert_cmpstr (tvx_record_get_text (category, "code"), ==, "0-17");
    }
}

/* That a cell cannot occur follows its categories; of two that are merged, both must be so. */
static void
test_impossible (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'statistics': <[<" TABLE ">]>}");
  g_autoptr (TvxRecord) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (TvxTableAxis) axis = g_list_model_get_item (tvx_record_get_list (table, "axes"), 0);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autofree char *merged = NULL, *left = NULL;
  GVariant *impossible;

  tvx_editor_set (editor, table, "counts", NULL, NULL);
  tvx_editor_set (editor, table, "impossible",
                  g_variant_new_parsed ("{'men|0-17': <int64 1>, 'women|0-17': <int64 1>, 'women|18-29': <int64 1>}"), NULL);
  g_assert_true (tvx_editor_type (editor, tvx_table_axis_find_category (axis, "18-29"), "code", "adults", NULL));
  g_assert_true (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "women|adults"));
  g_assert_false (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "women|18-29"));
  tvx_editor_undo (editor);

  g_assert_true (tvx_category_merge (TVX_PROJECT (project), editor, "age", "0-17", "18-29", NULL));
  g_assert_true (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "women|0-29"));
  g_assert_false (tvx_statistics_table_get_impossible (TVX_STATISTICS_TABLE (table), "men|0-29"));
  merged = g_variant_print (tvx_record_get_value (table, "impossible"), FALSE);
  g_assert_cmpstr (merged, ==, "{'women|0-29': <int64 1>}");
  g_assert_true (tvx_category_merge (TVX_PROJECT (project), editor, "age", NULL, NULL, NULL));
  impossible = tvx_record_get_value (table, "impossible");
  left = impossible != NULL ? g_variant_print (impossible, FALSE) : g_strdup ("");
  g_assert_cmpstr (left, ==, "");
}

static char *
print (TvxRecord  *table,
       const char *field)
{
  GVariant *value = tvx_record_get_value (table, field);

  return value != NULL ? g_variant_print (value, FALSE) : g_strdup ("");
}

static void
assert_cells (TvxRecord  *table,
              const char *counts,
              const char *totals,
              const char *impossible)
{
  g_autofree char *now_counts = print (table, "counts");
  g_autofree char *now_totals = print (table, "totals");
  g_autofree char *now_impossible = print (table, "impossible");

  g_assert_cmpstr (now_counts, ==, counts);
  g_assert_cmpstr (now_totals, ==, totals);
  g_assert_cmpstr (now_impossible, ==, impossible);
}

static void
followed_cb (TvxEditor   *editor,
             TvxRecord   *record,
             const char  *news,
             char       **told)
{
  g_set_str (told, news);
}

/* What is known of cells goes along when a breakdown comes, goes or moves; each is one step, and undone as one. */
static void
test_breakdowns (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'statistics': <[<" TABLE ">]>}");
  g_autoptr (TvxRecord) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  GListModel *axes = tvx_record_get_list (table, "axes");
  g_autoptr (TvxTableAxis) age = g_list_model_get_item (axes, 0);
  g_autoptr (TvxRecord) sector = parse (TVX_TYPE_TABLE_AXIS, "{'kind': <'other'>, 'name': <'Sektor'>, 'categories': <[<{'code': <'a'>}>, <{'code': <'b'>}>, "
                                                             "<{'code': <'both'>, 'of': <['a', 'b']>}>]>}");
  const TvxField *counts_field = tvx_record_get_field (table, "counts");
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GVariant) after = NULL, split = NULL;
  g_autofree char *news = NULL;
  TvxRecord *axis;

  g_signal_connect (editor, "followed", G_CALLBACK (followed_cb), &news);
  tvx_editor_set (editor, table, "totals", g_variant_new_parsed ("{'*|*': <int64 26>, 'women|young': <int64 15>}"), NULL);
  tvx_editor_set (editor, table, "impossible", g_variant_new_parsed ("{'men|18-29': <int64 1>}"), NULL);
  tvx_refused_keep_part (editor, table, counts_field, "women|30+", "some");

  /* It is not known how the numbers are broken down by what comes; a word is where its cell is now. */
  axis = tvx_editor_insert (editor, table, "axes", 0, sector, NULL);
  assert_cells (table, "", "{'*|*|*': <int64 26>, 'men|*|0-17': <int64 7>, 'men|*|30+': <int64 4>, 'women|*|0-17': <int64 3>, "
                           "'women|*|18-29': <int64 12>, 'women|*|young': <int64 15>}",
                "{'men|a|18-29': <int64 1>, 'men|b|18-29': <int64 1>}");
  g_assert_cmpstr (tvx_refused_get_part (editor, table, counts_field, "women|*|30+"), ==, "some");
  g_assert_cmpstr (news, ==, "The numbers are totals now");

  /* Nothing was broken down yet, so that all is as before. */
  g_assert_true (tvx_editor_remove (editor, axis, NULL));
  assert_cells (table, "{'men|0-17': <int64 7>, 'men|30+': <int64 4>, 'women|0-17': <int64 3>, 'women|18-29': <int64 12>}",
                "{'*|*': <int64 26>, 'women|young': <int64 15>}", "{'men|18-29': <int64 1>}");
  g_assert_cmpstr (tvx_refused_get_part (editor, table, counts_field, "women|30+"), ==, "some");
  g_assert_cmpstr (news, ==, "Summed over “Sektor”");
  tvx_editor_undo (editor);

  /* Numbers, totals, points and words move with their breakdown. */
  tvx_editor_set (editor, table, "counts",
                  g_variant_new_parsed ("{'men|a|30+': <int64 3>, 'men|b|30+': <int64 1>, 'women|a|0-17': <int64 2>, 'lost|0-17': <int64 5>}"), NULL);
  tvx_editor_set (editor, table, "impossible", g_variant_new_parsed ("{'men|a|18-29': <int64 1>, 'men|b|18-29': <int64 1>, 'men|a|0-17': <int64 1>}"), NULL);
  tvx_refused_keep_part (editor, table, counts_field, "men|b|0-17", "few");
  split = tvx_record_to_variant (table);
  axis = tvx_record_find_item (axes, tvx_record_get_id (TVX_RECORD (age)), NULL);
  g_assert_true (tvx_editor_move (editor, axis, 0, NULL));
  assert_cells (table, "{'lost|0-17': <int64 5>, 'men|30+|a': <int64 3>, 'men|30+|b': <int64 1>, 'women|0-17|a': <int64 2>}",
                "{'*|*|*': <int64 26>, 'men|0-17|*': <int64 7>, 'men|30+|*': <int64 4>, 'women|0-17|*': <int64 3>, "
                "'women|18-29|*': <int64 12>, 'women|young|*': <int64 15>}",
                "{'men|0-17|a': <int64 1>, 'men|18-29|a': <int64 1>, 'men|18-29|b': <int64 1>}");
  g_assert_cmpstr (tvx_refused_get_part (editor, table, counts_field, "men|0-17|b"), ==, "few");
  tvx_editor_undo (editor);
  after = tvx_record_to_variant (table);
  g_assert_true (g_variant_equal (split, after));
  g_assert_cmpstr (tvx_refused_get_part (editor, table, counts_field, "men|b|0-17"), ==, "few");

  /* Sums stand; of the typed totals, one agrees, one does not, and two were never broken down. */
  axis = g_list_model_get_item (axes, 0);
  g_assert_true (tvx_editor_remove (editor, axis, NULL));
  g_object_unref (axis);
  assert_cells (table, "{'lost|0-17': <int64 5>, 'men|0-17': <int64 7>, 'men|30+': <int64 4>, 'women|0-17': <int64 2>, 'women|18-29': <int64 12>}",
                "{'*|*': <int64 26>, 'women|young': <int64 15>}", "{'men|18-29': <int64 1>}");
  g_assert_cmpstr (news, ==, "2 totals or texts are gone, the rest is summed over “Sektor”");
  tvx_editor_undo (editor);
  g_clear_pointer (&after, g_variant_unref);
  after = tvx_record_to_variant (table);
  g_assert_true (g_variant_equal (split, after));
  g_assert_cmpstr (tvx_refused_get_part (editor, table, counts_field, "men|b|0-17"), ==, "few");

  /* The other one: totals that were typed for each of its categories are summed as well, where all are there. */
  tvx_editor_set (editor, table, "totals", g_variant_new_parsed ("{'men|*|0-17': <int64 1>, 'men|*|18-29': <int64 2>, 'men|*|30+': <int64 4>, "
                                                                 "'women|*|0-17': <int64 3>, '*|both|*': <int64 6>}"),
                  NULL);
  axis = tvx_record_find_item (axes, tvx_record_get_id (TVX_RECORD (age)), NULL);
  g_assert_true (tvx_editor_remove (editor, axis, NULL));
  assert_cells (table, "{'lost|0-17': <int64 5>, 'men|a': <int64 3>, 'men|b': <int64 1>, 'women|a': <int64 2>}", "{'*|both': <int64 6>, 'men|*': <int64 7>}", "");
}

/* A table is broken down by the same once. */
static void
test_same_breakdown (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'statistics': <[<" TABLE ">]>}");
  g_autoptr (TvxRecord) table = g_list_model_get_item (tvx_record_get_list (project, "statistics"), 0);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  TvxRecord *first = tvx_editor_insert (editor, table, "axes", G_MAXUINT, NULL, NULL);
  TvxRecord *second = tvx_editor_insert (editor, table, "axes", G_MAXUINT, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (tvx_record_get_text (first, "kind"), ==, "other");
  g_assert_true (tvx_editor_set_text (editor, first, "name", "Sektor", NULL));
  g_assert_false (tvx_editor_set_text (editor, second, "name", "Sektor", &error));
  g_assert_cmpstr (error->message, ==, "The table is already broken down by this.");
  g_assert_true (tvx_editor_set_text (editor, second, "name", "Bransch", NULL));
  g_assert_false (tvx_editor_set_text (editor, second, "kind", "age", NULL));
  g_assert_true (tvx_editor_set_text (editor, second, "kind", "education", NULL));
  g_assert_true (tvx_editor_set_text (editor, second, "kind", "other", NULL));
}

/* Protection from insiders is on unless somebody turned it off; only that is stored. */
static void
test_insiders (void)
{
  g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, "{'insiders': <true>}");
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  gboolean insiders;

  g_assert_null (tvx_record_get_value (table, "insiders"));
  g_assert_true (tvx_editor_set (editor, table, "insiders", g_variant_new_boolean (FALSE), NULL));
  g_assert_nonnull (tvx_record_get_value (table, "insiders"));
  g_assert_false (tvx_record_get_boolean (table, "insiders"));
  g_object_get (table, "insiders", &insiders, NULL);
  g_assert_false (insiders);
  g_assert_true (tvx_editor_set (editor, table, "insiders", g_variant_new_boolean (TRUE), NULL));
  g_assert_null (tvx_record_get_value (table, "insiders"));
  g_object_get (table, "insiders", &insiders, NULL);
  g_assert_true (insiders);
  tvx_editor_undo (editor);
  g_assert_false (tvx_record_get_boolean (table, "insiders"));
}

/* A file must not change when nothing in it does. */
static void
test_with_counts (void)
{
  g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, TABLE);
  g_autoptr (GVariant) changes = g_variant_ref_sink (g_variant_new_parsed ("{'men|0-17': int64 -1, 'women|30+': int64 5}"));
  g_autoptr (GVariant) counts = tvx_statistics_table_with_counts (TVX_STATISTICS_TABLE (table), "counts", changes);
  g_autofree char *text = g_variant_print (counts, FALSE);

  g_assert_cmpstr (text, ==, "{'men|30+': <int64 4>, 'women|0-17': <int64 3>, 'women|18-29': <int64 12>, 'women|30+': <int64 5>}");
}

static gboolean
holds_counts (GVariant *value)
{
  g_autofree char *text = g_variant_print (value, FALSE);

  return strstr (text, "women|") != NULL;
}

/* No count leaves as it is. */
static void
test_public (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'title': <'P'>, 'statistics': <[<" TABLE ">]>}");
  g_autoptr (TvxRecord) public = tvx_record_new_public (project);
  g_autoptr (GVariant) all = tvx_record_to_variant (project);
  g_autoptr (GVariant) told = tvx_record_to_variant (public);

  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (public, "statistics")), ==, 1);
  g_assert_true (holds_counts (all));
  g_assert_false (holds_counts (told));
}

static void
test_presets (void)
{
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);

  for (gsize i = 0; i < n_presets; i++)
    {
      g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (&presets[i], "01", NULL);
      g_autoptr (TvxRecord) table = tvx_record_new (TVX_TYPE_STATISTICS_TABLE);
      g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
      g_autoptr (GPtrArray) findings = NULL;
      GListModel *categories = tvx_record_get_list (axis, "categories");

      tvx_editor_insert (editor, table, "axes", 0, axis, NULL);
      findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);
      g_assert_cmpuint (findings->len, ==, 0);
      if (g_str_equal (presets[i].kind, "municipality"))
        g_assert_cmpuint (g_list_model_get_n_items (categories), ==, 26);
      else if (!g_str_equal (presets[i].kind, "other"))
        g_assert_cmpuint (g_list_model_get_n_items (categories), >=, 2);
      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);

          g_assert_true (g_str_equal (presets[i].kind, "municipality") ||
                         tvx_axis_preset_get_label_of (tvx_record_get_text (category, "code")) != NULL);
        }
    }
}

/* The breakdowns that officials use, category by category, as their sources list them. */
static void
test_official_breakdowns (void)
{
  static const char *const official[] = {
    "age: Under 18, 18–29, 30–54, 55 and older",
    "age: Under 25, 25–54, 55 and older",
    "age: 20–34, 35–54, 55–64, 65 and older",
    "urban_rural: Metropolitan municipalities, Dense municipalities, Rural municipalities",
    "urban_rural: Metropolitan municipalities, Dense, near a larger town, Dense, remote, Rural, near a larger town, Rural, remote, "
    "Rural, very remote, Dense municipalities (2), Rural municipalities (3)",
    "urban_rural: A1 Large cities, A2 Commuting municipality near a large city, B3 Medium-sized town, "
    "B4 Commuting municipality near a medium-sized town, B5 Municipality with little commuting near a medium-sized town, "
    "C6 Small town, C7 Commuting municipality near a small town, C8 Rural municipality, "
    "C9 Rural municipality with a visitor industry, A Large cities and municipalities near them (2), "
    "B Medium-sized towns and municipalities near them (3), C Small towns and rural municipalities (4)",
    "country_of_birth: Born in Sweden, Born abroad",
    "country_of_birth: Born abroad, Born in Sweden, both parents abroad, Born in Sweden, a parent too, Born in Sweden (2), "
    "Foreign background (2)",
    "education: Compulsory education, Upper secondary education, Post-secondary education",
    "education: Compulsory education, less than 9 years, Compulsory education, 9 or 10 years, Upper secondary education, at most 2 years, "
    "Upper secondary education, 3 years, Post-secondary education, less than 3 years, Post-secondary education, 3 years or more, Postgraduate education, "
    "Compulsory education (2), Upper secondary education (2), Post-secondary education (3)",
    "education: ISCED 0–2, ISCED 3–4, ISCED 5–8",
    "employment: Employed, Unemployed, Outside the labour force",
    "employment: Employed, Unemployed, not long-term, Long-term unemployed, Outside the labour force, Unemployed (2)",
    "disability: Yes, No, Not stated",
    "socioeconomy: Area type 1, great socioeconomic challenges, Area type 2, socioeconomic challenges, "
    "Area type 3, socioeconomically mixed, Area type 4, good socioeconomic conditions, "
    "Area type 5, very good socioeconomic conditions, Area types 1 and 2, areas with socioeconomic challenges (2)",
    NULL,
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) offered = NULL;
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);

  for (gsize i = 0; i < n_presets; i++)
    {
      g_autoptr (TvxRecord) axis = tvx_axis_preset_new_axis (&presets[i], NULL, NULL);
      GListModel *categories = tvx_record_get_list (axis, "categories");
      g_autoptr (GString) line = g_string_new (presets[i].kind);

      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);

          GVariant *of = tvx_record_get_value (category, "of");

          g_string_append_printf (line, "%s%s", j == 0 ? ": " : ", ", tvx_record_get_text (category, "name"));
          if (of != NULL)
            g_string_append_printf (line, " (%u)", (guint) g_variant_n_children (of));
        }
      if (g_list_model_get_n_items (categories) > 0)
        g_strv_builder_add (builder, line->str);
    }
  offered = g_strv_builder_end (builder);
  g_assert_cmpstrv (offered, official);
}

/* A register's sub-regions are groups in a breakdown by municipality, unless a municipality of another county is in them. */
static void
test_subregions (void)
{
  g_autoptr (TvxRecord) registry =
    parse (TVX_TYPE_REGISTER, "{'subregions': <[<{'id': <'3c6b3d3a-3d5b-4f43-8a2c-0d7c7a3f5a01'>, 'name': <'Norr'>,"
                              " 'municipalities': <['0114', '0191']>}>,"
                              " <{'id': <'3c6b3d3a-3d5b-4f43-8a2c-0d7c7a3f5a02'>, 'name': <'Mälardalen'>,"
                              " 'municipalities': <['0125', '0380']>}>, <{'name': <'Tom'>}>]>}");
  g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, "{'counts': <{'women|0114': <int64 3>, 'men|0191': <int64 4>,"
                                                                  " 'men|0180': <int64 9>}>,"
                                                                  " 'totals': <{'*|3c6b3d3a-3d5b-4f43-8a2c-0d7c7a3f5a01': <int64 7>}>}");
  g_autoptr (TvxRecord) axis = NULL;
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *name = NULL;
  gsize n_presets;
  const TvxAxisPreset *preset = tvx_axis_presets_get (&n_presets);

  while (!g_str_equal (preset->kind, "municipality"))
    preset++;
  axis = tvx_axis_preset_new_axis (preset, "01", tvx_record_get_list (registry, "subregions"));
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (axis, "categories")), ==, 27);
  name = tvx_table_axis_dup_name_of (TVX_TABLE_AXIS (axis), "3c6b3d3a-3d5b-4f43-8a2c-0d7c7a3f5a01");
  g_assert_cmpstr (name, ==, "Norr");
  tvx_editor_insert (editor, table, "axes", 0, axis, NULL);
  findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  tvx_editor_set (editor, table, "totals", g_variant_new_parsed ("{'*|3c6b3d3a-3d5b-4f43-8a2c-0d7c7a3f5a01': <int64 8>}"), NULL);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = tvx_check_record (table, TVX_CHECK_VALUES, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
}

/* Whoever adds a category needs no code; one that is read is left as it is. */
static void
test_new_category (void)
{
  g_autoptr (TvxRecord) axis = parse (TVX_TYPE_TABLE_AXIS, "{'kind': <'other'>, 'categories': <[<{'name': <'A'>}>]>}");
  g_autoptr (TvxRecord) read = g_list_model_get_item (tvx_record_get_list (axis, "categories"), 0);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  TvxRecord *first = tvx_editor_insert (editor, axis, "categories", G_MAXUINT, NULL, NULL);
  TvxRecord *second = tvx_editor_insert (editor, axis, "categories", G_MAXUINT, NULL, NULL);

  g_assert_null (tvx_record_get_text (read, "code"));
  g_assert_nonnull (tvx_record_get_text (first, "code"));
  g_assert_cmpstr (tvx_record_get_text (first, "code"), !=, tvx_record_get_text (second, "code"));
}

/* Of each kind of breakdown the program can say in words what all of it is. */
static void
test_total_names (void)
{
  gsize n_kinds;
  const TvxTerm *kinds = tvx_vocabulary_get_terms (&tvx_axis_kinds, &n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    {
      g_autofree char *text = g_strdup_printf ("{'kind': <'%s'>}", kinds[i].code);
      g_autoptr (TvxRecord) axis = parse (TVX_TYPE_TABLE_AXIS, text);
      g_autofree char *name = tvx_table_axis_dup_name_of (TVX_TABLE_AXIS (axis), "*");

      g_assert_true (g_str_equal (name, "all") == g_str_equal (kinds[i].code, "other"));
    }
}

/* Women stand before men; a third category only where it is asked for. */
static void
test_genders (void)
{
  g_autoptr (TvxRecord) table = parse (TVX_TYPE_STATISTICS_TABLE, "@a{sv} {}");
  g_autoptr (TvxRecord) wider = parse (TVX_TYPE_STATISTICS_TABLE, "{'third_category': <true>}");

  g_assert_cmpstrv (tvx_statistics_table_get_genders (TVX_STATISTICS_TABLE (table)), ((const char *[]) { "women", "men", NULL }));
  g_assert_cmpstrv (tvx_statistics_table_get_genders (TVX_STATISTICS_TABLE (wider)),
                    ((const char *[]) { "women", "men", "other", NULL }));
}

static void
test_four_r (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'four_r': <[<{'subject': <'Rådgivning'>, 'realise': <'Lika många\\nDetaljer'>}>]>}");
  g_autoptr (TvxRecord) sheet = g_list_model_get_item (tvx_record_get_list (project, "four_r"), 0);
  g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree const char **ids = NULL;
  TvxRecord *goal = tvx_four_r_create_goal (TVX_FOUR_R (sheet), editor, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tvx_record_get_text (goal, "text"), ==, "Lika många");
  ids = g_variant_get_strv (tvx_record_get_value (sheet, "goals"), NULL);
  g_assert_cmpstr (ids[0], ==, tvx_record_get_id (goal));
  g_assert_null (ids[1]);

  tvx_editor_undo (editor);
  g_assert_cmpuint (g_list_model_get_n_items (tvx_record_get_list (project, "goals")), ==, 0);
  g_assert_null (tvx_record_get_value (sheet, "goals"));
}

static void
test_unexamined (void)
{
  g_autoptr (TvxRecord) project = parse (TVX_TYPE_PROJECT, "{'dimensions': <[<{'kind': <'gender'>, 'relevance': <'relevant'>}>, "
                                                           "<{'kind': <'age'>, 'relevance': <'not_examined'>}>, "
                                                           "<{'kind': <'other'>, 'relevance': <'relevant'>}>]>}");
  g_autoptr (TvxSummary) summary = tvx_summary_new (project);

  g_assert_cmpuint (tvx_dimension_count_unexamined (project), ==, 10);
  g_assert_cmpuint (tvx_summary_get_number (summary, "unexamined"), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics-table/sums", test_sums);
  g_test_add_func ("/statistics-table/defaults", test_defaults);
  g_test_add_func ("/statistics-table/empty", test_empty);
  g_test_add_func ("/statistics-table/checks", test_checks);
  g_test_add_func ("/statistics-table/check-cells", test_check_cells);
  g_test_add_func ("/statistics-table/check-empty", test_check_empty);
  g_test_add_func ("/statistics-table/groups", test_groups);
  g_test_add_func ("/statistics-table/merge", test_merge);
  g_test_add_func ("/statistics-table/merge-groups", test_merge_groups);
  g_test_add_func ("/statistics-table/impossible", test_impossible);
  g_test_add_func ("/statistics-table/code", test_code);
  g_test_add_func ("/statistics-table/breakdowns", test_breakdowns);
  g_test_add_func ("/statistics-table/same-breakdown", test_same_breakdown);
  g_test_add_func ("/statistics-table/insiders", test_insiders);
  g_test_add_func ("/statistics-table/with-counts", test_with_counts);
  g_test_add_func ("/statistics-table/public", test_public);
  g_test_add_func ("/statistics-table/presets", test_presets);
  g_test_add_func ("/statistics-table/subregions", test_subregions);
  g_test_add_func ("/statistics-table/official-breakdowns", test_official_breakdowns);
  g_test_add_func ("/statistics-table/new-category", test_new_category);
  g_test_add_func ("/statistics-table/total-names", test_total_names);
  g_test_add_func ("/statistics-table/genders", test_genders);
  g_test_add_func ("/statistics-table/four-r", test_four_r);
  g_test_add_func ("/statistics-table/unexamined", test_unexamined);
  return g_test_run ();
}
