/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-protected-tables.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-category.h"
#include "model/tvx-table-axis.h"
#include "statistics/tvx-merge.h"
#include "statistics/tvx-round.h"
#include "statistics/tvx-statistics-error.h"

#define GENDER_AXIS "gender"
#define PROJECT_AXIS "project"
#define MAX_PROPOSALS 3

typedef struct
{
  TvxStatisticsTable *record; /* of a sum, that of its first project */
  TvxCountTable      *counts;
  guint               n_projects; /* 1 for a table that is no sum */
} Table;

struct _TvxProtectedTables
{
  GArray         *tables; /* of Table, in the order of the publication */
  TvxPublication *publication;
  TvxProtection  *protection;
  char           *latest; /* the date of the latest report in the ledger */
};

static void
clear_table (gpointer data)
{
  Table *table = data;

  g_object_unref (table->record);
  tvx_count_table_unref (table->counts);
}

static TvxAxis *
create_gender (TvxStatisticsTable  *record,
               GError             **error)
{
  return tvx_axis_new (GENDER_AXIS, tvx_statistics_table_get_genders (record), error);
}

static gboolean
add_groups (TvxAxis     *axis,
            GListModel  *categories,
            GError     **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (category, "code");
      GVariant *of = tvx_record_get_value (category, "of");
      g_autofree const char **codes = of != NULL ? g_variant_get_strv (of, NULL) : NULL;

      if (codes != NULL && code != NULL && !tvx_axis_add_group (axis, code, codes, error))
        return FALSE;
    }
  return TRUE;
}

static TvxAxis *
create_axis (TvxRecord  *record,
             GError    **error)
{
  GListModel *categories = tvx_record_get_list (record, "categories");
  const char *key = tvx_table_axis_get_key (TVX_TABLE_AXIS (record));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (TvxAxis) axis = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (categories); i++)
    {
      g_autoptr (TvxRecord) category = g_list_model_get_item (categories, i);
      const char *code = tvx_record_get_text (category, "code");

      if (code != NULL && tvx_record_get_value (category, "of") == NULL)
        g_strv_builder_add (builder, code);
    }
  codes = g_strv_builder_end (builder);
  axis = tvx_axis_new (key != NULL ? key : "other", (const char *const *) codes, error);
  return axis != NULL && add_groups (axis, categories, error) ? g_steal_pointer (&axis) : NULL;
}

/* Gender first, then the breakdowns of the record. */
static gboolean
add_axes (GPtrArray           *axes,
          TvxStatisticsTable  *record,
          GError             **error)
{
  GListModel *list = tvx_record_get_list (TVX_RECORD (record), "axes");
  TvxAxis *axis = create_gender (record, error);

  if (axis == NULL)
    return FALSE;
  g_ptr_array_add (axes, axis);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TvxRecord) item = g_list_model_get_item (list, i);

      axis = create_axis (item, error);
      if (axis == NULL)
        return FALSE;
      g_ptr_array_add (axes, axis);
    }
  return TRUE;
}

/* The same people, as far as somebody who fills in tables can say it. */
static char *
dup_population (TvxStatisticsTable *record)
{
  const char *population = tvx_record_get_text (TVX_RECORD (record), "population");
  const char *from = tvx_record_get_text (TVX_RECORD (record), "from");
  const char *until = tvx_record_get_text (TVX_RECORD (record), "until");
  g_autofree char *folded = g_utf8_casefold (population != NULL ? population : tvx_record_get_id (TVX_RECORD (record)), -1);

  return g_strdup_printf ("%s %s/%s", folded, from != NULL ? from : "", until != NULL ? until : "");
}

static gboolean
set_rules (TvxCountTable       *counts,
           TvxStatisticsTable  *record,
           GError             **error)
{
  const char *zeros = tvx_statistics_table_get_zeros (record);
  g_autofree char *population = dup_population (record);

  tvx_count_table_set_population (counts, population);
  tvx_count_table_set_zeros (counts, g_str_equal (zeros, "shown")       ? TVX_ZEROS_SHOWN
                                     : g_str_equal (zeros, "protected") ? TVX_ZEROS_PROTECTED
                                                                        : TVX_ZEROS_MAYBE);
  return tvx_count_table_set_threshold (counts, tvx_statistics_table_get_threshold (record), error);
}

