import fc from 'fast-check'
import { describe, it } from 'vitest'
import {
  changeAll,
  copyBit,
  firstWithout,
  haveAll,
  type ShadowBytes,
} from '../../../../../src/engine/workload/c/vm/shadow-ranges.ts'

const LENGTH = 96

function shadowOf(values: readonly number[]): ShadowBytes {
  const bytes = Uint8Array.from(values)
  return { bytes, words: new Int32Array(bytes.buffer) }
}

/** Mostly equal bytes, so that ranges in which all have a bit come up. */
const values = fc.array(fc.constantFrom(0, 1, 3, 3, 3, 3, 3, 3, 4, 6, 8), {
  minLength: LENGTH,
  maxLength: LENGTH,
})
const range = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]): [from: number, to: number] => (a < b ? [a, b] : [b, a]))
const bits = fc.constantFrom(1, 2, 3, 4)
const SEEDED = { seed: 7, numRuns: 500 }

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

describe('ranges of a shadow are treated as byte after byte would be', () => {
  it('asked', () => {
    fc.assert(
      fc.property(values, range, bits, (bytes, [from, to], wanted) => {
        const all = indices(from, to).every((at) => (bytes[at]! & wanted) === wanted)
        return haveAll(shadowOf(bytes), from, to, wanted) === all
      }),
      SEEDED,
    )
  })

  it('looked through', () => {
    fc.assert(
      fc.property(values, range, (bytes, [from, to]) => {
        const first = indices(from, to).find((at) => (bytes[at]! & 2) === 0 && (bytes[at]! & 5) !== 0) ?? -1
        return firstWithout(shadowOf(bytes), from, to, 2, 5) === first
      }),
      SEEDED,
    )
  })

  it('changed', () => {
    fc.assert(
      fc.property(values, range, bits, bits, (bytes, [from, to], more, lost) => {
        const shadow = shadowOf(bytes)
        changeAll(shadow, from, to, more, lost)
        return bytes.every(
          (byte, at) => shadow.bytes[at] === (at >= from && at < to ? (byte & ~lost) | more : byte),
        )
      }),
      SEEDED,
    )
  })

  it('copied, over themselves too', () => {
    fc.assert(
      fc.property(values, range, fc.nat(LENGTH), (bytes, [from, end], to) => {
        const length = Math.min(end - from, LENGTH - to)
        const shadow = shadowOf(bytes)
        copyBit(shadow, to, shadow, from, length, 2)
        return bytes.every((byte, at) => {
          const isCopied = at >= to && at < to + length
          return shadow.bytes[at] === (isCopied ? (byte & ~2) | (bytes[at - to + from]! & 2) : byte)
        })
      }),
      SEEDED,
    )
  })

  it('copied from one to another', () => {
    fc.assert(
      fc.property(values, values, range, fc.nat(LENGTH), (source, target, [from, end], to) => {
        const length = Math.min(end - from, LENGTH - to)
        const shadow = shadowOf(target)
        copyBit(shadow, to, shadowOf(source), from, length, 2)
        return target.every((byte, at) => {
          const isCopied = at >= to && at < to + length
          return shadow.bytes[at] === (isCopied ? (byte & ~2) | (source[at - to + from]! & 2) : byte)
        })
      }),
      SEEDED,
    )
  })
})
