import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, ROOT, runTool } from './project.mjs'

/** What the built page is made of. */
const SOURCES = ['src', 'public', 'scripts/build', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * Whether `target` is missing or older than anything in `sources`. Folders count too: their date moves
 * when a file in them is removed.
 *
 * @param {string} target
 * @param {readonly string[]} sources files or folders; missing ones are ignored
 */
export function isStale(target, sources) {
  const built = statSync(target, { throwIfNoEntry: false })
  return built === undefined || sources.some((source) => newest(source) > built.mtimeMs)
}

/** Builds the page. Answers whether that succeeded. */
export async function build() {
  // Whoever asks may be a test run, whose own setting would put React's development build into the page.
  const env = { NODE_ENV: 'production' }
  return (await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { env })) === 0
}

/** Builds the page unless the built one is up to date. Answers whether there is one now. */
export async function ensureBuilt() {
  if (
    !isStale(
      `${DIST}/index.html`,
      SOURCES.map((path) => `${ROOT}${path}`),
    )
  )
    return true
  console.log('Building the page …')
  return build()
}

/**
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
