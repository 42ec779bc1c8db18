/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The story of 1 January 2019 in two windows: the county board hands three projects over to the region, and gets a receipt. */

#include <glib/gstdio.h>
#include <string.h>

#include "model/tvx-handover.h"
#include "ui-dialog.h"
#include "ui-util.h"
#include "ui/form/tvx-record-row.h"
#include "ui/form/tvx-text-row.h"
#include "ui/handover/tvx-handover-board.h"
#include "ui/handover/tvx-outcome.h"
#include "ui/project/tvx-project-page.h"
#include "ui/tvx-opener.h"

static const char *const projects[] = { "Kompetensarena Stockholm", "Jämställd tillväxt Stockholm", "Innovationskraft Sthlm" };

/* ---- The registers */

typedef struct
{
  WindowFixture  sender;
  WindowFixture  receiver;
  char          *package;
  char          *receipt;
} Fixture;

static void
type_in (GtkWidget  *root,
         const char *title,
         const char *text)
{
  GtkWidget *row = window_fixture_wait_for (root, "title", title);

  tvx_text_row_set_text (TVX_TEXT_ROW (row), text);
  tvx_field_row_flush (TVX_FIELD_ROW (row));
}

static void
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *widget = window_fixture_wait_for (root, "label", label);

  ui_press (GTK_IS_BUTTON (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON));
}

/* A register of the region, which nobody has written in. */
static void
create_receiver (WindowFixture *fixture)
{
  GtkWidget *dialog;

  window_fixture_set_up_empty (fixture, NULL);
  ui_delete_folder (fixture->folder);
  window_fixture_activate (fixture, "win.new-register");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
  type_in (dialog, "Title", "Regionala projekt");
  type_in (dialog, "Authority", "Region Stockholm");
  adw_combo_row_set_selected (ADW_COMBO_ROW (window_fixture_wait_for (dialog, "title", "County")), 1);
  g_set_str (&ui_dialog_answer, g_file_peek_path (fixture->folder));
  press (dialog, "C_hoose…");
  window_fixture_wait_for (dialog, "subtitle", g_file_peek_path (fixture->folder));
  press (dialog, "C_reate");
  window_fixture_wait_for (GTK_WIDGET (fixture->window), "title", "Regionala projekt");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  window_fixture_set_up_empty (&fixture->sender, NULL);
  window_fixture_forget (fixture->sender.folder, "handover"); /* as it was before its projects were handed over */
  window_fixture_open (&fixture->sender);
  create_receiver (&fixture->receiver);
  fixture->package = g_build_filename (g_file_peek_path (fixture->sender.folder), "paket.zip", NULL);
  fixture->receipt = g_build_filename (g_file_peek_path (fixture->sender.folder), "kvitto.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  window_fixture_tear_down (&fixture->sender, NULL);
  window_fixture_tear_down (&fixture->receiver, NULL);
  g_free (fixture->package);
  g_free (fixture->receipt);
}

static guint
count_in_state (WindowFixture *fixture,
                const char    *state)
{
  GListModel *summaries = tvx_workspace_get_summaries (tvx_window_get_workspace (fixture->window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);
      GVariant *value = tvx_summary_get_value (summary, "handover.state");

      n += g_str_equal (value != NULL ? g_variant_get_string (value, NULL) : "not_applicable", state);
    }
  return n;
}

typedef struct
{
  WindowFixture *fixture;
  const char    *state;
} Awaited;

static gboolean
all_are_in_state (gpointer data)
{
  Awaited *awaited = data;

  return count_in_state (awaited->fixture, awaited->state) == G_N_ELEMENTS (projects);
}

static void
wait_for_state (WindowFixture *fixture,
                const char    *state)
{
  Awaited awaited = { fixture, state };

  ui_wait (all_are_in_state, &awaited);
  ui_settle (GTK_WIDGET (fixture->window));
}

/* ---- The board */

static GtkWidget *
show_board (WindowFixture *fixture)
{
  GtkWidget *board = ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_HANDOVER_BOARD);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "board"));
  ui_settle (GTK_WIDGET (fixture->window));
  return board;
}

