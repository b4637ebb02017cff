import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTrace, rep, type Trace, traceText } from '../../../../src/engine/workload/index.ts'
import { fixture, fixtureNames } from '../../../support/fixtures.ts'

const FILES = fixtureNames('rep').map((name) => fixture(`rep/${name}`))
const INTERESTING = [...new TextEncoder().encode('0123456789 -\n\r\tacrmfFutbwxz.')].concat([0, 5, 255])

const file = fc.constantFrom(...FILES)
const byte = fc.oneof(fc.constantFrom(...INTERESTING), fc.integer({ min: 0, max: 255 }))
const edit = fc.record({ at: fc.nat(200), removed: fc.nat(3), added: fc.array(byte, { maxLength: 4 }) })
const damaged = fc
  .tuple(file, fc.array(edit, { maxLength: 4 }))
  .map(([bytes, edits]) =>
    edits.reduce((text, { at, removed, added }) => splice(text, at, removed, added), bytes),
  )

function splice(bytes: Uint8Array, at: number, removed: number, added: number[]): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % (bytes.length + 1)
  return Uint8Array.from([...bytes.subarray(0, place), ...added, ...bytes.subarray(place + removed)])
}

/** Everything but lines and diagnostics: what a round trip keeps. */
const operationsOf = ({ length, ids, kind, id, a, b, bytes, exact }: Trace) => ({
  length,
  ids,
  kind,
  id,
  a,
  b,
  bytes,
  exact,
})

test('100,000 damaged files: reading never throws, and its columns fit together', () => {
  fc.assert(
    fc.property(damaged, (bytes) => {
      const trace = readTrace(bytes)
      const sound =
        [trace.kind, trace.id, trace.a, trace.b, trace.line].every(
          (column) => column.length === trace.length,
        ) &&
        trace.id.every((id) => id >= -1 && id < trace.ids) &&
        trace.kind.every((kind) => kind <= 10) &&
        trace.warningCount >= trace.warnings.length
      if (!sound) throw new Error('columns do not fit together')
    }),
    { seed: 1, numRuns: 100_000 },
  )
})

test('where the bytes are cut never matters', () => {
  fc.assert(
    fc.property(damaged, fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), (bytes, cuts) => {
      const reader = rep.open()
      let from = 0
      for (let i = 0; from < bytes.length && i < 10_000; i++) {
        const to = Math.min(bytes.length, from + cuts[i % cuts.length]!)
        reader.push(bytes.slice(from, to))
        from = to
      }
      reader.push(bytes.slice(from))
      const whole = rep.open()
      whole.push(bytes)
      expect(reader.finish()).toEqual(whole.finish())
    }),
    { seed: 2, numRuns: 3000 },
  )
})

test('a long line in small pieces is one line', () => {
  const text = `1\n1\n2\n1\na 0 24\nw 0 0 ${'ab'.repeat(5000)}\n`
  const bytes = new TextEncoder().encode(text)
  const reader = rep.open()
  for (let i = 0; i < bytes.length; i += 7) reader.push(bytes.slice(i, i + 7))
  expect(reader.finish().bytes.get(1)).toEqual(new Uint8Array(5000).fill(0xab))
})

test('what was read can be written and read again', () => {
  fc.assert(
    fc.property(damaged, (bytes) => {
      const trace = readTrace(bytes)
      expect(operationsOf(readTrace(traceText(trace)))).toEqual(operationsOf(trace))
    }),
    { seed: 3, numRuns: 5000 },
  )
})

test('large ids stay the same blocks in a round trip', () => {
  const wide = fc.oneof(fc.nat(5), fc.integer({ min: 2 ** 20 - 3, max: 2 ** 20 + 3 }), fc.maxSafeNat())
  fc.assert(
    fc.property(fc.array(wide, { maxLength: 20 }), (ids) => {
      const safe = ids.map((id) => Math.min(id, 2 ** 53 - 2))
      const trace = readTrace(safe.map((id) => `a ${id} 8\n`).join(''))
      expect(operationsOf(readTrace(traceText(trace)))).toEqual(operationsOf(trace))
      expect(new Set(trace.id).size).toBe(new Set(safe).size)
    }),
    { seed: 4, numRuns: 300 },
  )
})
