/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attacker.h"

#include <glpk.h>
#include <math.h>

#define TOLERANCE 1e-6

typedef struct
{
  double   value; /* the truth, which only tells whether the attack has won */
  double   least; /* the lowest value that may be kept from no reader */
  double   threshold;
  gboolean hidden; /* or not published */
  gboolean small;
  gboolean published;
  gboolean zero_shown; /* if it were zero, that would be shown */
  gboolean impossible;
  gboolean follows; /* from what this reader knows without the published numbers */
  gboolean own;
  double   near; /* what the truth is rounded to */
} Variable;

struct _Attacker
{
  TvxPublication *publication;
  GHashTable     *columns;    /* name → column */
  GArray         *variables;      /* of Variable; column 0 is not used */
  TvxCountTable  *earlier; /* of the report that was kept, or NULL */
  int            *earlier_column;    /* [cell of it] */
  glp_prob       *lp;
  double          off; /* how far from the truth a rounded number may be; 0 when none is rounded */
};

static TvxCountTable *
table_of (Attacker *self,
          guint     table)
{
  return tvx_publication_get_table (self->publication, table);
}

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that places the count but totals, in alphabetical order. Tests fix tables in the axis "project" only. */
static char *
name_of (TvxCountTable *table,
         guint          cell)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean has_project = FALSE;

  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    {
      TvxAxis *axis = tvx_count_table_get_axis (table, d);
      const char *id = tvx_axis_get_node_id (axis, tvx_count_table_get_node (table, cell, d));

      has_project |= g_str_equal (tvx_axis_get_id (axis), "project");
      if (!g_str_equal (id, "*"))
        g_ptr_array_add (parts, g_strdup_printf ("%s is %s", tvx_axis_get_id (axis), id));
    }
  if (!has_project && tvx_count_table_get_category (table, cell, "project") != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("project is %s", tvx_count_table_get_category (table, cell, "project")));
  g_ptr_array_sort (parts, compare_text);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static int
column_of (Attacker *self,
           guint     table,
           guint     cell)
{
  g_autofree char *name = name_of (table_of (self, table), cell);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->columns, name));
}

static Variable *
variable_of (Attacker *self,
             int       column)
{
  return &g_array_index (self->variables, Variable, column);
}

static gboolean
is_inside (TvxCountTable *table,
           guint          inner,
           guint          cell)
{
  for (guint d = 0; d < tvx_count_table_get_n_axes (table); d++)
    if (!tvx_axis_contains (tvx_count_table_get_axis (table, d), tvx_count_table_get_node (table, cell, d),
                            tvx_count_table_get_node (table, inner, d)))
      return FALSE;
  return TRUE;
}

static void
read_cells (Attacker      *self,
            TvxProtection *protection,
            guint          t)
{
  TvxCountTable *table = table_of (self, t);

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    {
      double value = tvx_count_table_get_count (table, cell);
      double threshold = tvx_count_table_get_threshold (table);
      TvxCellState state = tvx_protection_get_state_at (protection, t, cell);
      int column = column_of (self, t, cell);
      Variable *variable;

      if (column == 0)
        {
          Variable new_variable = { .value = value, .hidden = TRUE };

          column = glp_add_cols (self->lp, 1);
          g_hash_table_insert (self->columns, name_of (table, cell), GINT_TO_POINTER (column));
          g_array_append_val (self->variables, new_variable);
        }
      variable = variable_of (self, column);
      variable->impossible |= tvx_count_table_get_impossible (table, cell);
      if (state == TVX_CELL_SHOWN)
        variable->hidden = FALSE;
      if (state == TVX_CELL_UNPUBLISHED)
        continue;
      variable->published = TRUE;
      if (self->off > 0)
        {
          gint64 number;

          g_assert_true (tvx_protection_get_shown (protection, t, cell, &number));
          variable->near = number;
        }
      /* Told elsewhere, but not by this table, whose rules are for what it tells. */
      if (!tvx_count_table_is_published (table, cell))
        continue;
      variable->threshold = MAX (variable->threshold, threshold);
      variable->zero_shown |= tvx_count_table_get_zeros (table) == TVX_ZEROS_SHOWN;
      variable->small |= (value > 0 && value < threshold) ||
                         (value == 0 && tvx_count_table_get_zeros (table) == TVX_ZEROS_PROTECTED &&
                          !tvx_count_table_get_impossible (table, cell));
    }
}

