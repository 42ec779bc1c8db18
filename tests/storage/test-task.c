/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tasks go where they came from, and so does their progress. */

#include "storage/tvx-progress-relay.h"
#include "storage/tvx-task.h"

#define N_TASKS 2000

typedef struct
{
  GThread *main;
  guint    n_gone;
  guint    n_elsewhere;
} Count;

static Count count;

static void
gone_cb (gpointer  data,
         GObject  *where_the_object_was)
{
  g_atomic_int_inc (&count.n_gone);
  if (g_thread_self () != count.main)
    g_atomic_int_inc (&count.n_elsewhere);
}

static void
free_data (gpointer data)
{
  g_assert_true (g_thread_self () == count.main);
  g_free (data);
}

static void
answer_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_assert_true (G_IS_OBJECT (source));
  g_assert_true (g_thread_self () != count.main);
  g_assert_cmpstr (task_data, ==, "question");
  g_task_return_pointer (task, g_strdup ("answer"), g_free);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  guint *n_left = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = g_task_propagate_pointer (G_TASK (result), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, "answer");
  (*n_left)--;
}

static void
run_one (void)
{
  guint n_left = 1;
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GTask) task = g_task_new (source, NULL, answered_cb, &n_left);

  g_object_weak_ref (source, gone_cb, NULL);
  g_task_set_task_data (task, g_strdup ("question"), free_data);
  tvx_task_run_in_thread (task, answer_thread);
  g_clear_object (&source);
  g_clear_object (&task);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* With g_task_run_in_thread(), some of so many go in the other thread, which would not tell the main loop either. */
static void
test_goes_where_it_came_from (void)
{
  count = (Count) { .main = g_thread_self () };
  for (guint i = 0; i < N_TASKS; i++)
    run_one ();
  while (g_atomic_int_get (&count.n_gone) < N_TASKS)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count.n_elsewhere, ==, 0);
}

static void
refuse_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "No");
}

static void
refused_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  GError **error = data;

  g_assert_false (g_task_propagate_boolean (G_TASK (result), error));
}

/* What is cancelled says so, whatever the thread has returned. */
static void
test_errors (void)
{
  for (guint cancelled = 0; cancelled <= 1; cancelled++)
    {
      int code = cancelled ? G_IO_ERROR_CANCELLED : G_IO_ERROR_FAILED;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GTask) task = g_task_new (NULL, cancellable, refused_cb, &error);

      if (cancelled)
        g_cancellable_cancel (cancellable);
      tvx_task_run_in_thread (task, refuse_thread);
      while (error == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_error (error, G_IO_ERROR, code);
    }
}

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer data)
{
  guint *n_told = data;

  g_assert_true (g_thread_self () == count.main);
  g_assert_cmpuint (n_done, ==, 2);
  g_assert_cmpuint (n_total, ==, 3);
  (*n_told)++;
}

static gpointer
tell_thread (gpointer relay)
{
  tvx_progress_relay_tell (1, 3, relay);
  tvx_progress_relay_tell (2, 3, relay);
  return NULL;
}

/* Nobody iterates the main context while the thread tells, so that the thread could do it itself. */
static void
test_progress (void)
{
  guint n_told = 0;
  TvxProgressRelay *relay = tvx_progress_relay_new (progress_cb, &n_told, NULL);

  count.main = g_thread_self ();
  g_thread_join (g_thread_new ("tell", tell_thread, relay));
  g_assert_cmpuint (n_told, ==, 0);
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_told, ==, 1);
  tvx_progress_relay_close (relay);
  tvx_progress_relay_unref (relay);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task/goes-where-it-came-from", test_goes_where_it_came_from);
  g_test_add_func ("/task/errors", test_errors);
  g_test_add_func ("/task/progress", test_progress);
  return g_test_run ();
}
