/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-util.h"

#define DEADLINE_MS 60000

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* In place of GTK's: the accessibility of tests has nobody to tell (GTK 4.18 calls a function there that is not). What is
 * said aloud is tested on the real bus. */
void
gtk_accessible_announce (GtkAccessible                     *self,
                         const char                        *message,
                         GtkAccessibleAnnouncementPriority  priority)
{
  g_assert_true (GTK_IS_ACCESSIBLE (self));
  g_assert_nonnull (message);
}

void
ui_init (int    *argc,
         char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* An application of libadwaita does this by itself. */
  gtk_css_provider_load_from_resource (style, "/io/github/tillvaxt/Tillvaxt/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
ui_wait (UiCondition condition,
         gpointer    data)
{
  gboolean late = FALSE;
  guint id = g_timeout_add (DEADLINE_MS, late_cb, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (id);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static gboolean
has_painted (gpointer data)
{
  return *(gboolean *) data;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gboolean      *painted)
{
  *painted = TRUE;
}

void
ui_settle (GtkWidget *widget)
{
  GdkFrameClock *clock;

  ui_wait (is_mapped, widget);
  clock = gtk_widget_get_frame_clock (widget);
  /* What one layout finds out, as the height of a text at its new width, the next one acts on. */
  for (int i = 0; i < 3; i++)
    {
      gboolean painted = FALSE;
      gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &painted);

      gtk_widget_queue_draw (widget);
      ui_wait (has_painted, &painted);
      g_signal_handler_disconnect (clock, id);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

GtkWidget *
ui_find (GtkWidget *root,
         UiMatch    match,
         gpointer   data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget,
          gpointer   data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(GType *) data);
}

GtkWidget *
ui_find_type (GtkWidget *root,
              GType      type)
{
  return ui_find (root, has_type, &type);
}

typedef struct
{
  const char *property;
  const char *value;
} Wanted;

static gboolean
has_property (GtkWidget *widget,
              gpointer   data)
{
  Wanted *wanted = data;
  GParamSpec *property = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), wanted->property);
  g_autofree char *value = NULL;

  if (property == NULL || property->value_type != G_TYPE_STRING || (property->flags & G_PARAM_READABLE) == 0)
    return FALSE;
  g_object_get (widget, wanted->property, &value, NULL);
  return g_strcmp0 (value, wanted->value) == 0;
}

GtkWidget *
ui_find_property (GtkWidget  *root,
                  const char *property,
                  const char *value)
{
  Wanted wanted = { property, value };

  return ui_find (root, has_property, &wanted);
}

GtkWindow *
ui_open (GtkWidget *child,
         int        width,
         int        height)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  ui_settle (child);
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
ui_close (GtkWindow *window)
{
  gpointer remembered = window;

  g_object_add_weak_pointer (G_OBJECT (window), &remembered);
  gtk_window_destroy (window);
  ui_wait (is_gone, &remembered);
}

void
ui_press (GtkWidget *widget)
{
  /* What is pressed may be gone afterwards. */
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  g_assert_true (gtk_widget_is_sensitive (widget));
  /* A button that is activated is clicked a quarter of a second later, for the eye. */
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
  ui_settle (root);
}

static gboolean
can_have_focus (GtkWidget *widget)
{
  if (!gtk_widget_get_focusable (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_can_focus (widget))
      return FALSE;
  return TRUE;
}

/* The button inside of a menu button or a drop-down has the name of that. */
static gboolean
has_no_name (GtkWidget *widget,
             gpointer   data)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *named = GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_ENTRY (parent) ? parent : widget;
  GtkAccessible *accessible = GTK_ACCESSIBLE (named);

  return can_have_focus (widget) &&
         gtk_accessible_get_accessible_role (accessible) != GTK_ACCESSIBLE_ROLE_GENERIC &&
         !gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) &&
         !gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
         gtk_widget_get_tooltip_text (named) == NULL;
}

void
ui_assert_names (GtkWidget *root)
{
  GtkWidget *nameless = ui_find (root, has_no_name, NULL);

  if (nameless != NULL)
    g_error ("A %s in a %s has no accessible name", G_OBJECT_TYPE_NAME (nameless),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (nameless)));
}

int
ui_min_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

typedef struct
{
  GdkPaintable  *paintable;
  GskRenderNode *node;
  int            width;
  int            height;
} Picture;

/* A loaded machine may not have drawn the widget yet, and what is not drawn has no node. */
static gboolean
is_drawn (gpointer data)
{
  Picture *picture = data;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  picture->width = gdk_paintable_get_intrinsic_width (picture->paintable);
  picture->height = gdk_paintable_get_intrinsic_height (picture->paintable);
  gdk_paintable_snapshot (picture->paintable, snapshot, picture->width, picture->height);
  picture->node = gtk_snapshot_free_to_node (snapshot);
  return picture->node != NULL;
}

void
ui_save_png (GtkWidget  *widget,
             const char *name)
{
  const char *folder = g_getenv ("TVX_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;
  Picture picture = { 0 };

  if (folder == NULL)
    return;
  ui_settle (widget);
  paintable = gtk_widget_paintable_new (widget);
  picture.paintable = paintable;
  ui_wait (is_drawn, &picture);
  node = picture.node;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, picture.width, picture.height));
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
