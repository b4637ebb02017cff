import type { SourceFile } from '../../source.ts'

/** What a program asks of the machine: its size, memory, random bytes, and time to pass. */
export const machine: readonly SourceFile[] = [
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
]
