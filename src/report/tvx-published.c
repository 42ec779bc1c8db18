/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the register remembers of published reports. */

#include "report/tvx-published.h"

#include <glib/gi18n-lib.h>

#include "report/tvx-record-counts.h"

/* The ids of the projects of a sum are one text. */
#define ID_SEPARATOR " "

static void
add_keys (TvxLedger  *ledger,
          TvxRecord  *earlier,
          const char *field,
          TvxRelease  release,
          GHashTable *elsewhere)
{
  const char *date = tvx_record_get_text (earlier, "date");
  const char *report = tvx_record_get_text (earlier, "report");
  GVariant *keys = tvx_record_get_value (earlier, field);
  gint64 threshold = 0;
  g_autofree const char **insiders = NULL;
  gboolean are_counts = keys != NULL && g_variant_is_of_type (keys, G_VARIANT_TYPE_VARDICT);

  if (release == TVX_RELEASE_SMALL)
    {
      GVariant *axes = tvx_record_get_value (earlier, "insiders");

      tvx_record_get_number (earlier, "threshold", &threshold);
      insiders = axes != NULL ? g_variant_get_strv (axes, NULL) : NULL;
    }
  for (gsize i = 0; keys != NULL && i < g_variant_n_children (keys); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (keys, i);
      g_autoptr (GVariant) number = NULL;
      g_autofree char *place = NULL;
      const char *key;

      if (are_counts)
        g_variant_get (child, "{&sv}", &key, &number);
      else
        key = g_variant_get_string (child, NULL);
      place = tvx_count_key_dup_place (key, TVX_PROJECT_AXIS);
      if (place != NULL && g_hash_table_contains (elsewhere, place))
        continue;
      if (number == NULL || g_variant_is_of_type (number, G_VARIANT_TYPE_INT64))
        tvx_ledger_add (ledger, key, release, number != NULL ? g_variant_get_int64 (number) : 0, date != NULL ? date : "",
                        report != NULL ? report : "");
      if (!are_counts)
        tvx_ledger_add_rule (ledger, key, (guint) CLAMP (threshold, 0, TVX_COUNT_TABLE_MAX_THRESHOLD),
                             tvx_record_get_boolean (earlier, "never_zero"), insiders);
    }
}

static GListModel *
get_reports (TvxRegister *reg)
{
  return tvx_record_get_list (TVX_RECORD (reg), "published");
}

/**
 * tvx_published_list_sums:
 * @reg: a register
 *
 * Lists the projects whose tables published reports have summed up.
 *
 * Returns: (transfer full) (element-type GStrv): the ids of the projects of each sum, each set of them once
 */
GPtrArray *
tvx_published_list_sums (TvxRegister *reg)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_reports (reg)); i++)
    {
      g_autoptr (TvxRecord) report = g_list_model_get_item (get_reports (reg), i);
      GVariant *texts = tvx_record_get_value (report, "sums");

      for (gsize k = 0; texts != NULL && k < g_variant_n_children (texts); k++)
        {
          g_autofree char *text = NULL;
          g_auto (GStrv) ids = NULL;

          g_variant_get_child (texts, k, "s", &text);
          ids = g_strsplit (text, ID_SEPARATOR, -1);
          /* A file that was changed by hand may say that one project is a sum. */
          if (g_strv_length (ids) > 1 && g_hash_table_add (seen, g_steal_pointer (&text)))
            g_ptr_array_add (sums, g_steal_pointer (&ids));
        }
    }
  return sums;
}

static gboolean
is_any_of (GHashTable        *ids,
           const char *const *of)
{
  for (guint i = 0; of[i] != NULL; i++)
    if (g_hash_table_contains (ids, of[i]))
      return TRUE;
  return FALSE;
}

/**
 * tvx_published_list_related:
 * @reg: a register
 * @projects: (element-type TvxProject): projects to report on
 *
 * Finds the projects that have been summed up with these, with projects that these have been summed up with, and so on:
 * all those of which something could be worked out from what is published of these.
 *
 * Returns: (transfer full) (element-type utf8): the ids of the other projects
 */
GPtrArray *
tvx_published_list_related (TvxRegister *reg,
                            GPtrArray   *projects)
{
  GPtrArray *related = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sums = tvx_published_list_sums (reg);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_before;

  for (guint i = 0; i < projects->len; i++)
    g_hash_table_add (ids, g_strdup (tvx_record_get_id (projects->pdata[i])));
  do
    {
      n_before = g_hash_table_size (ids);
      for (guint i = 0; i < sums->len; i++)
        {
          const char *const *of = sums->pdata[i];

          for (guint k = 0; is_any_of (ids, of) && of[k] != NULL; k++)
            if (g_hash_table_add (ids, g_strdup (of[k])))
              g_ptr_array_add (related, g_strdup (of[k]));
        }
    }
  while (g_hash_table_size (ids) > n_before);
  return related;
}

