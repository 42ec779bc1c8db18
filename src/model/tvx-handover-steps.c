/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a handover gets on: which step may follow which, what must be there before a step, and the one way to take it. */

#include "model/tvx-handover-steps.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-checklist-item.h"
#include "model/tvx-date.h"
#include "model/tvx-editor-private.h"
#include "model/tvx-findings.h"
#include "model/tvx-handover-checklist.h"
#include "model/tvx-handover-step.h"
#include "model/tvx-handover.h"
#include "model/tvx-model-error.h"
#include "model/tvx-project.h"
#include "model/tvx-vocabulary.h"

/* How far a state is on the way; those that are beside the way have none. */
typedef enum
{
  STAGE_NONE,
  STAGE_NOT_APPLICABLE,
  STAGE_IDENTIFIED,
  STAGE_IN_PREPARATION,
  STAGE_DECIDED,
  STAGE_HANDED_OVER,
  STAGE_RECEIVED,
  STAGE_COMPLETED,
} Stage;

/* The way ahead comes first, then the ways aside and back. */
static const struct
{
  const char *code;
  Stage       stage;
  const char *next[6];
} states[] = {
  { "not_applicable", STAGE_NOT_APPLICABLE, { "identified" } },
  { "identified", STAGE_IDENTIFIED, { "in_preparation", "on_hold", "cancelled", "not_applicable" } },
  { "in_preparation", STAGE_IN_PREPARATION, { "decided", "on_hold", "cancelled", "identified" } },
  { "decided", STAGE_DECIDED, { "handed_over", "on_hold", "cancelled", "in_preparation" } },
  { "handed_over", STAGE_HANDED_OVER, { "received", "received_with_remarks", "decided" } },
  { "received", STAGE_RECEIVED, { "completed", "received_with_remarks", "handed_over" } },
  { "received_with_remarks", STAGE_RECEIVED, { "completed", "received", "handed_over" } },
  { "completed", STAGE_COMPLETED, { "received", "received_with_remarks" } },
  { "on_hold", STAGE_NONE, { "identified", "in_preparation", "decided", "cancelled" } },
  { "cancelled", STAGE_NONE, { "identified" } },
};

/* From which stage on a field must be filled in. */
static const struct
{
  const char *field;
  Stage       stage;
} requirements[] = {
  { "from", STAGE_IN_PREPARATION },
  { "to", STAGE_IN_PREPARATION },
  { "legal_basis", STAGE_DECIDED },
  { "decided_on", STAGE_DECIDED },
  { "decision_reference", STAGE_DECIDED },
  { "effective_on", STAGE_HANDED_OVER },
  { "receiver_reference", STAGE_RECEIVED },
  { "receiver_responsible", STAGE_COMPLETED },
};

static Stage
get_stage (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].code, code) == 0)
      return states[i].stage;
  return STAGE_NONE;
}

static const char *
get_state (TvxRecord *project)
{
  return tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (project, "handover")));
}

static void
find_lacking_fields (TvxRecord   *handover,
                     Stage        stage,
                     TvxFindings *findings)
{
  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    if (stage >= requirements[i].stage && tvx_record_get_value (handover, requirements[i].field) == NULL)
      tvx_findings_add (findings, TVX_SEVERITY_WARNING, handover, requirements[i].field,
                        /* Translators: %s is the name of a field, as “Date of decision”. */
                        _("“%s” is not filled in."), _(tvx_record_get_field (handover, requirements[i].field)->label));
}

/* The notice stands in reports from that day on, so a month or year is not enough. */
static void
find_lacking_day (TvxRecord   *handover,
                  TvxFindings *findings)
{
  const char *effective_on = tvx_record_get_text (handover, "effective_on");
  TvxDate date;

  if (effective_on != NULL && (!tvx_date_parse_iso (effective_on, &date) || date.day == 0))
    tvx_findings_add (findings, TVX_SEVERITY_WARNING, handover, "effective_on",
                      _("The day on which the handover takes effect must be known, not only its month or year."));
}

