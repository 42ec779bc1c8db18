/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tvx-save-indicator.h"

#include <glib/gi18n-lib.h>

#include "ui/form/tvx-announce.h"

/**
 * TvxSaveIndicator:
 *
 * Says in words and by an icon whether all that was done is stored.
 */
struct _TvxSaveIndicator
{
  AdwBin        parent_instance;

  GtkImage     *icon;
  GtkLabel     *label;

  GSignalGroup *signals;
  gboolean      compact;
  TvxSaveState  shown;
};

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TvxSaveIndicator, tvx_save_indicator, ADW_TYPE_BIN)

static void
show_state (TvxSaveIndicator *self,
            TvxWorkspace     *workspace)
{
  static const struct
  {
    const char *icon;
    const char *text;
  } states[] = {
    [TVX_SAVE_STATE_SAVED] = { "object-select-symbolic", N_("Saved") },
    [TVX_SAVE_STATE_PENDING] = { "content-loading-symbolic", N_("Saving…") },
    [TVX_SAVE_STATE_SAVING] = { "content-loading-symbolic", N_("Saving…") },
    [TVX_SAVE_STATE_FAILED] = { "dialog-warning-symbolic", N_("Not saved") },
  };
  TvxSaveState state = tvx_workspace_get_save_state (workspace);
  const char *text = _(states[state].text);
  const char *reason = state == TVX_SAVE_STATE_FAILED ? tvx_workspace_get_save_error (workspace) : NULL;
  g_autofree char *whole = reason != NULL ? g_strdup_printf ("%s: %s", text, reason) : g_strdup (text);

  gtk_image_set_from_icon_name (self->icon, states[state].icon);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  /* What the eye sees goes by too fast for a screen reader to tell: it hears of the outcome only. */
  if (self->shown != state && (state == TVX_SAVE_STATE_SAVED || state == TVX_SAVE_STATE_FAILED))
    tvx_announce (GTK_WIDGET (self), whole);
  self->shown = state;
}

static void
notify_save_state_cb (TvxSaveIndicator *self,
                      GParamSpec       *pspec,
                      TvxWorkspace     *workspace)
{
  show_state (self, workspace);
}

static void
tvx_save_indicator_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TvxSaveIndicator *self = TVX_SAVE_INDICATOR (object);

  switch (property_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_save_indicator_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TvxSaveIndicator *self = TVX_SAVE_INDICATOR (object);

  switch (property_id)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        return;
      self->compact = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_save_indicator_dispose (GObject *object)
{
  TvxSaveIndicator *self = TVX_SAVE_INDICATOR (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TVX_TYPE_SAVE_INDICATOR);

  G_OBJECT_CLASS (tvx_save_indicator_parent_class)->dispose (object);
}

static void
tvx_save_indicator_class_init (TvxSaveIndicatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tvx_save_indicator_get_property;
  object_class->set_property = tvx_save_indicator_set_property;
  object_class->dispose = tvx_save_indicator_dispose;

  /**
   * TvxSaveIndicator:compact:
   *
   * Whether there is room for the icon only.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tillvaxt/Tillvaxt/tvx-save-indicator.ui");
  gtk_widget_class_bind_template_child (widget_class, TvxSaveIndicator, icon);
  gtk_widget_class_bind_template_child (widget_class, TvxSaveIndicator, label);
}

static void
tvx_save_indicator_init (TvxSaveIndicator *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (TVX_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::save-state", G_CALLBACK (notify_save_state_cb), self);
}

/**
 * tvx_save_indicator_set_workspace:
 * @self: an indicator
 * @workspace: the open register
 *
 * Sets what to tell of.
 */
void
tvx_save_indicator_set_workspace (TvxSaveIndicator *self,
                                  TvxWorkspace     *workspace)
{
  g_return_if_fail (TVX_IS_SAVE_INDICATOR (self));

  g_signal_group_set_target (self->signals, workspace);
  show_state (self, workspace);
}
