import { describe, expect, test } from 'vitest'
import { messages } from './reading.ts'

/** A text with one error in it, and all that is said. */
const SINGLE: readonly [source: string, message: string][] = [
  ['int f(void) {\n  int x = 1\n  return x;\n}', '2:12: expected `;` behind the initialiser, found `return`'],
  ['int f(void) {\n  g()\n}', '2:6: expected `;` behind the expression, found `}`'],
  ['int f(void) { return 0 }', '1:23: expected `;` behind the value of `return`, found `}`'],
  ['struct s { int a; }\nint main(void) { return 0; }', '1:20: expected `;` behind this `}`, found `int`'],
  ['int f(void) { g(1, (2); }', '1:23: expected `)` to close the `(`, found `;`'],
  ['int f(void) { g(1,\n 2; h(); }', '2:3: expected `)` to close the `(` of line 1, found `;`'],
  ['int f(void) {\n  if (x {\n    g();\n  }\n}', '2:8: expected `)` to close the `(`, found `{`'],
  ['int f(void) { if x { g(); } else { h(); } }', '1:17: expected `(` behind `if`, found `x`'],
  ['int f(void) { printf("%d" x); }', '1:26: expected `,` between the arguments, found `x`'],
  ['int f(void) { int a[3; a[0] = 1; }', '1:22: expected `]` to close the `[`, found `;`'],
  ['int f(void) { x = 3 +; }', '1:22: expected an expression behind `+`, found `;`'],
  [
    'int f(void) { switch (x) { case 1; break; } }',
    '1:34: expected `:` behind the value of `case`, found `;`',
  ],
  ['int f(void) { else x; }', '1:15: this `else` has no `if` before it'],
  ['int f(void) { do x(); }', '1:22: expected `while` behind the body of `do`, found `}`'],
  [
    'int f(void) { if (x) int y = 1; }',
    '1:22: a declaration cannot be the body of `if` by itself: put it in braces',
  ],
  ['int f(int argc char **argv) { return 0; }', '1:15: expected `,` between parameters, found `char`'],
  ['int f(void) { int a, b c; }', '1:23: expected `=`, `,` or `;` behind `b`, found `c`'],
  ['int f(void) { x = a ? b; }', '1:24: expected `:` for the `?`, found `;`'],
  ['int x = 1 2;', '1:10: expected `;` behind the initialiser, found `2`'],
  ['int a[] = {1 2};', '1:13: expected `,` or `}` in the initialiser, found `2`'],
  ['enum e { A; B };', '1:11: expected `,` or `}` in the enum, found `;`'],
  ['long float x;', '1:6: `long float` is not a type'],
  ['int char x;', '1:5: `int char` is not a type'],
  ['static extern int x;', '1:8: `extern` and `static` exclude each other'],
  [
    'int main(void);\n{ return 0; }',
    '2:1: a block can only stand in a function: is the `;` of line 1 before it too much?',
  ],
  ['int f(void) { }\n}\nint x;', '2:1: this `}` closes nothing'],
  [
    'int f(void) { }\nreturn 0;\n}',
    '2:1: `return` can only stand in a function: is the `}` of line 1 before it too much?',
  ],
  ['printf("hello");', '1:8: a call can only stand in a function'],
  ['int f(void) { asm volatile ("nop"); }', '1:15: inline assembly is not supported'],
  ['asm("nop");', '1:1: inline assembly is not supported'],
  ['int f(void) { goto *p; }', '1:20: a `goto` to a computed address is not supported'],
  ['int f(void) { p = &&l; l: ; }', '1:19: the address of a label (`&&`) is not supported'],
  ['__int128 x;', '1:1: `__int128` is not supported'],
]

describe('one error gives one message', () => {
  test.each(SINGLE)('%j', (source, message) => {
    expect(messages(source)).toEqual([message])
  })
})

const UNKNOWN: readonly [source: string, message: string][] = [
  ['uint32_t x;', '1:1: unknown type `uint32_t`: it is declared in <stdint.h>'],
  ['size_t f(size_t);', '1:1: unknown type `size_t`: it is declared in <stddef.h>'],
  ['int f(uint8_t);', '1:7: unknown type `uint8_t`: it is declared in <stdint.h>'],
  ['int f(int n, uint8_t *p);', '1:14: unknown type `uint8_t`: it is declared in <stdint.h>'],
  ['struct s { bool b; };', '1:12: unknown type `bool`: it is declared in <stdbool.h>'],
  ['void f(void) { FILE *in = 0; in = 0; }', '1:16: unknown type `FILE`: it is declared in <stdio.h>'],
  [
    'void f(void) { p = (uint8_t *)q + (uint8_t)1; }',
    '1:21: unknown type `uint8_t`: it is declared in <stdint.h>',
  ],
  [
    'void f(void) { for (size_t i = 0; i < 3; i++) ; }',
    '1:21: unknown type `size_t`: it is declared in <stddef.h>',
  ],
  ['typedef struct node node_t; nodet x;', '1:29: unknown type `nodet`: did you mean `node_t`?'],
  ['itn x;', '1:1: unknown type `itn`: did you mean `int`?'],
  ['staic const unsigned x;', '1:1: unknown type `staic`: did you mean `static`?'],
  ['stuct s { int x; } a;', '1:1: unknown type `stuct`: did you mean `struct`?'],
  ['widget x; widget *y;', '1:1: `widget` is not the name of a type'],
  ['string s;', '1:1: `string` is no type of C: a string is a `char *`'],
  ['void f(void) { retrun 0; }', '1:16: `retrun` is not known here: did you mean `return`?'],
  ['void f(void) { retrun x; }', '1:16: `retrun` is not known here: did you mean `return`?'],
  ['void f(int x) { whlie (x) { x--; } }', '1:17: `whlie` is not known here: did you mean `while`?'],
]

