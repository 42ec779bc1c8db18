/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-fixture.h"
#include "report/tvx-doc-chart.h"
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

static guint
count_text (TvxPages   *pages,
            guint       page,
            const char *text)
{
  GArray *items = get_items (pages, page);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);

      n += item->kind == TVX_ITEM_TEXT && item->tag != NULL && strstr (item->run->text, text) != NULL;
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

/* No row of a table is alone on its first page or its last, wherever it happens to begin. */
static void
test_outer_rows (void)
{
  for (guint n_before = 20; n_before < 40; n_before++)
    {
      g_autoptr (TvxReport) report = new_report ();
      g_autoptr (TvxPages) pages = NULL;
      TvxDocNode *root = tvx_report_get_root (report);
      TvxDocNode *table;

      for (guint i = 0; i < n_before; i++)
        tvx_doc_add_paragraph (root, "Stycke");
      table = tvx_doc_add_table (root, "Tabell");
      tvx_doc_table_add_column (table, "Huvud", TVX_DOC_ALIGN_TEXT);
      for (guint i = 0; i < n_before; i++)
        tvx_doc_row_add_cell (tvx_doc_table_add_row (table), "Rad");

      pages = lay_out (report);
      for (guint i = 0; i < pages->pages->len; i++)
        g_assert_cmpuint (count_text (pages, i, "Rad"), !=, 1);
    }
}

