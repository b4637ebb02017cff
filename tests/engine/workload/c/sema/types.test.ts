import { describe, expect, it } from 'vitest'
import { sizeOf, typeText } from '../../../../../src/engine/workload/c/sema/index.ts'
import { expressionOf, globalOf } from './analysing.ts'

/** The type of an expression, with these variables in sight. */
const VARIABLES = `
#include <stddef.h>
char c; signed char sc; unsigned char uc; short s; unsigned short us; int i; unsigned u; long l; unsigned long ul;
long long ll; unsigned long long ull; float f; double d; long double ld; _Bool b; size_t z;
int *p; const char *str; void *v; int a[4]; int m[2][3]; enum colour { RED, GREEN } e;
struct node { struct node *next; unsigned low : 3; int wide : 32; unsigned full : 32; } n, *np;
int function(int, ...); typedef unsigned word; word w;`

const TYPES: readonly [expression: string, lp64: string, ilp32: string][] = [
  ['c + c', 'int', 'int'],
  ['us + us', 'int', 'int'],
  ['u + l', 'long', 'unsigned long'],
  ['u + i', 'unsigned int', 'unsigned int'],
  ['l + ll', 'long long', 'long long'],
  ['ul + ll', 'unsigned long long', 'long long'],
  ['i + f', 'float', 'float'],
  ['f * d', 'double', 'double'],
  ['ld + i', 'long double', 'long double'],
  ['b ? c : c', 'int', 'int'],
  ['-b', 'int', 'int'],
  ['~uc', 'int', 'int'],
  ['!d', 'int', 'int'],
  ['c << l', 'int', 'int'],
  ['ul >> c', 'unsigned long', 'unsigned long'],
  ['z + 1', 'size_t', 'size_t'],
  ['sizeof i * 2', 'size_t', 'size_t'],
  ['w', 'word', 'word'],
  ['w + i', 'word', 'word'],
  ['e', 'enum colour', 'enum colour'],
  ['e + 1', 'unsigned int', 'unsigned int'],
  ['RED', 'int', 'int'],
  ['n.low + 0', 'int', 'int'],
  ['n.full + 0', 'unsigned int', 'unsigned int'],
  ['(n.low = 1) + 0', 'int', 'int'],
  ['p - p', 'long', 'int'],
  ['p + 1', 'int *', 'int *'],
  ['1 + p', 'int *', 'int *'],
  ['a', 'int *', 'int *'],
  ['&a', 'int (*)[4]', 'int (*)[4]'],
  ['m', 'int (*)[3]', 'int (*)[3]'],
  ['*m', 'int *', 'int *'],
  ['&*p', 'int *', 'int *'],
  ['*str', 'char', 'char'],
  ['b ? v : p', 'void *', 'void *'],
  ['b ? p : 0', 'int *', 'int *'],
  ['b ? p : (void *)0', 'int *', 'int *'],
  ['b ? str : "x"', 'const char *', 'const char *'],
  ['function', 'int (*)(int, ...)', 'int (*)(int, ...)'],
  ['*function', 'int (*)(int, ...)', 'int (*)(int, ...)'],
  ['&function', 'int (*)(int, ...)', 'int (*)(int, ...)'],
  ['np->next', 'struct node *', 'struct node *'],
  ['*np', 'struct node', 'struct node'],
  ["'a'", 'int', 'int'],
  ["L'a'", 'int', 'long'],
  ['1', 'int', 'int'],
  ['2147483648', 'long', 'long long'],
  ['0x80000000', 'unsigned int', 'unsigned int'],
  ['0x100000000', 'long', 'long long'],
  ['1u', 'unsigned int', 'unsigned int'],
  ['1ul', 'unsigned long', 'unsigned long'],
  ['1ll', 'long long', 'long long'],
  ['1.0f', 'float', 'float'],
  ['1.0L', 'long double', 'long double'],
  ['&"ab"', 'char (*)[3]', 'char (*)[3]'],
  ['({ l; })', 'long', 'long'],
  ['_Generic(c + 0L, long: 1.0f, default: 1)', 'float', 'float'],
  ['(typeof(ul))1', 'unsigned long', 'unsigned long'],
]

describe('the type of an expression', () => {
  it.each(TYPES)('%s', (expression, lp64, ilp32) => {
    expect(typeText(expressionOf(expression, VARIABLES, 'lp64').type)).toBe(lp64)
    expect(typeText(expressionOf(expression, VARIABLES, 'ilp32').type)).toBe(ilp32)
  })
})

describe('the spelling of a type', () => {
  it.each([
    ['int *x[3];', 'int *[3]'],
    ['int (*x)[3];', 'int (*)[3]'],
    ['int (*x[2])(void);', 'int (*[2])(void)'],
    ['char *const *x;', 'char *const *'],
    ['const char *x;', 'const char *'],
    ['void (*(*x)(int))(char *);', 'void (*(*)(int))(char *)'],
    ['struct { int a; } x;', 'struct <anonymous>'],
    ['typedef struct { int a; } pair; pair *x;', 'pair *'],
    ['enum { A } x;', 'enum <anonymous>'],
  ])('%s', (text, spelling) => {
    expect(typeText(globalOf(text).type)).toBe(spelling)
  })
})

describe('sizes that may wrap', () => {
  const isSize = (expression: string, before: string) => {
    const value = expressionOf(expression, before)
    return value.kind === 'arithmetic' && value.isSize
  }

  it.each([
    ['n * sizeof(int)', 'int n;', true],
    ['n + 16', '#include <stddef.h>\nsize_t n;', true],
    ['n - 1', '#include <stddef.h>\ntypedef size_t bytes; bytes n;', true],
    ['n & 1', '#include <stddef.h>\nsize_t n;', false],
    ['n * 4', 'unsigned long n;', false],
    ['n * 4', 'int n;', false],
  ])('%s with %s', (expression, before, expected) => {
    expect(isSize(expression, before)).toBe(expected)
  })
})

describe('a completed array', () => {
  it.each([
    ['int x[] = {1, 2, 3};', 12],
    ['char x[] = "hello";', 6],
    ['int x[] = {[5] = 1, 2};', 28],
    ['struct { int a, b; } x[] = {1, 2, 3};', 16],
    ['int x[][2] = {1, 2, 3};', 16],
    ['int x[];', 4],
    ['extern int x[]; int x[7];', 28],
  ])('%s', (text, size) => {
    expect(sizeOf(globalOf(text).type, 'lp64')).toBe(size)
  })
})
