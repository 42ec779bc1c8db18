/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-fixture.h"
#include "report/tvx-layout.h"

static TvxReport *
new_report (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (0);

  return tvx_report_new ("sv", "Sidor", date);
}

static TvxPages *
lay_out (TvxReport *report)
{
  g_autoptr (GError) error = NULL;
  TvxPages *pages = tvx_layout_report (report, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static GArray *
get_items (TvxPages *pages,
           guint     page)
{
  return ((TvxPage *) g_ptr_array_index (pages->pages, page))->items;
}

/* Counts the lines of an element on a page. */
static guint
count_lines (TvxPages *pages,
             guint     page,
             TvxTag   *tag)
{
  GArray *items = get_items (pages, page);
  double last = -1;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);

      if (item->kind != TVX_ITEM_TEXT || item->tag != tag)
        continue;
      n += item->y != last;
      last = item->y;
    }
  return n;
}

static TvxTag *
get_last_tag (TvxPages *pages,
              guint     page)
{
  GArray *items = get_items (pages, page);

  for (guint i = items->len; i-- > 0;)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);

      if (item->kind == TVX_ITEM_TEXT && item->tag != NULL)
        return item->tag;
    }
  return NULL;
}

/* Headings stay with what follows, and no paragraph leaves a line alone, wherever the pages happen to end. */
static void
test_breaks (void)
{
  g_autoptr (TvxReport) report = new_report ();
  g_autoptr (TvxPages) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    {
      TvxDocNode *section = tvx_doc_add_section (tvx_report_get_root (report), "Rubrik");

      if (i % 12 == 0)
        g_string_truncate (text, 0);
      g_string_append (text, "Regionen måste långsiktigt tillvarata de goda förutsättningarna för innovationer som finns. ");
      tvx_doc_add_paragraph (section, text->str);
    }

  pages = lay_out (report);
  g_assert_cmpuint (pages->pages->len, >, 10);
  for (guint page = 0; page + 1 < pages->pages->len; page++)
    {
      TvxTag *tag = get_last_tag (pages, page);

      g_assert_cmpint (tag->kind, !=, TVX_TAG_HEADING);
      if (count_lines (pages, page + 1, tag) > 0)
        {
          g_assert_cmpuint (count_lines (pages, page, tag), >=, 2);
          g_assert_cmpuint (count_lines (pages, page + 1, tag), >=, 2);
        }
    }
}

/* A row is not cut, and every page of a table begins with its head. */
static void
test_table (void)
{
  g_autoptr (TvxReport) report = new_report ();
  g_autoptr (TvxPages) pages = NULL;
  TvxDocNode *table = tvx_doc_add_table (tvx_report_get_root (report), "Tabell");

  tvx_doc_table_add_column (table, "Huvud", TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, "Tal", TVX_DOC_ALIGN_NUMBER);
  for (guint i = 0; i < 60; i++)
    {
      TvxDocNode *row = tvx_doc_table_add_row (table);

      tvx_doc_row_add_head (row, "En ganska lång text som står på flera rader i sin kolumn, eftersom den har mycket att "
                                 "säga om vad raden handlar om.");
      tvx_doc_row_add_cell (row, "12");
    }

  pages = lay_out (report);
  g_assert_cmpuint (pages->pages->len, >, 2);
  for (guint page = 1; page < pages->pages->len; page++)
    {
      GArray *items = get_items (pages, page);
      guint n_heads = 0;

      for (guint i = 0; i < items->len; i++)
        {
          const TvxItem *item = &g_array_index (items, TvxItem, i);

          if (item->kind == TVX_ITEM_TEXT && item->tag == NULL && item->artifact == TVX_ARTIFACT_PAGINATION)
            n_heads++;
          if (item->kind == TVX_ITEM_TEXT && item->tag != NULL)
            g_assert_cmpuint (count_lines (pages, page - 1, item->tag), ==, 0);
        }
      g_assert_cmpuint (n_heads, ==, 2);
    }
}

/* A short table is not cut, wherever it happens to begin. */
static void
test_short_table (void)
{
  for (guint n_before = 20; n_before < 40; n_before++)
    {
      g_autoptr (TvxReport) report = new_report ();
      g_autoptr (TvxPages) pages = NULL;
      TvxDocNode *root = tvx_report_get_root (report);
      TvxDocNode *facts;
      guint page = G_MAXUINT;

      for (guint i = 0; i < n_before; i++)
        tvx_doc_add_paragraph (root, "Stycke");
      facts = tvx_doc_add_facts (root);
      for (guint i = 0; i < 6; i++)
        tvx_doc_add_fact (facts, "Uppgift", "Värde");

      pages = lay_out (report);
      for (guint i = 0; i < pages->pages->len; i++)
        {
          GArray *items = get_items (pages, i);

          for (guint j = 0; j < items->len; j++)
            {
              const TvxItem *item = &g_array_index (items, TvxItem, j);

              if (item->kind != TVX_ITEM_TEXT || item->tag == NULL || item->tag->kind != TVX_TAG_CELL)
                continue;
              if (page == G_MAXUINT)
                page = i;
              g_assert_cmpuint (page, ==, i);
            }
        }
      g_assert_cmpuint (page, !=, G_MAXUINT);
    }
}

/* Nothing is painted outside of the page, whatever the text. */
static void
test_hostile (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_hostile ();
  g_autoptr (TvxPages) pages = lay_out (report);

  for (guint page = 0; page < pages->pages->len; page++)
    {
      GArray *items = get_items (pages, page);

      for (guint i = 0; i < items->len; i++)
        {
          const TvxItem *item = &g_array_index (items, TvxItem, i);

          g_assert_cmpfloat (item->x, >=, 0);
          g_assert_cmpfloat (item->x + item->width, <=, pages->width);
          g_assert_cmpfloat (item->y, >=, 0);
          g_assert_cmpfloat (item->y, <=, pages->height);
        }
    }
}

/* The table of contents names the pages that its sections are on. */
static void
test_contents (void)
{
  g_autoptr (TvxReport) report = new_report ();
  g_autoptr (TvxPages) pages = NULL;
  TvxDocNode *root = tvx_report_get_root (report);
  GArray *items;
  guint n = 0;

  tvx_doc_add_contents (root, 2);
  for (guint i = 0; i < 20; i++)
    {
      TvxDocNode *section = tvx_doc_add_section (root, "Rubrik");

      for (guint j = 0; j < 15; j++)
        tvx_doc_add_paragraph (section, "Stycke");
    }

  pages = lay_out (report);
  items = get_items (pages, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);
      TvxPlace *place;
      g_autofree char *number = NULL;

      if (item->kind != TVX_ITEM_TEXT || item->tag == NULL || item->tag->kind != TVX_TAG_LINK || !g_ascii_isdigit (*item->text))
        continue;
      place = g_hash_table_lookup (pages->places, GUINT_TO_POINTER (item->tag->target));
      number = g_strdup_printf ("%u", place->page + 1);
      g_assert_cmpstr (item->text, ==, number);
      n++;
    }
  g_assert_cmpuint (n, ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/layout/breaks", test_breaks);
  g_test_add_func ("/report/layout/table", test_table);
  g_test_add_func ("/report/layout/short-table", test_short_table);
  g_test_add_func ("/report/layout/hostile", test_hostile);
  g_test_add_func ("/report/layout/contents", test_contents);

  return g_test_run ();
}
