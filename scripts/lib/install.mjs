import { readFileSync } from 'node:fs'
import { ROOT, run } from './project.mjs'

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * The packages that the lockfile asks for and the installed tree does not hold in that version.
 * Optional ones (other platforms' binaries) count only if they are installed in another version.
 * Contents are compared, not dates, so that a checkout that only touches files asks for no network.
 *
 * @param {Lockfile} locked package-lock.json
 * @param {Lockfile | null} installed node_modules/.package-lock.json, which npm writes when it is done
 * @returns {string[]}
 */
export function missingPackages(locked, installed) {
  const missing = []
  for (const [path, entry] of Object.entries(locked.packages)) {
    if (path === '') continue
    const there = installed?.packages[path]
    if (there === undefined ? entry.optional !== true : there.version !== entry.version) missing.push(path)
  }
  return missing
}

/** Installs what the lockfile names, if anything of it is missing. Answers whether all is there. */
export async function ensureInstalled() {
  const locked = readLockfile('package-lock.json')
  if (locked === null) {
    console.error('package-lock.json is missing or damaged: this is not a complete copy of the project.')
    return false
  }
  const missing = missingPackages(locked, readLockfile('node_modules/.package-lock.json'))
  if (missing.length === 0) return true
  console.log(`Installing packages (${missing.length} to fetch) …`)
  // Building and testing need the development packages whatever NODE_ENV says; no package's script has to run.
  const code = await run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
    quiet: true,
  })
  if (code !== 0) console.error('The packages could not be installed: `npm ci` failed, see above.')
  return code === 0
}

/**
 * @param {string} path
 * @returns {Lockfile | null}
 */
function readLockfile(path) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'))
  } catch {
    return null
  }
}
