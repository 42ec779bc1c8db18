/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-conflicts-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/tvx-statistics-table.h"

/* How many cells of a table are listed. */
#define MAX_CELLS 8

/**
 * TvxConflictsDialog:
 *
 * What this person and somebody else changed at the same time: both versions of each, to choose from.
 */
struct _TvxConflictsDialog
{
  AdwDialog           parent_instance;

  AdwPreferencesPage *page;

  TvxWorkspace       *workspace;
  /* A group for each conflict, in the same order. */
  GPtrArray          *groups;
};

G_DEFINE_FINAL_TYPE (TvxConflictsDialog, tvx_conflicts_dialog, ADW_TYPE_DIALOG)

static void
settle (GtkWidget *button,
        gboolean   give_way)
{
  TvxConflictsDialog *self = TVX_CONFLICTS_DIALOG (gtk_widget_get_ancestor (button, TVX_TYPE_CONFLICTS_DIALOG));
  TvxConflict *conflict = g_object_get_data (G_OBJECT (button), "conflict");
  g_autoptr (GError) error = NULL;

  if (!tvx_workspace_settle (self->workspace, conflict, give_way, &error))
    {
      AdwDialog *dialog = adw_alert_dialog_new (_("This Could Not Be Changed"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }
}

static void
keep_cb (GtkWidget *button)
{
  settle (button, FALSE);
}

static void
give_way_cb (GtkWidget *button)
{
  settle (button, TRUE);
}

static void
add_version (AdwPreferencesGroup *group,
             TvxConflict         *conflict,
             const char          *version,
             const char          *whose,
             const char          *label,
             GCallback            clicked_cb)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), version);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), whose);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, version, -1);
  g_object_set_data_full (G_OBJECT (button), "conflict", g_object_ref (conflict), g_object_unref);
  g_signal_connect (button, "clicked", clicked_cb, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static GVariant *
lookup (GVariant   *cells,
        const char *key)
{
  return cells != NULL ? g_variant_lookup_value (cells, key, NULL) : NULL;
}

static void
add_keys (GTree    *keys,
          GVariant *cells)
{
  GVariantIter iter;
  const char *key;

  if (cells == NULL)
    return;
  g_variant_iter_init (&iter, cells);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    g_tree_insert (keys, (gpointer) key, NULL);
}

static char *
dup_cell (TvxRecord  *table,
          const char *key,
          GVariant   *value)
{
  g_autofree char *name = tvx_statistics_table_dup_cell_name (TVX_STATISTICS_TABLE (table), key);
  g_autofree char *number = NULL;

  if (value == NULL)
    number = g_strdup (C_("cell", "empty"));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    number = tvx_field_format_number (g_variant_get_int64 (value));
  else
    number = g_variant_print (value, FALSE);
  return g_strdup_printf ("%s: %s", name, number);
}

/* A line for each cell in which the versions differ, the same cells in the same order for both; a few, if they are many. */
static char *
dup_cells (TvxRecord *table,
           GVariant  *version,
           GVariant  *other)
{
  g_autoptr (GTree) keys = g_tree_new ((GCompareFunc) strcmp);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_more = 0;

  add_keys (keys, version);
  add_keys (keys, other);
  for (GTreeNode *node = g_tree_node_first (keys); node != NULL; node = g_tree_node_next (node))
    {
      g_autoptr (GVariant) value = lookup (version, g_tree_node_key (node));
      g_autoptr (GVariant) other_value = lookup (other, g_tree_node_key (node));

      if (value == other_value || (value != NULL && other_value != NULL && g_variant_equal (value, other_value)))
        continue;
      if (lines->len < MAX_CELLS)
        g_ptr_array_add (lines, dup_cell (table, g_tree_node_key (node), value));
      else
        n_more++;
    }
  if (n_more > 0)
    /* Translators: cells of a table, after some that are listed. */
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u more cell", "and %u more cells", n_more), n_more));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_version (TvxRecord      *record,
             const TvxField *field,
             GVariant       *version,
             GVariant       *other)
{
  g_autofree char *text = field->kind == TVX_FIELD_COUNTS && TVX_IS_STATISTICS_TABLE (record) ? dup_cells (record, version, other)
                                                                                              : tvx_field_format (field, version);

  return g_strdup (*text != '\0' ? text : _("Empty"));
}

static GtkWidget *
create_group (TvxConflict *conflict)
{
  GtkWidget *group = adw_preferences_group_new ();
  TvxRecord *record = tvx_conflict_get_record (conflict);
  const TvxField *field = tvx_conflict_get_field (conflict);
  g_autofree char *title = tvx_record_dup_title (record);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(field != NULL ? field->label : TVX_RECORD_GET_CLASS (record)->label));
  /* Of which table or goal it is; the project is known. */
  if (field != NULL && tvx_record_get_parent (record) != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
    }
  if (field != NULL)
    {
      GVariant *my_value = tvx_record_get_value (record, field->name);
      GVariant *their_value = tvx_conflict_get_theirs (conflict);
      g_autofree char *mine = dup_version (record, field, my_value, their_value);
      g_autofree char *theirs = dup_version (record, field, their_value, my_value);

      add_version (ADW_PREFERENCES_GROUP (group), conflict, mine, _("Your version"), _("_Keep"), G_CALLBACK (keep_cb));
      add_version (ADW_PREFERENCES_GROUP (group), conflict, theirs, _("The other version"), _("_Use This"),
                   G_CALLBACK (give_way_cb));
    }
  else
    {
      add_version (ADW_PREFERENCES_GROUP (group), conflict, title, _("One of you changed it"), _("_Keep"),
                   G_CALLBACK (keep_cb));
      add_version (ADW_PREFERENCES_GROUP (group), conflict, title, _("The other one removed it"), _("_Remove"),
                   G_CALLBACK (give_way_cb));
    }
  return group;
}

