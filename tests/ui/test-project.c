/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-checklist-item.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-vocabulary.h"
#include "storage/tvx-folder-store.h"
#include "ui/form/tvx-record-row.h"
#include "ui/form/tvx-text-row.h"
#include "ui/project/tvx-handover-steps-group.h"
#include "ui/project/tvx-project-page.h"
#include "ui-util.h"

static const char *const views[] = { "overview", "goals", "dimensions", "partners", "handover", "documents", "history" };

typedef struct
{
  GFile          *folder;
  TvxWorkspace   *workspace;
  TvxEditor      *editor;
  TvxRecord      *project;
  TvxProjectPage *page;
  GtkWindow      *window;
  char           *removed;
} Fixture;

static void
delete_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *file;

  while (g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      delete_folder (file);
    else
      g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
set (Fixture    *fixture,
     const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  tvx_editor_set_path (fixture->editor, fixture->project, path, text, &error);
  g_assert_no_error (error);
}

static void
step (Fixture    *fixture,
      const char *to)
{
  g_autoptr (GError) error = NULL;

  tvx_handover_take_step (fixture->editor, fixture->project, to, "Case officer A", NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
hand_over (Fixture *fixture)
{
  step (fixture, "identified");
  set (fixture, "handover.from", "County board");
  set (fixture, "handover.to", "Region Stockholm");
  step (fixture, "in_preparation");
  set (fixture, "handover.legal_basis", "Government bill 2017/18:206");
  set (fixture, "handover.decided_on", "2018-06-19");
  set (fixture, "handover.decision_reference", "101-1-2018");
  set (fixture, "handover.effective_on", "2019-01-01");
  step (fixture, "decided");
  step (fixture, "handed_over");
}

static void
removed_cb (TvxProjectPage *page,
            const char     *title,
            Fixture        *fixture)
{
  g_set_str (&fixture->removed, title);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_dir_make_tmp ("tillvaxt-XXXXXX", NULL);
  g_autoptr (TvxRecord) register_record = tvx_record_new (TVX_TYPE_REGISTER);
  g_autoptr (TvxFolderStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_file_new_for_path (path);
  store = tvx_folder_store_create (fixture->folder, TVX_REGISTER (register_record), NULL, &error);
  g_assert_no_error (error);
  fixture->workspace = tvx_workspace_open (TVX_STORE (store), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->editor = tvx_workspace_get_editor (fixture->workspace);

  fixture->project = tvx_record_new (TVX_TYPE_PROJECT);
  tvx_editor_create (fixture->editor, fixture->project);
  set (fixture, "title", "Innovation in the Stockholm Region");

  fixture->page = g_object_new (TVX_TYPE_PROJECT_PAGE, "workspace", fixture->workspace, "project", fixture->project, NULL);
  g_signal_connect (fixture->page, "record-removed", G_CALLBACK (removed_cb), fixture);
  fixture->window = ui_open (GTK_WIDGET (fixture->page), 800, 700);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* A history that was still being read holds the register until its thread is done. */
static void
assert_finalized (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  ui_wait (is_gone, &object);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer page = fixture->page;
  g_autoptr (GError) error = NULL;

  g_object_add_weak_pointer (page, &page);
  ui_close (fixture->window);
  g_assert_null (page);
  tvx_workspace_save (fixture->workspace, &error);
  g_assert_no_error (error);
  assert_finalized (fixture->workspace);
  assert_finalized (fixture->project);
  delete_folder (fixture->folder);
  g_object_unref (fixture->folder);
  g_free (fixture->removed);
}

static GtkWidget *
get_view (Fixture *fixture)
{
  AdwViewStack *stack = ADW_VIEW_STACK (ui_find_type (GTK_WIDGET (fixture->page), ADW_TYPE_VIEW_STACK));

  return adw_view_stack_get_visible_child (stack);
}

static void
show (Fixture    *fixture,
      const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "project.show-view", "s", name));
  ui_settle (get_view (fixture));
}

/* All that a project can have, so that every kind of row is there. */
static void
fill (Fixture *fixture)
{
  static const char *const values[][2] = {
    { "summary", "A platform where authorities, companies and universities work together on questions of innovation." },
    { "vision", "Stockholm 2025: the most innovation-driven economy of the world" },
    { "lifecycle", "ongoing" },
    { "planned_start", "2016-01" },
    { "planned_end", "2018-12-31" },
    { "county", "01" },
    { "areas", "rural, planning" },
    { "website", "https://www.example.se/innovation" },
    { "goals[+].text", "The Stockholm region is to be attractive to people and companies" },
    { "goals[0].assessment", "reachable" },
    { "goals[0].assessed_on", "2018-09-30" },
    { "goals[+].text", "Cooperation is to increase, and its results are to become better" },
    { "dimensions[+].kind", "gender" },
    { "dimensions[0].relevance", "relevant" },
    { "dimensions[+].kind", "age" },
    { "dimensions[1].relevance", "not_examined" },
    { "partners[+].name", "County Administrative Board of Stockholm" },
    { "partners[0].role", "beneficiary" },
    { "funding[+].funder", "Swedish Agency for Economic and Regional Growth" },
    { "funding[0].kind", "state_1_1" },
    { "funding[0].amount", "1 250 000" },
    { "funding[+].funder", "Region Stockholm" },
    { "funding[1].amount", "-250 000" },
    { "costs[+].kind", "staff" },
    { "costs[0].budget", "1 250 000" },
    { "costs[0].actual", "400 000" },
    { "indicators[+].name", "Companies with a plan" },
    { "indicators[0].baseline", "0" },
    { "indicators[0].measurements[+].date", "2017-01" },
    { "indicators[0].measurements[0].women", "12" },
    { "activities[+].title", "Meetings in groups" },
    { "references[+].number", "RU 2016/0012" },
    { "reports_due[+].kind", "final" },
    { "reports_due[0].due", "2019-02-28" },
    { "decisions[+].kind", "grant" },
    { "notes[+].text", "Ask for the missing annex" },
    { "locations[+].name", "Innovation house" },
    { "classifications[+].term", "Flagship" },
    { "contacts[+].role", "Project leader" },
    { "documents[+].title", "Action plan 2016–2018" },
    { "documents[0].kind", "plan" },
    { "links[+].title", "Blog" },
    { "links[0].url", "https://blog.example.se/" },
    { "documents[0].transfer", "original" },
    { "handover.url", "https://www.example.se/region" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    set (fixture, values[i][0], values[i][1]);
  hand_over (fixture);
}

/* Each view, empty and filled in: named for screen readers, and no wider than a telephone. */
static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  for (int filled = 0; filled < 2; filled++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (views); i++)
        {
          g_autofree char *name = g_strdup_printf ("project-%s-%s", views[i], filled ? "filled" : "empty");

          show (fixture, views[i]);
          if (filled && g_str_equal (views[i], "goals"))
            gtk_widget_activate_action (GTK_WIDGET (fixture->page), "project.show-field", "s", "goals[0].motive");
          ui_assert_names (GTK_WIDGET (fixture->page));
          g_assert_cmpint (ui_min_width (get_view (fixture)), <=, 300);
          ui_save_png (GTK_WIDGET (fixture->window), name);
        }
      if (!filled)
        fill (fixture);
    }
  g_assert_cmpint (ui_min_width (GTK_WIDGET (fixture->page)), <=, 360);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  fill (fixture);
  gtk_window_set_default_size (fixture->window, 360, 640);
  ui_settle (GTK_WIDGET (fixture->page));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strdup_printf ("project-%s-narrow", views[i]);

      show (fixture, views[i]);
      ui_assert_names (GTK_WIDGET (fixture->page));
      ui_save_png (GTK_WIDGET (fixture->window), name);
    }

  /* A text that was laid out before its row had a width is no higher than its one line. */
  g_assert_true (tvx_project_page_focus_field (fixture->page, "handover.to"));
  ui_settle (GTK_WIDGET (fixture->page));
  g_assert_cmpint (gtk_widget_get_height (gtk_root_get_focus (GTK_ROOT (fixture->window))), <, 40);
}

static void
test_banner (Fixture       *fixture,
             gconstpointer  data)
{
  AdwBanner *banner = ADW_BANNER (ui_find_type (get_view (fixture), ADW_TYPE_BANNER));

  g_assert_false (adw_banner_get_revealed (banner));
  hand_over (fixture);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "Please note that Region Stockholm has taken over responsibility for this project from 2019-01-01");
  g_assert_null (adw_banner_get_button_label (banner));
  set (fixture, "handover.url", "https://www.example.se/");
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "Open Web Page");
  set (fixture, "handover.effective_on", "9000");
  g_assert_false (adw_banner_get_revealed (banner));
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *row = ui_find_property (get_view (fixture), "title", "5 things to do before publishing");
  GtkWidget *focus;

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_settle (row);
  ui_assert_names (row);

  /* A line leads to its field, also to a list in another view. */
  ui_press (ui_find_property (row, "title", "Summary"));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_cmpstr (tvx_field_row_get_field (TVX_FIELD_ROW (gtk_widget_get_ancestor (focus, TVX_TYPE_FIELD_ROW)))->name,
                   ==, "summary");
  ui_press (ui_find_property (row, "title", "Goals"));
  g_assert_nonnull (ui_find_property (get_view (fixture), "title", "Add Goal"));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), get_view (fixture)));

  set (fixture, "summary", "Short");
  set (fixture, "lifecycle", "ongoing");
  set (fixture, "county", "01");
  set (fixture, "partners[+].name", "Region Stockholm");
  set (fixture, "partners[0].role", "beneficiary");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "1 thing to do before publishing");
  set (fixture, "goals[+].text", "More companies");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Ready to publish");
  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (row)));
}

