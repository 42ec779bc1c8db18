/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-dimensions-view.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-dimension.h"
#include "model/tvx-four-r.h"
#include "model/tvx-guide.h"
#include "model/tvx-vocabulary.h"
#include "ui/form/tvx-field-group.h"
#include "ui/form/tvx-record-list-group.h"
#include "ui/statistics/tvx-table-list.h"

/* The kind of dimension that the vocabulary has no word for: there may be any number of these. */
#define OTHER_KIND "other"

/**
 * TvxProjectDimensionsView:
 *
 * What the J+ perspective shows in a project: one row for each kind of
 * dimension, gender first, whether it has been examined or not.
 *
 * A dimension that nobody has looked at yet is no record, and has a row all the
 * same: it becomes a record when somebody begins.
 */
struct _TvxProjectDimensionsView
{
  TvxProjectView       parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox          *list_box;
  AdwButtonContent    *tables_content;
  GtkWidget           *add_row;
  TvxTableList        *table_list;
  TvxRecordListGroup  *four_r_group;
  AdwExpanderRow      *guide_row;
  GPtrArray           *guide_rows;

  /* The rows of dimensions by id, and those of kinds without one. */
  GHashTable          *rows;
  GPtrArray           *shown;
};

G_DEFINE_FINAL_TYPE (TvxProjectDimensionsView, tvx_project_dimensions_view, TVX_TYPE_PROJECT_VIEW)

static TvxRecord *
get_project (TvxProjectDimensionsView *self)
{
  return TVX_RECORD (tvx_project_view_get_project (TVX_PROJECT_VIEW (self)));
}

static TvxEditor *
get_editor (TvxProjectDimensionsView *self)
{
  return tvx_workspace_get_editor (tvx_project_view_get_workspace (TVX_PROJECT_VIEW (self)));
}

static void
show_row (TvxProjectDimensionsView *self,
          GtkWidget                *row)
{
  g_ptr_array_add (self->shown, g_object_ref (row));
}

static void
set_icon (GtkWidget *row,
          gboolean   examined)
{
  GtkImage *icon = g_object_get_data (G_OBJECT (row), "icon");

  gtk_image_set_from_icon_name (icon, examined ? "object-select-symbolic" : "dialog-question-symbolic");
  if (examined)
    gtk_widget_remove_css_class (GTK_WIDGET (icon), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (icon), "warning");
}

