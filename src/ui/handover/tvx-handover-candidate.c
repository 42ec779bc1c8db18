/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-handover-candidate.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-finding.h"
#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-vocabulary.h"

/**
 * TvxHandoverCandidate:
 *
 * A project that is to take a step of its handover together with others, and what still blocks it.
 */
struct _TvxHandoverCandidate
{
  TvxOutcome  parent_instance;

  TvxProject *project;
};

G_DEFINE_FINAL_TYPE (TvxHandoverCandidate, tvx_handover_candidate, TVX_TYPE_OUTCOME)

static void
tvx_handover_candidate_finalize (GObject *object)
{
  TvxHandoverCandidate *self = TVX_HANDOVER_CANDIDATE (object);

  g_clear_object (&self->project);

  G_OBJECT_CLASS (tvx_handover_candidate_parent_class)->finalize (object);
}

static void
tvx_handover_candidate_class_init (TvxHandoverCandidateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_handover_candidate_finalize;
}

static void
tvx_handover_candidate_init (TvxHandoverCandidate *self)
{
}

/**
 * tvx_handover_candidate_new:
 * @project: a project
 *
 * Returns: (transfer full): a candidate for no step yet
 */
TvxHandoverCandidate *
tvx_handover_candidate_new (TvxProject *project)
{
  g_autofree char *title = tvx_record_dup_title (TVX_RECORD (project));
  TvxHandoverCandidate *self = g_object_new (TVX_TYPE_HANDOVER_CANDIDATE, "title", title, NULL);

  self->project = g_object_ref (project);
  return self;
}

/**
 * tvx_handover_candidate_get_project:
 * @self: a candidate
 *
 * Returns: (transfer none): its project
 */
TvxProject *
tvx_handover_candidate_get_project (TvxHandoverCandidate *self)
{
  return self->project;
}

static const char *
get_state (TvxHandoverCandidate *self)
{
  return tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (TVX_RECORD (self->project), "handover")));
}

/* "In preparation, ready", or what is missing, one sentence a line. */
static char *
dup_condition (TvxHandoverCandidate *self,
               const char           *to,
               GPtrArray            *lacking)
{
  const char *state = tvx_vocabulary_get_label (&tvx_handover_states, get_state (self));
  g_autoptr (GString) text = g_string_new (NULL);

  if (lacking != NULL && lacking->len == 0)
    /* Translators: %s is the state that the handover of a project is in. */
    return g_strdup_printf (_("%s, ready"), state);
  if (lacking == NULL)
    /* Translators: the first %s is the state that the handover of a project is in, the second one it cannot go to. */
    return g_strdup_printf (_("%s: no step leads to “%s” from here"), state,
                            tvx_vocabulary_get_label (&tvx_handover_states, to));
  for (guint i = 0; i < lacking->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", tvx_finding_get_message (lacking->pdata[i]));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tvx_handover_candidate_set_step:
 * @self: a candidate
 * @reg: the register
 * @to: the state that the step leads to
 *
 * Looks whether the project can take a step as it is now.
 */
void
tvx_handover_candidate_set_step (TvxHandoverCandidate *self,
                                 TvxRecord            *reg,
                                 const char           *to)
{
  g_autofree const char **next = tvx_handover_list_next (get_state (self));
  g_autoptr (GPtrArray) lacking = NULL;
  g_autofree char *condition = NULL;

  g_return_if_fail (TVX_IS_HANDOVER_CANDIDATE (self));

  if (g_strv_contains (next, to))
    lacking = tvx_handover_find_lacking (TVX_RECORD (self->project), reg, to);
  condition = dup_condition (self, to, lacking);
  tvx_outcome_set (TVX_OUTCOME (self), lacking != NULL && lacking->len == 0, condition);
}

/**
 * tvx_handover_candidate_get_state:
 * @self: a candidate
 *
 * Returns: (transfer none): the state that the handover of the project is in
 */
const char *
tvx_handover_candidate_get_state (TvxHandoverCandidate *self)
{
  return get_state (self);
}
