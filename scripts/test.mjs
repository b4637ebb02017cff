// `npm test`: installs what is missing, then runs every check there is and ends with one line,
// `N passed, N failed`. Types, lint and the build count as one check each, every test as one.
import { mkdirSync, rmSync } from 'node:fs'
import { build } from './lib/build.mjs'
import { ensureChromium, HOW_TO_GET_CHROMIUM } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ARTIFACTS, runTool } from './lib/project.mjs'
import { readReport, tallyOf } from './lib/report.mjs'

/** @typedef {import('./lib/report.mjs').Tally} Tally */

/** @type {Tally} */
const PASSED = { passed: 1, failed: 0, skipped: 0 }
/** @type {Tally} */
const FAILED = { passed: 0, failed: 1, skipped: 0 }

// A log file is easier to read without colours; Biome colours its output in CI whatever it is written to.
const COLOURS = process.stdout.isTTY ? [] : ['--colors=off']
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1'

/**
 * Runs Vitest and counts from its report.
 *
 * @param {string} name of the report
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
async function vitest(name, args, env = {}) {
  const report = `${ARTIFACTS}/${name}.json`
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runTool('vitest/vitest.mjs', ['run', ...args, ...reporters], { env })
  return tallyOf(readReport(report), code)
}

/** @param {boolean} built whether there is a page to test */
async function endToEnd(built) {
  const chromium = await ensureChromium()
  if (chromium === null) console.error(HOW_TO_GET_CHROMIUM)
  if (!built) console.error('Without a built page there is nothing to test in the browser.')
  if (chromium === null || !built) return FAILED
  return vitest('e2e', ['--config', 'tests/e2e/vitest.config.ts'], { CHROMIUM_PATH: chromium })
}

/** Everything, one check after another: two cores are few, and the output stays readable. */
async function testAll() {
  /** @type {Tally} */
  const total = { passed: 0, failed: 0, skipped: 0 }
  const add = (/** @type {string} */ name, /** @type {Tally} */ tally) => {
    console.log(`== ${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`)
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
  }
  if (!(await ensureInstalled())) {
    add('install', FAILED)
    return total
  }
  mkdirSync(ARTIFACTS, { recursive: true })
  add('types', (await runTool('typescript/bin/tsc', ['--noEmit'])) === 0 ? PASSED : FAILED)
  const lint = await runTool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', ...COLOURS, '.'])
  add('lint', lint === 0 ? PASSED : FAILED)
  const built = await build()
  add('build', built ? PASSED : FAILED)
  add('unit', await vitest('unit', []))
  add('end to end', await endToEnd(built))
  return total
}

const total = await testAll().catch((error) => {
  console.error(error)
  return FAILED
})
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed`)
