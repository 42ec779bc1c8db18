/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-rounding-group.h"

#include <glib/gi18n-lib.h>

/**
 * TvxRoundingGroup:
 *
 * Lets a person have the statistics of a report rounded, where little of them would be left otherwise. It is there only then,
 * and what is chosen is not remembered: the next report hides numbers again.
 */
struct _TvxRoundingGroup
{
  AdwPreferencesGroup  parent_instance;

  AdwSwitchRow        *row;
};

enum
{
  PROP_0,
  PROP_ROUNDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxRoundingGroup, tvx_rounding_group, ADW_TYPE_PREFERENCES_GROUP)

static void
active_cb (TvxRoundingGroup *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUNDED]);
}

static void
tvx_rounding_group_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ROUNDED:
      g_value_set_boolean (value, tvx_rounding_group_get_rounded (TVX_ROUNDING_GROUP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_rounding_group_class_init (TvxRoundingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = tvx_rounding_group_get_property;

  /**
   * TvxRoundingGroup:rounded:
   *
   * Whether the statistics are to be rounded.
   */
  properties[PROP_ROUNDED] = g_param_spec_boolean ("rounded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
tvx_rounding_group_init (TvxRoundingGroup *self)
{
  self->row = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _("Round Statistics"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                               _("All numbers are shown, as multiples of five near them. They are not exact any more, and reports "
                                  "with exact numbers of the same people cannot follow."));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Statistics"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->row, "notify::active", G_CALLBACK (active_cb), self);
}

static char *
dup_description (const TvxProtectionSummary *summary)
{
  return g_strdup_printf (_("Readers would not see %u of %u numbers. Smaller tables would show more: open a table of the project, "
                             "and ask for proposals."),
                          summary->n_small + summary->n_follow, summary->n_cells);
}

/**
 * tvx_rounding_group_update:
 * @self: the group
 * @tables: (nullable): what the report would tell of statistics
 * @refused: whether statistics are why there can be no report
 *
 * Offers the choice where it would help.
 */
void
tvx_rounding_group_update (TvxRoundingGroup   *self,
                           TvxProtectedTables *tables,
                           gboolean            refused)
{
  TvxProtectionSummary summary = { 0 };
  g_autofree char *description = NULL;
  gboolean much;

  g_return_if_fail (TVX_IS_ROUNDING_GROUP (self));

  if (tables != NULL)
    tvx_protected_tables_get_summary (tables, &summary);
  much = summary.n_small + summary.n_follow > TVX_PROTECTION_MUCH_HIDDEN * summary.n_cells;
  if (much)
    description = dup_description (&summary);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  gtk_widget_set_visible (GTK_WIDGET (self), much || refused || tvx_rounding_group_get_rounded (self));
}

gboolean
tvx_rounding_group_get_rounded (TvxRoundingGroup *self)
{
  g_return_val_if_fail (TVX_IS_ROUNDING_GROUP (self), FALSE);

  return adw_switch_row_get_active (self->row);
}

/**
 * tvx_rounding_group_round:
 * @self: the group
 *
 * Makes the choice for a person who has made it elsewhere, and shows it.
 */
void
tvx_rounding_group_round (TvxRoundingGroup *self)
{
  g_return_if_fail (TVX_IS_ROUNDING_GROUP (self));

  adw_switch_row_set_active (self->row, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
