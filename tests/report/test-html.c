/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <string.h>

#include "report-fixture.h"
#include "report/tvx-html-writer.h"

static char *
write_html (TvxReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_html_write (report, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

static void
assert_holds (const char *html,
              const char *part)
{
  if (strstr (html, part) == NULL)
    g_error ("The HTML does not hold: %s", part);
}

/* Makes the HTML good XML (it has only three void elements) and lets xmllint read it. */
static void
assert_well_formed (const char *html)
{
  g_autoptr (GRegex) voids = g_regex_new ("<(meta|br)((?:[^>\"]|\"[^\"]*\")*)>", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *messages = NULL;

  closed = g_regex_replace (voids, html, -1, 0, "<\\1\\2/>", 0, &error);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, "xmllint", "--huge",
                              "--nonet", "--noout", "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, closed, NULL, NULL, &messages, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (messages, ==, "");
  g_assert_true (g_subprocess_get_successful (process));
}

static void
test_sample (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autofree char *html = write_html (report);

  assert_well_formed (html);
  assert_holds (html, "<html lang=\"sv\">");
  assert_holds (html, "<a class=\"skip\" href=\"#main\">Hoppa till innehållet</a>");
  assert_holds (html, "<main id=\"main\">");
  assert_holds (html, "<h1>Jämställd tillväxt Stockholm</h1>");
  assert_holds (html, "<nav class=\"contents\"");
  assert_holds (html, "<span lang=\"en\">gender equality plus</span>");
  assert_holds (html, "<th scope=\"col\" colspan=\"2\" class=\"group\">Deltagare</th>");
  assert_holds (html, "<th scope=\"row\">Period</th><td><span class=\"whole\">2016–2018</span></td>");
  assert_holds (html, "<td class=\"number\">1\302\240204</td>");
  assert_holds (html, "<svg role=\"img\"");
  g_assert_cmpuint (count (html, "<h1"), ==, 1);
  /* Tables and charts scroll where they are too wide, each named by its caption. */
  g_assert_cmpuint (count (html, "<caption") + count (html, "<figcaption"), ==, count (html, "<div class=\"scroll\""));
  g_assert_cmpuint (count (html, "<script"), ==, 0);
  g_assert_cmpuint (count (html, "src="), ==, 0);
}

static void
test_hostile (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_hostile ();
  g_autofree char *html = write_html (report);

  assert_well_formed (html);
  g_assert_cmpuint (count (html, "<script"), ==, 0);
  g_assert_cmpuint (count (html, "href=\"javascript"), ==, 0);
  assert_holds (html, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;single&#39;");
}

/* Every link leads to an element that is there. */
static void
test_targets (void)
{
  g_autoptr (TvxReport) report = report_fixture_new_sample ();
  g_autofree char *html = write_html (report);
  guint n = 0;

  for (const char *p = html; (p = strstr (p, "href=\"#")) != NULL; p++)
    {
      g_autofree char *id = g_strndup (p + 7, strcspn (p + 7, "\""));
      g_autofree char *attribute = g_strdup_printf (" id=\"%s\"", id);

      g_assert_cmpuint (count (html, attribute), ==, 1);
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

int
main (int   argc,
      char *argv[])
{
  /* With two arguments it writes a file to look at. */
  if (argc == 3)
    {
      g_autoptr (TvxReport) report = g_str_equal (argv[1], "hostile") ? report_fixture_new_hostile () : report_fixture_new_sample ();
      g_autofree char *html = write_html (report);

      return g_file_set_contents (argv[2], html, -1, NULL) ? 0 : 1;
    }

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/html/sample", test_sample);
  g_test_add_func ("/report/html/hostile", test_hostile);
  g_test_add_func ("/report/html/targets", test_targets);

  return g_test_run ();
}
