/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of organisations, which a register wants, and those of persons, which it does not. */

#include "model/tvx-identity-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-model-error.h"

#define N_DIGITS 10

/* Ten digits with a hyphen or without, or twelve of which the first two tell the century, or 16 for an organisation. */
static gboolean
read_digits (const char *text,
             char        digits[N_DIGITS + 1],
             gboolean   *sixteen)
{
  char found[N_DIGITS + 3];
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && n < N_DIGITS + 2)
        found[n++] = *p;
      else if ((*p != '-' && *p != '+') || (n != N_DIGITS - 4 && n != N_DIGITS - 2) || !g_ascii_isdigit (p[1]))
        return FALSE;
    }
  if (n != N_DIGITS && n != N_DIGITS + 2)
    return FALSE;
  *sixteen = n > N_DIGITS && found[0] == '1' && found[1] == '6';
  memcpy (digits, found + (n - N_DIGITS), N_DIGITS);
  digits[N_DIGITS] = '\0';
  return TRUE;
}

/* The last digit makes the sum right: every other digit counts double, and its digits are added (Luhn). */
static gboolean
sum_is_right (const char *digits)
{
  int sum = 0;

  for (int i = 0; i < N_DIGITS; i++)
    {
      int digit = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += digit / 10 + digit % 10;
    }
  return sum % 10 == 0;
}

/* A person's number begins with the day of birth, to which 60 is added in a coordination number; in that of an
 * organisation the "month" is at least 20 (Skatteverket, SKV 709). */
static gboolean
is_personal (const char *digits)
{
  int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  int day = (digits[4] - '0') * 10 + (digits[5] - '0');

  day = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && sum_is_right (digits);
}

/**
 * tvx_check_organisation_number:
 * @text: a text
 * @error: return location for a [error@Tvx.ModelError]
 *
 * The check of fields that hold an organisation number (lag 1974:174). The number of a sole trader is that of a person,
 * and is refused.
 *
 * Returns: whether @text is the number of an organisation, as 202100-2247
 */
gboolean
tvx_check_organisation_number (const char  *text,
                               GError     **error)
{
  char digits[N_DIGITS + 1];
  gboolean sixteen;

  if (!read_digits (text, digits, &sixteen))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("“%s” is not an organisation number. Write its ten digits as 202100-2247."), text);
      return FALSE;
    }
  if (!sixteen && digits[2] < '2')
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("This looks like a personal identity number. Sole traders have their own as organisation number, "
                      "and the register keeps no numbers of persons. Leave the field empty."));
      return FALSE;
    }
  if (!sum_is_right (digits))
    {
      g_set_error (error, TVX_MODEL_ERROR, TVX_MODEL_ERROR_VALUE,
                   _("“%s” is mistyped: the last digit does not go with the others."), text);
      return FALSE;
    }
  return TRUE;
}

/**
 * tvx_normalize_organisation_number:
 * @text: what a person typed
 *
 * Returns: (transfer full) (nullable): the number as 202100-2247, %NULL where @text is none
 */
char *
tvx_normalize_organisation_number (const char *text)
{
  g_autoptr (GString) compact = g_string_new (NULL);
  char digits[N_DIGITS + 1];
  gboolean sixteen;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (compact, g_utf8_get_char (p));
  if (!read_digits (compact->str, digits, &sixteen) || (!sixteen && digits[2] < '2'))
    return NULL;
  return g_strdup_printf ("%.6s-%s", digits, digits + 6);
}

/* Most texts have too few digits for such a number, which is seen in much less time than a pattern takes. */
static gboolean
has_enough_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n < N_DIGITS; text++)
    n += g_ascii_isdigit (*text) ? 1 : 0;
  return n == N_DIGITS;
}

/**
 * tvx_find_personal_number:
 * @text: any text
 *
 * Looks for what has the form of a personal identity number or a coordination number, with a last digit that goes with
 * the others. Such a number has no place in a register of projects.
 *
 * Returns: (transfer full) (nullable): the first that is there
 */
char *
tvx_find_personal_number (const char *text)
{
  static GRegex *pattern;
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!has_enough_digits (text))
    return NULL;
  if (g_once_init_enter_pointer (&pattern))
    {
      GRegex *new_pattern = g_regex_new ("(?<![0-9-])(?:(?:19|20)?[0-9]{6}[-+ ]?[0-9]{4})(?![0-9-])", G_REGEX_OPTIMIZE,
                                         0, NULL);

      /* GLib compiles it for the processor at the first match, and two threads that do so at once lose memory. */
      g_regex_match (new_pattern, "", 0, NULL);
      g_once_init_leave_pointer (&pattern, new_pattern);
    }
  for (g_regex_match (pattern, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_autofree char *compact = g_strdup (found);
      char digits[N_DIGITS + 1];
      gboolean sixteen;

      g_strdelimit (compact, " ", '-');
      if (read_digits (compact, digits, &sixteen) && is_personal (digits))
        return g_steal_pointer (&found);
    }
  return NULL;
}
