/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-fixture.h"

static TvxDrawing *
new_chart (void)
{
  static const double values[] = { 62, 48, 71, 55 };
  static const char *const labels[] = { "2016", "2017", "2018", "2019" };
  TvxDrawing *drawing = tvx_drawing_new (440, 150);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double x = 40 + i * 100;

      tvx_drawing_add_rectangle (drawing, x, 125 - values[i], 56, values[i], 0x1F5A7A);
      tvx_drawing_add_text (drawing, x + 28, 118 - values[i], TVX_ANCHOR_MIDDLE, 9, TRUE, 0x1B2733, labels[i]);
    }
  tvx_drawing_add_line (drawing, 20, 125, 430, 125, 0.75, 0x44525E);
  tvx_drawing_add_polygon (drawing, (TvxPoint[]) { { 430, 122 }, { 436, 125 }, { 430, 128 } }, 3, 0x44525E);
  return drawing;
}

static void
add_goals (TvxDocNode *section)
{
  static const struct
  {
    const char *goal;
    const char *women;
    const char *men;
    const char *state;
  } rows[] = {
    { "Fler kvinnor får del av företagsstöd", "412", "388", "Nås" },
    { "Kortare väg från utbildning till arbete i hela länet", "1\302\240204", "1\302\240310", "Nås delvis" },
    { "Metoder för könsuppdelad statistik", "96", "58", "Ej bedömt" },
  };
  TvxDocNode *table = tvx_doc_add_table (section, "Mål och deltagare, efter kön");
  TvxDocNode *row;

  tvx_doc_table_add_column (table, NULL, TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, NULL, TVX_DOC_ALIGN_NUMBER);
  tvx_doc_table_add_column (table, NULL, TVX_DOC_ALIGN_NUMBER);
  tvx_doc_table_add_column (table, NULL, TVX_DOC_ALIGN_TEXT);
  row = tvx_doc_table_add_head_row (table);
  tvx_doc_cell_set_span (tvx_doc_row_add_cell (row, "Mål"), 1, 2);
  tvx_doc_cell_set_span (tvx_doc_row_add_cell (row, "Deltagare"), 2, 1);
  tvx_doc_cell_set_span (tvx_doc_row_add_cell (row, "Bedömning"), 1, 2);
  row = tvx_doc_table_add_head_row (table);
  tvx_doc_row_add_cell (row, "Kvinnor");
  tvx_doc_row_add_cell (row, "Män");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      row = tvx_doc_table_add_row (table);
      tvx_doc_row_add_head (row, rows[i].goal);
      tvx_doc_row_add_cell (row, rows[i].women);
      tvx_doc_row_add_cell (row, rows[i].men);
      tvx_doc_row_add_cell (row, rows[i].state);
    }
}

static void
add_money (TvxDocNode *section)
{
  TvxDocNode *table = tvx_doc_add_table (section, "Finansiering per år");
  TvxDocNode *row;

  tvx_doc_table_add_column (table, "År", TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, "Finansiär", TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, "Belopp", TVX_DOC_ALIGN_NUMBER);
  for (guint year = 2000; year < 2040; year++)
    {
      g_autofree char *text = g_strdup_printf ("%u", year);

      row = tvx_doc_table_add_row (table);
      if (year % 2 == 0)
        tvx_doc_cell_set_span (tvx_doc_row_add_head (row, text), 1, 2);
      tvx_doc_row_add_cell (row, year % 2 == 0 ? "Svenska ESF-rådet" : "Region Stockholm");
      tvx_doc_row_add_cell (row, "1\302\240250\302\240000\302\240kr");
    }
}

