/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statistics/tvx-preset-menu.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-axis-preset.h"

/**
 * tvx_preset_menu_new:
 * @action: an action that takes the number of a preset
 *
 * Returns: (transfer full): a menu of the breakdowns that officials use, those of a kind together
 */
GMenuModel *
tvx_preset_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;
  gsize n_presets;
  const TvxAxisPreset *presets = tvx_axis_presets_get (&n_presets);

  for (gsize i = 0; i < n_presets; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(presets[i].label), NULL);

      if (i == 0 || !g_str_equal (presets[i].kind, presets[i - 1].kind))
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_item_set_action_and_target (item, action, "i", (int) i);
      g_menu_append_item (section, item);
    }
  return G_MENU_MODEL (menu);
}
