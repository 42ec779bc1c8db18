/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-axis-preset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-category.h"
#include "model/tvx-record-private.h"
#include "model/tvx-subregion.h"
#include "model/tvx-table-axis.h"
#include "model/tvx-vocabulary.h"

/* The categories that the presets have, for reports in either language. */
static const TvxTerm categories[] = {
  { "0-17", N_("Under 18") },
  { "18-29", N_("18–29") },
  { "30-54", N_("30–54") },
  { "55+", N_("55 and older") },
  { "0-24", N_("Under 25") },
  { "25-54", N_("25–54") },
  { "20-34", N_("20–34") },
  { "35-54", N_("35–54") },
  { "55-64", N_("55–64") },
  { "65+", N_("65 and older") },
  { "metropolitan", N_("Metropolitan municipalities") },
  { "dense", N_("Dense municipalities") },
  { "rural", N_("Rural municipalities") },
  { "dense_near", N_("Dense, near a larger town") },
  { "dense_remote", N_("Dense, remote") },
  { "rural_near", N_("Rural, near a larger town") },
  { "rural_remote", N_("Rural, remote") },
  { "rural_very_remote", N_("Rural, very remote") },
  { "skr_a1", N_("A1 Large cities") },
  { "skr_a2", N_("A2 Commuting municipality near a large city") },
  { "skr_b3", N_("B3 Medium-sized town") },
  { "skr_b4", N_("B4 Commuting municipality near a medium-sized town") },
  { "skr_b5", N_("B5 Municipality with little commuting near a medium-sized town") },
  { "skr_c6", N_("C6 Small town") },
  { "skr_c7", N_("C7 Commuting municipality near a small town") },
  { "skr_c8", N_("C8 Rural municipality") },
  { "skr_c9", N_("C9 Rural municipality with a visitor industry") },
  { "skr_a", N_("A Large cities and municipalities near them") },
  { "skr_b", N_("B Medium-sized towns and municipalities near them") },
  { "skr_c", N_("C Small towns and rural municipalities") },
  { "born_in_sweden", N_("Born in Sweden") },
  { "born_abroad", N_("Born abroad") },
  { "parents_born_abroad", N_("Born in Sweden, both parents abroad") },
  { "parent_born_in_sweden", N_("Born in Sweden, a parent too") },
  { "foreign_background", N_("Foreign background") },
  { "compulsory", N_("Compulsory education") },
  { "upper_secondary", N_("Upper secondary education") },
  { "higher", N_("Post-secondary education") },
  { "sun_1", N_("Compulsory education, less than 9 years") },
  { "sun_2", N_("Compulsory education, 9 or 10 years") },
  { "sun_3", N_("Upper secondary education, at most 2 years") },
  { "sun_4", N_("Upper secondary education, 3 years") },
  { "sun_5", N_("Post-secondary education, less than 3 years") },
  { "sun_6", N_("Post-secondary education, 3 years or more") },
  { "sun_7", N_("Postgraduate education") },
  { "isced_0-2", N_("ISCED 0–2") },
  { "isced_3-4", N_("ISCED 3–4") },
  { "isced_5-8", N_("ISCED 5–8") },
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { "not_stated", N_("Not stated") },
  { "employed", N_("Employed") },
  { "unemployed", N_("Unemployed") },
  { "unemployed_short", N_("Unemployed, not long-term") },
  { "unemployed_long", N_("Long-term unemployed") },
  { "inactive", N_("Outside the labour force") },
  { "area_type_1", N_("Area type 1, great socioeconomic challenges") },
  { "area_type_2", N_("Area type 2, socioeconomic challenges") },
  { "area_type_3", N_("Area type 3, socioeconomically mixed") },
  { "area_type_4", N_("Area type 4, good socioeconomic conditions") },
  { "area_type_5", N_("Area type 5, very good socioeconomic conditions") },
  { "area_challenges", N_("Area types 1 and 2, areas with socioeconomic challenges") },
};
static TvxVocabulary category_vocabulary = TVX_VOCABULARY ("category", categories);

/* What others call their categories is a fact that anyone may use; of each stands who decided on it, and where it was read.
 * Statistics Sweden asks to be named, and the institutions of the EU do (Decision 2011/833/EU). */
