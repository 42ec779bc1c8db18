/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What becomes of the call at which a fault strikes. */
typedef enum
{
  FAULT_ONCE,    /* it fails */
  FAULT_LASTING, /* it fails, and so do all after it */
  FAULT_KILL,    /* the program is killed before it */
} Fault;

void     faults_arm    (const char *root,
                        guint       n,
                        Fault       fault);
gboolean faults_disarm (void);
