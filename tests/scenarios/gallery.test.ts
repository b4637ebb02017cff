import { describe, expect, test } from 'vitest'
import { COURSE, findExample, GALLERY } from '../../src/scenarios/index.ts'
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
  expect([...new Set(chapters)]).toEqual(COURSE.chapters.map((_, index) => index + 1))
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

test.each(GALLERY)('$id: what its texts link to is there', (example) => {
  const run = tried(example.scenario)
  const { look, moments, answer, answerMoments = [] } = example
  expect(moments.length).toBeGreaterThan(0)
  for (const [text, links] of [
    [look, moments],
    [answer, answerMoments],
  ] as const) {
    let from = 0
    for (const { text: piece, open } of links) {
      const at = text.indexOf(piece, from)
      expect(at, piece).toBeGreaterThanOrEqual(0)
      from = at + piece.length
      const { operation, step } = run.opening(open)
      expect(operation, piece).toBeGreaterThanOrEqual(0)
      expect(open.step === 'before' || step > 0, `${piece}: ${run.kinds(operation).join(' ')}`).toBe(true)
    }
  }
})

test('the answer of a hunt leads to the first wrong moment, before the damage shows', () => {
  const hunts = GALLERY.filter(({ kind }) => kind === 'hunt')
  expect(hunts).toHaveLength(6)
  for (const { scenario, open, answerMoments } of hunts) {
    const run = tried(scenario)
    const began = run.opening(answerMoments![0]!.open)
    expect(began.operation).toBeLessThan(run.opening(open).operation)
  }
})

test('the first wrong moment of hunt-wrap is in the second malloc', () => {
  const run = tried(findExample('hunt-wrap')!.scenario)
  const line = 'n = (n + 15) & ~(size_t)15;'
  const second = run.statement(line, run.statement(line))
  expect(findExample('hunt-wrap')!.answerMoments![0]!.open.at).toEqual({
    kind: 'operation',
    operation: second,
  })
})

test('no two lessons are about the same program, but for their variants', () => {
  const sources = GALLERY.map(({ scenario }) => JSON.stringify(scenario.source))
  expect(new Set(sources).size).toBe(GALLERY.length)
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
