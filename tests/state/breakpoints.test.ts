import { describe, expect, it } from 'vitest'
import {
  breakpointsText,
  movedBreakpoints,
  movedLine,
  readBreakpoints,
  toggled,
} from '../../src/state/breakpoints.ts'

const FILES = [
  { name: 'main.c', text: 'a\nb\nc\nd\n' },
  { name: 'with space.c', text: 'x\n' },
]

describe('breakpoints', () => {
  it('are set and taken away, in order', () => {
    const two = toggled(toggled([], 'b.c', 3), 'a.c', 9)
    expect(two).toEqual([
      { file: 'a.c', line: 9 },
      { file: 'b.c', line: 3 },
    ])
    expect(toggled(two, 'a.c', 9)).toEqual([{ file: 'b.c', line: 3 }])
  })

  it.each([
    ['above the change', 1, 1],
    ['below it', 4, 6],
    ['in what was changed, and still there', 3, 3],
  ])('move with their lines: %s', (_where, line, expected) => {
    expect(movedLine('a\nb\nc\nd', 'a\nb\nnew\nnew\nc2\nd', line)).toBe(expected)
  })

  it('go with the lines and files that are taken out', () => {
    expect(movedLine('a\nb\nc', 'a\nc', 2)).toBe(0)
    const stops = [
      { file: 'main.c', line: 2 },
      { file: 'gone.c', line: 1 },
      { file: 'main.c', line: 4 },
    ]
    const after = [{ name: 'main.c', text: 'a\nc\nd\n' }]
    expect(movedBreakpoints(stops, FILES, after)).toEqual([{ file: 'main.c', line: 3 }])
  })

  it('travel in links as a short text', () => {
    const stops = [
      { file: 'main.c', line: 3 },
      { file: 'with space.c', line: 1 },
    ]
    const text = breakpointsText(stops, FILES)
    expect(text).toBe('0:3 1:1')
    expect(readBreakpoints(text, FILES)).toEqual(stops)
    expect(readBreakpoints('0:3 9:1 x 0:0 0:-4', FILES)).toEqual([stops[0]])
    expect(readBreakpoints(7, FILES)).toEqual([])
  })
})
