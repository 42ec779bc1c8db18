/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that projects are invented with, as they stand in data/sample/invented.json. */

#include "storage/tvx-invention-words.h"

/**
 * tvx_words_get: (skip)
 * @tree: a tree of values, as JSON has it
 * @name: the name of a member, which is there
 *
 * Returns: (transfer full): the member
 */
GVariant *
tvx_words_get (GVariant   *tree,
               const char *name)
{
  GVariant *value = g_variant_lookup_value (tree, name, NULL);

  g_assert (value != NULL);
  return value;
}

/**
 * tvx_words_get_item: (skip)
 * @list: a list in the words
 * @position: a position in it
 *
 * Returns: (transfer full): the item
 */
GVariant *
tvx_words_get_item (GVariant *list,
                    gsize     position)
{
  g_autoptr (GVariant) boxed = g_variant_get_child_value (list, position);

  return g_variant_get_variant (boxed);
}

/**
 * tvx_words_get_text: (skip)
 * @tree: a tree of values
 * @name: the name of a member that is a text
 *
 * Returns: (transfer none): the text, which stays as long as the words do
 */
const char *
tvx_words_get_text (GVariant   *tree,
                    const char *name)
{
  g_autoptr (GVariant) value = tvx_words_get (tree, name);

  return g_variant_get_string (value, NULL);
}

/**
 * tvx_words_get_text_at: (skip)
 * @list: a list of texts in the words
 * @position: a position in it
 *
 * Returns: (transfer none): the text, which stays as long as the words do
 */
const char *
tvx_words_get_text_at (GVariant *list,
                       gsize     position)
{
  g_autoptr (GVariant) value = tvx_words_get_item (list, position);

  return g_variant_get_string (value, NULL);
}

/**
 * tvx_words_put_place: (skip)
 * @text: a text with `{place}` in it
 * @place: the name of a place
 *
 * Returns: (transfer full): the text with the place
 */
char *
tvx_words_put_place (const char *text,
                     const char *place)
{
  GString *result = g_string_new (text);

  g_string_replace (result, "{place}", place, 0);
  return g_string_free_and_steal (result);
}
