import { describe, expect, it } from 'vitest'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'
import { printed, programOf } from './program.ts'

/** Offsets of a function's variables, as `name -4, …`. */
function offsets(text: string, model: DataModel = 'lp64'): string {
  const program = programOf(`${text}\nint main(void) { return 0; }`, model)
  const { locals } = program.functions.find((each) => each.name === 'f')!
  return locals.map(({ name, offset }) => `${name} ${offset}`).join(', ')
}

// Expected values: &variable - __builtin_frame_address(0) as gcc 12 -O0 gives it on x86-64.
describe('locals lie as in gcc', () => {
  it.each([
    ['void f() { int secret; char name[8]; }', 'secret -4, name -12'],
    ['void f() { char name[8]; int secret; }', 'name -8, secret -12'],
    ['void f() { int a, b; { int c, d; } { int e, g[4]; } }', 'a -4, b -8, c -12, d -16, e -20, g -48'],
    [
      'void f() { struct { char n[16]; int k; } s; char t[20]; int q[3]; char *p; }',
      's -32, t -64, q -76, p -88',
    ],
    ['void f(int n) { for (int i = 0; i < n; i++) { char b[3]; short s; } }', 'n -20, i -4, b -7, s -10'],
    ['void f(int a, int b, int c) { char s[24]; int ok; }', 'a -52, b -56, c -60, s -32, ok -36'],
    ['void f(int argc, char **argv) { int n; char *p; int *q; }', 'argc -36, argv -48, n -4, p -16, q -24'],
  ])('%s', (text, expected) => {
    expect(offsets(text)).toBe(expected)
  })

  it('under ILP32 without the 16 bytes for arrays', () => {
    expect(
      offsets('void f() { struct { char n[16]; int k; } s; char t[20]; double d; char *p; }', 'ilp32'),
    ).toBe('s -28, t -48, d -56, p -60')
  })
})

describe('a frame', () => {
  it('is a multiple of 16 bytes', () => {
    const { functions } = programOf('int main(void) { char a[33]; a[0] = 0; return a[0]; }')
    expect(functions.map(({ frameSize }) => frameSize % 16)).toEqual(functions.map(() => 0))
  })

  it('overflows from a buffer into the variable declared before it', () => {
    const text = `#include <stdio.h>
      #include <string.h>
      int main(void) { int ok = 0; char name[8]; strcpy(name, "12345678!"); printf("%d", ok); }`
    expect(printed(text)).toBe('33')
  })

  it.each(['lp64', 'ilp32'] as const)('keeps nothing of the arguments that a call had, in %s', (model) => {
    const text = `#include <stdio.h>
      static int seen(unsigned long value, unsigned long *end) { int n = 0;
        for (unsigned long *p = __builtin_frame_address(0); p < end; p++) n += *p == value + 1;
        return n; }
      int main(void) { unsigned long *end = __builtin_frame_address(0), value = 0xabcdf;
        printf("%lx ", value); value -= 1; printf("%d", seen(value, end)); }`
    expect(printed(text, model)).toBe('abcdf 0')
  })

  it.each(['lp64', 'ilp32'] as const)('returns to where its return address says, in %s', (model) => {
    const text = `#include <stdio.h>
      #include <stdlib.h>
      static void won(void) { puts("won"); exit(0); }
      static void greet(void) { void **frame = __builtin_frame_address(0); frame[1] = won; puts("hello"); }
      int main(void) { greet(); puts("not here"); }`
    expect(printed(text, model)).toBe('hello\nwon\n')
  })

  it.each(['lp64', 'ilp32'] as const)('has room for locals of any alignment in %s', (model) => {
    const text = `#include <stdio.h>
      int main(void) { char c; int a[3] __attribute__((aligned(128))) = {1, 2};
      c = 0; printf("%d %d %d", (int)((unsigned long)a % 128), a[1], a[2] + c); }`
    expect(printed(text, model)).toBe('0 2 0')
  })
})
