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
  GObject     parent_instance;

  TvxProject *project;
  char       *title;
  char       *condition;
  gboolean    is_ready;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CONDITION,
  PROP_IS_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxHandoverCandidate, tvx_handover_candidate, G_TYPE_OBJECT)

static void
tvx_handover_candidate_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  TvxHandoverCandidate *self = TVX_HANDOVER_CANDIDATE (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CONDITION:
      g_value_set_string (value, self->condition);
      break;
    case PROP_IS_READY:
      g_value_set_boolean (value, self->is_ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_handover_candidate_finalize (GObject *object)
{
  TvxHandoverCandidate *self = TVX_HANDOVER_CANDIDATE (object);

  g_clear_object (&self->project);
  g_free (self->title);
  g_free (self->condition);

  G_OBJECT_CLASS (tvx_handover_candidate_parent_class)->finalize (object);
}

static void
tvx_handover_candidate_class_init (TvxHandoverCandidateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tvx_handover_candidate_get_property;
  object_class->finalize = tvx_handover_candidate_finalize;

  /**
   * TvxHandoverCandidate:title:
   *
   * What the project is called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TvxHandoverCandidate:condition:
   *
   * Whether the project can take the step, and if not, why: sentences in the user's language.
   */
  properties[PROP_CONDITION] = g_param_spec_string ("condition", NULL, NULL, NULL, flags);
  /**
   * TvxHandoverCandidate:is-ready:
   *
   * Whether the project can take the step.
   */
  properties[PROP_IS_READY] = g_param_spec_boolean ("is-ready", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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
  TvxHandoverCandidate *self = g_object_new (TVX_TYPE_HANDOVER_CANDIDATE, NULL);

  self->project = g_object_ref (project);
  self->title = tvx_record_dup_title (TVX_RECORD (project));
  self->condition = g_strdup ("");
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

  if (self->is_ready)
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

  g_return_if_fail (TVX_IS_HANDOVER_CANDIDATE (self));

  if (g_strv_contains (next, to))
    lacking = tvx_handover_find_lacking (TVX_RECORD (self->project), reg, to);
  self->is_ready = lacking != NULL && lacking->len == 0;
  g_free (self->condition);
  self->condition = dup_condition (self, to, lacking);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONDITION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_READY]);
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

/**
 * tvx_handover_candidate_get_is_ready:
 * @self: a candidate
 *
 * Returns: whether the project can take the step
 */
gboolean
tvx_handover_candidate_get_is_ready (TvxHandoverCandidate *self)
{
  return self->is_ready;
}

/**
 * tvx_handover_candidate_get_title:
 * @self: a candidate
 *
 * Returns: (transfer none): what the project is called
 */
const char *
tvx_handover_candidate_get_title (TvxHandoverCandidate *self)
{
  return self->title;
}

/**
 * tvx_handover_candidate_get_condition:
 * @self: a candidate
 *
 * Returns: (transfer none): whether the project can take the step, and if not, why
 */
const char *
tvx_handover_candidate_get_condition (TvxHandoverCandidate *self)
{
  return self->condition;
}
