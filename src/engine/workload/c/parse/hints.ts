import { nearest } from '../../../spelling.ts'
import type { Place } from '../source.ts'
import type { Cursor } from './cursor.ts'
import type { Parser } from './parser.ts'
import { SPECIFIER_WORDS, STATEMENT_WORDS } from './words.ts'

const TYPES_BY_HEADER: Readonly<Record<string, string>> = {
  'stddef.h': 'size_t ptrdiff_t wchar_t max_align_t',
  'stdint.h':
    'int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t ' +
    'int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t ' +
    'int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t',
  'stdio.h': 'FILE fpos_t',
  'stdbool.h': 'bool',
  'stdarg.h': 'va_list',
  'stdlib.h': 'div_t ldiv_t lldiv_t',
  'sys/types.h':
    'ssize_t off_t pid_t uid_t gid_t mode_t uint ushort ulong u_char u_short u_int u_long caddr_t',
  'time.h': 'time_t clock_t',
  'setjmp.h': 'jmp_buf sigjmp_buf',
  'signal.h': 'sigset_t sig_atomic_t sighandler_t',
  'pthread.h': 'pthread_t pthread_mutex_t pthread_cond_t pthread_attr_t pthread_once_t pthread_key_t',
  'locale.h': 'locale_t',
  'wchar.h': 'wint_t mbstate_t',
}

const HEADER_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(TYPES_BY_HEADER).flatMap(([header, names]) =>
    names.split(' ').map((name): [string, string] => [name, header]),
  ),
)

/** Words of C++ and other languages that begin or build something that C has not, and what C has instead. */
const FOREIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ['class', '`class` is C++: C has `struct`'],
  ['template', '`template` is C++: C has no templates'],
  ['namespace', '`namespace` is C++: C has no namespaces'],
  ['using', '`using` is C++: C has no namespaces'],
  ['public', '`public` is C++: C has no classes'],
  ['private', '`private` is C++: C has no classes'],
  ['virtual', '`virtual` is C++: C has function pointers'],
  ['constexpr', '`constexpr` is C++: C has `const` and `#define`'],
  ['new', '`new` is C++: C allocates by `malloc` from <stdlib.h>'],
  ['delete', '`delete` is C++: C frees by `free` from <stdlib.h>'],
  ['throw', '`throw` is C++: C has no exceptions'],
  ['try', '`try` is C++: C has no exceptions'],
  ['catch', '`catch` is C++: C has no exceptions'],
  ['then', '`then` is no word of C: the statement stands right behind the `)`'],
  ['elif', '`elif` is no word of C: C writes `else if`'],
  ['elseif', '`elseif` is no word of C: C writes `else if`'],
  ['elsif', '`elsif` is no word of C: C writes `else if`'],
  ['function', '`function` is no word of C: a function begins with the type of its result'],
  ['def', '`def` is no word of C: a function begins with the type of its result'],
  ['var', '`var` is no word of C: a variable is declared by its type'],
  ['let', '`let` is no word of C: a variable is declared by its type'],
  ['import', '`import` is no word of C: C has `#include`'],
  ['include', '`include` needs a `#` before it, as in `#include <stdio.h>`'],
  ['define', '`define` needs a `#` before it, as in `#define MAX 10`'],
  ['static_cast', '`static_cast` is C++: C writes `(type)value`'],
  ['reinterpret_cast', '`reinterpret_cast` is C++: C writes `(type)value`'],
  ['const_cast', '`const_cast` is C++: C writes `(type)value`'],
])

/** Names of C++ and other languages that are values. */
const FOREIGN_VALUES: ReadonlyMap<string, string> = new Map([
  ['cout', '`cout` is C++: C prints by `printf` from <stdio.h>'],
  ['cin', '`cin` is C++: C reads by `scanf` from <stdio.h>'],
  ['cerr', '`cerr` is C++: C prints errors by `fprintf(stderr, …)` from <stdio.h>'],
  ['endl', '`endl` is C++: C writes "\\n"'],
  ['null', '`null` is no word of C: it is written `NULL`, from <stddef.h>'],
  ['nil', '`nil` is no word of C: it is written `NULL`, from <stddef.h>'],
  ['None', '`None` is no word of C: it is written `NULL`, from <stddef.h>'],
  ['True', '`True` is no word of C: it is written `true`, from <stdbool.h>'],
  ['False', '`False` is no word of C: it is written `false`, from <stdbool.h>'],
  ['nullptr', '`nullptr` is C++: C has `NULL` from <stddef.h>'],
  ['this', '`this` is C++: C passes a pointer to the struct'],
])

/** Types of other languages. */
const FOREIGN_TYPES: ReadonlyMap<string, string> = new Map([
  ['string', '`string` is no type of C: a string is a `char *`'],
  ['String', '`String` is no type of C: a string is a `char *`'],
  ['byte', '`byte` is no type of C: it is called `unsigned char`, or `uint8_t` from <stdint.h>'],
  ['boolean', '`boolean` is no type of C: it is called `bool`, from <stdbool.h>'],
])

/** Operators that are slips, or of other languages, as C reads them in two tokens; and what was meant. */
const SLIPPED_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['=<', '<='],
  ['=>', '>='],
  ['<>', '!='],
  [':=', '='],
  ['===', '=='],
  ['!==', '!='],
])

/** Words that other languages write in place of an operator. */
const OPERATOR_WORDS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['mod', '%'],
])

