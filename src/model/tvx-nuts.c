/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The regions of European statistics (NUTS) are derived from the county: nobody types them, and they cannot disagree. */

#include "model/tvx-nuts.h"

#include <string.h>

#include "model/tvx-vocabulary.h"

/* The third level is the county itself; its code and the name of the second level stand in one term. */
static TvxVocabulary nuts = { .name = "nuts", .resource = "nuts.tsv" };

#define CODE_LENGTH 5

/**
 * tvx_county_of_municipality:
 * @municipality: the code of a municipality
 *
 * Returns: (transfer none) (nullable): the code of its county, which is how its own code begins
 */
const char *
tvx_county_of_municipality (const char *municipality)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_counties, &n_terms);

  g_return_val_if_fail (municipality != NULL, NULL);

  for (gsize i = 0; i < n_terms; i++)
    if (strncmp (municipality, terms[i].code, 2) == 0)
      return terms[i].code;
  return NULL;
}

/**
 * tvx_nuts_dup_code:
 * @county: the code of a county
 * @level: 1, 2 or 3
 *
 * Returns: (transfer full) (nullable): the code of the region that the county is in, as `SE110`
 */
char *
tvx_nuts_dup_code (const char *county,
                   guint       level)
{
  const TvxTerm *term;

  g_return_val_if_fail (county != NULL && level >= 1 && level <= 3, NULL);

  term = tvx_vocabulary_lookup (&nuts, county);
  return term != NULL ? g_strndup (term->label, level + 2) : NULL;
}

/**
 * tvx_nuts_get_name:
 * @county: the code of a county
 *
 * Returns: (transfer none) (nullable): the name of the NUTS 2 region that the county is in, as `Östra Mellansverige`
 */
const char *
tvx_nuts_get_name (const char *county)
{
  const TvxTerm *term;

  g_return_val_if_fail (county != NULL, NULL);

  term = tvx_vocabulary_lookup (&nuts, county);
  return term != NULL ? term->label + CODE_LENGTH + 1 : NULL;
}
