/** What <stdlib.h> and its neighbours declare: the malloc family, numbers, the program's end. */
export const STDLIB: Readonly<Record<string, string>> = {
  'stdlib.h': `#pragma once
#include <stddef.h>
#include <sys/types.h>
#include <alloca.h>
#define EXIT_FAILURE 1
#define EXIT_SUCCESS 0
#define RAND_MAX 2147483647
#define MB_CUR_MAX ((size_t) 1)
typedef struct {
  int quot;
  int rem;
} div_t;
typedef struct {
  long int quot;
  long int rem;
} ldiv_t;
typedef struct {
  long long int quot;
  long long int rem;
} lldiv_t;
extern double atof(const char *__nptr);
extern int atoi(const char *__nptr);
extern long int atol(const char *__nptr);
extern long long int atoll(const char *__nptr);
extern double strtod(const char *restrict __nptr, char **restrict __endptr);
extern float strtof(const char *restrict __nptr, char **restrict __endptr);
extern long double strtold(const char *restrict __nptr, char **restrict __endptr);
extern long int strtol(const char *restrict __nptr, char **restrict __endptr, int __base);
extern unsigned long int strtoul(const char *restrict __nptr, char **restrict __endptr, int __base);
extern long long int strtoll(const char *restrict __nptr, char **restrict __endptr, int __base);
extern unsigned long long int strtoull(const char *restrict __nptr, char **restrict __endptr, int __base);
extern long int random(void);
extern void srandom(unsigned int __seed);
extern char *initstate(unsigned int __seed, char *__statebuf, size_t __statelen);
extern char *setstate(char *__statebuf);
extern int rand(void);
extern void srand(unsigned int __seed);
extern int rand_r(unsigned int *__seed);
extern double drand48(void);
extern long int lrand48(void);
extern long int mrand48(void);
extern void srand48(long int __seedval);
extern void *malloc(size_t __size);
extern void *calloc(size_t __nmemb, size_t __size);
extern void *realloc(void *__ptr, size_t __size);
extern void *reallocarray(void *__ptr, size_t __nmemb, size_t __size);
extern void free(void *__ptr);
extern void *valloc(size_t __size);
extern int posix_memalign(void **__memptr, size_t __alignment, size_t __size);
extern void *aligned_alloc(size_t __alignment, size_t __size);
extern void abort(void) __attribute__((__noreturn__));
extern int atexit(void (*__func)(void));
extern int on_exit(void (*__func)(int __status, void *__arg), void *__arg);
extern void exit(int __status) __attribute__((__noreturn__));
extern void _Exit(int __status) __attribute__((__noreturn__));
extern char *getenv(const char *__name);
extern int putenv(char *__string);
extern int setenv(const char *__name, const char *__value, int __replace);
extern int unsetenv(const char *__name);
extern int clearenv(void);
extern int mkstemp(char *__template);
extern int system(const char *__command);
extern char *realpath(const char *restrict __name, char *restrict __resolved);
typedef int (*__compar_fn_t)(const void *, const void *);
extern void *bsearch(const void *__key, const void *__base, size_t __nmemb, size_t __size, __compar_fn_t __compar);
extern void qsort(void *__base, size_t __nmemb, size_t __size, __compar_fn_t __compar);
extern int abs(int __x);
extern long int labs(long int __x);
extern long long int llabs(long long int __x);
extern div_t div(int __numer, int __denom);
extern ldiv_t ldiv(long int __numer, long int __denom);
extern lldiv_t lldiv(long long int __numer, long long int __denom);
extern int getloadavg(double __loadavg[], int __nelem);
`,
  'alloca.h': `#pragma once
#include <bits/size_t.h>
extern void *alloca(size_t __size);
#undef alloca
#define alloca(size) __builtin_alloca (size)
`,
  // Without #pragma once: what assert means depends on NDEBUG each time (C99 7.2).
  'assert.h': `#undef assert
#undef __ASSERT_VOID_CAST
#define __ASSERT_VOID_CAST (void)
#ifdef NDEBUG
#define assert(expr) (__ASSERT_VOID_CAST (0))
#else
#define assert(expr) ((expr) ? __ASSERT_VOID_CAST (0) : __assert_fail (#expr, __FILE__, __LINE__, __func__))
#endif
#ifndef __assert_fail_declared
#define __assert_fail_declared
extern void __assert_fail(const char *__assertion, const char *__file, unsigned int __line, const char *__function)
  __attribute__((__noreturn__));
#endif
#undef static_assert
#define static_assert _Static_assert
`,
  'malloc.h': `#pragma once
#include <stddef.h>
#include <stdio.h>
extern void *malloc(size_t __size);
extern void *calloc(size_t __nmemb, size_t __size);
extern void *realloc(void *__ptr, size_t __size);
extern void *reallocarray(void *__ptr, size_t __nmemb, size_t __size);
extern void free(void *__ptr);
extern void *memalign(size_t __alignment, size_t __size);
extern void *valloc(size_t __size);
extern void *pvalloc(size_t __size);
struct mallinfo {
  int arena;
  int ordblks;
  int smblks;
  int hblks;
  int hblkhd;
  int usmblks;
  int fsmblks;
  int uordblks;
  int fordblks;
  int keepcost;
};
struct mallinfo2 {
  size_t arena;
  size_t ordblks;
  size_t smblks;
  size_t hblks;
  size_t hblkhd;
  size_t usmblks;
  size_t fsmblks;
  size_t uordblks;
  size_t fordblks;
  size_t keepcost;
};
extern struct mallinfo mallinfo(void);
extern struct mallinfo2 mallinfo2(void);
#define M_MXFAST 1
#define M_NLBLKS 2
#define M_GRAIN 3
#define M_KEEP 4
#define M_TRIM_THRESHOLD -1
#define M_TOP_PAD -2
#define M_MMAP_THRESHOLD -3
#define M_MMAP_MAX -4
#define M_CHECK_ACTION -5
#define M_PERTURB -6
#define M_ARENA_TEST -7
#define M_ARENA_MAX -8
extern int mallopt(int __param, int __val);
extern int malloc_trim(size_t __pad);
extern size_t malloc_usable_size(void *__ptr);
extern void malloc_stats(void);
extern int malloc_info(int __options, FILE *__fp);
`,
  'mcheck.h': `#pragma once
enum mcheck_status {
  MCHECK_DISABLED = -1,
  MCHECK_OK,
  MCHECK_FREE,
  MCHECK_HEAD,
  MCHECK_TAIL
};
extern int mcheck(void (*__abortfunc)(enum mcheck_status));
extern int mcheck_pedantic(void (*__abortfunc)(enum mcheck_status));
extern void mcheck_check_all(void);
extern enum mcheck_status mprobe(void *__ptr);
extern void mtrace(void);
extern void muntrace(void);
`,
}
