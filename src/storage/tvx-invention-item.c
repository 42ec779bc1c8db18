/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as trees of values while they are being invented. */

#include "storage/tvx-invention-item.h"

#include "storage/tvx-invention-words.h"

/**
 * tvx_item_make_date: (skip)
 * @year: a year
 * @month: a month, counted from January of that year as 1, and on into the years after it
 * @day: a day of the month
 *
 * Returns: (transfer full): the date in ISO 8601
 */
char *
tvx_item_make_date (int year,
                    int month,
                    int day)
{
  year += (month - 1) / 12;
  return g_strdup_printf ("%04d-%02d-%02d", year, (month - 1) % 12 + 1, day);
}

/**
 * tvx_item_new: (skip)
 * @self: an inventor
 *
 * Returns: (transfer full): a record that is being made, with an id
 */
GVariantDict *
tvx_item_new (TvxInvention *self)
{
  GVariantDict *item = g_variant_dict_new (NULL);

  tvx_item_take_text (item, "id", tvx_invention_draw_id (self));
  return item;
}

/**
 * tvx_item_add_text: (skip)
 * @item: a record that is being made
 * @name: the name of a field
 * @text: (nullable): a text, nothing where it is empty
 *
 * Fills in a field.
 */
void
tvx_item_add_text (GVariantDict *item,
                   const char   *name,
                   const char   *text)
{
  if (text != NULL && *text != '\0')
    g_variant_dict_insert (item, name, "s", text);
}

/**
 * tvx_item_take_text: (skip)
 * @item: a record that is being made
 * @name: the name of a field
 * @text: (transfer full): a text
 *
 * Fills in a field.
 */
void
tvx_item_take_text (GVariantDict *item,
                    const char   *name,
                    char         *text)
{
  g_variant_dict_insert_value (item, name, g_variant_new_take_string (text));
}

/**
 * tvx_item_add_number: (skip)
 * @item: a record that is being made
 * @name: the name of a field
 * @number: a number
 *
 * Fills in a field.
 */
void
tvx_item_add_number (GVariantDict *item,
                     const char   *name,
                     gint64        number)
{
  g_variant_dict_insert (item, name, "x", number);
}

/**
 * tvx_item_add_texts: (skip)
 * @item: a record that is being made
 * @name: the name of a field that holds texts
 * @theme: words that have a list of this name
 *
 * Fills in a field.
 */
void
tvx_item_add_texts (GVariantDict *item,
                    const char   *name,
                    GVariant     *theme)
{
  g_autoptr (GVariant) list = tvx_words_get (theme, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (gsize i = 0; i < g_variant_n_children (list); i++)
    g_strv_builder_add (builder, tvx_words_get_text_at (list, i));
  words = g_strv_builder_end (builder);
  g_variant_dict_insert_value (item, name, g_variant_new_strv ((const char *const *) words, -1));
}

/**
 * tvx_item_add_list: (skip)
 * @item: a record that is being made
 * @name: the name of a field that holds a list
 * @list: the list, which has all it is to have
 *
 * Fills in a field.
 */
void
tvx_item_add_list (GVariantDict    *item,
                   const char      *name,
                   GVariantBuilder *list)
{
  g_variant_dict_insert_value (item, name, g_variant_builder_end (list));
}

/**
 * tvx_item_list_new: (skip)
 *
 * Returns: (transfer full): a list of records that is being made
 */
GVariantBuilder *
tvx_item_list_new (void)
{
  return g_variant_builder_new (G_VARIANT_TYPE ("av"));
}

/**
 * tvx_item_end: (skip)
 * @list: a list of records that is being made
 * @item: (transfer full): a record that has all it is to have
 *
 * Adds the record to the list.
 */
void
tvx_item_end (GVariantBuilder *list,
              GVariantDict    *item)
{
  g_variant_builder_add (list, "v", g_variant_dict_end (item));
  g_variant_dict_unref (item);
}
