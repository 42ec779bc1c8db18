/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tvx-record.h"

G_BEGIN_DECLS

/**
 * TvxMigration:
 * @from: the version that it understands
 * @migrate: makes a tree of values of the next version of it
 *
 * One step from an older version of a file format to the next.
 */
typedef struct
{
  gint64      from;
  GVariant *(*migrate) (GVariant *tree);
} TvxMigration;

/**
 * TvxFileFormat:
 * @name: what stands in the member "format" of its files
 * @version: the version that this program writes
 * @migrations: (array length=n_migrations): the steps from older versions, the oldest first
 * @n_migrations: how many there are
 *
 * A kind of file: what stands at its head, and how older files are brought up to date.
 */
typedef struct
{
  const char         *name;
  gint64              version;
  const TvxMigration *migrations;
  guint               n_migrations;
} TvxFileFormat;

extern const TvxFileFormat tvx_register_format;
extern const TvxFileFormat tvx_project_format;
extern const TvxFileFormat tvx_exchange_format;

const TvxFileFormat *tvx_file_format_for          (GType type);
GVariant            *tvx_file_format_wrap         (const TvxFileFormat *self,
                                                   GVariant            *members);
GVariant            *tvx_file_format_unwrap       (const TvxFileFormat  *self,
                                                   GVariant             *tree,
                                                   const char           *name,
                                                   gboolean             *newer,
                                                   GError              **error);
TvxRecord           *tvx_file_format_read_record  (GType        type,
                                                   GVariant    *tree,
                                                   const char  *name,
                                                   GError     **error);
TvxRecord           *tvx_file_format_read_members (GType        type,
                                                   GVariant    *members,
                                                   const char  *name,
                                                   GError     **error);

G_END_DECLS
