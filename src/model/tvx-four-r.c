/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-four-r.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-goal.h"
#include "model/tvx-project.h"

/* The four questions of the 4R method, about one thing: a service, a meeting, a fund. */
static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "subject", TVX_FIELD_TEXT, N_("What is looked at"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200,
    .help = N_("A service, a meeting, a form of support") },
  { "representation", TVX_FIELD_LONG_TEXT, N_("Representation"), .help = N_("How many women and men take part, and decide") },
  { "resources", TVX_FIELD_LONG_TEXT, N_("Resources"), .help = N_("How money, time, rooms and information are shared") },
  { "realia", TVX_FIELD_LONG_TEXT, N_("Realia"), .help = N_("Why it is so: which norms and values steer") },
  { "realise", TVX_FIELD_LONG_TEXT, N_("Realise"), .help = N_("What is to change, and by which measures") },
  { "responsible", TVX_FIELD_TEXT, N_("Responsible"), TVX_FIELD_PRIVATE, .max_length = 200 },
  { "due", TVX_FIELD_DATE, N_("Due") },
  { "goals", TVX_FIELD_REFERENCES, N_("Goals"), .get_type = tvx_goal_get_type, .help = N_("The goals that have come of it") },
};

TVX_DEFINE_RECORD (TvxFourR, tvx_four_r, "four_r", N_("4R sheet"))

/* The first line of what is to be realised, or of what is looked at. */
static char *
dup_goal_text (TvxFourR *self)
{
  const char *text = tvx_record_get_text (TVX_RECORD (self), "realise");
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    text = tvx_record_get_text (TVX_RECORD (self), "subject");
  if (text == NULL)
    return NULL;
  lines = g_strsplit (text, "\n", 2);
  return g_utf8_substring (lines[0], 0, MIN (g_utf8_strlen (lines[0], -1), 500));
}

/**
 * tvx_four_r_create_goal:
 * @self: a 4R sheet of a project
 * @editor: the editor of the register
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Makes a goal of what the sheet says is to be realised, and links it to the sheet, in one step that can be undone.
 *
 * Returns: (transfer none) (nullable): the goal
 */
TvxRecord *
tvx_four_r_create_goal (TvxFourR   *self,
                        TvxEditor  *editor,
                        GError    **error)
{
  TvxRecord *project;
  GVariant *linked;
  g_autofree char *text = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  TvxRecord *goal;

  g_return_val_if_fail (TVX_IS_FOUR_R (self), NULL);

  project = tvx_record_get_root (TVX_RECORD (self));
  g_return_val_if_fail (TVX_IS_PROJECT (project), NULL);
  linked = tvx_record_get_value (TVX_RECORD (self), "goals");
  text = dup_goal_text (self);

  tvx_editor_begin (editor, _("Make a Goal of the 4R Sheet"));
  goal = tvx_editor_insert (editor, project, "goals", G_MAXUINT, NULL, error);
  if (goal != NULL)
    {
      if (linked != NULL)
        {
          g_autofree const char **before = g_variant_get_strv (linked, NULL);

          g_strv_builder_addv (ids, before);
        }
      g_strv_builder_add (ids, tvx_record_get_id (goal));
      strv = g_strv_builder_end (ids);
      if ((text != NULL && !tvx_editor_set (editor, goal, "text", g_variant_new_string (text), error)) ||
          !tvx_editor_set (editor, TVX_RECORD (self), "goals", g_variant_new_strv ((const char *const *) strv, -1), error))
        goal = NULL;
    }
  tvx_editor_end (editor);
  return goal;
}