static void
find_lacking_answers (TvxRecord   *handover,
                      TvxFindings *findings)
{
  GListModel *checklist = tvx_record_get_list (handover, "checklist");

  for (guint i = 0; i < g_list_model_get_n_items (checklist); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (checklist, i);
      g_autofree char *title = NULL;

      if (!tvx_record_get_boolean (item, "mandatory") || tvx_checklist_item_is_answered (TVX_CHECKLIST_ITEM (item)))
        continue;
      title = tvx_record_dup_title (item);
      tvx_findings_add (findings, TVX_SEVERITY_WARNING, item, "state",
                        /* Translators: %s is an item of a checklist. */
                        _("The checklist is not complete: %s."), title);
    }
}

static void
find_lacking_items (TvxRecord   *handover,
                    TvxRecord   *reg,
                    TvxFindings *findings)
{
  GListModel *checklist = tvx_record_get_list (handover, "checklist");
  GListModel *template = tvx_record_get_list (reg, "checklist_template");

  for (guint i = 0; i < g_list_model_get_n_items (template); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (template, i);
      g_autofree char *title = tvx_record_dup_title (item);

      if (tvx_record_get_boolean (item, "mandatory") && !tvx_handover_has_item (checklist, tvx_record_get_text (item, "title")))
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, handover, "checklist",
                          /* Translators: %s is an item of a checklist. */
                          _("The checklist lacks an item of the register’s: %s."), title);
    }
}

static void
find_lacking_transfers (TvxRecord   *project,
                        TvxFindings *findings)
{
  GListModel *documents = tvx_record_get_list (project, "documents");

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (TvxRecord) document = g_list_model_get_item (documents, i);
      const char *transfer = tvx_record_get_text (document, "transfer");
      g_autofree char *title = tvx_record_dup_title (document);

      if (transfer == NULL)
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, document, "transfer",
                          _("It is not said what becomes of the document “%s” at the handover."), title);
      else if (g_str_equal (transfer, "loan") && tvx_record_get_value (document, "loan_until") == NULL)
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, document, "loan_until",
                          _("It is not said when the document “%s”, which is lent, is to be returned."), title);
      else if (g_str_equal (transfer, "disposal") && tvx_record_get_value (document, "disposal_reference") == NULL)
        tvx_findings_add (findings, TVX_SEVERITY_WARNING, document, "disposal_reference",
                          _("The document “%s” must not be disposed of without the number of a decision."), title);
    }
}

static void
find_lacking (TvxRecord   *project,
              TvxRecord   *reg,
              const char  *state,
              TvxFindings *findings)
{
  TvxRecord *handover = tvx_record_get_record (project, "handover");
  Stage stage = get_stage (state);

  find_lacking_fields (handover, stage, findings);
  if (stage >= STAGE_HANDED_OVER)
    {
      find_lacking_day (handover, findings);
      find_lacking_answers (handover, findings);
    }
  /* What comes later is the receiver's: its documents do not change hands, and its register has another checklist. */
  if (stage == STAGE_HANDED_OVER)
    find_lacking_transfers (project, findings);
  if (stage == STAGE_HANDED_OVER && reg != NULL)
    find_lacking_items (handover, reg, findings);
  if (g_strcmp0 (state, "received_with_remarks") == 0 && tvx_record_get_value (handover, "receipt_remarks") == NULL)
    tvx_findings_add (findings, TVX_SEVERITY_WARNING, handover, "receipt_remarks",
                      _("“%s” is not filled in."), _(tvx_record_get_field (handover, "receipt_remarks")->label));
}

/**
 * tvx_handover_list_next:
 * @state: (nullable): the state of a handover, as a code; %NULL for the first one
 *
 * Lists the states that a step may lead to. A state that is none of ours can only begin anew.
 *
 * Returns: (transfer container) (array zero-terminated=1): their codes, the way ahead first
 */
const char **
tvx_handover_list_next (const char *state)
{
  const char **next = g_new0 (const char *, G_N_ELEMENTS (states[0].next) + 1);
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].code, state) == 0)
      found = i;
  for (guint i = 0; i < G_N_ELEMENTS (states[found].next); i++)
    next[i] = states[found].next[i];
  return next;
}

/**
 * tvx_handover_needs_reason:
 * @from: the state of a handover
 * @to: a state that a step may lead to from there
 *
 * Tells whether a step must be accounted for: one that leads back, aside, or out of a handover that was cancelled.
 *
 * Returns: whether the step needs a note
 */
gboolean
tvx_handover_needs_reason (const char *from,
                           const char *to)
{
  if (get_stage (to) == STAGE_NONE || g_strcmp0 (from, "cancelled") == 0)
    return TRUE;
  return get_stage (to) < get_stage (from);
}