/** Fails if what does not fit here ends an operator that is a slip, or of another language: `=<`. */
export function failAtSlippedOperator(p: Cursor): void {
  const { text, place, endColumn } = p.previous
  if (place.line !== p.place.line || endColumn !== p.place.column) return
  const written = text + p.token.text
  if (written === '*/')
    p.fail('this `*/` ends nothing: comments do not nest, the first `*/` ends them', place)
  const meant = SLIPPED_OPERATORS.get(written)
  if (meant !== undefined) p.fail(`\`${written}\` is no operator of C, which writes \`${meant}\``, place)
}

/** Fails if a word stands here that is an operator in another language, or with <iso646.h>: `and`. */
export function failAtOperatorWord(p: Cursor): void {
  const meant = OPERATOR_WORDS.get(p.word())
  if (meant !== undefined) p.fail(`\`${p.word()}\` is no operator of C, which writes \`${meant}\``)
}

/** What to say of a word or value that C++ has and C has not; null for all others. */
export function foreignHint(name: string): string | null {
  return FOREIGN_WORDS.get(name) ?? FOREIGN_VALUES.get(name) ?? null
}

/** Whether C++ means a value by `name`, so that the expression around it can be read on. */
export function isForeignValue(name: string): boolean {
  return FOREIGN_VALUES.has(name)
}

/** The header that declares a type of C's or Linux's library: `stdint.h` for `uint32_t`; null if none does. */
export function headerOfType(name: string): string | null {
  return HEADER_OF.get(name) ?? null
}

/** Ends everything at a merge that was not finished: what follows stands there twice. */
export function failAtMergeMarker(p: Parser): void {
  const marker = ['<<', '==', '>>'].find((half) => [0, 1, 2].every((ahead) => p.word(ahead) === half))
  if (marker === undefined || p.place.column !== 1) return
  const text = marker[0]!.repeat(7)
  p.diagnostics.fatal(p.place, `the mark \`${text}\` of an unfinished merge: keep one of the two versions`)
}

/** Fails at what only C++ can mean: `std::cout`. */
export function failAtForeignScope(p: Parser): void {
  const isDouble = p.word(1) === '::' || (p.word(1) === ':' && p.word(2) === ':')
  if (p.isName() && isDouble) p.fail(`\`${p.word()}::\` is C++: C has no namespaces`)
}

/** The sentence about a name that stands where a type belongs. */
export function unknownType(p: Parser, name: string): string {
  const foreign = foreignHint(name) ?? FOREIGN_TYPES.get(name)
  if (foreign !== undefined) return foreign
  const header = headerOfType(name)
  if (header !== null) return `unknown type \`${name}\`: it is declared in <${header}>`
  const word = p.tags.get(name)
  if (word !== undefined) return `unknown type \`${name}\`: its full name is \`${word} ${name}\``
  if (namesRecordAround(p, name))
    return `\`${name}\` is no type before its \`}\`: write \`struct ${name}\` here, and behind \`typedef\``
  const near = nearest(name, [...p.scopes.typeNames(), ...SPECIFIER_WORDS])
  if (near !== null) return `unknown type \`${name}\`: did you mean \`${near}\`?`
  return misspeltKeyword(p, name) ?? `\`${name}\` is not the name of a type`
}

/** Whether `name` is what the record around this place will be called: `typedef struct { name *next; } name;`. */
function namesRecordAround(p: Parser, name: string): boolean {
  const most = 1000
  for (let ahead = 1, depth = 0; ahead < most && p.peek(ahead).kind !== 'end'; ahead++) {
    if (p.word(ahead) === '{') depth++
    else if (p.word(ahead) === '}' && depth-- === 0)
      return p.word(ahead + 1) === name && p.word(ahead + 2) === ';'
  }
  return false
}

/** The sentence about a name that was perhaps to be a keyword (`retrun 0;`); null if it is near to none. */
export function misspeltKeyword(p: Parser, name: string): string | null {
  if (p.scopes.isKnown(name)) return null
  const lower = name.toLowerCase()
  const near = STATEMENT_WORDS.has(lower) ? lower : name.length < 4 ? null : nearest(name, STATEMENT_WORDS)
  return near === null ? null : `\`${name}\` is not known here: did you mean \`${near}\`?`
}

/** `whlie (x) {` and `retrun 0;` read as expressions that lack their `;`. */
export function complainOfKeyword(p: Parser, name: string, place: Place): void {
  const sentence = p.scopes.isKnown(name) ? null : (foreignHint(name) ?? misspeltKeyword(p, name))
  if (sentence === null) return
  if (p.previous.text === ')') p.hasBrokenHead = true
  p.fail(sentence, place)
}

/** How the `if` ended that the `else` here was to belong to: by a `;` of its own, or for want of braces. */
export function endedIf({ lastIf, openBlocks }: Parser): string {
  if (lastIf === null || lastIf.block !== openBlocks.at(-1) || lastIf.then.kind === 'block') return ''
  const { place, then } = lastIf
  if (then.kind === 'empty') return `: the \`;\` of line ${then.place.line} ended it`
  return `: without braces, the one of line ${place.line} governs a single statement`
}

/** `for (int i = 0, i < n, i++)`: no `;` at all before the `)`. */
export function failAtCommas(p: Parser): void {
  let hasComma = false
  for (let ahead = 0, depth = 0; p.peek(ahead).kind !== 'end'; ahead++) {
    const word = p.word(ahead)
    if (word === ';' || word === '{' || word === '}') return
    if (word === ',') hasComma = true
    if (word === '(') depth++
    else if (word === ')' && depth-- === 0) break
  }
  if (hasComma) p.fail('`;` and not `,` stands between the three parts of a `for`')
}

/** Whether a constant, or a name that is known, stands here. */
export function startsValue(p: Parser): boolean {
  const { kind } = p.token
  return (
    kind === 'number' || kind === 'string' || kind === 'char' || (p.isName() && p.scopes.isKnown(p.word()))
  )
}
