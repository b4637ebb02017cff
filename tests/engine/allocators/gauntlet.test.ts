import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../src/engine/allocators/catalog.ts'
import { ENOMEM } from '../../../src/engine/kernel/index.ts'
import { Gauntlet, type Limits, optionGrid, seeded, workload } from '../../support/gauntlet.ts'
import { rig } from '../../support/rig.ts'

/** What some allocators cannot promise, by factory, and why. */
const LIMITS: Readonly<Record<string, Limits>> = {
  // Keeps no sizes, so it knows of no byte that may be used.
  bump: { usableUnknown: true },
  // Has a heap of 100 bytes by default: larger requests would only fail.
  ostep: { maxSize: 24 },
}

const NO_LIMITS: Limits = {}
const LENGTH = 120

for (const spec of CATALOG) {
  const limits = LIMITS[spec.factory] ?? NO_LIMITS

  describe(`gauntlet: ${spec.id}`, () => {
    const grid = optionGrid(spec, 4, 7)
    /** The defaults, and a few mixtures of options. */
    const few = [grid[0]!, ...grid.slice(1).slice(-3)]

    it('keeps its promises with every option', () => {
      grid.forEach((options, seed) => {
        const process = seed % 2 === 0 ? {} : { seed }
        new Gauntlet(spec, options, limits, process).run(workload(seed, LENGTH, limits))
      })
    })

    it('gives the same bytes when run again, from its middle, and while it is watched', () => {
      const actions = workload(1001, LENGTH, limits)
      const half = actions.length >> 1
      for (const options of few) {
        const first = new Gauntlet(spec, options, limits)
        first.run(actions, 0, half)
        const back = first.savepoint()
        first.run(actions, half)
        const end = first.fingerprint()
        back()
        first.run(actions, half)
        expect(first.fingerprint()).toBe(end)
        const second = new Gauntlet(spec, options, limits).observe()
        second.run(actions)
        expect(second.fingerprint()).toBe(end)
      }
    })

    it('keeps every block when memory runs out', () => {
      const actions = workload(2002, LENGTH, limits)
      for (const options of few) {
        new Gauntlet(spec, options, limits, { dataLimit: 65536 }).run(actions)
      }
    })

    it('survives any bytes', () => {
      const actions = workload(3003, 60, limits)
      for (let seed = 0; seed < 24; seed++) {
        const random = seeded(seed)
        const options = few[seed % few.length]!
        const gauntlet = new Gauntlet(spec, options, limits)
        gauntlet.run(actions, 0, 30)
        for (let spoilt = 0; spoilt < 3; spoilt++) {
          gauntlet.spoil(random)
          gauntlet.inspect()
        }
        gauntlet.stumble(actions.slice(30))
        gauntlet.inspect()
      }
    })

    it('knows NULL, and refuses what no address space holds', () => {
      const r = rig(spec.id)
      const { allocator, process } = r
      allocator.free(0)
      expect(allocator.usableSize(0)).toBe(0)
      const p = allocator.realloc(0, 10)
      expect(p).not.toBe(0)
      for (const refused of [
        () => allocator.malloc(2 ** 48),
        () => allocator.malloc(2 ** 64 - 1),
        () => allocator.calloc(2 ** 33, 2 ** 33),
        () => allocator.memalign(64, 2 ** 60),
        () => allocator.realloc(p, 2 ** 63),
      ]) {
        process.errno = 0
        expect(refused()).toBe(0)
        expect(process.errno).toBe(ENOMEM)
      }
      allocator.free(p)
      expect(r.problems()).toEqual([])
    })
  })
}
