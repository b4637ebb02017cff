import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BudgetSignal, type OptionValues } from '../../../../src/engine/allocators/index.ts'
import { FaultSignal } from '../../../../src/engine/memory/index.ts'
import { seeded } from '../../../support/gauntlet.ts'
import { type Rig, rig } from '../../../support/rig.ts'

const options: fc.Arbitrary<OptionValues> = fc.record({
  placement: fc.constantFrom('first', 'next', 'best', 'worst'),
  list: fc.constantFrom('implicit', 'implicit', 'implicit', 'lifo', 'fifo', 'address', 'size'),
  coalescing: fc.constantFrom('immediate', 'immediate', 'deferred', 'never'),
  tag: fc.constantFrom('4', '8'),
  footers: fc.constantFrom('always', 'free'),
  alignment: fc.constantFrom('8', '16', '32'),
  growth: fc.constantFrom('missing', 'need'),
  increment: fc.constantFrom(0, 4096, 300000),
  trimThreshold: fc.constantFrom(0, 0, 30000),
  realloc: fc.constantFrom('in-place', 'move'),
  ends: fc.constantFrom('bounds', 'sentinels'),
  rover: fc.constantFrom('behind', 'at'),
})

/** One call's answer and visits; how it ended if it did not return. */
function outcome({ context }: Rig, call: () => number): string {
  context.stats.probes = 0
  try {
    return `${call()} after ${context.stats.probes}`
  } catch (signal) {
    if (signal instanceof FaultSignal) return `fault at ${signal.fault.address} after ${context.stats.probes}`
    if (signal instanceof BudgetSignal) return `gave up after ${signal.probes}`
    throw signal
  }
}

/**
 * Makes the same calls twice, by the quick ways and (because an observer is attached) chunk by chunk, and expects the same
 * answers after the same visits. `meddle` may then do something to both.
 */
function compare(
  values: OptionValues,
  seed: number,
  calls: number,
  meddle: (rig: Rig, i: number) => void = () => {},
): void {
  const indexed = rig('classroom', values)
  const plain = rig('classroom', values)
  plain.context.observer = () => {}
  const random = seeded(seed)
  const live: number[] = []
  for (const each of [indexed, plain]) each.context.stats.probeLimit = 20000
  for (let i = 0; i < calls; i++) {
    const dice = random(100)
    const grows = i < calls / 3 ? 75 : 45
    const size = random(dice % 9 === 0 ? 20000 : dice % 4 === 0 ? 1200 : 90)
    const pick = random(Math.max(1, live.length))
    const call = ({ allocator }: Rig): number => {
      if (live.length === 0 || dice < grows) return allocator.malloc(size)
      if (dice < grows + 8) return allocator.realloc(live[pick]!, size + 1)
      allocator.free(live[pick]!)
      return 0
    }
    const [got, expected] = [indexed, plain].map((each) => outcome(each, () => call(each)))
    expect(got, `call ${i}`).toBe(expected)
    if (/^[fg]/.test(expected!)) return
    const payload = Number.parseInt(expected!, 10)
    if (live.length === 0 || dice < grows) live.push(payload)
    else if (dice < grows + 8) live[pick] = payload
    else live.splice(pick, 1)
    for (const each of [indexed, plain]) meddle(each, i)
  }
}

describe('searching with the side index, or quickly along a list', () => {
  it('never changes an answer, nor the number of visits', () => {
    fc.assert(
      fc.property(options, fc.nat(), (values, seed) => compare(values, seed, 500)),
      { seed: 64, numRuns: 60 },
    )
  })

  it('is dropped when somebody else has written', () => {
    fc.assert(
      fc.property(options, fc.nat(), (values, seed) => {
        const random = seeded(seed)
        const victims = Array.from({ length: 500 }, () => random(100000))
        compare(values, seed, 500, ({ process, allocator, context }, i) => {
          // From the first wrong store on, payloads may lie over tags, so every call may write what the next reads.
          if (i > 300) allocator.invalidate()
          if (i < 300 || i % 40 !== 0) return
          const at = process.brkStart + 8 * victims[i]!
          if (at < process.programBreak - 8) process.memory.store64(at, victims[i - 1]!)
          allocator.invalidate()
          context.stats.reset()
        })
      }),
      { seed: 65, numRuns: 60 },
    )
  })

  it('is dropped when memory goes back in time', () => {
    fc.assert(
      fc.property(options, fc.nat(), (values, seed) => {
        const { allocator, process, context } = rig('classroom', values)
        const random = seeded(seed)
        const blocks = Array.from({ length: 1500 }, () => allocator.malloc(1 + random(200)))
        for (let i = 0; i < 1500; i += 1 + random(3)) allocator.free(blocks[i]!)
        const snapshot = process.snapshot()
        const again = () => {
          context.stats.probes = 0
          const places = Array.from({ length: 300 }, (_, i) => allocator.malloc(1 + ((i * 7) % 250)))
          return `${places} ${context.stats.probes}`
        }
        const first = again()
        process.restore(snapshot)
        allocator.invalidate()
        expect(again()).toBe(first)
      }),
      { seed: 66, numRuns: 30 },
    )
  })

  it('ends a hopeless search after as many visits as the plain walk', () => {
    for (const placement of ['first', 'best', 'worst']) {
      const { allocator, context } = rig('classroom', { placement })
      for (let i = 0; i < 5000; i++) {
        context.stats.probes = 0
        allocator.malloc(40)
      }
      context.stats.probes = 0
      context.stats.probeLimit = 3000
      expect(() => allocator.malloc(1000)).toThrow(BudgetSignal)
      expect(context.stats.probes).toBe(3001)
    }
  })
})
