import type { SourceFile } from '../../source.ts'

/** unistd.h, fcntl.h, sys/*.h: what a single process can ask of its kernel. */
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
    name: 'posix/sleep.c',
    text: `
#include <time.h>
#include <unistd.h>

/* Waiting takes no time here. */
unsigned int sleep(unsigned int seconds) {
  (void)seconds;
  return 0;
}

int usleep(__useconds_t microseconds) {
  (void)microseconds;
  return 0;
}

int nanosleep(const struct timespec *wanted, struct timespec *rest) {
  (void)wanted;
  if (rest) rest->tv_sec = rest->tv_nsec = 0;
  return 0;
}

unsigned int alarm(unsigned int seconds) {
  (void)seconds;
  return 0;
}

int fsync(int descriptor) {
  (void)descriptor;
  return 0;
}

int sched_yield(void) { return 0; }
`,
  },
  {
    name: 'posix/sysconf.c',
    text: `
#include <errno.h>
#include <limits.h>
#include <unistd.h>

int getpagesize(void) { return 4096; }

/* A machine with two processors and 2 GiB of memory. */
long int sysconf(int name) {
  switch (name) {
    case _SC_ARG_MAX: return 2097152;
    case _SC_CHILD_MAX: return 7823;
    case _SC_CLK_TCK: return 100;
    case _SC_NGROUPS_MAX: return 65536;
    case _SC_OPEN_MAX: return 1024;
    case _SC_STREAM_MAX: return 16;
    case _SC_MAPPED_FILES:
    case _SC_MEMLOCK:
    case _SC_MEMORY_PROTECTION:
    case _SC_VERSION:
    case _SC_THREADS:
    case _SC_MONOTONIC_CLOCK: return 200809;
    case _SC_PAGESIZE: return 4096;
    case _SC_LINE_MAX: return 2048;
    case _SC_IOV_MAX: return 1024;
    case _SC_THREAD_STACK_MIN: return 16384;
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN: return 2;
    case _SC_PHYS_PAGES: return 524288;
    case _SC_AVPHYS_PAGES: return 262144;
    case _SC_HOST_NAME_MAX: return 64;
    case _SC_LEVEL1_DCACHE_SIZE: return 32768;
    case _SC_LEVEL1_DCACHE_LINESIZE: return 64;
    case _SC_LEVEL2_CACHE_SIZE: return 1048576;
    case _SC_LEVEL3_CACHE_SIZE: return 33554432;
  }
  errno = EINVAL;
  return -1;
}

int getdtablesize(void) { return 1024; }
`,
  },
  {
    name: 'posix/random_bytes.c',
    text: `
#include <errno.h>
#include <sys/types.h>
#include <unistd.h>
int __random_bytes(void *, size_t, size_t);

/* Bytes drawn so far: every call goes on where the last one stopped. */
static size_t drawn;

ssize_t getrandom(void *to, size_t size, unsigned int flags) {
  (void)flags;
  if (__random_bytes(to, size, drawn) < 0) return -1;
  drawn += size;
  return size;
}

int getentropy(void *to, size_t size) {
  if (size > 256) {
    errno = EIO;
    return -1;
  }
  return getrandom(to, size, 0) < 0 ? -1 : 0;
}
`,
  },
  {
    name: 'posix/mman.c',
    text: `
#define _GNU_SOURCE
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
void *__mremap(void *, size_t, size_t, int, void *);

void *mremap(void *from, size_t old_size, size_t new_size, int flags, ...) {
  void *to = 0;
  if (flags & MREMAP_FIXED) {
    va_list list;
    va_start(list, flags);
    to = va_arg(list, void *);
    va_end(list);
  }
  return __mremap(from, old_size, new_size, flags, to);
}

int posix_madvise(void *from, size_t size, int advice) {
  (void)from;
  (void)size;
  (void)advice;
  return 0;
}

int mlock(const void *from, size_t size) {
  (void)from;
  (void)size;
  return 0;
}

int munlock(const void *from, size_t size) { return mlock(from, size); }
`,
  },
  {
    name: 'posix/resource.c',
    text: `
#include <errno.h>
#include <string.h>
#include <sys/resource.h>
long __memory_figure(int);
unsigned long __microseconds(void);

int getrlimit(int resource, struct rlimit *to) {
  if (resource < 0 || resource >= RLIM_NLIMITS) {
    errno = EINVAL;
    return -1;
  }
  to->rlim_cur = to->rlim_max = RLIM_INFINITY;
  if (resource == RLIMIT_STACK) to->rlim_cur = 8388608;
  if (resource == RLIMIT_NOFILE) to->rlim_cur = 1024;
  if (resource == RLIMIT_CORE) to->rlim_cur = 0;
  return 0;
}

int getrusage(int who, struct rusage *to) {
  unsigned long now = __microseconds();
  (void)who;
  memset(to, 0, sizeof *to);
  to->ru_utime.tv_sec = now / 1000000;
  to->ru_utime.tv_usec = now % 1000000;
  to->ru_maxrss = __memory_figure(0) / 1024;
  to->ru_minflt = __memory_figure(1);
  return 0;
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
