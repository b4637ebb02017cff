import { thousands } from '../../format.ts'
import type { Note } from '../../workload/c/image.ts'
import type { Reporter, Whereabouts } from './reporter.ts'
import { addressInHex } from './surroundings.ts'

/** Wrapped results and cut pointers that are remembered until something is done with them. */
const REMEMBERED = 64

interface Wrapped {
  readonly text: string
  readonly note: Note
  readonly operation: number
  readonly statement: number
}

interface Cut {
  readonly pointer: bigint
  readonly operation: number
  readonly statement: number
}

/**
 * Arithmetic on sizes that wrapped around, and pointers that were kept in an int. Neither is wrong by itself (hashes
 * wrap on purpose): it is reported when a wrapped number becomes the size of a request or happens inside the
 * program's own malloc, and when a cut pointer is made a pointer again.
 */
export class SizeChecks {
  /** Whether the program's own malloc, free or realloc is running. */
  isInAllocator = false
  private readonly wrapped = new Map<number, Wrapped>()
  private readonly cut = new Map<number, Cut>()
  private readonly bits: bigint

  constructor(
    private readonly report: Reporter,
    private readonly pointerSize: 4 | 8,
    private readonly where: Whereabouts,
  ) {
    this.bits = BigInt(pointerSize * 8)
  }

  /** A note of the compiler, about to happen. */
  note(note: Note, aLow: number, aHigh: number, bLow: number, bHigh: number): void {
    if (note.kind === 'pointer-to-int') this.pointerToInt(aLow, aHigh)
    else if (note.kind === 'int-to-pointer') this.intToPointer(aLow)
    else if (mayWrap(note.kind, this.pointerSize, aLow, aHigh, bLow, bHigh)) {
      this.arithmetic(note, unsigned(aLow, aHigh, this.pointerSize), unsigned(bLow, bHigh, this.pointerSize))
    }
  }

  /** `call` asks for `size` bytes: whether that number came from a wrap. */
  request(call: string, size: number): void {
    const wrapped = this.wrapped.get(size)
    if (wrapped === undefined) return
    this.report.add({
      kind: 'size-wrapped',
      address: 0,
      key: call,
      began: -1,
      beganAt: wrapped,
      message: `${call} is asked for that many bytes: ${wrapped.text}.`,
    })
  }

  private arithmetic(note: Note, a: bigint, b: bigint): void {
    const exact = note.kind === 'size-add' ? a + b : note.kind === 'size-subtract' ? a - b : a * b
    const result = BigInt.asUintN(Number(this.bits), exact)
    if (exact === result) return
    const operator = note.kind === 'size-add' ? '+' : note.kind === 'size-subtract' ? '-' : '*'
    const text = `${thousandsOf(a)} ${operator} ${thousandsOf(b)} in \`${note.name}\` does not fit ${thousands(Number(this.bits))} bits and wraps around to ${thousandsOf(result)}`
    remember(this.wrapped, Number(result), {
      text,
      note,
      operation: this.where.current,
      statement: this.where.statement,
    })
    if (!this.isInAllocator || note.kind === 'size-subtract') return
    this.report.add({
      kind: 'size-wrapped',
      address: 0,
      key: note.name,
      began: -1,
      at: note,
      message: `${text}.`,
    })
  }

  private pointerToInt(low: number, high: number): void {
    const pointer = unsigned(low, high, this.pointerSize)
    if (BigInt.asUintN(64, BigInt.asIntN(32, pointer)) === pointer) return
    const { current, statement } = this.where
    remember(this.cut, low, { pointer, operation: current, statement })
  }

  private intToPointer(low: number): void {
    const cut = this.cut.get(low)
    if (cut === undefined) return
    this.report.add({
      kind: 'pointer-cut',
      address: low,
      key: '',
      began: -1,
      beganAt: cut,
      message: `The integer ${addressInHex(low)} becomes a pointer. It was the pointer 0x${cut.pointer.toString(16)} before it was kept in 32 bits: its upper half is lost.`,
    })
  }
}

/** Whether a wrap is possible at all: cheap, since it is asked for each addition of sizes. */
function mayWrap(
  kind: Note['kind'],
  pointerSize: 4 | 8,
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
): boolean {
  if (pointerSize === 4) return true
  if (kind === 'size-add') return (aHigh | bHigh) < 0
  if (kind === 'size-subtract')
    return aHigh >>> 0 < bHigh >>> 0 || (aHigh === bHigh && aLow >>> 0 < bLow >>> 0)
  return (aHigh | bHigh) !== 0
}

function unsigned(low: number, high: number, size: 4 | 8): bigint {
  return size === 4 ? BigInt(low >>> 0) : (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)
}

function thousandsOf(value: bigint): string {
  return value.toLocaleString('en')
}

function remember<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > REMEMBERED) map.delete(map.keys().next().value as K)
}
