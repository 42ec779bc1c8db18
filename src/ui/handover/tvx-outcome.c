/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/handover/tvx-outcome.h"

/**
 * TvxOutcome:
 *
 * What comes of one project where many are handed over, packed or received: a line of a [class@Tvx.OutcomeList].
 */
typedef struct
{
  char     *title;
  char     *text;
  gboolean  is_good;
} TvxOutcomePrivate;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_TEXT,
  PROP_IS_GOOD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (TvxOutcome, tvx_outcome, G_TYPE_OBJECT)

static void
tvx_outcome_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TvxOutcomePrivate *priv = tvx_outcome_get_instance_private (TVX_OUTCOME (object));

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, priv->text);
      break;
    case PROP_IS_GOOD:
      g_value_set_boolean (value, priv->is_good);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_outcome_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TvxOutcomePrivate *priv = tvx_outcome_get_instance_private (TVX_OUTCOME (object));

  switch (property_id)
    {
    case PROP_TITLE:
      priv->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tvx_outcome_finalize (GObject *object)
{
  TvxOutcomePrivate *priv = tvx_outcome_get_instance_private (TVX_OUTCOME (object));

  g_free (priv->title);
  g_free (priv->text);

  G_OBJECT_CLASS (tvx_outcome_parent_class)->finalize (object);
}

static void
tvx_outcome_class_init (TvxOutcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tvx_outcome_get_property;
  object_class->set_property = tvx_outcome_set_property;
  object_class->finalize = tvx_outcome_finalize;

  /**
   * TvxOutcome:title:
   *
   * What the project is called.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  /**
   * TvxOutcome:text:
   *
   * What comes of it, in the user's language.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  /**
   * TvxOutcome:is-good:
   *
   * Whether that is what was wanted, with nothing left to look at.
   */
  properties[PROP_IS_GOOD] = g_param_spec_boolean ("is-good", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tvx_outcome_init (TvxOutcome *self)
{
}

/**
 * tvx_outcome_new:
 * @title: what a project is called
 * @good: whether nothing is left to look at
 * @text: what comes of it, in the user's language
 *
 * Returns: (transfer full): a line
 */
TvxOutcome *
tvx_outcome_new (const char *title,
                 gboolean    good,
                 const char *text)
{
  TvxOutcome *self = g_object_new (TVX_TYPE_OUTCOME, "title", title, NULL);

  tvx_outcome_set (self, good, text);
  return self;
}

/**
 * tvx_outcome_set:
 * @self: a line
 * @good: whether nothing is left to look at
 * @text: what comes of the project, in the user's language
 *
 * Says something else of the project.
 */
void
tvx_outcome_set (TvxOutcome *self,
                 gboolean    good,
                 const char *text)
{
  TvxOutcomePrivate *priv = tvx_outcome_get_instance_private (self);

  g_return_if_fail (TVX_IS_OUTCOME (self));

  if (g_set_str (&priv->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  if (priv->is_good == !!good)
    return;
  priv->is_good = !!good;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_GOOD]);
}

/**
 * tvx_outcome_get_is_good:
 * @self: a line
 *
 * Returns: whether nothing is left to look at
 */
gboolean
tvx_outcome_get_is_good (TvxOutcome *self)
{
  TvxOutcomePrivate *priv = tvx_outcome_get_instance_private (self);

  g_return_val_if_fail (TVX_IS_OUTCOME (self), FALSE);

  return priv->is_good;
}
