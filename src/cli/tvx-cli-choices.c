/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/tvx-cli-choices.h"

#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-error.h"
#include "model/tvx-date.h"
#include "model/tvx-vocabulary.h"

/**
 * tvx_cli_read_language:
 * @call: a call of a command with the option --language
 * @language: (out) (transfer none): the language of a report, `sv` where none was given
 * @error: return location for a [error@Tvx.CliError]
 *
 * Returns: whether it is a language that reports come in
 */
gboolean
tvx_cli_read_language (TvxCliCall  *call,
                       const char **language,
                       GError     **error)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_languages, &n_terms);
  g_autofree const char **codes = g_new0 (const char *, n_terms + 1);
  guint choice;

  for (gsize i = 0; i < n_terms; i++)
    codes[i] = terms[i].code;
  if (!tvx_cli_call_get_choice (call, "language", codes, &choice, error))
    return FALSE;
  *language = codes[choice];
  return TRUE;
}

/**
 * tvx_cli_read_date:
 * @call: a call of a command with the option --date
 * @error: return location for a [error@Tvx.CliError]
 *
 * Returns: (transfer full) (nullable): the date that was given, today where none was; %NULL where it is no date
 */
GDateTime *
tvx_cli_read_date (TvxCliCall  *call,
                   GError     **error)
{
  const char *text = tvx_cli_call_get_option (call, "date");
  TvxDate date;

  if (text == NULL)
    return g_date_time_new_now_local ();
  if (tvx_date_parse_iso (text, &date) && date.day > 0)
    return g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, _("--date: “%s” is not a date. Write it as 2018-09-30."), text);
  return NULL;
}
