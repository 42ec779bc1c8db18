/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *tvx_report_print_operation_new (GListModel *pages,
                                                   const char *name);

G_END_DECLS
