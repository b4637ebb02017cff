import { parseInteger, type Radix, repr } from './python.ts'
import { errorText, helpText, type LongName, OPTIONS, type OptionForm } from './usage.ts'

/** The command line of malloc.py, read. Defaults and meanings are that program's. */
export interface OstepFlags {
  readonly seed: bigint
  readonly heapSize: number
  readonly baseAddress: number
  readonly headerSize: number
  /** -1 for none. */
  readonly alignment: number
  /** BEST, WORST or FIRST; anything else is refused later, when the heap is made. */
  readonly policy: string
  readonly order: string
  readonly coalesce: boolean
  readonly operations: number
  readonly range: number
  readonly percentAlloc: number
  /** The list behind -A; empty when operations are drawn at random. */
  readonly list: string
  /** -c: print the answers. */
  readonly compute: boolean
}

/** A command line gives flags, or a text and an end: help on standard output (exit code 0), a complaint on standard error (2). */
export type OstepArguments =
  | { readonly kind: 'flags'; readonly flags: OstepFlags }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }

/** Largest number (either sign) that a flag may hold, the seed apart: beyond it the lab's arithmetic would not be exact. */
export const NUMBER_LIMIT = 2 ** 47

export const DEFAULT_FLAGS: OstepFlags = {
  seed: 0n,
  heapSize: 100,
  baseAddress: 1000,
  headerSize: 0,
  alignment: -1,
  policy: 'BEST',
  order: 'ADDRSORT',
  coalesce: false,
  operations: 10,
  range: 10,
  percentAlloc: 50,
  list: '',
  compute: false,
}

type Form = OptionForm & { readonly long: LongName }
const FORMS: readonly Form[] = OPTIONS

type Writable = { -readonly [K in keyof OstepFlags]: OstepFlags[K] }
type NumberFlag = { [K in keyof OstepFlags]: OstepFlags[K] extends number ? K : never }[keyof OstepFlags]

const NUMBERS: Partial<Record<LongName, NumberFlag>> = {
  '--size': 'heapSize',
  '--baseAddr': 'baseAddress',
  '--headerSize': 'headerSize',
  '--alignment': 'alignment',
  '--numOps': 'operations',
  '--range': 'range',
  '--percentAlloc': 'percentAlloc',
}
const STRINGS: Partial<Record<LongName, 'policy' | 'order' | 'list'>> = {
  '--policy': 'policy',
  '--listOrder': 'order',
  '--allocList': 'list',
}

/** Ends the reading of a command line early. */
class Stop {
  constructor(readonly result: OstepArguments) {}
}

/**
 * Reads the arguments as Python's optparse does: short switches may share a dash, a value may follow at
 * once or as the next argument (whatever it looks like), long names may be shortened while unambiguous,
 * `--` ends the options, other arguments are ignored, and the first error ends it.
 */
export function parseArguments(argv: readonly string[]): OstepArguments {
  const flags: Writable = { ...DEFAULT_FLAGS }
  const rest = [...argv]
  try {
    for (let arg = rest.shift(); arg !== undefined && arg !== '--'; arg = rest.shift()) {
      if (arg.startsWith('--')) longOption(arg, rest, flags)
      else if (arg.startsWith('-') && arg.length > 1) shortOptions(arg, rest, flags)
    }
  } catch (stop) {
    if (stop instanceof Stop) return stop.result
    throw stop
  }
  return { kind: 'flags', flags }
}

const refuse: (message: string) => never = (message) => {
  throw new Stop({ kind: 'error', text: errorText(message) })
}

function longOption(arg: string, rest: string[], flags: Writable): void {
  const equals = arg.indexOf('=')
  const option = findLong(equals < 0 ? arg : arg.slice(0, equals))
  if (equals >= 0) {
    if (option.value === undefined) refuse(`${option.long} option does not take a value`)
    rest.unshift(arg.slice(equals + 1))
  }
  apply(option, option.long, rest, flags)
}

function findLong(name: string): Form {
  const exact = FORMS.find((option) => option.long === name)
  if (exact !== undefined) return exact
  const starting = FORMS.filter((option) => option.long.startsWith(name))
  if (starting.length === 1) return starting[0]!
  if (starting.length === 0) refuse(`no such option: ${name}`)
  const names = starting.map((option) => option.long).sort()
  return refuse(`ambiguous option: ${name} (${names.join(', ')}?)`)
}

function shortOptions(arg: string, rest: string[], flags: Writable): void {
  const letters = [...arg].slice(1)
  for (let letter = letters.shift(); letter !== undefined; letter = letters.shift()) {
    const name = `-${letter}`
    const option = FORMS.find((form) => form.short === name)
    if (option === undefined) refuse(`no such option: ${name}`)
    if (option.value !== undefined && letters.length > 0) rest.unshift(letters.splice(0).join(''))
    apply(option, name, rest, flags)
  }
}

/** Carries out one option; `name` is what complaints call it. */
function apply(option: Form, name: string, rest: string[], flags: Writable): void {
  if (option.value !== undefined) {
    const value = rest.shift()
    if (value === undefined) refuse(`${name} option requires 1 argument`)
    setValue(option.long, name, value, flags)
  } else if (option.long === '--coalesce') flags.coalesce = true
  else if (option.long === '--compute') flags.compute = true
  else throw new Stop({ kind: 'help', text: helpText() })
}

function setValue(long: LongName, name: string, value: string, flags: Writable): void {
  const text = STRINGS[long]
  if (text !== undefined) {
    flags[text] = value
    return
  }
  const integer = optionInteger(value)
  if (integer === null) refuse(`option ${name}: invalid integer value: ${repr(value)}`)
  const number = NUMBERS[long]
  if (number === undefined) flags.seed = integer
  else if (integer > NUMBER_LIMIT || integer < -NUMBER_LIMIT) {
    refuse(`option ${name}: Heap Lab takes numbers up to 2^47 here, not ${integer}`)
  } else flags[number] = Number(integer)
}

/** An integer as optparse reads one: 0x, 0b and a leading 0 (octal) choose the radix. */
function optionInteger(text: string): bigint | null {
  const start = text.slice(0, 2).toLowerCase()
  if (start === '0b') return parseInteger(text.slice(2) || '0', 2)
  const radix: Radix = start === '0x' ? 16 : text.startsWith('0') ? 8 : 10
  return parseInteger(text, radix)
}
