import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readScenarioFile, scenarioFile } from '../../src/share/index.ts'
import { anySaved, CLASSROOM } from './support.ts'

const problemOf = (text: string) => {
  const read = readScenarioFile(text)
  return read.ok ? null : read.problem
}

test('any scenario there and back', () => {
  fc.assert(
    fc.property(anySaved, (saved) => {
      expect(readScenarioFile(scenarioFile(saved))).toEqual({ ok: true, value: saved })
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('begins with the version and can be read by people', () => {
  expect(scenarioFile(CLASSROOM).split('\n').slice(0, 4)).toEqual([
    '{',
    '  "heapLab": 2,',
    '  "scenario": {',
    '    "title": "Which hole?",',
  ])
})

test.each([
  ['hello', 'not ours'],
  ['', 'not ours'],
  ['{"name": "package"}', 'not ours'],
  ['[1]', 'not ours'],
  ['{"heapLab": "one"}', 'not ours'],
  ['{"heapLab": 3}', 'newer'],
  ['{"heapLab": 1}', 'invalid'],
  ['{"heapLab": 2}', 'invalid'],
  ['{"heapLab": 1, "scenario', 'corrupt'],
])('%j: %s', (text, problem) => {
  expect(problemOf(text)).toBe(problem)
})

test('every beginning of a file is refused', () => {
  const text = scenarioFile(CLASSROOM).trimEnd()
  for (let end = 0; end < text.length; end += 7) expect(problemOf(text.slice(0, end))).not.toBeNull()
})