static void
test_focus_field (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *focus;

  fill (fixture);
  g_assert_false (tvx_project_page_focus_field (fixture->page, "goals[7].text"));
  g_assert_true (tvx_project_page_focus_field (fixture->page, "goals[1].motive"));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, get_view (fixture)));
  g_assert_cmpstr (tvx_field_row_get_field (TVX_FIELD_ROW (gtk_widget_get_ancestor (focus, TVX_TYPE_FIELD_ROW)))->name,
                   ==, "motive");
  g_assert_true (tvx_project_page_focus_field (fixture->page, "dimensions[1].cause"));
  g_assert_true (tvx_project_page_focus_field (fixture->page, "handover.note"));
  g_assert_true (tvx_project_page_focus_field (fixture->page, "title"));
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  fill (fixture);
  show (fixture, "documents");
  row = ui_find_property (get_view (fixture), "title", "Blog");
  gtk_widget_activate_action (row, "record.remove", NULL);
  g_assert_cmpstr (fixture->removed, ==, "Blog");
  g_assert_null (ui_find_property (get_view (fixture), "title", "Blog"));
  tvx_editor_undo (fixture->editor);
  g_assert_nonnull (ui_find_property (get_view (fixture), "title", "Blog"));
}

static void
test_dimensions (Fixture       *fixture,
                 gconstpointer  data)
{
  GListModel *dimensions = tvx_record_get_list (fixture->project, "dimensions");
  g_autoptr (TvxRecord) gender = NULL;
  GtkWidget *row;
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_dimension_kinds, &n_terms);

  show (fixture, "dimensions");
  for (gsize i = 0; i + 1 < n_terms; i++)
    g_assert_nonnull (ui_find_property (get_view (fixture), "title", terms[i].label));
  g_assert_nonnull (ui_find_property (get_view (fixture), "label", "0 of 11 dimensions examined"));

  /* A dimension is made when somebody begins, in one step. */
  ui_press (ui_find_property (ui_find_property (get_view (fixture), "title", "Gender"), "label", "Examine"));
  g_assert_cmpuint (g_list_model_get_n_items (dimensions), ==, 1);
  gender = g_list_model_get_item (dimensions, 0);
  g_assert_cmpstr (tvx_record_get_text (gender, "kind"), ==, "gender");
  row = ui_find_property (get_view (fixture), "title", "Gender");
  g_assert_true (TVX_IS_RECORD_ROW (row));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 0);
  set (fixture, "dimensions[0].relevance", "relevant");
  g_assert_nonnull (ui_find_property (get_view (fixture), "label", "1 of 11 dimensions examined"));
  g_assert_true (ui_find_property (get_view (fixture), "title", "Gender") == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  tvx_editor_undo (fixture->editor);
  tvx_editor_undo (fixture->editor);
  g_assert_cmpuint (g_list_model_get_n_items (dimensions), ==, 0);
  g_assert_false (TVX_IS_RECORD_ROW (ui_find_property (get_view (fixture), "title", "Gender")));

  /* There may be any number of others, after the kinds that have a name. */
  ui_press (ui_find_property (get_view (fixture), "title", "Add Another Dimension"));
  set (fixture, "dimensions[0].name", "Income");
  g_assert_cmpuint (g_list_model_get_n_items (dimensions), ==, 1);
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, "partners");
  g_assert_null (ui_find_property (get_view (fixture), "label", "SEK\302\2400 in all"));
  fill (fixture);
  g_assert_nonnull (ui_find_property (get_view (fixture), "label", "SEK\302\2401\302\240000\302\240000 in all"));
}