/**
 * tvx_handover_is_final:
 * @state: the state of a handover
 *
 * Tells whether the project has left the authority. What led there cannot be undone, only taken back by a step with a reason.
 *
 * Returns: whether it has been handed over, or more
 */
gboolean
tvx_handover_is_final (const char *state)
{
  return get_stage (state) >= STAGE_HANDED_OVER;
}

/**
 * tvx_handover_find_lacking:
 * @project: a project
 * @reg: (nullable): the register, whose checklist the project must have answered before it is handed over
 * @to: a state of its handover
 *
 * Finds what must be there before a step may lead to @to. Nothing is asked of a step back.
 *
 * Returns: (transfer full) (element-type TvxFinding): what lacks, each with the field to fill in
 */
GPtrArray *
tvx_handover_find_lacking (TvxRecord  *project,
                           TvxRecord  *reg,
                           const char *to)
{
  TvxFindings findings = { 0 };

  g_return_val_if_fail (TVX_IS_PROJECT (project), NULL);

  findings.items = g_ptr_array_new_with_free_func (g_object_unref);
  if (get_stage (to) >= get_stage (get_state (project)))
    find_lacking (project, reg, to, &findings);
  return findings.items;
}

/**
 * tvx_handover_count_lacking:
 * @project: a project
 * @to: a state of its handover
 *
 * Returns: how much [func@Tvx.handover_find_lacking] finds where the register is not asked
 */
guint
tvx_handover_count_lacking (TvxRecord  *project,
                            const char *to)
{
  TvxFindings findings = { 0 };

  g_return_val_if_fail (TVX_IS_PROJECT (project), 0);

  if (get_stage (to) >= get_stage (get_state (project)))
    find_lacking (project, NULL, to, &findings);
  return findings.n_items;
}

static gboolean
check_step (TvxRecord   *project,
            TvxRecord   *reg,
            const char  *to,
            const char  *person,
            const char  *note,
            GError     **error)
{
  const char *from = get_state (project);
  const char *to_label = tvx_vocabulary_get_label (&tvx_handover_states, to);
  g_autofree const char **next = tvx_handover_list_next (from);
  g_autoptr (GPtrArray) lacking = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!g_strv_contains (next, to))
    {
      for (guint i = 0; next[i] != NULL; i++)
        g_string_append_printf (text, i == 0 ? "“%s”" : ", “%s”", tvx_vocabulary_get_label (&tvx_handover_states, next[i]));
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP,
                   /* Translators: states of a handover; the last is a list, as “Decided”, “On hold”. */
                   _("No step leads from “%s” to “%s”. The next can be: %s."),
                   tvx_vocabulary_get_label (&tvx_handover_states, from), to_label, text->str);
      return FALSE;
    }
  if (person == NULL || *person == '\0')
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP, _("Say who takes the step to “%s”."), to_label);
      return FALSE;
    }
  if (tvx_handover_needs_reason (from, to) && (note == NULL || *note == '\0'))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP, _("The step to “%s” needs a reason, as a note."), to_label);
      return FALSE;
    }
  lacking = tvx_handover_find_lacking (project, reg, to);
  if (lacking->len == 0)
    return TRUE;
  for (guint i = 0; i < lacking->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", tvx_finding_get_message (lacking->pdata[i]));
  g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP,
               /* Translators: a state of a handover, and what is missing, a sentence on each line. */
               _("The step to “%s” cannot be taken yet:\n%s"), to_label, text->str);
  return FALSE;
}

static void
begin_step (TvxEditor  *editor,
            const char *to)
{
  /* Translators: %s is a state, as “Decided”. */
  g_autofree char *label = g_strdup_printf (_("Handover: %s"), tvx_vocabulary_get_label (&tvx_handover_states, to));

  tvx_editor_begin_step (editor, label);
}

static void
end_step (TvxEditor  *editor,
          TvxRecord  *handover,
          const char *from,
          const char *to)
{
  if (tvx_handover_is_final (from) || tvx_handover_is_final (to))
    tvx_editor_forget (editor, tvx_record_get_root (handover));
  tvx_editor_end_step (editor);
}

