/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-catalog.h"

#include <gio/gio.h>
#include <string.h>

#include "report/tvx-report-resources.h"

/* The header of a compiled catalogue (gettext manual, "The Format of GNU MO Files"), written by the machine that
 * compiled it and therefore in this machine's byte order. */
typedef struct
{
  guint32 magic;
  guint32 revision;
  guint32 n_texts;
  guint32 originals_offset;
  guint32 translations_offset;
} MoHeader;

typedef struct
{
  guint32 length;
  guint32 offset;
} MoText;

#define MO_MAGIC 0x950412deu

struct _TvxCatalog
{
  const char   *language;
  GBytes       *bytes; /* (nullable): English is what the source says */
  const char   *data;
  const MoText *originals;
  const MoText *translations;
  guint32       n_texts;
};

static void
load (TvxCatalog *self)
{
  g_autofree char *path = g_strdup_printf ("/io/github/tillvaxt/report/%s.mo", self->language);
  const MoHeader *header;

  self->bytes = g_resource_lookup_data (tvx_report_resources_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (self->bytes != NULL);

  self->data = g_bytes_get_data (self->bytes, NULL);
  header = (const void *) self->data;
  g_assert (header->magic == MO_MAGIC);
  self->originals = (const void *) (self->data + header->originals_offset);
  self->translations = (const void *) (self->data + header->translations_offset);
  self->n_texts = header->n_texts;
}

/* Finds the translation of a message, which is sorted by its original.  Plural forms follow each other there, each
 * with its own end. */
static const char *
look_up (const TvxCatalog *self,
         const char       *key)
{
  guint32 low = 0;
  guint32 high = self->n_texts;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (key, self->data + self->originals[middle].offset);

      if (order == 0)
        return self->data + self->translations[middle].offset;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/**
 * tvx_catalog_get:
 * @language: `sv` or `en`
 *
 * Gets the words of a language.
 *
 * Returns: (transfer none) (nullable): the catalogue, `NULL` when there is no such language
 */
const TvxCatalog *
tvx_catalog_get (const char *language)
{
  static TvxCatalog swedish = { .language = "sv" };
  static const TvxCatalog english = { .language = "en" };
  static gsize loaded;

  g_return_val_if_fail (language != NULL, NULL);

  if (g_once_init_enter (&loaded))
    {
      load (&swedish);
      g_once_init_leave (&loaded, 1);
    }

  if (g_str_equal (language, swedish.language))
    return &swedish;
  if (g_str_equal (language, english.language))
    return &english;
  return NULL;
}

/**
 * tvx_catalog_get_for_user:
 *
 * Gets the words of the language that the program speaks to the person in, for what reports and the program both show.
 *
 * Returns: (transfer none): the catalogue
 */
const TvxCatalog *
tvx_catalog_get_for_user (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const TvxCatalog *catalog = tvx_catalog_get (languages[i]);

      if (catalog != NULL)
        return catalog;
    }
  return tvx_catalog_get ("en");
}

/**
 * tvx_catalog_get_language:
 * @self: a catalogue
 *
 * Gets the language of the catalogue.
 *
 * Returns: (transfer none): BCP 47 tag
 */
const char *
tvx_catalog_get_language (const TvxCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * tvx_catalog_translate:
 * @self: a catalogue
 * @text: the English text
 *
 * Translates a text.
 *
 * Returns: (transfer none): the translation, or @text where there is none
 */
const char *
tvx_catalog_translate (const TvxCatalog *self,
                       const char       *text)
{
  const char *translation;

  g_return_val_if_fail (self != NULL && text != NULL, text);

  translation = look_up (self, text);
  return translation != NULL ? translation : text;
}

/**
 * tvx_catalog_translate_context:
 * @self: a catalogue
 * @context: what tells the text from the same English text elsewhere
 * @text: the English text
 *
 * Translates a text that means different things in different places.
 *
 * Returns: (transfer none): the translation, or @text where there is none
 */
const char *
tvx_catalog_translate_context (const TvxCatalog *self,
                               const char       *context,
                               const char       *text)
{
  g_autofree char *key = NULL;
  const char *translation;

  g_return_val_if_fail (self != NULL && context != NULL && text != NULL, text);

  key = g_strconcat (context, "\004", text, NULL);
  translation = look_up (self, key);
  return translation != NULL ? translation : text;
}

/**
 * tvx_catalog_translate_plural:
 * @self: a catalogue
 * @singular: the English text for one
 * @plural: the English text for other numbers
 * @n: the number
 *
 * Translates a text that depends on a number.
 *
 * Returns: (transfer none): the translation, or one of the texts where there is none
 */
const char *
tvx_catalog_translate_plural (const TvxCatalog *self,
                              const char       *singular,
                              const char       *plural,
                              guint64           n)
{
  const char *translation;

  g_return_val_if_fail (self != NULL && singular != NULL && plural != NULL, singular);

  /* Both languages tell one from the rest, as the Plural-Forms line of each catalogue says and a test makes sure. */
  translation = look_up (self, singular);
  if (translation == NULL)
    return n == 1 ? singular : plural;
  return n == 1 ? translation : translation + strlen (translation) + 1;
}