/* A page without a project holds on to none of its parts. */
/* A list within a record of a list: rows of its own, which undo brings back as any other. */
static void
test_inner_list (Fixture       *fixture,
                 gconstpointer  data)
{
  GListModel *measurements;
  GtkWidget *list;

  fill (fixture);
  g_assert_true (tvx_project_page_focus_field (fixture->page, "indicators[0].measurements[0].men"));
  list = ui_find_property (get_view (fixture), "title", "Measurements");
  g_assert_nonnull (list);
  ui_settle (get_view (fixture));
  ui_assert_names (list);
  g_assert_cmpint (ui_min_width (get_view (fixture)), <=, 300);

  {
    g_autoptr (TvxRecord) indicator = g_list_model_get_item (tvx_record_get_list (fixture->project, "indicators"), 0);

    measurements = tvx_record_get_list (indicator, "measurements");
  }
  ui_press (ui_find_property (list, "title", "Add"));
  g_assert_cmpuint (g_list_model_get_n_items (measurements), ==, 2);
  tvx_editor_undo (fixture->editor);
  g_assert_cmpuint (g_list_model_get_n_items (measurements), ==, 1);
  ui_save_png (GTK_WIDGET (fixture->window), "project-indicator");
}

static void
expand_row (GtkWidget  *view,
            const char *title)
{
  GtkWidget *row = ui_find_property (view, "title", title);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_settle (row);
}

