import { describe, expect, it } from 'vitest'
import { columnsOn, roleOf, rowsOf } from '../../../../src/ui/source/code/rows.ts'
import { insertion, offsetOf } from '../../../../src/ui/source/editing/typing.ts'
import { viewAt } from '../../../support/program-lab.ts'

const said = (line: number, message: string) =>
  ({ file: 'a.c', line, column: 1, severity: 'error', message }) as const

describe('the rows of a file', () => {
  it('have messages below their lines, long ones with more room', () => {
    expect(rowsOf(3, [said(2, 'x'.repeat(60))]).map(({ kind }) => kind)).toEqual([
      'line',
      'line',
      'message',
      'more',
      'line',
    ])
  })

  it('keep a message for a line that does not exist', () => {
    expect(rowsOf(1, [said(9, 'end of file')]).map(({ kind }) => kind)).toEqual(['line', 'message'])
  })
})

describe('the statement', () => {
  const span = { file: 'a.c', line: 2, column: 5, endLine: 4, endColumn: 3 }

  it('covers the columns of each of its lines', () => {
    expect(columnsOn(span, 2, '    f(1,')).toEqual([4, 8])
    expect(columnsOn(span, 3, '      2')).toEqual([6, 7])
    expect(columnsOn(span, 4, ');')).toEqual([0, 2])
    expect(columnsOn(span, 5, 'x')).toEqual([0, 0])
  })

  it('is now; the lines of callers are theirs', () => {
    const frame = (line: number) => ({ function: 'f', file: 'a.c', line, address: line, variables: [] })
    const view = viewAt(span, { stack: [frame(2), frame(9)] })
    expect([1, 3, 9].map((line) => roleOf(view, 'a.c', line))).toEqual(['', 'now', 'caller'])
    expect(roleOf(view, 'b.c', 3)).toBe('')
    expect(roleOf(null, 'a.c', 3)).toBe('')
  })
})

describe('typing', () => {
  it('indents as the line does, deeper behind a brace', () => {
    expect(insertion('Tab', false, 'ab', 2)).toBe('  ')
    expect(insertion('Tab', true, 'ab', 2)).toBeNull()
    expect(insertion('Enter', false, '  x;', 4)).toBe('\n  ')
    expect(insertion('Enter', false, 'if (x) {', 8)).toBe('\n    ')
    expect(insertion('a', false, '', 0)).toBeNull()
  })

  it('finds where a line begins', () => {
    expect([1, 2, 3, 9].map((line) => offsetOf('ab\nc\nd', line))).toEqual([0, 3, 5, 6])
  })
})
