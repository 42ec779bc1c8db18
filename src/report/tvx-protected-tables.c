/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tvx-protected-tables.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-published.h"
#include "report/tvx-record-counts.h"
#include "statistics/tvx-merge.h"
#include "statistics/tvx-round.h"
#include "statistics/tvx-statistics-error.h"

#define MAX_PROPOSALS 3

typedef struct
{
  TvxRecord          *project;         /* of a sum, the first one */
  TvxStatisticsTable *record; /* its table */
  TvxCountTable      *counts;
  guint               n_projects; /* 1 for a table that is no sum */
} Table;

struct _TvxProtectedTables
{
  GArray         *tables; /* of Table, in the order of the publication */
  guint           n_told;   /* so many of them are told, the first ones; the others only matter for what may be told */
  TvxPublication *publication;
  TvxProtection  *protection;
  char           *latest; /* the date of the latest report in the ledger */
};

static void
clear_table (gpointer data)
{
  Table *table = data;

  g_object_unref (table->project);
  g_object_unref (table->record);
  tvx_count_table_unref (table->counts);
}

static void
take_table (TvxProtectedTables *self,
            TvxStatisticsTable *record,
            TvxCountTable      *counts,
            guint               n_projects)
{
  Table table = { g_object_ref (tvx_record_get_root (TVX_RECORD (record))), g_object_ref (record), counts, n_projects };

  g_array_append_val (self->tables, table);
  tvx_publication_add_table (self->publication, counts);
}

/* What messages call a table. Many projects have tables of the same title. */
static char *
dup_name (TvxStatisticsTable *record,
          gboolean            one_project)
{
  g_autofree char *title = tvx_record_dup_title (TVX_RECORD (record));
  g_autofree char *project = tvx_record_dup_title (tvx_record_get_root (TVX_RECORD (record)));

  /* Translators: the title of a table, the project that it belongs to. */
  return one_project ? g_steal_pointer (&title) : g_strdup_printf (_("%s (%s)"), title, project);
}

static gboolean
add_table (TvxProtectedTables  *self,
           TvxStatisticsTable  *record,
           gboolean             one_project,
           GError             **error)
{
  g_autofree char *name = dup_name (record, one_project);
  TvxCountTable *counts = tvx_record_counts_new (record, name, error);

  if (counts != NULL)
    {
      take_table (self, record, counts, 1);
      return TRUE;
    }
  /* Translators: what a table is called, what is wrong with it. */
  g_prefix_error (error, _("“%s”: "), name);
  return FALSE;
}

static gboolean
add_tables (TvxProtectedTables  *self,
            GPtrArray           *projects,
            gboolean             one_project,
            GError             **error)
{
  for (guint i = 0; i < projects->len; i++)
    {
      GListModel *list = tvx_record_get_list (projects->pdata[i], "statistics");

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TvxStatisticsTable) record = g_list_model_get_item (list, j);

          if (tvx_statistics_table_is_filled (record) && !add_table (self, record, one_project, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The tables of these projects that can be summed up, those of one shape in an array. */
static GPtrArray *
list_shapes (GPtrArray *projects)
{
  GPtrArray *order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      GListModel *list = tvx_record_get_list (projects->pdata[i], "statistics");

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TvxRecord) record = g_list_model_get_item (list, j);
          g_autofree char *shape = NULL;
          GPtrArray *records;

          if (!tvx_statistics_table_is_filled (TVX_STATISTICS_TABLE (record)))
            continue;
          shape = tvx_record_counts_dup_shape (TVX_STATISTICS_TABLE (record));
          records = g_hash_table_lookup (shapes, shape);
          if (records == NULL)
            {
              records = g_ptr_array_new ();
              g_ptr_array_add (order, records);
              g_hash_table_insert (shapes, g_steal_pointer (&shape), records);
            }
          else if (tvx_record_get_root (records->pdata[records->len - 1]) == projects->pdata[i])
            {
              /* A second table of the same is the same table again, perhaps with a third gender that the first one is without. */
              if (tvx_record_get_boolean (record, "third_category"))
                records->pdata[records->len - 1] = record;
              continue;
            }
          g_ptr_array_add (records, record);
        }
    }
  return order;
}

