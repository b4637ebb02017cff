import type { Address, Bytes } from '../../../../units.ts'
import type { FormatSource } from './format.ts'

/*
 * Arguments taken by number (`%2$s`), as POSIX adds: the whole format has to be read before the first argument can be.
 */

/** A directive with a number: index, flags, width, precision, length, letter. Width and precision may have numbers too. */
const DIRECTIVE = /%(\d+)\$([-+ #0'I]*)(\*\d+\$|\d*)(?:\.(\*\d+\$|-?\d*))?(hh|h|ll|l|q|j|z|t|L)?([A-Za-z])/g

/** A piece of a format: text without arguments, or one directive and the number of its argument. */
export interface Piece {
  readonly text: string
  /** From 1; 0 for text without one. */
  readonly argument: number
}

type Kind = 'int' | 'long' | 'double' | 'pointer'

interface Value {
  readonly low: number
  readonly high: number
  readonly double: number
  readonly pointer: Address
}

/** Takes all arguments of a format whose directives have numbers, and cuts it into pieces without; null if it has none. */
export function positionalPieces(
  format: string,
  source: FormatSource,
): { pieces: Piece[]; arguments: ChosenArgument } | null {
  if (!/%\d+\$/.test(format)) return null
  const values = takeValues(kindsOf(format, source.word), source)
  const pieces: Piece[] = []
  let from = 0
  for (const match of format.matchAll(DIRECTIVE)) {
    const [all, index, flags, width, precision, length, letter] = match
    const shownPrecision = precision === undefined ? '' : `.${starless(precision, values)}`
    const text = `%${flags}${starless(width!, values)}${shownPrecision}${length ?? ''}${letter}`
    pieces.push({ text: format.slice(from, match.index), argument: 0 }, { text, argument: Number(index) })
    from = match.index + all.length
  }
  pieces.push({ text: format.slice(from), argument: 0 })
  return { pieces, arguments: new ChosenArgument(source, values) }
}

/** The number that `*3$` stands for; plain numbers as they are. */
function starless(text: string, values: readonly Value[]): string {
  return text.startsWith('*') ? String(values[Number.parseInt(text.slice(1), 10) - 1]?.low ?? 0) : text
}

/** What kind of argument stands at each place. Those that no directive names are ints. */
function kindsOf(format: string, word: 4 | 8): Kind[] {
  const kinds: Kind[] = []
  for (const [, index, , width, precision, length, letter] of format.matchAll(DIRECTIVE)) {
    kinds[Number(index) - 1] = kindOf(letter!, length ?? '', word)
    for (const star of [width, precision]) {
      if (star?.startsWith('*')) kinds[Number.parseInt(star.slice(1), 10) - 1] = 'int'
    }
  }
  return Array.from(kinds, (kind) => kind ?? 'int')
}

function kindOf(letter: string, length: string, word: 4 | 8): Kind {
  if ('aAeEfFgG'.includes(letter)) return 'double'
  if ('psSn'.includes(letter)) return 'pointer'
  if (['ll', 'q', 'j', 'L'].includes(length)) return 'long'
  return word === 8 && ['l', 'z', 't'].includes(length) ? 'long' : 'int'
}

function takeValues(kinds: readonly Kind[], source: FormatSource): Value[] {
  return kinds.map((kind) => {
    if (kind === 'double') return { low: 0, high: 0, double: source.double(), pointer: 0 }
    if (kind === 'pointer') {
      const pointer = source.pointer()
      return { low: pointer | 0, high: Math.floor(pointer / 2 ** 32), double: 0, pointer }
    }
    source.integer(kind === 'long' ? 8 : 4)
    return { low: source.low, high: source.high, double: 0, pointer: 0 }
  })
}

/** A source whose next argument is always the chosen one. */
export class ChosenArgument implements FormatSource {
  readonly word: 4 | 8
  low = 0
  high = 0
  /** From 1. */
  chosen = 0

  constructor(
    private readonly source: FormatSource,
    private readonly values: readonly Value[],
  ) {
    this.word = source.word
  }

  integer(): void {
    const { low, high } = this.values[this.chosen - 1]!
    this.low = low
    this.high = high
  }

  double(): number {
    return this.values[this.chosen - 1]!.double
  }

  pointer(): Address {
    return this.values[this.chosen - 1]!.pointer
  }

  string(address: Address, most: Bytes): Uint8Array {
    return this.source.string(address, most)
  }

  wideString(address: Address, most: Bytes): Uint8Array | null {
    return this.source.wideString(address, most)
  }

  storeCount(address: Address, size: 1 | 2 | 4 | 8, count: number): void {
    this.source.storeCount(address, size, count)
  }

  errorText(): string {
    return this.source.errorText()
  }
}
