import { describe, expect, test } from 'vitest'
import { expanded, run } from './support.ts'

const files = [
  { name: 'mm.h', text: '#ifndef MM_H\n#define MM_H\nmine\n#endif\n' },
  { name: 'include/once.h', text: '#pragma once\n#include "deep.h"\nonce\n' },
  { name: 'include/deep.h', text: 'deep __FILE__ __INCLUDE_LEVEL__\n' },
  { name: 'malloc.h', text: 'own_malloc_h\n' },
]

describe('#include', () => {
  test("finds the scenario's files", () => {
    expect(expanded('#include "mm.h"\n#include "mm.h"\nx', { files })).toBe('mine x')
    expect(expanded('#include "../src/mm.h"\n', { files })).toBe('mine')
    expect(expanded('#include "once.h"\n#include "include/once.h"\n', { files })).toBe(
      'deep "include/deep.h" 2 once',
    )
  })

  test("prefers the lab's header between < and >, the scenario's between quotes", () => {
    expect(expanded('#include "malloc.h"\n', { files })).toBe('own_malloc_h')
    expect(expanded('#include <malloc.h>\n', { files })).toContain('malloc_usable_size')
    expect(expanded('#include <once.h>\n', { files })).toContain('once')
    expect(expanded('#include "stdbool.h"\nbool', { files })).toBe('_Bool')
  })

  test('takes what macros give', () => {
    expect(expanded('#define H <stdbool.h>\n#include H\ntrue')).toBe('1')
    expect(expanded('#define Q "mm.h"\n#include Q\n', { files })).toBe('mine')
  })

  test('gives places in the header', () => {
    const { tokens } = run('#include "mm.h"\n', { files })
    expect(tokens[0]?.place).toEqual({ file: 'mm.h', line: 3, column: 1 })
    expect(run('#include <unistd.h>\n').tokens[0]?.place.file).toBe('<bits/size_t.h>')
  })

  test('of what is not there says what is', () => {
    expect(run('#include <stdoi.h>\n').errors).toEqual([
      '1:10: there is no header <stdoi.h>; did you mean stdio.h?',
    ])
    const { errors, isStopped } = run('#include "csapp-lib.h"\n#include <complex.h>\nint x;', { files })
    expect(errors[0]).toContain(
      'there is no file "csapp-lib.h" beside this one: the program consists of mm.h, ',
    )
    expect(errors[1]).toContain('there is no header <complex.h>; the lab has alloca.h, assert.h,')
    expect(isStopped).toBe(true)
  })

  test('without end is an error', () => {
    expect(run('#include "main.c"\n').errors[0]).toContain(
      'main.c is included 100 files deep: it includes itself',
    )
  })
})
