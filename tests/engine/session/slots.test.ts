import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SlotSnapshot, Slots } from '../../../src/engine/session/slots.ts'

describe('slots', () => {
  it('goes back to any snapshot, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.tuple(fc.nat(4999), fc.nat(99)), fc.constant('take' as const), fc.nat(20))),
        (commands) => {
          const slots = new Slots(5000)
          const model = new Int32Array(5000)
          const taken: [SlotSnapshot, Int32Array][] = []
          for (const command of commands) {
            if (command === 'take') taken.push([slots.snapshot(), model.slice()])
            else if (typeof command === 'number') {
              const chosen = taken[command % Math.max(1, taken.length)]
              if (chosen === undefined) continue
              slots.restore(chosen[0])
              model.set(chosen[1])
            } else {
              slots.set(command[0], command[1])
              model[command[0]] = command[1]
            }
            for (const id of [0, 1023, 1024, 4999]) expect(slots.get(id)).toBe(model[id])
          }
          expect(Array.from(model, (_, id) => slots.get(id))).toEqual([...model])
        },
      ),
      { seed: 11, numRuns: 60 },
    )
  })

  it('reads NULL for the id -1, which f -1 names', () => {
    const slots = new Slots(1)
    slots.set(-1, 5)
    expect(slots.get(-1)).toBe(0)
  })

  it('shares groups that did not change', () => {
    const slots = new Slots(4096)
    const first = slots.snapshot()
    slots.set(2000, 7)
    const second = slots.snapshot()
    expect(second.map((group, i) => group === first[i])).toEqual([true, false, true, true])
  })
})
