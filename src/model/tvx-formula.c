/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text that a spreadsheet would take for a formula, and calculate, which may send away what stands beside it. As OWASP
 * recommends ("CSV Injection"), such text gets an apostrophe before it. */

#include "model/tvx-formula.h"

#include <string.h>

#define GUARD '\''

/* A negative number is one in every spreadsheet, and does no harm. */
static gboolean
is_negative_number (const char *text)
{
  gsize n_digits, n_decimals = 0;

  if (*text != '-')
    return FALSE;
  n_digits = strspn (++text, "0123456789");
  text += n_digits;
  if (*text == '.' || *text == ',')
    {
      n_decimals = strspn (++text, "0123456789");
      if (n_decimals == 0)
        return FALSE;
      text += n_decimals;
    }
  return n_digits > 0 && *text == '\0';
}

/* Some spreadsheets take the wide forms of East Asian text for the same signs. */
static gboolean
is_formula (const char *text)
{
  static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return !is_negative_number (text);
  return FALSE;
}

static const char *
skip_guards (const char *text)
{
  while (*text == GUARD)
    text++;
  return text;
}

/**
 * tvx_formula_guard:
 * @text: the text of a cell
 *
 * Makes text harmless that is to go to a spreadsheet.
 *
 * Returns: (transfer full): @text, with an apostrophe before it where it would be a formula
 */
char *
tvx_formula_guard (const char *text)
{
  /* Where apostrophes stand before a formula already, one more lets them come back. */
  return is_formula (skip_guards (text)) ? g_strdup_printf ("%c%s", GUARD, text) : g_strdup (text);
}

/**
 * tvx_formula_unguard:
 * @text: the text of a cell
 *
 * Undoes [func@Tvx.formula_guard].
 *
 * Returns: (transfer none): what was guarded, a part of @text
 */
const char *
tvx_formula_unguard (const char *text)
{
  return *text == GUARD && is_formula (skip_guards (text)) ? text + 1 : text;
}
