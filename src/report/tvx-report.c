/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-report.h"

#include "report/tvx-doc-node-private.h"
#include "report/tvx-text.h"

struct _TvxReport
{
  const TvxCatalog *catalog;
  char             *title;
  GDateTime        *date;
  char             *authority;
  char             *subtitle;
  char             *subject;
  char             *status;
  TvxDocNode       *root;
  GArray           *attachments; /* of TvxAttachment */
};

static void
clear_attachment (gpointer data)
{
  TvxAttachment *attachment = data;

  g_free (attachment->name);
  g_free (attachment->mime_type);
  g_free (attachment->description);
  g_bytes_unref (attachment->bytes);
}

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = text != NULL && *text != '\0' ? g_strstrip (tvx_text_clean (text)) : NULL;
}

/**
 * tvx_report_new:
 * @language: the report's language, one that [func@catalog_get] knows
 * @title: the title, which is the report's first heading
 * @date: when the report was made; the same tree and date make the same file
 *
 * Begins a report.
 *
 * Returns: (transfer full): a report with an empty tree
 */
TvxReport *
tvx_report_new (const char *language,
                const char *title,
                GDateTime  *date)
{
  TvxReport *self;

  g_return_val_if_fail (language != NULL && tvx_catalog_get (language) != NULL, NULL);
  g_return_val_if_fail (title != NULL && *title != '\0', NULL);
  g_return_val_if_fail (date != NULL, NULL);

  self = g_new0 (TvxReport, 1);
  self->catalog = tvx_catalog_get (language);
  self->title = g_strstrip (tvx_text_clean (title));
  self->date = g_date_time_ref (date);
  self->root = tvx_doc_node_new_root ();
  self->attachments = g_array_new (FALSE, FALSE, sizeof (TvxAttachment));
  g_array_set_clear_func (self->attachments, clear_attachment);
  return self;
}

/**
 * tvx_report_free:
 * @self: (transfer full): a report
 *
 * Frees a report and all its nodes.
 */
void
tvx_report_free (TvxReport *self)
{
  g_return_if_fail (self != NULL);

  tvx_doc_node_free (self->root);
  g_array_unref (self->attachments);
  g_date_time_unref (self->date);
  g_free (self->title);
  g_free (self->authority);
  g_free (self->subtitle);
  g_free (self->subject);
  g_free (self->status);
  g_free (self);
}

/**
 * tvx_report_get_root:
 * @self: a report
 *
 * Gets the node that sections and blocks are added to.
 *
 * Returns: (transfer none): the node that sections and blocks are added to
 */
TvxDocNode *
tvx_report_get_root (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/**
 * tvx_report_get_language:
 * @self: a report
 *
 * Gets the language, a BCP 47 tag.
 *
 * Returns: (transfer none): the language, a BCP 47 tag
 */
const char *
tvx_report_get_language (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tvx_catalog_get_language (self->catalog);
}

/**
 * tvx_report_get_catalog:
 * @self: a report
 *
 * Gets the words of the report's language.
 *
 * Returns: (transfer none): the catalogue
 */
const TvxCatalog *
tvx_report_get_catalog (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalog;
}

/**
 * tvx_report_get_title:
 * @self: a report
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 */
const char *
tvx_report_get_title (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * tvx_report_get_date:
 * @self: a report
 *
 * Gets when the report was made.
 *
 * Returns: (transfer none): when the report was made
 */
GDateTime *
tvx_report_get_date (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->date;
}

/**
 * tvx_report_set_authority:
 * @self: a report
 * @authority: (nullable): the authority that publishes the report
 *
 * Sets the authority that publishes the report.
 */
void
tvx_report_set_authority (TvxReport  *self,
                          const char *authority)
{
  g_return_if_fail (self != NULL);

  set_text (&self->authority, authority);
}

/**
 * tvx_report_get_authority:
 * @self: a report
 *
 * Gets the authority that publishes the report.
 *
 * Returns: (transfer none) (nullable): the authority that publishes the report
 */
const char *
tvx_report_get_authority (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->authority;
}

/**
 * tvx_report_set_subtitle:
 * @self: a report
 * @subtitle: (nullable): the line under the title
 *
 * Sets the line under the title.
 */
void
tvx_report_set_subtitle (TvxReport  *self,
                         const char *subtitle)
{
  g_return_if_fail (self != NULL);

  set_text (&self->subtitle, subtitle);
}

/**
 * tvx_report_get_subtitle:
 * @self: a report
 *
 * Gets the line under the title.
 *
 * Returns: (transfer none) (nullable): the line under the title
 */
const char *
tvx_report_get_subtitle (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subtitle;
}

/**
 * tvx_report_set_subject:
 * @self: a report
 * @subject: (nullable): one sentence that says what the report is about
 *
 * Sets one sentence that says what the report is about, for the properties of the file.
 */
void
tvx_report_set_subject (TvxReport  *self,
                        const char *subject)
{
  g_return_if_fail (self != NULL);

  set_text (&self->subject, subject);
}

/**
 * tvx_report_get_subject:
 * @self: a report
 *
 * Gets one sentence that says what the report is about.
 *
 * Returns: (transfer none) (nullable): one sentence that says what the report is about
 */
const char *
tvx_report_get_subject (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}

/**
 * tvx_report_set_status:
 * @self: a report
 * @status: (nullable): a word such as Draft
 *
 * Sets a word such as Draft, shown beside the title and on every page.
 */
void
tvx_report_set_status (TvxReport  *self,
                       const char *status)
{
  g_return_if_fail (self != NULL);

  set_text (&self->status, status);
}

/**
 * tvx_report_get_status:
 * @self: a report
 *
 * Gets a word such as Draft that is shown on every page.
 *
 * Returns: (transfer none) (nullable): a word such as Draft that is shown on every page
 */
const char *
tvx_report_get_status (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->status;
}

/**
 * tvx_report_is_final:
 * @self: a report
 *
 * Tells whether a report can be published: one that is a draft, or not for the public, says so in its status.
 *
 * Returns: whether it is final and for the public
 */
gboolean
tvx_report_is_final (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status == NULL;
}

/**
 * tvx_report_add_attachment:
 * @self: a report
 * @name: file name
 * @mime_type: media type, such as `application/json`
 * @description: what it is, in the language of the report
 * @bytes: the content
 *
 * Puts a file into the report: what it was made from.
 */
void
tvx_report_add_attachment (TvxReport  *self,
                           const char *name,
                           const char *mime_type,
                           const char *description,
                           GBytes     *bytes)
{
  TvxAttachment attachment = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL && mime_type != NULL && description != NULL && bytes != NULL);

  attachment.name = tvx_text_clean (name);
  attachment.mime_type = g_strdup (mime_type);
  attachment.description = tvx_text_clean (description);
  attachment.bytes = g_bytes_ref (bytes);
  g_array_append_val (self->attachments, attachment);
}

/**
 * tvx_report_get_n_attachments:
 * @self: a report
 *
 * Gets how many files the report holds.
 *
 * Returns: the number
 */
guint
tvx_report_get_n_attachments (TvxReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->attachments->len;
}

/**
 * tvx_report_get_attachment:
 * @self: a report
 * @index: which
 *
 * Gets a file that the report holds.
 *
 * Returns: (transfer none): the file
 */
const TvxAttachment *
tvx_report_get_attachment (TvxReport *self,
                           guint      index)
{
  g_return_val_if_fail (self != NULL && index < self->attachments->len, NULL);

  return &g_array_index (self->attachments, TvxAttachment, index);
}
