/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-switch-row.h"

/**
 * TvxSwitchRow:
 *
 * A row for a yes or no.
 */
struct _TvxSwitchRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *toggle;
};

static void tvx_switch_row_field_row_init (TvxFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxSwitchRow, tvx_switch_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TVX_TYPE_FIELD_ROW, tvx_switch_row_field_row_init))

static void
active_cb (TvxSwitchRow *self)
{
  tvx_field_row_chosen (TVX_FIELD_ROW (self), g_variant_new_boolean (gtk_switch_get_active (GTK_SWITCH (self->toggle))));
}

static void
tvx_switch_row_show_value (TvxFieldRow *row,
                           GVariant    *value)
{
  TvxSwitchRow *self = TVX_SWITCH_ROW (row);

  gtk_switch_set_active (GTK_SWITCH (self->toggle), value != NULL ? g_variant_get_boolean (value)
                                                                  : (tvx_field_row_get_field (row)->flags & TVX_FIELD_YES) != 0);
}

static GtkWidget *
tvx_switch_row_get_control (TvxFieldRow *row)
{
  return TVX_SWITCH_ROW (row)->toggle;
}

static void
tvx_switch_row_field_row_init (TvxFieldRowInterface *iface)
{
  iface->show_value = tvx_switch_row_show_value;
  iface->get_control = tvx_switch_row_get_control;
}

static void
tvx_switch_row_class_init (TvxSwitchRowClass *klass)
{
}

static void
tvx_switch_row_init (TvxSwitchRow *self)
{
  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (active_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->toggle);
}
