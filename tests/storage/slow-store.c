/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/storage/slow-store.h"

struct _SlowStore
{
  GObject   parent_instance;

  TvxStore *inner;
  GMutex    mutex;
  GCond     cond;
  gboolean  holds;
  gboolean  is_held;
};

static void slow_store_iface_init (TvxStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlowStore, slow_store, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (TVX_TYPE_STORE, slow_store_iface_init))

static char *
dup_name (TvxStore *store)
{
  return tvx_store_dup_name (TEST_SLOW_STORE (store)->inner);
}

static char *
dup_record_name (TvxStore   *store,
                 GType       type,
                 const char *id)
{
  return tvx_store_dup_record_name (TEST_SLOW_STORE (store)->inner, type, id);
}

static TvxRecord *
load_register (TvxStore      *store,
               GPtrArray     *problems,
               char         **revision,
               GCancellable  *cancellable,
               GError       **error)
{
  return tvx_store_load_register (TEST_SLOW_STORE (store)->inner, problems, revision, cancellable, error);
}

static GPtrArray *
load_summaries (TvxStore         *store,
                GPtrArray        *problems,
                TvxProgressFunc   progress,
                gpointer          progress_data,
                GCancellable     *cancellable,
                GError          **error)
{
  return tvx_store_load_summaries (TEST_SLOW_STORE (store)->inner, problems, progress, progress_data, cancellable, error);
}

static TvxRecord *
load_project (TvxStore      *store,
              const char    *id,
              char         **revision,
              GCancellable  *cancellable,
              GError       **error)
{
  SlowStore *self = TEST_SLOW_STORE (store);
  TvxRecord *record = tvx_store_load_project (self->inner, id, revision, cancellable, error);

  g_mutex_lock (&self->mutex);
  self->is_held = self->holds;
  g_cond_broadcast (&self->cond);
  while (self->holds)
    g_cond_wait (&self->cond, &self->mutex);
  self->is_held = FALSE;
  g_mutex_unlock (&self->mutex);
  return record;
}

static GHashTable *
list_stamps (TvxStore      *store,
             GCancellable  *cancellable,
             GError       **error)
{
  return tvx_store_list_stamps (TEST_SLOW_STORE (store)->inner, cancellable, error);
}

static void
save (TvxStore        *store,
      GPtrArray       *savings,
      TvxProgressFunc  progress,
      gpointer         progress_data,
      GCancellable    *cancellable)
{
  tvx_store_save (TEST_SLOW_STORE (store)->inner, savings, progress, progress_data, cancellable);
}

static void
slow_store_finalize (GObject *object)
{
  SlowStore *self = TEST_SLOW_STORE (object);

  g_clear_object (&self->inner);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (slow_store_parent_class)->finalize (object);
}

static void
slow_store_class_init (SlowStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slow_store_finalize;
}

static void
slow_store_init (SlowStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

static void
slow_store_iface_init (TvxStoreInterface *iface)
{
  iface->dup_name = dup_name;
  iface->dup_record_name = dup_record_name;
  iface->load_register = load_register;
  iface->load_summaries = load_summaries;
  iface->load_project = load_project;
  iface->list_stamps = list_stamps;
  iface->save = save;
}

SlowStore *
slow_store_new (TvxStore *inner)
{
  SlowStore *self = g_object_new (TYPE_SLOW_STORE, NULL);

  self->inner = g_object_ref (inner);
  return self;
}

/* From now on, whoever loads a project waits after it was read. */
void
slow_store_hold (SlowStore *self)
{
  g_mutex_lock (&self->mutex);
  self->holds = TRUE;
  g_mutex_unlock (&self->mutex);
}

void
slow_store_wait_until_held (SlowStore *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->is_held)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

void
slow_store_let_go (SlowStore *self)
{
  g_mutex_lock (&self->mutex);
  self->holds = FALSE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}