static gboolean
add_sums (TvxProtectedTables  *self,
          GPtrArray           *projects,
          GError             **error)
{
  g_autoptr (GPtrArray) shapes = list_shapes (projects);

  for (guint i = 0; i < shapes->len; i++)
    {
      GPtrArray *records = shapes->pdata[i];
      TvxCountTable *counts = records->len > 1 ? tvx_record_counts_new_sum (records, error) : NULL;

      if (counts != NULL)
        take_table (self, records->pdata[0], counts, records->len);
      else if (records->len > 1)
        return FALSE;
    }
  return TRUE;
}

/* Those of the projects that were summed up; fewer than that where one of them is not at hand. */
static GPtrArray *
list_members (GHashTable        *at_hand,
              const char *const *ids)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (at_hand, ids[i]))
      g_ptr_array_add (members, g_hash_table_lookup (at_hand, ids[i]));
  return members;
}

/* A sum that an earlier report told is known to readers, also when this report tells another one. */
static gboolean
add_earlier_sums (TvxProtectedTables  *self,
                  TvxRegister         *reg,
                  GHashTable          *at_hand,
                  TvxLedger           *ledger,
                  GError             **error)
{
  g_autoptr (GPtrArray) sums = tvx_published_list_sums (reg);

  for (guint i = 0; i < sums->len; i++)
    {
      g_autoptr (GPtrArray) members = list_members (at_hand, sums->pdata[i]);
      g_autoptr (GPtrArray) shapes = list_shapes (members);

      for (guint k = 0; k < shapes->len; k++)
        {
          GPtrArray *records = shapes->pdata[k];
          g_autoptr (TvxCountTable) counts = NULL;
          g_autofree char *key = NULL;

          if (records->len != g_strv_length (sums->pdata[i]))
            continue;
          counts = tvx_record_counts_new_sum (records, error);
          if (counts == NULL)
            return FALSE;
          key = tvx_count_table_dup_key (counts, tvx_count_table_get_n_cells (counts) - 1);
          if (tvx_ledger_lookup (ledger, key) != NULL)
            take_table (self, records->pdata[0], g_steal_pointer (&counts), records->len);
        }
    }
  return TRUE;
}

static GPtrArray *
load_related (TvxRegister       *reg,
              GPtrArray         *projects,
              TvxProjectLoader   load,
              gpointer           load_data,
              GError           **error)
{
  g_autoptr (GPtrArray) ids = tvx_published_list_related (reg, projects);
  g_autoptr (GPtrArray) related = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      TvxProject *project = load (ids->pdata[i], load_data, error);

      if (project == NULL)
        {
          g_prefix_error_literal (error, _("The statistics must be protected together with those of another project, which a "
                                            "published report sums up with these: "));
          return NULL;
        }
      g_ptr_array_add (related, project);
    }
  return g_steal_pointer (&related);
}

/**
 * tvx_protected_tables_new:
 * @reg: the register, which knows what earlier reports told
 * @projects: (element-type TvxProject): projects, as they are, not as the public may see them
 * @load: (scope call): loads a project that @projects have been summed up with
 * @load_data: data for @load
 * @error: return location for an error in %TVX_STATISTICS_ERROR, or one of @load
 *
 * Gathers the tables of projects that have numbers, where several projects have the same table, its sum, and all else that
 * readers know from earlier reports and could use to work out what is hidden here. None of it may be published until
 * [method@Tvx.ProtectedTables.protect] has said how.
 *
 * Returns: (transfer full) (nullable): the tables
 */
