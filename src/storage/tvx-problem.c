/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/tvx-problem.h"

#include <string.h>

/**
 * TvxProblem:
 *
 * Something that is wrong in a file of a register, and where.
 */
struct _TvxProblem
{
  GObject      parent_instance;

  TvxSeverity  severity;
  char        *file;
  char        *location;
  char        *message;
};

G_DEFINE_FINAL_TYPE (TvxProblem, tvx_problem, G_TYPE_OBJECT)

static void
tvx_problem_finalize (GObject *object)
{
  TvxProblem *self = TVX_PROBLEM (object);

  g_free (self->file);
  g_free (self->location);
  g_free (self->message);

  G_OBJECT_CLASS (tvx_problem_parent_class)->finalize (object);
}

static void
tvx_problem_class_init (TvxProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tvx_problem_finalize;
}

static void
tvx_problem_init (TvxProblem *self)
{
}

/**
 * tvx_problem_new:
 * @severity: how much it matters
 * @file: the file, seen from the folder of the register, as `projects/….json`
 * @location: (nullable): the place in the file, as `goals[0].text`
 * @message: a sentence in the user's language that names neither
 *
 * Returns: (transfer full): the problem
 */
TvxProblem *
tvx_problem_new (TvxSeverity  severity,
                 const char  *file,
                 const char  *location,
                 const char  *message)
{
  TvxProblem *self = g_object_new (TVX_TYPE_PROBLEM, NULL);

  self->severity = severity;
  self->file = g_strdup (file);
  self->location = location != NULL && *location != '\0' ? g_strdup (location) : NULL;
  self->message = g_strdup (message);
  return self;
}

/**
 * tvx_problem_new_from_error:
 * @file: the file, seen from the folder of the register
 * @error: why it cannot be read, a message that begins with @file
 *
 * Returns: (transfer full): the problem
 */
TvxProblem *
tvx_problem_new_from_error (const char   *file,
                            const GError *error)
{
  const char *message = error->message;

  if (g_str_has_prefix (message, file) && g_str_has_prefix (message + strlen (file), ": "))
    message += strlen (file) + 2;
  return tvx_problem_new (TVX_SEVERITY_ERROR, file, NULL, message);
}

/**
 * tvx_problem_new_from_finding:
 * @file: the file, seen from the folder of the register
 * @finding: what was found in the record of this file
 *
 * Returns: (transfer full): the problem
 */
TvxProblem *
tvx_problem_new_from_finding (const char *file,
                              TvxFinding *finding)
{
  g_autofree char *location =
    tvx_record_dup_location (tvx_finding_get_record (finding), tvx_finding_get_field (finding));

  return tvx_problem_new (tvx_finding_get_severity (finding), file, location, tvx_finding_get_message (finding));
}

/**
 * tvx_problem_get_severity:
 * @self: a problem
 *
 * Returns: how much it matters
 */
TvxSeverity
tvx_problem_get_severity (TvxProblem *self)
{
  return self->severity;
}

/**
 * tvx_problem_get_file:
 * @self: a problem
 *
 * Returns: (transfer none): the file, seen from the folder of the register
 */
const char *
tvx_problem_get_file (TvxProblem *self)
{
  return self->file;
}

/**
 * tvx_problem_get_location:
 * @self: a problem
 *
 * Returns: (transfer none) (nullable): the place in the file, as `goals[0].text`, %NULL where the message says it
 *   or the whole file is meant
 */
const char *
tvx_problem_get_location (TvxProblem *self)
{
  return self->location;
}

/**
 * tvx_problem_get_message:
 * @self: a problem
 *
 * Returns: (transfer none): a sentence in the user's language
 */
const char *
tvx_problem_get_message (TvxProblem *self)
{
  return self->message;
}

/**
 * tvx_problem_dup_sentence:
 * @self: a problem
 *
 * Returns: (transfer full): file, place and message in one line
 */
char *
tvx_problem_dup_sentence (TvxProblem *self)
{
  if (self->location == NULL)
    return g_strdup_printf ("%s: %s", self->file, self->message);
  return g_strdup_printf ("%s: %s: %s", self->file, self->location, self->message);
}
