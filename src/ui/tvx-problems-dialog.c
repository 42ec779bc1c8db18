/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-problems-dialog.h"

#include "storage/tvx-problem.h"

/**
 * TvxProblemsDialog:
 *
 * The files of a register that could not be read, and why.
 */
struct _TvxProblemsDialog
{
  AdwDialog    parent_instance;

  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (TvxProblemsDialog, tvx_problems_dialog, ADW_TYPE_DIALOG)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A hyphen would look like a part of the name of a file. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  g_autofree char *sentence = tvx_problem_dup_sentence (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), sentence);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
tvx_problems_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TVX_TYPE_PROBLEMS_DIALOG);

  G_OBJECT_CLASS (tvx_problems_dialog_parent_class)->dispose (object);
}

static void
tvx_problems_dialog_class_init (TvxProblemsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tvx_problems_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxProblemsDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
tvx_problems_dialog_init (TvxProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tvx_problems_dialog_new:
 * @problems: a list of #TvxProblem
 *
 * Returns: (transfer floating): a dialog that tells of the problems
 */
AdwDialog *
tvx_problems_dialog_new (GListModel *problems)
{
  TvxProblemsDialog *self = g_object_new (TVX_TYPE_PROBLEMS_DIALOG, NULL);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (problems));

  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  return ADW_DIALOG (self);
}
