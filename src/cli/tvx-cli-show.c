/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-register.h"

#define INDENT 4

static const GOptionEntry options[] = {
  TVX_CLI_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

/* Further paragraphs of a long text stand under the first. */
static void
print_value (const char *label,
             const char *text,
             int         indent)
{
  g_autofree char *clean = tvx_cli_clean (text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  tvx_cli_print ("%*s%s: %s\n", indent, "", label, lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    tvx_cli_print ("%*s%s\n", *lines[i] != '\0' ? indent + INDENT : 0, "", lines[i]);
}

static void print_record (TvxRecord *record,
                          int        indent);

static void
print_list (const char *label,
            GListModel *list,
            int         indent)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);

      tvx_cli_print ("%*s%s [%u]:\n", indent, "", label, i);
      print_record (item, indent + INDENT);
    }
}

static void
print_record (TvxRecord *record,
              int        indent)
{
  TvxRecordClass *klass = TVX_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TvxField *field = &klass->fields[i];
      const char *label = _(field->label);

      /* Items go by their position, which stands before them. */
      if (field->kind == TVX_FIELD_ID && tvx_record_get_parent (record) != NULL)
        continue;
      if (field->kind == TVX_FIELD_LIST)
        {
          print_list (label, tvx_record_get_list (record, field->name), indent);
        }
      else if (field->kind == TVX_FIELD_RECORD)
        {
          TvxRecord *part = tvx_record_get_record (record, field->name);

          if (tvx_record_is_empty (part))
            continue;
          tvx_cli_print ("%*s%s:\n", indent, "", label);
          print_record (part, indent + INDENT);
        }
      else if (tvx_record_get_value (record, field->name) != NULL)
        {
          g_autofree char *text = tvx_field_format (field, tvx_record_get_value (record, field->name));

          print_value (label, text, indent);
        }
    }
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (TvxProject) project = NULL;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_FORMATS, &format, error))
    return FALSE;
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;
  project = tvx_cli_load_project (call, workspace, tvx_cli_call_get_text (call, 1), error);
  if (project == NULL)
    return FALSE;

  if (format == TVX_CLI_FORMAT_JSON)
    tvx_cli_print_json (tvx_record_to_variant (TVX_RECORD (project)));
  else
    print_record (TVX_RECORD (project), 0);
  return TRUE;
}

const TvxCliCommand tvx_cli_show = {
  .name = "show",
  .arguments = N_("DIR PROJECT"),
  .summary = N_("Show a project"),
  .details = N_("PROJECT is an id, the start of an id that no other project has, or an exact title."),
  .options = options,
  .run = run,
};