/* Presses the button of a column, which is beside the name of the state, and gets the dialog. */
static GtkWidget *
press_in_column (WindowFixture *fixture,
                 const char    *state,
                 const char    *tooltip)
{
  GtkWidget *heading = gtk_widget_get_parent (ui_find_property (show_board (fixture), "label", state));

  ui_press (ui_find_property (heading, "tooltip-text", tooltip));
  return GTK_WIDGET (window_fixture_wait_for_dialog (fixture));
}

static gboolean
is_sensitive (gpointer widget)
{
  return gtk_widget_is_sensitive (widget);
}

static void
go_on (GtkWidget *dialog)
{
  GtkWidget *button = window_fixture_wait_for (dialog, "label", "_Continue");

  ui_wait (is_sensitive, button);
  ui_press (button);
}

static GtkWidget *
begin_step (WindowFixture *fixture,
            const char    *state)
{
  GtkWidget *dialog = press_in_column (fixture, state, "Hand Over These Together…");

  go_on (dialog);
  return dialog;
}

static void
take_step (WindowFixture *fixture,
           GtkWidget     *dialog,
           const char    *state)
{
  press (dialog, "_Take the Step for 3 of 3");
  wait_for_state (fixture, state);
}

typedef struct
{
  GtkWidget  *root;
  const char *text;
} Said;

static gboolean
mentions (GtkWidget *widget,
          gpointer   data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

static gboolean
is_said (gpointer data)
{
  Said *said = data;

  return ui_find (said->root, mentions, (gpointer) said->text) != NULL;
}

/* Rows of lists are there when they are laid out. */
static void
wait_for_text (GtkWidget  *root,
               const char *text)
{
  Said said = { root, text };

  ui_wait (is_said, &said);
}

/* ---- The project */

static TvxProjectPage *
show_view (WindowFixture *fixture,
           const char    *project,
           const char    *view)
{
  TvxProjectPage *page = TVX_PROJECT_PAGE (ui_find_type (GTK_WIDGET (fixture->window), TVX_TYPE_PROJECT_PAGE));

  window_fixture_open_project (fixture, project);
  tvx_project_page_show_view (page, view);
  ui_settle (GTK_WIDGET (page));
  return page;
}

static gboolean
is_open_item (GtkWidget *widget,
              gpointer   data)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) &&
         gtk_widget_get_ancestor (widget, TVX_TYPE_RECORD_ROW) != NULL;
}

static void
answer_checklist (WindowFixture *fixture,
                  const char    *project)
{
  GtkWidget *page = GTK_WIDGET (show_view (fixture, project, "handover"));
  GtkWidget *item;

  g_assert_nonnull (ui_find (page, is_open_item, NULL));
  while ((item = ui_find (page, is_open_item, NULL)) != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (item), TRUE);
}

/* What becomes of each document. */
static void
answer_documents (WindowFixture *fixture,
                  const char    *project)
{
  TvxProjectPage *page = show_view (fixture, project, "documents");
  GListModel *documents = tvx_record_get_list (TVX_RECORD (window_fixture_get_project (fixture)), "documents");
  guint n = g_list_model_get_n_items (documents);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("documents[%u].transfer", i);
      GtkWidget *focus;

      g_assert_true (tvx_project_page_focus_field (page, path));
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_ancestor (focus, ADW_TYPE_COMBO_ROW)), 2);
    }
}

static void
assert_notice (WindowFixture *fixture,
               const char    *project)
{
  g_autofree char *text = NULL;

  show_view (fixture, project, "overview");
  wait_for_text (GTK_WIDGET (fixture->window), "Please note that Region Stockholm has taken over responsibility for this project");
  text = ui_dialog_export (fixture, "rapport.html", 0, 0, 1);
  g_assert_nonnull (strstr (text, project));
  g_assert_nonnull (strstr (text, "Observera att <a href=\"https://example.org/region\">Region Stockholm</a> har övertagit ansvaret för detta projekt"));
  g_assert_null (strstr (text, "Handläggare B"));
}

