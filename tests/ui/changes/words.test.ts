import { describe, expect, it } from 'vitest'
import type { ChunkChange, ChunkSide, Difference } from '../../../src/engine/session/index.ts'
import {
  betweenWords,
  breakRow,
  chunkRow,
  chunkSummary,
  figureRows,
  headWords,
  isEmpty,
  listRow,
  listSummary,
  regionRow,
} from '../../../src/ui/changes/words.ts'
import { NO_METRICS, noDifference } from '../../support/difference.ts'

const BLOCK: ChunkSide = { size: 64, state: 0, payload: 0x9010, usable: 56, requested: 50, name: 'p[3]' }
const HOLE: ChunkSide = { size: 64, state: 1, payload: 0x9010, usable: 56, requested: -1, name: '' }

function words(change: Partial<ChunkChange>): string {
  const { sign, place, words } = chunkRow({
    kind: 'state',
    address: 0x555555559008,
    before: BLOCK,
    after: HOLE,
    bytes: 0,
    ...change,
  })
  return `${sign} ${place.replace('55555555', '…')}: ${words}`
}

const HERE = { operation: 4, step: 2 }

describe('a changed chunk in words', () => {
  it('is what it was and what it is', () => {
    expect(words({})).toBe('~ 0x…9008: in use 64 (p[3]) → free 64')
    expect(words({ before: null, after: HOLE, kind: 'appeared' })).toBe('+ 0x…9008: new: free 64')
    expect(words({ after: null, kind: 'vanished' })).toBe('− 0x…9008: gone: was in use 64 (p[3])')
    expect(words({ kind: 'size', before: HOLE, after: { ...HOLE, state: 2, size: 4096 } })).toBe(
      '~ 0x…9008: free 64 → top 4,096',
    )
  })

  it('tells bytes that differ', () => {
    expect(words({ kind: 'bytes', after: BLOCK, bytes: 12 })).toBe(
      '~ 0x…9008: in use 64 (p[3]); 12 bytes of it differ',
    )
    expect(words({ kind: 'bytes', after: BLOCK, bytes: 1 })).toMatch(/; 1 byte of it differs$/)
  })

  it('tells that another block lives in it, or none any more', () => {
    const other = { ...BLOCK, name: 'p[5]', requested: 40 }
    expect(words({ kind: 'block', after: other })).toBe(
      '~ 0x…9008: in use 64, another block: p[3], 50 asked for → p[5], 40 asked for',
    )
    expect(words({ kind: 'block', after: { ...BLOCK, requested: -1, name: '' } })).toBe(
      '~ 0x…9008: in use 64: p[3] was freed, the chunk was not',
    )
    expect(words({ kind: 'block', before: { ...BLOCK, requested: -1, name: '' }, after: other })).toBe(
      '~ 0x…9008: in use 64: now p[5], 40 asked for',
    )
  })
})

describe('the rest of a difference in words', () => {
  it('says from where to where', () => {
    expect(headWords(noDifference({ operation: 2, step: 3 }, HERE))).toBe(
      'What has changed since operation 3, step 3.',
    )
    expect(headWords(noDifference({ operation: 4, step: 3 }, HERE))).toBe(
      'What is different here, against operation 5, step 3, which comes later.',
    )
    expect(headWords(noDifference({ operation: 0, step: 0 }, HERE))).toBe(
      'What has changed since before operation 1.',
    )
  })

  it('counts', () => {
    const between = { allocated: { blocks: 2, bytes: 90 }, freed: { blocks: 0, bytes: 0 }, syscalls: 1 }
    expect(betweenWords(between)).toBe(
      'In between: 2 blocks allocated (90 bytes), 0 blocks freed, 1 system call.',
    )
    const { chunks, lists } = noDifference(HERE, HERE)
    expect(chunkSummary({ ...chunks, total: 3, counts: { ...chunks.counts, appeared: 2, bytes: 1 } })).toBe(
      '3 changed: 2 new, 1 written to',
    )
    expect(listSummary({ ...lists, lengthBefore: 1, lengthAfter: 1200 })).toBe(
      '1 → 1,200 free chunks; none changed',
    )
  })

  it('tells places in free lists, with the list where there are several', () => {
    const change = { chunk: 0x9000, size: 48, before: { list: 0, place: 2 }, after: { list: 1, place: 0 } }
    expect(listRow({ ...change, kind: 'moved' }, ['small', 'large']).words).toBe(
      'free 48 moved from place 3, small to place 1, large',
    )
    expect(listRow({ ...change, kind: 'added' }, ['free']).words).toBe('free 48 came in at place 1')
    expect(listRow({ ...change, kind: 'removed' }, ['free']).words).toBe('free 48 left; it was at place 3')
  })

  it('tells what was mapped', () => {
    const side = { permissions: 'rw-p', name: '' }
    const stretch = { from: 0x700000007000, to: 0x700000009000 }
    expect(regionRow({ ...stretch, before: null, after: side })).toMatchObject({
      sign: '+',
      place: '0x700000007000–0x700000009000',
      words: 'mapped: 8,192 B, rw-p anonymous',
    })
    expect(regionRow({ ...stretch, before: side, after: null }).words).toBe(
      'unmapped: 8,192 B, was rw-p anonymous',
    )
    expect(regionRow({ ...stretch, before: side, after: { ...side, permissions: 'r--p' } }).words).toBe(
      '8,192 B: rw-p anonymous → r--p anonymous',
    )
    const { regions } = noDifference(HERE, HERE)
    expect(breakRow(regions)).toBeNull()
    expect(breakRow({ ...regions, breakBefore: 0x555555559000, breakAfter: 0x555555558000 })).toMatchObject({
      place: '0x555555558000',
      words: 'the break moved down by 4,096 B, from 0x555555559000',
    })
  })

  it('tells figures that changed, and no others', () => {
    const metrics = { before: NO_METRICS, after: { ...NO_METRICS, live: 90, freeChunks: 2, probes: 7 } }
    const difference: Difference = noDifference(HERE, HERE, { metrics })
    expect(figureRows(difference)).toEqual([
      { name: 'Requested', before: '0 B', after: '90 B', change: '+90 B' },
      { name: 'Number of free chunks', before: '0', after: '2', change: '+2' },
    ])
    expect(isEmpty(difference)).toBe(false)
    expect(isEmpty(noDifference(HERE, HERE))).toBe(true)
  })
})
