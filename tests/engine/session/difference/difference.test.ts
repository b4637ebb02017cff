import { describe, expect, it } from 'vitest'
import type { Difference } from '../../../../src/engine/session/index.ts'
import { Session } from '../../../../src/engine/session/session.ts'
import { ran } from '../../../support/scenarios.ts'
import { program } from '../program/support.ts'

/** What changed between the ends of two operations, counted from 1. */
function between(session: Session, from: number, to: number, limit = 100): Difference {
  const end = (operation: number) => ({ operation: operation - 1, step: 1000 })
  return session.difference({ from: end(from), to: end(to), limit })
}

/** The changed chunks as `kind before → after`. */
function told({ chunks }: Difference): string[] {
  const side = (what: Difference['chunks']['told'][number]['before']) =>
    what === null
      ? '-'
      : `${['used', 'free', 'top', 'mapped', 'meta'][what.state]} ${what.size} ${what.name}`.trim()
  return chunks.told.map(({ kind, before, after }) => `${kind}: ${side(before)} → ${side(after)}`)
}

describe('what changed between two moments', () => {
  const LINES = ['a 0 100', 'a 1 50', 'f 0', 'a 2 40', 'w 1 0 010203', 'f 2', 'a 3 40']

  it('comes with bytes as they were', () => {
    const session = ran(LINES)
    const end = (operation: number) => ({ operation: operation - 1, step: 1000 })
    const { address } = session.moment({
      position: end(5),
      map: { from: 0, to: 0, limit: 20 },
      listLimit: 1,
      inspect: null,
    }).chunks
    const payload = address[3]! + 8
    const bytes = { from: payload, length: 4 }
    const then = (from: number, to: number) =>
      session.difference({ from: end(from), to: end(to), limit: 1, bytes }).bytes
    expect(then(5, 4)).toEqual({ from: payload, before: Uint8Array.of(1, 2, 3, then(4, 5)!.before[3]!) })
    expect(then(4, 5)!.before).not.toEqual(then(5, 4)!.before)
    expect(between(session, 4, 5).bytes).toBeNull()
  })

  it('is told of chunks that were freed, split and made', () => {
    const session = ran(LINES)
    expect(told(between(session, 2, 3))).toEqual(['state: used 128 p[0] → free 128'])
    expect(told(between(session, 3, 4))).toEqual(['state: free 128 → used 64 p[2]', 'appeared: - → free 64'])
    expect(told(between(session, 4, 3))).toEqual(['state: used 64 p[2] → free 128', 'vanished: free 64 → -'])
  })

  it('is told of bytes by comparing them', () => {
    const session = ran(LINES, { run: { fill: 0 } })
    const { chunks } = between(session, 4, 5)
    expect(chunks.told).toMatchObject([{ kind: 'bytes', bytes: 3, before: { name: 'p[1]' } }])
    expect(chunks.marks).toHaveLength(1)
    // Writing what stands there already changes nothing.
    const same = ran(['a 0 16', 'w 0 0 07', 'w 0 0 07'], { run: { fill: 0 } })
    expect(between(same, 2, 3).chunks.total).toBe(0)
  })

  it('is told of another block in a chunk that looks as before', () => {
    const difference = between(ran(LINES), 4, 7)
    expect(told(difference)).toContain('block: used 64 p[2] → used 64 p[3]')
    expect(difference.between).toMatchObject({
      allocated: { blocks: 1, bytes: 40 },
      freed: { blocks: 1, bytes: 40 },
    })
  })

  it('is told of freed blocks that an allocator does not take back', () => {
    const difference = between(ran(['a 0 100', 'f 0'], { allocator: 'bump' }), 1, 2)
    expect(difference.chunks.counts.block).toBe(1)
    expect(difference.chunks.told[0]).toMatchObject({ after: { requested: -1, name: '' } })
  })

  it('is told of the free list, with as few moves as there can be', () => {
    const lines = ['a 0 16', 'a 9 16', 'a 1 16', 'a 8 16', 'a 2 16', 'a 7 16', 'f 0', 'f 1', 'f 2', 'a 3 16']
    const session = ran(lines, { allocator: 'explicit-lifo', options: {} })
    const { lists } = between(session, 8, 9)
    expect(lists.counts).toEqual({ added: 1, removed: 0, moved: 0 })
    expect(lists.told[0]).toMatchObject({ kind: 'added', before: null, after: { list: 0, place: 0 } })
    expect(between(session, 9, 10).lists.counts).toEqual({ added: 0, removed: 1, moved: 0 })
  })

  it('is told of the break and of mappings', () => {
    const session = ran(['a 0 100', 'a 1 300000', 'f 1'], {
      allocator: 'first-fit',
      options: { mmapThreshold: 131072 },
    })
    const { regions, between: done } = between(session, 1, 2)
    expect(regions.breakAfter).toBe(regions.breakBefore)
    expect(regions.told).toMatchObject([{ before: null, after: { permissions: 'rw-p', name: '' } }])
    expect(done.syscalls).toBe(1)
    expect(between(session, 2, 3).regions.told).toMatchObject([{ after: null }])
    const grown = between(ran(['a 0 100', 'a 1 5000']), 1, 2).regions
    expect(grown.breakAfter - grown.breakBefore).toBeGreaterThan(5000)
    expect(grown.told).toMatchObject([{ before: null, after: { name: '[heap]' } }])
  })

  it('tells no more than asked for, and counts all', () => {
    const lines = Array.from({ length: 50 }, (_, id) => `a ${id} 16`)
    const { chunks } = between(ran(lines), 1, 50, 5)
    expect(chunks.told).toHaveLength(5)
    expect(chunks.total).toBeGreaterThan(40)
    expect(chunks.marks.length).toBeGreaterThan(40)
  })

  it('of a program is told in its own names', () => {
    const text = `
#include <stdlib.h>
int main(void) {
  char *first = malloc(40);
  first[3] = 'x';
  free(first);
  return 0;
}
`
    const session = new Session(program(text)).runAll()
    const atLine = (line: number) => ({
      operation: session.find([{ kind: 'line', file: 'main.c', line }], -1, false),
      step: 0,
    })
    const written = session.difference({ from: atLine(4), to: atLine(5), limit: 10 })
    expect(written.chunks.told).toMatchObject([{ kind: 'bytes', bytes: 1, after: { name: 'first' } }])
    const freed = session.difference({ from: atLine(5), to: atLine(6), limit: 10 })
    expect(told(freed)).toEqual(['state: used 64 first → top 64'])
  })
})