/* ---- The story */

/* Everything until the projects can be packed: the officers are told what lacks, and mend it. */
static void
prepare (WindowFixture *fixture)
{
  GtkWidget *dialog = begin_step (fixture, "Not begun");

  take_step (fixture, dialog, "identified");

  dialog = begin_step (fixture, "Identified");
  g_assert_false (gtk_widget_is_sensitive (window_fixture_wait_for (dialog, "label", "_Take the Step for 0 of 3")));
  wait_for_text (dialog, "“Taken over by” is not filled in.");
  window_fixture_close_dialog (fixture);
  dialog = press_in_column (fixture, "Identified", "Hand Over These Together…");
  type_in (dialog, "Taken over by", "Region Stockholm");
  type_in (dialog, "Legal basis", "Prop. 2017/18:206");
  type_in (dialog, "Date of decision", "2018-06-19");
  type_in (dialog, "Takes effect on", "2019-01");
  go_on (dialog);
  take_step (fixture, dialog, "in_preparation");

  dialog = begin_step (fixture, "In preparation");
  wait_for_text (dialog, "“Registration number of the decision” is not filled in.");
  window_fixture_close_dialog (fixture);
  dialog = press_in_column (fixture, "In preparation", "Hand Over These Together…");
  type_in (dialog, "Registration number of the decision", "101-1-2018");
  type_in (dialog, "Web address of the receiver", "https://example.org/region");
  go_on (dialog);
  take_step (fixture, dialog, "decided");

  dialog = begin_step (fixture, "Decided");
  g_assert_false (gtk_widget_is_sensitive (window_fixture_wait_for (dialog, "label", "_Take the Step for 0 of 3")));
  wait_for_text (dialog, "The day on which the handover takes effect must be known");
  wait_for_text (dialog, "The checklist is not complete");
  window_fixture_close_dialog (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      answer_checklist (fixture, projects[i]);
      answer_documents (fixture, projects[i]);
    }

  /* Nothing is handed over yet, so there is nothing to pack. */
  window_fixture_activate (fixture, "win.package");
  window_fixture_wait_for (GTK_WIDGET (window_fixture_wait_for_dialog (fixture)), "title", "Nothing to Pack");
  window_fixture_close_dialog (fixture);

  dialog = press_in_column (fixture, "Decided", "Hand Over These Together…");
  type_in (dialog, "Takes effect on", "2019-01-01");
  go_on (dialog);
  take_step (fixture, dialog, "handed_over");
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
pack (Fixture   *fixture,
      GtkWidget *dialog)
{
  GtkWidget *button = window_fixture_wait_for (dialog, "label", "_Pack 3 of 3…");

  ui_assert_names (dialog);
  g_assert_cmpint (ui_min_width (dialog), <=, 360);
  g_set_str (&ui_dialog_answer, fixture->package);
  ui_press (button);
  window_fixture_wait_for (GTK_WIDGET (fixture->sender.window), "label", "_Show in Folder");
  g_assert_true (is_written (fixture->package));
  g_assert_cmpstr (ui_dialog_proposed, ==, "Handover to Region Stockholm.zip");
}

static GtkWidget *
open_package (Fixture *fixture)
{
  g_set_str (&ui_dialog_answer, fixture->package);
  window_fixture_activate (&fixture->receiver, "win.receive");
  return GTK_WIDGET (window_fixture_wait_for_dialog (&fixture->receiver));
}

static void
receive (Fixture *fixture)
{
  GtkWidget *dialog = open_package (fixture);

  window_fixture_wait_for (dialog, "label", "_Receive 3 Projects…");
  ui_assert_names (dialog);
  g_assert_cmpint (ui_min_width (dialog), <=, 360);
  wait_for_text (dialog, "New · 0 documents");
  g_assert_nonnull (ui_find_property (dialog, "subtitle", "Region Stockholm"));
  /* The preview touches nothing. */
  g_assert_cmpuint (window_fixture_count_listed (&fixture->receiver), ==, 0);
  press (dialog, "_Receive 3 Projects…");
  window_fixture_wait_for (dialog, "title", "Registration number of the receiver");
  ui_assert_names (dialog);
  press (dialog, "_Take Over");
  window_fixture_wait_for (dialog, "title", "“Registration number of the receiver” must be filled in.");
  type_in (dialog, "Registration number of the receiver", "RS 2019-0001");
  type_in (dialog, "Responsible at the receiver", "Handläggare B");
  press (dialog, "_Take Over");
  window_fixture_wait_for (dialog, "title", "3 Projects Received");
  ui_assert_names (dialog);
  wait_for_state (&fixture->receiver, "received");
  g_set_str (&ui_dialog_answer, fixture->receipt);
  press (dialog, "_Save Receipt…");
  window_fixture_wait_for (GTK_WIDGET (fixture->receiver.window), "label", "_Show in Folder");
  g_assert_true (is_written (fixture->receipt));
  g_assert_cmpstr (ui_dialog_proposed, ==, "Receipt to Länsstyrelsen Stockholm.json");
}

/* Receiving again takes nothing over, and gives the receipt anew. */
static void
receive_again (Fixture *fixture)
{
  GtkWidget *dialog = open_package (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  window_fixture_wait_for (dialog, "label", "_Save Receipt…");
  wait_for_text (dialog, "Already there · 0 documents");
  g_assert_true (g_file_get_contents (fixture->receipt, &before, NULL, NULL));
  g_remove (fixture->receipt);
  g_set_str (&ui_dialog_answer, fixture->receipt);
  press (dialog, "_Save Receipt…");
  ui_wait (is_written, fixture->receipt);
  g_assert_true (g_file_get_contents (fixture->receipt, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

static void
record_receipt (Fixture    *fixture,
                const char *summary)
{
  GtkWidget *dialog;

  g_set_str (&ui_dialog_answer, fixture->receipt);
  window_fixture_activate (&fixture->sender, "win.record-receipt");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (&fixture->sender));
  window_fixture_wait_for (dialog, "label", summary);
  ui_assert_names (dialog);
  g_assert_cmpint (ui_min_width (dialog), <=, 360);
  window_fixture_close_dialog (&fixture->sender);
}

static void
test_story (Fixture       *fixture,
            gconstpointer  data)
{
  prepare (&fixture->sender);
  pack (fixture, press_in_column (&fixture->sender, "Handed over", "Package for the Receiver…"));
  receive (fixture);
  receive_again (fixture);

  g_assert_cmpuint (count_in_state (&fixture->sender, "handed_over"), ==, 3);
  record_receipt (fixture, "Receipt from “Region Stockholm”: 3 of 3 handovers are now completed.");
  wait_for_state (&fixture->sender, "completed");
  record_receipt (fixture, "Receipt from “Region Stockholm”: 0 of 3 handovers are now completed.");
  take_step (&fixture->receiver, begin_step (&fixture->receiver, "Received"), "completed");

  /* Both sides tell who answers for the projects now. */
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      assert_notice (&fixture->sender, projects[i]);
      assert_notice (&fixture->receiver, projects[i]);
    }
}

/* What is not handed over cannot be packed, and says why. */
static void
test_blocked (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *summaries = tvx_workspace_get_summaries (tvx_window_get_workspace (fixture->sender.window));
  g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, 0);

  g_strv_builder_add (builder, tvx_summary_get_id (summary));
  ids = g_strv_builder_end (builder);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->sender.window), "win.package-projects", "^as", ids));
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (&fixture->sender));
  g_assert_false (gtk_widget_is_sensitive (window_fixture_wait_for (dialog, "label", "_Pack 0 of 1…")));
  wait_for_text (dialog, "Its handover status is “Not applicable”");
  window_fixture_close_dialog (&fixture->sender);
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_is_focus (widget);
}

