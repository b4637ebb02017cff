import { describe, expect, it } from 'vitest'
import { CATALOG, resolveOptions } from '../../../src/engine/allocators/catalog.ts'
import {
  FREE,
  MAPPED,
  type OptionValues,
  type Step,
  TOP,
  USED,
} from '../../../src/engine/allocators/index.ts'
import type { FoundChunk } from '../../../src/engine/inspect/index.ts'
import { PARTS, type PartName } from '../../../src/engine/parts.ts'
import type { FigureColumns } from '../../../src/engine/session/index.ts'
import { Session } from '../../../src/engine/session/session.ts'
import { TraceMachine } from '../../../src/engine/session/trace-machine.ts'
import { readTrace } from '../../../src/engine/workload/index.ts'
import { optionGrid, type Random, seeded } from '../../support/gauntlet.ts'
import { at, ran, traceScenario } from '../../support/scenarios.ts'

const LENGTH = 60

/** A random trace. With `odd`: also requests for nothing, aligned ones, and frees of what was freed. */
function randomTrace(random: Random, largest: number, odd: boolean): string[] {
  const lines: string[] = []
  const ids = 12
  const size = () => {
    const bound = [24, 200, 3000, 200_000][random(4)]!
    return (odd ? 0 : 1) + random(Math.min(bound, largest))
  }
  for (let i = 0; i < LENGTH; i++) {
    const id = random(ids)
    const dice = random(10)
    if (dice < 3) lines.push(`f ${id}`)
    else if (dice < 5) lines.push(`r ${id} ${size()}`)
    else if (odd && dice === 5) lines.push(`m ${id} ${2 ** random(13)} ${size()}`)
    else if (odd && dice === 6) lines.push(`F ${id}`)
    else lines.push(`${lines.length % 7 === 0 ? `c ${id} 2` : `a ${id}`} ${size()}`)
  }
  return lines
}

function partsOf(figures: FigureColumns, operation: number): Record<PartName, number> {
  return Object.fromEntries(PARTS.map((part) => [part, figures.parts[part][operation]!])) as Record<
    PartName,
    number
  >
}

function sum(parts: Readonly<Record<PartName, number>>): number {
  return PARTS.reduce((total, part) => total + parts[part], 0)
}

/** The parts after each operation, told by the steps that the allocator reports and by walks over the bytes. */
function* walked(lines: readonly string[], id: string, options: OptionValues) {
  const scenario = traceScenario(lines, { allocator: id, options })
  const machine = new TraceMachine(scenario, readTrace(`${lines.join('\n')}\n`))
  const { history, context, allocator } = machine
  machine.start()
  const requests = new Map<number, Extract<Step, { kind: 'request' }>>()
  while (!machine.finished) {
    const row = machine.operation
    context.observer = (step) => {
      if (step.kind === 'request') requests.set(row, step)
    }
    machine.execute()
    context.observer = null
    const parts = { requested: 0, tags: 0, rounding: 0, used: 0, holes: 0, top: 0 }
    const mapped = new Map<number, FoundChunk>()
    allocator.walk((chunk, size, state, payload, usable) => {
      if (state === USED || state === MAPPED) parts.used += size
      if (state === MAPPED) mapped.set(payload, { chunk, size, state, payload, usable })
      if (state === FREE) parts.holes += size
      if (state === TOP) parts.top += size
      return true
    })
    for (let block = 0; block <= row; block++) {
      if (history.address[block] === 0 || history.isFreed(block, row + 1)) continue
      const requested = history.requested[block]!
      const request = requests.get(block)
      const mapping = mapped.get(history.address[block]!)
      parts.requested += requested
      // A mapping is made for its block: what is no tag was rounded up.
      const tags =
        mapping === undefined ? request!.overhead : id === 'pages' ? 0 : mapping.size - mapping.usable
      parts.tags += tags
      parts.rounding += mapping === undefined ? request!.padding : mapping.size - tags - requested
    }
    yield parts
  }
}

