/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/tvx-overview-page.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-date.h"
#include "model/tvx-tally.h"
#include "report/tvx-chart.h"
#include "report/tvx-format.h"
#include "ui/chart/tvx-chart-view.h"
#include "ui/chart/tvx-timeline-view.h"

/* What is due in so many days is soon. */
#define SOON_DAYS 28
/* How many rows are told one by one; the rest are together, or a click away. */
#define MAX_ROWS 12
#define MAX_DUE 8
/* So many milliseconds after the last change the page is made anew. */
#define DELAY 300

/**
 * TvxOverviewPage:
 *
 * What a register as a whole has come to: how many projects are where, who pays how much, what is due, what is missing, and
 * when the projects run. Every figure leads to the projects that it is of.
 *
 * All of it is counted from the summaries, when the page is looked at.
 */
struct _TvxOverviewPage
{
  AdwBin               parent_instance;

  GtkStack            *stack;
  GtkBox              *all_figures;
  GtkBox              *due_figures;
  GtkBox              *open_figures;
  TvxChartView        *by_status;
  TvxChartView        *by_handover;
  TvxChartView        *by_funder;
  TvxChartView        *by_area;
  TvxChartView        *by_unexamined;
  AdwPreferencesGroup *due_group;
  TvxTimelineView     *timeline;

  TvxWorkspace        *workspace;
  GPtrArray           *due_rows;
  gboolean             is_current;
  guint                update_source;
};

enum
{
  FILTERED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TvxOverviewPage, tvx_overview_page, ADW_TYPE_BIN)

static char *
dup_day (int days_from_today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days_from_today);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* ---- Figures */

static void
figure_clicked_cb (GtkWidget       *button,
                   TvxOverviewPage *self)
{
  g_signal_emit (self, signals[FILTERED], 0, g_object_get_data (G_OBJECT (button), "path"),
                 g_object_get_data (G_OBJECT (button), "criterion"));
}

static guint
count (TvxOverviewPage *self,
       const char      *path,
       const char      *criterion)
{
  GListModel *summaries = tvx_workspace_get_summaries (self->workspace);
  const TvxColumn *column = path != NULL ? tvx_columns_find (TVX_TYPE_PROJECT, path) : NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      n += column == NULL || tvx_column_accepts (column, tvx_summary_get_column_value (summary, column), criterion);
    }
  return n;
}

static void
add_figure (TvxOverviewPage *self,
            GtkBox          *figures,
            const char      *path,
            const char      *criterion,
            guint            n,
            const char      *text)
{
  g_autofree char *number = tvx_field_format_number (n);
  g_autofree char *name = g_strdup_printf ("%s %s", number, text);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number_label = gtk_label_new (number);
  GtkWidget *text_label = gtk_label_new (text);

  gtk_widget_add_css_class (number_label, "title-1");
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (number_label), 0);
  gtk_label_set_xalign (GTK_LABEL (text_label), 0);
  gtk_label_set_wrap (GTK_LABEL (text_label), TRUE);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), text_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "figure");
  gtk_widget_set_sensitive (button, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "path", (gpointer) path);
  g_object_set_data_full (G_OBJECT (button), "criterion", g_strdup (criterion), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (figure_clicked_cb), self);
  gtk_box_append (figures, button);
}

static void
remove_figures (GtkBox *figures)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (figures))) != NULL)
    gtk_box_remove (figures, child);
}

