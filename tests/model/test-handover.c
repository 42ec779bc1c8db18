/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-handover-checklist.h"
#include "model/tvx-handover-steps.h"

#include "model/tvx-check.h"
#include "model/tvx-checklist-item.h"
#include "model/tvx-checklist-template.h"
#include "model/tvx-handover.h"
#include "model/tvx-model-error.h"
#include "model/tvx-project.h"
#include "model/tvx-register.h"
#include "model/tvx-vocabulary.h"

/* A register whose projects nobody keeps. */
#define TEST_TYPE_COLLECTION (test_collection_get_type ())
G_DECLARE_FINAL_TYPE (TestCollection, test_collection, TEST, COLLECTION, GObject)
struct _TestCollection
{
  GObject    parent_instance;
  TvxRecord *reg;
};

static void
test_collection_ignore (TvxCollection *collection,
                        TvxRecord     *root)
{
}

static TvxRecord *
test_collection_get_register (TvxCollection *collection)
{
  return TEST_COLLECTION (collection)->reg;
}

static void
test_collection_iface_init (TvxCollectionInterface *iface)
{
  iface->add = test_collection_ignore;
  iface->remove = test_collection_ignore;
  iface->get_register = test_collection_get_register;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCollection, test_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TVX_TYPE_COLLECTION, test_collection_iface_init))

static void
test_collection_class_init (TestCollectionClass *klass)
{
}

static void
test_collection_init (TestCollection *self)
{
}

typedef struct
{
  TestCollection *collection;
  TvxEditor      *editor;
  TvxRecord      *reg;
  TvxRecord      *project;
  TvxRecord      *handover;
} Fixture;

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
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->reg = parse (TVX_TYPE_REGISTER,
                        "{'checklist_template': <[<{'id': <'0000000a-0000-4000-8000-000000000001'>, 'title': <'Sign'>, 'mandatory': <true>}>, "
                        "<{'id': <'0000000a-0000-4000-8000-000000000002'>, 'title': <'Tell'>}>]>}");
  fixture->collection = g_object_new (TEST_TYPE_COLLECTION, NULL);
  fixture->collection->reg = fixture->reg;
  fixture->editor = tvx_editor_new (TVX_COLLECTION (fixture->collection));
  fixture->project = parse (TVX_TYPE_PROJECT, "{'id': <'0000000b-0000-4000-8000-000000000001'>, 'documents': <[<{'id': <'0000000c-0000-4000-8000-000000000001'>, 'title': <'Plan'>}>]>}");
  tvx_editor_create (fixture->editor, fixture->project);
  fixture->handover = tvx_record_get_record (fixture->project, "handover");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->project);
  g_object_unref (fixture->collection);
  g_object_unref (fixture->reg);
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
      const char *to,
      const char *note)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 ("2018-11-20T09:30:00+01:00", NULL);
  g_autoptr (GError) error = NULL;

  tvx_handover_take_step (fixture->editor, fixture->project, to, "Handläggare A", note, at, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tvx_record_get_text (fixture->handover, "state"), ==, to);
}

/* Asserts that the step is refused, that the words say why, and that nothing has changed. */
static void
refuse (Fixture    *fixture,
        const char *to,
        const char *person,
        const char *note,
        const char *words)
{
  g_autoptr (GVariant) before = tvx_record_to_variant (fixture->project);
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tvx_handover_take_step (fixture->editor, fixture->project, to, person, note, NULL, &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP);
  g_assert_cmpstr (error->message, ==, words);
  after = tvx_record_to_variant (fixture->project);
  g_assert_true (g_variant_equal (before, after));
}

static void
answer (Fixture    *fixture,
        guint       position,
        const char *state,
        const char *reason)
{
  g_autoptr (TvxRecord) item = g_list_model_get_item (tvx_record_get_list (fixture->handover, "checklist"), position);
  g_autoptr (GError) error = NULL;

  tvx_checklist_item_answer (TVX_CHECKLIST_ITEM (item), fixture->editor, state, "2018-11-19", "Handläggare A", reason, &error);
  g_assert_no_error (error);
}

