import { describe, expect, it } from 'vitest'
import { marksOf, stretchAt } from '../../../../src/ui/source/editing/marks.ts'

const said = (line: number, file = 'a.c') =>
  ({ file, line, column: 3, severity: 'error', message: `wrong on ${line}` }) as const

const underlined = (text: string, column: number) => text.slice(...stretchAt(text, column))

describe('what the compiler said of a file', () => {
  it('is about that file alone', () => {
    expect(marksOf([said(1), said(2, 'b.c')], 'a.c', 'x', 'x').map(({ line }) => line)).toEqual([1])
  })

  it('goes with its line after text was put in above', () => {
    expect(marksOf([said(2)], 'a.c', 'a\nb\n', 'new\na\nb\n')).toMatchObject([
      { line: 3, message: 'wrong on 2' },
    ])
  })

  it('goes away with its line', () => {
    expect(marksOf([said(2), said(3)], 'a.c', 'a\nb\nc\n', 'a\nc\n').map(({ line }) => line)).toEqual([2])
  })
})

describe('the stretch that is underlined', () => {
  const line = '  int x = ;'

  it('is the word or the sign at the place', () => {
    expect(underlined(line, 3)).toBe('int')
    expect(underlined(line, 4)).toBe('int')
    expect(underlined(line, 11)).toBe(';')
  })

  it('is the last word where the place is behind the line', () => {
    expect(underlined('  return x  ', 11)).toBe('x')
    expect(underlined('free(new)', 99)).toBe(')')
  })

  it('is all of a line without words, and nothing of an empty one', () => {
    expect(underlined('   ', 1)).toBe('   ')
    expect(stretchAt('', 5)).toEqual([0, 0])
  })
})
