import { describe, expect, it } from 'vitest'
import type { ProgramView } from '../../../src/engine/session/index.ts'
import { commonIndent, linesAround, placeOf } from '../../../src/ui/source/near.ts'

describe('the lines around the current one', () => {
  it('has the line in the middle', () => {
    expect(linesAround(8, 20, 3)).toEqual([7, 8, 9])
  })

  it('has as many lines at the ends of the text, and all of a short one', () => {
    expect(linesAround(1, 20, 3)).toEqual([1, 2, 3])
    expect(linesAround(20, 20, 3)).toEqual([18, 19, 20])
    expect(linesAround(2, 2, 3)).toEqual([1, 2])
  })

  it('knows the indent that all lines share', () => {
    expect(commonIndent(['    a', '  b', '', '      c'])).toBe(2)
    expect(commonIndent([''])).toBe(0)
  })
})

describe('the place that a person follows', () => {
  const view = (line: number, ...lines: number[]): ProgramView =>
    ({
      at: { file: 'main.c', line },
      stack: lines.map((each) => ({ file: 'list.c', line: each })),
    }) as unknown as ProgramView

  it('is the statement', () => {
    expect(placeOf(view(7, 3))).toEqual({ file: 'main.c', line: 7 })
  })

  it('is the call that led into the library while that is at work', () => {
    expect(placeOf(view(0, 0, 12, 4))).toMatchObject({ file: 'list.c', line: 12 })
  })

  it('is nowhere before the program begins', () => {
    expect(placeOf(view(0)).line).toBe(0)
  })
})
