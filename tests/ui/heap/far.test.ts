import { describe, expect, it } from 'vitest'
import type { FarMap, Moment } from '../../../src/engine/session/index.ts'
import * as away from '../../../src/ui/heap/away.ts'
import { cellAtSpot, sharesOf } from '../../../src/ui/heap/far.ts'
import { farRestSpoken, rowSpoken } from '../../../src/ui/heap/far-words.tsx'
import { motionBetween } from '../../../src/ui/heap/motion.ts'
import { cellsThatFit, roomOn } from '../../../src/ui/heap/room.ts'
import { addressAt, anchorAt, drawScene, isShown, sceneOf } from '../../../src/ui/heap/scene.ts'
import { momentOf } from '../../support/heap-picture.ts'
import { NAMED_PALETTE, type PenCall, recordingPen, wordsIn } from '../../support/pen.ts'

const SIZE = { width: 700, height: 600 }
const CELLS = 16
const CELL_BYTES = 64
const ROW = CELLS * CELL_BYTES
const MAPPING = 0x7f0000000000

/** Two rows of heap up to the break, the second one half, and a mapping of half a row. */
const FAR: FarMap = {
  cells: CELLS,
  cellBytes: CELL_BYTES,
  rowFrom: Float64Array.of(0x10000, 0x10000 + ROW, MAPPING),
  rowTo: Float64Array.of(0x10000 + ROW, 0x10000 + 1.5 * ROW, MAPPING + ROW / 2),
  above: 0,
  below: 0,
  columns: {
    tags: filled(0, 16),
    used: filled(0, 32, 1, 64),
    mapped: filled(2, 64),
    own: filled(-1, 0),
    free: filled(0, 16),
    top: filled(-1, 0),
    begins: filled(0, 2),
  },
}

/** A column with the same value in each cell of some rows. */
function filled(...rows: number[]): Float64Array {
  const column = new Float64Array(3 * CELLS)
  for (let i = 0; i < rows.length; i += 2) {
    const [row, value] = [rows[i]!, rows[i + 1]!]
    const width = row === 0 ? CELLS : CELLS / 2
    if (row >= 0) column.fill(value, row * CELLS, row * CELLS + width)
  }
  return column
}

function momentFar(change: Partial<Moment> = {}): Moment {
  const programBreak = 0x10000 + 1.5 * ROW
  return momentOf('[64]', {
    far: FAR,
    programBreak,
    extent: { from: 0x10000, to: MAPPING + ROW / 2, chunks: 0x10000 },
    stretches: [
      { from: 0x10000, to: programBreak, chunks: 40, largest: 512 },
      { from: MAPPING, to: MAPPING + ROW / 2, chunks: 1, largest: 512 },
    ],
    ...change,
  })
}

function drawn(moment: Moment, changed?: ReadonlySet<number>): PenCall[] {
  const { pen, calls } = recordingPen()
  drawScene(pen, sceneOf(moment, SIZE, 0, 0, false, away), SIZE, NAMED_PALETTE, changed)
  return calls
}

