/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of the register. A code, once it has been in a file, is never changed or used for something else. */

#include "model/tvx-vocabulary.h"

#include <glib/gi18n-lib.h>

/* Codes and names by Statistics Sweden; the files name their source. */
TvxVocabulary tvx_counties = { .name = "county", .resource = "county.tsv" };
TvxVocabulary tvx_municipalities = { .name = "municipality", .resource = "municipality.tsv" };

static const TvxTerm growth_areas[] = {
  { "rural", N_("Countryside") },
  { "energy_climate", N_("Energy and climate") },
  { "environment", N_("Environmental protection") },
  { "planning", N_("Community planning") },
  { "social", N_("Social sustainability") },
};
TvxVocabulary tvx_growth_areas = TVX_VOCABULARY ("growth_area", growth_areas);

static const TvxTerm lifecycles[] = {
  { "planned", N_("Planned") },
  { "ongoing", N_("Ongoing") },
  { "suspended", N_("Suspended") },
  { "finalising", N_("Being concluded") },
  { "completed", N_("Completed") },
  { "cancelled", N_("Cancelled") },
};
TvxVocabulary tvx_lifecycles = TVX_VOCABULARY ("lifecycle", lifecycles);

static const TvxTerm handover_states[] = {
  { "not_applicable", N_("Not applicable") },
  { "identified", N_("Identified") },
  { "in_preparation", N_("In preparation") },
  { "decided", N_("Decided") },
  { "handed_over", N_("Handed over") },
  { "received", N_("Received") },
  { "received_with_remarks", N_("Received with remarks") },
  { "completed", N_("Handover completed") },
  { "on_hold", N_("On hold") },
  { "cancelled", N_("Handover cancelled") },
};
TvxVocabulary tvx_handover_states = TVX_VOCABULARY ("handover_state", handover_states);

static const TvxTerm goal_assessments[] = {
  { "not_assessed", N_("Not assessed") },
  { "reachable", N_("Can be reached") },
  { "partly_reachable", N_("Can be reached in part") },
  { "hard_to_reach", N_("Hard to reach") },
};
TvxVocabulary tvx_goal_assessments = TVX_VOCABULARY ("goal_assessment", goal_assessments);

static const TvxTerm partner_roles[] = {
  { "beneficiary", N_("Project owner") },
  { "partner", N_("Cooperating partner") },
  { "co_financier", N_("Co-financier") },
  { "participant", N_("Participant") },
  { "reference_group", N_("Reference group") },
};
TvxVocabulary tvx_partner_roles = TVX_VOCABULARY ("partner_role", partner_roles);

static const TvxTerm funding_kinds[] = {
  { "eu", N_("EU funding") },
  { "state_1_1", N_("State appropriation 1:1") },
  { "other_public", N_("Other public funding") },
  { "private", N_("Private funding") },
  { "own", N_("Own contribution") },
};
TvxVocabulary tvx_funding_kinds = TVX_VOCABULARY ("funding_kind", funding_kinds);

static const TvxTerm document_kinds[] = {
  { "plan", N_("Plan") },
  { "analysis", N_("Analysis") },
  { "application", N_("Application") },
  { "decision", N_("Decision") },
  { "agreement", N_("Agreement") },
  { "report", N_("Report") },
  { "other", N_("Other document") },
};
TvxVocabulary tvx_document_kinds = TVX_VOCABULARY ("document_kind", document_kinds);

static const TvxTerm dimension_kinds[] = {
  { "gender", N_("Gender") },
  { "age", N_("Age") },
  { "urban_rural", N_("Town and country") },
  { "ethnic_background", N_("Ethnic background") },
  { "disability", N_("Disability") },
  { "education", N_("Education") },
  { "employment", N_("Employment") },
  { "socioeconomy", N_("Socioeconomic conditions") },
  { "gender_identity", N_("Gender identity or expression") },
  { "religion", N_("Religion or other belief") },
  { "sexual_orientation", N_("Sexual orientation") },
  { "other", N_("Other dimension") },
};
TvxVocabulary tvx_dimension_kinds = TVX_VOCABULARY ("dimension_kind", dimension_kinds);

static const TvxTerm relevances[] = {
  { "not_examined", N_("Not examined") },
  { "relevant", N_("Relevant") },
  { "not_relevant", N_("Not relevant") },
};
TvxVocabulary tvx_relevances = TVX_VOCABULARY ("relevance", relevances);

static const TvxTerm languages[] = {
  { "sv", N_("Swedish") },
  { "en", N_("English") },
};
TvxVocabulary tvx_languages = TVX_VOCABULARY ("language", languages);
