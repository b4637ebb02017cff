import { describe, expect, test } from 'vitest'
import { run } from './support.ts'

/** A text, and all errors that it gets. */
const ERRORS: readonly [text: string, ...errors: string[]][] = [
  ['#if 1\nx', '1:2: #if without its #endif'],
  ['#endif', '1:2: #endif without an #if before it'],
  ['#if 1\n#else\n#else\n#endif', '3:2: #else behind the #else of the #if of line 1'],
  ['#inlcude <stdio.h>', '1:2: there is no directive #inlcude; did you mean #include?'],
  ['puts("hi);', '1:6: this string has no closing " on its line'],
  ["c = 'a;", "1:5: this character constant has no closing ' on its line"],
  ["c = '';", "1:5: empty character constant: a character belongs between ' and '"],
  ['x /* y\nz', '1:3: this comment has no end: */ is missing'],
  ['int x @ 3;', '1:7: stray character @ (U+0040)'],
  ['a \\ b', '1:3: stray \\ (U+005C): a line goes on only if \\ is its last character'],
  [
    'puts(“hi”);',
    '1:6: a typographic quote “ (U+201C), as pasted from a web page or a PDF: type a plain " instead',
  ],
  [
    'c = ‘a’;',
    "1:5: a typographic quote ‘ (U+2018), as pasted from a web page or a PDF: type a plain ' instead",
  ],
  [
    'int\u00a0x;\nint\u00a0y;',
    '1:4: a non-breaking space (U+00A0), as pasted from a web page or a PDF: type a plain space instead',
  ],
  [
    'f（1）;',
    '1:2: a full-width character （ (U+FF08), as pasted from a web page or a PDF: type a plain ( instead',
    '1:4: a full-width character ） (U+FF09), as pasted from a web page or a PDF: type a plain ) instead',
  ],
  [
    'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd',
    '2:1: an unresolved merge conflict: keep one of the two versions and delete the marker lines',
  ],
  ['#error "no"', '1:2: #error "no"'],
  [
    '#define F(a, b) a b\nF(1) F(1, 2, 3)',
    '2:1: the macro F takes 2 arguments, not 1',
    '2:6: the macro F takes 2 arguments, not 3',
  ],
  ['#define F(a) a\nx F(1', '2:3: the call of the macro F has no closing )'],
  ['#define C(a, b) a##b\nC(+, x)', '2:1: joining + and x with ## does not give one token'],
  ['#define F(a, a) a', '1:14: two parameters are called a'],
  ['#define F(a) #b', '1:14: # in a macro with parameters must stand before one of them: it makes a string'],
  ['#define F ## a', '1:11: ## joins two tokens: it cannot stand at either end'],
  ['#if', '1:2: #if with no expression', '1:2: #if without its #endif'],
  ['#if 1 +\n#endif', '1:2: the condition ends where a value is expected'],
  ['#if A = 1\n#endif', '1:7: = is no operator of #if: == compares'],
  ['#if A(1)\n#endif', '1:6: A is not defined as a macro, so A( means nothing here'],
  ['#if 1 / 0\n#endif', '1:7: division by zero in the condition'],
  ['#if 1.5\n#endif', '1:5: a floating-point constant cannot stand in the condition of #if'],
  ['#if "a" == "a"\n#endif', '1:5: a condition of the preprocessor cannot compare strings'],
  ['#ifdef\n#endif', '1:2: #ifdef needs the name of a macro, not nothing'],
  ['char *s = "\\x";', '1:11: \\x without hexadecimal digits'],
]

/** What gcc only warns about. */
const WARNINGS: readonly [text: string, ...warnings: string[]][] = [
  ["int i = 'ab';", '1:9: multi-character character constant: a string is written with "'],
  ['char *s = "\\q";', '1:11: unknown escape sequence \\q: a backslash itself is written \\\\'],
  ['#if 1\n#endif X', '2:8: extra text behind #endif: a comment must begin with // or /*'],
  ['#warning soon', '1:2: #warning soon'],
  ['#define X"a"', "1:10: a space is missing between the macro's name X and its text"],
]

describe('errors', () => {
  for (const [text, ...errors] of ERRORS)
    test(JSON.stringify(text), () => {
      expect(run(text).errors).toEqual(errors)
    })
})

describe('warnings', () => {
  for (const [text, ...warnings] of WARNINGS)
    test(JSON.stringify(text), () => {
      expect(run(text)).toMatchObject({ warnings, errors: [] })
    })
})

describe('hostile text ends', () => {
  const doubling = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('')

  test('when macros double', () => {
    const macros = doubling(40, (i) => `#define A${i + 1} A${i} A${i}`)
    expect(run(`#define A0 x\n${macros}A40`).errors[0]).toContain('macros or headers repeat endlessly')
  })

  test('when macros double to nothing', () => {
    const macros = doubling(40, (i) => `#define A${i + 1} A${i} A${i}`)
    expect(run(`#define A0\n${macros}A40`).errors[0]).toContain('macros or headers repeat endlessly')
  })

  test('when arguments double', () => {
    const call = `${'D('.repeat(60)}1${')'.repeat(60)}`
    expect(run(`#define D(x) x x\n${call}`).errors[0]).toContain('macros or headers repeat endlessly')
  })

  test('when headers include each other twice', () => {
    const text = '#include "main.c"\n#include "main.c"\n'
    expect(run(text, { files: [{ name: 'main.c', text }] }).errors[0]).toContain('100 files deep')
  })

  test('when headers fan out', () => {
    const files = Array.from({ length: 60 }, (_, i) => ({
      name: `h${i}.h`,
      text: `#include "h${i + 1}.h"\n`.repeat(2),
    }))
    const last = { name: 'h60.h', text: '' }
    expect(run('#include "h0.h"\n', { files: [...files, last] }).errors[0]).toContain('repeat endlessly')
  })

  test('when strings of strings grow', () => {
    const text = `#define S(x) #x\n#define X(x) S(x)\n${'X('.repeat(60)}""${')'.repeat(60)}`
    expect(run(text).errors[0]).toContain('longer than a million characters')
  })

  test('when parentheses nest', () => {
    expect(run(`#if ${'('.repeat(100_000)}\n#endif`).errors[0]).toContain('nested more than')
    const calls = (depth: number) => run(`#define F(x) x\n${'F('.repeat(depth)}${')'.repeat(depth)}`)
    expect(calls(250).errors).toEqual([])
    expect(calls(1_000).errors[0]).toContain('nested more than')
    expect(calls(100_000).errors[0]).toContain('steps of macro expansion')
  })
})
