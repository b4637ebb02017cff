import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../src/engine/allocators/catalog.ts'
import { FINDING_NAMES } from '../../../src/engine/session/findings.ts'
import { GALLERY } from '../../../src/scenarios/index.ts'
import { PROGRAM_SETTINGS, SETTINGS } from '../../../src/state/index.ts'
import { ALLOCATOR_HELP } from '../../../src/ui/help/allocators.ts'
import { entryCount, found, HELP } from '../../../src/ui/help/model.ts'
import { OPTION_LESSONS } from '../../../src/ui/help/option-lessons.ts'
import { WORDS } from '../../../src/ui/help/words.ts'
import { PART_WORDS } from '../../../src/ui/part-words.ts'

const entries = Object.values(HELP).flatMap((groups) => groups.flatMap((group) => group.entries))
const ids = entries.map(({ id }) => id)
const lessons = GALLERY.map(({ id }) => id)
/** Every form of every word. */
const forms = new Set(
  WORDS.flatMap(({ word, also = [] }) => [word, ...also]).map((word) => word.toLowerCase()),
)

describe('the help', () => {
  it('explains every allocator, and none that there is not', () => {
    expect(Object.keys(ALLOCATOR_HELP).sort()).toEqual(CATALOG.map(({ id }) => id).sort())
    expect(entryCount(HELP.allocators)).toBe(CATALOG.length)
  })

  it('explains every option once', () => {
    const keys = [
      ...CATALOG.flatMap(({ factory, options }) => options.map(({ key }) => `${factory}.${key}`)),
      ...[...SETTINGS, ...PROGRAM_SETTINGS].map(({ key }) => key),
    ]
    const explained = HELP.options.flatMap((group) => group.entries.map(({ id }) => id))
    expect(explained.sort()).toEqual([...new Set(keys)].map((key) => `option.${key}`).sort())
    for (const key of Object.keys(OPTION_LESSONS)) expect(keys).toContain(key)
  })

  it.each([
    'process, region, program break, page fault, resident, chunk, payload, requested, boundary tag, top chunk',
    'placement policy, first fit, next fit, best fit, worst fit, free list, implicit list, explicit list, LIFO, FIFO',
    'bin, split, coalesce, operation, step, transcript, scenario, session, finding, seed',
    'internal fragmentation, external fragmentation, utilization, live, largest free, probe',
    'pin, difference, prediction, by hand, comparison, to part company, present mode, breakpoint',
    'header, footer, in use, rover, prologue and epilogue, guard page, mapping, heap checker, buddy, size class',
  ])('has the words %s', (words) => {
    for (const word of words.split(', ')) expect(forms).toContain(word.toLowerCase())
  })

  it('has the names of the parts that a heap is taken apart into', () => {
    const { other: _, ...parts } = PART_WORDS
    for (const { name } of Object.values(parts)) expect(forms).toContain(name)
  })

  it('explains everything that can go wrong', () => {
    for (const name of Object.values(FINDING_NAMES)) expect(entries.map(({ title }) => title)).toContain(name)
  })

  it('explains nothing twice, and nothing with nothing', () => {
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, text } of entries) expect(text, id).toMatch(/^\S.*[.]$/)
  })

  it('leads only to lessons that there are', () => {
    for (const { id, lesson } of entries) if (lesson !== undefined) expect(lessons, id).toContain(lesson)
  })
})

describe('lessons', () => {
  /** What no lesson of the course shows. */
  const WITHOUT = [
    ...['option.classroom.mallocZero', 'option.fill', 'option.seed'],
    ...['option.model', 'option.output', 'option.instructions'],
    'word.my scenarios',
    ...['invalid-free', 'interior-free', 'overread', 'abort', 'budget', 'leak', 'signal', 'bounds'].map(
      (kind) => `finding.${kind}`,
    ),
    ...['uninitialised', 'overlapping-copy', 'pointer-cut'].map((kind) => `finding.${kind}`),
  ]

  it('show everything that is explained, but for what no lesson shows', () => {
    const without = entries.filter(({ lesson }) => lesson === undefined).map(({ id }) => id)
    expect(without.sort()).toEqual(WITHOUT.sort())
  })
})

describe('searching the help', () => {
  const titles = (search: string) =>
    found(HELP.words, search).flatMap((group) => group.entries.map(({ title }) => title))

  it('finds words by their other forms', () => {
    expect(titles('sbrk')).toContain('program break')
    expect(titles('merge')).toContain('coalesce')
  })

  it('wants every word, in any order, in capitals or not', () => {
    expect(titles('FIT next')).toContain('next fit')
    expect(titles('next buddy')).not.toContain('next fit')
    expect(titles('no such word')).toEqual([])
  })
})
