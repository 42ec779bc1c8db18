/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-preset-menu.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"
#include "model/tvx-table-axis.h"

static gboolean
has_kind (TvxStatisticsTable *table,
          const char         *kind)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (table), "axes");

  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxTableAxis) axis = g_list_model_get_item (axes, i);

      if (g_strcmp0 (tvx_table_axis_get_key (axis), kind) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tvx_preset_menu_new:
 * @action: an action that takes the number of a preset
 * @table: (nullable): the table that is to be broken down, %NULL for a new one
 *
 * Returns: (transfer full): a menu of the breakdowns that officials use, those of a kind together, but for kinds that @table
 *   is broken down by already
 */
GMenuModel *
tvx_preset_menu_new (const char         *action,
                     TvxStatisticsTable *table)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;
  const char *kind = NULL;
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);

  for (gsize i = 0; i < n_presets; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(presets[i].label), NULL);

      if (table != NULL && has_kind (table, presets[i].kind))
        continue;
      if (g_strcmp0 (presets[i].kind, kind) != 0)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          kind = presets[i].kind;
        }
      g_menu_item_set_action_and_target (item, action, "i", (int) i);
      g_menu_append_item (section, item);
    }
  return G_MENU_MODEL (menu);
}
