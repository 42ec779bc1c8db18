/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/tvx-fonts.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include "report/tvx-doc-iter.h"
#include "report/tvx-doc-node-private.h"
#include "report/tvx-report-error.h"
#include "report/tvx-report-resources.h"

/* The faces that travel inside the program; text is set in the first family, and in the second what the first lacks. */
static const char *const face_names[] = { "Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf", "DejaVuSans.ttf" };

/* What the system adds when a text needs letters that no face of ours has.  Its own copies of our families are passed
 * over, for they may be of another version; and so are colour faces, since a report is a printed matter. */
static const char system_rules[] =
  "<fontconfig><selectfont><rejectfont>"
  "<pattern><patelt name='family'><string>Lato</string></patelt></pattern>"
  "<pattern><patelt name='family'><string>DejaVu Sans</string></patelt></pattern>"
  "<pattern><patelt name='color'><bool>true</bool></patelt></pattern>"
  "</rejectfont></selectfont></fontconfig>";

static char *face_paths[G_N_ELEMENTS (face_names)];
static hb_set_t *covered;

/* Fontconfig reads faces from files only.  A file in memory is one that no other program can change, and that leaves
 * nothing behind. */
static char *
put_in_memory (const char *name,
               GBytes     *bytes)
{
  g_autofd int fd = memfd_create (name, MFD_CLOEXEC);
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);

  if (fd < 0)
    return NULL;

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return NULL;
      data += written;
      size -= written;
    }

  return g_strdup_printf ("/proc/self/fd/%d", g_steal_fd (&fd));
}

static void
load_faces (void)
{
  hb_set_t *set = hb_set_create ();

  for (guint i = 0; i < G_N_ELEMENTS (face_names); i++)
    {
      g_autofree char *path = g_strconcat ("/io/github/tillvaxt/report/", face_names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (tvx_report_resources_get_resource (), path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      hb_blob_t *blob;
      hb_face_t *face;

      g_assert (bytes != NULL);
      face_paths[i] = put_in_memory (face_names[i], bytes);

      blob = hb_blob_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), HB_MEMORY_MODE_READONLY, NULL, NULL);
      face = hb_face_create (blob, 0);
      hb_face_collect_unicodes (face, set);
      hb_face_destroy (face);
      hb_blob_destroy (blob);
    }
  covered = set;
}

static gboolean
is_covered (const char *text)
{
  if (text == NULL)
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!hb_set_has (covered, c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_figure_covered (TvxDocNode *figure)
{
  TvxDrawing *drawing = figure->figure.drawing;

  for (guint i = 0; i < tvx_drawing_get_n_shapes (drawing); i++)
    if (!is_covered (tvx_drawing_get_shape (drawing, i)->text))
      return FALSE;
  return TRUE;
}

/* Whether our faces have every letter of the report.  Then the faces of the system are left out of it: that is faster
 * and makes sure of the same file everywhere. */
static gboolean
is_report_covered (TvxReport *report)
{
  TvxDocIter iter;
  TvxDocNode *node;
  TvxDocEvent event;

  if (!is_covered (tvx_report_get_title (report)) || !is_covered (tvx_report_get_subtitle (report)) ||
      !is_covered (tvx_report_get_authority (report)) || !is_covered (tvx_report_get_status (report)))
    return FALSE;

  tvx_doc_iter_init (&iter, tvx_report_get_root (report));
  while ((event = tvx_doc_iter_next (&iter, &node)) != TVX_DOC_EVENT_DONE)
    {
      if (event != TVX_DOC_EVENT_ENTER)
        continue;
      if (!is_covered (node->text) || (node->kind == TVX_DOC_FIGURE && !is_figure_covered (node)))
        return FALSE;
    }
  return TRUE;
}

static FcConfig *
new_config (gboolean   with_system,
            GError   **error)
{
  FcConfig *config = with_system ? FcInitLoadConfig () : FcConfigCreate ();

  if (with_system)
    {
      FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) system_rules, FcTrue);
      FcConfigBuildFonts (config);
    }

  for (guint i = 0; i < G_N_ELEMENTS (face_paths); i++)
    if (face_paths[i] == NULL || !FcConfigAppFontAddFile (config, (const FcChar8 *) face_paths[i]))
      {
        g_set_error (error, TVX_REPORT_ERROR, TVX_REPORT_ERROR_FONT,
                     _("The type face %s of the program could not be loaded: is there memory left, and is /proc there?"),
                     face_names[i]);
        FcConfigDestroy (config);
        return NULL;
      }

  return config;
}

/**
 * tvx_fonts_new_context:
 * @report: a report that will be laid out
 * @error: return location for an error
 *
 * Makes a context that lays out text in the faces of the program, in points.
 *
 * Only for letters that these lack are the faces of the system asked.  The context and what comes from it belong to
 * one thread.
 *
 * Returns: (transfer full): the context, or `NULL` with a `TVX_REPORT_ERROR`
 */
PangoContext *
tvx_fonts_new_context (TvxReport  *report,
                       GError    **error)
{
  static gsize loaded;
  g_autoptr (PangoFontMap) map = NULL;
  PangoContext *context;
  cairo_font_options_t *options;
  FcConfig *config;

  if (g_once_init_enter (&loaded))
    {
      load_faces ();
      g_once_init_leave (&loaded, 1);
    }

  config = new_config (!is_report_covered (report), error);
  if (config == NULL)
    return NULL;

  map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  FcConfigDestroy (config);

  context = pango_font_map_create_context (map);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (tvx_report_get_language (report)));

  return context;
}
