import { readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult
 */

/**
 * What a Vitest run came to. A file that broke before its tests could be counted is one failure, and so
 * is a run that ended badly although no test failed (an error outside of any test, a crash).
 *
 * @param {readonly FileResult[] | null} files the `testResults` of Vitest's JSON report; null if there is none
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(files, exitCode) {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const file of files ?? []) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length
    const passed = file.assertionResults.filter((test) => test.status === 'passed').length
    tally.passed += passed
    tally.failed += file.status === 'failed' && failed === 0 ? 1 : failed
    tally.skipped += file.assertionResults.length - passed - failed
  }
  const ranNothing = tally.passed + tally.failed === 0
  if (tally.failed === 0 && (exitCode !== 0 || ranNothing)) tally.failed = 1
  return tally
}

/**
 * Reads the file results of a Vitest JSON report; null if it cannot be read.
 *
 * @param {string} path
 * @returns {FileResult[] | null}
 */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults
  } catch {
    return null
  }
}