/* Every sum is the sum of all the inner cells in it. */
static void
add_sums (Attacker      *self,
          TvxCountTable *table,
          const int     *column_at)
{
  guint n_cells = tvx_count_table_get_n_cells (table);
  g_autofree int *columns = g_new (int, n_cells + 2);
  g_autofree double *factors = g_new (double, n_cells + 2);

  for (guint cell = 0; cell < n_cells; cell++)
    {
      int row, n = 1;

      if (tvx_count_table_is_inner (table, cell))
        continue;
      columns[1] = column_at[cell];
      factors[1] = -1;
      for (guint inner = 0; inner < n_cells; inner++)
        if (tvx_count_table_is_inner (table, inner) && is_inside (table, inner, cell))
          {
            columns[++n] = column_at[inner];
            factors[n] = 1;
          }
      row = glp_add_rows (self->lp, 1);
      glp_set_row_bnds (self->lp, row, GLP_FX, 0, 0);
      glp_set_mat_row (self->lp, row, n, columns, factors);
    }
}

static void
read_sums (Attacker *self,
           guint     t)
{
  TvxCountTable *table = table_of (self, t);
  g_autofree int *column_at = g_new (int, tvx_count_table_get_n_cells (table));

  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    column_at[cell] = column_of (self, t, cell);
  add_sums (self, table, column_at);
}

/* What everyone knows: the rule about zeros and what is impossible; and what this reader knows. */
static gboolean
is_known_anyway (const Variable *variable)
{
  return variable->own || variable->impossible || (variable->zero_shown && variable->value == 0);
}

static void
set_bounds (Attacker *self,
            gboolean  numbers)
{
  for (guint i = 1; i < self->variables->len; i++)
    {
      const Variable *variable = variable_of (self, i);

      if (numbers && self->off > 0 && !variable->hidden)
        glp_set_col_bnds (self->lp, i, GLP_DB, MAX (0, variable->near - self->off), variable->near + self->off);
      else if (is_known_anyway (variable) || (numbers && !variable->hidden))
        glp_set_col_bnds (self->lp, i, GLP_FX, variable->value, variable->value);
      else
        glp_set_col_bnds (self->lp, i, GLP_LO, variable->zero_shown ? 1 : 0, 0);
    }
}

static double
optimise (Attacker *self,
          int       column,
          int       direction)
{
  double found;

  glp_set_obj_coef (self->lp, column, 1);
  glp_set_obj_dir (self->lp, direction);
  if (glp_get_status (self->lp) == GLP_UNDEF)
    glp_adv_basis (self->lp, 0);
  g_assert_cmpint (glp_simplex (self->lp, NULL), ==, 0);
  if (glp_get_status (self->lp) == GLP_UNBND)
    found = direction == GLP_MAX ? INFINITY : -INFINITY;
  else
    {
      g_assert_cmpint (glp_get_status (self->lp), ==, GLP_OPT);
      found = glp_get_obj_val (self->lp);
    }
  glp_set_obj_coef (self->lp, column, 0);
  return found;
}

/* The lowest value that may be kept from no reader is the one that would be left if no number were published. */
static void
look_around (Attacker *self)
{
  set_bounds (self, FALSE);
  for (guint i = 1; i < self->variables->len; i++)
    {
      Variable *variable = variable_of (self, i);

      if (!variable->small || variable->own)
        continue;
      variable->least = MAX (variable->value > 0 ? 1 : 0, ceil (optimise (self, i, GLP_MIN) - TOLERANCE));
      variable->follows = optimise (self, i, GLP_MAX) < variable->least + TOLERANCE;
    }
  set_bounds (self, TRUE);
}

Attacker *
attacker_new (TvxProtection *protection)
{
  Attacker *self = g_new0 (Attacker, 1);
  Variable none = { 0 };

  glp_term_out (GLP_OFF);
  self->publication = tvx_publication_ref (tvx_protection_get_publication (protection));
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->off = MAX (0, (int) tvx_protection_get_rounding (protection) - 1);
  self->variables = g_array_new (FALSE, FALSE, sizeof (Variable));
  self->lp = glp_create_prob ();
  g_array_append_val (self->variables, none);

  for (guint t = 0; t < tvx_publication_get_n_tables (self->publication); t++)
    read_cells (self, protection, t);
  for (guint t = 0; t < tvx_publication_get_n_tables (self->publication); t++)
    read_sums (self, t);
  attacker_forget (self);
  return self;
}

void
attacker_free (Attacker *self)
{
  glp_delete_prob (self->lp);
  g_array_unref (self->variables);
  g_hash_table_unref (self->columns);
  g_clear_pointer (&self->earlier, tvx_count_table_unref);
  g_free (self->earlier_column);
  tvx_publication_unref (self->publication);
  g_free (self);
}

