/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-handover-card.h"

#include <glib/gi18n-lib.h>

/**
 * TvxHandoverCard:
 *
 * A project on the board: what it is called, what its next step still lacks, and when the handover takes effect.
 */
struct _TvxHandoverCard
{
  AdwBin        parent_instance;

  GtkLabel     *title;
  GtkLabel     *condition;
  GtkLabel     *effective;

  /* Holds the card. */
  GtkListItem  *item;
  GSignalGroup *signals;
};

enum
{
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxHandoverCard, tvx_handover_card, ADW_TYPE_BIN)

static char *
dup_condition (TvxSummary *summary)
{
  gint64 n_lacking = tvx_summary_get_number (summary, "handover_lacking");

  if (tvx_summary_get_value (summary, "handover_lacking") == NULL)
    return g_strdup ("");
  if (n_lacking == 0)
    return g_strdup (_("Ready for the next step"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is missing for the next step",
                                       "%u things are missing for the next step", (guint) n_lacking),
                          (guint) n_lacking);
}

static char *
dup_effective (TvxSummary *summary)
{
  g_autofree char *date = tvx_summary_dup_text (summary, "handover.effective_on");

  /* Translators: %s is the date from which a handover takes effect. */
  return *date != '\0' ? g_strdup_printf (_("Takes effect on %s"), date) : g_strdup ("");
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_summary (TvxHandoverCard *self,
              TvxSummary      *summary)
{
  g_autofree char *condition = dup_condition (summary);
  g_autofree char *effective = dup_effective (summary);
  g_autofree char *description = g_strdup_printf ("%s. %s", condition, effective);

  show_label (self->title, tvx_summary_get_title (summary));
  show_label (self->condition, condition);
  show_label (self->effective, effective);
  gtk_list_item_set_accessible_label (self->item, tvx_summary_get_title (summary));
  gtk_list_item_set_accessible_description (self->item, description);
}

static void
changed_cb (TvxHandoverCard *self,
            TvxSummary      *summary)
{
  show_summary (self, summary);
}

static void
notify_item_cb (TvxHandoverCard *self,
                GParamSpec      *pspec,
                GtkListItem     *item)
{
  TvxSummary *summary = gtk_list_item_get_item (item);

  g_signal_group_set_target (self->signals, summary);
  if (summary != NULL)
    show_summary (self, summary);
}

static void
step_cb (TvxHandoverCard *self)
{
  g_signal_emit (self, signals[STEP], 0);
}

static GdkContentProvider *
prepare_cb (TvxHandoverCard *self,
            double           x,
            double           y)
{
  return gdk_content_provider_new_typed (TVX_TYPE_SUMMARY, tvx_handover_card_get_summary (self));
}

static void
drag_begin_cb (TvxHandoverCard *self,
               GdkDrag         *drag,
               GtkDragSource   *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
tvx_handover_card_dispose (GObject *object)
{
  TvxHandoverCard *self = TVX_HANDOVER_CARD (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_HANDOVER_CARD);

  G_OBJECT_CLASS (tvx_handover_card_parent_class)->dispose (object);
}

static void
tvx_handover_card_class_init (TvxHandoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_handover_card_dispose;

  /**
   * TvxHandoverCard::step:
   * @self: the card
   *
   * A step is wanted for the project.
   */
  signals[STEP] = g_signal_new ("step", TVX_TYPE_HANDOVER_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-handover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverCard, title);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverCard, condition);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverCard, effective);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
}

static void
tvx_handover_card_init (TvxHandoverCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TVX_TYPE_SUMMARY);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/**
 * tvx_handover_card_new:
 * @item: the list item that will hold the card
 *
 * Returns: (transfer floating): a card that follows the #TvxSummary of @item
 */
GtkWidget *
tvx_handover_card_new (GtkListItem *item)
{
  TvxHandoverCard *self = g_object_new (TVX_TYPE_HANDOVER_CARD, NULL);

  self->item = item;
  g_signal_connect_object (item, "notify::item", G_CALLBACK (notify_item_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tvx_handover_card_get_summary:
 * @self: a card
 *
 * Returns: (transfer none): the project that it shows
 */
TvxSummary *
tvx_handover_card_get_summary (TvxHandoverCard *self)
{
  g_return_val_if_fail (TVX_IS_HANDOVER_CARD (self), NULL);

  return gtk_list_item_get_item (self->item);
}