/* Takes over the counts of a record into those cells of a table that are in @project, NULL where there is no such axis. */
static gboolean
fill_in (TvxCountTable       *counts,
         TvxStatisticsTable  *record,
         const char          *project,
         GError             **error)
{
  GVariant *values = tvx_record_get_value (TVX_RECORD (record), "counts");
  GVariantIter iter;
  const char *key;
  GVariant *value;

  if (values == NULL)
    return TRUE;
  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) owned = value;
      g_autofree char *whole = project != NULL ? g_strconcat (project, TVX_CATEGORY_SEPARATOR, key, NULL) : g_strdup (key);
      g_auto (GStrv) at = g_strsplit (whole, TVX_CATEGORY_SEPARATOR, -1);
      guint cell;

      /* What belongs to a category that is gone is told of by the check of the table. */
      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) || g_strv_length (at) != tvx_count_table_get_n_axes (counts) ||
          !tvx_count_table_find_cell (counts, (const char *const *) at, &cell, NULL) || !tvx_count_table_is_inner (counts, cell))
        continue;
      if (!tvx_count_table_set_count (counts, cell, g_variant_get_int64 (value), error))
        return FALSE;
    }
  return TRUE;
}

static void
take_table (TvxProtectedTables *self,
            TvxStatisticsTable *record,
            TvxCountTable      *counts,
            guint               n_projects)
{
  Table table = { g_object_ref (record), counts, n_projects };

  g_array_append_val (self->tables, table);
  tvx_publication_add_table (self->publication, counts);
}

static gboolean
add_table (TvxProtectedTables  *self,
           TvxStatisticsTable  *record,
           GError             **error)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  g_autofree char *title = tvx_record_dup_title (TVX_RECORD (record));
  g_autoptr (TvxCountTable) counts = NULL;

  if (!add_axes (axes, record, error))
    return FALSE;
  counts = tvx_count_table_new (title, (TvxAxis **) axes->pdata, axes->len, error);
  if (counts == NULL || !set_rules (counts, record, error) || !fill_in (counts, record, NULL, error))
    return FALSE;
  tvx_count_table_fix (counts, PROJECT_AXIS, tvx_record_get_id (tvx_record_get_root (TVX_RECORD (record))));
  take_table (self, record, g_steal_pointer (&counts), 1);
  return TRUE;
}

/* Tables of several projects can be added up when they are about the same and are broken down in the same way. */
static char *
dup_shape (TvxStatisticsTable *record)
{
  GListModel *axes = tvx_record_get_list (TVX_RECORD (record), "axes");
  g_autofree char *population = dup_population (record);
  GString *shape = g_string_new (population);

  g_string_append_printf (shape, "\n%d %u %s", tvx_record_get_boolean (TVX_RECORD (record), "third_category"),
                          tvx_statistics_table_get_threshold (record), tvx_statistics_table_get_zeros (record));
  for (guint i = 0; i < g_list_model_get_n_items (axes); i++)
    {
      g_autoptr (TvxRecord) axis = g_list_model_get_item (axes, i);
      GListModel *categories = tvx_record_get_list (axis, "categories");

      g_string_append_printf (shape, "\n%s:", tvx_table_axis_get_key (TVX_TABLE_AXIS (axis)));
      for (guint j = 0; j < g_list_model_get_n_items (categories); j++)
        {
          g_autoptr (TvxRecord) category = g_list_model_get_item (categories, j);
          GVariant *of = tvx_record_get_value (category, "of");
          g_autofree char *group = of != NULL ? g_variant_print (of, FALSE) : NULL;

          g_string_append_printf (shape, "%s%s|", tvx_record_get_text (category, "code"), group != NULL ? group : "");
        }
    }
  return g_string_free_and_steal (shape);
}

static gboolean
add_sum (TvxProtectedTables  *self,
         GPtrArray           *records,
         GError             **error)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) tvx_axis_unref);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *title = tvx_record_dup_title (records->pdata[0]);
  g_auto (GStrv) projects = NULL;
  g_autoptr (TvxCountTable) counts = NULL;
  TvxAxis *axis;

  for (guint i = 0; i < records->len; i++)
    g_strv_builder_add (builder, tvx_record_get_id (tvx_record_get_root (records->pdata[i])));
  projects = g_strv_builder_end (builder);
  axis = tvx_axis_new (PROJECT_AXIS, (const char *const *) projects, error);
  if (axis == NULL)
    return FALSE;
  tvx_axis_set_internal (axis, TRUE);
  tvx_axis_set_partial (axis, TRUE);
  g_ptr_array_add (axes, axis);
  if (!add_axes (axes, records->pdata[0], error))
    return FALSE;
  counts = tvx_count_table_new (title, (TvxAxis **) axes->pdata, axes->len, error);
  if (counts == NULL || !set_rules (counts, records->pdata[0], error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!fill_in (counts, records->pdata[i], projects[i], error))
      return FALSE;
  take_table (self, records->pdata[0], g_steal_pointer (&counts), records->len);
  return TRUE;
}

