import { describe, expect, it } from 'vitest'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'
import { prints } from './program.ts'

const MODELS: readonly DataModel[] = ['lp64', 'ilp32']
const SAY = 'static int say(int v) { printf("%d ", v); return v; }'

// Expected values: what gcc 12 prints.
describe('order of evaluation', () => {
  it.each([
    ['arguments from the right', 'printf("= %d %d", say(1), say(2));', '2 1 = 1 2'],
    ['the pointer to the function before the arguments', 'pick()(say(1), say(2));', 'pick 2 1 '],
    [
      'a plain variable last where operands may be swapped',
      'printf("%d ", x + change()); printf("%d", x - change());',
      '12 8',
    ],
    ['the value of a compound assignment first', 'x += change(); printf("%d", x);', '12'],
    ['the target before a call, but after its arguments', 'v[say(1)] = say(say(2));', '2 1 2 '],
    ['the target after any other value', 'v[say(1)] = say(2) + 1;', '2 1 '],
    ['initialisers by their place', 'struct { int a, b; } s = {.b = say(1), .a = say(2)}; (void)s;', '2 1 '],
  ])('%s', (_, statements, expected) => {
    const before = `${SAY} static int x = 5, v[4]; static int change(void) { x = 10; return 2 + 2 * (x < 9); }
      static int add(int a, int b) { return a + b; } static int (*pick(void))(int, int) { printf("pick "); return add; }`
    expect(prints(statements, before)).toBe(expected)
  })
})

describe.each(MODELS)('under %s', (model) => {
  it('records are passed, returned and kept apart', () => {
    const before = `struct r { long a, b, c; }; static struct r make(long v) { struct r r = {v, v * 2, v * 3}; return r; }
      static struct r grown(struct r r) { r.a += 100; return r; }`
    const statements = `struct r x = make(1), y = grown(x); x = grown(grown(x));
      printf("%ld %ld %ld %ld", x.a, y.a, y.c, grown(make(5)).a);`
    expect(prints(statements, before, model)).toBe('201 101 3 105')
  })

  it('variadic functions find arguments of every size', () => {
    const before = `#include <stdarg.h>
      struct pair { int a; char b; };
      static void show(const char *kinds, ...) { va_list list, again; va_start(list, kinds); va_copy(again, list);
        for (; *kinds; kinds++) switch (*kinds) {
          case 'i': printf("%d ", va_arg(list, int)); break;
          case 'l': printf("%lld ", va_arg(list, long long)); break;
          case 'd': printf("%g ", va_arg(list, double)); break;
          case 'p': { struct pair p = va_arg(list, struct pair); printf("(%d %d) ", p.a, p.b); break; } }
        printf("%d", va_arg(again, int)); va_end(list); }`
    const statements = 'struct pair p = {7, 8}; show("ildpi", 1, 1LL << 40, 2.5, p, (char)-3);'
    expect(prints(statements, before, model)).toBe('1 1099511627776 2.5 (7 8) -3 1')
  })

  it('values in registers survive calls', () => {
    const before = 'static int f(int a, int b) { return a * 10 + b; }'
    expect(
      prints('printf("%d %g", f(1, f(2, 3)) - f(f(1, 2), 4) * f(5, 6), 0.5 + f(1, 1) / 2.0);', before, model),
    ).toBe(`${33 - 124 * 56} 6`)
  })

  it('variable-length arrays give their space back however a block is left', () => {
    const statements = `long total = 0;
      for (int i = 0; i < 30000; i++) { char v[i % 100 + 1]; v[0] = 1; if (i % 3) continue; total += v[0]; if (i == 29997) goto out; }
      out: printf("%ld", total);`
    expect(prints(statements, '', model)).toBe('10000')
  })

  it('alloca keeps its space until the function ends', () => {
    const statements = `char *last = 0; int n = 0;
      for (int i = 0; i < 5; i++) { char *p = __builtin_alloca(20); p[0] = i; n += last == 0 || last - p >= 20; last = p; }
      printf("%d %d", n, last[0]);`
    expect(prints(statements, '', model)).toBe('5 4')
  })

  it('bit-fields cut what is put into them', () => {
    const before = 'static struct { unsigned a : 3; int b : 5; long long c : 40; _Bool d : 1; } f;'
    const statements = `int x = f.a = 13; int y = f.b = 17; f.c = 1LL << 39; f.d = 4; int z = ++f.a; f.b -= 3;
      printf("%d %d %d %d %lld %d %d", x, y, z, f.b, (long long)f.c, f.d, f.d--);`
    expect(prints(statements, before, model)).toBe('5 -15 6 14 -549755813888 0 1')
  })

  it('narrow integers wrap in assignments and steps', () => {
    const statements = `unsigned char c = 250; signed char s = 127; _Bool b = 0; short h = 1; c += 10; s++; b--; h *= 1.9;
      printf("%d %d %d %d ", c, s, b, h); printf("%d", c++ + --s);`
    expect(prints(statements, '', model)).toBe('4 -128 1 1 131')
  })

  it('a 64-bit integer is rounded to float once', () => {
    expect(
      prints('long long v = 0x8000008000000001; printf("%.0f %.0f", (float)v, (float)(v >> 7));', '', model),
    ).toBe('-9223371487098961920 -72057589742960640')
  })

  it('a switch finds ranges and the ends of 64 bits', () => {
    const before = `static int f(unsigned long long v) { switch (v) { case 0: return 1; case 5 ... 9: return 2;
      case 0x7fffffffffffffff ... 0x8000000000000001: return 3; case -1ULL: return 4; default: return 5; } }`
    const statements = 'printf("%d%d%d%d%d%d", f(0), f(9), f(1ULL << 63), f((1ULL << 63) - 1), f(-1), f(10));'
    expect(prints(statements, before, model)).toBe('123345')
  })
})