TvxProtectedTables *
tvx_protected_tables_new (TvxRegister       *reg,
                          GPtrArray         *projects,
                          TvxProjectLoader   load,
                          gpointer           load_data,
                          GError           **error)
{
  g_autoptr (TvxProtectedTables) self = g_atomic_rc_box_new0 (TvxProtectedTables);
  g_autoptr (GPtrArray) related = NULL;
  g_autoptr (GHashTable) at_hand = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TvxLedger) ledger = NULL;
  gboolean one_project;

  g_return_val_if_fail (TVX_IS_REGISTER (reg), NULL);

  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_array_set_clear_func (self->tables, clear_table);
  self->publication = tvx_publication_new ();
  self->latest = tvx_published_dup_latest (reg);
  related = load_related (reg, projects, load, load_data, error);
  if (related == NULL)
    return NULL;
  for (guint i = 0; i < projects->len; i++)
    g_hash_table_insert (at_hand, (gpointer) tvx_record_get_id (projects->pdata[i]), projects->pdata[i]);
  for (guint i = 0; i < related->len; i++)
    g_hash_table_insert (at_hand, (gpointer) tvx_record_get_id (related->pdata[i]), related->pdata[i]);
  ledger = tvx_published_dup_ledger (reg, at_hand);
  one_project = g_hash_table_size (at_hand) == 1;

  if (!add_tables (self, projects, one_project, error) || !add_sums (self, projects, error))
    return NULL;
  self->n_told = self->tables->len;
  if (!add_tables (self, related, one_project, error) || !add_earlier_sums (self, reg, at_hand, ledger, error))
    return NULL;
  tvx_publication_add_owners (self->publication);
  tvx_publication_set_ledger (self->publication, ledger);
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

  if (self->n_told == 0)
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

  if (self->n_told == 0)
    return TRUE;
  self->protection = tvx_round (self->publication, cancellable, error);
  return self->protection != NULL;
}

/**
 * tvx_protected_tables_new_for_report:
 * @reg: the register
 * @projects: (element-type TvxProject): the projects of the report, as they are
 * @load: (scope call): loads a project that @projects have been summed up with
 * @load_data: data for @load
 * @without: (nullable) (array zero-terminated=1): the parts that the report is without
 * @rounded: whether somebody chose to round the numbers instead of hiding some
 * @options: (nullable): how to look for what to hide
 * @cancellable: (nullable): a way to stop
 * @error: return location for an error
 *
 * Gathers and protects what a report may tell of its tables; nothing where it is to tell nothing of them.
 *
 * Returns: (transfer full) (nullable): the protected tables
 */
TvxProtectedTables *
tvx_protected_tables_new_for_report (TvxRegister              *reg,
                                     GPtrArray                *projects,
                                     TvxProjectLoader          load,
                                     gpointer                  load_data,
                                     const char *const        *without,
                                     gboolean                  rounded,
                                     const TvxProtectOptions  *options,
                                     GCancellable             *cancellable,
                                     GError                  **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean left_out = without != NULL && g_strv_contains (without, "statistics");
  g_autoptr (TvxProtectedTables) self = tvx_protected_tables_new (reg, left_out ? none : projects, load, load_data, error);

  if (self == NULL || !(rounded ? tvx_protected_tables_round (self, cancellable, error)
                                : tvx_protected_tables_protect (self, options, cancellable, error)))
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
 * Returns: how many tables there are to tell, the sums last
 */
guint
tvx_protected_tables_get_n_tables (TvxProtectedTables *self)
{
  return self->n_told;
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
 * tvx_protected_tables_get_project:
 * @self: tables
 * @table: the number of a table
 *
 * Returns: (transfer none): the project that it is of; for a sum, its first one
 */
TvxRecord *
tvx_protected_tables_get_project (TvxProtectedTables *self,
                                  guint               table)
{
  return g_array_index (self->tables, Table, table).project;
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
  for (guint i = 0; i < self->n_told; i++)
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
 * tvx_protected_tables_get_summary:
 * @self: tables
 * @summary: (out caller-allocates): return location for the summary
 *
 * Sums up how much of the tables is hidden; nothing where nothing is protected yet.
 */
void
tvx_protected_tables_get_summary (TvxProtectedTables   *self,
                                  TvxProtectionSummary *summary)
{
  *summary = (TvxProtectionSummary) { 0 };
  for (guint i = 0; self->protection != NULL && i < self->n_told; i++)
    {
      TvxProtectionSummary of;

      tvx_protection_get_summary_of (self->protection, i, &of);
      summary->n_cells += of.n_cells;
      summary->n_small += of.n_small;
      summary->n_follow += of.n_follow;
      summary->follow_sum += of.follow_sum;
    }
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
  return self->protection == NULL || tvx_published_record (self->protection, self->n_told, editor, date, report, error);
}
