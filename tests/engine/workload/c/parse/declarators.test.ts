import { describe, expect, test } from 'vitest'
import { shown } from './reading.ts'

/** A declaration, and how it reads from the name outwards. */
const DECLARATORS: readonly [source: string, reading: string][] = [
  ['int x;', '(x: int)'],
  ['int *a[3];', '(a: [3]*int)'],
  ['int (*a)[3];', '(a: *[3]int)'],
  ['int *(*a[2])(void);', '(a: [2]*(void)*int)'],
  ['int (*f(int a))[3];', '(f: (a: int)*[3]int)'],
  ['void (*signal(int, void (*)(int)))(int);', '(signal: (int, *(int)void)*(int)void)'],
  ['char *(*(**(*t[8])(void))[])(int, ...);', '(t: [8]*(void)**[]*(int, ...)*char)'],
  ['int (x), (*(y)), ((z))[2];', '(x: int) (y: *int) (z: [2]int)'],
  ['const char *const *volatile p;', '(p: *volatile *const const char)'],
  ['int *restrict p, *__restrict const q;', '(p: *int) (q: *const int)'],
  ['int a[2][3];', '(a: [2][3]int)'],
  [
    'int f(int n, int a[static n], int b[const *], int c[restrict 2]);',
    '(f: (n: int, a: [n]int, b: [*]int, c: [2]int)int)',
  ],
  ['int f(int (), int *(), int (*)(), int []);', '(f: (()int, ()*int, *()int, []int)int)'],
  ['void f(), g(void);', '(f: ()void) (g: (void)void)'],
  ['void f(void *), g(void (void));', '(f: (*void)void) (g: ((void)void)void)'],
]

describe('a declarator', () => {
  test.each(DECLARATORS)('%s', (source, reading) => {
    expect(shown(source)).toBe(reading)
  })

  test('takes attributes and an assembler name, of which few matter', () => {
    expect(shown('char *f(int) __asm__("f2") __attribute__((nothrow, nonnull(1), __noreturn__));')).toBe(
      '(f: (int)*char @noreturn)',
    )
    expect(shown('int a __attribute__((aligned(16))), *__attribute__((unused)) b;')).toBe(
      '(a: int @aligned(16)) (b: *int)',
    )
    expect(shown('__attribute__((constructor)) static void f(void) {}')).toBe(
      '(define f: (void)static void @constructor {})',
    )
  })
})

/** Specifiers come in any order. */
const SPECIFIERS: readonly [source: string, reading: string][] = [
  ['long unsigned int long x;', '(x: unsigned long long)'],
  ['int short signed x;', '(x: short)'],
  ['signed x; char signed y; unsigned z;', '(x: int)\n(y: signed char)\n(z: unsigned int)'],
  ['double long typedef T;', '(T: typedef long double)'],
  ['int const static volatile x;', '(x: static const volatile int)'],
  ['extern __thread int x; static _Thread_local int y;', '(x: extern thread int)\n(y: static thread int)'],
  ['static __inline__ void f(void) {}', '(define f: (void)static inline void {})'],
  ['_Noreturn void f(void);', '(f: (void)void @noreturn)'],
  ['_Alignas(16) char a; _Alignas(double) char b;', '(a: char @aligned(16))\n(b: char @aligned(<double>))'],
  ['typeof(1 + 2) x; __typeof__(int *) y;', '(x: typeof((+ 1 2)))\n(y: typeof(<*int>))'],
  ['_Atomic int x; _Atomic(int *) y;', '(x: int)\n(y: typeof(<*int>))'],
  ['__builtin_va_list v;', '(v: __builtin_va_list)'],
  ['x; static y; f();', '(x: int?)\n(y: static int?)\n(f: ()int?)'],
]

describe('specifiers', () => {
  test.each(SPECIFIERS)('%s', (source, reading) => {
    expect(shown(source)).toBe(reading)
  })
})

const RECORDS: readonly [source: string, reading: string][] = [
  ['struct s;', '(struct s)'],
  ['struct s { int a, *b; char c; } x;', '(x: struct s{a: int; b: *int; c: char})'],
  [
    'struct { unsigned a : 3, : 0, b : 1 + 1; };',
    '(struct{a: unsigned int:3; _: unsigned int:0; b: unsigned int:(+ 1 1)})',
  ],
  ['struct s { union { int i; char c; }; struct t t; };', '(struct s{union{i: int; c: char}; t: struct t})'],
  ['struct __attribute__((packed)) s { char c; };', '(struct s{c: char} @packed)'],
  ['struct s { char c; } __attribute__((packed, aligned(4)));', '(struct s{c: char} @packed @aligned(4))'],
  [
    'struct s { long n; char data[]; }; struct t { int a[0]; }; struct {} e;',
    '(struct s{n: long; data: []char})\n(struct t{a: [0]int})\n(e: struct{})',
  ],
  ['enum e { A, B = 2, C, } x; enum e y;', '(x: enum e{A B=2 C})\n(y: enum e)'],
  ['struct s { ; int a;; _Static_assert(1, "m"); };', '(struct s{a: int})'],
]

describe('a struct, union or enum', () => {
  test.each(RECORDS)('%s', (source, reading) => {
    expect(shown(source)).toBe(reading)
  })
})

const INITIALISERS: readonly [source: string, reading: string][] = [
  ['int a[] = {1, {2, 3}, };', '(a: []int = {1 {2 3}})'],
  ['int a[] = {[2] = 1, [3 ... 5] = 2, [1] 7};', '(a: []int = {[2]=1 [3..5]=2 [1]=7})'],
  ['struct s x = {.a.b[1] = 1, c: 2, {}};', '(x: struct s = {.a.b[1]=1 .c=2 {}})'],
  ['char s[] = "a" "b", *t = {"c"};', '(s: []char = "ab") (t: *char = {"c"})'],
]

describe('an initialiser', () => {
  test.each(INITIALISERS)('%s', (source, reading) => {
    expect(shown(source)).toBe(reading)
  })
})

describe('a function', () => {
  test('of the old style gets the types that stand before its body', () => {
    expect(shown('int f(a, b, c) char *b; int c[]; { return a; }')).toBe(
      '(define f: (a: int?, b: *char, c: []int)int {(return a)})',
    )
  })

  test('that says no type returns int', () => {
    expect(shown('main() {}')).toBe('(define main: ()int? {})')
  })

  test('may stand in a function', () => {
    expect(shown('int f(void) { int g(int x) { return x; } return g(1); }')).toBe(
      '(define f: (void)int {(define g: (x: int)int {(return x)}) (return (g 1))})',
    )
  })

  test('and other things may have stray semicolons behind them', () => {
    expect(shown(';int f(void) {}; struct s {};;_Static_assert(1 < 2, "less");')).toBe(
      '(define f: (void)int {})\n(struct s{})\n(static-assert (< 1 2) "less")',
    )
  })
})
