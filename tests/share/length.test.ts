import { expect, test } from 'vitest'
import type { Scenario } from '../../src/engine/session/scenario.ts'
import { GALLERY } from '../../src/scenarios/index.ts'
import { linkHash, type Saved } from '../../src/share/index.ts'
import { CLASSROOM_PROGRAMS } from './classroom.ts'
import { CLASSROOM } from './support.ts'

/** What a page's address adds in front. */
const PAGE = 'https://www.university.example/courses/systems/heap-lab/'

/** The scenario at a late moment, with all that a view may say. */
function linkLength(scenario: Scenario): number {
  const view = { mapFrom: 93824992251904, bytesPerRow: 256, inspect: 93824992252016 }
  const saved: Saved = { scenario, position: { operation: 1234, step: 17 }, view }
  return PAGE.length + linkHash(saved).length
}

test.each(Object.entries(CLASSROOM_PROGRAMS))('%s has a link of less than 500 characters', (name, text) => {
  const source = { kind: 'c', files: [{ name, text }], input: '' } as const
  const scenario = { title: `The program ${name}`, source, allocator: { id: 'first-fit', options: {} } }
  expect(linkLength({ ...scenario, process: {}, run: {} })).toBeLessThan(500)
})

test('so has the exercise of twenty calls', () => {
  expect(linkLength(CLASSROOM.scenario)).toBeLessThan(500)
})

test.each(GALLERY.map((example) => [example.id, example] as const))(
  '%s and its variants have links of less than 800',
  (_, example) => {
    for (const scenario of [example.scenario, ...example.variants.map((variant) => variant.scenario)])
      expect(linkLength(scenario)).toBeLessThan(800)
  },
)
