const ZERO = 48
const NINE = 57
const MINUS = 45
const SPACE = 32
const TAB = 9
/** Decimal digits that always fit a number exactly. */
const SAFE_DIGITS = 15
const MAX_DIGITS = 100
const EXCERPT = 20
const MAX_U64 = 2n ** 64n - 1n

/** Why a field could not be read. */
export type FieldProblem = 'missing' | 'not a number' | 'too large'

/**
 * The fields of one line of bytes, from left to right. A method that fails answers NaN or null and sets
 * `problem`; `start` is where the last field began.
 */
export class Fields {
  problem: FieldProblem | null = null
  start = 0
  /** The number just read as text, if it is beyond 2^53 and so not held exactly; else ''. */
  exact = ''
  /** Whether the number just read was written with a minus sign. */
  negative = false
  private bytes: Uint8Array = new Uint8Array(0)
  private at = 0
  private to = 0

  reset(bytes: Uint8Array, from: number, to: number): void {
    this.bytes = bytes
    this.at = from
    this.to = to
    this.problem = null
  }

  /** Skips blanks. Whether the line goes on behind them. */
  more(): boolean {
    while (this.at < this.to && isBlank(this.bytes[this.at]!)) this.at++
    this.start = this.at
    return this.at < this.to
  }

  /** Whether a blank or the end of the line comes next. */
  atBoundary(): boolean {
    return this.at >= this.to || isBlank(this.bytes[this.at]!)
  }

  /** Moves behind the next byte, which must exist. */
  skip(): void {
    this.at++
  }

  /** The next byte, 0 at the end; stays. */
  peek(): number {
    return this.at < this.to ? this.bytes[this.at]! : 0
  }

  /** A decimal number, perhaps negative: the nearest number there is, and its text in `exact`. NaN with `problem`. */
  number(): number {
    this.exact = ''
    this.negative = false
    if (!this.more()) return this.fails('missing')
    if (this.bytes[this.at] === MINUS) {
      this.negative = true
      this.at++
    }
    const digits = this.at
    let value = 0
    for (; this.at < this.to; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte < ZERO || byte > NINE) break
      value = value * 10 + (byte - ZERO)
    }
    if (this.at === digits || !this.atBoundary()) return this.fails('not a number')
    if (this.at - digits > SAFE_DIGITS) value = this.large(digits)
    return this.negative ? 0 - value : value
  }

  /** A number of C's size_t: below 2^64, a negative one wraps as in C. */
  size(): number {
    const value = this.number()
    if (!this.negative || !(value < 0)) return value
    const wrapped = BigInt.asUintN(64, BigInt(this.exact === '' ? value : `-${this.exact}`))
    this.exact = wrapped > BigInt(Number.MAX_SAFE_INTEGER) ? String(wrapped) : ''
    return Number(wrapped)
  }

  /** Bytes as pairs of hexadecimal digits. */
  hex(): Uint8Array | null {
    if (!this.more()) {
      this.fails('missing')
      return null
    }
    let end = this.at
    while (end < this.to && !isBlank(this.bytes[end]!)) end++
    const result = new Uint8Array((end - this.at) >> 1)
    for (let i = 0; this.at < end; i++) {
      const high = hexDigit(this.bytes[this.at]!)
      const low = high < 0 || this.at + 1 >= end ? -1 : hexDigit(this.bytes[this.at + 1]!)
      if (low < 0) {
        this.start = high < 0 ? this.at : this.at + 1
        this.fails(this.start < end ? 'not a number' : 'missing')
        return null
      }
      result[i] = high * 16 + low
      this.at += 2
    }
    return result
  }

  /** Whether the line ends in a blank. */
  get trailing(): boolean {
    return this.to > 0 && isBlank(this.bytes[this.to - 1]!)
  }

  /** What stands at `start`, short and in quotes, for a message. */
  excerpt(): string {
    const first = this.bytes[this.start]
    if (first !== undefined && (first < SPACE || first > 126))
      return `the byte 0x${first.toString(16).padStart(2, '0')}`
    let end = this.start
    while (end < this.to && end - this.start < EXCERPT && isPrintable(this.bytes[end]!)) end++
    return `"${String.fromCharCode(...this.bytes.subarray(this.start, end))}"`
  }

  private large(digits: number): number {
    if (this.at - digits > MAX_DIGITS) return this.fails('too large')
    const exact = BigInt(String.fromCharCode(...this.bytes.subarray(digits, this.at)))
    if (exact > MAX_U64) return this.fails('too large')
    if (exact > BigInt(Number.MAX_SAFE_INTEGER)) this.exact = String(exact)
    return Number(exact)
  }

  private fails(problem: FieldProblem): number {
    this.problem = problem
    return Number.NaN
  }
}

function isPrintable(byte: number): boolean {
  return byte > SPACE && byte < 127
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB
}

/** Value of a hexadecimal digit, -1 for any other byte. */
function hexDigit(byte: number): number {
  if (byte >= ZERO && byte <= NINE) return byte - ZERO
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}