static GtkWidget *
create_icon (GtkWidget *row)
{
  GtkWidget *icon = gtk_image_new ();

  /* The subtitle says the same in words. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  return icon;
}

static void
show_dimension (TvxProjectDimensionsView *self,
                TvxRecord                *dimension)
{
  const char *id = tvx_record_get_id (dimension);
  GtkWidget *row = g_hash_table_lookup (self->rows, id);

  if (row == NULL)
    {
      row = g_object_ref_sink (tvx_record_row_new (get_editor (self), dimension));
      tvx_record_row_add_prefix (TVX_RECORD_ROW (row), create_icon (row));
      g_hash_table_insert (self->rows, g_strdup (id), row);
    }
  tvx_record_row_set_record (TVX_RECORD_ROW (row), dimension);
  set_icon (row, tvx_dimension_is_examined (TVX_DIMENSION (dimension)));
  show_row (self, row);
}

static void
add_dimension (TvxProjectDimensionsView *self,
               const char               *kind,
               TvxRecord                *own)
{
  TvxEditor *editor = get_editor (self);
  TvxRecord *dimension;
  GtkWidget *row;

  tvx_editor_begin (editor, NULL);
  dimension = tvx_editor_insert (editor, get_project (self), "dimensions", G_MAXUINT, NULL, NULL);
  if (dimension != NULL)
    tvx_editor_set (editor, dimension, "kind", g_variant_new_string (kind), NULL);
  if (dimension != NULL && own != NULL)
    {
      tvx_editor_set (editor, dimension, "own", g_variant_new_string (tvx_record_get_id (own)), NULL);
      tvx_editor_set (editor, dimension, "name", tvx_record_get_value (own, "name"), NULL);
    }
  tvx_editor_end (editor);

  row = dimension != NULL ? g_hash_table_lookup (self->rows, tvx_record_get_id (dimension)) : NULL;
  if (row != NULL)
    tvx_record_row_focus_field (TVX_RECORD_ROW (row), g_str_equal (kind, OTHER_KIND) && own == NULL ? "name" : "relevance");
}

static void
examine_cb (GtkButton                *button,
            TvxProjectDimensionsView *self)
{
  add_dimension (self, g_object_get_data (G_OBJECT (button), "kind"), g_object_get_data (G_OBJECT (button), "own"));
}

static void
add_cb (TvxProjectDimensionsView *self)
{
  add_dimension (self, OTHER_KIND, NULL);
}

static void
tables_cb (TvxProjectDimensionsView *self)
{
  tvx_table_list_focus (self->table_list);
}

/* The tables stand below the dimensions, which fill the window: what there is of them is told above. */
static void
update_tables (TvxProjectDimensionsView *self)
{
  guint n_tables = g_list_model_get_n_items (tvx_record_get_list (get_project (self), "statistics"));
  g_autofree char *label = n_tables == 0 ? g_strdup (_("No _Statistics Tables"))
                                         : g_strdup_printf (ngettext ("%u _Statistics Table", "%u _Statistics Tables", n_tables), n_tables);

  adw_button_content_set_label (self->tables_content, label);
  tvx_table_list_show (self->table_list, tvx_project_view_get_workspace (TVX_PROJECT_VIEW (self)),
                       tvx_project_view_get_project (TVX_PROJECT_VIEW (self)));
}

/* A kind, or one of the authority's own dimensions, that nobody has begun with in the project. */
static void
show_kind (TvxProjectDimensionsView *self,
           const char               *kind,
           TvxRecord                *own,
           const char               *label)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Examine"));
  /* Translators: %s is a J+ dimension, as “Age”. */
  g_autofree char *name = g_strdup_printf (_("Examine “%s”"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !tvx_record_get_read_only (get_project (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);
  if (own != NULL)
    g_object_set_data_full (G_OBJECT (button), "own", g_object_ref (own), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (examine_cb), self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tvx_vocabulary_get_label (&tvx_relevances, "not_examined"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_icon (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  set_icon (row, FALSE);
  show_row (self, g_object_ref_sink (row));
  g_object_unref (row);
}

static gboolean
has_kind (TvxRecord  *dimension,
          const char *code)
{
  const char *kind = tvx_record_get_text (dimension, "kind");

  /* What has no kind, or one that this program does not know, stands with the others. */
  if (g_str_equal (code, OTHER_KIND))
    return kind == NULL || g_str_equal (kind, code) || tvx_vocabulary_lookup (&tvx_dimension_kinds, kind) == NULL;
  return g_strcmp0 (kind, code) == 0;
}

static gboolean
has_own (TvxProjectDimensionsView *self,
         TvxRecord                *own)
{
  GListModel *dimensions = tvx_record_get_list (get_project (self), "dimensions");

  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, i);

      if (g_strcmp0 (tvx_record_get_text (dimension, "own"), tvx_record_get_id (own)) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_own (TvxProjectDimensionsView *self)
{
  GListModel *list = tvx_record_get_list (TVX_RECORD (tvx_editor_get_register (get_editor (self))), "dimensions");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) own = g_list_model_get_item (list, i);
      g_autofree char *title = tvx_record_dup_title (own);

      if (!has_own (self, own))
        show_kind (self, OTHER_KIND, own, title);
    }
}

static void
make_goal_cb (GtkButton                *button,
              TvxProjectDimensionsView *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), TVX_TYPE_RECORD_ROW);
  TvxRecord *goal = tvx_four_r_create_goal (TVX_FOUR_R (tvx_record_row_get_record (TVX_RECORD_ROW (row))), get_editor (self), NULL);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (goal == NULL)
    return;
  title = tvx_record_dup_title (goal);
  /* Translators: %s is the text of a goal that has been made of a 4R sheet. */
  text = g_strdup_printf (_("New goal: “%s”"), title);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-done", "s", text);
}

/* What is to be realised becomes a goal with one click. */
static void
update_four_r (TvxProjectDimensionsView *self)
{
  guint n_sheets = g_list_model_get_n_items (tvx_record_get_list (get_project (self), "four_r"));

  for (guint i = 0; i < n_sheets; i++)
    {
      TvxRecordRow *row = tvx_record_list_group_get_row (self->four_r_group, i);
      GtkWidget *button;

      if (row == NULL)
        continue;
      button = g_object_get_data (G_OBJECT (row), "make-goal");
      if (button == NULL)
        {
          button = gtk_button_new_with_label (_("Make a Goal"));
          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          gtk_widget_add_css_class (button, "flat");
          g_signal_connect (button, "clicked", G_CALLBACK (make_goal_cb), self);
          adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
          g_object_set_data (G_OBJECT (row), "make-goal", button);
        }
      gtk_widget_set_visible (button, !tvx_record_get_read_only (get_project (self)));
    }
}

/* How far one has come in it, where one has begun. */
static char *
dup_guide_subtitle (TvxRecord *guide)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (guide);
  guint n_filled = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    n_filled += tvx_record_get_value (guide, klass->fields[i].name) != NULL;
  if (n_filled == 0)
    return g_strdup (_("Nine steps from target groups to conclusions, for those who wish"));
  /* Translators: how many steps of a guide have been filled in, and how many there are. */
  return g_strdup_printf (_("%u of %u steps filled in"), n_filled, klass->n_fields);
}

static void
update_guide (TvxProjectDimensionsView *self)
{
  TvxRecord *guide = tvx_record_get_record (get_project (self), "guide");
  g_autofree char *subtitle = dup_guide_subtitle (guide);

  adw_expander_row_set_subtitle (self->guide_row, subtitle);
  if (self->guide_rows == NULL)
    {
      self->guide_rows = tvx_field_rows_new (TVX_TYPE_GUIDE, NULL);
      for (guint i = 0; i < self->guide_rows->len; i++)
        adw_expander_row_add_row (self->guide_row, self->guide_rows->pdata[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_ancestor (gtk_widget_get_parent (self->guide_rows->pdata[0]), GTK_TYPE_LIST_BOX)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->guide_row)), -1);
    }
  for (guint i = 0; i < self->guide_rows->len; i++)
    if (tvx_field_row_get_record (self->guide_rows->pdata[i]) != guide)
      tvx_field_row_bind (self->guide_rows->pdata[i], get_editor (self), guide);
}

static void
collect_rows (TvxProjectDimensionsView *self)
{
  GListModel *dimensions = tvx_record_get_list (get_project (self), "dimensions");
  gsize n_terms;
  const TvxTerm *terms = tvx_vocabulary_get_terms (&tvx_dimension_kinds, &n_terms);
  guint n_examined = 0;

  for (gsize i = 0; i < n_terms; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (dimensions); j++)
        {
          g_autoptr (TvxRecord) dimension = g_list_model_get_item (dimensions, j);

          if (!has_kind (dimension, terms[i].code))
            continue;
          found = TRUE;
          n_examined += tvx_dimension_is_examined (TVX_DIMENSION (dimension));
          show_dimension (self, dimension);
        }
      if (!found && !g_str_equal (terms[i].code, OTHER_KIND))
        show_kind (self, terms[i].code, NULL, tvx_vocabulary_get_label (&tvx_dimension_kinds, terms[i].code));
    }
  show_own (self);

  g_autofree char *description =
    /* Translators: how many J+ dimensions have been examined, and how many there are. */
    g_strdup_printf (_("%u of %u dimensions examined"), n_examined, self->shown->len);
  adw_preferences_group_set_description (self->group, description);
}