describe('an unknown name', () => {
  test.each(UNKNOWN)('%s', (source, message) => {
    expect(messages(source)).toEqual([message])
  })

  test('in an expression is not for the parser to judge', () => {
    expect(messages('void f(void) { a * b; c(d); (e)(1); x = (g) - 1; }')).toEqual([
      '1:16: `a` is not the name of a type',
    ])
    expect(messages('void f(int a) { a * b; c(d); (e)(1); x = (g) - 1; }')).toEqual([])
  })
})

const FOREIGN: readonly [source: string, start: string][] = [
  ['using namespace std;', '1:1: `using` is C++'],
  ['class A { public: int x; };', '1:1: `class` is C++'],
  ['template <typename T> T f(T x) { return x; }', '1:1: `template` is C++'],
  ['void f(void) { std::cout << 1; }', '1:16: `std::` is C++'],
  ['void f(void) { cout << 1; }', '1:16: `cout` is C++'],
  ['void f(void) { int *p = new int[3]; }', '1:25: `new` is C++'],
  ['void f(int *p) { delete p; }', '1:18: `delete` is C++'],
  ['void f(int *p) { delete[] p; }', '1:18: `delete` is C++'],
  ['int *p = nullptr;', '1:10: `nullptr` is C++'],
  ['void f(int x) { int &r = x; }', '1:21: a reference (`&`) is C++'],
  ['void f(int &x) { }', '1:12: a reference (`&`) is C++'],
  ['void f(int x = 1);', '1:14: a default for a parameter is C++'],
  ['struct s { void f() { } int x; };', '1:21: a function inside a struct is C++'],
  ['struct s { int x = 1; };', '1:18: a member cannot be given a value here'],
]

describe('what is C++', () => {
  test.each(FOREIGN)('%s', (source, start) => {
    const found = messages(source)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(start)
  })

  test('may be a name in C', () => {
    const source = 'int class, new; void f(int *this) { int delete = *this; new = delete + class; }'
    expect(messages(source)).toEqual([])
  })
})

describe('a missing `}`', () => {
  test('is noticed where the next function begins', () => {
    const source = 'int f(int x) {\n  if (x) {\n    g();\n  for (;;) ;\n}\n\nint g(void) { return 1 }\n'
    expect(messages(source)).toEqual([
      '7:1: expected `}` before the function `g`: the `{` of line 2 is still open',
      '7:23: expected `;` behind the value of `return`, found `}`',
    ])
  })

  test('at the end of the file names the brace whose `}` stands too far left', () => {
    expect(messages('int f(int x) {\n  if (x) {\n    g();\n  while (x) {\n  }\n}\n')).toEqual([
      '6:2: expected `}` to close the `{` of line 2, found the end of the file',
    ])
  })
})

describe('several errors', () => {
  test('are found in one go', () => {
    const source = [
      'int a = ;',
      'int f(int x) {',
      '  for (i = 0, i < 3, i++) {',
      '    x = (1;',
      '  }',
      '  y = * ;',
      '  return x',
      '}',
      'struct s { int b int c; };',
      'int g(void) { return }',
    ]
    expect(messages(source.join('\n'))).toEqual([
      '1:9: expected an expression behind `=`, found `;`',
      '3:8: `;` and not `,` stands between the three parts of a `for`',
      '4:11: expected `)` to close the `(`, found `;`',
      '6:9: expected an expression behind `*`, found `;`',
      '7:11: expected `;` behind the value of `return`, found `}`',
      '9:17: expected `;` behind the member, found `int`',
      '10:21: expected `;` behind `return`, found `}`',
    ])
  })

  test('end at 20', () => {
    expect(messages('int = 1;\n'.repeat(30))).toHaveLength(20)
  })

  test('of an unfinished merge are one', () => {
    const source = 'int a;\n<<<<<<< HEAD\nint b;\n=======\nint c;\n>>>>>>> other\n'
    expect(messages(source)).toHaveLength(1)
    expect(messages(source)[0]).toMatch(/merge/)
  })
})

describe('a warning', () => {
  test('is given for what gcc only warns about', () => {
    expect(messages('struct s { int a };')).toEqual(['1:17: warning: expected `;` at the end of the struct'])
    expect(messages('int f(a, b);')).toEqual([
      '1:7: warning: parameter names without types say nothing, as `a` here',
    ])
  })
})