/* The names that the sums over projects have in keys of counts, if none of these projects is in them. */
static GHashTable *
list_places_elsewhere (TvxRegister *reg,
                       GHashTable  *ids)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sums = tvx_published_list_sums (reg);

  for (guint i = 0; i < sums->len; i++)
    {
      g_autoptr (TvxAxis) axis = is_any_of (ids, sums->pdata[i]) ? NULL : tvx_axis_new (TVX_PROJECT_AXIS, sums->pdata[i], NULL);

      if (axis == NULL)
        continue;
      tvx_axis_set_partial (axis, TRUE);
      g_hash_table_add (places, tvx_axis_dup_place (axis, tvx_axis_get_n_nodes (axis) - 1));
    }
  return places;
}

/**
 * tvx_published_dup_ledger:
 * @reg: a register
 * @ids: (element-type utf8): the set of the projects that are at hand, with all that are related to them
 *
 * Gathers what published reports showed and hid, but for sums that no project at hand is in.
 *
 * Returns: (transfer full): the ledger
 */
TvxLedger *
tvx_published_dup_ledger (TvxRegister *reg,
                          GHashTable  *ids)
{
  TvxLedger *ledger = tvx_ledger_new ();
  g_autoptr (GHashTable) elsewhere = list_places_elsewhere (reg, ids);

  for (guint i = 0; i < g_list_model_get_n_items (get_reports (reg)); i++)
    {
      g_autoptr (TvxRecord) report = g_list_model_get_item (get_reports (reg), i);

      add_keys (ledger, report, "shown", TVX_RELEASE_SHOWN, elsewhere);
      add_keys (ledger, report, "rounded", TVX_RELEASE_ROUNDED, elsewhere);
      add_keys (ledger, report, "small", TVX_RELEASE_SMALL, elsewhere);
      add_keys (ledger, report, "follow", TVX_RELEASE_FOLLOW, elsewhere);
    }
  return ledger;
}

/**
 * tvx_published_dup_latest:
 * @reg: a register
 *
 * Returns: (transfer full) (nullable): the date of the latest published report
 */
char *
tvx_published_dup_latest (TvxRegister *reg)
{
  char *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (get_reports (reg)); i++)
    {
      g_autoptr (TvxRecord) report = g_list_model_get_item (get_reports (reg), i);
      const char *date = tvx_record_get_text (report, "date");

      if (date != NULL && g_strcmp0 (date, latest) > 0)
        g_set_str (&latest, date);
    }
  return latest;
}

static GVariant *
dup_numbers (TvxLedger  *ledger,
             TvxRelease  release)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < tvx_ledger_get_n_entries (ledger); i++)
    {
      const TvxLedgerEntry *entry = tvx_ledger_get_entry (ledger, i);

      if (entry->release == release)
        g_variant_builder_add (builder, "{sv}", entry->key, g_variant_new_int64 (entry->number));
    }
  return g_variant_builder_end (builder);
}

/* By which numbers are hidden. */
typedef struct
{
  const TvxLedgerEntry *like; /* one of them; NULL where nothing is hidden */
  GPtrArray            *small;
  GPtrArray            *follow;
} Rule;

static void
rule_clear (gpointer data)
{
  Rule *rule = data;

  g_ptr_array_unref (rule->small);
  g_ptr_array_unref (rule->follow);
}

static Rule *
add_rule (GArray               *rules,
          const TvxLedgerEntry *like)
{
  Rule rule = { like, g_ptr_array_new (), g_ptr_array_new () };

  g_array_append_val (rules, rule);
  return &g_array_index (rules, Rule, rules->len - 1);
}

static gboolean
is_same_strv (GStrv a,
              GStrv b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal ((const char *const *) a, (const char *const *) b));
}

static Rule *
find_rule (GArray               *rules,
           const TvxLedgerEntry *entry)
{
  for (guint i = 0; i < rules->len; i++)
    {
      Rule *rule = &g_array_index (rules, Rule, i);

      if (rule->like->never_zero == entry->never_zero &&
          (entry->release == TVX_RELEASE_FOLLOW ||
           (rule->like->threshold == entry->threshold && is_same_strv (rule->like->insiders, entry->insiders))))
        return rule;
    }
  return add_rule (rules, entry);
}

