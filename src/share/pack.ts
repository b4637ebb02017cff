/**
 * Short names of keys in links. The table only grows: a letter never gets a second meaning, so that links
 * of all versions are unpacked the same way (and then upgraded).
 */
const SHORT: Readonly<Record<string, string>> = {
  scenario: 'c',
  title: 't',
  source: 's',
  kind: 'k',
  name: 'n',
  text: 'x',
  bytes: 'b',
  args: 'g',
  shape: 'h',
  seed: 'e',
  params: 'q',
  allocator: 'a',
  id: 'i',
  options: 'o',
  process: 'p',
  layout: 'l',
  dataLimit: 'd',
  addressLimit: 'w',
  wall: 'z',
  run: 'r',
  onMisuse: 'u',
  fill: 'f',
  leaks: 'y',
  position: 'm',
  operation: 'j',
  step: 'T',
  view: 'v',
}

const LONG = Object.fromEntries(Object.entries(SHORT).map(([long, short]) => [short, long]))

/** Objects whose keys are not ours to rename. */
const VERBATIM = new Set(['options', 'params', 'view'])

/** Objects lie no deeper than this in what we write; deeper ones are left as they are. */
const DEPTH = 4

/** A value with short keys, without empty objects. */
export function pack(value: object): unknown {
  return rename(value, SHORT, DEPTH)
}

/** The value with its keys in full. Whatever it is, it does not throw. */
export function unpack(value: unknown): unknown {
  return rename(value, LONG, DEPTH)
}

function rename(value: unknown, table: Readonly<Record<string, string>>, depth: number): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const renamed = Object.entries(value)
    .filter(([, entry]) => !isEmpty(entry))
    .map(([key, entry]) => {
      const name = Object.hasOwn(table, key) ? table[key]! : key
      const kept = VERBATIM.has(key) || VERBATIM.has(name)
      return [name, kept ? entry : rename(entry, table, depth - 1)]
    })
  return Object.fromEntries(renamed)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
