/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands between a test and the system: of the calls that write below a folder, the nth fails. What is defined in a program
 * goes before what its libraries define, so that the code that is tested calls the functions here. */

#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *watched;
static guint left;
static Fault kind;
static gboolean has_struck;

/**
 * faults_arm:
 * @root: the folder in which calls count; stays until [func@disarm]
 * @n: at which call the fault strikes, from 1
 * @fault: what becomes of it
 *
 * Begins to count, in a program of which one thread writes.
 */
void
faults_arm (const char *root,
            guint       n,
            Fault       fault)
{
  watched = root;
  left = n;
  kind = fault;
  has_struck = FALSE;
}

/**
 * faults_disarm:
 *
 * Lets all calls succeed again.
 *
 * Returns: whether there were as many calls as to strike
 */
gboolean
faults_disarm (void)
{
  watched = NULL;
  return has_struck;
}

static gboolean
strikes (const char *path)
{
  if (watched == NULL || !g_str_has_prefix (path, watched))
    return FALSE;
  if (!has_struck && --left > 0)
    return FALSE;
  if (has_struck && kind == FAULT_ONCE)
    return FALSE;
  has_struck = TRUE;
  if (kind == FAULT_KILL)
    raise (SIGKILL);
  errno = EIO;
  return TRUE;
}

static gboolean
strikes_fd (int fd)
{
  char link[64], path[4096];
  gssize length;

  if (watched == NULL)
    return FALSE;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[MAX (length, 0)] = '\0';
  return strikes (path);
}

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  return strikes_fd (fd) ? -1 : syscall (SYS_write, fd, data, size);
}

int
fsync (int fd)
{
  return strikes_fd (fd) ? -1 : (int) syscall (SYS_fsync, fd);
}

int
rename (const char *from,
        const char *to)
{
  return strikes (to) ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
renameat2 (int           from_folder,
           const char   *from,
           int           to_folder,
           const char   *to,
           unsigned int  flags)
{
  return strikes (to) ? -1 : (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags);
}
