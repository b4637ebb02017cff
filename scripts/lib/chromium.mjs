import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './project.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Where installers put a Chromium that is not on the PATH. */
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const HOW_TO_GET_CHROMIUM =
  'No Chromium was found. Install one (Debian, Ubuntu: `sudo apt-get install chromium`; macOS: ' +
  '`brew install --cask chromium`; or Google Chrome), or name one with CHROMIUM_PATH=/path/to/chromium.'

/**
 * A Chromium's path, or null: the one CHROMIUM_PATH names, one on the PATH, or one in a usual place.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | null}
 */
export function findChromium(env = process.env) {
  // A wrong CHROMIUM_PATH is not passed over: who sets it wants that one.
  if (env['CHROMIUM_PATH']) return isProgram(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : null
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...candidates, ...PLACES].find(isProgram) ?? null
}

/** A Chromium's path; on a Debian machine where we are root it is installed if need be. Null if there is none. */
export async function ensureChromium() {
  const found = findChromium()
  if (found !== null || process.env['CHROMIUM_PATH'] || !mayUseApt()) return found
  console.log('Installing Chromium with apt-get …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // Old lists may do where the update fails, so only the installation's own success counts.
  await run('apt-get', ['update', '-qq'], { quiet: true, env })
  const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation']
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { quiet: true, env })
  return findChromium()
}

function mayUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
