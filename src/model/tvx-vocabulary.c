/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-vocabulary-resources.h"

#define RESOURCE_PATH "/io/github/tillvaxt/vocabularies/"

/* A file of terms has one "code<tab>name" a line; lines that begin with # tell where they come from.
 * The text stays in memory for good, as the strings of the terms that stand in the code do. */
static void
load (TvxVocabulary *self)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, self->resource, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tvx_vocabulary_get_resource (), path, 0, NULL);
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (TvxTerm));
  char *text, *line;

  g_assert (bytes != NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (line = text; *line != '\0';)
    {
      char *end = strchrnul (line, '\n');
      gboolean last = *end == '\0';

      *end = '\0';
      if (*line != '#' && *line != '\0')
        {
          char *tab = strchr (line, '\t');

          g_assert (tab != NULL);
          *tab = '\0';
          g_array_append_val (terms, ((TvxTerm) { line, tab + 1 }));
        }
      line = last ? end : end + 1;
    }

  self->n_terms = terms->len;
  self->terms = (const TvxTerm *) (gpointer) g_array_free (terms, FALSE);
}

/**
 * tvx_vocabulary_get_terms:
 * @self: a vocabulary
 * @n_terms: (out): how many terms it has
 *
 * Returns: (array length=n_terms) (transfer none): the terms, in the order in which they are shown
 */
const TvxTerm *
tvx_vocabulary_get_terms (TvxVocabulary *self,
                          gsize         *n_terms)
{
  g_return_val_if_fail (self != NULL && n_terms != NULL, NULL);

  if (self->resource != NULL && g_once_init_enter (&self->loaded))
    {
      load (self);
      g_once_init_leave (&self->loaded, 1);
    }
  *n_terms = self->n_terms;
  return self->terms;
}

/**
 * tvx_vocabulary_lookup:
 * @self: a vocabulary
 * @code: a code
 *
 * Returns: (nullable) (transfer none): the term with @code
 */
const TvxTerm *
tvx_vocabulary_lookup (TvxVocabulary *self,
                       const char    *code)
{
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (self, &n_terms);

  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < n_terms; i++)
    if (strcmp (terms[i].code, code) == 0)
      return &terms[i];
  return NULL;
}

/**
 * tvx_vocabulary_get_label:
 * @self: a vocabulary
 * @code: a code
 *
 * Returns: (transfer none): what @code is called in the user's language; @code itself where it is none of ours
 */
const char *
tvx_vocabulary_get_label (TvxVocabulary *self,
                          const char    *code)
{
  const TvxTerm *term = tvx_vocabulary_lookup (self, code);

  if (term == NULL)
    return code;
  return self->resource != NULL ? term->label : _(term->label);
}

/**
 * tvx_vocabulary_find:
 * @self: a vocabulary
 * @text: a code, or what it is called in the user's language or in English
 *
 * Finds the term that a person means, whatever the case of the letters.
 *
 * Returns: (nullable) (transfer none): the term
 */
const TvxTerm *
tvx_vocabulary_find (TvxVocabulary *self,
                     const char    *text)
{
  g_autofree char *wanted = NULL;
  const TvxTerm *term;
  const TvxTerm *terms;
  gsize n_terms;

  g_return_val_if_fail (text != NULL, NULL);

  term = tvx_vocabulary_lookup (self, text);
  if (term != NULL)
    return term;

  wanted = g_utf8_casefold (text, -1);
  terms = tvx_vocabulary_get_terms (self, &n_terms);
  for (gsize i = 0; i < n_terms; i++)
    {
      g_autofree char *english = g_utf8_casefold (terms[i].label, -1);
      g_autofree char *label = g_utf8_casefold (tvx_vocabulary_get_label (self, terms[i].code), -1);

      if (strcmp (english, wanted) == 0 || strcmp (label, wanted) == 0)
        return &terms[i];
    }
  return NULL;
}