/* In a narrow window, too, Enter packs what is ready. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;

  gtk_window_set_default_size (GTK_WINDOW (fixture->sender.window), 360, 640);
  ui_settle (GTK_WIDGET (fixture->sender.window));
  prepare (&fixture->sender);
  window_fixture_activate (&fixture->sender, "win.package");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (&fixture->sender));
  ui_wait (has_focus, gtk_widget_get_ancestor (window_fixture_wait_for (dialog, "label", "_Pack 3 of 3…"), GTK_TYPE_BUTTON));
  window_fixture_close_dialog (&fixture->sender);
}

static gboolean
some_window_refuses (gpointer data)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ())); l != NULL; l = l->next)
    {
      AdwDialog *dialog = adw_application_window_get_visible_dialog (l->data);

      if (dialog == NULL || ui_find_property (GTK_WIDGET (dialog), "title", "The Package Was Not Received") == NULL)
        continue;
      adw_dialog_force_close (dialog);
      return TRUE;
    }
  return FALSE;
}

/* What is no package is refused with the reason, and leaves nothing behind. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (fixture->package, "PK\003\004", -1, NULL));
  dialog = open_package (fixture);
  window_fixture_wait_for (dialog, "title", "The Package Was Not Received");
  wait_for_text (dialog, "paket.zip");
  ui_assert_names (dialog);
  window_fixture_close_dialog (&fixture->receiver);
  g_assert_cmpuint (window_fixture_count_listed (&fixture->receiver), ==, 0);

  /* The same from a file manager, in the window that was used last. */
  file = g_file_new_for_path (fixture->package);
  tvx_opener_open (window_fixture_get_application (), file, NULL);
  ui_wait (some_window_refuses, NULL);

  g_assert_true (g_file_set_contents (fixture->receipt, "{}", -1, NULL));
  g_set_str (&ui_dialog_answer, fixture->receipt);
  window_fixture_activate (&fixture->sender, "win.record-receipt");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (&fixture->sender));
  window_fixture_wait_for (dialog, "title", "The Receipt Was Not Recorded");
  wait_for_text (dialog, "kvitto.json");
  window_fixture_close_dialog (&fixture->sender);
}