static void
add_to_shape (GHashTable         *shapes,
              GPtrArray          *order,
              TvxStatisticsTable *record)
{
  g_autofree char *shape = dup_shape (record);
  GPtrArray *records = g_hash_table_lookup (shapes, shape);

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (shapes, g_steal_pointer (&shape), records);
      g_ptr_array_add (order, records);
    }
  /* A second table of the same is the same table again. */
  else if (tvx_record_get_root (records->pdata[records->len - 1]) == tvx_record_get_root (TVX_RECORD (record)))
    return;
  g_ptr_array_add (records, record);
}

static void
add_keys (TvxLedger  *ledger,
          TvxRecord  *earlier,
          const char *field,
          TvxRelease  release)
{
  const char *date = tvx_record_get_text (earlier, "date");
  const char *report = tvx_record_get_text (earlier, "report");
  GVariant *keys = tvx_record_get_value (earlier, field);
  gboolean are_counts = keys != NULL && g_variant_is_of_type (keys, G_VARIANT_TYPE_VARDICT);

  for (gsize i = 0; keys != NULL && i < g_variant_n_children (keys); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (keys, i);
      g_autoptr (GVariant) number = NULL;
      const char *key;

      if (are_counts)
        g_variant_get (child, "{&sv}", &key, &number);
      else
        key = g_variant_get_string (child, NULL);
      if (number == NULL || g_variant_is_of_type (number, G_VARIANT_TYPE_INT64))
        tvx_ledger_add (ledger, key, release, number != NULL ? g_variant_get_int64 (number) : 0, date != NULL ? date : "",
                        report != NULL ? report : "");
    }
}

static void
set_ledger (TvxProtectedTables *self,
            TvxRegister        *reg)
{
  GListModel *published = tvx_record_get_list (TVX_RECORD (reg), "published");
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();

  for (guint i = 0; i < g_list_model_get_n_items (published); i++)
    {
      g_autoptr (TvxRecord) earlier = g_list_model_get_item (published, i);
      const char *date = tvx_record_get_text (earlier, "date");

      add_keys (ledger, earlier, "shown", TVX_RELEASE_SHOWN);
      add_keys (ledger, earlier, "rounded", TVX_RELEASE_ROUNDED);
      add_keys (ledger, earlier, "small", TVX_RELEASE_SMALL);
      add_keys (ledger, earlier, "follow", TVX_RELEASE_FOLLOW);
      if (date != NULL && g_strcmp0 (date, self->latest) > 0)
        g_set_str (&self->latest, date);
    }
  tvx_publication_set_ledger (self->publication, ledger);
}

/**
 * tvx_protected_tables_new:
 * @reg: the register, which knows what earlier reports told
 * @projects: (element-type TvxProject): projects, as they are, not as the public may see them
 * @error: return location for an error in %TVX_STATISTICS_ERROR
 *
 * Gathers the tables of projects, and where several projects have the same table, its sum. None of it may be published
 * until [method@Tvx.ProtectedTables.protect] has said how.
 *
 * Returns: (transfer full) (nullable): the tables
 */
TvxProtectedTables *
tvx_protected_tables_new (TvxRegister  *reg,
                          GPtrArray    *projects,
                          GError      **error)
{
  g_autoptr (TvxProtectedTables) self = g_atomic_rc_box_new0 (TvxProtectedTables);
  g_autoptr (GHashTable) shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  g_return_val_if_fail (TVX_IS_REGISTER (reg), NULL);

  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_array_set_clear_func (self->tables, clear_table);
  self->publication = tvx_publication_new ();
  for (guint i = 0; i < projects->len; i++)
    {
      GListModel *list = tvx_record_get_list (projects->pdata[i], "statistics");

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TvxStatisticsTable) record = g_list_model_get_item (list, j);

          if (!add_table (self, record, error))
            {
              g_autofree char *title = tvx_record_dup_title (TVX_RECORD (record));

              /* Translators: the title of a table, what is wrong with it. */
              g_prefix_error (error, _("“%s”: "), title);
              return NULL;
            }
          add_to_shape (shapes, order, record);
        }
    }
  for (guint i = 0; i < order->len; i++)
    if (((GPtrArray *) order->pdata[i])->len > 1 && !add_sum (self, order->pdata[i], error))
      return NULL;
  tvx_publication_add_owners (self->publication);
  set_ledger (self, reg);
  return g_steal_pointer (&self);
}

