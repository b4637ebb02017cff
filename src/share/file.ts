import { accept, newer } from './codec.ts'
import { type Read, type Saved, unreadable } from './saved.ts'
import { VERSION } from './upgrade.ts'

/** What the key of the version is called; a file without it is not ours. */
const VERSION_KEY = 'heapLab'
const FILE_LIMIT = 1 << 26

/** The name that scenario files end in. */
export const SCENARIO_EXTENSION = '.heaplab.json'

/** What is saved as a file: JSON with the version first, to be read by people too. */
export function scenarioFile(saved: Saved): string {
  const { scenario, position, view } = saved
  return `${JSON.stringify({ [VERSION_KEY]: VERSION, scenario, position, view }, null, 2)}\n`
}

/** Reads a scenario file of this version or an older one. Never throws, whatever the text. */
export function readScenarioFile(text: string): Read {
  if (text.length > FILE_LIMIT)
    return unreadable('too large', `A scenario file has at most ${FILE_LIMIT} characters.`)
  const value = parsed(text)
  if (value === undefined)
    return /^\s*\{/.test(text)
      ? unreadable('corrupt', 'This file is damaged or cut off: it is no JSON.')
      : notOurs()
  const version = versionOf(value)
  if (version === null) return notOurs()
  return version > VERSION ? newer('file', version) : accept(value, version)
}

function notOurs(): Read {
  return unreadable('not ours', 'This file is not a Heap Lab scenario.')
}

/** The JSON value, undefined if it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, VERSION_KEY)) return null
  const version: unknown = Object.entries(value).find(([key]) => key === VERSION_KEY)?.[1]
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : null
}