/* A report with every kind of node in it. */
TvxReport *
report_fixture_new_sample (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 ("2019-01-01T08:00:00Z", NULL);
  static const char text[] = "{\n  \"title\": \"Jämställd tillväxt\"\n}\n";
  g_autoptr (GBytes) json = g_bytes_new_static (text, sizeof text - 1);
  TvxReport *report = tvx_report_new ("sv", "Jämställd tillväxt Stockholm", date);
  TvxDocNode *root = tvx_report_get_root (report);
  TvxDocNode *section;
  TvxDocNode *part;
  TvxDocNode *node;

  tvx_report_set_authority (report, "Länsstyrelsen i Stockholms län");
  tvx_report_set_subtitle (report, "Projektrapport 2016–2018");
  tvx_report_set_subject (report, "Lägesrapport för uppdraget Jämställd tillväxt Stockholm.");
  tvx_report_set_status (report, "Utkast");
  tvx_report_add_attachment (report, "project.json", "application/json", "Projektets uppgifter som JSON", json);

  node = tvx_doc_add_notice (root, TVX_DOC_NOTICE_IMPORTANT, "Nytt ansvar");
  node = tvx_doc_add_paragraph (node, "Observera att ");
  tvx_doc_add_link (node, "https://www.regionstockholm.se/", "Region Stockholm");
  tvx_doc_add_text (node, " har övertagit ansvaret för detta projekt den 1 januari 2019.");
  tvx_doc_add_contents (root, 2);

  section = tvx_doc_add_section (root, "Sammanfattning");
  tvx_doc_add_paragraphs (section, "Målet med uppdraget är att kvinnor och män ska ha samma förutsättningar att nå "
                                   "inflytande i det regionala tillväxtarbetet och få tillgång till tillväxtresurser.\n"
                                   "\n"
                                   "Diarienummer: 801-1234-2016\nÄrende-id: Ä 2016 001579");
  node = tvx_doc_add_paragraph (section, "Det finns ");
  tvx_doc_add_strong (node, "fler skillnader än kön");
  tvx_doc_add_text (node, " som påverkar. Vi kallar det för ");
  tvx_doc_add_emphasis (node, "J+");
  tvx_doc_add_text (node, ", på engelska ");
  tvx_doc_add_span (node, "en", "gender equality plus");
  tvx_doc_add_text (node, ".");
  node = tvx_doc_add_list (section, TVX_DOC_LIST_BULLETS);
  tvx_doc_add_item (node, "Att systematiskt integrera jämställdhet och jämlikhet i vårt eget arbete.");
  part = tvx_doc_add_item (node, "Att ta fram mer nyanserad statistik:");
  part = tvx_doc_add_list (part, TVX_DOC_LIST_NUMBERS);
  tvx_doc_add_item (part, "om arbetsmarknaden,");
  tvx_doc_add_item (part, "om utbildningsval.");
  tvx_doc_add_item (node, "Att utveckla metoder och modeller.");

  section = tvx_doc_add_section (root, "Uppgifter om projektet");
  node = tvx_doc_add_facts (section);
  tvx_doc_add_fact (node, "Period", "2016–2018");
  tvx_doc_add_fact (node, "Finansiär", "Tillväxtverket");
  part = tvx_doc_add_fact (node, "Webbplats", NULL);
  tvx_doc_add_link (part, "https://www.lansstyrelsen.se/stockholm", NULL);
  part = tvx_doc_add_fact (node, "Kontakt", "Projektledare");
  tvx_doc_add_break (part);
  tvx_doc_add_link (part, "mailto:stockholm@example.org", "stockholm@example.org");
  node = tvx_doc_add_notice (section, TVX_DOC_NOTICE_INFO, "EU-medel");
  tvx_doc_add_paragraph (node, "Projektet medfinansieras av Europeiska unionen.");
  node = tvx_doc_add_notice (section, TVX_DOC_NOTICE_WARNING, "Kvar att göra");
  node = tvx_doc_add_list (node, TVX_DOC_LIST_BULLETS);
  tvx_doc_add_item (node, "Slutrapporten saknas.");

  part = tvx_doc_add_section (section, "Finansiering");
  add_money (part);

  section = tvx_doc_add_section (root, "Mål");
  add_goals (section);
  part = tvx_doc_add_figure (section, "Deltagare per år", "Antalet deltagare var 62, 48, 71 och 55 åren 2016 till 2019.",
                             new_chart ());
  node = tvx_doc_add_paragraph (section, NULL);
  tvx_doc_add_reference (node, part, "Diagrammet");
  tvx_doc_add_text (node, " visar deltagarna. Hur de har räknats står i ");
  /* Breaks over lines and is one link all the same. */
  tvx_doc_add_link (node, "https://example.org/metod", "vägledningen om hur deltagare räknas efter kön, ålder och bakgrund i projekt för regional tillväxt");
  tvx_doc_add_text (node, ".");
  node = tvx_doc_add_section (section, "Summary in English");
  tvx_doc_node_set_language (node, "en");
  tvx_doc_add_paragraph (node, "Women and men shall have the same opportunities.");

  return report;
}

