import { describe, expect, test } from 'vitest'
import { CHAPTERS, findExample, GALLERY } from '../../src/scenarios/index.ts'
import { decode, encode } from '../../src/share/index.ts'
import { tried } from './support.ts'

const scenarios = GALLERY.flatMap(({ id, scenario, variants }) => [
  { name: id, scenario },
  ...variants.map(({ label, scenario: other }) => ({ name: `${id}, ${label}`, scenario: other })),
])

/** Lessons about mistakes: what the lab finds in them is tested with the figures of their chapter. */
const FAULTY = /^(the-break|guard-page|overflow|double-free|hunt-|bump, the prog|out-of-memory, p =)/

/** Those of them that a signal ends. */
const KILLED = /^(the-break|guard-page|hunt-null|hunt-wrap|hunt-stale|out-of-memory, p =)/

test('ids are unique, chapters in order', () => {
  expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length)
  expect(GALLERY.every(({ id }) => findExample(id)?.id === id)).toBe(true)
  const chapters = GALLERY.map(({ chapter }) => chapter)
  expect(chapters).toEqual(chapters.toSorted((a, b) => a - b))
  expect([...new Set(chapters)].map(String)).toEqual(Object.keys(CHAPTERS))
})

test('all are C programs but for the homework line', () => {
  const others = GALLERY.filter(({ scenario }) => scenario.source.kind !== 'c')
  expect(others.map(({ id }) => id)).toEqual(['ostep-homework'])
})

describe.each(scenarios)('$name', ({ name, scenario }) => {
  test('runs to its end', () => {
    const { complete, error, ending, program } = tried(scenario).session.info()
    const end = KILLED.test(name) ? 'fault' : scenario.source.kind === 'c' ? 'exit' : undefined
    expect([complete, error, ending?.kind]).toEqual([true, null, end])
    expect(program?.diagnostics ?? []).toEqual([])
  })

  test(FAULTY.test(name) ? 'has findings' : 'has no findings', () => {
    const findings = tried(scenario).findings()
    expect(findings.length > 0, findings.join('\n')).toBe(FAULTY.test(name))
  })

  test('fits in a link', () => {
    const encoded = encode({ scenario, position: { operation: 0, step: 0 }, view: {} })
    expect(encoded.tooLong).toBe(false)
    const read = decode(encoded.text)
    expect(read.ok && read.value.scenario.source).toEqual(scenario.source)
    expect(read.ok && read.value.scenario.allocator.id).toBe(scenario.allocator.id)
  })
})

test.each(GALLERY)('$id opens where it says', ({ scenario, open }) => {
  const run = tried(scenario)
  const { operation, step } = run.opening(open)
  expect(operation).toBeGreaterThanOrEqual(0)
  expect(open.step === 'before' || step > 0, run.kinds(operation).join(' ')).toBe(true)
  expect(run.at(operation, step).position).toEqual({ operation, step })
})

test.each([
  ['linked-blocks', 'malloc.c', 'b->size = n;'],
  ['guard-page', 'guard-page.c', 'a[100] = 1;'],
  ['overflow', 'overflow.c', "memset(a, 'A', 41);"],
  ['use-after-free', 'use-after-free.c', "p[0] = 'X';"],
])('%s opens at a statement of %s: %s', (id, file, text) => {
  const { scenario, open } = findExample(id)!
  const run = tried(scenario)
  const { program, text: line } = run.at(run.opening(open).operation)
  expect([program!.at.file, line]).toEqual([file, text])
})