static void
show_figures (TvxOverviewPage *self)
{
  g_autofree char *yesterday = dup_day (-1);
  g_autofree char *soon = dup_day (SOON_DAYS);
  g_autofree char *late = g_strconcat ("<=", yesterday, NULL);
  g_autofree char *due = g_strconcat ("<=", soon, NULL);
  guint n;

  remove_figures (self->all_figures);
  remove_figures (self->due_figures);
  remove_figures (self->open_figures);
  n = count (self, NULL, NULL);
  add_figure (self, self->all_figures, NULL, NULL, n, g_dngettext (GETTEXT_PACKAGE, "project", "projects", n));
  n = count (self, "lifecycle", "ongoing");
  add_figure (self, self->all_figures, "lifecycle", "ongoing", n, g_dngettext (GETTEXT_PACKAGE, "project under way", "projects under way", n));
  n = count (self, "next_due", due);
  add_figure (self, self->due_figures, "next_due", due, n,
              g_dngettext (GETTEXT_PACKAGE, "has a report due within four weeks", "have reports due within four weeks", n));
  n = count (self, "next_due", late);
  add_figure (self, self->due_figures, "next_due", late, n, g_dngettext (GETTEXT_PACKAGE, "has a report that is late", "have reports that are late", n));
  n = count (self, "lacking", ">=1");
  add_figure (self, self->open_figures, "lacking", ">=1", n, g_dngettext (GETTEXT_PACKAGE, "lacks something before publishing", "lack something before publishing", n));
  n = count (self, "unexamined", ">=1");
  add_figure (self, self->open_figures, "unexamined", ">=1", n, g_dngettext (GETTEXT_PACKAGE, "is not fully examined in J+", "are not fully examined in J+", n));
}

/* ---- Charts */

static void
chart_activated_cb (TvxChartView    *view,
                    guint            row,
                    TvxOverviewPage *self)
{
  GPtrArray *criteria = g_object_get_data (G_OBJECT (view), "criteria");

  /* What is summed up in the last row cannot be asked for. */
  if (row < criteria->len)
    g_signal_emit (self, signals[FILTERED], 0, g_object_get_data (G_OBJECT (view), "path"), criteria->pdata[row]);
}

static char *
format_money (const TvxCatalog *catalog,
              gint64            amount)
{
  return tvx_format_money (catalog, amount, "SEK");
}

static int
compare_granted_cb (gconstpointer a,
                    gconstpointer b)
{
  const TvxTallyRow *row_a = a;
  const TvxTallyRow *row_b = b;

  return (row_a->granted < row_b->granted) - (row_a->granted > row_b->granted);
}

/* As long as there is nothing to show, there is no chart. */
static void
show_chart (TvxChartView *view,
            GArray       *tally,
            gboolean      is_money,
            const char   *path,
            const char   *title,
            const char   *sentence)
{
  const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, path);
  GPtrArray *criteria = g_ptr_array_new_with_free_func (g_free);
  TvxChart *chart = tvx_chart_new (TVX_CHART_BARS, tvx_catalog_get_for_user (), title, sentence);
  gint64 rest = 0;

  tvx_chart_add_series (chart, is_money ? _("Granted") : _("Projects"));
  if (is_money)
    tvx_chart_set_format (chart, format_money);
  for (guint i = 0; i < tally->len; i++)
    {
      const TvxTallyRow *row = &g_array_index (tally, TvxTallyRow, i);
      gint64 value = is_money ? row->granted : row->n;
      g_autofree char *label = tvx_column_dup_criterion_label (column, row->criterion);

      if (value == 0)
        continue;
      if (criteria->len == MAX_ROWS)
        {
          rest += value;
          continue;
        }
      tvx_chart_add_row (chart, label, &value);
      g_ptr_array_add (criteria, g_strdup (row->criterion));
    }
  if (rest > 0)
    tvx_chart_add_row (chart, _("Others together"), &rest);
  g_object_set_data (G_OBJECT (view), "path", (gpointer) path);
  g_object_set_data_full (G_OBJECT (view), "criteria", criteria, (GDestroyNotify) g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (view), criteria->len > 0);
  if (criteria->len > 0)
    tvx_chart_view_set_chart (view, chart);
  else
    tvx_chart_free (chart);
}

static void
show_counts (TvxOverviewPage *self,
             TvxChartView    *view,
             const char      *path,
             const char      *title)
{
  g_autoptr (GArray) tally =
    tvx_tally_new (tvx_workspace_get_summaries (self->workspace), tvx_columns_find (TVX_TYPE_PROJECT, path));

  show_chart (view, tally, FALSE, path, title, _("The number of projects. Choose a bar to list them."));
}

