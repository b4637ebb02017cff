/** Headers of the language itself: types, limits, variable arguments. Those of setjmp.h only declare: nothing jumps. */
export const BASICS: Readonly<Record<string, string>> = {
  'bits/types.h': `#pragma once
typedef unsigned char __u_char;
typedef unsigned long int __u_long;
typedef long int __off_t;
typedef __INT64_TYPE__ __off64_t;
typedef int __pid_t;
typedef unsigned int __uid_t;
typedef unsigned int __gid_t;
typedef unsigned int __mode_t;
typedef unsigned long int __ino_t;
typedef __UINT64_TYPE__ __dev_t;
#ifdef __LP64__
typedef unsigned long int __nlink_t;
typedef long int __ssize_t;
#else
typedef unsigned int __nlink_t;
typedef int __ssize_t;
#endif
typedef long int __blksize_t;
typedef long int __blkcnt_t;
typedef long int __time_t;
typedef long int __clock_t;
typedef unsigned int __useconds_t;
typedef long int __suseconds_t;
typedef int __clockid_t;
typedef unsigned int __id_t;
`,
  'bits/size_t.h': `#pragma once
typedef __SIZE_TYPE__ size_t;
#undef NULL
#define NULL ((void *)0)
`,
  'stddef.h': `#pragma once
#include <bits/size_t.h>
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef __WCHAR_TYPE__ wchar_t;
typedef struct {
  long long __max_align_ll __attribute__((__aligned__(__alignof__(long long))));
  long double __max_align_ld __attribute__((__aligned__(__alignof__(long double))));
#ifdef __i386__
  char __max_align_f128[16] __attribute__((__aligned__(16)));
#endif
} max_align_t;
#define offsetof(TYPE, MEMBER) __builtin_offsetof (TYPE, MEMBER)
`,
  'stdarg.h': `#pragma once
typedef __builtin_va_list __gnuc_va_list;
typedef __builtin_va_list va_list;
#define va_start(v, l) __builtin_va_start(v, l)
#define va_end(v) __builtin_va_end(v)
#define va_arg(v, l) __builtin_va_arg(v, l)
#define va_copy(d, s) __builtin_va_copy(d, s)
#define __va_copy(d, s) __builtin_va_copy(d, s)
`,
  'setjmp.h': `#pragma once
#ifdef __LP64__
typedef long int __jmp_buf[8];
#else
typedef int __jmp_buf[6];
#endif
typedef struct __jmp_buf_tag {
  __jmp_buf __jmpbuf;
  int __mask_was_saved;
  struct { unsigned long int __val[128 / sizeof(unsigned long int)]; } __saved_mask;
} jmp_buf[1];
typedef jmp_buf sigjmp_buf;
extern int setjmp(jmp_buf __env);
extern int _setjmp(jmp_buf __env);
extern int sigsetjmp(sigjmp_buf __env, int __savemask);
extern void longjmp(jmp_buf __env, int __val) __attribute__((__noreturn__));
extern void siglongjmp(sigjmp_buf __env, int __val) __attribute__((__noreturn__));
`,
  'stdbool.h': `#pragma once
#define bool _Bool
#define true 1
#define false 0
#define __bool_true_false_are_defined 1
`,
  'stdalign.h': `#pragma once
#define alignas _Alignas
#define alignof _Alignof
#define __alignas_is_defined 1
#define __alignof_is_defined 1
`,
  'stdnoreturn.h': `#pragma once
#define noreturn _Noreturn
`,
  'iso646.h': `#pragma once
#define and &&
#define and_eq &=
#define bitand &
#define bitor |
#define compl ~
#define not !
#define not_eq !=
#define or ||
#define or_eq |=
#define xor ^
#define xor_eq ^=
`,
  'limits.h': `#pragma once
#define CHAR_BIT __CHAR_BIT__
#define MB_LEN_MAX 16
#define SCHAR_MIN (-SCHAR_MAX - 1)
#define SCHAR_MAX __SCHAR_MAX__
#define UCHAR_MAX (SCHAR_MAX * 2 + 1)
#define CHAR_MIN SCHAR_MIN
#define CHAR_MAX SCHAR_MAX
#define SHRT_MIN (-SHRT_MAX - 1)
#define SHRT_MAX __SHRT_MAX__
#define USHRT_MAX (SHRT_MAX * 2 + 1)
#define INT_MIN (-INT_MAX - 1)
#define INT_MAX __INT_MAX__
#define UINT_MAX (INT_MAX * 2U + 1U)
#define LONG_MIN (-LONG_MAX - 1L)
#define LONG_MAX __LONG_MAX__
#define ULONG_MAX (LONG_MAX * 2UL + 1UL)
#define LLONG_MIN (-LLONG_MAX - 1LL)
#define LLONG_MAX __LONG_LONG_MAX__
#define ULLONG_MAX (LLONG_MAX * 2ULL + 1ULL)
#define PATH_MAX 4096
#define NAME_MAX 255
#define PIPE_BUF 4096
#define IOV_MAX 1024
#ifdef __LP64__
#define SSIZE_MAX LONG_MAX
#define LONG_BIT 64
#else
#define SSIZE_MAX INT_MAX
#define LONG_BIT 32
#endif
#define WORD_BIT 32
`,
  'float.h': `#pragma once
#define FLT_RADIX __FLT_RADIX__
#define FLT_ROUNDS 1
#define FLT_EVAL_METHOD __FLT_EVAL_METHOD__
#define DECIMAL_DIG __DECIMAL_DIG__
${(['FLT', 'DBL', 'LDBL'] as const)
  .flatMap((type) =>
    (
      'MANT_DIG DIG DECIMAL_DIG MIN_EXP MIN_10_EXP MAX_EXP MAX_10_EXP MAX EPSILON MIN ' +
      'TRUE_MIN=DENORM_MIN HAS_SUBNORM=HAS_DENORM'
    )
      .split(' ')
      .map((each) => {
        const [name, source] = each.split('=')
        return `#define ${type}_${name} __${type}_${source ?? name}__`
      }),
  )
  .join('\n')}
`,
}
