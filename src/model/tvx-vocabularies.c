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

static const TvxTerm checklist_states[] = {
  { "open", N_("To do") },
  { "done", N_("Done") },
  { "not_relevant", N_("Not relevant") },
};
TvxVocabulary tvx_checklist_states = TVX_VOCABULARY ("checklist_state", checklist_states);

static const TvxTerm document_transfers[] = {
  { "original", N_("Original handed over") },
  { "copy", N_("Copy") },
  { "digital_copy", N_("Digital copy") },
  { "loan", N_("Loan") },
  { "stays", N_("Stays") },
  { "disposal", N_("To be disposed of") },
};
TvxVocabulary tvx_document_transfers = TVX_VOCABULARY ("document_transfer", document_transfers);

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

static const TvxTerm axis_kinds[] = {
  { "age", N_("Age") },
  { "municipality", N_("Municipality") },
  { "urban_rural", N_("Town and country") },
  { "country_of_birth", N_("Country of birth") },
  { "education", N_("Level of education") },
  { "employment", N_("Employment") },
  { "disability", N_("Disability") },
  { "socioeconomy", N_("Socioeconomic conditions") },
  { "other", N_("Another breakdown") },
};
TvxVocabulary tvx_axis_kinds = TVX_VOCABULARY ("axis_kind", axis_kinds);

static const TvxTerm zero_policies[] = {
  { "maybe", N_("Shown, but one may be hidden to protect others") },
  { "shown", N_("Always shown") },
  { "protected", N_("Hidden as small numbers are") },
};
TvxVocabulary tvx_zero_policies = TVX_VOCABULARY ("zero_policy", zero_policies);

static const TvxTerm goal_levels[] = {
  { "activity", N_("Delivery") },
  { "result", N_("Result") },
  { "effect", N_("Long-term effect") },
};
TvxVocabulary tvx_goal_levels = TVX_VOCABULARY ("goal_level", goal_levels);

static const TvxTerm indicator_kinds[] = {
  { "activity", N_("Activity indicator") },
  { "result", N_("Result indicator") },
};
TvxVocabulary tvx_indicator_kinds = TVX_VOCABULARY ("indicator_kind", indicator_kinds);

static const TvxTerm directions[] = {
  { "increase", N_("Increase") },
  { "decrease", N_("Decrease") },
};
TvxVocabulary tvx_directions = TVX_VOCABULARY ("direction", directions);

static const TvxTerm organisation_kinds[] = {
  { "state", N_("State authority") },
  { "region", N_("Region") },
  { "municipality", N_("Municipality") },
  { "university", N_("University") },
  { "company", N_("Company") },
  { "association", N_("Association or foundation") },
  { "eu", N_("EU body") },
  { "other", N_("Other organisation") },
};
TvxVocabulary tvx_organisation_kinds = TVX_VOCABULARY ("organisation_kind", organisation_kinds);

static const TvxTerm reference_kinds[] = {
  { "registration", N_("Registration number") },
  { "case", N_("Case id") },
  { "agreement", N_("Agreement number") },
  { "other", N_("Other reference") },
};
TvxVocabulary tvx_reference_kinds = TVX_VOCABULARY ("reference_kind", reference_kinds);

static const TvxTerm cost_kinds[] = {
  { "staff", N_("Staff") },
  { "services", N_("External services") },
  { "travel", N_("Travel and accommodation") },
  { "equipment", N_("Investments, materials and premises") },
  { "indirect", N_("Indirect costs") },
  { "other", N_("Other costs") },
  { "revenue", N_("Revenue, to be deducted") },
};
TvxVocabulary tvx_cost_kinds = TVX_VOCABULARY ("cost_kind", cost_kinds);

static const TvxTerm decision_kinds[] = {
  { "grant", N_("Grant") },
  { "change", N_("Change") },
  { "payment", N_("Payment") },
  { "handover", N_("Handover") },
  { "closing", N_("Closing") },
  { "disposal", N_("Disposal of documents") },
  { "rejection", N_("Rejection") },
  { "other", N_("Other decision") },
};
TvxVocabulary tvx_decision_kinds = TVX_VOCABULARY ("decision_kind", decision_kinds);