static void
fill_in_decision (Fixture *fixture)
{
  set (fixture, "handover.legal_basis", "Prop. 2017/18:206");
  set (fixture, "handover.decided_on", "2018-06-19");
  set (fixture, "handover.decision_reference", "101-1-2018");
}

static void
go_to_decided (Fixture *fixture)
{
  step (fixture, "identified", NULL);
  set (fixture, "handover.from", "Länsstyrelsen");
  set (fixture, "handover.to", "Region Stockholm");
  step (fixture, "in_preparation", NULL);
  fill_in_decision (fixture);
  step (fixture, "decided", NULL);
}

static void
go_to_handed_over (Fixture *fixture)
{
  go_to_decided (fixture);
  set (fixture, "handover.effective_on", "2019-01-01");
  set (fixture, "documents[0].transfer", "original");
  answer (fixture, 0, "done", NULL);
  step (fixture, "handed_over", NULL);
}

static void
test_whole_way (Fixture       *fixture,
                gconstpointer  data)
{
  GListModel *log = tvx_record_get_list (fixture->handover, "log");
  g_autoptr (TvxRecord) first = NULL;
  g_autoptr (GVariant) line = NULL;
  g_autofree char *text = NULL;

  go_to_handed_over (fixture);
  set (fixture, "handover.receiver_reference", "RS 2019-1");
  set (fixture, "handover.receipt_remarks", "En bilaga saknas");
  step (fixture, "received_with_remarks", NULL);
  step (fixture, "received", "Bilagan har kommit");
  set (fixture, "handover.receiver_responsible", "Handläggare B");
  step (fixture, "completed", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (log), ==, 7);
  first = g_list_model_get_item (log, 0);
  g_assert_cmpstr (tvx_record_get_text (first, "at"), ==, "2018-11-20T09:30:00+01:00");
  g_assert_cmpstr (tvx_record_get_text (first, "from_state"), ==, "not_applicable");
  g_assert_cmpstr (tvx_record_get_text (first, "to_state"), ==, "identified");
  g_assert_cmpstr (tvx_record_get_text (first, "person"), ==, "Handläggare A");
  g_assert_null (tvx_record_get_text (first, "note"));
}

static void
test_guards (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) lacking = NULL;
  g_autofree char *path = NULL;

  refuse (fixture, "decided", "A", NULL, "No step leads from “Not applicable” to “Decided”. The next can be: “Identified”.");
  refuse (fixture, "identified", "", NULL, "Say who takes the step to “Identified”.");
  step (fixture, "identified", NULL);
  refuse (fixture, "in_preparation", "A", NULL, "The step to “In preparation” cannot be taken yet:\n"
                                                "“Handed over by” is not filled in.\n“Taken over by” is not filled in.");
  set (fixture, "handover.from", "Länsstyrelsen");
  set (fixture, "handover.to", "Region Stockholm");
  step (fixture, "in_preparation", NULL);
  fill_in_decision (fixture);
  step (fixture, "decided", NULL);
  refuse (fixture, "handed_over", "A", NULL, "The step to “Handed over” cannot be taken yet:\n"
                                             "“Takes effect on” is not filled in.\nThe checklist is not complete: Sign.\n"
                                             "It is not said what becomes of the document “Plan” at the handover.");
  set (fixture, "handover.effective_on", "2019-01");
  set (fixture, "documents[0].transfer", "loan");
  set (fixture, "handover.checklist[0].state", "not_relevant");
  refuse (fixture, "handed_over", "A", NULL,
          "The step to “Handed over” cannot be taken yet:\n"
          "The day on which the handover takes effect must be known, not only its month or year.\n"
          "The checklist is not complete: Sign.\n"
          "It is not said when the document “Plan”, which is lent, is to be returned.");
  set (fixture, "documents[0].transfer", "disposal");
  answer (fixture, 0, "not_relevant", "Avtalet gäller redan");
  set (fixture, "handover.effective_on", "2019-01-01");
  lacking = tvx_handover_find_lacking (fixture->project, fixture->reg, "handed_over");
  g_assert_cmpuint (lacking->len, ==, 1);
  path = tvx_record_dup_path (tvx_finding_get_record (lacking->pdata[0]), tvx_finding_get_field (lacking->pdata[0]));
  g_assert_cmpstr (path, ==, "documents[0000000c-0000-4000-8000-000000000001].disposal_reference");
  set (fixture, "documents[0].disposal_reference", "405-2-2018");
  step (fixture, "handed_over", NULL);
  refuse (fixture, "received_with_remarks", "A", NULL, "The step to “Received with remarks” cannot be taken yet:\n"
                                                       "“Registration number of the receiver” is not filled in.\n"
                                                       "“Remarks of the receiver” is not filled in.");
}

