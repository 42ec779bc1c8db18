/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-handover-board.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-summary.h"
#include "model/tvx-vocabulary.h"
#include "ui/handover/tvx-handover-card.h"

/**
 * TvxHandoverBoard:
 *
 * The handovers of a register: a column for each state, or where there is no room for columns, a list with a heading for
 * each state.
 *
 * A step is asked for by dragging a card to another column, by Alt and an arrow key, or by its button; who takes it is
 * told by [signal@Tvx.HandoverBoard::step].
 */
struct _TvxHandoverBoard
{
  AdwBin       parent_instance;

  GtkBox      *columns;
  GtkListView *list_view;

  GListModel  *summaries;
};

/* The states that have columns, in the order of the way. */
static const char *const states[] = {
  "not_applicable", "identified", "in_preparation", "decided", "handed_over", "received", "received_with_remarks", "completed",
  "on_hold", "cancelled",
};

enum
{
  OPEN,
  STEP,
  TOGETHER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxHandoverBoard, tvx_handover_board, ADW_TYPE_BIN)

static const char *
get_state (TvxSummary *summary)
{
  GVariant *state = tvx_summary_get_value (summary, "handover.state");

  return state != NULL ? g_variant_get_string (state, NULL) : states[0];
}

static const char *
get_label (const char *state)
{
  return g_str_equal (state, states[0]) ? _("Not begun") : tvx_vocabulary_get_label (&tvx_handover_states, state);
}

static guint
get_place (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], state))
      return i;
  return 0;
}

static void
ask_for_step (TvxHandoverBoard *self,
              TvxSummary       *summary,
              const char       *to)
{
  g_signal_emit (self, signals[STEP], 0, tvx_summary_get_id (summary), to);
}

/* ---- Cards */

static void
card_step_cb (TvxHandoverBoard *self,
              TvxHandoverCard  *card)
{
  ask_for_step (self, tvx_handover_card_get_summary (card), NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          TvxHandoverBoard         *self)
{
  GtkWidget *card = tvx_handover_card_new (item);

  g_signal_connect_object (card, "step", G_CALLBACK (card_step_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, card);
}

static GtkListItemFactory *
create_factory (TvxHandoverBoard *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  return factory;
}

static void
activate_cb (GtkListView      *view,
             guint             position,
             TvxHandoverBoard *self)
{
  g_autoptr (TvxSummary) summary = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  g_signal_emit (self, signals[OPEN], 0, tvx_summary_get_id (summary));
}

/* ---- Keys */

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  TvxHandoverBoard *self = TVX_HANDOVER_BOARD (gtk_widget_get_ancestor (widget, TVX_TYPE_HANDOVER_BOARD));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (widget)));
  TvxSummary *summary = gtk_single_selection_get_selected_item (selection);
  guint place;

  if (summary == NULL)
    return GDK_EVENT_PROPAGATE;
  place = get_place (get_state (summary));
  if (GPOINTER_TO_INT (user_data) > 0)
    ask_for_step (self, summary, NULL);
  else if (place > 0)
    ask_for_step (self, summary, states[place - 1]);
  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidget *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Right"),
                                                          gtk_callback_action_new (key_cb, GINT_TO_POINTER (1), NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Left"),
                                                          gtk_callback_action_new (key_cb, GINT_TO_POINTER (-1), NULL)));
  gtk_widget_add_controller (view, keys);
}

static void
set_up_view (TvxHandoverBoard *self,
             GtkListView      *view,
             GListModel       *model)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (model);
  g_autoptr (GtkListItemFactory) factory = create_factory (self);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_DEFAULT);
  add_keys (GTK_WIDGET (view));
}

/* ---- Columns */

static gboolean
has_state (gpointer item,
           gpointer user_data)
{
  return g_str_equal (get_state (item), user_data);
}

static gboolean
drop_cb (GtkDropTarget    *target,
         const GValue     *value,
         double            x,
         double            y,
         TvxHandoverBoard *self)
{
  TvxSummary *summary = g_value_get_object (value);
  const char *to = g_object_get_data (G_OBJECT (target), "state");

  if (g_str_equal (get_state (summary), to))
    return FALSE;
  ask_for_step (self, summary, to);
  return TRUE;
}

static GStrv
dup_ids (GListModel *model)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (model, i);

      g_strv_builder_add (ids, tvx_summary_get_id (summary));
    }
  return g_strv_builder_end (ids);
}

static void
together_cb (GtkWidget  *button,
             GListModel *model)
{
  TvxHandoverBoard *self = TVX_HANDOVER_BOARD (gtk_widget_get_ancestor (button, TVX_TYPE_HANDOVER_BOARD));
  g_auto (GStrv) ids = dup_ids (model);

  g_signal_emit (self, signals[TOGETHER], 0, ids);
}

static void
package_cb (GtkWidget  *button,
            GListModel *model)
{
  g_auto (GStrv) ids = dup_ids (model);

  gtk_widget_activate_action (button, "win.package-projects", "^as", ids);
}