describe('a heap from far away', () => {
  it('has its rows, the break behind the heap, and a name in front of what lies elsewhere', () => {
    const { layout } = sceneOf(momentFar(), SIZE, 0, 0, false, away)
    expect(layout.rows.map(({ kind }) => kind)).toEqual(['bytes', 'bytes', 'break', 'label', 'bytes'])
    const words = wordsIn(drawn(momentFar()))
    expect(words).toContain('program break 0x10600')
    expect(words).toContain('mapped region at 0x7f0000000000 · 512 B')
  })

  it('shows the share of each kind as height, one above the other, from the tags up', () => {
    const calls = drawn(momentFar())
    const fills = calls.filter(({ method }) => method === 'fill').map(({ fill }) => fill)
    expect(fills.slice(0, 3)).toEqual(['free', 'usedSoft', 'tag'])
    expect(fills).toContain('mapped')
    const { layout } = sceneOf(momentFar(), SIZE, 0, 0, false, away)
    const { y, height } = layout.rows[0]!
    const tops = calls.filter(({ method }) => method === 'lineTo').map(({ args }) => args[1])
    // Free reaches to the top, what is in use to three quarters, tags to one.
    expect(tops).toContain(y)
    expect(tops).toContain(y + height / 4)
    expect(tops).toContain(y + height * 0.75)
  })

  it('parts chunks that are large enough to be told apart', () => {
    const begins = new Float64Array(3 * CELLS)
    for (const cell of [0, 6, 12, 13]) begins[cell] = 1
    const far = { ...FAR, columns: { ...FAR.columns, begins } }
    const { layout } = sceneOf(momentFar(), SIZE, 0, 0, false, away)
    const parted = drawn(momentFar({ far })).filter(
      ({ method, fill, args }) => method === 'fillRect' && fill === 'panel' && args[1] === layout.rows[0]!.y,
    )
    expect(parted.map(({ args }) => args[0])).toEqual([layout.left + (6 * layout.width) / CELLS])
  })

  it('marks the chunk under discussion, bytes written, looks, marks, pointers and changes, however small', () => {
    const step = {
      kind: 'visit' as const,
      sentence: '',
      chunk: 0x10040,
      accesses: [{ write: true, address: 0x10048, size: 8 }],
    }
    const probes = [0x10010, 0x10040, 0x10400].map((chunk) => ({ chunk, size: 32, verdict: 'in use' }))
    const marks = [{ name: 'rover', address: 0x10440 }]
    const calls = drawn(momentFar({ step, probes, marks }), new Set([0x10080]))
    const strokes = calls.filter(({ method, stroke }) => method === 'stroke' && stroke === 'probe')
    expect(strokes.length).toBeGreaterThan(0)
    expect(calls.some(({ method, fill }) => method === 'fillRect' && fill === 'written')).toBe(true)
    expect(calls.filter(({ method }) => method === 'arc')).toHaveLength(3)
    expect(wordsIn(calls)).toEqual(expect.arrayContaining(['3', '1', 'rover']))
    expect(calls.some(({ method, fill }) => method === 'fill' && fill === 'ink')).toBe(true)
  })

  it('numbers no look that would cover another', () => {
    const probes = [0x10040, 0x10044, 0x10048].map((chunk) => ({ chunk, size: 16, verdict: 'in use' }))
    const words = wordsIn(drawn(momentFar({ probes })))
    expect(words).toContain('3')
    expect(words).not.toContain('2')
  })

  it('knows the cell and the byte below the pointer', () => {
    const scene = sceneOf(momentFar(), SIZE, 0, 0, false, away)
    const { layout } = scene
    const at = (row: number, share: number) => ({
      x: layout.left + layout.width * share,
      y: layout.rows[row]!.y + 5,
    })
    const spot = at(1, 0.26)
    expect(cellAtSpot(layout, FAR, spot.x, spot.y)).toEqual({ row: 1, cell: 4 })
    expect(addressAt(scene, spot)).toBe(0x10000 + ROW + Math.floor(0.26 * ROW))
    // Behind the break there is nothing.
    const behind = at(1, 0.8)
    expect(cellAtSpot(layout, FAR, behind.x, behind.y)).toBeNull()
    expect(anchorAt(scene, SIZE, spot)?.address).toBe(addressAt(scene, spot))
  })

  it('shows every address of the heap, so that nothing has to be brought into view', () => {
    const scene = sceneOf(momentFar(), SIZE, 0, 0, false, away)
    for (const address of [0x10000, 0x105ff, MAPPING + 511]) expect(isShown(scene, address)).toBe(true)
  })

  it('is told in words, row by row', () => {
    expect(rowSpoken(sharesOf(FAR, 0))).toBe(
      '0x10000 to 0x10400: 32 chunks, 512 bytes in use, 256 bytes tags, 256 bytes free',
    )
    expect(farRestSpoken(momentFar(), FAR)).toContain('This is the whole heap.')
    expect(farRestSpoken(momentFar(), { ...FAR, above: 1, below: 7 })).toContain(
      'There are 1 row above and 7 rows below.',
    )
  })

  it('is not seen to move: its cells are no chunks', () => {
    const before = sceneOf(momentFar({ position: { operation: 1, step: 1 } }), SIZE, 0, 0, false, away)
    const after = sceneOf(momentFar({ position: { operation: 1, step: 2 } }), SIZE, 0, 0, false, away)
    expect(motionBetween(before, after, 1000)).toBeNull()
  })

  it('has cells of whole pixels or more, on a telephone as on a large screen', () => {
    for (const width of [300, 700, 1400, 3000]) {
      const cells = cellsThatFit(width)
      expect(width / cells).toBeGreaterThanOrEqual(2.4)
      expect(width / cells).toBeLessThan(5)
    }
    expect(roomOn(SIZE).far).toBeGreaterThan(roomOn(SIZE).middle)
  })
})