static void
show_money (TvxOverviewPage *self,
            TvxChartView    *view,
            const char      *path,
            const char      *title,
            const char      *sentence)
{
  g_autoptr (GArray) tally =
    tvx_tally_new (tvx_workspace_get_summaries (self->workspace), tvx_columns_find (TVX_TYPE_PROJECT, path));

  g_array_sort (tally, compare_granted_cb);
  show_chart (view, tally, TRUE, path, title, sentence);
}

/* ---- What is due */

static int
compare_due_cb (gconstpointer a,
                gconstpointer b)
{
  GVariant *due_a = tvx_summary_get_value (*(TvxSummary **) a, "next_due");
  GVariant *due_b = tvx_summary_get_value (*(TvxSummary **) b, "next_due");

  /* Dates in ISO 8601 sort as texts do. */
  return g_strcmp0 (g_variant_get_string (due_a, NULL), g_variant_get_string (due_b, NULL));
}

static void
due_activated_cb (GtkWidget       *row,
                  TvxOverviewPage *self)
{
  g_signal_emit (self, signals[OPENED], 0, g_object_get_data (G_OBJECT (row), "id"));
}

static GtkWidget *
create_due_row (TvxOverviewPage *self,
                TvxSummary      *summary,
                const char      *today)
{
  const char *due = g_variant_get_string (tvx_summary_get_value (summary, "next_due"), NULL);
  g_autofree char *date = tvx_format_date (tvx_catalog_get_for_user (), due);
  /* Translators: %s is a date that has passed. */
  g_autofree char *text = g_strdup_printf (g_strcmp0 (due, today) < 0 ? _("Late since %s") : _("Due %s"), date);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tvx_summary_get_title (summary));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (tvx_summary_get_id (summary)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (due_activated_cb), self);
  return row;
}

static void
show_due (TvxOverviewPage *self)
{
  GListModel *summaries = tvx_workspace_get_summaries (self->workspace);
  const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, "next_due");
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = tvx_date_dup_today ();
  g_autofree char *soon = dup_day (SOON_DAYS);
  g_autofree char *criterion = g_strconcat ("<=", soon, NULL);

  for (guint i = 0; i < self->due_rows->len; i++)
    adw_preferences_group_remove (self->due_group, self->due_rows->pdata[i]);
  g_ptr_array_set_size (self->due_rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (TvxSummary) summary = g_list_model_get_item (summaries, i);

      if (tvx_column_accepts (column, tvx_summary_get_value (summary, "next_due"), criterion))
        g_ptr_array_add (due, g_steal_pointer (&summary));
    }
  g_ptr_array_sort (due, compare_due_cb);
  for (guint i = 0; i < due->len && i < MAX_DUE; i++)
    {
      GtkWidget *row = create_due_row (self, due->pdata[i], today);

      adw_preferences_group_add (self->due_group, row);
      g_ptr_array_add (self->due_rows, row);
    }
  adw_preferences_group_set_description (self->due_group, due->len > MAX_DUE ? _("Those that are due first; the figure above leads to all of them.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->due_group), due->len > 0);
}

/* ---- When the projects run */

static int
compare_columns_cb (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const TvxColumn **columns = user_data;
  int order = 0;

  for (guint i = 0; order == 0 && columns[i] != NULL; i++)
    order = tvx_summary_compare (*(TvxSummary **) a, *(TvxSummary **) b, columns[i]);
  return order;
}

static void
show_timeline (TvxOverviewPage *self)
{
  GListModel *summaries = tvx_workspace_get_summaries (self->workspace);
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);
  const TvxColumn *columns[] = { tvx_columns_find (TVX_TYPE_PROJECT, "start"), tvx_columns_find (TVX_TYPE_PROJECT, "end"), NULL };

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    g_ptr_array_add (projects, g_list_model_get_item (summaries, i));
  g_ptr_array_sort_with_data (projects, compare_columns_cb, columns);
  tvx_timeline_view_set_projects (self->timeline, projects);
}

