/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "ui/tvx-application.h"

int
main (int    argc,
      char **argv)
{
  /* The environment is for a program that runs from where it was built. */
  const char *localedir = g_getenv ("TVX_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : TVX_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (TvxApplication) application = tvx_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