static void
test_reasons (Fixture       *fixture,
              gconstpointer  data)
{
  go_to_decided (fixture);
  refuse (fixture, "in_preparation", "A", NULL, "The step to “In preparation” needs a reason, as a note.");
  refuse (fixture, "on_hold", "A", "", "The step to “On hold” needs a reason, as a note.");
  step (fixture, "on_hold", "Väntar på beslut");
  step (fixture, "decided", NULL);
  /* Nothing is asked of a step back but why. */
  set (fixture, "handover.to", "");
  step (fixture, "in_preparation", "Mottagaren är en annan");
  step (fixture, "cancelled", "Projektet stannar");
  refuse (fixture, "identified", "A", NULL, "The step to “Identified” needs a reason, as a note.");
  step (fixture, "identified", "Projektet ska ändå överlämnas");
}

/* Each state can be left and reached, and all ways lead to states that there are. */
static void
test_states_are_sound (void)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_handover_states, &n_terms);
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **unknown = tvx_handover_list_next ("nonsense");

  for (gsize i = 0; i < n_terms; i++)
    {
      g_autofree const char **next = tvx_handover_list_next (terms[i].code);

      g_assert_nonnull (next[0]);
      for (guint j = 0; next[j] != NULL; j++)
        {
          g_assert_nonnull (tvx_vocabulary_lookup (&tvx_handover_states, next[j]));
          g_hash_table_add (reached, (gpointer) next[j]);
        }
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, n_terms);
  g_assert_cmpstr (unknown[0], ==, "identified");
}

static void
test_only_steps_change (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *words = "“Handover status” is changed by a step of the handover only, which is checked and logged: use the "
                      "buttons on the page Handover, or “tillvaxt-cli handover step”.";
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autoptr (TvxRecord) line = NULL;
  const char *paths[] = { "handover.state", "handover.log[0].note", "handover.log[+].note" };

  step (fixture, "identified", NULL);
  before = tvx_record_to_variant (fixture->project);
  line = g_list_model_get_item (tvx_record_get_list (fixture->handover, "log"), 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tvx_editor_set_path (fixture->editor, fixture->project, paths[i], i == 0 ? "decided" : "x", &error));
      g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP);
      if (i == 0)
        g_assert_cmpstr (error->message, ==, words);
    }
  g_assert_false (tvx_editor_remove_path (fixture->editor, fixture->project, "handover.state", NULL));
  g_assert_false (tvx_editor_remove (fixture->editor, line, NULL));
  g_assert_false (tvx_editor_type (fixture->editor, line, "note", "x", NULL));
  g_assert_true (tvx_editor_move (fixture->editor, line, 0, NULL));
  /* What says the same changes nothing. */
  g_assert_true (tvx_editor_set_text (fixture->editor, fixture->handover, "state", "identified", NULL));
  after = tvx_record_to_variant (fixture->project);
  g_assert_true (g_variant_equal (before, after));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *label = NULL;
  g_autofree char *left = NULL;
  g_autoptr (TvxRecord) other = tvx_record_new (TVX_TYPE_PROJECT);

  step (fixture, "identified", NULL);
  label = tvx_editor_dup_undo_label (fixture->editor);
  g_assert_cmpstr (label, ==, "Handover: Identified");
  tvx_editor_undo (fixture->editor);
  g_assert_true (tvx_record_is_empty (fixture->handover));

  tvx_editor_create (fixture->editor, other);
  go_to_handed_over (fixture);
  /* Of what was done, only the other project is left to be undone. */
  left = tvx_editor_dup_undo_label (fixture->editor);
  g_assert_cmpstr (left, ==, "Add: Project");
  tvx_editor_undo (fixture->editor);
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
  g_assert_cmpstr (tvx_record_get_text (fixture->handover, "state"), ==, "handed_over");

  set (fixture, "title", "Nytt");
  g_assert_true (tvx_editor_get_can_undo (fixture->editor));
  step (fixture, "decided", "Fel projekt");
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
}