/* Text that a careless writer breaks on. */
static const char *const hostile_texts[] = {
  "<script>alert(1)</script> & \"quotes\" 'single' ]]> --> </title>",
  "(paren) )unbalanced( \\ backslash \\n \\) %% %s %n",
  "\360\237\230\200 \360\237\221\251\342\200\215\360\237\222\273 \360\237\207\270\360\237\207\252 emoji",
  "\331\205\330\261\330\255\330\250\330\247 \330\250\330\247\331\204\330\271\330\247\331\204\331\205 Arabic",
  "\327\251\327\234\327\225\327\235 \327\242\327\225\327\234\327\235 (Hebrew) 123",
  "a\314\212a\314\210o\314\210 z\314\201\314\202\314\203\314\204\314\205 combining",
  "\001\002\033\177\302\205 control",
  "\356\200\200\363\260\200\200 private, \357\277\276\357\267\220 noncharacters",
  "\355\240\200 surrogate, \377\376 bytes",
  "\344\270\255\346\226\207 \346\227\245\346\234\254\350\252\236 CJK, \340\270\240\340\270\262\340\270\251\340\270\262 Thai",
  "\342\200\256override\342\200\254 \302\255soft\302\255hyphen\302\255 \342\200\213zero width",
  "ffi fl ffl \357\254\201 ligatures, \305\277 long s, \341\272\236",
};

TvxReport *
report_fixture_new_hostile (void)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 ("2019-01-01T08:00:00Z", NULL);
  g_autofree char *word = g_strnfill (100000, 'w');
  TvxReport *report = tvx_report_new ("sv", hostile_texts[0], date);
  TvxDocNode *root = tvx_report_get_root (report);
  TvxDocNode *section;
  TvxDocNode *table;
  TvxDocNode *row;

  tvx_report_set_authority (report, hostile_texts[1]);
  tvx_report_set_subtitle (report, hostile_texts[2]);
  tvx_report_set_subject (report, hostile_texts[3]);
  tvx_report_set_status (report, hostile_texts[4]);
  tvx_doc_add_contents (root, 2);

  for (guint i = 0; i < G_N_ELEMENTS (hostile_texts); i++)
    {
      const char *text = hostile_texts[i];
      TvxDrawing *drawing = tvx_drawing_new (300, 30);
      TvxDocNode *node;

      section = tvx_doc_add_section (root, text);
      node = tvx_doc_add_notice (section, TVX_DOC_NOTICE_WARNING, text);
      tvx_doc_add_paragraphs (node, text);
      node = tvx_doc_add_list (section, TVX_DOC_LIST_BULLETS);
      tvx_doc_add_item (node, text);
      node = tvx_doc_add_facts (section);
      tvx_doc_add_fact (node, text, text);
      node = tvx_doc_add_table (section, text);
      tvx_doc_table_add_column (node, text, TVX_DOC_ALIGN_TEXT);
      tvx_doc_table_add_column (node, text, TVX_DOC_ALIGN_NUMBER);
      node = tvx_doc_table_add_row (node);
      tvx_doc_row_add_head (node, text);
      tvx_doc_row_add_cell (node, text);
      tvx_drawing_add_text (drawing, 10, 20, TVX_ANCHOR_START, 10, FALSE, 0, text);
      tvx_doc_add_figure (section, text, text, drawing);
      node = tvx_doc_add_paragraph (section, NULL);
      tvx_doc_add_link (node, "https://example.org/?a=1&b=%22(<>)\\", text);
      tvx_doc_add_link (node, "javascript:alert(1)", text);
      tvx_doc_add_span (node, "en", text);
    }

  section = tvx_doc_add_section (root, "Ord");
  tvx_doc_add_paragraph (section, word);
  table = tvx_doc_add_table (section, "Ord");
  tvx_doc_table_add_column (table, "Ett", TVX_DOC_ALIGN_TEXT);
  tvx_doc_table_add_column (table, "Två", TVX_DOC_ALIGN_TEXT);
  row = tvx_doc_table_add_row (table);
  tvx_doc_row_add_cell (row, word);
  tvx_doc_row_add_cell (row, "kort");
  return report;
}
