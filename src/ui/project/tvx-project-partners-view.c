/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-partners-view.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-project-figures.h"
#include "model/tvx-vocabulary.h"

/**
 * TvxProjectPartnersView:
 *
 * Who takes part in a project, who pays for it, and whom to ask.
 */
struct _TvxProjectPartnersView
{
  TvxProjectView       parent_instance;

  AdwPreferencesGroup *funding_group;
  AdwPreferencesGroup *costs_group;
};

G_DEFINE_FINAL_TYPE (TvxProjectPartnersView, tvx_project_partners_view, TVX_TYPE_PROJECT_VIEW)

static char *
dup_percent (gint64 part,
             gint64 whole)
{
  /* Translators: a share of the whole, in percent. */
  return g_strdup_printf (_("%d %%"), (int) ((double) part * 100 / (double) whole + 0.5));
}

/* What all the funding is together, and how much of it comes from where. */
static char *
describe_funding (TvxRecord *project)
{
  GListModel *funding = tvx_record_get_list (project, "funding");
  gint64 total = tvx_project_figures_sum (project, "funding", "amount", NULL);
  gint64 paid = tvx_project_figures_sum (project, "funding", "paid", NULL);
  g_autofree char *total_text = tvx_field_format_number (total);
  g_autoptr (GString) text = NULL;
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_funding_kinds, &n_terms);

  if (total <= 0)
    return NULL;
  text = g_string_new (NULL);
  /* Translators: the sum of all funding, in Swedish kronor. */
  g_string_append_printf (text, _("SEK\302\240%s in all"), total_text);
  for (gsize i = 0; i < n_terms; i++)
    {
      gint64 part = 0;
      g_autofree char *percent = NULL;

      for (guint j = 0; j < g_list_model_get_n_items (funding); j++)
        {
          g_autoptr (TvxRecord) row = g_list_model_get_item (funding, j);
          gint64 amount;

          if (g_strcmp0 (tvx_record_get_text (row, "kind"), terms[i].code) == 0 && tvx_record_get_number (row, "amount", &amount))
            part = tvx_project_figures_add (part, amount);
        }
      if (part <= 0 || part >= total)
        continue;
      percent = dup_percent (part, total);
      g_string_append_printf (text, " · %s %s", _(terms[i].label), percent);
    }
  if (paid > 0)
    {
      g_autofree char *paid_text = tvx_field_format_number (paid);

      g_string_append (text, " · ");
      /* Translators: how much of the funding is paid, in Swedish kronor. */
      g_string_append_printf (text, _("SEK\302\240%s paid"), paid_text);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What all costs are together, and what the funding lacks. */
static char *
describe_costs (TvxRecord *project)
{
  gint64 budget = tvx_project_figures_get_cost (project, "budget", FALSE);
  gint64 actual = tvx_project_figures_get_cost (project, "actual", FALSE);
  gint64 funding = tvx_project_figures_sum (project, "funding", "amount", NULL);
  g_autofree char *budget_text = tvx_field_format_number (budget);
  g_autofree char *difference = tvx_field_format_number (ABS (budget - funding));
  g_autoptr (GString) text = NULL;

  if (budget == 0 && actual == 0)
    return NULL;
  text = g_string_new (NULL);
  /* Translators: the budget of a project, in Swedish kronor. */
  g_string_append_printf (text, _("Budget SEK\302\240%s"), budget_text);
  if (actual != 0)
    {
      g_autofree char *actual_text = tvx_field_format_number (actual);

      g_string_append (text, " · ");
      /* Translators: what a project has cost, in Swedish kronor. */
      g_string_append_printf (text, _("outcome SEK\302\240%s"), actual_text);
    }
  if (funding > 0 && budget != funding)
    {
      g_string_append (text, " · ");
      /* Translators: how much the budget and the funding differ, in Swedish kronor. */
      g_string_append_printf (text, budget > funding ? _("SEK\302\240%s not funded") : _("SEK\302\240%s more funding than costs"), difference);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
tvx_project_partners_view_update (TvxProjectView *view)
{
  TvxProjectPartnersView *self = TVX_PROJECT_PARTNERS_VIEW (view);
  TvxRecord *project = TVX_RECORD (tvx_project_view_get_project (view));
  g_autofree char *funding = describe_funding (project);
  g_autofree char *costs = describe_costs (project);

  adw_preferences_group_set_description (self->funding_group, funding);
  adw_preferences_group_set_description (self->costs_group, costs);
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
  gtk_widget_class_bind_template_child (widget_class, TvxProjectPartnersView, costs_group);
}

static void
tvx_project_partners_view_init (TvxProjectPartnersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
