import type { SourceFile } from '../../source.ts'

/** Files by name and descriptor, the process and its signals. */
export const posix: readonly SourceFile[] = [
  {
    name: 'posix/open.c',
    text: `
#include <fcntl.h>
int __open(const char *, int);

/* The mode of a new file has no meaning here: there is one user. */
int open(const char *path, int flags, ...) { return __open(path, flags); }

int openat(int directory, const char *path, int flags, ...) {
  (void)directory;
  return __open(path, flags);
}

int creat(const char *path, mode_t mode) {
  (void)mode;
  return __open(path, O_WRONLY | O_CREAT | O_TRUNC);
}

int fcntl(int descriptor, int command, ...) {
  (void)descriptor;
  (void)command;
  return 0;
}
`,
  },
  {
    name: 'posix/stat.c',
    text: `
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
struct facts {
  int mode, size;
};
int __file_facts(int, struct facts *);
int __path_facts(const char *, struct facts *);

static int fill(int result, const struct facts *facts, struct stat *to) {
  if (result < 0) return -1;
  memset(to, 0, sizeof *to);
  to->st_dev = 1;
  to->st_ino = 1;
  to->st_nlink = 1;
  to->st_mode = facts->mode;
  to->st_uid = to->st_gid = 1000;
  to->st_size = facts->size;
  to->st_blksize = S_ISCHR(facts->mode) ? 1024 : 4096;
  to->st_blocks = (facts->size + 511) / 512;
  return 0;
}

int fstat(int descriptor, struct stat *to) {
  struct facts facts;
  return fill(__file_facts(descriptor, &facts), &facts, to);
}

int stat(const char *path, struct stat *to) {
  struct facts facts;
  return fill(__path_facts(path, &facts), &facts, to);
}

int lstat(const char *path, struct stat *to) { return stat(path, to); }

int access(const char *path, int wanted) {
  struct facts facts;
  (void)wanted;
  return __path_facts(path, &facts);
}
`,
  },
  {
    name: 'posix/pread.c',
    text: `
#include <unistd.h>

ssize_t pread(int descriptor, void *to, size_t size, off_t offset) {
  off_t before = lseek(descriptor, 0, SEEK_CUR);
  ssize_t count;
  if (before < 0 || lseek(descriptor, offset, SEEK_SET) < 0) return -1;
  count = read(descriptor, to, size);
  lseek(descriptor, before, SEEK_SET);
  return count;
}

ssize_t pwrite(int descriptor, const void *from, size_t size, off_t offset) {
  off_t before = lseek(descriptor, 0, SEEK_CUR);
  ssize_t count;
  if (before < 0 || lseek(descriptor, offset, SEEK_SET) < 0) return -1;
  count = write(descriptor, from, size);
  lseek(descriptor, before, SEEK_SET);
  return count;
}
`,
  },
  {
    name: 'posix/process.c',
    text: `
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define USER 1000

uid_t getuid(void) { return USER; }

uid_t geteuid(void) { return USER; }

gid_t getgid(void) { return USER; }

gid_t getegid(void) { return USER; }

pid_t gettid(void) { return getpid(); }

pid_t getpgrp(void) { return getpid(); }

/* There is one process and never a second. */
pid_t fork(void) {
  errno = EAGAIN;
  return -1;
}

pid_t vfork(void) { return fork(); }

pid_t wait(int *status) { return waitpid(-1, status, 0); }

pid_t waitpid(pid_t process, int *status, int options) {
  (void)process;
  (void)status;
  (void)options;
  errno = ECHILD;
  return -1;
}

int gethostname(char *to, size_t size) {
  strncpy(to, "lab", size);
  return 0;
}
`,
  },
  {
    name: 'posix/directory.c',
    text: `
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char directory[] = "/home/user";

char *getcwd(char *to, size_t size) {
  if (!to) to = malloc(size ? size : sizeof directory);
  else if (size == 0) {
    errno = EINVAL;
    return 0;
  }
  if (!to) return 0;
  if (size && size < sizeof directory) {
    errno = ERANGE;
    return 0;
  }
  return memcpy(to, directory, sizeof directory);
}
`,
  },
  {
    name: 'posix/getopt.c',
    text: String.raw`
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *optarg;
int optind = 1, opterr = 1, optopt = '?';
/* The next letter of a group such as -abc. */
static char *letter;

static int complain(const char *program, const char *what) {
  if (opterr) fprintf(stderr, "%s: %s -- '%c'\n", program, what, optopt);
  return '?';
}

int getopt(int count, char *const *arguments, const char *known) {
  const char *option;
  optarg = 0;
  if (!letter || !*letter) {
    if (optind >= count || !arguments[optind] || arguments[optind][0] != '-' || !arguments[optind][1]) return -1;
    letter = arguments[optind++] + 1;
    if (letter[0] == '-' && !letter[1]) {
      letter = 0;
      return -1;
    }
  }
  optopt = *letter++;
  option = optopt == ':' ? 0 : strchr(known, optopt);
  if (!option) return complain(arguments[0], "invalid option");
  if (option[1] != ':') return optopt;
  if (*letter) optarg = letter;
  else if (option[2] == ':') optarg = 0;
  else if (optind < count) optarg = arguments[optind++];
  else {
    letter = 0;
    if (known[0] == ':') return ':';
    return complain(arguments[0], "option requires an argument");
  }
  letter = 0;
  return optopt;
}
`,
  },
  {
    name: 'posix/signal.c',
    text: `
#include <errno.h>
#include <signal.h>
#include <unistd.h>
void __kill_self(int);

static __sighandler_t handlers[NSIG];

__sighandler_t signal(int number, __sighandler_t handler) {
  __sighandler_t old;
  if (number < 1 || number >= NSIG || number == SIGKILL || number == SIGSTOP) {
    errno = EINVAL;
    return SIG_ERR;
  }
  old = handlers[number];
  handlers[number] = handler;
  return old;
}

int raise(int number) {
  __sighandler_t handler;
  if (number < 0 || number >= NSIG) {
    errno = EINVAL;
    return -1;
  }
  handler = handlers[number];
  if (handler == SIG_DFL) __kill_self(number);
  else if (handler != SIG_IGN) handler(number);
  return 0;
}

int kill(pid_t process, int number) {
  if (process == getpid() || process == 0) return raise(number);
  errno = ESRCH;
  return -1;
}
`,
  },
]
