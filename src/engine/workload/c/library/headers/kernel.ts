/** System calls: processes, memory, limits. */
export const KERNEL: Readonly<Record<string, string>> = {
  'sys/types.h': `#pragma once
#include <bits/size_t.h>
#include <bits/types.h>
#include <bits/time.h>
#include <endian.h>
typedef unsigned char u_char;
typedef unsigned short int u_short;
typedef unsigned int u_int;
typedef unsigned long int u_long;
typedef __off_t off_t;
typedef __off64_t loff_t;
typedef __pid_t pid_t;
typedef __id_t id_t;
typedef __uid_t uid_t;
typedef __gid_t gid_t;
typedef __mode_t mode_t;
typedef __nlink_t nlink_t;
typedef __ino_t ino_t;
typedef __dev_t dev_t;
typedef __ssize_t ssize_t;
typedef __blksize_t blksize_t;
typedef __blkcnt_t blkcnt_t;
typedef __time_t time_t;
typedef __clock_t clock_t;
typedef __clockid_t clockid_t;
typedef __suseconds_t suseconds_t;
typedef int key_t;
typedef unsigned long int ulong;
typedef unsigned short int ushort;
typedef unsigned int uint;
typedef __INT8_TYPE__ int8_t;
typedef __INT16_TYPE__ int16_t;
typedef __INT32_TYPE__ int32_t;
typedef __INT64_TYPE__ int64_t;
typedef __UINT8_TYPE__ u_int8_t;
typedef __UINT16_TYPE__ u_int16_t;
typedef __UINT32_TYPE__ u_int32_t;
typedef __UINT64_TYPE__ u_int64_t;
`,
  'sys/cdefs.h': `#pragma once
#define __THROW
#define __P(args) args
#define __CONCAT(x, y) x ## y
#define __STRING(x) #x
#define __ptr_t void *
#define __BEGIN_DECLS
#define __END_DECLS
#define __GNUC_PREREQ(maj, min) ((__GNUC__ << 16) + __GNUC_MINOR__ >= ((maj) << 16) + (min))
`,
  'features.h': `#pragma once
#include <sys/cdefs.h>
#define __GLIBC__ 2
#define __GLIBC_MINOR__ 36
#define __GLIBC_PREREQ(maj, min) ((__GLIBC__ << 16) + __GLIBC_MINOR__ >= ((maj) << 16) + (min))
`,
  'sys/mman.h': `#pragma once
#include <bits/size_t.h>
#include <bits/types.h>
typedef __off_t off_t;
typedef __mode_t mode_t;
#define PROT_READ 0x1
#define PROT_WRITE 0x2
#define PROT_EXEC 0x4
#define PROT_NONE 0x0
#define PROT_GROWSDOWN 0x01000000
#define PROT_GROWSUP 0x02000000
#define MAP_SHARED 0x01
#define MAP_PRIVATE 0x02
#define MAP_SHARED_VALIDATE 0x03
#define MAP_TYPE 0x0f
#define MAP_FIXED 0x10
#define MAP_FILE 0
#define MAP_ANONYMOUS 0x20
#define MAP_ANON MAP_ANONYMOUS
#define MAP_32BIT 0x40
#define MAP_GROWSDOWN 0x00100
#define MAP_DENYWRITE 0x00800
#define MAP_EXECUTABLE 0x01000
#define MAP_LOCKED 0x02000
#define MAP_NORESERVE 0x04000
#define MAP_POPULATE 0x08000
#define MAP_NONBLOCK 0x10000
#define MAP_STACK 0x20000
#define MAP_HUGETLB 0x40000
#define MAP_SYNC 0x80000
#define MAP_FIXED_NOREPLACE 0x100000
#define MAP_FAILED ((void *) -1)
#define MS_ASYNC 1
#define MS_SYNC 4
#define MS_INVALIDATE 2
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4
#define MADV_FREE 8
#define MADV_REMOVE 9
#define MADV_DONTFORK 10
#define MADV_DOFORK 11
#define MADV_MERGEABLE 12
#define MADV_UNMERGEABLE 13
#define MADV_HUGEPAGE 14
#define MADV_NOHUGEPAGE 15
#define MADV_DONTDUMP 16
#define MADV_DODUMP 17
#define MADV_WIPEONFORK 18
#define MADV_KEEPONFORK 19
#define MADV_COLD 20
#define MADV_PAGEOUT 21
#define POSIX_MADV_NORMAL 0
#define POSIX_MADV_RANDOM 1
#define POSIX_MADV_SEQUENTIAL 2
#define POSIX_MADV_WILLNEED 3
#define POSIX_MADV_DONTNEED 4
#define MCL_CURRENT 1
#define MCL_FUTURE 2
extern void *mmap(void *__addr, size_t __len, int __prot, int __flags, int __fd, __off_t __offset);
extern int munmap(void *__addr, size_t __len);
extern int mprotect(void *__addr, size_t __len, int __prot);
extern int msync(void *__addr, size_t __len, int __flags);
extern int madvise(void *__addr, size_t __len, int __advice);
extern int posix_madvise(void *__addr, size_t __len, int __advice);
extern int mlock(const void *__addr, size_t __len);
extern int munlock(const void *__addr, size_t __len);
extern int mincore(void *__start, size_t __len, unsigned char *__vec);
#ifdef _GNU_SOURCE
#define MREMAP_MAYMOVE 1
#define MREMAP_FIXED 2
#define MREMAP_DONTUNMAP 4
extern void *mremap(void *__addr, size_t __old_len, size_t __new_len, int __flags, ...);
#endif
`,
  'sys/resource.h': `#pragma once
#include <bits/time.h>
#include <bits/types.h>
typedef __id_t id_t;
typedef unsigned long int rlim_t;
#define RLIMIT_CPU 0
#define RLIMIT_FSIZE 1
#define RLIMIT_DATA 2
#define RLIMIT_STACK 3
#define RLIMIT_CORE 4
#define RLIMIT_RSS 5
#define RLIMIT_NPROC 6
#define RLIMIT_NOFILE 7
#define RLIMIT_OFILE 7
#define RLIMIT_MEMLOCK 8
#define RLIMIT_AS 9
#define RLIMIT_LOCKS 10
#define RLIMIT_SIGPENDING 11
#define RLIMIT_MSGQUEUE 12
#define RLIMIT_NICE 13
#define RLIMIT_RTPRIO 14
#define RLIMIT_RTTIME 15
#define RLIMIT_NLIMITS 16
#define RLIM_NLIMITS 16
#define RLIM_INFINITY ((unsigned long int) -1)
#define RUSAGE_SELF 0
#define RUSAGE_CHILDREN (-1)
struct rlimit {
  rlim_t rlim_cur;
  rlim_t rlim_max;
};
struct rusage {
  struct timeval ru_utime;
  struct timeval ru_stime;
  long int ru_maxrss;
  long int ru_ixrss;
  long int ru_idrss;
  long int ru_isrss;
  long int ru_minflt;
  long int ru_majflt;
  long int ru_nswap;
  long int ru_inblock;
  long int ru_oublock;
  long int ru_msgsnd;
  long int ru_msgrcv;
  long int ru_nsignals;
  long int ru_nvcsw;
  long int ru_nivcsw;
};
#ifdef _GNU_SOURCE
#define RUSAGE_THREAD 1
#endif
extern int getrlimit(int __resource, struct rlimit *__rlimits);
extern int setrlimit(int __resource, const struct rlimit *__rlimits);
extern int getrusage(int __who, struct rusage *__usage);
`,
  'sys/wait.h': `#pragma once
#include <bits/types.h>
typedef __pid_t pid_t;
#define WNOHANG 1
#define WUNTRACED 2
#define WCONTINUED 8
#define WEXITSTATUS(status) (((status) & 0xff00) >> 8)
#define WTERMSIG(status) ((status) & 0x7f)
#define WSTOPSIG(status) WEXITSTATUS (status)
#define WIFEXITED(status) (WTERMSIG (status) == 0)
#define WIFSIGNALED(status) (((signed char) (((status) & 0x7f) + 1) >> 1) > 0)
#define WIFSTOPPED(status) (((status) & 0xff) == 0x7f)
#define WCOREDUMP(status) ((status) & 0x80)
extern __pid_t wait(int *__stat_loc);
extern __pid_t waitpid(__pid_t __pid, int *__stat_loc, int __options);
`,
  'sys/param.h': `#pragma once
#include <bits/size_t.h>
#include <limits.h>
#include <endian.h>
#include <sys/types.h>
#define NBBY CHAR_BIT
#define MAXPATHLEN PATH_MAX
#define MAXHOSTNAMELEN 64
#define DEV_BSIZE 512
#define MIN(a, b) (((a) < (b)) ? (a) : (b))
#define MAX(a, b) (((a) > (b)) ? (a) : (b))
#define howmany(x, y) (((x) + ((y) - 1)) / (y))
#define roundup(x, y) ((((x) + ((y) - 1)) / (y)) * (y))
#define powerof2(x) ((((x) - 1) & (x)) == 0)
`,
  'endian.h': `#pragma once
#define LITTLE_ENDIAN 1234
#define BIG_ENDIAN 4321
#define PDP_ENDIAN 3412
#define BYTE_ORDER LITTLE_ENDIAN
#define __LITTLE_ENDIAN 1234
#define __BIG_ENDIAN 4321
#define __PDP_ENDIAN 3412
#define __BYTE_ORDER __LITTLE_ENDIAN
#define __FLOAT_WORD_ORDER __BYTE_ORDER
#define htobe16(x) ((__UINT16_TYPE__) (__builtin_bswap32 (x) >> 16))
#define htole16(x) ((__UINT16_TYPE__) (x))
#define be16toh(x) ((__UINT16_TYPE__) (__builtin_bswap32 (x) >> 16))
#define le16toh(x) ((__UINT16_TYPE__) (x))
#define htobe32(x) ((__UINT32_TYPE__) __builtin_bswap32 (x))
#define htole32(x) ((__UINT32_TYPE__) (x))
#define be32toh(x) ((__UINT32_TYPE__) __builtin_bswap32 (x))
#define le32toh(x) ((__UINT32_TYPE__) (x))
#define htobe64(x) ((__UINT64_TYPE__) __builtin_bswap64 (x))
#define htole64(x) ((__UINT64_TYPE__) (x))
#define be64toh(x) ((__UINT64_TYPE__) __builtin_bswap64 (x))
#define le64toh(x) ((__UINT64_TYPE__) (x))
`,
  'byteswap.h': `#pragma once
#define bswap_16(x) ((__UINT16_TYPE__) (__builtin_bswap32 (x) >> 16))
#define bswap_32(x) ((__UINT32_TYPE__) __builtin_bswap32 (x))
#define bswap_64(x) ((__UINT64_TYPE__) __builtin_bswap64 (x))
`,
}
