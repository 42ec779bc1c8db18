/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/form/tvx-date-row.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"

/**
 * TvxDateRow:
 *
 * A row for a date, which is typed in any of the forms that [func@Tvx.Date.parse]
 * understands, or chosen in a calendar.
 *
 * The calendar begins its weeks where the user's language does.
 */
struct _TvxDateRow
{
  TvxTextRow   parent_instance;

  GtkWidget   *button;
  GtkWidget   *popover;
  GtkCalendar *calendar;
  GtkButton   *choose_button;
};

static void tvx_date_row_field_row_init (TvxFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TvxDateRow, tvx_date_row, TVX_TYPE_TEXT_ROW,
                               G_IMPLEMENT_INTERFACE (TVX_TYPE_FIELD_ROW, tvx_date_row_field_row_init))

static TvxFieldRowInterface *parent_iface;

static char *
dup_selected (TvxDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  return g_date_time_format (day, "%Y-%m-%d");
}

static void
update_choose_button (TvxDateRow *self)
{
  g_autofree char *day = dup_selected (self);
  /* Translators: %s is a date. */
  g_autofree char *label = g_strdup_printf (_("Choose %s"), day);

  gtk_button_set_label (self->choose_button, label);
}

/* Opens at the date of the row, or at the first day that it can mean; without one, at today. */
static void
popover_shown_cb (TvxDateRow *self)
{
  g_autofree char *text = tvx_text_row_dup_text (TVX_TEXT_ROW (self));
  g_autoptr (GDateTime) day = NULL;
  TvxDate date;

  if (tvx_date_parse (text, &date))
    {
      date = tvx_date_first_day (&date);
      day = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);
    }
  if (day == NULL)
    day = g_date_time_new_now_local ();

  gtk_calendar_select_day (self->calendar, day);
  update_choose_button (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
choose_cb (TvxDateRow *self)
{
  g_autofree char *day = dup_selected (self);

  tvx_text_row_set_text (TVX_TEXT_ROW (self), day);
  tvx_field_row_left (TVX_FIELD_ROW (self));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* A day that is clicked is chosen. The calendar itself tells of that only if another day was selected before,
 * and tells the same when it turns to another month, which chooses nothing yet. */
static void
released_cb (TvxDateRow *self,
             int         n_press,
             double      x,
             double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    choose_cb (self);
}

static void
tvx_date_row_set_editable (TvxFieldRow *row,
                           gboolean     editable)
{
  parent_iface->set_editable (row, editable);
  gtk_widget_set_visible (TVX_DATE_ROW (row)->button, editable);
}

static void
tvx_date_row_field_row_init (TvxFieldRowInterface *iface)
{
  parent_iface = g_type_interface_peek_parent (iface);
  iface->set_editable = tvx_date_row_set_editable;
}

static void
tvx_date_row_init (TvxDateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->choose_button = GTK_BUTTON (gtk_button_new ());
  g_signal_connect_swapped (self->choose_button, "clicked", G_CALLBACK (choose_cb), self);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_calendar_set_show_week_numbers (self->calendar, TRUE);
  g_signal_connect_swapped (self->calendar, "notify::day", G_CALLBACK (update_choose_button), self);
  g_signal_connect_swapped (self->calendar, "notify::month", G_CALLBACK (update_choose_button), self);
  g_signal_connect_swapped (self->calendar, "notify::year", G_CALLBACK (update_choose_button), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choose_button));

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _("Choose Date"));
  gtk_widget_add_css_class (self->button, "flat");
  tvx_text_row_add_suffix (TVX_TEXT_ROW (self), self->button);
}

static void
tvx_date_row_class_init (TvxDateRowClass *klass)
{
}
