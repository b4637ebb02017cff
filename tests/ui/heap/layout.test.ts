import { describe, expect, it } from 'vitest'
import { chunkAtSpot, type Frame, layoutHeap, pieceOf, scrolledFrom } from '../../../src/ui/heap/layout.ts'
import { chunksOf } from '../../support/heap-picture.ts'

const FRAME: Frame = {
  left: 0,
  top: 0,
  width: 128,
  height: 1000,
  rowHeight: 40,
  bytesPerRow: 128,
  from: 0,
  origin: 0x1000,
  programBreak: 0,
}

/** A layout in words: `1000 0[ ]1[` is a row at 0x1000 with chunk 0 whole and the beginning of chunk 1. */
function told(picture: string, change: Partial<Frame> = {}): string[] {
  return layoutHeap(chunksOf(picture), { ...FRAME, ...change }).rows.map((row) => {
    if (row.kind === 'bytes') {
      const pieces = row.pieces.map(
        (piece) => `${piece.begins ? '[' : '~'}${piece.index}:${piece.width}${piece.ends ? ']' : '~'}`,
      )
      return `${row.address.toString(16)} ${pieces.join('')}`
    }
    if (row.kind === 'skip') return `skip ${row.to - row.address}`
    return row.kind
  })
}

describe('the map in rows', () => {
  it('puts chunks side by side and lets them go on in the next row', () => {
    expect(told('[64](48)[64]')).toEqual(['1000 [0:64][1:48][2:16~', '1080 ~2:48]'])
  })

  it('leaves out the middle of a long chunk and says how much', () => {
    expect(told('[64]<134096>')).toEqual(['1000 [0:64][1:64~', 'skip 134016', '21c00 ~1:16]'])
  })

  it('draws every row of a chunk of six', () => {
    expect(told('[768]')).toHaveLength(6)
    expect(told('[896]').map((row) => row.split(' ')[0])).toEqual(['1000', 'skip', '1300'])
  })

  it('begins with the row of the first address wanted', () => {
    expect(told('[64](48)[64]', { from: 0x1080 })).toEqual(['1080 ~2:48]'])
  })

  it('draws the whole of its first row, also where the first address wanted lies inside', () => {
    expect(told('[64](48)[64][80]', { from: 0x10a0, programBreak: 0x1100 })).toEqual([
      '1080 ~2:48][3:80]',
      'break',
    ])
  })

  it('begins with the chunk itself when the window begins in the part left out', () => {
    expect(told('[1280]', { from: 0x1200 })[0]).toBe('1000 [0:128~')
  })

  it('stops when the frame is full', () => {
    const layout = layoutHeap(chunksOf('[128][128][128]'), { ...FRAME, height: 100 })
    expect(layout.rows).toHaveLength(2)
    expect(layout.reachesEnd).toBe(false)
  })

  it('marks the break behind the chunk that ends there', () => {
    expect(told('[64](48)', { programBreak: 0x1070 })).toEqual(['1000 [0:64][1:48]', 'break'])
  })

  it('gives what lies before the first chunk a thin row', () => {
    const layout = layoutHeap(chunksOf('{8}[64]'), { ...FRAME, origin: 0x1008 })
    expect(layout.rows.map(({ height }) => height)).toEqual([14, 40])
  })

  it('tells of addresses that are not the allocator’s', () => {
    const chunks = chunksOf('[64][64]')
    chunks.address[1] = 0x9000
    const rows = layoutHeap(chunks, FRAME).rows
    expect(rows.map(({ kind }) => kind)).toEqual(['bytes', 'gap', 'bytes'])
    expect(rows[2]!.address).toBe(0x9000)
  })

  it('covers each byte of a heap that fits exactly once', () => {
    const chunks = chunksOf('[32](48)[80](16)[400][24]<72>')
    const layout = layoutHeap(chunks, FRAME)
    const bytes = layout.rows.flatMap((row) => (row.kind === 'bytes' ? row.pieces : []))
    expect(bytes.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(672)
    for (let i = 1; i < bytes.length; i++) expect(bytes[i]!.from).toBe(bytes[i - 1]!.to)
  })
})

describe('places on the map', () => {
  const chunks = chunksOf('[64](48)[64]')
  const layout = layoutHeap(chunks, FRAME)

  it('finds the chunk below the pointer', () => {
    expect(chunkAtSpot(layout, 10, 10)).toBe(0)
    expect(chunkAtSpot(layout, 70, 10)).toBe(1)
    expect(chunkAtSpot(layout, 10, 45)).toBe(-1)
    expect(chunkAtSpot(layout, 10, 60)).toBe(2)
  })

  it('finds the first piece of a chunk by any address in it', () => {
    expect(pieceOf(layout, chunks, 0x1090)?.piece.from).toBe(0x1070)
    expect(pieceOf(layout, chunks, 0x5000)).toBeNull()
  })

  it('scrolls by rows and stops at the end', () => {
    expect(scrolledFrom(layout, -1)).toBe(0xf80)
    expect(scrolledFrom(layout, 1)).toBe(0x1000)
    const cut = layoutHeap(chunksOf('[128][128][128]'), { ...FRAME, height: 100 })
    expect(scrolledFrom(cut, 1)).toBe(0x1080)
  })
})
