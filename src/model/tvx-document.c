/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tvx-document.h"

#include <glib/gi18n-lib.h>

#include "model/tvx-vocabulary.h"

static const TvxField fields[] = {
  { "id", TVX_FIELD_ID, N_("Id") },
  { "title", TVX_FIELD_TEXT, N_("Title"), TVX_FIELD_REQUIRED | TVX_FIELD_TITLE, .max_length = 200 },
  { "kind", TVX_FIELD_ENUM, N_("Kind of document"), .vocabulary = &tvx_document_kinds },
  { "date", TVX_FIELD_DATE, N_("Date") },
  { "reference", TVX_FIELD_TEXT, N_("Registration number"), .max_length = 100 },
  { "file", TVX_FIELD_TEXT, N_("File"), .max_length = 255, .check = tvx_check_file_name,
    .help = N_("The attached file, in the documents folder of the project") },
  { "sha256", TVX_FIELD_TEXT, N_("Checksum of the file (SHA-256)"), .check = tvx_check_sha256 },
  { "size", TVX_FIELD_INTEGER, N_("Size of the file"), .help = N_("In bytes") },
  { "media_type", TVX_FIELD_TEXT, N_("File type"), .max_length = 100 },
  { "url", TVX_FIELD_TEXT, N_("Web address"), .max_length = 2000, .check = tvx_check_uri },
  { "transfer", TVX_FIELD_ENUM, N_("At the handover"), .vocabulary = &tvx_document_transfers },
  { "loan_until", TVX_FIELD_DATE, N_("To be returned by") },
  { "disposal_reference", TVX_FIELD_TEXT, N_("Decision on disposal"), .max_length = 100,
    .help = N_("The registration number of the decision, without which nothing is disposed of") },
  { "retention", TVX_FIELD_TEXT, N_("Retention"), .max_length = 200,
    .help = N_("How long the document is kept, as “10 years after the final payment”") },
  { "originals_place", TVX_FIELD_TEXT, N_("Place of the original"), .max_length = 200 },
};

TVX_DEFINE_RECORD (TvxDocument, tvx_document, "document", N_("Document"))
