/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/tvx-report-outline.h"

#include "ui/export/tvx-report-pages.h"

/* Deeper sections are found by reading on. */
#define LEVELS 2
#define INDENT 16

/* Where a section is. */
typedef struct
{
  guint page;
  guint level; /* from 0 */
} Place;

/**
 * TvxReportOutline:
 *
 * Lists the sections of a report, and tells when one is chosen.
 */
struct _TvxReportOutline
{
  GtkPopover      parent_instance;

  GtkNoSelection *selection;
  GArray         *places; /* Place, one for each title of the list */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxReportOutline, tvx_report_outline, GTK_TYPE_POPOVER)

static void
setup_cb (TvxReportOutline *self,
          GtkListItem      *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (TvxReportOutline *self,
         GtkListItem      *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_margin_start (label, INDENT * g_array_index (self->places, Place, gtk_list_item_get_position (item)).level);
}

static void
activate_cb (TvxReportOutline *self,
             guint             position)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->places, Place, position).page);
}

static void
tvx_report_outline_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_REPORT_OUTLINE);

  G_OBJECT_CLASS (tvx_report_outline_parent_class)->dispose (object);
}

static void
tvx_report_outline_finalize (GObject *object)
{
  g_array_unref (TVX_REPORT_OUTLINE (object)->places);

  G_OBJECT_CLASS (tvx_report_outline_parent_class)->finalize (object);
}

static void
tvx_report_outline_class_init (TvxReportOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_report_outline_dispose;
  object_class->finalize = tvx_report_outline_finalize;

  /**
   * TvxReportOutline::chosen:
   * @self: an outline
   * @page: the page that the section begins on, from 0
   *
   * Emitted when a section is chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TVX_TYPE_REPORT_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/export/tvx-report-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxReportOutline, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
}

static void
tvx_report_outline_init (TvxReportOutline *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_report_outline_set_pages:
 * @self: an outline
 * @pages: (nullable): the #TvxReportPage of a report
 *
 * Lists the sections of other pages.
 */
void
tvx_report_outline_set_pages (TvxReportOutline *self,
                              GListModel       *pages)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (TvxReportPage) first = pages != NULL ? g_list_model_get_item (pages, 0) : NULL;

  g_return_if_fail (TVX_IS_REPORT_OUTLINE (self));

  g_array_set_size (self->places, 0);
  if (first != NULL)
    {
      TvxPages *all = tvx_report_page_get_pages (first);

      for (guint i = 0; i < all->bookmarks->len; i++)
        {
          const TvxBookmark *bookmark = &g_array_index (all->bookmarks, TvxBookmark, i);
          const TvxPlace *place = g_hash_table_lookup (all->places, GUINT_TO_POINTER (bookmark->target));
          const Place found = { place != NULL ? place->page : 0, bookmark->level - 1 };

          if (place == NULL || bookmark->level > LEVELS)
            continue;
          g_array_append_val (self->places, found);
          gtk_string_list_append (titles, bookmark->title);
        }
    }
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (titles));
}
