import { describe, expect, it } from 'vitest'
import { analysed } from './analysing.ts'

const BODY = (statements: string) => `struct s { int count; const int fixed; unsigned bits : 3; } s, *p;
int i, a[3]; char *text; const int limit = 3; int two(int, char *); void nothing(void);
void test(void) { ${statements} }`

/** Statements, and the error that they give. */
const ERRORS: readonly [statements: string, message: RegExp][] = [
  ['conut = 1;', /'conut' is not declared/],
  ['texx = 0;', /'texx' is not declared; did you mean 'text'\?/],
  ['i = INT_MAX;', /'INT_MAX' is not declared; it comes with #include <limits.h>/],
  ['limit = 4;', /'limit' is const and cannot be assigned to/],
  ['s.fixed = 4;', /the member 'fixed' is const/],
  ['s.cuont = 4;', /struct s has no member 'cuont'; did you mean 'count'\?/],
  [
    'p.count = 4;',
    /'\.count' needs a struct or union, but here is struct s \*; '->count' goes through a pointer/,
  ],
  ['s->count = 4;', /'->count' needs a pointer to a struct or union, but here is struct s;/],
  ['a = 0;', /an array \(int\[3\]\) cannot be assigned to as a whole/],
  ['5 = i;', /only a variable, a member or what a pointer points to can be assigned to/],
  ['two(1) = i;', /'two' takes 2 arguments, but 1 is given \(declared at line 2\)/],
  ['two(1, text, 3);', /'two' takes 2 arguments, but 3 are given/],
  ['i = s;', /the assignment needs int, but the value is struct s/],
  ['i = *i;', /'\*' needs a pointer, but here is int/],
  ['text = text * 2;', /'\*' needs two numbers, but here are char \* and int/],
  ['text = text + text;', /a pointer moves by an integer/],
  ['i = 1.5 % 2;', /'%' needs two integers, but here are double and int/],
  ['i();', /only a function can be called, but 'i' is int/],
  ['i = nothing();', /the assignment needs int, but 'nothing' returns none \(void\)/],
  ['&s.bits;', /'bits' is a bit-field, which has no address/],
  ['int x; long x;', /'x' is declared a second time; the first is at line 3/],
  ['struct unknown u;', /'u' has the type struct unknown, which is never defined here/],
  ['break;', /'break' stands outside of any loop or switch/],
  ['goto away;', /there is no label 'away' in this function/],
  ['switch (i) { case 1: case 1: ; }', /case 1 stands a second time in this switch/],
  ['switch (i) { case i: ; }', /the value of a case must be known when compiling/],
  ['if (s) ;', /a condition must be a number or a pointer, but here is struct s/],
  ['int n[-1];', /the length of 'n' is negative \(-1\)/],
  ['static int n = i;', /must be known before the program runs/],
  ['void v;', /the variable 'v' cannot have the type void/],
  ['_Static_assert(sizeof i == 8, "wide");', /this static assertion does not hold: .*wide/],
]

/** Statements that gcc compiles with a warning, too. */
const WARNINGS: readonly [statements: string, message: RegExp][] = [
  ['i = text;', /the assignment makes the integer type int from the pointer type char \* without a cast/],
  ['text = 5;', /the assignment makes the pointer type char \* from the integer type int without a cast/],
  ['text = &i;', /the assignment has the pointer type char \*, but the value is int \*/],
  ['int *q = &limit;', /the initialiser drops 'const' from what const int \* points to/],
  ['two(1, a);', /argument 2 of 'two' has the pointer type char \*, but the value is int \*/],
  ['missing(1);', /'missing' is called but not declared/],
  ['text = malloc(5);', /'malloc' is called but not declared; it comes with #include <stdlib.h>/],
  ['i == 3;', /this value is computed, but not used \('=' would assign\)/],
  ['i = 1 / 0;', /division by zero/],
  ['i = i << 32;', /left shift by 32, but the type has only 32 bits/],
  ['char c = 300;', /300 does not fit in char, so the value becomes 44/],
  ['i = (int)text;', /cast from a pointer of 8 bytes to int of 4: the upper bytes are lost/],
  ['if (text == 3) ;', /'==' compares a pointer with an integer \(int\)/],
  ['return 1;', /'test' returns nothing/],
]

describe('an error', () => {
  it.each(ERRORS)('%s', (statements, message) => {
    const { errors } = analysed(BODY(statements))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(message)
  })
})

describe('a warning', () => {
  it.each(WARNINGS)('%s', (statements, message) => {
    const { errors, warnings } = analysed(BODY(statements))
    expect(errors).toEqual([])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(message)
  })
})

describe('several mistakes', () => {
  it('are told each, and once', () => {
    const { errors } = analysed('int f(void) {\n  int a = b;\n  a = b + c;\n  d(a, e);\n  return a;\n}')
    expect(errors.map((error) => error.split(';')[0])).toEqual([
      "2: 'b' is not declared",
      "4: 'e' is not declared",
    ])
  })

  it('do not make errors of what follows from them', () => {
    expect(
      analysed('struct t { missing a; };\nunknown_t x;\nint f(void) { return x; }').errors,
    ).not.toHaveLength(0)
    expect(analysed('int a = b;\nint f(void) { return a; }').errors).toEqual(["1: 'b' is not declared"])
  })
})

describe('declarations that disagree', () => {
  it.each([
    ['int f(int);\nint f(char *);', /'f' is declared as int \(char \*\), but as int \(int\) at line 1/],
    ['int x;\nlong x;', /'x' is declared as long, but as int at line 1/],
    ['int x = 1;\nint x = 2;', /'x' is initialised a second time/],
    [
      'int f(void) { return 1; }\nint f(void) { return 2; }',
      /'f' is defined a second time; the first is at line 1/,
    ],
    [
      'struct s { int a; };\nstruct s { int b; };',
      /'struct s' is defined a second time; the first is at line 1/,
    ],
    ['struct s { int a;\nchar a; };', /two members are called 'a'; the first is at line 1/],
  ])('%s', (text, message) => {
    expect(analysed(text).errors[0]).toMatch(message)
  })
})

describe('a missing return', () => {
  const warned = (body: string) => analysed(`int f(int a) { ${body} }`).warnings.length > 0

  it.each([
    ['if (a) return 1;', true],
    ['if (a) return 1; else return 2;', false],
    ['for (;;) { }', false],
    ['for (;;) { if (a) break; }', true],
    ['while (1) { while (a) { break; } }', false],
    ['switch (a) { case 1: return 1; default: return 2; }', false],
    ['switch (a) { case 1: return 1; }', true],
    ['do { return 1; } while (a);', false],
    ['goto out; out: return 1;', false],
    ['__builtin_unreachable();', false],
  ])('%s', (body, isMissing) => {
    expect(warned(body)).toBe(isMissing)
  })
})

/** Formats and arguments, with what is said of them. */
const FORMATS: readonly [call: string, message: RegExp | null][] = [
  ['printf("%d %s %c %p\\n", 1, "x", 65, p)', null],
  ['printf("%5.2f%% %lu %zu %ld\\n", 1.0, ul, sizeof p, l)', null],
  ['printf("%*d %.*s", 3, 4, 2, "abc")', null],
  ['printf("%hhx %hu", c, 1)', null],
  ['printf("%d", l)', /'%d' expects int, but the argument is long/],
  ['printf("%lu", sizeof p)', null],
  ['printf("%u", sizeof p)', /'%u' expects unsigned int, but the argument is size_t \(unsigned long\)/],
  ['printf("%s", 5)', /'%s' expects char \*, but the argument is int/],
  ['printf("%x", p)', /'%x' expects unsigned int, but the argument is int \*/],
  ['printf("%p", ul)', /'%p' expects a pointer, but the argument is unsigned long/],
  ['printf("%f", 1)', /'%f' expects double, but the argument is int/],
  ['printf("%d %d", 1)', /'%d' in the format has no argument/],
  ['printf("%d", 1, 2)', /the format uses 1 argument, but 1 more is given/],
  ['printf("%y", 1)', /printf has no conversion 'y'/],
  ['printf("100%")', /breaks off at the end/],
  ['scanf("%d %9s %lf", p, buffer, &d)', null],
  ['scanf("%d", *p)', /'%d' expects int \*, but the argument is int/],
  ['scanf("%f", &d)', /'%f' expects float \*, but the argument is double \*/],
]

describe('a format', () => {
  it.each(FORMATS)('%s', (call, message) => {
    const { errors, warnings } = analysed(
      `#include <stdio.h>\nvoid f(int *p, long l, unsigned long ul, char c, double d, char *buffer) { ${call}; }`,
    )
    expect(errors).toEqual([])
    if (message) expect(warnings[0]).toMatch(message)
    else expect(warnings).toEqual([])
  })
})