/* A line does not end within a period, or after a letter that a hyphen joins to its word. */
static void
test_whole (gconstpointer data)
{
  const char *const *piece = data; /* both ends of it */

  for (guint n_before = 1; n_before < 60; n_before++)
    {
      g_autoptr (TvxReport) report = new_report ();
      g_autoptr (TvxPages) pages = NULL;
      g_autofree char *before = g_strnfill (n_before, 'i');
      g_autofree char *text = g_strdup_printf ("%s %s och här ovanför allt annat %s%s och så vidare till slutet", before, before,
                                               piece[0], piece[1]);
      guint start_y = 0;

      tvx_doc_add_paragraph (tvx_report_get_root (report), text);
      pages = lay_out (report);
      for (guint i = 0; i < get_items (pages, 0)->len; i++)
        {
          const TvxItem *item = &g_array_index (get_items (pages, 0), TvxItem, i);

          if (item->kind != TVX_ITEM_TEXT || item->tag == NULL || item->tag->kind != TVX_TAG_PARAGRAPH)
            continue;
          if (strstr (item->run->text, piece[0]) != NULL)
            start_y = item->y;
          if (strstr (item->run->text, piece[1]) != NULL)
            g_assert_cmpuint (start_y, ==, (guint) item->y);
        }
      g_assert_cmpuint (start_y, >, 0);
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

static TvxChart *
make_chart (const TvxCatalog *catalog)
{
  TvxChart *chart = tvx_chart_new (TVX_CHART_BARS, catalog, "Diagram", "En mening.");

  tvx_chart_set_row_heading (chart, "Rad", NULL);
  tvx_chart_add_series (chart, "Antal");
  for (gint64 i = 1; i <= 4; i++)
    tvx_chart_add_row (chart, "Rad", &i);
  return chart;
}

/* A chart and the table with its values below it are on one page, wherever they happen to begin. A chart of the table above,
 * which has a caption of its own, begins a page rather than to leave a third of one empty. */
static void
test_chart_with_table (gconstpointer data)
{
  gboolean table_first = GPOINTER_TO_INT (data);
  guint n_apart = 0, n_moved = 0;

  for (guint n_before = 5; n_before < 40; n_before++)
    {
      g_autoptr (TvxReport) report = new_report ();
      g_autoptr (TvxChart) chart = make_chart (tvx_catalog_get ("sv"));
      g_autoptr (TvxPages) pages = NULL;
      TvxDocNode *root = tvx_report_get_root (report);
      guint n_pages = 0, n_rows = 0, n_figures = 0, first_page = G_MAXUINT;

      for (guint i = 0; i < n_before; i++)
        tvx_doc_add_paragraph (root, "Stycke");
      if (table_first)
        {
          TvxDocNode *table = tvx_doc_add_table (root, "Tabell");

          tvx_doc_table_add_column (table, "Antal", TVX_DOC_ALIGN_NUMBER);
          for (guint i = 0; i < 4; i++)
            tvx_doc_row_add_cell (tvx_doc_table_add_row (table), "1");
          tvx_doc_add_paragraph (root, "Anmärkning");
          tvx_doc_add_chart_of_table (root, chart);
        }
      else
        tvx_doc_add_chart (root, chart);

      pages = lay_out (report);
      for (guint i = 0; i < pages->pages->len; i++)
        {
          GArray *items = get_items (pages, i);
          guint n_rows_before = n_rows, n_figures_before = n_figures;

          for (guint j = 0; j < items->len; j++)
            {
              const TvxItem *item = &g_array_index (items, TvxItem, j);

              n_rows += item->kind == TVX_ITEM_TEXT && item->tag != NULL && item->tag->kind == TVX_TAG_CELL;
              n_figures += item->kind == TVX_ITEM_TARGET && item->tag != NULL && item->tag->kind == TVX_TAG_FIGURE;
            }
          n_pages += n_rows > n_rows_before || n_figures > n_figures_before;
          if (n_rows > n_rows_before && first_page == G_MAXUINT)
            first_page = i;
        }
      g_assert_cmpuint (n_rows, ==, 4);
      g_assert_cmpuint (n_figures, ==, 1);
      n_apart += n_pages > 1;
      n_moved += first_page > 0;
      if (!table_first)
        g_assert_cmpuint (n_pages, ==, 1);
    }
  if (table_first)
    {
      g_assert_cmpuint (n_apart, >, 0);
      g_assert_cmpuint (n_moved, >, n_apart);
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

/* The table of contents stands after a cover, and names the pages that its sections are on. */
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
  g_assert_cmpuint (count_text (pages, 0, "Rubrik"), ==, 0);
  items = get_items (pages, 1);
  for (guint i = 0; i < items->len; i++)
    {
      const TvxItem *item = &g_array_index (items, TvxItem, i);
      TvxPlace *place;
      g_autofree char *number = NULL;

      if (item->kind != TVX_ITEM_TEXT || item->tag == NULL || item->tag->kind != TVX_TAG_LINK || !g_ascii_isdigit (*item->run->text))
        continue;
      place = g_hash_table_lookup (pages->places, GUINT_TO_POINTER (item->tag->target));
      number = g_strdup_printf ("%u", place->page + 1);
      g_assert_cmpstr (item->run->text, ==, number);
      n++;
    }
  g_assert_cmpuint (n, ==, 20);
}

/* What fits on two pages needs neither a cover nor contents; a third page makes it a report. */
static void
test_leaflet (void)
{
  guint last = 0;

  for (guint n = 10; n < 130; n += 5)
    {
      g_autoptr (TvxReport) report = new_report ();
      g_autoptr (TvxPages) pages = NULL;
      TvxDocNode *root = tvx_report_get_root (report);
      TvxDocNode *section;

      tvx_doc_add_contents (root, 1);
      section = tvx_doc_add_section (root, "Rubrik");
      for (guint i = 0; i < n; i++)
        tvx_doc_add_paragraph (section, "Stycke");

      pages = lay_out (report);
      last = pages->pages->len;
      g_assert_cmpuint (count_text (pages, 0, "Rubrik"), ==, last <= 2 ? 1 : 0);
    }
  g_assert_cmpuint (last, >, 3);
}

/* A section that starts a page is the first on it. */
static void
test_chapters (void)
{
  g_autoptr (TvxReport) report = new_report ();
  g_autoptr (TvxPages) pages = NULL;

  for (guint i = 0; i < 3; i++)
    {
      TvxDocNode *section = tvx_doc_add_section (tvx_report_get_root (report), "Rubrik");

      tvx_doc_section_start_page (section);
      tvx_doc_add_paragraph (section, "Stycke");
    }
  pages = lay_out (report);
  g_assert_cmpuint (pages->pages->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (count_text (pages, i, "Rubrik"), ==, i == 0 ? 0 : 1);
}

/* No item of a list is alone at the top or at the foot of a page. */
static void
test_list (void)
{
  for (guint n_before = 20; n_before < 40; n_before++)
    {
      g_autoptr (TvxReport) report = new_report ();
      g_autoptr (TvxPages) pages = NULL;
      TvxDocNode *root = tvx_report_get_root (report);
      TvxDocNode *list;

      for (guint i = 0; i < n_before; i++)
        tvx_doc_add_paragraph (root, "Stycke");
      list = tvx_doc_add_list (root, TVX_DOC_LIST_NUMBERS);
      for (guint i = 0; i < 6; i++)
        tvx_doc_add_item (list, "Punkt");

      pages = lay_out (report);
      for (guint i = 0; i < pages->pages->len; i++)
        g_assert_cmpuint (count_text (pages, i, "Punkt"), !=, 1);
    }
}

/* A caption that only says the heading again is not seen, but the table is named by it. */
static void
test_named_table (void)
{
  g_autoptr (TvxReport) report = new_report ();
  g_autoptr (TvxPages) pages = NULL;
  TvxDocNode *section = tvx_doc_add_section (tvx_report_get_root (report), "Aktörer");
  const char *const captions[] = { "Aktörer", "Annat", "Aktörer" };

  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      TvxDocNode *table = tvx_doc_add_table (section, captions[i]);

      tvx_doc_table_add_column (table, "Namn", TVX_DOC_ALIGN_TEXT);
      tvx_doc_row_add_head (tvx_doc_table_add_row (table), "Regionen");
    }
  pages = lay_out (report);
  /* The heading, and the third table: what it follows is another table. */
  g_assert_cmpuint (count_text (pages, 0, "Aktörer"), ==, 2);
  g_assert_cmpuint (count_text (pages, 0, "Annat"), ==, 1);
}

/* A column that holds a long word gets the room for it, if others can do with less. */
static void
test_long_word (void)
{
  g_autoptr (TvxReport) report = new_report ();
  g_autoptr (TvxPages) pages = NULL;
  TvxDocNode *table = tvx_doc_add_table (tvx_report_get_root (report), "Tabell");
  TvxDocNode *row;

  for (guint i = 0; i < 4; i++)
    tvx_doc_table_add_column (table, "Tal", TVX_DOC_ALIGN_NUMBER);
  row = tvx_doc_table_add_row (table);
  tvx_doc_row_add_head (row, "Kommunförbundsordförandeskapet");
  for (guint i = 0; i < 3; i++)
    tvx_doc_row_add_cell (row, "en text med många korta ord som kan brytas var som helst");
  pages = lay_out (report);
  g_assert_cmpuint (count_text (pages, 0, "Kommunförbundsordförandeskapet"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/layout/breaks", test_breaks);
  g_test_add_func ("/report/layout/table", test_table);
  g_test_add_func ("/report/layout/outer-rows", test_outer_rows);
  g_test_add_data_func ("/report/layout/period", (const char *const[]) { "2016–", "2018" }, test_whole);
  g_test_add_data_func ("/report/layout/hyphen", (const char *const[]) { "e-", "tjänster" }, test_whole);
  g_test_add_func ("/report/layout/short-table", test_short_table);
  g_test_add_data_func ("/report/layout/chart-before-table", GINT_TO_POINTER (FALSE), test_chart_with_table);
  g_test_add_data_func ("/report/layout/chart-after-table", GINT_TO_POINTER (TRUE), test_chart_with_table);
  g_test_add_func ("/report/layout/hostile", test_hostile);
  g_test_add_func ("/report/layout/contents", test_contents);
  g_test_add_func ("/report/layout/leaflet", test_leaflet);
  g_test_add_func ("/report/layout/chapters", test_chapters);
  g_test_add_func ("/report/layout/list", test_list);
  g_test_add_func ("/report/layout/named-table", test_named_table);
  g_test_add_func ("/report/layout/long-word", test_long_word);

  return g_test_run ();
}
