/** Names of sysconf that programs ask for, with glibc's numbers (bits/confname.h). */
const SYSCONF: Readonly<Record<string, number>> = {
  ARG_MAX: 0,
  CHILD_MAX: 1,
  CLK_TCK: 2,
  NGROUPS_MAX: 3,
  OPEN_MAX: 4,
  STREAM_MAX: 5,
  TZNAME_MAX: 6,
  MAPPED_FILES: 16,
  MEMLOCK: 17,
  MEMORY_PROTECTION: 19,
  VERSION: 29,
  PAGESIZE: 30,
  PAGE_SIZE: 30,
  LINE_MAX: 43,
  IOV_MAX: 60,
  THREADS: 67,
  THREAD_STACK_MIN: 75,
  NPROCESSORS_CONF: 83,
  NPROCESSORS_ONLN: 84,
  PHYS_PAGES: 85,
  AVPHYS_PAGES: 86,
  MONOTONIC_CLOCK: 149,
  HOST_NAME_MAX: 180,
  LEVEL1_DCACHE_SIZE: 188,
  LEVEL1_DCACHE_LINESIZE: 190,
  LEVEL2_CACHE_SIZE: 191,
  LEVEL3_CACHE_SIZE: 194,
}

const sysconf = Object.entries(SYSCONF)

/** What <unistd.h> declares: the break, descriptors, the process. */
export const UNISTD: Readonly<Record<string, string>> = {
  'unistd.h': `#pragma once
#include <bits/size_t.h>
#include <bits/types.h>
typedef __ssize_t ssize_t;
typedef __gid_t gid_t;
typedef __uid_t uid_t;
typedef __off_t off_t;
typedef __useconds_t useconds_t;
typedef __pid_t pid_t;
typedef __INTPTR_TYPE__ intptr_t;
#define _POSIX_VERSION 200809L
#define _POSIX_MAPPED_FILES 200809L
#define _POSIX_THREADS 200809L
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define R_OK 4
#define W_OK 2
#define X_OK 1
#define F_OK 0
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define L_SET SEEK_SET
#define L_INCR SEEK_CUR
#define L_XTND SEEK_END
enum {
${sysconf.map(([name, value]) => `  _SC_${name} = ${value}`).join(',\n')}
};
${sysconf.map(([name]) => `#define _SC_${name} _SC_${name}`).join('\n')}
extern int access(const char *__name, int __type);
extern __off_t lseek(int __fd, __off_t __offset, int __whence);
extern int close(int __fd);
extern ssize_t read(int __fd, void *__buf, size_t __nbytes);
extern ssize_t write(int __fd, const void *__buf, size_t __n);
extern ssize_t pread(int __fd, void *__buf, size_t __nbytes, __off_t __offset);
extern ssize_t pwrite(int __fd, const void *__buf, size_t __n, __off_t __offset);
extern int pipe(int __pipedes[2]);
extern unsigned int alarm(unsigned int __seconds);
extern unsigned int sleep(unsigned int __seconds);
extern int usleep(__useconds_t __useconds);
extern int pause(void);
extern int chdir(const char *__path);
extern char *getcwd(char *__buf, size_t __size);
extern int dup(int __fd);
extern int dup2(int __fd, int __fd2);
extern char **__environ;
#ifdef _GNU_SOURCE
extern char **environ;
extern __pid_t gettid(void);
#endif
extern int execve(const char *__path, char *const __argv[], char *const __envp[]);
extern int execv(const char *__path, char *const __argv[]);
extern int execvp(const char *__file, char *const __argv[]);
extern int execl(const char *__path, const char *__arg, ...);
extern int execlp(const char *__file, const char *__arg, ...);
extern int nice(int __inc);
extern void _exit(int __status) __attribute__((__noreturn__));
extern long int sysconf(int __name);
extern __pid_t getpid(void);
extern __pid_t getppid(void);
extern __pid_t getpgrp(void);
extern __pid_t setsid(void);
extern __uid_t getuid(void);
extern __uid_t geteuid(void);
extern __gid_t getgid(void);
extern __gid_t getegid(void);
extern int setuid(__uid_t __uid);
extern int setgid(__gid_t __gid);
extern __pid_t fork(void);
extern __pid_t vfork(void);
extern int isatty(int __fd);
extern int link(const char *__from, const char *__to);
extern int unlink(const char *__name);
extern int rmdir(const char *__path);
extern int gethostname(char *__name, size_t __len);
extern int fsync(int __fd);
extern int getpagesize(void);
extern int truncate(const char *__file, __off_t __length);
extern int ftruncate(int __fd, __off_t __length);
extern int brk(void *__addr);
extern void *sbrk(intptr_t __delta);
extern long int syscall(long int __sysno, ...);
extern int getentropy(void *__buffer, size_t __length);
extern char *optarg;
extern int optind;
extern int opterr;
extern int optopt;
extern int getopt(int ___argc, char *const *___argv, const char *__shortopts);
`,
  'getopt.h': `#pragma once
#include <unistd.h>
#define no_argument 0
#define required_argument 1
#define optional_argument 2
struct option {
  const char *name;
  int has_arg;
  int *flag;
  int val;
};
extern int getopt_long(int ___argc, char *const *___argv, const char *__shortopts, const struct option *__longopts,
                       int *__longind);
`,
}
