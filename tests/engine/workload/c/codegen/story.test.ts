import { describe, expect, it } from 'vitest'
import { programOf } from './program.ts'

const steps = (text: string) =>
  programOf(text)
    .lines.map(({ line, column }) => `${line}:${column}`)
    .join(' ')

describe('steps', () => {
  it('are the statements, and the parts of a loop head', () => {
    expect(
      steps('int main(void) {\n  int n = 0;\n  for (int i = 0; i < 3; i++)\n    n += i;\n  return n;\n}'),
    ).toBe('2:7 3:12 4:5 3:26 3:19 5:3')
  })

  it('have the closing brace where there is no return', () => {
    expect(steps('void f(int *p) {\n  *p = 1;\n}\nint main(void) {\n  int n;\n  f(&n);\n}')).toBe(
      '2:3 3:1 6:3 7:1',
    )
  })

  it('are in no function of the library', () => {
    const { lines, functions } = programOf(
      '#include <stdio.h>\nint main(void) { printf("%d", 1); return 0; }',
    )
    expect(lines.every((line) => !functions[line.function]!.isLibrary)).toBe(true)
  })
})

describe('the checker is told of', () => {
  const notes = (statements: string, before = '') =>
    programOf(`#include <stddef.h>\n${before}\nint main(void) { ${statements} }`)
      .notes.map(({ kind, name }) => `${kind} ${name}`)
      .join(', ')

  it('indices that may be outside of their array', () => {
    expect(notes('int a[4] = {0}; int i = 2; return a[i] + a[3];')).toBe('bounds a')
    expect(notes('int a[4] = {0}; a[4] = 1; return a[0];')).toBe('bounds a')
    expect(notes('struct { int v[3], n; } s = {{0}}; int i = 1; s.v[i] = 1;')).toBe('bounds s.v')
  })

  it('none that is only pointed to, or that stands at the end of a record', () => {
    expect(notes('int a[4]; int *end = &a[4]; return end - a;')).toBe('')
    expect(notes('struct s { int n; char text[1]; } *p = 0; int i = 3; return p ? p->text[i] : 0;')).toBe('')
  })

  it('sums, differences and products of sizes', () => {
    expect(notes('size_t n = 3, m = 4; m = n * m + 1; m -= n; return (int)m;')).toBe(
      'size-multiply n * m, size-add n * m + 1, size-subtract m - n',
    )
    expect(notes('int n = 3; return n * 4 + 1;')).toBe('')
  })

  it('pointers that lose bytes, and integers too small for one', () => {
    expect(notes('char c; int n = (int)&c; char *p = (char *)n; return p == &c;')).toBe(
      'pointer-to-int &c, int-to-pointer n',
    )
    expect(notes('char c; long n = (long)&c; return (char *)n == &c;')).toBe('')
  })
})

it('places are in order and cover every call', () => {
  const { places, files } = programOf('int f(void) { return 1; }\nint main(void) { return f(); }')
  expect([...places.pc]).toEqual([...places.pc].sort((a, b) => a - b))
  expect(files[0]).toBe('main.c')
})
