/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli/tvx-cli-command.h"
#include "cli/tvx-cli-error.h"
#include "cli/tvx-cli-output.h"
#include "cli/tvx-cli-register.h"
#include "model/tvx-summary.h"
#include "model/tvx-vocabulary.h"

/* So short an id is still easy to type, and seldom too short. */
#define MIN_ID_LENGTH 8
#define UUID_LENGTH 36

static const GOptionEntry options[] = {
  { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, N_("Only projects with this value; may be given several times"),
    N_("FIELD=VALUE") },
  { "sort", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Sort by this field and not by title, with - before it from last to first"), N_("FIELD") },
  TVX_CLI_LIST_FORMAT_OPTION,
  G_OPTION_ENTRY_NULL,
};

/* What a project must hold; an empty field where the value is NULL. */
typedef struct
{
  const TvxColumn *column;
  GVariant        *value;
} Condition;

static void
condition_clear (gpointer data)
{
  g_clear_pointer (&((Condition *) data)->value, g_variant_unref);
}

static const TvxColumn *
find_column (const char  *path,
             GError     **error)
{
  const TvxColumn *column = tvx_columns_find (TVX_TYPE_PROJECT, path);
  g_autoptr (GString) paths = g_string_new (NULL);
  const TvxColumn *columns;
  guint n_columns;

  if (column != NULL)
    return column;
  columns = tvx_columns_get (TVX_TYPE_PROJECT, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (paths, "%s%s", i == 0 ? "" : ", ", columns[i].path);
  g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
               _("There is no field “%s” in the list. The fields are %s."), path, paths->str);
  return NULL;
}

static GArray *
read_conditions (TvxCliCall  *call,
                 GError     **error)
{
  g_autoptr (GArray) conditions = g_array_new (FALSE, TRUE, sizeof (Condition));
  const char *const *texts = tvx_cli_call_get_options (call, "where");

  g_array_set_clear_func (conditions, condition_clear);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts[i], "=", 2);
      g_autoptr (GError) local_error = NULL;
      Condition condition;

      if (parts[0] == NULL || parts[1] == NULL)
        {
          g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE,
                       _("--where: “%s” is not of the form FIELD=VALUE."), texts[i]);
          return NULL;
        }
      condition.column = find_column (parts[0], error);
      if (condition.column == NULL)
        return NULL;
      condition.value = tvx_field_parse (condition.column->field, parts[1], &local_error);
      if (local_error != NULL)
        {
          g_set_error (error, TVX_CLI_ERROR, TVX_CLI_ERROR_USAGE, "--where %s: %s", parts[0], local_error->message);
          return NULL;
        }
      g_array_append_val (conditions, condition);
    }
  return g_steal_pointer (&conditions);
}

/* Whether all codes of the one are among those of the other. */
static gboolean
has_codes (GVariant *value,
           GVariant *wanted)
{
  g_autofree const char **codes = g_variant_get_strv (value, NULL);
  g_autofree const char **wanted_codes = g_variant_get_strv (wanted, NULL);

  for (guint i = 0; wanted_codes[i] != NULL; i++)
    if (!g_strv_contains (codes, wanted_codes[i]))
      return FALSE;
  return TRUE;
}

static gboolean
fits (TvxSummary      *summary,
      const Condition *condition)
{
  GVariant *value = tvx_summary_get_value (summary, condition->column->path);

  if (value == NULL || condition->value == NULL)
    return value == condition->value;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return has_codes (value, condition->value);
  /* A day is within its month and its year. */
  if (condition->column->field->kind == TVX_FIELD_DATE)
    return g_str_has_prefix (g_variant_get_string (value, NULL), g_variant_get_string (condition->value, NULL));
  return g_variant_equal (value, condition->value);
}

static void
leave_out_others (GPtrArray *projects,
                  GArray    *conditions)
{
  for (guint i = projects->len; i > 0; i--)
    {
      gboolean good = TRUE;

      for (guint j = 0; good && j < conditions->len; j++)
        good = fits (projects->pdata[i - 1], &g_array_index (conditions, Condition, j));
      if (!good)
        g_ptr_array_remove_index (projects, i - 1);
    }
}

typedef struct
{
  const TvxColumn *column;
  gboolean         descending;
} Order;