static gboolean
is_as_shown (TvxProjectDimensionsView *self,
             GPtrArray                *before)
{
  for (guint i = 0; i < before->len; i++)
    if (i >= self->shown->len || before->pdata[i] != self->shown->pdata[i])
      return FALSE;
  return before->len == self->shown->len;
}

static void
forget_gone (TvxProjectDimensionsView *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!g_ptr_array_find (self->shown, row, NULL))
      g_hash_table_iter_remove (&iter);
}

/* Rows of dimensions are kept as they are, open or closed; they change places only when one comes, goes or changes its kind. */
static void
tvx_project_dimensions_view_update (TvxProjectView *view)
{
  TvxProjectDimensionsView *self = TVX_PROJECT_DIMENSIONS_VIEW (view);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  collect_rows (self);
  gtk_widget_set_visible (self->add_row, !tvx_record_get_read_only (get_project (self)));
  update_tables (self);
  update_four_r (self);
  update_guide (self);
  if (is_as_shown (self, before))
    return;

  for (guint i = 0; i < before->len; i++)
    gtk_list_box_remove (self->list_box, before->pdata[i]);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_insert (self->list_box, self->shown->pdata[i], (int) i);
  forget_gone (self);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (focus);
}

static void
tvx_project_dimensions_view_dispose (GObject *object)
{
  TvxProjectDimensionsView *self = TVX_PROJECT_DIMENSIONS_VIEW (object);

  g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->guide_rows, g_ptr_array_unref);
  g_ptr_array_set_size (self->shown, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROJECT_DIMENSIONS_VIEW);

  G_OBJECT_CLASS (tvx_project_dimensions_view_parent_class)->dispose (object);
}

static void
tvx_project_dimensions_view_finalize (GObject *object)
{
  TvxProjectDimensionsView *self = TVX_PROJECT_DIMENSIONS_VIEW (object);

  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (tvx_project_dimensions_view_parent_class)->finalize (object);
}

static void
tvx_project_dimensions_view_class_init (TvxProjectDimensionsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tvx_project_dimensions_view_dispose;
  object_class->finalize = tvx_project_dimensions_view_finalize;
  TVX_PROJECT_VIEW_CLASS (klass)->update = tvx_project_dimensions_view_update;
  g_type_ensure (TVX_TYPE_TABLE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-dimensions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, list_box);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, tables_content);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, add_row);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, table_list);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, four_r_group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, guide_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, tables_cb);
}

static void
tvx_project_dimensions_view_init (TvxProjectDimensionsView *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_project_dimensions_view_open_table:
 * @self: a view that is shown
 * @table: a statistics table of its project
 * @field: (nullable): a field of @table, or of a part of it
 *
 * Opens a table where that field is edited.
 */
void
tvx_project_dimensions_view_open_table (TvxProjectDimensionsView *self,
                                        TvxStatisticsTable       *table,
                                        const TvxField           *field)
{
  g_return_if_fail (TVX_IS_PROJECT_DIMENSIONS_VIEW (self));

  tvx_table_list_open (self->table_list, table, field);
}