static void
conflicts_changed_cb (TvxConflictsDialog *self,
                      guint               position,
                      guint               removed,
                      guint               added,
                      GListModel         *conflicts)
{
  for (guint i = 0; i < removed; i++)
    {
      adw_preferences_page_remove (self->page, self->groups->pdata[position]);
      g_ptr_array_remove_index (self->groups, position);
    }
  /* New ones come at the end, as the groups do. */
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (TvxConflict) conflict = g_list_model_get_item (conflicts, position + i);
      GtkWidget *group = create_group (conflict);

      g_ptr_array_insert (self->groups, (gint) (position + i), group);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }
  if (self->groups->len == 0)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
tvx_conflicts_dialog_dispose (GObject *object)
{
  TvxConflictsDialog *self = TVX_CONFLICTS_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_CONFLICTS_DIALOG);

  G_OBJECT_CLASS (tvx_conflicts_dialog_parent_class)->dispose (object);
}

static void
tvx_conflicts_dialog_class_init (TvxConflictsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_conflicts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-conflicts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxConflictsDialog, page);
}

static void
tvx_conflicts_dialog_init (TvxConflictsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->groups = g_ptr_array_new ();
}

/**
 * tvx_conflicts_dialog_new:
 * @workspace: an open register with conflicts
 *
 * Returns: (transfer floating): a dialog in which they can be settled
 */
AdwDialog *
tvx_conflicts_dialog_new (TvxWorkspace *workspace)
{
  TvxConflictsDialog *self = g_object_new (TVX_TYPE_CONFLICTS_DIALOG, NULL);
  GListModel *conflicts = tvx_workspace_get_conflicts (workspace);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (conflicts, "items-changed", G_CALLBACK (conflicts_changed_cb), self, G_CONNECT_SWAPPED);
  conflicts_changed_cb (self, 0, 0, g_list_model_get_n_items (conflicts), conflicts);
  return ADW_DIALOG (self);
}
