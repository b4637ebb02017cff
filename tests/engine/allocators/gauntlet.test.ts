import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../src/engine/allocators/catalog.ts'
import type { OptionValues } from '../../../src/engine/allocators/index.ts'
import type { ProcessOptions } from '../../../src/engine/kernel/index.ts'
import { Gauntlet, type Limits, optionGrid, workload } from '../../support/gauntlet.ts'

/** What some allocators cannot promise, by factory, and why. */
const LIMITS: Readonly<Record<string, Limits>> = {
  // Keeps no sizes, so it knows of none.
  bump: { usableUnknown: true },
}

const NO_LIMITS: Limits = {}
const LENGTH = 120

for (const spec of CATALOG) {
  const limits = LIMITS[spec.factory] ?? NO_LIMITS

  describe(`gauntlet: ${spec.id}`, () => {
    const grid = optionGrid(spec, 4, 7)

    it('keeps its promises with every option', () => {
      grid.forEach((options, seed) => {
        new Gauntlet(spec, options, limits).run(workload(seed, LENGTH, limits))
      })
    })

    it('gives the same bytes twice, and after going back to the middle', () => {
      const actions = workload(1001, LENGTH, limits)
      for (const options of [grid[0]!, ...grid.slice(-4)]) {
        const first = new Gauntlet(spec, options, limits)
        const half = actions.length >> 1
        first.run(actions, 0, half)
        const back = first.savepoint()
        first.run(actions, half)
        const end = first.fingerprint()
        back()
        first.run(actions, half)
        expect(first.fingerprint()).toBe(end)
        expect(bytesAfter(options, actions)).toBe(end)
      }
    })

    it('keeps every block when memory runs out', () => {
      const actions = workload(2002, LENGTH, limits)
      for (const options of [grid[0]!, ...grid.slice(-2)]) {
        bytesAfter(options, actions, { dataLimit: 65536 })
      }
    })

    function bytesAfter(
      options: OptionValues,
      actions: ReturnType<typeof workload>,
      process?: ProcessOptions,
    ) {
      const gauntlet = new Gauntlet(spec, options, limits, process)
      gauntlet.run(actions)
      return gauntlet.fingerprint()
    }
  })
}
