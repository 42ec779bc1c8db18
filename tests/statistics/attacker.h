/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statistics/tvx-protection.h"

/* A reader who works out what can be worked out. Shares with the protector what a table looks like, and nothing else:
 * own names for counts, own sums, own idea of what must not be known, another solver. */
typedef struct _Attacker Attacker;

Attacker *attacker_new          (TvxProtection *protection);
void      attacker_free         (Attacker *self);
void      attacker_know         (Attacker   *self,
                                 const char *axis,
                                 const char *category);
void      attacker_remember     (Attacker      *self,
                                 TvxProtection *earlier);
void      attacker_forget       (Attacker *self);
void      attacker_get_range    (Attacker *self,
                                 guint     table,
                                 guint     cell,
                                 double   *lowest,
                                 double   *highest);
guint     attacker_count_narrow (Attacker *self);
guint     attacker_count_exact  (Attacker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attacker, attacker_free)
