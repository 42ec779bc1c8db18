/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-guide.h"

#include <glib/gi18n-lib.h>

/* The steps of JämKAS Plus (Jämställdhetsmyndigheten), to be taken in this order by those who wish. */
static const TvxField fields[] = {
  { "target_groups", TVX_FIELD_LONG_TEXT, N_("1. Target groups"), .help = N_("Whom the project is for") },
  { "pattern", TVX_FIELD_LONG_TEXT, N_("2. Gender pattern"), .help = N_("What the numbers say of women and men in these groups") },
  { "observation", TVX_FIELD_LONG_TEXT, N_("3. Observation"), .help = N_("What stands out, such as “More women than men …”") },
  { "causes", TVX_FIELD_LONG_TEXT, N_("4. Causes and consequences"), .help = N_("What may lie behind it, and what it leads to") },
  { "confirmed", TVX_FIELD_LONG_TEXT, N_("5. Confirmed or rejected"), .help = N_("What is known of the causes, and what must be found out") },
  { "analysis", TVX_FIELD_LONG_TEXT, N_("6. Analysis"), .help = N_("What it means, seen with the goals of the project") },
  { "actors", TVX_FIELD_LONG_TEXT, N_("7. Who can act"), .help = N_("Those who decide, pay or organise, in the project and outside it") },
  { "measures", TVX_FIELD_LONG_TEXT, N_("8. Possible measures"), .help = N_("What could be done about the causes") },
  { "conclusions", TVX_FIELD_LONG_TEXT, N_("9. Conclusions"), .help = N_("What the project does now. What is to be followed up belongs among its goals.") },
};

TVX_DEFINE_RECORD (TvxGuide, tvx_guide, "guide", N_("JämKAS Plus"))