static void
show_count (GtkLabel   *label,
            guint       position,
            guint       removed,
            guint       added,
            GListModel *model)
{
  g_autofree char *count = g_strdup_printf ("%u", g_list_model_get_n_items (model));

  gtk_label_set_label (label, count);
  /* The buttons for all of them. */
  for (GtkWidget *button = gtk_widget_get_next_sibling (GTK_WIDGET (label)); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (button, g_list_model_get_n_items (model) > 0);
}

static void
add_heading_button (GtkBox     *heading,
                    const char *icon,
                    const char *tooltip,
                    GCallback   callback,
                    GListModel *model)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, model, G_CONNECT_DEFAULT);
  gtk_box_append (heading, button);
}

static GtkWidget *
create_heading (const char *state,
                GListModel *model)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (get_label (state));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dim-label");
  /* As high as with buttons, so that columns begin at the same height. */
  gtk_widget_set_size_request (heading, -1, 34);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), count);
  if (g_str_equal (state, "handed_over"))
    add_heading_button (GTK_BOX (heading), "package-x-generic-symbolic", _("Package for the Receiver…"), G_CALLBACK (package_cb), model);
  add_heading_button (GTK_BOX (heading), "view-list-symbolic", _("Hand Over These Together…"), G_CALLBACK (together_cb), model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (show_count), count, G_CONNECT_SWAPPED);
  show_count (GTK_LABEL (count), 0, 0, 0, model);
  return heading;
}

static GtkWidget *
create_column (TvxHandoverBoard *self,
               const char       *state)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_list_view_new (NULL, NULL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (has_state, (gpointer) state, NULL));
  GtkFilterListModel *model = gtk_filter_list_model_new (g_object_ref (self->summaries), filter);
  GtkDropTarget *target = gtk_drop_target_new (TVX_TYPE_SUMMARY, GDK_ACTION_MOVE);

  gtk_box_append (GTK_BOX (column), create_heading (state, G_LIST_MODEL (model)));
  gtk_widget_add_css_class (view, "rich-list");
  gtk_widget_add_css_class (view, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (state), -1);
  set_up_view (self, GTK_LIST_VIEW (view), G_LIST_MODEL (model));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (column, 220, -1);
  gtk_box_append (GTK_BOX (column), scrolled);

  g_object_set_data (G_OBJECT (target), "state", (gpointer) state);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  return column;
}

/* ---- The list */

static int
compare_states (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  guint a_place = get_place (get_state ((TvxSummary *) a)), b_place = get_place (get_state ((TvxSummary *) b));

  return (a_place > b_place) - (a_place < b_place);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header)
{
  TvxSummary *summary = gtk_list_header_get_item (header);
  /* Translators: a state of handovers and how many projects are in it, as “Decided (3)”. */
  g_autofree char *text = g_strdup_printf (_("%s (%u)"), get_label (get_state (summary)), gtk_list_header_get_n_items (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
set_up_list (TvxHandoverBoard *self)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_states, NULL, NULL));
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (self->summaries), NULL);
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  gtk_sort_list_model_set_section_sorter (sorted, sorter);
  g_object_unref (sorter);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_header_factory (self->list_view, headers);
  set_up_view (self, self->list_view, G_LIST_MODEL (sorted));
}

static void
show_page (TvxHandoverBoard *self)
{
  /* Bound as a child of the template, it would be let go twice. */
  GtkWidget *pages = adw_bin_get_child (ADW_BIN (self));

  gtk_stack_set_visible_child_name (GTK_STACK (pages), g_list_model_get_n_items (self->summaries) > 0 ? "board" : "empty");
}

static void
tvx_handover_board_dispose (GObject *object)
{
  TvxHandoverBoard *self = TVX_HANDOVER_BOARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_HANDOVER_BOARD);
  g_clear_object (&self->summaries);

  G_OBJECT_CLASS (tvx_handover_board_parent_class)->dispose (object);
}

static void
tvx_handover_board_class_init (TvxHandoverBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_handover_board_dispose;

  /**
   * TvxHandoverBoard::open:
   * @self: the board
   * @id: the id of a project
   *
   * A project is to be shown.
   */
  signals[OPEN] = g_signal_new ("open", TVX_TYPE_HANDOVER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TvxHandoverBoard::step:
   * @self: the board
   * @id: the id of a project
   * @to: (nullable): the state that a step is to lead to, %NULL for the next one onward
   *
   * A step of a handover is wanted.
   */
  signals[STEP] = g_signal_new ("step", TVX_TYPE_HANDOVER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /**
   * TvxHandoverBoard::together:
   * @self: the board
   * @ids: (array zero-terminated=1): the ids of projects
   *
   * Projects are to be handed over together.
   */
  signals[TOGETHER] = g_signal_new ("together", TVX_TYPE_HANDOVER_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/handover/tvx-handover-board.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBoard, columns);
  gtk_widget_class_bind_template_child (widget_class, TvxHandoverBoard, list_view);
}

static void
tvx_handover_board_init (TvxHandoverBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_handover_board_set_summaries:
 * @self: a board without projects
 * @summaries: a list of #TvxSummary
 *
 * Fills the board.
 */
void
tvx_handover_board_set_summaries (TvxHandoverBoard *self,
                                  GListModel       *summaries)
{
  g_return_if_fail (TVX_IS_HANDOVER_BOARD (self));
  g_return_if_fail (self->summaries == NULL);

  self->summaries = g_object_ref (summaries);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_box_append (self->columns, create_column (self, states[i]));
  set_up_list (self);
  g_signal_connect_object (summaries, "items-changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  show_page (self);
}