static void
cancel_cb (GtkWindow  *window,
           GParamSpec *pspec,
           gboolean   *cancelled)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (dialog == NULL || *cancelled)
    return;
  *cancelled = TRUE;
  g_signal_emit_by_name (ui_find_property (GTK_WIDGET (dialog), "label", "_Cancel"), "clicked");
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

/* Who thinks better of it while a package is checked, or projects are looked at, is back where they were. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  gboolean cancelled = FALSE;
  TvxWindow *window = fixture->sender.window;
  g_autoptr (TvxSummary) summary = g_list_model_get_item (tvx_workspace_get_summaries (tvx_window_get_workspace (window)), 0);
  const char *const ids[] = { tvx_summary_get_id (summary), NULL };

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (cancel_cb), &cancelled);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.package-projects", "^as", ids));
  g_assert_true (cancelled);
  ui_wait (has_no_dialog, window);

  cancelled = FALSE;
  g_assert_true (g_file_set_contents (fixture->package, "PK\003\004", -1, NULL));
  g_set_str (&ui_dialog_answer, fixture->package);
  window_fixture_activate (&fixture->sender, "win.receive");
  g_assert_true (cancelled);
  ui_wait (has_no_dialog, window);
  ui_settle (GTK_WIDGET (window));
  g_assert_true (has_no_dialog (window));
  g_signal_handlers_disconnect_by_data (window, &cancelled);
}

int
main (int    argc,
      char **argv)
{
  int result;

  ui_init (&argc, &argv);
  ui_dialog_init ();

#define ADD(name) g_test_add ("/packages/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (story);
  ADD (blocked);
  ADD (narrow);
  ADD (refused);
  ADD (cancelled);
#undef ADD

  result = g_test_run ();
  ui_dialog_end ();
  return result;
}
