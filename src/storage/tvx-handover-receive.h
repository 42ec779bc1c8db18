/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/tvx-receipt.h"
#include "storage/tvx-store.h"

G_BEGIN_DECLS

/**
 * TvxReceiveOutcome:
 * @TVX_RECEIVE_NEW: the register does not have the project; it is taken over
 * @TVX_RECEIVE_CHANGED: the register has it from an earlier package, and has not changed it since; it is renewed
 * @TVX_RECEIVE_SAME: the register has it from this package
 * @TVX_RECEIVE_CONFLICT: the register has it, and knows something else; it is left as it is
 *
 * What becomes of a project of a package.
 */
typedef enum
{
  TVX_RECEIVE_NEW,
  TVX_RECEIVE_CHANGED,
  TVX_RECEIVE_SAME,
  TVX_RECEIVE_CONFLICT,
} TvxReceiveOutcome;

/**
 * TvxReceived:
 * @id: the id of the project
 * @title: what it is called
 * @outcome: what becomes of it
 * @message: (nullable): why it is left as it is, or what else there is to know before it is taken over
 * @n_documents: how many files come with it
 *
 * A project of a package, seen from the register that receives it.
 */
typedef struct
{
  char              *id;
  char              *title;
  TvxReceiveOutcome  outcome;
  char              *message;
  guint              n_documents;
} TvxReceived;

/**
 * TvxReceiveAnswer:
 * @person: who receives
 * @reference: the registration number that the receiver gives the matter
 * @responsible: who answers for the projects from now on
 * @remarks: (nullable): what there is to say about the package; without it, all is well
 * @at: (nullable): when, %NULL for now
 *
 * What the receiver says of a package.
 */
typedef struct
{
  const char *person;
  const char *reference;
  const char *responsible;
  const char *remarks;
  GDateTime  *at;
} TvxReceiveAnswer;

/**
 * TvxHandoverReceive:
 *
 * A package that is about to be received: it is known to be whole, and nothing is taken over yet.
 */
typedef struct _TvxHandoverReceive TvxHandoverReceive;

TvxHandoverReceive *tvx_handover_receive_open         (TvxStore         *store,
                                                       GFile            *source,
                                                       TvxProgressFunc   progress,
                                                       gpointer          progress_data,
                                                       GCancellable     *cancellable,
                                                       GError          **error);
TvxHandoverReceive *tvx_handover_receive_ref          (TvxHandoverReceive *self);
void                tvx_handover_receive_unref        (TvxHandoverReceive *self);
const char         *tvx_handover_receive_get_from     (TvxHandoverReceive *self);
const char         *tvx_handover_receive_get_to       (TvxHandoverReceive *self);
const char         *tvx_handover_receive_get_warning  (TvxHandoverReceive *self);
GPtrArray          *tvx_handover_receive_get_projects (TvxHandoverReceive *self);
gboolean            tvx_handover_receive_take_over    (TvxHandoverReceive      *self,
                                                       const TvxReceiveAnswer  *answer,
                                                       TvxProgressFunc          progress,
                                                       gpointer                 progress_data,
                                                       GCancellable            *cancellable,
                                                       GError                 **error);
TvxReceipt         *tvx_handover_receive_make_receipt (TvxHandoverReceive  *self,
                                                       GCancellable        *cancellable,
                                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TvxHandoverReceive, tvx_handover_receive_unref)

G_END_DECLS
