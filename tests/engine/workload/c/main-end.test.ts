import { describe, expect, it } from 'vitest'
import { mainEnd } from '../../../../src/engine/workload/c/main-end.ts'

/** Where main ends in one file, or why it cannot be said. */
function endOf(text: string, others: Readonly<Record<string, string>> = {}) {
  const more = Object.entries(others).map(([name, each]) => ({ name, text: each }))
  return mainEnd({ files: [{ name: 'main.c', text }, ...more], model: 'lp64', defines: [] })
}

const place = (text: string) => {
  const end = endOf(text)
  return end.kind === 'found' ? [end.line, end.column, end.lastLine] : end.reason
}

describe('where main ends', () => {
  it('is in front of its last return', () => {
    expect(place('int main(void) {\n  int a = 1;\n  return a;\n}\n')).toEqual([3, 3, 2])
  })

  it('is in front of its closing brace where it has none', () => {
    expect(place('int main(void) {\n  int a = 1;\n\n  // over\n}\n')).toEqual([5, 1, 2])
    expect(place('int main(void) {}')).toEqual([1, 17, 0])
  })

  it('is not a return inside of another block', () => {
    expect(place('int main(void) {\n  if (1) { return 2; }\n}\n')).toEqual([3, 1, 2])
  })

  it('is in the file that has main, wherever others end', () => {
    const end = endOf('#include "two.h"\nint main(void) { return two(); }', {
      'two.h': 'int two(void);\n',
      'two.c': 'int two(void) {\n  return 2;\n}\n',
    })
    expect(end).toMatchObject({ kind: 'found', file: 'main.c', line: 2, column: 18 })
  })

  it('may stand in a header', () => {
    const end = endOf('int main(void)\n#include "body.h"\n', { 'body.h': '{\n  return 0;\n}\n' })
    expect(end).toMatchObject({ kind: 'found', file: 'body.h', line: 2 })
  })
})

describe('what is declared there', () => {
  it('is what stands before main, its parameters and its outermost block', () => {
    const end = endOf(
      'typedef int number;\nint *g, f(number x);\nint main(int argc, char **argv) {\n  int a, *b = &a;\n  { int inner; }\n}\nint late;\n',
    )
    expect(end.kind === 'found' && end.names).toEqual(['g', 'f', 'argc', 'argv', 'a', 'b'])
  })

  it('is not what a block on the same line declares anew', () => {
    const end = endOf('int main(void) { int a, b; if (b) { int a; for (int c;;) a = c; } return 0; }')
    expect(end.kind === 'found' && end.names).toEqual(['b'])
  })

  it('has the functions of the headers', () => {
    const end = endOf('#include <stdlib.h>\nint main(void) {}\n')
    expect(end.kind === 'found' && end.names).toContain('realloc')
    expect(end.kind === 'found' && end.names).not.toContain('memset')
  })
})

describe('where nothing can be put', () => {
  it.each([
    ['int f(void) { return 1; }', 'There is no main'],
    ['int main(void) {', 'main.c cannot be read'],
    ['#define OUT return 0;\nint main(void) {\n  OUT\n}', 'made by a macro'],
    ['int main(void) {\n  goto done;\ndone:\n  return 0;\n}', "the label 'done'"],
  ])('%s', (text, reason) => {
    expect(endOf(text)).toMatchObject({ kind: 'none', reason: expect.stringContaining(reason) })
  })
})
