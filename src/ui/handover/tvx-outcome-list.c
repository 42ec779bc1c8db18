/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-outcome-list.h"

#include "ui/handover/tvx-outcome.h"

/**
 * TvxOutcomeList:
 *
 * A line for each of some projects, with a mark that tells whether all is well with it, and what there is to say.
 */
struct _TvxOutcomeList
{
  AdwBin          parent_instance;

  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (TvxOutcomeList, tvx_outcome_list, ADW_TYPE_BIN)

static char *
icon_cb (GObject  *item,
         gboolean  is_good)
{
  return g_strdup (is_good ? "object-select-symbolic" : "dialog-warning-symbolic");
}

static void
tvx_outcome_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_OUTCOME_LIST);

  G_OBJECT_CLASS (tvx_outcome_list_parent_class)->dispose (object);
}

static void
tvx_outcome_list_class_init (TvxOutcomeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_outcome_list_dispose;

  g_type_ensure (TVX_TYPE_OUTCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-outcome-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxOutcomeList, selection);
  gtk_widget_class_bind_template_callback (widget_class, icon_cb);
}

static void
tvx_outcome_list_init (TvxOutcomeList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_outcome_list_set_outcomes:
 * @self: a list
 * @outcomes: a list of #TvxOutcome
 *
 * Shows what comes of projects.
 */
void
tvx_outcome_list_set_outcomes (TvxOutcomeList *self,
                               GListModel     *outcomes)
{
  g_return_if_fail (TVX_IS_OUTCOME_LIST (self));

  gtk_no_selection_set_model (self->selection, outcomes);
}
