/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-partners-view.h"

#include <glib/gi18n-lib.h>

/**
 * TvxProjectPartnersView:
 *
 * Who takes part in a project, who pays for it, and whom to ask.
 */
struct _TvxProjectPartnersView
{
  TvxProjectView       parent_instance;

  AdwPreferencesGroup *funding_group;
};

G_DEFINE_FINAL_TYPE (TvxProjectPartnersView, tvx_project_partners_view, TVX_TYPE_PROJECT_VIEW)

/* Says what all the funding is together, as soon as there is an amount. */
static void
tvx_project_partners_view_update (TvxProjectView *view)
{
  TvxProjectPartnersView *self = TVX_PROJECT_PARTNERS_VIEW (view);
  GListModel *funding = tvx_record_get_list (TVX_RECORD (tvx_project_view_get_project (view)), "funding");
  gint64 total = 0;
  gboolean known = FALSE;
  g_autofree char *amount = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (funding); i++)
    {
      g_autoptr (TvxRecord) row = g_list_model_get_item (funding, i);
      gint64 number;

      if (!tvx_record_get_number (row, "amount", &number))
        continue;
      known = TRUE;
      total += number;
    }
  if (known)
    {
      g_autoptr (TvxRecord) first = g_list_model_get_item (funding, 0);
      g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_int64 (total));

      amount = tvx_field_format (tvx_record_get_field (first, "amount"), value);
      /* Translators: the sum of all funding, in Swedish kronor. */
      description = g_strdup_printf (_("%s kr in all"), amount);
    }
  adw_preferences_group_set_description (self->funding_group, description);
}

static void
tvx_project_partners_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_PARTNERS_VIEW);

  G_OBJECT_CLASS (tvx_project_partners_view_parent_class)->dispose (object);
}

static void
tvx_project_partners_view_class_init (TvxProjectPartnersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_project_partners_view_dispose;
  TVX_PROJECT_VIEW_CLASS (klass)->update = tvx_project_partners_view_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-partners-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectPartnersView, funding_group);
}

static void
tvx_project_partners_view_init (TvxProjectPartnersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
