/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "report/tvx-catalog.h"
#include "report/tvx-doc-node.h"

G_BEGIN_DECLS

/**
 * TvxReport:
 *
 * A report: what it is called, who publishes it, its tree of nodes, and files that travel inside it.
 */
typedef struct _TvxReport TvxReport;

/**
 * TvxAttachment:
 * @name: file name
 * @mime_type: media type
 * @description: what it is, in the language of the report
 * @bytes: its content
 *
 * A file inside a report.
 */
typedef struct
{
  char   *name;
  char   *mime_type;
  char   *description;
  GBytes *bytes;
} TvxAttachment;

TvxReport           *tvx_report_new               (const char *language,
                                                   const char *title,
                                                   GDateTime  *date);
void                 tvx_report_free              (TvxReport *self);
TvxDocNode          *tvx_report_get_root          (TvxReport *self);
const char          *tvx_report_get_language      (TvxReport *self);
const TvxCatalog    *tvx_report_get_catalog       (TvxReport *self);
const char          *tvx_report_get_title         (TvxReport *self);
GDateTime           *tvx_report_get_date          (TvxReport *self);
void                 tvx_report_set_authority     (TvxReport  *self,
                                                   const char *authority);
const char          *tvx_report_get_authority     (TvxReport *self);
void                 tvx_report_set_subtitle      (TvxReport  *self,
                                                   const char *subtitle);
const char          *tvx_report_get_subtitle      (TvxReport *self);
void                 tvx_report_set_subject       (TvxReport  *self,
                                                   const char *subject);
const char          *tvx_report_get_subject       (TvxReport *self);
void                 tvx_report_set_status        (TvxReport  *self,
                                                   const char *status);
const char          *tvx_report_get_status        (TvxReport *self);
gboolean             tvx_report_is_final          (TvxReport *self);
void                 tvx_report_add_attachment    (TvxReport  *self,
                                                   const char *name,
                                                   const char *mime_type,
                                                   const char *description,
                                                   GBytes     *bytes);
guint                tvx_report_get_n_attachments (TvxReport *self);
const TvxAttachment *tvx_report_get_attachment    (TvxReport *self,
                                                   guint      index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxReport, tvx_report_free)

G_END_DECLS
