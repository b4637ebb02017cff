import { describe, expect, it } from 'vitest'
import { expressionOf, globalOf, imageText } from './analysing.ts'

/** Constant expressions and their values under LP64. */
const VALUES: readonly [expression: string, value: bigint | number][] = [
  ['1 + 2 * 3', 7n],
  ['-7 / 2', -3n],
  ['-7 % 2', -1n],
  ['-1 >> 1', -1n],
  ['-1u >> 1', 0x7fffffffn],
  ['1 << 31', -0x80000000n],
  ['1u << 31', 0x80000000n],
  ['~0ul', 0xffffffffffffffffn],
  ['-1 < 0u', 0n],
  ['-1L < 0u', 1n],
  ['(unsigned char)-1', 255n],
  ['(char)200', -56n],
  ['(_Bool)0.5', 1n],
  ['(int)2.9', 2n],
  ['(int)-2.9', -2n],
  ['(float)16777217', 16777216],
  ['0.1f', 0.10000000149011612],
  ['1 / 3.0', 1 / 3],
  ['0x1.8p1', 3],
  ['1e3', 1000],
  ['017', 15n],
  ['0b101', 5n],
  ["'A'", 65n],
  ["'\\377'", -1n],
  ["'ab'", 24930n],
  ['1 ? 2 : 1 / 0', 2n],
  ['0 && 1 / 0', 0n],
  ['1 || 1 / 0', 1n],
  ['!3', 0n],
  ['sizeof(int[3])', 12n],
  ['sizeof "abc"', 4n],
  ['sizeof(struct s)', 12n],
  ['_Alignof(double)', 8n],
  ['__builtin_offsetof(struct s, b[1])', 8n],
  ['(unsigned long)&((struct s *)0)->b[1]', 8n],
  ['(char *)&((struct s *)8)->b - (char *)8', 4n],
  ['__builtin_types_compatible_p(int, const int)', 1n],
  ['__builtin_constant_p(3)', 1n],
  ['__builtin_constant_p(v)', 0n],
  ['__builtin_choose_expr(1, 5, v)', 5n],
  ['__builtin_inf()', Infinity],
  ['_Generic(v, char: 1, int: 2, default: 3)', 2n],
  ['THREE', 3n],
]

describe('a constant expression', () => {
  it.each(VALUES)('%s', (expression, value) => {
    const before = 'struct s { char a; int b[2]; }; enum { TWO = 2, THREE }; int v;'
    expect(expressionOf(expression, before)).toMatchObject({ value })
  })
})

describe('what is no constant', () => {
  it.each(['1 / 0', '1 % 0', 'v + 1', '1 << 40'])('%s', (expression) => {
    expect(expressionOf(expression, 'int v;').kind).toBe('arithmetic')
  })
})

/** Initialisers of `x` and the image they give, in bytes under LP64. */
const IMAGES: readonly [text: string, image: string][] = [
  ['int x = 258;', '02010000'],
  ['short x = -2;', 'feff'],
  ['float x = 1;', '0000803f'],
  ['double x = -2.0f;', '00000000000000c0'],
  ['int x = 0;', 'zero'],
  ['int x[3] = {1, 2};', '010000000200000000000000'],
  ['char x[4] = "ab";', '61620000'],
  ['char x[2] = "ab";', '6162'],
  ['char x[] = {"hi"};', '686900'],
  ['char x[2][3] = {"a", "bc"};', '610000626300'],
  ['int x[] = {[2] = 7, [0] = 1};', '010000000000000007000000'],
  ['char x[] = {[1 ... 3] = 5, 6};', '0005050506'],
  ['struct { char a; short b; } x = {1, 2};', '01000200'],
  ['struct { char a; short b; } x = {.b = 2};', '00000200'],
  ['struct { struct { char a, b; } s; char c; } x = {.s.a = 1, 2, 3};', '010203'],
  ['struct { struct { char a, b; } s; char c; } x = {1, 2, 3};', '010203'],
  ['struct { char c; struct { char a, b; } s; } x = {.s = 1, 2};', '000102'],
  ['struct { struct { char a, b; } s; char c; } x = {.s = 1, .c = 3};', '010003'],
  ['struct { char a[2], b; } x[2] = {{{1}, 2}, 3, 4, 5};', '010002030405'],
  ['struct { char a; union { char b; short c; }; } x = {1, {.c = 515}};', '01000302'],
  ['union { char a; int b; } x = {.b = 258};', '02010000'],
  ['struct { int : 4; unsigned a : 3, b : 5; } x = {5, 9};', 'd0040000'],
  ['struct { char n; char tail[]; } x = {2, {7, 8}};', '020708'],
  ['int y[4]; int *x = &y[2];', '0000000000000000 0:y+8'],
  ['int y[4]; int *x = y + 3 - 1;', '0000000000000000 0:y+8'],
  ['struct { int a, b[2]; } y; char *x = (char *)&y.b[1] - 1;', '0000000000000000 0:y+7'],
  ['int f(void); int (*x)(void) = f;', '0000000000000000 0:f+0'],
  ['int f(void); int (*x[2])(void) = {0, &f};', '00000000000000000000000000000000 8:f+0'],
  ['char *x = "text";', '0000000000000000 0:literal+0'],
  ['char *x = "text" + 2;', '0000000000000000 0:literal+2'],
  ['int y; unsigned long x = (unsigned long)&y + 4;', '0000000000000000 0:y+4'],
  ['int *x = (int[]){1, 2};', '0000000000000000 0:literal+0'],
  ['static const int y = 5; int x = y;', '05000000'],
  ['struct p { int a; }; struct p x = (struct p){3};', '03000000'],
]

describe('a static initialiser', () => {
  it.each(IMAGES)('%s', (text, image) => {
    expect(imageText(globalOf(text).initialiser)).toBe(image)
  })
})