for (const spec of CATALOG) {
  const largest = spec.factory === 'ostep' ? 24 : 200_000
  // A preset differs from its family by its defaults.
  const grid = spec.preset === undefined ? optionGrid(spec, 3, 11) : [resolveOptions(spec, {})]

  describe(`where each byte goes: ${spec.id}`, () => {
    it('is what the steps and the bytes say, after every operation', () => {
      grid.forEach((options, seed) => {
        const lines = randomTrace(seeded(seed), largest, false)
        const figures = ran(lines, { allocator: spec.id, options }).figures(0, LENGTH, LENGTH)
        const told = [...walked(lines, spec.id, options)]
        const recorded = told.map((_, row) => {
          const { remainder, other, ...parts } = partsOf(figures, row)
          const used = parts.requested + parts.tags + parts.rounding + remainder
          // Bump's chunk in use is the run of all blocks, freed ones too.
          return { ...parts, used: spec.factory === 'bump' ? told[row]!.used : used }
        })
        expect(recorded).toEqual(told)
      })
    })

    it('adds up whatever a program does', () => {
      grid.slice(0, 8).forEach((options, seed) => {
        const session = ran(randomTrace(seeded(seed + 500), largest, true), { allocator: spec.id, options })
        const { done } = session.info()
        const figures = session.figures(0, done, done)
        const sums = Array.from({ length: done }, (_, operation) => sum(partsOf(figures, operation)))
        expect(sums).toEqual([...figures.metrics.footprint])
        expect(PARTS.every((part) => figures.parts[part].every((bytes) => bytes >= 0))).toBe(true)
      })
    })

    it('can be shown: the chunks of a part have as many bytes as the part', () => {
      const lines = randomTrace(seeded(42), largest, false)
      const session = ran(lines, { allocator: spec.id })
      const figures = session.figures(0, LENGTH, LENGTH)
      for (const operation of [1, 20, LENGTH]) {
        for (const part of ['requested', 'tags', 'rounding', 'remainder', 'holes', 'top'] as const) {
          const shown = session.moment({ ...at(operation), part }).part
          expect(shown).toMatchObject({ part, isWhole: true })
          if (spec.factory !== 'bump') expect(shown?.bytes).toBe(figures.parts[part][operation - 1])
        }
      }
    })
  })
}

describe('the parts of a heap', () => {
  it('tell what an allocator keeps, and what nobody needs', () => {
    // 72 bytes and two tags of 8 make 96; of the 112 freed ones too few are left to split.
    const figures = ran(['a 0 90', 'a 1 40', 'f 0', 'a 2 72'], { allocator: 'first-fit' }).figures(0, 4, 4)
    expect(partsOf(figures, 3)).toEqual({
      requested: 112,
      tags: 32,
      rounding: 16,
      remainder: 16,
      holes: 0,
      top: 0,
      other: figures.parts.other[3],
    })
  })

  it('of a heap in pages of its own count the guard pages as its own', () => {
    const figures = ran(['a 0 100'], { allocator: 'pages', options: { guard: true } }).figures(0, 1, 1)
    expect(partsOf(figures, 0)).toMatchObject({ requested: 100, rounding: 3996, other: 8192 })
  })

  it('of a bump heap count what was freed as lost', () => {
    const figures = ran(['a 0 100', 'f 0'], { allocator: 'bump' }).figures(0, 2, 2)
    expect(partsOf(figures, 1)).toMatchObject({ requested: 0, rounding: 0, remainder: 0, other: 112 })
  })

  it('are thinned to moments at which the heap was largest', () => {
    const figures = ran(['a 0 90', 'a 1 40', 'f 1', 'f 0'], {
      allocator: 'linked',
    }).figures(0, 4, 2)
    expect([...figures.operation]).toEqual([1, 2])
    expect(sum(partsOf(figures, 0))).toBe(figures.metrics.footprint[0])
  })

  it('of a program with its own malloc are what it asked for, and the rest', () => {
    const text = `#include <unistd.h>
void *malloc(size_t n) { return sbrk((n + 31) & ~15); }
void free(void *p) { (void)p; }
int main(void) { char *p = malloc(10); char *q = malloc(100); free(p); return q == 0; }
`
    const session = new Session({
      title: '',
      source: { kind: 'c', files: [{ name: 'main.c', text }], input: '' },
      allocator: { id: 'first-fit', options: {} },
      process: {},
      run: {},
    }).runAll()
    const { done } = session.info()
    const figures = session.figures(0, done, done)
    const last = partsOf(figures, done - 1)
    expect(last).toMatchObject({ requested: 100, tags: 0, rounding: 0, remainder: 0, holes: 0, top: 0 })
    expect(last.other).toBe(figures.metrics.footprint[done - 1]! - 100)
    const shown = (part: PartName) => session.moment({ ...at(done), part }).part
    expect(shown('requested')).toMatchObject({ count: 1, bytes: 100 })
    expect(shown('other')).toMatchObject({ bytes: last.other })
    expect(shown('holes')).toMatchObject({ count: 0 })
  })
})
