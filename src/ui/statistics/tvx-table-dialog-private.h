/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-protected-tables.h"
#include "ui/statistics/tvx-table-charts.h"
#include "ui/statistics/tvx-table-dialog.h"
#include "ui/statistics/tvx-table-grid.h"

G_BEGIN_DECLS

struct _TvxTableDialog
{
  AdwDialog           parent_instance;

  AdwToastOverlay    *toast_overlay;
  AdwViewStack       *stack;
  AdwBanner          *banner;
  GtkLabel           *title_label;
  GtkDropDown        *measure_drop_down;
  AdwBin             *grid_bin;
  TvxTableCharts     *charts;
  AdwSpinner         *spinner;
  GtkWidget          *cancel_button;
  GtkLabel           *status_label;
  GtkToggleButton    *reader_button;
  GtkWidget          *about_group;
  GtkWidget          *axes_group;
  GtkWidget          *add_group;
  GtkMenuButton      *add_button;
  GtkWidget          *protection_group;

  TvxWorkspace       *workspace;
  TvxStatisticsTable *table;
  TvxTableGrid       *grid;
  GPtrArray          *related;         /* of TvxProject; NULL while they are being loaded, or cannot be */
  TvxProtectedTables *tables; /* protected, or NULL */
  GCancellable       *cancellable;
  gulong              committed_id;
  gboolean            totals;
  gboolean            proposals_wanted;
  guint               n_outside;      /* counts that are in no cell */
  char               *offered_beside; /* the breakdowns that the menu of presets leaves out */
};

TvxEditor *tvx_table_dialog_get_editor      (TvxTableDialog *self);
void       tvx_table_dialog_show_toast      (TvxTableDialog *self,
                                             const char     *text);
void       tvx_table_dialog_show_undo_toast (TvxTableDialog *self,
                                             const char     *text);

void       tvx_table_dialog_install_actions (GtkWidgetClass *widget_class);

void       tvx_table_dialog_load_related    (TvxTableDialog *self);
void       tvx_table_dialog_protect         (TvxTableDialog *self);
void       tvx_table_dialog_propose         (TvxTableDialog *self);

G_END_DECLS