static const TvxTerm report_due_kinds[] = {
  { "interim", N_("Interim report") },
  { "payment", N_("Payment request") },
  { "final", N_("Final report") },
  { "evaluation", N_("Evaluation") },
  { "statistics", N_("Statistics") },
  { "other", N_("Other report") },
};
TvxVocabulary tvx_report_due_kinds = TVX_VOCABULARY ("report_due_kind", report_due_kinds);

static const TvxTerm activity_states[] = {
  { "not_started", N_("Not started") },
  { "started", N_("Started") },
  { "done", N_("Done") },
  { "delayed", N_("Delayed") },
  { "dropped", N_("Dropped") },
};
TvxVocabulary tvx_activity_states = TVX_VOCABULARY ("activity_state", activity_states);

/* Skr. 2020/21:133, the strategic areas. */
static const TvxTerm strategy_2021_terms[] = {
  { "welfare", N_("Equal opportunities for housing, work and welfare throughout the country") },
  { "skills", N_("Skills supply and skills development throughout the country") },
  { "innovation", N_("Innovation and renewal, entrepreneurship and enterprise throughout the country") },
  { "accessibility", N_("Accessibility throughout the country through digital communication and transport") },
};
TvxVocabulary tvx_strategy_2021 = TVX_VOCABULARY ("strategy_2021", strategy_2021_terms);

/* En nationell strategi för hållbar regional tillväxt och attraktionskraft 2015–2020, the priorities. */
static const TvxTerm strategy_2015_terms[] = {
  { "innovation", N_("Innovation and enterprise") },
  { "environments", N_("Attractive environments and accessibility") },
  { "skills", N_("Skills supply") },
  { "international", N_("International cooperation") },
};
TvxVocabulary tvx_strategy_2015 = TVX_VOCABULARY ("strategy_2015", strategy_2015_terms);

/* The four areas of Länsstyrelsen Stockholm’s Jämställd tillväxt 2016–2018, which are not those of the strategy. */
static const TvxTerm equal_growth_areas[] = {
  { "mainstreaming", N_("Systematic management and gender mainstreaming of budgets, strategies and programmes") },
  { "mapping", N_("Mapping of differences between women and men") },
  { "entrepreneurship", N_("Women’s entrepreneurship, and work and enterprise of foreign-born women") },
  { "erdf", N_("Gender perspective in projects of the regional development fund") },
};
TvxVocabulary tvx_equal_growth_areas = TVX_VOCABULARY ("equal_growth_area", equal_growth_areas);

/* The six goals of Swedish gender equality policy (skr. 2016/17:10). */
static const TvxTerm gender_policy_goals[] = {
  { "power", N_("Power and influence") },
  { "economy", N_("Economic equality") },
  { "education", N_("Equal education") },
  { "care", N_("Unpaid housework and care") },
  { "health", N_("Equal health") },
  { "violence", N_("An end to men’s violence against women") },
};
TvxVocabulary tvx_gender_policy_goals = TVX_VOCABULARY ("gender_policy_goal", gender_policy_goals);

/* The Sustainable Development Goals (A/RES/70/1), by their number. */
static const TvxTerm agenda_2030_terms[] = {
  { "1", N_("No poverty") },
  { "2", N_("Zero hunger") },
  { "3", N_("Good health and well-being") },
  { "4", N_("Quality education") },
  { "5", N_("Gender equality") },
  { "6", N_("Clean water and sanitation") },
  { "7", N_("Affordable and clean energy") },
  { "8", N_("Decent work and economic growth") },
  { "9", N_("Industry, innovation and infrastructure") },
  { "10", N_("Reduced inequalities") },
  { "11", N_("Sustainable cities and communities") },
  { "12", N_("Responsible consumption and production") },
  { "13", N_("Climate action") },
  { "14", N_("Life below water") },
  { "15", N_("Life on land") },
  { "16", N_("Peace, justice and strong institutions") },
  { "17", N_("Partnerships for the goals") },
};
TvxVocabulary tvx_agenda_2030 = TVX_VOCABULARY ("agenda_2030", agenda_2030_terms);

static const TvxTerm languages[] = {
  { "sv", N_("Swedish") },
  { "en", N_("English") },
};
TvxVocabulary tvx_languages = TVX_VOCABULARY ("language", languages);