/* An organisation of the register is chosen, and named where no name stands yet; both are one step of undo. */
static void
test_organisation (Fixture       *fixture,
                   gconstpointer  data)
{
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (fixture->workspace));
  g_autoptr (TvxRecord) partner = NULL;
  g_autoptr (TvxRecord) organisation = NULL;

  tvx_editor_set_path (fixture->editor, reg, "organisations[+].name", "Region Stockholm", NULL);
  organisation = g_list_model_get_item (tvx_record_get_list (reg, "organisations"), 0);
  set (fixture, "partners[+].role", "partner");
  partner = g_list_model_get_item (tvx_record_get_list (fixture->project, "partners"), 0);
  g_assert_true (tvx_project_page_focus_field (fixture->page, "partners[0].role"));
  expand_row (get_view (fixture), "Organisation in the register");
  ui_press (ui_find_property (get_view (fixture), "title", "Region Stockholm"));

  g_assert_cmpstr (tvx_record_get_text (partner, "organisation"), ==, tvx_record_get_id (organisation));
  g_assert_cmpstr (tvx_record_get_text (partner, "name"), ==, "Region Stockholm");
  tvx_editor_undo (fixture->editor);
  g_assert_null (tvx_record_get_text (partner, "organisation"));
  g_assert_null (tvx_record_get_text (partner, "name"));
  set (fixture, "partners[0].name", "The Region");
  tvx_editor_set (fixture->editor, partner, "organisation", NULL, NULL);
  ui_press (ui_find_property (get_view (fixture), "title", "Region Stockholm"));
  g_assert_cmpstr (tvx_record_get_text (partner, "name"), ==, "The Region");
}

