/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list/tvx-project-row.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-summary.h"

/**
 * TvxProjectRow:
 *
 * A project in the list: its title, its status and period, how far its handover has come, and where it has what was searched
 * for.
 */
struct _TvxProjectRow
{
  AdwBin            parent_instance;

  GtkLabel         *title;
  GtkLabel         *status;
  GtkWidget        *handover;
  GtkLabel         *handover_label;
  GtkLabel         *excerpt;

  /* Holds the row. */
  GtkListItem      *item;
  TvxProjectFilter *filter;
  GSignalGroup     *signals;
};

G_DEFINE_FINAL_TYPE (TvxProjectRow, tvx_project_row, ADW_TYPE_BIN)

/* "2017-01-01 – 2020-09", or the half of it that is known. */
static char *
dup_period (TvxSummary *summary)
{
  g_autofree char *start = tvx_summary_dup_text (summary, "start");
  g_autofree char *end = tvx_summary_dup_text (summary, "end");

  if (*start == '\0' && *end == '\0')
    return g_strdup ("");
  if (*start == '\0')
    /* Translators: the period of a project whose start is not known. */
    return g_strdup_printf (_("until %s"), end);
  if (*end == '\0')
    /* Translators: the period of a project whose end is not known. */
    return g_strdup_printf (_("from %s"), start);
  return g_strdup_printf ("%s – %s", start, end);
}

static char *
dup_status (TvxSummary *summary)
{
  g_autofree char *lifecycle = tvx_summary_dup_text (summary, "lifecycle");
  g_autofree char *period = dup_period (summary);

  if (*lifecycle == '\0' || *period == '\0')
    return g_strconcat (lifecycle, period, NULL);
  return g_strdup_printf ("%s · %s", lifecycle, period);
}

/* What is to be handed over, or was: that it does not apply is no news. */
static char *
dup_handover (TvxSummary *summary)
{
  GVariant *state = tvx_summary_get_value (summary, "handover.state");

  if (state == NULL || g_str_equal (g_variant_get_string (state, NULL), "not_applicable"))
    return NULL;
  return tvx_summary_dup_text (summary, "handover.state");
}

static void
show_excerpt (TvxProjectRow *self,
              TvxSummary    *summary)
{
  const char *words = tvx_project_filter_get_words (self->filter);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *excerpt = NULL;
  PangoAttribute *bold;
  guint start, end;

  if (words != NULL)
    excerpt = tvx_summary_dup_excerpt (summary, words, &start, &end);
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt), excerpt != NULL);
  if (excerpt == NULL)
    return;
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->start_index = start;
  bold->end_index = end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_label (self->excerpt, excerpt);
  gtk_label_set_attributes (self->excerpt, attributes);
}

static void
show_summary (TvxProjectRow *self,
              TvxSummary    *summary)
{
  g_autofree char *status = dup_status (summary);
  g_autofree char *handover = dup_handover (summary);
  g_autofree char *description = NULL;

  gtk_label_set_label (self->title, tvx_summary_get_title (summary));
  gtk_label_set_label (self->status, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *status != '\0');
  gtk_label_set_label (self->handover_label, handover != NULL ? handover : "");
  gtk_widget_set_visible (self->handover, handover != NULL);
  show_excerpt (self, summary);

  if (handover != NULL)
    /* Translators: what a screen reader says of a project: its status and period, then the state of its handover. */
    description = g_strdup_printf (_("%s, handover: %s"), status, handover);
  gtk_list_item_set_accessible_label (self->item, tvx_summary_get_title (summary));
  gtk_list_item_set_accessible_description (self->item, description != NULL ? description : status);
}

static void
changed_cb (TvxProjectRow *self,
            TvxSummary    *summary)
{
  show_summary (self, summary);
}

static void
filter_changed_cb (TvxProjectRow *self)
{
  TvxSummary *summary = gtk_list_item_get_item (self->item);

  if (summary != NULL)
    show_excerpt (self, summary);
}

static void
notify_item_cb (TvxProjectRow *self,
                GParamSpec    *pspec,
                GtkListItem   *item)
{
  TvxSummary *summary = gtk_list_item_get_item (item);

  g_signal_group_set_target (self->signals, summary);
  if (summary != NULL)
    show_summary (self, summary);
}

static void
tvx_project_row_dispose (GObject *object)
{
  TvxProjectRow *self = TVX_PROJECT_ROW (object);

  g_clear_object (&self->signals);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_PROJECT_ROW);

  G_OBJECT_CLASS (tvx_project_row_parent_class)->dispose (object);
}

static void
tvx_project_row_class_init (TvxProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_project_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/list/tvx-project-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectRow, title);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectRow, status);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectRow, handover);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectRow, handover_label);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectRow, excerpt);
}

static void
tvx_project_row_init (TvxProjectRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (TVX_TYPE_SUMMARY);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * tvx_project_row_new:
 * @item: the list item that will hold the row
 * @filter: has the words that are searched for
 *
 * Returns: (transfer floating): a row that follows the #TvxSummary of @item
 */
GtkWidget *
tvx_project_row_new (GtkListItem      *item,
                     TvxProjectFilter *filter)
{
  TvxProjectRow *self = g_object_new (TVX_TYPE_PROJECT_ROW, NULL);

  self->item = item;
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::item", G_CALLBACK (notify_item_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
