/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "model/tvx-handover-steps.h"
#include "model/tvx-handover.h"
#include "model/tvx-vocabulary.h"
#include "ui/handover/tvx-handover-batch-dialog.h"
#include "ui/tvx-window-private.h"

/* What a board asks for while the project is read. */
typedef struct
{
  TvxWindow  *self;
  const char *to;
} Wanted;

static void
taken_cb (AdwDialog  *dialog,
          const char *text,
          TvxWindow  *self)
{
  /* Where a project is handed over, others act on it, and there is nothing to undo. */
  if (tvx_editor_get_can_undo (tvx_workspace_get_editor (self->workspace)))
    tvx_window_show_undo_toast (self, text);
  else
    tvx_window_show_toast (self, text);
}

static void
present (TvxWindow *self,
         AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Takes a step that nothing is missing for and that needs no reason; for any other, shows what there is to do first. */
static void
take_or_show_step (TvxWindow  *self,
                   TvxRecord  *project,
                   const char *wanted)
{
  TvxRecord *reg = TVX_RECORD (tvx_workspace_get_register (self->workspace));
  const char *state = tvx_handover_get_state (TVX_HANDOVER (tvx_record_get_record (project, "handover")));
  g_autofree const char **next = tvx_handover_list_next (state);
  const char *to = wanted != NULL ? wanted : next[0];
  g_autoptr (GPtrArray) lacking = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (to == NULL)
    return;
  lacking = tvx_handover_find_lacking (project, reg, to);
  if (g_strv_contains (next, to) && (lacking->len > 0 || tvx_handover_needs_reason (state, to)))
    {
      present (self, tvx_handover_step_dialog_new (self->workspace, tvx_record_get_id (project), to));
      return;
    }
  if (!tvx_handover_take_step (tvx_workspace_get_editor (self->workspace), project, to,
                               tvx_workspace_get_author (self->workspace), NULL, NULL, &error))
    {
      tvx_window_show_error (self, _("The Step Could Not Be Taken"), error);
      return;
    }
  title = tvx_record_dup_title (project);
  /* Translators: the title of a project and the new state of its handover. */
  text = g_strdup_printf (_("“%s”: %s"), title, tvx_vocabulary_get_label (&tvx_handover_states, to));
  taken_cb (NULL, text, self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (TvxWindow) self = wanted->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (TvxProject) project = tvx_workspace_load_project_finish (TVX_WORKSPACE (object), result, &error);

  /* The window is gone. */
  if (self->workspace == NULL)
    return;
  if (project != NULL)
    take_or_show_step (self, TVX_RECORD (project), wanted->to);
  else
    tvx_window_show_error (self, _("The Project Could Not Be Read"), error);
}

void
tvx_window_board_step_cb (TvxHandoverBoard *board,
                          const char       *id,
                          const char       *to,
                          TvxWindow        *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->self = g_object_ref (self);
  wanted->to = g_intern_string (to);
  tvx_workspace_load_project_async (self->workspace, id, NULL, loaded_cb, wanted);
}

void
tvx_window_board_open_cb (TvxHandoverBoard *board,
                          const char       *id,
                          TvxWindow        *self)
{
  tvx_project_page_show_view (self->project_page, "handover");
  tvx_window_open_project (self, id, TRUE);
}

/* Hands over projects with the same parties and decision, and takes their steps as one. */
void
tvx_window_hand_over_together (TvxWindow         *self,
                               const char *const *ids)
{
  if (*ids != NULL)
    present (self, tvx_handover_batch_dialog_new (self->workspace, ids));
}

void
tvx_window_board_together_cb (TvxHandoverBoard  *board,
                              const char *const *ids,
                              TvxWindow         *self)
{
  tvx_window_hand_over_together (self, ids);
}