static TvxRecord *
new_log_line (const char *from,
              const char *to,
              const char *person,
              const char *note,
              GDateTime  *at)
{
  g_autoptr (GDateTime) now = at != NULL ? g_date_time_ref (at) : g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GError) error = NULL;
  TvxRecord *line;

  variant = g_variant_ref_sink (g_variant_new_parsed ("{'id': <%s>, 'at': <%s>, 'from_state': <%s>, 'to_state': <%s>, "
                                                      "'person': <%s>, 'note': <%s>}",
                                                      id, time, from, to, person, note != NULL ? note : ""));
  line = tvx_record_new_from_variant (TVX_TYPE_HANDOVER_STEP, variant, &error);
  g_assert_no_error (error);
  return line;
}

/**
 * tvx_handover_take_step:
 * @editor: the editor of the register
 * @project: a project
 * @to: the state to step to, a code of the vocabulary of handover states
 * @person: who takes the step
 * @note: (nullable): why, which a step back must say
 * @at: (nullable): when, %NULL for now
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Takes a step of a handover, if it is open and nothing lacks, and logs it. The preparation begins with the checklist of
 * the register. Once the project has left the authority, what was done to it before can no longer be undone.
 *
 * Returns: whether the step was taken; if not, nothing is changed
 */
gboolean
tvx_handover_take_step (TvxEditor   *editor,
                        TvxRecord   *project,
                        const char  *to,
                        const char  *person,
                        const char  *note,
                        GDateTime   *at,
                        GError     **error)
{
  TvxRecord *handover;
  g_autoptr (TvxRecord) line = NULL;
  g_autofree char *from = NULL;
  gboolean good;

  g_return_val_if_fail (TVX_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (TVX_IS_PROJECT (project), FALSE);

  if (!check_step (project, tvx_editor_get_register (editor), to, person, note, error))
    return FALSE;
  handover = tvx_record_get_record (project, "handover");
  from = g_strdup (get_state (project));
  line = new_log_line (from, to, person, note, at);

  /* The first edit fails if the record must not be changed; none does after it. */
  begin_step (editor, to);
  good = tvx_editor_set (editor, handover, "state", g_variant_new_string (to), error) &&
         tvx_editor_insert (editor, handover, "log", G_MAXUINT, line, error) != NULL &&
         (g_strcmp0 (to, "in_preparation") != 0 || tvx_handover_fill_checklist (editor, project, error));
  end_step (editor, handover, from, to);
  return good;
}

/**
 * tvx_handover_give_way:
 * @editor: the editor of the register
 * @handover: the handover of a project
 * @state: the state that somebody else has brought it to at the same time
 * @person: who gives way
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Lets the step of another person stand where two took different steps at the same time. Both are in the log by then; a
 * line that leads from the one state to the other tells how it ended.
 *
 * Returns: whether the project may be changed
 */
gboolean
tvx_handover_give_way (TvxEditor   *editor,
                       TvxRecord   *handover,
                       const char  *state,
                       const char  *person,
                       GError     **error)
{
  g_autofree char *from = NULL;
  g_autoptr (TvxRecord) line = NULL;
  gboolean good;

  g_return_val_if_fail (TVX_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (TVX_IS_HANDOVER (handover), FALSE);

  from = g_strdup (tvx_handover_get_state (TVX_HANDOVER (handover)));
  line = new_log_line (from, state, person, _("Two persons took different steps at the same time."), NULL);
  begin_step (editor, state);
  good = tvx_editor_set (editor, handover, "state", g_variant_new_string (state), error) &&
         tvx_editor_insert (editor, handover, "log", G_MAXUINT, line, error) != NULL;
  end_step (editor, handover, from, state);
  return good;
}

static gboolean
is_same (TvxRecord *a,
         TvxRecord *b)
{
  g_autoptr (GVariant) variant_a = tvx_record_to_variant (a);
  g_autoptr (GVariant) variant_b = tvx_record_to_variant (b);

  return g_variant_equal (variant_a, variant_b);
}

/* Whether the steps of another log begin with those of this one, lead on from its state, and end at the other's. */
static gboolean
leads_on (TvxRecord *handover,
          TvxRecord *other)
{
  GListModel *log = tvx_record_get_list (handover, "log");
  GListModel *other_log = tvx_record_get_list (other, "log");
  guint n_lines = g_list_model_get_n_items (log);
  const char *state = tvx_handover_get_state (TVX_HANDOVER (handover));

  if (g_list_model_get_n_items (other_log) < n_lines)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (other_log); i++)
    {
      g_autoptr (TvxRecord) line = i < n_lines ? g_list_model_get_item (log, i) : NULL;
      /* The list keeps it. */
      g_autoptr (TvxRecord) other_line = g_list_model_get_item (other_log, i);

      if (line != NULL ? !is_same (line, other_line) : g_strcmp0 (tvx_record_get_text (other_line, "from_state"), state) != 0)
        return FALSE;
      if (line == NULL)
        state = tvx_record_get_text (other_line, "to_state");
    }
  return g_strcmp0 (state, tvx_handover_get_state (TVX_HANDOVER (other))) == 0;
}

/**
 * tvx_handover_follow:
 * @editor: the editor of the register
 * @handover: the handover of a project
 * @other: the handover of a copy of the project
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Takes over the steps that were taken elsewhere, where they were checked: what the log of @other has after the steps that
 * both know. Two logs that say different things cannot be made one.
 *
 * Returns: whether @handover is now as far as @other; if not, nothing is changed
 */
gboolean
tvx_handover_follow (TvxEditor  *editor,
                     TvxRecord  *handover,
                     TvxRecord  *other,
                     GError    **error)
{
  GListModel *log = tvx_record_get_list (handover, "log");
  GListModel *other_log = tvx_record_get_list (other, "log");
  const char *state = tvx_handover_get_state (TVX_HANDOVER (other));
  g_autofree char *from = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (TVX_IS_EDITOR (editor), FALSE);

  if (!leads_on (handover, other))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_STEP,
                   /* Translators: states of a handover. */
                   _("The handover is “%s” here and “%s” there, and the log there does not lead on from here. Bring the one "
                      "to where the other is, step by step, and try again."),
                   tvx_vocabulary_get_label (&tvx_handover_states, tvx_handover_get_state (TVX_HANDOVER (handover))),
                   tvx_vocabulary_get_label (&tvx_handover_states, state));
      return FALSE;
    }
  if (g_list_model_get_n_items (other_log) == g_list_model_get_n_items (log))
    return TRUE;

  from = g_strdup (tvx_handover_get_state (TVX_HANDOVER (handover)));
  begin_step (editor, state);
  good = tvx_editor_set (editor, handover, "state", g_variant_new_string (state), error);
  for (guint i = g_list_model_get_n_items (log); good && i < g_list_model_get_n_items (other_log); i++)
    {
      g_autoptr (TvxRecord) line = g_list_model_get_item (other_log, i);
      g_autoptr (GVariant) variant = tvx_record_to_variant (line);
      g_autoptr (TvxRecord) copy = tvx_record_new_from_variant (TVX_TYPE_HANDOVER_STEP, variant, error);

      good = copy != NULL && tvx_editor_insert (editor, handover, "log", i, copy, error) != NULL;
    }
  end_step (editor, handover, from, state);
  return good;
}