/* Projects that are handed over together are forgotten when the whole is done. */
static void
test_undo_of_many (Fixture       *fixture,
                   gconstpointer  data)
{
  go_to_decided (fixture);
  set (fixture, "handover.effective_on", "2019-01-01");
  set (fixture, "documents[0].transfer", "stays");
  tvx_editor_begin (fixture->editor, "Many");
  answer (fixture, 0, "done", NULL);
  step (fixture, "handed_over", NULL);
  g_assert_true (tvx_handover_is_final (tvx_record_get_text (fixture->handover, "state")));
  tvx_editor_cancel (fixture->editor);
  g_assert_cmpstr (tvx_record_get_text (fixture->handover, "state"), ==, "decided");
  g_assert_true (tvx_editor_get_can_undo (fixture->editor));

  tvx_editor_begin (fixture->editor, "Many");
  answer (fixture, 0, "done", NULL);
  step (fixture, "handed_over", NULL);
  tvx_editor_end (fixture->editor);
  g_assert_false (tvx_editor_get_can_undo (fixture->editor));
}

static void
test_checklist (Fixture       *fixture,
                gconstpointer  data)
{
  GListModel *checklist = tvx_record_get_list (fixture->handover, "checklist");
  g_autoptr (TvxRecord) item = NULL;
  g_autoptr (GPtrArray) lacking = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tvx_handover_fill_checklist (fixture->editor, fixture->project, &error));
  g_assert_true (tvx_handover_fill_checklist (fixture->editor, fixture->project, &error));
  g_assert_cmpuint (g_list_model_get_n_items (checklist), ==, 2);
  item = g_list_model_get_item (checklist, 0);
  g_assert_cmpstr (tvx_record_get_text (item, "title"), ==, "Sign");
  g_assert_true (tvx_record_get_boolean (item, "mandatory"));

  g_assert_false (tvx_checklist_item_answer (TVX_CHECKLIST_ITEM (item), fixture->editor, "not_relevant", "2018-11-19", "A", "",
                                             &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (tvx_checklist_item_answer (TVX_CHECKLIST_ITEM (item), fixture->editor, "done", "2018-11-19", NULL, NULL, &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (tvx_checklist_item_answer (TVX_CHECKLIST_ITEM (item), fixture->editor, "done", "soon", "A", NULL, &error));
  g_assert_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE);
  g_assert_null (tvx_record_get_text (item, "state"));
  answer (fixture, 0, "done", NULL);
  g_assert_true (tvx_checklist_item_is_answered (TVX_CHECKLIST_ITEM (item)));
  g_assert_cmpstr (tvx_record_get_text (item, "done_on"), ==, "2018-11-19");
  g_assert_cmpstr (tvx_record_get_text (item, "done_by"), ==, "Handläggare A");
  answer (fixture, 0, "open", NULL);
  g_assert_false (tvx_checklist_item_is_answered (TVX_CHECKLIST_ITEM (item)));
  g_assert_null (tvx_record_get_text (item, "done_by"));

  /* A mandatory item that the project was not given is one that it lacks. */
  g_assert_true (tvx_editor_remove (fixture->editor, item, NULL));
  lacking = tvx_handover_find_lacking (fixture->project, fixture->reg, "handed_over");
  g_assert_cmpstr (tvx_finding_get_message (lacking->pdata[lacking->len - 1]), ==,
                   "The checklist lacks an item of the register’s: Sign.");
}

static void
test_standard_checklist (void)
{
  const char *languages[] = { "sv", "en" };
  guint n_items[2];

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'language': <'%s'>}", languages[i]);
      g_autoptr (TvxEditor) editor = tvx_editor_new (NULL);
      g_autoptr (TvxRecord) reg = parse (TVX_TYPE_REGISTER, text);
      g_autoptr (GPtrArray) findings = NULL;
      GListModel *template = tvx_record_get_list (reg, "checklist_template");

      /* Twice is no more than once. */
      g_assert_true (tvx_checklist_template_add_standard (editor, reg, NULL));
      g_assert_true (tvx_checklist_template_add_standard (editor, reg, NULL));
      n_items[i] = g_list_model_get_n_items (template);
      for (guint j = 0; j < n_items[i]; j++)
        {
          g_autoptr (TvxRecord) item = g_list_model_get_item (template, j);

          findings = tvx_check_record (item, TVX_CHECK_PUBLISH, NULL);
          g_assert_cmpuint (findings->len, ==, 0);
          g_clear_pointer (&findings, g_ptr_array_unref);
        }
    }
  g_assert_cmpuint (n_items[0], >, 10);
  g_assert_cmpuint (n_items[0], ==, n_items[1]);
}

