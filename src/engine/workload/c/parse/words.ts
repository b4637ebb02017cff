import type { BasicName, Storage } from '../ast.ts'

/** Other spellings of keywords, as gcc knows them. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['__const', 'const'],
  ['__const__', 'const'],
  ['__volatile', 'volatile'],
  ['__volatile__', 'volatile'],
  ['__restrict', 'restrict'],
  ['__restrict__', 'restrict'],
  ['__inline', 'inline'],
  ['__inline__', 'inline'],
  ['__signed', 'signed'],
  ['__signed__', 'signed'],
  ['__typeof', 'typeof'],
  ['__typeof__', 'typeof'],
  ['__alignof', '_Alignof'],
  ['__alignof__', '_Alignof'],
  ['__asm', 'asm'],
  ['__asm__', 'asm'],
  ['__attribute', '__attribute__'],
  ['__thread', '_Thread_local'],
])

export const STORAGE: ReadonlyMap<string, Storage> = new Map(
  (['typedef', 'extern', 'static', 'auto', 'register'] as const).map((word) => [word, word]),
)

export const QUALIFIERS: ReadonlySet<string> = new Set(['const', 'volatile', 'restrict', '_Atomic'])

/** Words of which the names of the basic types are made. */
export const BASIC_WORDS: ReadonlySet<string> = new Set(
  'void _Bool char short int long float double signed unsigned __builtin_va_list'.split(' '),
)

/** Types of gcc's that the lab does not have. */
export const UNSUPPORTED_TYPES: ReadonlySet<string> = new Set(
  '_Complex __complex__ _Imaginary __int128 __int128_t __uint128_t _Float16 _Float128 __float128 __auto_type'.split(
    ' ',
  ),
)

const FUNCTION_WORDS = ['inline', '_Noreturn']
const TYPE_WORDS = ['struct', 'union', 'enum', 'typeof']

/** What may begin declaration specifiers, typedef names aside. */
export const SPECIFIER_WORDS: ReadonlySet<string> = new Set([
  ...STORAGE.keys(),
  ...QUALIFIERS,
  ...BASIC_WORDS,
  ...UNSUPPORTED_TYPES,
  ...FUNCTION_WORDS,
  ...TYPE_WORDS,
  '_Thread_local',
  '_Alignas',
  '__attribute__',
])

/** Keywords that can only begin a statement. */
export const STATEMENT_WORDS: ReadonlySet<string> = new Set(
  'if else for while do switch case default return break continue goto'.split(' '),
)

/** Every word that cannot be a name. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...SPECIFIER_WORDS,
  ...STATEMENT_WORDS,
  ...'sizeof _Alignof _Generic _Static_assert asm __extension__ __label__'.split(' '),
])

/** Names of the basic types by their words in alphabetical order, `int` and `signed` left out where they say nothing. */
export const BASIC_NAMES: ReadonlyMap<string, BasicName> = new Map<string, BasicName>([
  ['void', 'void'],
  ['_Bool', '_Bool'],
  ['char', 'char'],
  ['char signed', 'signed char'],
  ['char unsigned', 'unsigned char'],
  ['short', 'short'],
  ['short unsigned', 'unsigned short'],
  ['', 'int'],
  ['unsigned', 'unsigned int'],
  ['long', 'long'],
  ['long unsigned', 'unsigned long'],
  ['long long', 'long long'],
  ['long long unsigned', 'unsigned long long'],
  ['float', 'float'],
  ['double', 'double'],
  ['double long', 'long double'],
  ['__builtin_va_list', '__builtin_va_list'],
])