static GArray *
list_rules (TvxLedger *ledger)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (Rule));

  g_array_set_clear_func (rules, rule_clear);
  for (guint i = 0; i < tvx_ledger_get_n_entries (ledger); i++)
    {
      const TvxLedgerEntry *entry = tvx_ledger_get_entry (ledger, i);

      if (entry->release == TVX_RELEASE_SMALL)
        g_ptr_array_add (find_rule (rules, entry)->small, entry->key);
    }
  /* After them, since of those that are not small only some of a rule counts. */
  for (guint i = 0; i < tvx_ledger_get_n_entries (ledger); i++)
    {
      const TvxLedgerEntry *entry = tvx_ledger_get_entry (ledger, i);

      if (entry->release == TVX_RELEASE_FOLLOW)
        g_ptr_array_add (find_rule (rules, entry)->follow, entry->key);
    }
  if (rules->len == 0)
    add_rule (rules, NULL);
  return rules;
}

static GVariant *
dup_strv (GPtrArray *texts)
{
  return g_variant_new_strv ((const char *const *) texts->pdata, texts->len);
}

static gboolean
set_rule (TvxEditor   *editor,
          TvxRecord   *record,
          const Rule  *rule,
          GError     **error)
{
  const TvxLedgerEntry *like = rule->like;

  if (like == NULL)
    return TRUE;
  return (like->threshold == 0 || tvx_editor_set (editor, record, "threshold", g_variant_new_int64 (like->threshold), error)) &&
         (!like->never_zero || tvx_editor_set (editor, record, "never_zero", g_variant_new_boolean (TRUE), error)) &&
         (like->insiders == NULL ||
          tvx_editor_set (editor, record, "insiders", g_variant_new_strv ((const char *const *) like->insiders, -1), error)) &&
         tvx_editor_set (editor, record, "small", dup_strv (rule->small), error) &&
         tvx_editor_set (editor, record, "follow", dup_strv (rule->follow), error);
}

/* The projects of the sums among the first tables. */
static GVariant *
dup_sums (TvxPublication *publication,
          guint           n_tables)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint t = 0; t < n_tables; t++)
    {
      TvxAxis *axis = tvx_count_table_get_axis (tvx_publication_get_table (publication, t), 0);
      GString *ids = g_string_new (NULL);

      if (g_str_equal (tvx_axis_get_id (axis), TVX_PROJECT_AXIS))
        for (guint i = 0; i < tvx_axis_get_n_categories (axis); i++)
          g_string_append_printf (ids, "%s%s", i > 0 ? ID_SEPARATOR : "", tvx_axis_get_node_id (axis, i));
      if (ids->len > 0 && !g_hash_table_contains (seen, ids->str))
        g_variant_builder_add (builder, "s", ids->str);
      g_hash_table_add (seen, g_string_free_and_steal (ids));
    }
  return g_variant_builder_end (builder);
}

/**
 * tvx_published_record:
 * @protection: what is published
 * @n_tables: how many of its tables the report tells, the first ones
 * @editor: the editor of the register
 * @date: the day on which the report is published, in ISO 8601
 * @report: what the report is called
 * @error: return location for a [error@Tvx.ModelError]
 *
 * Writes into the register what a report shows and hides.
 *
 * Returns: whether the register may be changed
 */
gboolean
tvx_published_record (TvxProtection  *protection,
                      guint           n_tables,
                      TvxEditor      *editor,
                      const char     *date,
                      const char     *report,
                      GError        **error)
{
  g_autoptr (TvxLedger) ledger = tvx_ledger_new ();
  g_autoptr (GArray) rules = NULL;
  gboolean good = TRUE;

  tvx_protection_record (protection, n_tables, ledger, date, report);
  rules = list_rules (ledger);
  tvx_editor_begin (editor, _("Publish Statistics"));
  for (guint i = 0; good && i < rules->len; i++)
    {
      TvxRecord *record = tvx_editor_insert (editor, tvx_editor_get_register (editor), "published", G_MAXUINT, NULL, error);

      good = record != NULL && tvx_editor_set (editor, record, "report", g_variant_new_string (report), error) &&
             tvx_editor_set (editor, record, "date", g_variant_new_string (date), error) &&
             tvx_editor_set (editor, record, "sums", dup_sums (tvx_protection_get_publication (protection), n_tables), error) &&
             (i > 0 || (tvx_editor_set (editor, record, "shown", dup_numbers (ledger, TVX_RELEASE_SHOWN), error) &&
                        tvx_editor_set (editor, record, "rounded", dup_numbers (ledger, TVX_RELEASE_ROUNDED), error))) &&
             set_rule (editor, record, &g_array_index (rules, Rule, i), error);
    }
  tvx_editor_end (editor);
  return good;
}