static const TvxAxisPreset presets[] = {
  /* ESF+: Regulation (EU) 2021/1057, annex I; who is 30–54 is the rest. */
  { N_("Age according to ESF+"), "age", "0-17,18-29,30-54,55+" },
  /* ESF: Regulation (EU) No 1304/2013, annex I; who is 25–54 is the rest. */
  { N_("Age according to the ESF 2014–2020"), "age", "0-24,25-54,55+" },
  /* The Swedish National Financial Management Authority (ESV), an example of statistics by gender. */
  { N_("Age of adults"), "age", "20-34,35-54,55-64,65+" },
  /* All municipalities of the county; their names come from Statistics Sweden. The sub-regions are the register’s own: between
   * municipality and county there is no division that all of Sweden has. */
  { N_("Municipalities of the county"), "municipality", "" },
  /* The Swedish Agency for Growth Policy Analysis, used by the Swedish Agency for Economic and Regional Growth: six kinds in
   * three. tillvaxtverket.se, Regionala indelningar, Kommuntyper. */
  { N_("Town and country, three kinds"), "urban_rural", "metropolitan,dense,rural" },
  { N_("Town and country, six kinds"), "urban_rural", "metropolitan,dense_near,dense_remote,rural_near,rural_remote,rural_very_remote,"
                                                       "dense=dense_near/dense_remote,rural=rural_near/rural_remote/rural_very_remote" },
  /* Swedish Association of Local Authorities and Regions, Kommungruppsindelning 2017 and 2023: nine groups in three main
   * groups. skr.se, Kommungruppsindelning. */
  { N_("Town and country, nine groups of municipalities"), "urban_rural", "skr_a1,skr_a2,skr_b3,skr_b4,skr_b5,skr_c6,skr_c7,skr_c8,skr_c9,"
                                                                           "skr_a=skr_a1/skr_a2,skr_b=skr_b3/skr_b4/skr_b5,"
                                                                           "skr_c=skr_c6/skr_c7/skr_c8/skr_c9" },
  /* Statistics Sweden. */
  { N_("Country of birth"), "country_of_birth", "born_in_sweden,born_abroad" },
  /* Statistics Sweden, coordination report 2002:3: who is born abroad or has two parents who are has a foreign background.
   * scb.se, Om statistiken – Integration och demografi. */
  { N_("Foreign background, by own and parents’ country of birth"), "country_of_birth",
    "born_abroad,parents_born_abroad,parent_born_in_sweden,"
    "born_in_sweden=parents_born_abroad/parent_born_in_sweden,foreign_background=born_abroad/parents_born_abroad" },
  /* Statistics Sweden, the levels of SUN, which are the same in SUN 2000 and 2020: seven in three, as in its tables of the
   * education of the population. scb.se, Svensk utbildningsnomenklatur. */
  { N_("Level of education"), "education", "compulsory,upper_secondary,higher" },
  { N_("Level of education, seven levels of SUN 2020"), "education",
    "sun_1,sun_2,sun_3,sun_4,sun_5,sun_6,sun_7,compulsory=sun_1/sun_2,upper_secondary=sun_3/sun_4,higher=sun_5/sun_6/sun_7" },
  /* ESF+: Regulation (EU) 2021/1057, annex I, also the three after this. */
  { N_("Level of education, ISCED"), "education", "isced_0-2,isced_3-4,isced_5-8" },
  { N_("Employment"), "employment", "employed,unemployed,inactive" },
  { N_("Employment, with long-term unemployed apart"), "employment",
    "employed,unemployed_short,unemployed_long,inactive,unemployed=unemployed_short/unemployed_long" },
  { N_("Disability"), "disability", "yes,no,not_stated" },
  /* The Delegation against Segregation and Statistics Sweden, 2021, now kept by the National Board of Housing: each of the
   * regional statistical areas (RegSO) is of one of five types. segregationsbarometern.boverket.se. */
  { N_("Socioeconomic type of residential area"), "socioeconomy",
    "area_type_1,area_type_2,area_type_3,area_type_4,area_type_5,area_challenges=area_type_1/area_type_2" },
  { N_("Another breakdown"), "other", NULL },
};

static void
add_category (TvxRecord  *axis,
              const char *code,
              const char *name,
              const char *of)
{
  g_autoptr (TvxRecord) category = tvx_record_new (TVX_TYPE_CATEGORY);

  tvx_record_set_value (category, tvx_record_get_field (category, "code"), g_variant_new_string (code));
  tvx_record_set_value (category, tvx_record_get_field (category, "name"), g_variant_new_string (name));
  if (of != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (of, "/", -1);

      tvx_record_set_value (category, tvx_record_get_field (category, "of"), g_variant_new_strv ((const char *const *) parts, -1));
    }
  tvx_record_insert (axis, tvx_record_get_field (axis, "categories"), G_MAXUINT, category);
}

/**
 * tvx_axis_presets_get:
 * @n_presets: (out): how many there are
 *
 * Returns: (array length=n_presets) (transfer none): the breakdowns that officials use
 */
const TvxAxisPreset *
tvx_axis_presets_get (gsize *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);
  return presets;
}

/**
 * tvx_axis_preset_new_axis:
 * @self: a preset
 * @county: (nullable): the code of the county that municipalities are of
 * @subregions: (nullable): the sub-regions of the register, which become groups of municipalities
 *
 * Returns: (transfer full): a breakdown with the categories of the preset, called as in the user's language
 */
TvxRecord *
tvx_axis_preset_new_axis (const TvxAxisPreset *self,
                          const char          *county,
                          GListModel          *subregions)
{
  TvxRecord *axis = tvx_record_new (TVX_TYPE_TABLE_AXIS);

  tvx_record_set_value (axis, tvx_record_get_field (axis, "kind"), g_variant_new_string (self->kind));
  if (g_str_equal (self->kind, "municipality"))
    {
      gsize n_terms;
      const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_municipalities, &n_terms);

      for (gsize i = 0; county != NULL && i < n_terms; i++)
        if (g_str_has_prefix (terms[i].code, county))
          add_category (axis, terms[i].code, terms[i].label, NULL);
      for (guint i = 0; subregions != NULL && i < g_list_model_get_n_items (subregions); i++)
        {
          g_autoptr (TvxSubregion) subregion = g_list_model_get_item (subregions, i);

          tvx_subregion_add_to (subregion, TVX_TABLE_AXIS (axis));
        }
    }
  else if (self->categories != NULL)
    {
      g_auto (GStrv) codes = g_strsplit (self->categories, ",", -1);

      for (guint i = 0; codes[i] != NULL; i++)
        {
          char *of = strchr (codes[i], '=');

          if (of != NULL)
            *of++ = '\0';
          add_category (axis, codes[i], tvx_vocabulary_get_label (&category_vocabulary, codes[i]), of);
        }
    }
  return axis;
}

/**
 * tvx_axis_preset_get_label_of:
 * @code: the code of a category
 *
 * Returns: (transfer none) (nullable): what it is called where it is one of a preset: a message to be translated
 */
const char *
tvx_axis_preset_get_label_of (const char *code)
{
  const TvxTerm *term = tvx_vocabulary_lookup (&category_vocabulary, code);

  return term != NULL ? term->label : NULL;
}
