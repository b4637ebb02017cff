import { describe, expect, test } from 'vitest'
import { readTrace } from '../../src/engine/workload/index.ts'
import { CHAPTERS, findExample, GALLERY, openingStep } from '../../src/scenarios/index.ts'
import { decode, encode } from '../../src/share/index.ts'
import { Tried } from './support.ts'

const scenarios = GALLERY.flatMap(({ id, scenario, variants }) => [
  { name: id, scenario },
  ...variants.map(({ label, scenario: other }) => ({ name: `${id}, ${label}`, scenario: other })),
])

test('ids are unique, chapters in order', () => {
  expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length)
  expect(GALLERY.every(({ id }) => findExample(id)?.id === id)).toBe(true)
  const chapters = GALLERY.map(({ chapter }) => chapter)
  expect(chapters).toEqual(chapters.toSorted((a, b) => a - b))
  expect([...new Set(chapters)].map(String)).toEqual(Object.keys(CHAPTERS))
})

describe.each(scenarios)('$name', ({ name, scenario }) => {
  test('runs to its end', () => {
    const info = new Tried(scenario).session.info()
    // One example is there to show a fault.
    const ends = name.startsWith('guard-page') ? 'fault' : null
    expect([info.complete, info.error, info.ending?.kind ?? null]).toEqual([true, null, ends])
    if (ends === null) expect(info.done).toBe(info.total)
  })

  test('fits in a link', () => {
    const encoded = encode({ scenario, position: { operation: 0, step: 0 }, view: {} })
    expect(encoded.tooLong).toBe(false)
    const read = decode(encoded.text)
    expect(read.ok && read.value.scenario.source).toEqual(scenario.source)
    expect(read.ok && read.value.scenario.allocator.id).toBe(scenario.allocator.id)
  })
})

test.each(
  scenarios.flatMap(({ name, scenario: { source } }) => (source.kind === 'trace' ? { name, source } : [])),
)('$name is a sound trace', ({ source }) => {
  const trace = readTrace(source.text)
  expect([trace.error, trace.length > 0]).toEqual([null, true])
  expect(trace.warnings.filter(({ message }) => message.includes('header'))).toEqual([])
})

test.each(GALLERY)('$id opens where it says', ({ scenario, open }) => {
  const tried = new Tried(scenario)
  const kinds = tried.kinds(open.operation + 1)
  const step = openingStep(open, kinds)
  expect(open.step === 'before' || step > 0, kinds.join(' ')).toBe(true)
  expect(tried.moment(open.operation + 1, step).position).toEqual({ operation: open.operation, step })
})
