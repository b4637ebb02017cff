import { expect, test } from 'vitest'
import { tallyOf } from '../../scripts/lib/report.mjs'

/** A file of a Vitest report, from the states of its tests. */
function file(status: string, ...tests: string[]) {
  return { status, assertionResults: tests.map((state) => ({ status: state })) }
}

test('counts the tests of all files', () => {
  const files = [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed', 'todo')]
  expect(tallyOf(files, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('counts a file that broke before its tests as one failure', () => {
  expect(tallyOf([file('failed'), file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(tallyOf([file('failed', 'passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('counts a run that ended badly as a failure, whatever its tests say', () => {
  expect(tallyOf([file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  expect(tallyOf(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('counts a run of no test as a failure', () => {
  expect(tallyOf([], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(tallyOf([file('passed', 'skipped')], 0)).toEqual({ passed: 0, failed: 1, skipped: 1 })
})
