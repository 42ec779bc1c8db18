/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tvx-report-kind.h"

#define ARENA_ID "4c2f1a5a-58b0-489e-b83a-3226208d497d"
#define EQUAL_ID "95d3ca28-a419-4759-9a33-313b8489cc8e"

/* A project that has something in every part of a report, and something in every part that must not be published. */
#define ARENA \
  "{'id': <'" ARENA_ID "'>, 'title': <'Kompetensarena'>, 'summary': <'En mening.\\n\\nEn till.'>, " \
  "'description': <'Beskrivning'>, 'purpose': <'Syfte'>, 'vision': <'Vision'>, 'lifecycle': <'ongoing'>, " \
  "'planned_start': <'2018-03-01'>, 'planned_end': <'2020-09'>, 'county': <'01'>, " \
  "'municipalities': <['0180', '0184']>, 'areas': <['social']>, 'website': <'https://www.example.se/'>, " \
  "'goals': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b01'>, 'text': <'Fler platser'>, " \
  "'description': <'Minst tio.'>, 'assessment': <'partly_reachable'>, 'motive': <'Fem finns.'>, " \
  "'assessed_by': <'SECRET assessor'>, 'assessed_on': <'2018-10'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b02'>, 'text': <'Bättre samverkan'>}>]>, " \
  "'dimensions': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b03'>, 'kind': <'gender'>, " \
  "'relevance': <'relevant'>, 'observation': <'Fler män.'>, 'responsible': <'SECRET responsible'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b04'>, 'kind': <'age'>, 'relevance': <'not_examined'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b05'>, 'kind': <'other'>, 'name': <'Språk'>, " \
  "'relevance': <'not_examined'>}>]>, " \
  "'partners': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b06'>, 'name': <'Stockholms stad'>, " \
  "'role': <'beneficiary'>}>]>, " \
  "'funding': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b07'>, 'funder': <'Europeiska socialfonden'>, " \
  "'kind': <'eu'>, 'amount': <int64 1250000>}>]>, " \
  "'contacts': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b08'>, 'role': <'Projektledare'>, " \
  "'email': <'projekt@example.se'>, 'publish': <true>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b09'>, 'name': <'SECRET contact'>}>]>, " \
  "'links': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b10'>, 'title': <'Bloggen'>, " \
  "'url': <'https://blogg.example.se/'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b11'>, 'title': <'Nyhetsbrev'>}>]>, " \
  "'documents': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3b12'>, 'title': <'Handlingsplan'>, " \
  "'kind': <'plan'>, 'date': <'2016'>, 'transfer': <'loan'>, 'retention': <'10 år'>}>]>, 'related': <['" EQUAL_ID "']>, " \
  "'handover': <{'state': <'received'>, 'from': <'Länsstyrelsen'>, 'to': <'Region Stockholm'>, " \
  "'effective_on': <'2019-01-01'>, 'url': <'https://www.region.example.se/'>, 'note': <'SECRET note'>, " \
  "'receiver_responsible': <'SECRET receiver'>, 'receipt_remarks': <'En bilaga saknas'>, " \
  "'checklist': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d01'>, 'title': <'Avtalet är klart'>, 'mandatory': <true>, " \
  "'state': <'done'>, 'done_on': <'2018-12-03'>, 'done_by': <'SECRET officer'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d02'>, 'title': <'Originalen har en plats'>, 'mandatory': <true>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d03'>, 'title': <'Biträden är underrättade'>, 'state': <'not_relevant'>, " \
  "'reason': <'Inga biträden'>}>]>, " \
  "'log': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d04'>, 'at': <'2018-12-20T11:00:00+01:00'>, " \
  "'from_state': <'decided'>, 'to_state': <'handed_over'>, 'person': <'SECRET officer'>, 'note': <'SECRET reason'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3d05'>, 'at': <'2019-01-14T09:20:00Z'>, " \
  "'from_state': <'handed_over'>, 'to_state': <'received'>}>]>}>, " \
  "'references': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c01'>, 'number': <'RU 2018/0012'>, 'kind': <'registration'>, " \
  "'issuer': <'Länsstyrelsen'>}>]>, " \
  "'background': <'Bakgrund'>, 'target_groups': <'Målgrupper'>, 'method': <'Metod'>, 'results': <'Utfall'>, " \
  "'deviations': <'Avvikelse'>, 'lessons': <'Lärdom'>, 'continuation': <'Fortsättning'>, " \
  "'strategy_2021': <['skills']>, 'agenda_2030': <['4', '5']>, 'tags': <['vuxenutbildning', 'praktik']>, " \
  "'locations': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c02'>, 'name': <'Lärcentrum'>, 'municipality': <'0184'>}>]>, " \
  "'classifications': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c03'>, 'term': <'Flaggskepp'>}>]>, " \
  "'indicators': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c04'>, 'name': <'Deltagare'>, 'unit': <'personer'>, " \
  "'counts_people': <true>, 'baseline': <'0'>, 'target': <'120.5'>, 'measurements': <[" \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c05'>, 'date': <'2019-01'>, 'women': <'31'>, 'men': <'20'>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c06'>, 'date': <'2018-09'>, 'women': <'12'>, 'men': <'4'>, 'total': <'16'>}>]>}>, " \
  "<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c07'>, 'name': <'Kostnad per plats'>, 'direction': <'decrease'>, " \
  "'baseline': <'12.5'>, 'measurements': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c08'>, 'date': <'2018'>, " \
  "'total': <'13'>}>]>}>]>, " \
  "'activities': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c09'>, 'title': <'Utbildning'>, 'state': <'started'>, " \
  "'start': <'2018-09'>, 'end': <'2019-06'>, 'responsible': <'SECRET worker'>}>]>, " \
  "'costs': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c10'>, 'kind': <'staff'>, 'budget': <int64 1300000>, " \
  "'actual': <int64 400000>}>, <{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c11'>, 'kind': <'revenue'>, 'budget': <int64 50000>}>]>, " \
  "'decisions': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c12'>, 'kind': <'grant'>, 'date': <'2018-02-01'>, " \
  "'amount': <int64 1250000>}>]>, " \
  "'reports_due': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c13'>, 'kind': <'final'>, 'due': <'2020-11-30'>, " \
  "'note': <'SECRET reminder'>}>]>, " \
  "'notes': <[<{'id': <'1f0c44b4-32cc-4b6e-9b44-1f0a9a0f3c14'>, 'text': <'SECRET remark'>}>]>, " \
  "'later': <'SECRET unknown'>}"

/* Another project, of which hardly anything is known. */
#define EQUAL "{'id': <'" EQUAL_ID "'>, 'title': <'Jämställd tillväxt'>}"

GBytes    *report_records_write         (TvxRegister *reg,
                                         GPtrArray   *projects);
TvxReport *report_records_build         (TvxReportKind      kind,
                                         const char *const *projects,
                                         const char        *language,
                                         int                year,
                                         TvxAudience        audience);
TvxReport *report_records_build_without (TvxReportKind      kind,
                                         const char *const *projects,
                                         const char        *language,
                                         int                year,
                                         TvxAudience        audience,
                                         const char *const *without);
/* With statistics tables as they may be published. */
TvxReport *report_records_build_protected (TvxReportKind      kind,
                                           const char *const *projects,
                                           const char        *language,
                                           int                year);
char      *report_records_dump            (TvxReport *report);
void       report_records_golden          (TvxReport  *report,
                                           const char *name);
