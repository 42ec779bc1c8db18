/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-receipt.h"
#include "storage/tvx-workspace.h"

G_BEGIN_DECLS

/**
 * TvxReceiptOutcome:
 * @TVX_RECEIPT_COMPLETED: the handover was received, and is completed
 * @TVX_RECEIPT_RECEIVED: it was received; something remains to be done, as the message says
 * @TVX_RECEIPT_SAME: it was recorded before
 * @TVX_RECEIPT_REFUSED: it could not be recorded, as the message says
 *
 * What came of one line of a receipt.
 */
typedef enum
{
  TVX_RECEIPT_COMPLETED,
  TVX_RECEIPT_RECEIVED,
  TVX_RECEIPT_SAME,
  TVX_RECEIPT_REFUSED,
} TvxReceiptOutcome;

/**
 * TvxReceiptRecorded:
 * @id: the id of the project
 * @title: what it is called
 * @outcome: what came of it
 * @message: (nullable): what there is to say about it
 *
 * What became of a project when its receipt was recorded.
 */
typedef struct
{
  char              *id;
  char              *title;
  TvxReceiptOutcome  outcome;
  char              *message;
} TvxReceiptRecorded;

GPtrArray *tvx_receipt_record        (const TvxReceipt  *self,
                                      TvxWorkspace      *workspace,
                                      const char        *person,
                                      GCancellable      *cancellable,
                                      GError           **error);
void       tvx_receipt_record_async  (const TvxReceipt    *self,
                                      TvxWorkspace        *workspace,
                                      const char          *person,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
GPtrArray *tvx_receipt_record_finish (TvxWorkspace  *workspace,
                                      GAsyncResult  *result,
                                      GError       **error);

G_END_DECLS