static int
compare_projects_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  const Order *order = user_data;
  TvxSummary *summary_a = *(TvxSummary *const *) a;
  TvxSummary *summary_b = *(TvxSummary *const *) b;
  GVariant *value_a = tvx_summary_get_value (summary_a, order->column->path);
  GVariant *value_b = tvx_summary_get_value (summary_b, order->column->path);

  /* What is empty comes last, whichever way it goes. */
  if (value_a == NULL || value_b == NULL)
    return (value_a == NULL) - (value_b == NULL);
  return tvx_column_compare (order->column, value_a, value_b) * (order->descending ? -1 : 1);
}

static gboolean
are_unique (GPtrArray *projects,
            gsize      length)
{
  g_autoptr (GHashTable) starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < projects->len; i++)
    if (!g_hash_table_add (starts, g_strndup (tvx_summary_get_id (projects->pdata[i]), length)))
      return FALSE;
  return TRUE;
}

/* How much of an id tells each project from all others. */
static gsize
get_id_length (GPtrArray *projects)
{
  gsize length = MIN_ID_LENGTH;

  while (length < UUID_LENGTH && !are_unique (projects, length))
    length++;
  return length;
}

/* What follows from the fields is for programs: as text it would push them out of sight. */
static gboolean
is_left_out (const TvxColumn *column,
             TvxCliFormat     format)
{
  return format == TVX_CLI_FORMAT_TEXT && column->compute != NULL;
}

static void
print_projects (GPtrArray    *projects,
                gsize         id_length,
                TvxCliFormat  format)
{
  g_autoptr (TvxCliTable) table = tvx_cli_table_new ();
  guint n_columns;
  const TvxColumn *columns = tvx_columns_get (TVX_TYPE_PROJECT, &n_columns);

  tvx_cli_table_add_column (table, "id", _("Id"));
  for (guint i = 0; i < n_columns; i++)
    if (!is_left_out (&columns[i], format))
      tvx_cli_table_add_column (table, columns[i].path, _(columns[i].field->label));

  for (guint i = 0; i < projects->len; i++)
    {
      TvxSummary *summary = projects->pdata[i];
      const char *id = tvx_summary_get_id (summary);
      g_autofree char *start = g_strndup (id, id_length);

      tvx_cli_table_add_cell (table, g_variant_new_string (id), start);
      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *shown = NULL;

          if (is_left_out (&columns[j], format))
            continue;
          shown = tvx_summary_dup_text (summary, columns[j].path);
          tvx_cli_table_add_cell (table, tvx_summary_get_value (summary, columns[j].path), shown);
        }
    }
  tvx_cli_table_print (table, format);
}

static gboolean
run (TvxCliCall  *call,
     GError     **error)
{
  const char *sort = tvx_cli_call_get_option (call, "sort");
  gboolean descending = sort != NULL && *sort == '-';
  g_autoptr (GArray) conditions = NULL;
  g_autoptr (TvxWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) projects = NULL;
  Order order = { NULL, descending };
  gsize id_length;
  TvxCliFormat format;

  if (!tvx_cli_call_get_choice (call, "format", TVX_CLI_LIST_FORMATS, &format, error))
    return FALSE;
  conditions = read_conditions (call, error);
  if (conditions == NULL)
    return FALSE;
  if (sort != NULL && (order.column = find_column (sort + descending, error)) == NULL)
    return FALSE;
  workspace = tvx_cli_open (call, error);
  if (workspace == NULL)
    return FALSE;

  projects = tvx_cli_dup_projects (workspace);
  id_length = get_id_length (projects);
  leave_out_others (projects, conditions);
  if (sort != NULL)
    g_ptr_array_sort_with_data (projects, compare_projects_cb, &order);
  print_projects (projects, id_length, format);
  tvx_cli_tell_problems (call, workspace);
  return TRUE;
}

const TvxCliCommand tvx_cli_list = {
  .name = "list",
  .arguments = N_("DIR"),
  .summary = N_("List the projects of a register"),
  .details = N_("FIELD is one that “--format json” shows, as title, lifecycle or handover.state; VALUE is written as for\n"
                 "“set”: a code or what it is called, a year for all its days, nothing for an empty field.\n"
                 "“start” and “end” are when a project began and ended, or where that is not known, when it is to."),
  .options = options,
  .run = run,
};
