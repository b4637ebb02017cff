/** Widths that <stdint.h> has types of. */
const WIDTHS = [8, 16, 32, 64] as const

/** Types and limits of the exact, least and fast integers, in glibc's order. */
function integerTypes(): string {
  const lines: string[] = []
  for (const kind of ['', '_LEAST', '_FAST']) {
    const name = kind.toLowerCase()
    for (const width of WIDTHS) {
      lines.push(`typedef __INT${kind}${width}_TYPE__ int${name}${width}_t;`)
      lines.push(`typedef __UINT${kind}${width}_TYPE__ uint${name}${width}_t;`)
    }
  }
  return lines.join('\n')
}

function integerLimits(): string {
  const lines: string[] = []
  for (const kind of ['', '_LEAST', '_FAST'])
    for (const width of WIDTHS) {
      lines.push(`#define INT${kind}${width}_MIN (-__INT${kind}${width}_MAX__ - 1)`)
      lines.push(`#define INT${kind}${width}_MAX __INT${kind}${width}_MAX__`)
      lines.push(`#define UINT${kind}${width}_MAX __UINT${kind}${width}_MAX__`)
    }
  return lines.join('\n')
}

/** Letters that printf takes before the conversion, by kind and width (glibc 2.36, inttypes.h). */
function lengthOf(kind: string, width: number): string {
  if (width === 64) return '__PRI64_PREFIX '
  if (kind === 'FAST' && width > 8) return '__PRIPTR_PREFIX '
  return ''
}

function formats(): string {
  const lines: string[] = []
  const names = ['', 'LEAST', 'FAST'].flatMap((kind) => WIDTHS.map((width) => ({ kind, width })))
  for (const letter of 'dioxuX')
    for (const { kind, width } of names)
      lines.push(`#define PRI${letter}${kind}${width} ${lengthOf(kind, width)}"${letter}"`)
  for (const letter of 'dioux')
    for (const { kind, width } of names)
      lines.push(`#define SCN${letter}${kind}${width} ${scanLengthOf(kind, width)}"${letter}"`)
  for (const letter of 'dioxuX') {
    lines.push(`#define PRI${letter}MAX __PRI64_PREFIX "${letter}"`)
    lines.push(`#define PRI${letter}PTR __PRIPTR_PREFIX "${letter}"`)
  }
  for (const letter of 'dioux') {
    lines.push(`#define SCN${letter}MAX __PRI64_PREFIX "${letter}"`)
    lines.push(`#define SCN${letter}PTR __PRIPTR_PREFIX "${letter}"`)
  }
  return lines.join('\n')
}

/** scanf must know the width exactly: short and char, too. */
function scanLengthOf(kind: string, width: number): string {
  if (width === 8) return '"hh" '
  if (width === 16 && kind !== 'FAST') return '"h" '
  return lengthOf(kind, width)
}

const STDINT = `#pragma once
${integerTypes()}
typedef __INTPTR_TYPE__ intptr_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __INTMAX_TYPE__ intmax_t;
typedef __UINTMAX_TYPE__ uintmax_t;
${integerLimits()}
#define INTPTR_MIN (-__INTPTR_MAX__ - 1)
#define INTPTR_MAX __INTPTR_MAX__
#define UINTPTR_MAX __UINTPTR_MAX__
#define INTMAX_MIN (-__INTMAX_MAX__ - 1)
#define INTMAX_MAX __INTMAX_MAX__
#define UINTMAX_MAX __UINTMAX_MAX__
#define PTRDIFF_MIN (-__PTRDIFF_MAX__ - 1)
#define PTRDIFF_MAX __PTRDIFF_MAX__
#define SIZE_MAX __SIZE_MAX__
#define SIG_ATOMIC_MIN __SIG_ATOMIC_MIN__
#define SIG_ATOMIC_MAX __SIG_ATOMIC_MAX__
#define WCHAR_MIN __WCHAR_MIN__
#define WCHAR_MAX __WCHAR_MAX__
#define WINT_MIN __WINT_MIN__
#define WINT_MAX __WINT_MAX__
#define INT8_C(c) __INT8_C(c)
#define INT16_C(c) __INT16_C(c)
#define INT32_C(c) __INT32_C(c)
#define INT64_C(c) __INT64_C(c)
#define UINT8_C(c) __UINT8_C(c)
#define UINT16_C(c) __UINT16_C(c)
#define UINT32_C(c) __UINT32_C(c)
#define UINT64_C(c) __UINT64_C(c)
#define INTMAX_C(c) __INTMAX_C(c)
#define UINTMAX_C(c) __UINTMAX_C(c)
`

/** Integers of given widths, and how to print them. */
export const INTEGERS: Readonly<Record<string, string>> = {
  'stdint.h': STDINT,
  'stdint-gcc.h': STDINT,
  'inttypes.h': `#pragma once
#include <stdint.h>
#ifdef __LP64__
#define __PRI64_PREFIX "l"
#define __PRIPTR_PREFIX "l"
#else
#define __PRI64_PREFIX "ll"
#define __PRIPTR_PREFIX
#endif
${formats()}
typedef struct {
#ifdef __LP64__
  long int quot;
  long int rem;
#else
  long long int quot;
  long long int rem;
#endif
} imaxdiv_t;
extern intmax_t imaxabs(intmax_t __n);
extern imaxdiv_t imaxdiv(intmax_t __numer, intmax_t __denom);
extern intmax_t strtoimax(const char *restrict __nptr, char **restrict __endptr, int __base);
extern uintmax_t strtoumax(const char *restrict __nptr, char **restrict __endptr, int __base);
`,
}
