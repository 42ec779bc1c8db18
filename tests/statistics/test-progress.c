/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever waits for a protection sees it get on, and can stop it at any time: from then on, no more is done. */

#include "instances.h"
#include "random-publication.h"
#include "statistics/tvx-protect.h"

typedef struct
{
  GCancellable *cancellable;
  double        until;       /* how far the work may come */
  double first, last; /* how far it has come when it first told, and last */
  guint         n_told;
} Patience;

static void
lose_patience (double   fraction,
               gpointer data)
{
  Patience *patience = data;

  g_assert_cmpfloat (fraction, >=, patience->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_false (g_cancellable_is_cancelled (patience->cancellable));
  if (patience->n_told++ == 0)
    patience->first = fraction;
  patience->last = fraction;
  if (fraction >= patience->until)
    g_cancellable_cancel (patience->cancellable);
}

static TvxPublication *
publish_one (void)
{
  g_autoptr (TvxCountTable) table = instance_plain ((guint[]) { 2, 7, 3 }, 3, 200, 1);
  TvxPublication *publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  return publication;
}

static TvxPublication *
publish_projects (void)
{
  g_autoptr (TvxCountTable) table = instance_projects (12, 3, 1);
  TvxPublication *publication = tvx_publication_new ();

  tvx_publication_add_table (publication, table);
  tvx_publication_add_insider (publication, "project");
  return publication;
}

/* A table for each project, and their sums. */
static TvxPublication *
publish_reports (void)
{
  const RandomShape shape = { .n_axes = 3, .zeros = TVX_ZEROS_MAYBE, .n_projects = 6, .reports = TRUE, .insiders = TRUE };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  RandomContents contents = { 0 };
  TvxPublication *publication = random_publication (random, &shape, &contents);

  g_assert_cmpuint (contents.n_tables, ==, 7);
  tvx_publication_add_insider (publication, "project");
  return publication;
}

typedef TvxPublication *(*Publish) (void);

static TvxProtection *
protect_until (Publish    publish,
               double     until,
               Patience  *patience,
               GError   **error)
{
  g_autoptr (TvxPublication) publication = publish ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TvxProtectOptions options = TVX_PROTECT_OPTIONS_INIT;

  *patience = (Patience) { .cancellable = cancellable, .until = until };
  options.n_rounds = 3;
  options.progress = lose_patience;
  options.progress_data = patience;
  return tvx_protect (publication, &options, cancellable, error);
}

/* In the first answer, and in the rounds that better it. How soon it stops is told in work, not in time: what is done from
 * one word of progress to the next is a small part of the whole. */
static void
test_cancel (gconstpointer data)
{
  static const double untils[] = { 0, 0.05, 0.1, 0.2, 0.5, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (untils); i++)
    {
      g_autoptr (GError) error = NULL;
      Patience patience;

      g_assert_null (protect_until ((Publish) data, untils[i], &patience, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (patience.last, >=, untils[i]);
      g_assert_cmpfloat (patience.last, <, untils[i] + 0.1);
    }
}

static void
test_cancelled_before (gconstpointer data)
{
  g_autoptr (TvxPublication) publication = ((Publish) data) ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tvx_protect (publication, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_progress (gconstpointer data)
{
  g_autoptr (TvxProtection) protection = NULL;
  g_autoptr (GError) error = NULL;
  Patience patience;

  protection = protect_until ((Publish) data, 2, &patience, &error);
  g_assert_no_error (error);
  g_test_message ("told %u times, from %.3f to %.3f", patience.n_told, patience.first, patience.last);
  g_assert_cmpuint (patience.n_told, >, 100);
  g_assert_cmpfloat (patience.first, <, 0.02);
  g_assert_cmpfloat (patience.last, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    Publish     publish;
  } kinds[] = { { "one", publish_one }, { "projects", publish_projects }, { "reports", publish_reports } };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *progress = g_strdup_printf ("/progress/told/%s", kinds[i].name);
      g_autofree char *cancel = g_strdup_printf ("/progress/cancel/%s", kinds[i].name);
      g_autofree char *before = g_strdup_printf ("/progress/cancelled-before/%s", kinds[i].name);

      g_test_add_data_func (progress, (gconstpointer) kinds[i].publish, test_progress);
      g_test_add_data_func (cancel, (gconstpointer) kinds[i].publish, test_cancel);
      g_test_add_data_func (before, (gconstpointer) kinds[i].publish, test_cancelled_before);
    }

  return g_test_run ();
}