/* ---- The page */

static void
update (TvxOverviewPage *self)
{
  gboolean empty = g_list_model_get_n_items (tvx_workspace_get_summaries (self->workspace)) == 0;

  self->is_current = TRUE;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "figures");
  if (empty)
    return;
  show_figures (self);
  show_counts (self, self->by_status, "lifecycle", _("Projects by Status"));
  show_counts (self, self->by_handover, "handover.state", _("Projects by Handover Status"));
  show_money (self, self->by_funder, "grants", _("Granted by Funder"), _("In whole kronor."));
  show_money (self, self->by_area, "areas", _("Granted by Area"),
              _("In whole kronor. A project in several areas is counted in each of them."));
  show_counts (self, self->by_unexamined, "unexamined_in", _("Not Examined in J+"));
  show_due (self);
  show_timeline (self);
}

static gboolean
update_source_cb (gpointer user_data)
{
  TvxOverviewPage *self = user_data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (TvxOverviewPage *self)
{
  self->is_current = FALSE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_handle_id (&self->update_source, g_source_remove);
  self->update_source = g_timeout_add (DELAY, update_source_cb, self);
}

static void
opened_cb (TvxOverviewPage *self,
           const char      *id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
tvx_overview_page_map (GtkWidget *widget)
{
  TvxOverviewPage *self = TVX_OVERVIEW_PAGE (widget);

  if (self->workspace != NULL && !self->is_current)
    update (self);

  GTK_WIDGET_CLASS (tvx_overview_page_parent_class)->map (widget);
}

static void
tvx_overview_page_dispose (GObject *object)
{
  TvxOverviewPage *self = TVX_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->due_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tvx_overview_page_parent_class)->dispose (object);
}

static void
tvx_overview_page_class_init (TvxOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_overview_page_dispose;
  widget_class->map = tvx_overview_page_map;

  /**
   * TvxOverviewPage::filtered:
   * @self: the page
   * @path: (nullable): the path of a column, %NULL for all projects
   * @criterion: (nullable): what is asked of it
   *
   * A person wants to see the projects that a figure is of.
   */
  signals[FILTERED] = g_signal_new ("filtered", TVX_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    2, G_TYPE_STRING, G_TYPE_STRING);
  /**
   * TvxOverviewPage::opened:
   * @self: the page
   * @id: the id of a project
   *
   * A person wants to see a project.
   */
  signals[OPENED] = g_signal_new ("opened", TVX_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  g_type_ensure (TVX_TYPE_CHART_VIEW);
  g_type_ensure (TVX_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/overview/tvx-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, all_figures);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, due_figures);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, open_figures);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, by_status);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, by_handover);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, by_funder);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, by_area);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, by_unexamined);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, due_group);
  gtk_widget_class_bind_template_child (widget_class, TvxOverviewPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
tvx_overview_page_init (TvxOverviewPage *self)
{
  TvxChartView *charts[5];

  gtk_widget_init_template (GTK_WIDGET (self));
  self->stack = GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
  self->due_rows = g_ptr_array_new ();
  charts[0] = self->by_status;
  charts[1] = self->by_handover;
  charts[2] = self->by_funder;
  charts[3] = self->by_area;
  charts[4] = self->by_unexamined;
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    g_signal_connect (charts[i], "row-activated", G_CALLBACK (chart_activated_cb), self);
}

/**
 * tvx_overview_page_set_workspace:
 * @self: a page
 * @workspace: the open register
 *
 * Shows a register, and follows it.
 */
void
tvx_overview_page_set_workspace (TvxOverviewPage *self,
                                 TvxWorkspace    *workspace)
{
  g_return_if_fail (TVX_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (tvx_workspace_get_summaries (workspace), "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}