/* Makes the reader one who knows the counts of a category. */
void
attacker_know (Attacker   *self,
               const char *axis,
               const char *category)
{
  for (guint t = 0; t < tvx_publication_get_n_tables (self->publication); t++)
    for (guint cell = 0; cell < tvx_count_table_get_n_cells (table_of (self, t)); cell++)
      if (g_strcmp0 (tvx_count_table_get_category (table_of (self, t), cell, axis), category) == 0)
        variable_of (self, column_of (self, t, cell))->own = TRUE;
  for (guint cell = 0; self->earlier != NULL && cell < tvx_count_table_get_n_cells (self->earlier); cell++)
    if (g_strcmp0 (tvx_count_table_get_category (self->earlier, cell, axis), category) == 0)
      variable_of (self, self->earlier_column[cell])->own = TRUE;
  look_around (self);
}

/* Where an inner cell is hidden in both reports and has not changed, the reader takes it for the same count. */
static int
column_of_earlier (Attacker      *self,
                   TvxProtection *earlier,
                   guint          cell)
{
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (earlier), 0);
  TvxCellState state = tvx_protection_get_state_at (earlier, 0, cell);
  double value = tvx_count_table_get_count (table, cell);
  int column = column_of (self, 0, cell);
  Variable variable = {
    .value = value,
    .threshold = tvx_count_table_get_threshold (table),
    .hidden = state != TVX_CELL_SHOWN,
    .small = state == TVX_CELL_SMALL,
    .published = state != TVX_CELL_UNPUBLISHED,
    .zero_shown = tvx_count_table_get_zeros (table) == TVX_ZEROS_SHOWN,
    .impossible = tvx_count_table_get_impossible (table, cell),
  };

  /* A small number that was shown before it counted as small is known. */
  if (!variable.hidden && variable_of (self, column)->value == value)
    variable_of (self, column)->small = FALSE;
  if (variable.hidden && tvx_count_table_is_inner (table, cell) && variable_of (self, column)->value == value)
    {
      Variable *now = variable_of (self, column);

      /* By the rules of both. */
      now->threshold = MAX (now->threshold, variable.small ? variable.threshold : 0);
      now->small |= variable.small;
      now->zero_shown |= variable.zero_shown && variable.published;
      return column;
    }
  g_array_append_val (self->variables, variable);
  return glp_add_cols (self->lp, 1);
}

/* Makes the reader one who has kept the report of an earlier table, which is now the first one. */
void
attacker_remember (Attacker      *self,
                   TvxProtection *earlier)
{
  TvxCountTable *table = tvx_publication_get_table (tvx_protection_get_publication (earlier), 0);

  g_assert_null (self->earlier);
  self->earlier = tvx_count_table_ref (table);
  self->earlier_column = g_new (int, tvx_count_table_get_n_cells (table));
  for (guint cell = 0; cell < tvx_count_table_get_n_cells (table); cell++)
    self->earlier_column[cell] = column_of_earlier (self, earlier, cell);
  add_sums (self, table, self->earlier_column);
  glp_std_basis (self->lp);
  look_around (self);
}

void
attacker_forget (Attacker *self)
{
  for (guint i = 1; i < self->variables->len; i++)
    variable_of (self, i)->own = FALSE;
  look_around (self);
}

void
attacker_get_range (Attacker *self,
                    guint     table,
                    guint     cell,
                    double   *lowest,
                    double   *highest)
{
  int column = column_of (self, table, cell);

  *lowest = optimise (self, column, GLP_MIN);
  *highest = optimise (self, column, GLP_MAX);
}

/* How many small counts this reader knows more of than that they may be anything up to the threshold. */
guint
attacker_count_narrow (Attacker *self)
{
  guint n_narrow = 0;

  for (guint i = 1; i < self->variables->len; i++)
    {
      const Variable *variable = variable_of (self, i);

      if (!variable->small || !variable->published || variable->own || variable->follows)
        continue;
      if ((!variable->hidden && self->off == 0) || optimise (self, i, GLP_MIN) > variable->least + TOLERANCE ||
          optimise (self, i, GLP_MAX) < MAX (variable->threshold, variable->least) - TOLERANCE)
        n_narrow++;
    }
  return n_narrow;
}

/* How many small counts this reader can work out. */
guint
attacker_count_exact (Attacker *self)
{
  guint n_exact = 0;

  for (guint i = 1; i < self->variables->len; i++)
    {
      const Variable *variable = variable_of (self, i);

      if (variable->small && variable->published && !variable->own && !variable->follows)
        n_exact += ceil (optimise (self, i, GLP_MIN) - TOLERANCE) >= floor (optimise (self, i, GLP_MAX) + TOLERANCE);
    }
  return n_exact;
}
