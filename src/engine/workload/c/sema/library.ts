import type { DataModel } from '../source.ts'
import type { CType, FunctionType } from '../types.ts'
import {
  CHAR,
  DOUBLE,
  INT,
  LONG_LONG,
  longType,
  pointerTo,
  qualified,
  sizeType,
  UNSIGNED_INT,
  unsignedLongType,
  VOID,
} from './basic-types.ts'

/*
 * Library functions that C programs call without their header: gcc knows the types of many of them by itself ("built-in
 * functions"), and a message can name the header. One letter for each type, the result first: v void, i int, u unsigned,
 * l long, L unsigned long, q long long, z size_t, d double, p void *, P const void *, s char *, S const char *,
 * '.' more arguments.
 */
const SIGNATURES: Readonly<Record<string, string>> = {
  'stdlib.h':
    'malloc:pz calloc:pzz realloc:ppz free:vp abort:v exit:vi _Exit:vi abs:ii labs:ll atoi:iS atol:lS atof:dS ' +
    'aligned_alloc:pzz posix_memalign:ipzz getenv:sS system:iS rand:i srand:vu',
  'string.h':
    'memcpy:ppPz memmove:ppPz memset:ppiz memcmp:iPPz memchr:pPiz strlen:zS strcpy:ssS strncpy:ssSz strcat:ssS ' +
    'strncat:ssSz strcmp:iSS strncmp:iSSz strchr:sSi strrchr:sSi strstr:sSS strdup:sS strndup:sSz strtok:ssS ' +
    'strspn:zSS strcspn:zSS strpbrk:sSS mempcpy:ppPz stpcpy:ssS strnlen:zSz',
  'strings.h': 'strcasecmp:iSS strncasecmp:iSSz bzero:vpz bcopy:vPpz ffs:ii',
  'stdio.h':
    'printf:iS. fprintf:ipS. sprintf:isS. snprintf:iszS. scanf:iS. fscanf:ipS. sscanf:iSS. puts:iS putchar:ii ' +
    'getchar:i fputs:iSp fputc:iip fgets:ssip fflush:ip fopen:pSS fclose:ip perror:vS fwrite:zPzzp fread:zpzzp ' +
    'setbuf:vps setvbuf:ipsiz',
  'unistd.h':
    'sbrk:pl brk:ip write:liPz read:lipz close:ii getpid:i getpagesize:i sysconf:li sleep:uu usleep:iu _exit:vi',
  'sys/mman.h': 'mmap:ppziiil munmap:ipz mprotect:ipzi mremap:ppzzi. madvise:ipzi',
  'malloc.h': 'malloc_usable_size:zp memalign:pzz malloc_stats:v malloc_trim:iz mallopt:iii',
  'alloca.h': 'alloca:pz',
  'math.h':
    'sqrt:dd pow:ddd ceil:dd floor:dd log:dd log2:dd log10:dd exp:dd fabs:dd sin:dd cos:dd tan:dd fmod:ddd round:dd',
  'ctype.h':
    'isalpha:ii isdigit:ii isalnum:ii isspace:ii isupper:ii islower:ii ispunct:ii isprint:ii isxdigit:ii ' +
    'toupper:ii tolower:ii',
  'assert.h': 'assert:vi',
}

/** Other names that a header brings, for the hint in a message. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'stdio.h': 'FILE stdin stdout stderr EOF BUFSIZ _IONBF _IOLBF _IOFBF',
  'stddef.h': 'NULL size_t ptrdiff_t offsetof max_align_t',
  'stdbool.h': 'bool true false',
  'stdint.h':
    'int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t SIZE_MAX INT32_MAX ' +
    'UINT32_MAX INT64_MAX UINT64_MAX UINTPTR_MAX',
  'limits.h': 'INT_MAX INT_MIN UINT_MAX LONG_MAX LONG_MIN ULONG_MAX CHAR_BIT CHAR_MAX CHAR_MIN SHRT_MAX',
  'errno.h': 'errno ENOMEM EINVAL',
  'stdlib.h': 'EXIT_SUCCESS EXIT_FAILURE RAND_MAX',
  'stdarg.h': 'va_list va_start va_end va_arg va_copy',
  'sys/mman.h':
    'PROT_READ PROT_WRITE PROT_NONE PROT_EXEC MAP_PRIVATE MAP_ANONYMOUS MAP_ANON MAP_SHARED MAP_FAILED MAP_FIXED',
  'unistd.h': 'ssize_t intptr_t _SC_PAGESIZE _SC_PAGE_SIZE',
  'time.h': 'time_t time clock clock_t CLOCKS_PER_SEC',
  'pthread.h': 'pthread_mutex_t PTHREAD_MUTEX_INITIALIZER pthread_mutex_lock pthread_mutex_unlock',
  'float.h': 'DBL_MAX DBL_MIN FLT_MAX DBL_EPSILON',
}

const HEADERS = new Map<string, string>()
const LETTERS = new Map<string, string>()

for (const [header, functions] of Object.entries(SIGNATURES)) {
  for (const entry of functions.split(' ')) {
    const [name, letters] = entry.split(':') as [string, string]
    HEADERS.set(name, header)
    LETTERS.set(name, letters)
  }
}
for (const [header, names] of Object.entries(OTHER_NAMES)) {
  for (const name of names.split(' ')) if (!HEADERS.has(name)) HEADERS.set(name, header)
}

/** The header that declares a well-known name, such as `stdlib.h` for malloc; null for others. */
export function headerOf(name: string): string | null {
  return HEADERS.get(name) ?? null
}

/** The type that gcc gives a well-known function without its header; null for others. */
export function builtinType(name: string, model: DataModel): FunctionType | null {
  const letters = LETTERS.get(name)
  return letters === undefined ? null : readSignature(letters, model)
}

/** The type that a row of letters stands for. */
export function readSignature(letters: string, model: DataModel): FunctionType {
  const isVariadic = letters.endsWith('.')
  const [result, ...parameters] = [...letters.replace('.', '')].map((letter) => letterType(letter, model))
  return { kind: 'function', result: result!, parameters, isVariadic, isUnspecified: false }
}

function letterType(letter: string, model: DataModel): CType {
  const types: Readonly<Record<string, CType>> = {
    i: INT,
    u: UNSIGNED_INT,
    l: longType(model),
    L: unsignedLongType(model),
    q: LONG_LONG,
    z: sizeType(model),
    d: DOUBLE,
    p: pointerTo(VOID),
    P: pointerTo(qualified(VOID, true, false)),
    s: pointerTo(CHAR),
    S: pointerTo(qualified(CHAR, true, false)),
  }
  return types[letter] ?? VOID
}
