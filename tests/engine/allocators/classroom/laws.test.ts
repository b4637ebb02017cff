import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLASSROOM } from '../../../../src/engine/allocators/classroom/spec.ts'
import type { OptionValues } from '../../../../src/engine/allocators/index.ts'
import { Gauntlet, workload } from '../../../support/gauntlet.ts'

const classroom = CLASSROOM.find((spec) => spec.id === 'classroom')!

/** Any combination of the options: most of them sound as they are, some resolved as the catalog says. */
const combination: fc.Arbitrary<OptionValues> = fc.record({
  placement: fc.constantFrom('first', 'next', 'best', 'worst'),
  list: fc.constantFrom('implicit', 'lifo', 'fifo', 'address', 'size'),
  coalescing: fc.constantFrom('immediate', 'deferred', 'never'),
  tag: fc.constantFrom('4', '8'),
  footers: fc.constantFrom('always', 'free'),
  alignment: fc.constantFrom('8', '16', '32'),
  split: fc.constantFrom(0, 8, 64, 200),
  growth: fc.constantFrom('missing', 'need'),
  increment: fc.constantFrom(0, 100, 4096),
  initial: fc.constantFrom(0, 8, 5000),
  mmapThreshold: fc.constantFrom(0, 0, 3000),
  trimThreshold: fc.constantFrom(0, 8, 2000),
  realloc: fc.constantFrom('in-place', 'move'),
  ends: fc.constantFrom('bounds', 'sentinels'),
  rover: fc.constantFrom('behind', 'at'),
  mallocZero: fc.constantFrom('chunk', 'null'),
})

describe('the laws of every combination of options', () => {
  it('hold over random workloads, and with memory running out', () => {
    fc.assert(
      fc.property(combination, fc.nat(), fc.constantFrom(undefined, 20000), (options, seed, dataLimit) => {
        const process = dataLimit === undefined ? {} : { dataLimit }
        new Gauntlet(classroom, options, {}, process).run(workload(seed, 60, {}))
      }),
      { seed: 9_09, numRuns: 400 },
    )
  })

  it('hold where the heap begins at an odd address', () => {
    fc.assert(
      fc.property(combination, fc.integer({ min: 0, max: 64 }), (options, lead) => {
        const gauntlet = new Gauntlet(classroom, options, {}, { brkStart: 0x555555559000 + lead * 16 })
        gauntlet.run(workload(lead, 30, {}))
      }),
      { seed: 9_10, numRuns: 100 },
    )
  })

  it('include: the same bytes for the same calls', () => {
    fc.assert(
      fc.property(combination, fc.nat(), (options, seed) => {
        const fingerprints = [1, 2].map(() => {
          const gauntlet = new Gauntlet(classroom, options, {})
          gauntlet.run(workload(seed, 40, {}))
          return gauntlet.fingerprint()
        })
        expect(fingerprints[1]).toBe(fingerprints[0])
      }),
      { seed: 9_11, numRuns: 60 },
    )
  })
})