/* An organisation that the register lacks is added from the row that wants to refer to it. */
static void
test_new_organisation (Fixture       *fixture,
                       gconstpointer  data)
{
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (fixture->workspace));
  GListModel *organisations = tvx_record_get_list (reg, "organisations");
  guint n_before = g_list_model_get_n_items (organisations);
  g_autoptr (TvxRecord) partner = NULL;
  g_autoptr (TvxRecord) organisation = NULL;

  set (fixture, "partners[+].name", "Example Union");
  partner = g_list_model_get_item (tvx_record_get_list (fixture->project, "partners"), 0);
  g_assert_true (tvx_project_page_focus_field (fixture->page, "partners[0].role"));
  expand_row (get_view (fixture), "Organisation in the register");
  ui_press (ui_find_property (get_view (fixture), "title", "Add “Example Union” to the Register"));

  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, n_before + 1);
  organisation = g_list_model_get_item (organisations, n_before);
  g_assert_cmpstr (tvx_record_get_text (organisation, "name"), ==, "Example Union");
  g_assert_cmpstr (tvx_record_get_text (partner, "organisation"), ==, tvx_record_get_id (organisation));
  g_assert_null (ui_find_property (get_view (fixture), "title", "Add “Example Union” to the Register"));
  tvx_editor_undo (fixture->editor);
  g_assert_null (tvx_record_get_text (partner, "organisation"));
  g_assert_cmpuint (g_list_model_get_n_items (organisations), ==, n_before);
}

static void
test_no_project (Fixture       *fixture,
                 gconstpointer  data)
{
  TvxFieldRow *row;

  show (fixture, "handover");
  row = TVX_FIELD_ROW (ui_find_property (get_view (fixture), "title", "Taken over by"));
  g_assert_true (tvx_field_row_get_record (row) == tvx_record_get_record (fixture->project, "handover"));
  g_object_set (fixture->page, "project", NULL, NULL);
  g_assert_null (tvx_field_row_get_record (row));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    show (fixture, views[i]);
  g_object_set (fixture->page, "project", fixture->project, NULL);
  g_assert_nonnull (tvx_field_row_get_record (row));
}

static gboolean
no_dialog (gpointer data)
{
  return adw_window_get_visible_dialog (data) == NULL;
}

static GtkWidget *
find_step (Fixture    *fixture,
           const char *state)
{
  GtkWidget *steps = ui_find_type (get_view (fixture), TVX_TYPE_HANDOVER_STEPS_GROUP);
  GtkWidget *row = ui_find_property (steps, "title", state);

  g_assert_nonnull (row);
  return row;
}

/* Presses the button of a step, fills in the dialog, and takes the step. */
static void
take_step (Fixture    *fixture,
           const char *state,
           const char *label,
           const char *text)
{
  AdwDialog *dialog;
  GtkWidget *entry, *button;

  ui_press (ui_find_type (find_step (fixture, state), GTK_TYPE_BUTTON));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  ui_assert_names (GTK_WIDGET (dialog));
  entry = ui_find_property (GTK_WIDGET (dialog), "title", label);
  button = ui_find_property (GTK_WIDGET (dialog), "label", "_Take Step");
  g_assert_cmpint (gtk_widget_is_sensitive (button), ==, g_str_equal (label, "Note"));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (g_str_equal (label, "Reason"))
    ui_save_png (GTK_WIDGET (fixture->window), "project-handover-dialog");
  ui_press (button);
  ui_wait (no_dialog, fixture->window);
}

