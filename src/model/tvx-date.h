/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TvxDate:
 * @year: 1 to 9999
 * @month: 1 to 12, or 0 where only the year is known
 * @day: 1 to 31, or 0 where only the year and the month are known
 *
 * A calendar date of full or reduced precision, as ISO 8601 has it.
 *
 * Sources often know no more than "September 2020"; inventing a day would be
 * wrong, so a record may hold `2020`, `2020-09` or `2020-09-30`.
 */
typedef struct
{
  int year;
  int month;
  int day;
} TvxDate;

gboolean  tvx_date_parse_iso    (const char *text,
                                 TvxDate    *date);
gboolean  tvx_date_parse        (const char *text,
                                 TvxDate    *date);
gboolean  tvx_date_is_ambiguous (const char *text);
char     *tvx_date_to_iso       (const TvxDate *date);
char     *tvx_date_dup_today    (void);
int       tvx_date_compare      (const TvxDate *a,
                                 const TvxDate *b);
gboolean  tvx_date_is_far       (const TvxDate *date);
TvxDate   tvx_date_first_day    (const TvxDate *date);
TvxDate   tvx_date_last_day     (const TvxDate *date);

G_END_DECLS