/* What would help, for who has to choose. */
static void
add_proposals (TvxProtectedTables       *self,
               const TvxProtectOptions  *options,
               GCancellable             *cancellable,
               GError                  **error)
{
  g_autoptr (GPtrArray) merges = tvx_merge_propose (self->publication, options, cancellable, NULL);
  g_autoptr (GString) text = g_string_new ((*error)->message);

  for (guint i = 0; merges != NULL && i < MIN (merges->len, MAX_PROPOSALS); i++)
    {
      g_autofree char *proposal = tvx_merge_dup_text (merges->pdata[i]);

      g_string_append_printf (text, "\n• %s", proposal);
    }
  g_free ((*error)->message);
  (*error)->message = g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tvx_protected_tables_protect:
 * @self: tables
 * @options: (nullable): how to look for what to hide
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error in %TVX_STATISTICS_ERROR, with proposals of what to merge, or %G_IO_ERROR_CANCELLED
 *
 * Finds out what must be hidden. This may take long; it may run in any thread.
 *
 * Returns: whether the tables may be published as the protection says
 */
gboolean
tvx_protected_tables_protect (TvxProtectedTables       *self,
                              const TvxProtectOptions  *options,
                              GCancellable             *cancellable,
                              GError                  **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (self != NULL && self->protection == NULL, FALSE);

  if (self->tables->len == 0)
    return TRUE;
  self->protection = tvx_protect (self->publication, options, cancellable, &local_error);
  if (self->protection != NULL)
    return TRUE;
  if (g_error_matches (local_error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_UNPROTECTABLE) ||
      g_error_matches (local_error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_RELEASED) ||
      g_error_matches (local_error, TVX_STATISTICS_ERROR, TVX_STATISTICS_ERROR_NOT_CERTIFIED))
    add_proposals (self, options, cancellable, &local_error);
  g_propagate_error (error, local_error);
  return FALSE;
}

/**
 * tvx_protected_tables_round:
 * @self: tables
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error in %TVX_STATISTICS_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Rounds all numbers to multiples of five instead of hiding some, for tables of which little would be left.
 *
 * Returns: whether the tables may be published as the protection says
 */
gboolean
tvx_protected_tables_round (TvxProtectedTables  *self,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_return_val_if_fail (self != NULL && self->protection == NULL, FALSE);

  if (self->tables->len == 0)
    return TRUE;
  self->protection = tvx_round (self->publication, cancellable, error);
  return self->protection != NULL;
}

/**
 * tvx_protected_tables_new_for_report:
 * @reg: the register
 * @projects: (element-type TvxProject): the projects of the report, as they are
 * @without: (nullable) (array zero-terminated=1): the parts that the report is without
 * @rounded: whether somebody chose to round the numbers instead of hiding some
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Gathers and protects what a report may tell of its tables; nothing where it is to tell nothing of them.
 *
 * Returns: (transfer full) (nullable): the protected tables
 */
TvxProtectedTables *
tvx_protected_tables_new_for_report (TvxRegister        *reg,
                                     GPtrArray          *projects,
                                     const char *const  *without,
                                     gboolean            rounded,
                                     GCancellable       *cancellable,
                                     GError            **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean left_out = without != NULL && g_strv_contains (without, "statistics");
  g_autoptr (TvxProtectedTables) self = tvx_protected_tables_new (reg, left_out ? none : projects, error);

  if (self == NULL || !(rounded ? tvx_protected_tables_round (self, cancellable, error)
                                : tvx_protected_tables_protect (self, NULL, cancellable, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tvx_protected_tables_ref:
 * @self: tables
 *
 * Returns: (transfer full): the same
 */
TvxProtectedTables *
tvx_protected_tables_ref (TvxProtectedTables *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TvxProtectedTables *self = data;

  g_clear_pointer (&self->tables, g_array_unref);
  g_clear_pointer (&self->publication, tvx_publication_unref);
  g_clear_pointer (&self->protection, tvx_protection_unref);
  g_free (self->latest);
}

/**
 * tvx_protected_tables_unref:
 * @self: (transfer full): tables
 *
 * Lets go of the tables.
 */
void
tvx_protected_tables_unref (TvxProtectedTables *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tvx_protected_tables_get_n_tables:
 * @self: tables
 *
 * Returns: how many tables there are, the sums last
 */
guint
tvx_protected_tables_get_n_tables (TvxProtectedTables *self)
{
  return self->tables->len;
}

/**
 * tvx_protected_tables_get_record:
 * @self: tables
 * @table: the number of a table
 *
 * Returns: (transfer none): what it is made of; for a sum, the table of its first project
 */
TvxStatisticsTable *
tvx_protected_tables_get_record (TvxProtectedTables *self,
                                 guint               table)
{
  return g_array_index (self->tables, Table, table).record;
}

/**
 * tvx_protected_tables_get_n_projects:
 * @self: tables
 * @table: the number of a table
 *
 * Returns: how many projects it sums up; 1 for the table of a project
 */
guint
tvx_protected_tables_get_n_projects (TvxProtectedTables *self,
                                     guint               table)
{
  return g_array_index (self->tables, Table, table).n_projects;
}

/**
 * tvx_protected_tables_get_counts:
 * @self: tables
 * @table: the number of a table
 *
 * Returns: (transfer none): its cells with the true counts, for the officer's eyes; its first axis is gender, of a sum the second
 */
TvxCountTable *
tvx_protected_tables_get_counts (TvxProtectedTables *self,
                                 guint               table)
{
  return g_array_index (self->tables, Table, table).counts;
}

/**
 * tvx_protected_tables_find:
 * @self: tables
 * @record: a statistics table of a project, or a public copy of it
 * @table: (out): where to put its number
 *
 * Returns: whether it is among the tables
 */
gboolean
tvx_protected_tables_find (TvxProtectedTables *self,
                           TvxRecord          *record,
                           guint              *table)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (tvx_protected_tables_get_n_projects (self, i) == 1 &&
        g_strcmp0 (tvx_record_get_id (TVX_RECORD (tvx_protected_tables_get_record (self, i))), tvx_record_get_id (record)) == 0)
      {
        *table = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tvx_protected_tables_get_protection:
 * @self: tables
 *
 * Returns: (transfer none) (nullable): what may be published; %NULL where nothing is protected yet
 */
TvxProtection *
tvx_protected_tables_get_protection (TvxProtectedTables *self)
{
  return self->protection;
}

/**
 * tvx_protected_tables_get_latest:
 * @self: tables
 *
 * Returns: (transfer none) (nullable): the date of the latest report that they are protected together with
 */
const char *
tvx_protected_tables_get_latest (TvxProtectedTables *self)
{
  return self->latest;
}

static GVariant *
dup_released (TvxLedger  *ledger,
              TvxRelease  release,
              gboolean    with_numbers)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (with_numbers ? G_VARIANT_TYPE_VARDICT : G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < tvx_ledger_get_n_entries (ledger); i++)
    {
      const TvxLedgerEntry *entry = tvx_ledger_get_entry (ledger, i);

      if (entry->release != release)
        continue;
      if (with_numbers)
        g_variant_builder_add (builder, "{sv}", entry->key, g_variant_new_int64 (entry->number));
      else
        g_variant_builder_add (builder, "s", entry->key);
    }
  return g_variant_builder_end (builder);
}

/**
 * tvx_protected_tables_record:
 * @self: protected tables
 * @editor: the editor of the register
 * @date: the day on which the report is published, in ISO 8601
 * @report: what the report is called
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Writes into the register what the report shows and hides, so that later reports keep to it. To be called when, and only
 * when, the report is published.
 *
 * Returns: whether the register may be changed
 */
gboolean
tvx_protected_tables_record (TvxProtectedTables  *self,
                             TvxEditor           *editor,
                             const char          *date,
                             const char          *report,
                             GError             **error)
{
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  TvxRecord *reg = tvx_editor_get_register (editor);
  TvxRecord *earlier;
  gboolean good;

  if (self->protection == NULL)
    return TRUE;
  tvx_protection_record (self->protection, ledger, date, report);
  tvx_editor_begin (editor, _("Publish Statistics"));
  earlier = tvx_editor_insert (editor, reg, "published", G_MAXUINT, NULL, error);
  good = earlier != NULL && tvx_editor_set (editor, earlier, "report", g_variant_new_string (report), error) &&
         tvx_editor_set (editor, earlier, "date", g_variant_new_string (date), error) &&
         tvx_editor_set (editor, earlier, "shown", dup_released (ledger, TVX_RELEASE_SHOWN, TRUE), error) &&
         tvx_editor_set (editor, earlier, "rounded", dup_released (ledger, TVX_RELEASE_ROUNDED, TRUE), error) &&
         tvx_editor_set (editor, earlier, "small", dup_released (ledger, TVX_RELEASE_SMALL, FALSE), error) &&
         tvx_editor_set (editor, earlier, "follow", dup_released (ledger, TVX_RELEASE_FOLLOW, FALSE), error);
  tvx_editor_end (editor);
  return good;
}