/* The steps that are open are buttons, the others say what they lack and lead there; the log tells what was done. */
static void
test_handover (Fixture       *fixture,
               gconstpointer  data)
{
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (fixture->workspace));
  TvxRecord *handover = tvx_record_get_record (fixture->project, "handover");
  g_autoptr (TvxRecord) item = NULL;
  GtkWidget *row, *focus, *done;

  tvx_workspace_set_author (fixture->workspace, "Case officer A");
  tvx_editor_set_path (fixture->editor, reg, "checklist_template[+].title", "The agreement is signed", NULL);
  tvx_editor_set_path (fixture->editor, reg, "checklist_template[0].mandatory", "yes", NULL);
  show (fixture, "handover");
  take_step (fixture, "Identified", "Note", "");

  row = find_step (fixture, "In preparation");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "2 things are still lacking");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_settle (row);
  ui_assert_names (row);
  ui_save_png (GTK_WIDGET (fixture->window), "project-handover-lacking");
  ui_press (ui_find_property (row, "title", "“Taken over by” is not filled in."));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_cmpstr (tvx_field_row_get_field (TVX_FIELD_ROW (gtk_widget_get_ancestor (focus, TVX_TYPE_FIELD_ROW)))->name, ==, "to");
  set (fixture, "handover.from", "County board");
  row = find_step (fixture, "In preparation");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "1 thing is still lacking");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  set (fixture, "handover.to", "Region Stockholm");
  take_step (fixture, "In preparation", "Note", "Agreed on the telephone");

  item = g_list_model_get_item (tvx_record_get_list (handover, "checklist"), 0);
  done = ui_find_type (ui_find_type (get_view (fixture), TVX_TYPE_RECORD_ROW), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (done), TRUE);
  g_assert_true (tvx_checklist_item_is_answered (TVX_CHECKLIST_ITEM (item)));
  g_assert_cmpstr (tvx_record_get_text (item, "done_by"), ==, "Case officer A");
  tvx_editor_undo (fixture->editor);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (done)));

  take_step (fixture, "On hold", "Reason", "The funder has not answered");
  g_assert_cmpstr (tvx_record_get_text (handover, "state"), ==, "on_hold");
  g_assert_nonnull (ui_find_property (get_view (fixture), "title", "In preparation → On hold"));
  ui_assert_names (get_view (fixture));
  g_assert_true (tvx_project_page_focus_field (fixture->page, "handover.checklist"));
  ui_save_png (GTK_WIDGET (fixture->window), "project-handover-checklist");
  g_assert_true (tvx_project_page_focus_field (fixture->page, "handover.note"));
  ui_save_png (GTK_WIDGET (fixture->window), "project-handover-log");
  tvx_editor_undo (fixture->editor);
  g_assert_null (ui_find_property (get_view (fixture), "title", "In preparation → On hold"));
  g_assert_true (tvx_project_page_focus_field (fixture->page, "handover.state"));
}

static gboolean
shows_change (gpointer data)
{
  return ui_find_property (data, "label", "Title: changed “Innovation in the Stockholm Region” to “New Title”") != NULL;
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  TvxRecord *project = fixture->project;
  g_autofree char *label = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkWidget *button;
  GMenuModel *menu;

  /* What is not saved yet becomes one line. */
  g_assert_true (tvx_workspace_save (fixture->workspace, NULL));
  show (fixture, "history");
  set (fixture, "title", "New Title");
  g_assert_true (tvx_workspace_save (fixture->workspace, NULL));
  ui_wait (shows_change, get_view (fixture));
  ui_save_png (GTK_WIDGET (fixture->window), "project-history");

  /* What was there before comes back, as an edit like any other. */
  button = ui_find_property (get_view (fixture), "tooltip-text", "Restore…");
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_assert_cmpstr (label, ==, "Restore “Innovation in the Stockholm Region”");
  target = g_menu_model_get_item_attribute_value (menu, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_assert_true (gtk_widget_activate_action_variant (button, "history.restore", target));
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "Innovation in the Stockholm Region");
  tvx_editor_undo (tvx_workspace_get_editor (fixture->workspace));
  g_assert_cmpstr (tvx_record_get_text (project, "title"), ==, "New Title");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/project/views", test_views },
    { "/project/narrow", test_narrow },
    { "/project/banner", test_banner },
    { "/project/findings", test_findings },
    { "/project/focus-field", test_focus_field },
    { "/project/removed", test_removed },
    { "/project/dimensions", test_dimensions },
    { "/project/money", test_money },
    { "/project/inner-list", test_inner_list },
    { "/project/organisation", test_organisation },
    { "/project/new-organisation", test_new_organisation },
    { "/project/handover", test_handover },
    { "/project/no-project", test_no_project },
    { "/project/history", test_history },
  };

  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
