import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { History } from '../../../src/engine/session/history.ts'
import { LiveBlocks } from '../../../src/engine/session/live.ts'

/** A history of `operations` with blocks that never overlap: allocations and frees in random order. */
function randomHistory(choices: readonly number[]): History {
  const history = new History(choices.length)
  const live: number[] = []
  choices.forEach((choice, operation) => {
    if (live.length > 0 && choice % 3 === 0)
      history.ended(operation, live.splice(choice % live.length, 1)[0]!)
    else {
      history.allocated(operation, 0x1000000 + operation * 0x40000, 1 + (choice % 100_000))
      live.push(operation)
    }
  })
  return history
}

function naive(history: History, address: number, now: number): number {
  for (let block = 0; block < now; block++) {
    const start = history.address[block]!
    if (start === 0 || history.isFreed(block, now)) continue
    if (address >= start && address < start + history.requested[block]!) return block
  }
  return -1
}

describe('live blocks', () => {
  it('knows who holds an address at any moment, however one gets there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(120_000)), { maxLength: 40 }),
        (choices, questions) => {
          const history = randomHistory(choices)
          const live = new LiveBlocks(history)
          for (const [when, where, offset] of questions) {
            const now = when % (choices.length + 1)
            const address = 0x1000000 + where * 0x40000 + offset
            expect(live.at(address, now)).toBe(naive(history, address, now))
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  it('knows whether one begins in a range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(120_000), fc.nat(2_000_000)), { maxLength: 20 }),
        (choices, questions) => {
          const history = randomHistory(choices)
          const live = new LiveBlocks(history)
          for (const [when, where, offset, size] of questions) {
            const now = when % (choices.length + 1)
            const from = 0x1000000 + where * 0x40000 + offset
            const expected = history.liveBetween(from, from + size, now).size > 0
            expect(live.beginsIn(from, from + size, now)).toBe(expected)
            for (const start of history.address)
              if (start !== 0) expect(history.liveAt(start, now)).toBe(live.startingAt(start, now))
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    )
  })

  it('knows the block that ends shortly before an address, however large it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(120_000)), { maxLength: 40 }),
        (choices, questions) => {
          const history = randomHistory(choices)
          const live = new LiveBlocks(history)
          for (const [when, where, offset] of questions) {
            const now = when % (choices.length + 1)
            const address = 0x1000000 + where * 0x40000 + offset
            // Blocks lie so far apart that only the one whose stretch it is can be near.
            const isNear =
              where < now &&
              history.address[where] !== 0 &&
              !history.isFreed(where, now) &&
              offset >= history.requested[where]! &&
              offset - history.requested[where]! <= 5000
            expect(live.endingBefore(address, 5000, now)).toBe(isNear ? where : -1)
          }
        },
      ),
      { seed: 8, numRuns: 300 },
    )
  })

  it('tells a freed block from a live one at the same address', () => {
    const history = new History(4)
    history.allocated(0, 0x5000, 24)
    history.ended(1, 0)
    history.allocated(2, 0x5000, 24)
    const live = new LiveBlocks(history)
    expect([0, 1, 2, 3].map((now) => live.startingAt(0x5000, now))).toEqual([-1, 0, -1, 2])
    expect(history.lastFreedAt(0x5008, 2)).toBe(0)
    expect(history.isFreed(0, 1)).toBe(false)
    expect(history.isFreed(0, 2)).toBe(true)
  })
})
