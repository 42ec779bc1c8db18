/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-types.h"

G_BEGIN_DECLS

/**
 * TvxTerm:
 * @code: what is stored, neutral to language
 * @label: what is shown: a message to be translated, or a proper name
 *
 * One value of a vocabulary.
 */
struct _TvxTerm
{
  const char *code;
  const char *label;
};

/**
 * TvxVocabulary:
 * @name: its name in files and schemas
 * @terms: (array length=n_terms): its terms, in the order in which they are shown
 * @n_terms: how many terms it has
 * @resource: (nullable): the file of terms, for a code list that ships as data
 *
 * A closed list of codes with what they are called.
 *
 * The terms of a vocabulary that ships as data are proper names, which are the
 * same in every language; those of the others are translated.
 */
struct _TvxVocabulary
{
  const char    *name;
  const TvxTerm *terms;
  gsize          n_terms;
  const char    *resource;
  gsize          loaded;
};

/* For a list of terms that stands in the code. */
#define TVX_VOCABULARY(name_, terms_) \
  { .name = (name_), .terms = (terms_), .n_terms = G_N_ELEMENTS (terms_) }

extern TvxVocabulary tvx_counties;
extern TvxVocabulary tvx_municipalities;
extern TvxVocabulary tvx_growth_areas;
extern TvxVocabulary tvx_lifecycles;
extern TvxVocabulary tvx_handover_states;
extern TvxVocabulary tvx_checklist_states;
extern TvxVocabulary tvx_document_transfers;
extern TvxVocabulary tvx_goal_assessments;
extern TvxVocabulary tvx_partner_roles;
extern TvxVocabulary tvx_funding_kinds;
extern TvxVocabulary tvx_document_kinds;
extern TvxVocabulary tvx_dimension_kinds;
extern TvxVocabulary tvx_relevances;
extern TvxVocabulary tvx_axis_kinds;
extern TvxVocabulary tvx_zero_policies;
extern TvxVocabulary tvx_goal_levels;
extern TvxVocabulary tvx_indicator_kinds;
extern TvxVocabulary tvx_directions;
extern TvxVocabulary tvx_organisation_kinds;
extern TvxVocabulary tvx_reference_kinds;
extern TvxVocabulary tvx_cost_kinds;
extern TvxVocabulary tvx_decision_kinds;
extern TvxVocabulary tvx_report_due_kinds;
extern TvxVocabulary tvx_activity_states;
extern TvxVocabulary tvx_strategy_2021;
extern TvxVocabulary tvx_strategy_2015;
extern TvxVocabulary tvx_equal_growth_areas;
extern TvxVocabulary tvx_gender_policy_goals;
extern TvxVocabulary tvx_agenda_2030;
extern TvxVocabulary tvx_languages;

const TvxTerm *tvx_vocabulary_get_terms (TvxVocabulary *self,
                                         gsize         *n_terms);
const TvxTerm *tvx_vocabulary_lookup    (TvxVocabulary *self,
                                         const char    *code);
const char    *tvx_vocabulary_get_label (TvxVocabulary *self,
                                         const char    *code);
const TvxTerm *tvx_vocabulary_find      (TvxVocabulary *self,
                                         const char    *text);

G_END_DECLS
