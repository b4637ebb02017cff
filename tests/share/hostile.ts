import { linkHash, type Saved, scenarioFile } from '../../src/share/index.ts'
import { CLASSROOM_PROGRAMS } from './classroom.ts'
import { CLASSROOM, linkTo } from './support.ts'

/** Numbers from 0 to below `below`, the same ones for the same seed. */
export type Dice = (below: number) => number

/** Dice of a seed (xorshift, Marsaglia 2003). */
export function diceOf(seed: number): Dice {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const program: Saved = {
  ...CLASSROOM,
  scenario: {
    ...CLASSROOM.scenario,
    source: {
      kind: 'c',
      files: Object.entries(CLASSROOM_PROGRAMS).map(([name, text]) => ({ name, text })),
      input: '1 2 3\n',
      model: 'ilp32',
      defines: ['N=3'],
    },
  },
}
const VALID: readonly Saved[] = [CLASSROOM, program]
const LINKS = VALID.map((saved) => linkHash(saved).text)
const FILES = VALID.map((saved) => scenarioFile(saved))

const SCRIPT = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
const DEEP = `${'['.repeat(1000)}${']'.repeat(1000)}`

/** What somebody might put where something else is expected, as JSON. */
const VALUES: readonly string[] = [
  ...[null, true, -1, 0.5, 1e308, 2 ** 53, '', [], {}, [[]]].map((value) => JSON.stringify(value)),
  ...[SCRIPT, 'javascript:alert(1)', '\u0000\u202e\ud800', 'x'.repeat(300)].map((text) =>
    JSON.stringify(text),
  ),
  '{"length": 4294967296}',
  '{"toString": 1, "valueOf": null}',
  '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  JSON.stringify(Array.from({ length: 200 }, (_, i) => i)),
  DEEP,
]

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'c',
  's',
  'kind',
  'files',
  '0',
]

/** JSON of a saved form, in full or with the short keys of links, with one to four things in it wrong. */
function wrongJson(dice: Dice, packed: boolean): string {
  const value: unknown = packed ? packedForm(dice) : JSON.parse(FILES[dice(FILES.length)]!)
  for (let i = dice(4); i >= 0; i--) {
    const place = placeIn(value, dice)
    const keys = Object.keys(place)
    const key = dice(3) > 0 && keys.length > 0 ? keys[dice(keys.length)]! : NAMES[dice(NAMES.length)]!
    // As JSON.parse does: an own property, also of the name __proto__.
    Object.defineProperty(place, key, {
      value: JSON.parse(VALUES[dice(VALUES.length)]!),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return JSON.stringify(value)
}

/** Any object in a value, the outermost one more often than others. */
function placeIn(value: unknown, dice: Dice): object {
  let place = value as object
  for (let depth = dice(5); depth > 0; depth--) {
    const inner = Object.values(place).filter((each) => typeof each === 'object' && each !== null)
    if (inner.length === 0) break
    place = inner[dice(inner.length)] as object
  }
  return place
}

function packedForm(dice: Dice): unknown {
  const files = [{ name: 'a.c', text: 'int main(void) {}' }]
  const source = dice(2) === 0 ? { k: 'c', files, input: '' } : { k: 'trace', n: 'a.rep', x: 'a 0 8\n' }
  return { c: { t: 'T', s: source, a: { i: 'first-fit', o: { split: 64 } } }, m: { j: 3, T: 1 }, v: { z: 1 } }
}

const CHARACTERS = 'ABCXYZabcxyz019-_.%#=+/<>"& é\u0000'

/** A text with a few characters lost, added or exchanged, or with its end missing. */
function damaged(text: string, dice: Dice): string {
  if (dice(4) === 0) return text.slice(0, dice(text.length + 1))
  let result = text
  for (let i = dice(4); i >= 0; i--) {
    const at = dice(result.length + 1)
    const added = Array.from({ length: dice(4) }, () => CHARACTERS[dice(CHARACTERS.length)]).join('')
    result = result.slice(0, at) + added + result.slice(at + dice(4))
  }
  return result
}

/** The hash of a link that nobody made with the page. */
export function hostileLink(dice: Dice): string {
  const version = [1, 2, 2, 2, 3, 999][dice(6)]!
  switch (dice(dice(400) === 0 ? 5 : 4)) {
    case 0:
      return damaged(LINKS[dice(LINKS.length)]!, dice)
    case 1: {
      const bytes = Array.from({ length: dice(200) }, () => String.fromCharCode(45 + dice(78))).join('')
      return `#${dice(3) === 0 ? 'embed.' : ''}${version}.${bytes.replace(/[^\w-]/g, '_')}`
    }
    case 2:
      return `#${linkTo(wrongJson(dice, true), dice(4) === 0 ? 1 : 2)}`
    case 3:
      return `#${linkTo(damaged(wrongJson(dice, true), dice), 2)}`
    default:
      return `#${linkTo(new Uint8Array((1 + dice(20)) * 1_000_000).fill(32), 2)}`
  }
}

/** The text of a scenario file that the page did not write. */
export function hostileFile(dice: Dice): string {
  return dice(2) === 0 ? wrongJson(dice, false) : damaged(wrongJson(dice, false), dice)
}
