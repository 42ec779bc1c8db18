/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxReceiptLine:
 * @id: the id of a project
 * @title: what it is called
 * @revision: what tells the project that was packed from every other version of it
 * @state: (nullable): `received` or `received_with_remarks`; %NULL in a form that is to be filled in
 * @received_at: (nullable): when, as RFC 3339
 * @reference: (nullable): the receiver's registration number
 * @responsible: (nullable): who answers for the project at the receiver
 * @remarks: (nullable): what the receiver has to say about it
 *
 * What a receiver confirms of one project.
 */
typedef struct
{
  char *id;
  char *title;
  char *revision;
  char *state;
  char *received_at;
  char *reference;
  char *responsible;
  char *remarks;
} TvxReceiptLine;

void tvx_receipt_line_free (TvxReceiptLine *self);

/**
 * TvxReceipt:
 * @package: what tells the package from every other
 * @from: who hands over
 * @to: who takes over
 * @lines: (element-type TvxReceiptLine): what is confirmed of each project
 *
 * What a receiver answers to a package, or the form for the answer.
 */
typedef struct
{
  char      *package;
  char      *from;
  char      *to;
  GPtrArray *lines;
} TvxReceipt;

TvxReceipt     *tvx_receipt_new        (const char *package,
                                        const char *from,
                                        const char *to);
void            tvx_receipt_free       (TvxReceipt *self);
TvxReceiptLine *tvx_receipt_add_line   (TvxReceipt *self,
                                        TvxRecord  *project,
                                        const char *revision);
GVariant       *tvx_receipt_make_value (const char *text);
GBytes         *tvx_receipt_write      (const TvxReceipt *self);
gboolean        tvx_receipt_save       (const TvxReceipt  *self,
                                        GFile             *target,
                                        GCancellable      *cancellable,
                                        GError           **error);
TvxReceipt     *tvx_receipt_load       (GFile         *source,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxReceipt, tvx_receipt_free)

G_END_DECLS
