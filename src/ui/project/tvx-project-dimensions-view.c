/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/project/tvx-project-dimensions-view.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"
#include "ui/form/tvx-record-row.h"

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
  GtkWidget           *add_row;

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

static gboolean
is_examined (TvxRecord *dimension)
{
  const char *relevance = tvx_record_get_text (dimension, "relevance");

  return relevance != NULL && !g_str_equal (relevance, "not_examined");
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
  /* Hidden so, it keeps its place. */
  gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "icon"), examined ? 1 : 0);
}

static GtkWidget *
create_icon (GtkWidget *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

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
      adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), create_icon (row));
      g_hash_table_insert (self->rows, g_strdup (id), row);
    }
  tvx_record_row_set_record (TVX_RECORD_ROW (row), dimension);
  set_icon (row, is_examined (dimension));
  show_row (self, row);
}

static void
add_dimension (TvxProjectDimensionsView *self,
               const char               *kind)
{
  TvxEditor *editor = get_editor (self);
  TvxRecord *dimension;
  GtkWidget *row;

  tvx_editor_begin (editor, NULL);
  dimension = tvx_editor_insert (editor, get_project (self), "dimensions", G_MAXUINT, NULL, NULL);
  if (dimension != NULL)
    tvx_editor_set (editor, dimension, "kind", g_variant_new_string (kind), NULL);
  tvx_editor_end (editor);

  row = dimension != NULL ? g_hash_table_lookup (self->rows, tvx_record_get_id (dimension)) : NULL;
  if (row != NULL)
    tvx_record_row_focus_field (TVX_RECORD_ROW (row), g_str_equal (kind, OTHER_KIND) ? "name" : "relevance");
}

static void
examine_cb (GtkButton                *button,
            TvxProjectDimensionsView *self)
{
  add_dimension (self, g_object_get_data (G_OBJECT (button), "kind"));
}

static void
add_cb (TvxProjectDimensionsView *self)
{
  add_dimension (self, OTHER_KIND);
}

/* A kind of which there is no dimension yet. */
static void
show_kind (TvxProjectDimensionsView *self,
           const TvxTerm            *term)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Examine"));
  const char *label = tvx_vocabulary_get_label (&tvx_dimension_kinds, term->code);
  /* Translators: %s is a J+ dimension, as “Age”. */
  g_autofree char *name = g_strdup_printf (_("Examine “%s”"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !tvx_record_get_read_only (get_project (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) term->code);
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
          n_examined += is_examined (dimension);
          show_dimension (self, dimension);
        }
      if (!found && !g_str_equal (terms[i].code, OTHER_KIND))
        show_kind (self, &terms[i]);
    }

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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tillvaxt/Tillvaxt/project/tvx-project-dimensions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, group);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, list_box);
  gtk_widget_class_bind_template_child (widget_class, TvxProjectDimensionsView, add_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tvx_project_dimensions_view_init (TvxProjectDimensionsView *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
