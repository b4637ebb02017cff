import { UsageError } from './io.ts'
import { didYouMean } from './suggest.ts'

/** A flag of a command. */
export interface FlagSpec {
  readonly name: string
  /** A single letter that means the same, `-D`. */
  readonly letter?: string
  /** What its value is called in the help; absent when it has none. */
  readonly value?: string
  /** Takes `key=value` words, one or more at a time, and may be repeated. */
  readonly pairs?: boolean
  readonly help: string
}

/** A command line taken apart. */
export interface Args {
  readonly operands: readonly string[]
  has(name: string): boolean
  /** The last value given for a flag. */
  value(name: string): string | undefined
  /** All values given for it. */
  values(name: string): readonly string[]
}

/** Takes a command line apart. `--` ends the flags, `-` is an operand. Throws a UsageError. */
export function parseArgs(argv: readonly string[], specs: readonly FlagSpec[]): Args {
  const operands: string[] = []
  const given = new Map<string, string[]>()
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (word === '--') {
      operands.push(...argv.slice(i + 1))
      break
    }
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word)
      continue
    }
    const { spec, attached } = findFlag(word, specs)
    const values = given.get(spec.name) ?? []
    given.set(spec.name, values)
    if (spec.value === undefined) {
      if (attached !== null) throw new UsageError(`--${spec.name} takes no value.`)
      continue
    }
    const value = attached ?? argv[++i]
    if (value === undefined) throw new UsageError(`--${spec.name} needs a value: ${spec.value}.`)
    values.push(value)
    while (spec.pairs === true && attached === null && isPair(argv[i + 1])) values.push(argv[++i]!)
  }
  return {
    operands,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  }
}

function findFlag(
  word: string,
  specs: readonly FlagSpec[],
): { readonly spec: FlagSpec; readonly attached: string | null } {
  const equals = word.indexOf('=')
  const name = equals < 0 ? word : word.slice(0, equals)
  const spec = specs.find((each) => name === `--${each.name}` || name === `-${each.letter ?? ''}`)
  if (spec !== undefined && name !== '-')
    return { spec, attached: equals < 0 ? null : word.slice(equals + 1) }
  const names = specs.map((each) => `--${each.name}`)
  throw new UsageError(`There is no flag ${name}.${didYouMean(name, names)}`)
}

function isPair(word: string | undefined): word is string {
  return word !== undefined && /^[A-Za-z][\w-]*=/.test(word)
}

/** A whole number from 0 to 2^53, decimal or 0x…; throws a UsageError that names the flag. */
export function wholeNumber(text: string, flag: string): number {
  const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(value)) return value
  throw new UsageError(`--${flag} is a whole number, not "${text}".`)
}

/** One of a few words; throws a UsageError that names them. */
export function oneOf<T extends string>(text: string, words: readonly T[], flag: string): T {
  const found = words.find((word) => word === text)
  if (found !== undefined) return found
  throw new UsageError(`--${flag} is one of ${words.join(', ')}, not "${text}".${didYouMean(text, words)}`)
}
