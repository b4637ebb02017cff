import { describe, expect, test } from 'vitest'
import { HEADER_NAMES, standardHeader } from '../../../../../src/engine/workload/c/library/headers/index.ts'
import { expanded, run } from './support.ts'

const MODELS = ['lp64', 'ilp32'] as const

describe('the standard headers', () => {
  for (const model of MODELS)
    test(`can each be included alone, and twice (${model})`, () => {
      for (const name of HEADER_NAMES) {
        const { errors, warnings } = run(`#include <${name}>\n#include <${name}>\n`, { model })
        expect({ name, errors, warnings }).toEqual({ name, errors: [], warnings: [] })
      }
    })

  test('end in a whole line, and say so when there is none', () => {
    for (const name of HEADER_NAMES) expect(standardHeader(name)).toMatch(/\n$/)
    expect(standardHeader('nowhere.h')).toBeNull()
  })

  test('give glibc constants for both models', () => {
    const text = '#include <inttypes.h>\n#include <limits.h>\nPRId64 PRIxPTR SSIZE_MAX INT64_MAX'
    expect(expanded(text).split(' ; ').at(-1)).toBe('"l" "d" "l" "x" 0x7fffffffffffffffL 0x7fffffffffffffffL')
    expect(expanded(text, { model: 'ilp32' }).split(' ; ').at(-1)).toBe(
      '"ll" "d" "x" 0x7fffffff 0x7fffffffffffffffLL',
    )
  })

  test('give assert as NDEBUG says each time', () => {
    const text = '#include <assert.h>\nassert(x > 0);\n#define NDEBUG\n#include <assert.h>\nassert(x > 0);'
    const [checked, ignored] = expanded(text).split(' ; ').slice(-2)
    expect(checked).toBe(
      '( ( x > 0 ) ? ( void ) ( 0 ) : __assert_fail ( "x > 0" , "main.c" , 2 , __func__ ) )',
    )
    expect(ignored).toBe('( ( void ) ( 0 ) ) ;')
  })

  test('give the GNU extensions only to those who ask', () => {
    expect(expanded('#include <sys/mman.h>\n')).not.toContain('mremap')
    expect(expanded('#define _GNU_SOURCE\n#include <sys/mman.h>\n')).toContain('mremap')
  })
})
