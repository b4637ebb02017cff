import { describe, expect, it } from 'vitest'
import { Session } from '../../../src/engine/session/session.ts'
import { at, heapLine, ran, traceScenario } from '../../support/scenarios.ts'

const FIRST_LOOK = ['a 0 100', 'a 1 50', 'a 2 24', 'f 0', 'a 3 40', 'f 1', 'f 3', 'f 2']

describe('a session', () => {
  it('shows the heap at any moment of the first lesson', () => {
    const session = ran(FIRST_LOOK)
    expect(heapLine(session, 5, 1)).toBe('(128) [80] [48]')
    expect(heapLine(session, 5)).toBe('[64] (64) [80] [48]')
    expect(heapLine(session, 6)).toBe('[64] (144) [48]')
    expect(heapLine(session, 7)).toBe('(208) [48]')
    expect(heapLine(session, 1, 0)).toBe('')
  })

  it('tells who owns a chunk, what was asked for, and which line runs', () => {
    const moment = ran(FIRST_LOOK).moment(at(3))
    expect(moment.text).toBe('a 2 24')
    expect(moment.call).toBe('p[2] = malloc(24)')
    expect(moment.line).toBe(3)
    expect(moment.chunks.names.filter((name) => name !== '')).toEqual(['p[0]', 'p[1]', 'p[2]'])
    expect([...moment.chunks.requested].filter((bytes) => bytes >= 0)).toEqual([100, 50, 24])
    expect(moment.metrics).toMatchObject({ live: 174, usedChunks: 3, freeChunks: 0, probes: 2 })
  })

  it('tells each step with the bytes it read and wrote', () => {
    const moment = ran(FIRST_LOOK).moment(at(5))
    expect(moment.stepList.map((step) => step.kind)).toEqual([
      'request',
      'visit',
      'choose',
      'split',
      'mark',
      'return',
    ])
    const visit = moment.stepList[1]!
    expect(visit.accesses.filter((access) => !access.write)).not.toEqual([])
    expect(visit.accesses.filter((access) => access.write)).toEqual([])
    expect(moment.stepList[3]!.accesses.some((access) => access.write)).toBe(true)
  })

  it('tells in the middle of an operation the sizes that the bytes have then', () => {
    const session = ran(FIRST_LOOK)
    const { stepList } = session.moment(at(5))
    const split = stepList.findIndex(({ kind }) => kind === 'split') + 1
    expect(session.moment(at(5, split - 1)).metrics).toMatchObject({ heap: 264, free: 128, largestFree: 128 })
    expect(session.moment(at(5, split)).metrics).toMatchObject({ heap: 264, live: 74, largestFree: 64 })
    const { steps } = session.moment(at(1))
    expect(session.moment(at(1, steps - 1)).metrics).toMatchObject({ heap: 136, live: 0 })
  })

  it('goes on from wherever it is asked beyond its ends', () => {
    const session = ran(FIRST_LOOK)
    expect(session.moment(at(99)).position).toEqual({ operation: 7, step: session.moment(at(8)).steps })
    expect(session.moment(at(-5)).position.operation).toBe(0)
  })

  it('shows an empty heap for an empty trace', () => {
    const moment = ran('').moment(at(1))
    expect(moment).toMatchObject({ steps: 0, chunkCount: 0, position: { operation: 0, step: 0 } })
  })

  it('looks only at the window that is asked for', () => {
    const session = ran(['a 0 100', 'a 1 100', 'a 2 100', 'a 3 100'])
    const start = session.moment(at(4)).chunks.address[2]!
    const { chunks, chunkCount } = session.moment({
      ...at(4),
      map: { from: start, to: start + 130, limit: 10 },
    })
    expect([...chunks.address]).toEqual([start, start + 128])
    expect(chunkCount).toBeGreaterThanOrEqual(4)
    expect(session.moment({ ...at(4), map: { from: 0, to: 0, limit: 2 } }).chunks.truncated).toBe(true)
  })

  it('inspects a chunk: its bytes, its tags, who made it and who freed it', () => {
    const session = ran(FIRST_LOOK)
    const live = session.moment({ ...at(5), inspect: session.moment(at(5)).chunks.payload[3]! })
    expect(live.inspected).toMatchObject({
      name: 'p[1]',
      requested: 50,
      allocated: { operation: 1, text: 'p[1] = malloc(50)', line: 2 },
      freed: null,
      state: 0,
    })
    expect(live.inspected!.bytes.length).toBe(80)
    const freed = session.moment({ ...at(4), inspect: session.moment(at(4)).chunks.payload[1]! })
    expect(freed.inspected).toMatchObject({
      requested: -1,
      allocated: { operation: 0 },
      freed: { operation: 3 },
      state: 1,
    })
  })

  it('still inspects the freed chunk when free returns', () => {
    const moment = ran(FIRST_LOOK).moment(at(4))
    expect(moment.step.kind).toBe('return')
    expect(moment.inspected).toMatchObject({ state: 1, size: 128, freed: { operation: 3 } })
  })

  it('knows the blocks that were in a chunk before', () => {
    const session = ran(['a 0 100', 'f 0', 'a 1 100', 'f 1', 'a 2 100'])
    const { inspected } = session.moment(at(5))
    expect(inspected).toMatchObject({ name: 'p[2]', allocated: { operation: 4 }, freed: null })
    expect(inspected!.earlier.map(({ name, freed }) => [name, freed?.operation])).toEqual([
      ['p[1]', 3],
      ['p[0]', 1],
    ])
    // At an earlier moment the later ones have not been there yet.
    expect(session.moment(at(2)).inspected!.earlier).toEqual([])
  })

  it('tells all free lists when they are asked for', () => {
    const session = ran(FIRST_LOOK, { allocator: 'segregated' })
    expect(session.moment(at(4)).lists).toBeNull()
    const { lists, inspected } = session.moment({ ...at(4), lists: true })
    expect(lists!.chunk).toContain(inspected!.chunk)
    expect(inspected!.listed).toMatchObject({ place: 0, previous: 0, next: 0 })
  })

  it('can be looked at while it still runs', () => {
    const lines = Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? `a ${i} 100` : `f ${i - 1}`))
    const session = new Session(traceScenario(lines))
    session.advance(1)
    session.advance(10)
    const { done } = session.info()
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(500)
    expect(session.moment(at(400)).position.operation).toBe(done - 1)
    expect(session.runAll().moment(at(400)).position.operation).toBe(399)
  })

  it('lists the system calls of an operation as strace prints them', () => {
    expect(ran(['a 0 100']).moment(at(1)).syscalls).toEqual(['brk(0x555555559088) = 0x555555559088'])
  })

  it('shows the lines of its source', () => {
    const session = ran(FIRST_LOOK)
    expect(session.source(2, 3)).toEqual({ first: 2, lines: ['a 1 50', 'a 2 24', 'f 0'], total: 9 })
    expect(session.source(500, 10).lines).toHaveLength(1)
  })

  it('knows the operation of a line', () => {
    const session = ran(['7', 'a 0 100', '', 'f 0'])
    expect([1, 2, 3, 4, 5].map((line) => session.locate(line))).toEqual([0, 0, 1, 1, -1])
  })

  it('runs the good part of a trace that breaks off, and says where', () => {
    const session = ran(['a 0 100', 'a 1 100', 'q 7', 'f 0'])
    expect(session.info()).toMatchObject({ total: 2, done: 2, error: { line: 3 } })
  })
})