/* A file that was changed by hand, or that an earlier version wrote, may say a state that no step led to. */
static void
check_log (TvxRecord   *handover,
           TvxFindings *findings)
{
  GListModel *log = tvx_record_get_list (handover, "log");
  guint n_lines = g_list_model_get_n_items (log);
  g_autoptr (TvxRecord) last = n_lines > 0 ? g_list_model_get_item (log, n_lines - 1) : NULL;
  const char *state = tvx_handover_get_state (TVX_HANDOVER (handover));
  const char *logged = last != NULL ? tvx_record_get_text (last, "to_state") : NULL;

  if (logged != NULL && g_strcmp0 (logged, state) != 0)
    tvx_findings_add (findings, TVX_SEVERITY_WARNING, handover, "state",
                      /* Translators: states of a handover. */
                      _("The status is “%s”, but the last step in the log led to “%s”."),
                      tvx_vocabulary_get_label (&tvx_handover_states, state),
                      tvx_vocabulary_get_label (&tvx_handover_states, logged));
}

/**
 * tvx_handover_check:
 * @handover: the handover of a project
 * @findings: where to add what is found
 *
 * The check of the class of handovers: whether all is there that its state asks for.
 */
void
tvx_handover_check (TvxRecord   *handover,
                    TvxFindings *findings)
{
  TvxRecord *project = tvx_record_get_parent (handover);

  check_log (handover, findings);
  if (project != NULL)
    find_lacking (project, NULL, tvx_handover_get_state (TVX_HANDOVER (handover)), findings);
}