static void
test_notice (void)
{
  const struct
  {
    const char *state;
    const char *effective_on;
    gboolean    effective;
  } cases[] = {
    { "decided", "2019-01-01", FALSE }, { "handed_over", "2019-01-01", TRUE }, { "completed", "2018-12-31", TRUE },
    { "handed_over", "2019-01-02", FALSE },
    { "received", "", FALSE },
    { "received", "soon", FALSE },
    { "received", "2019", TRUE },
    { "", "2019-01-01", FALSE },
    { "cancelled", "2018-01-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{'state': <'%s'>, 'effective_on': <'%s'>}", cases[i].state, cases[i].effective_on);
      g_autoptr (TvxRecord) handover = parse (TVX_TYPE_HANDOVER, text);

      g_assert_cmpint (tvx_handover_is_effective (TVX_HANDOVER (handover), "2019-01-01"), ==, cases[i].effective);
    }
}

static void
test_check (void)
{
  g_autoptr (TvxRecord) old = parse (TVX_TYPE_PROJECT, "{'handover': <{'state': <'decided'>, 'from': <'L'>, 'to': <'R'>, "
                                                       "'legal_basis': <'Lag'>, 'decision_reference': <'1-2018'>}>}");
  g_autoptr (TvxRecord) changed =
    parse (TVX_TYPE_PROJECT, "{'handover': <{'state': <'identified'>, 'log': <[<{'id': <'0000000d-0000-4000-8000-000000000001'>, 'at': <'2018-11-20'>, "
                             "'from_state': <'identified'>, 'to_state': <'cancelled'>}>]>}>}");
  g_autoptr (GPtrArray) of_old = tvx_check_record (old, TVX_CHECK_VALUES, NULL);
  g_autoptr (GPtrArray) of_changed = tvx_check_record (changed, TVX_CHECK_VALUES, NULL);

  g_assert_cmpuint (of_old->len, ==, 1);
  g_assert_cmpstr (tvx_finding_get_message (of_old->pdata[0]), ==, "“Date of decision” is not filled in.");
  g_assert_cmpuint (of_changed->len, ==, 2);
  g_assert_cmpstr (tvx_finding_get_message (of_changed->pdata[0]), ==,
                   "The status is “Identified”, but the last step in the log led to “Handover cancelled”.");
  g_assert_cmpstr (tvx_finding_get_message (of_changed->pdata[1]), ==,
                   "“2018-11-20” is not a time. Write it as 2019-01-01T09:30:00+01:00.");
}

#define ADD(name_, test_) g_test_add ("/handover/" name_, Fixture, NULL, set_up, test_, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole-way", test_whole_way);
  ADD ("guards", test_guards);
  ADD ("reasons", test_reasons);
  ADD ("only-steps-change", test_only_steps_change);
  ADD ("undo", test_undo);
  ADD ("undo-of-many", test_undo_of_many);
  ADD ("checklist", test_checklist);
  g_test_add_func ("/handover/states-are-sound", test_states_are_sound);
  g_test_add_func ("/handover/standard-checklist", test_standard_checklist);
  g_test_add_func ("/handover/notice", test_notice);
  g_test_add_func ("/handover/check", test_check);
  return g_test_run ();
}
