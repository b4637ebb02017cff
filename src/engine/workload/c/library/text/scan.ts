import type { Address } from '../../../../units.ts'
import { type LengthModifier, lengthSize, readLength } from './directive.ts'
import { isSpace, type ScanInput, skipSpace } from './scan-input.ts'
import { scanFloatText, scanIntegerText } from './scan-numbers.ts'

/** Where scanf puts what it reads. */
export interface ScanTarget {
  /** Bytes of `long` and of pointers. */
  readonly word: 4 | 8
  /** The next pointer argument. */
  pointer(): Address
  integer(address: Address, size: 1 | 2 | 4 | 8, value: bigint): void
  /** Parses and stores a floating-point number; false where the text is none. */
  float(address: Address | null, kind: 'float' | 'double', text: string): boolean
  bytes(address: Address, bytes: number[]): void
}

/** A conversion specification of scanf. */
interface Conversion {
  isSuppressed: boolean
  /** Most characters; 0 without a width. */
  width: number
  length: LengthModifier
  letter: string
}

/** `input`: it ended before there was anything. `mismatch`: what stands there does not fit. */
type Failure = 'input' | 'mismatch'

/**
 * Runs scanf over `format` as glibc 2.36 does in the C locale. Returns the number of items stored, or -1 (EOF) when the
 * input ended before the first.
 */
export function scanText(format: Uint8Array, input: ScanInput, target: ScanTarget): number {
  return new Scanner(format, input, target).run()
}

class Scanner {
  private at = 0
  private items = 0

  constructor(
    private readonly format: Uint8Array,
    private readonly input: ScanInput,
    private readonly target: ScanTarget,
  ) {}

  run(): number {
    while (this.at < this.format.length) {
      const failure = this.step()
      if (failure !== null) return failure === 'input' && this.items === 0 ? -1 : this.items
    }
    return this.items
  }

  private step(): Failure | null {
    const byte = this.format[this.at++]!
    if (isSpace(byte)) {
      skipSpace(this.input)
      return null
    }
    if (byte !== 0x25) return this.literal(byte)
    const conversion = this.readConversion()
    if (conversion.letter === '%') {
      skipSpace(this.input)
      return this.literal(0x25)
    }
    return this.convert(conversion)
  }

  private literal(byte: number): Failure | null {
    const next = this.input.next()
    if (next < 0) return 'input'
    if (next === byte) return null
    this.input.back()
    return 'mismatch'
  }

  private readConversion(): Conversion {
    const conversion: Conversion = { isSuppressed: false, width: 0, length: '', letter: '' }
    for (; ; this.at++) {
      const byte = this.format[this.at]
      if (byte === 0x2a) conversion.isSuppressed = true
      else if (byte !== 0x27 && byte !== 0x49) break
    }
    for (let byte = this.format[this.at]; byte !== undefined && byte >= 48 && byte <= 57; ) {
      conversion.width = Math.min(0x7fffffff, conversion.width * 10 + byte - 48)
      byte = this.format[++this.at]
    }
    this.at = readLength(this.format, this.at, conversion)
    const letter = this.format[this.at]
    if (letter !== undefined) this.at++
    conversion.letter = letter === undefined ? '' : String.fromCharCode(letter)
    return conversion
  }

  private convert(c: Conversion): Failure | null {
    switch (c.letter) {
      case 'd':
      case 'u':
        return this.integer(c, 10)
      case 'i':
        return this.integer(c, 0)
      case 'o':
        return this.integer(c, 8)
      case 'x':
      case 'X':
        return this.integer(c, 16)
      case 'p':
        return this.integer({ ...c, length: 'z' }, 16)
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
      case 'a':
      case 'A':
        return this.float(c)
      case 'c':
        return this.characters(c)
      case 's':
        skipSpace(this.input)
        return this.string(c, (byte) => !isSpace(byte))
      case '[':
        return this.string(c, this.readSet())
      case 'n':
        if (!c.isSuppressed) {
          this.target.integer(
            this.target.pointer(),
            lengthSize(c.length, this.target.word),
            BigInt(this.input.count),
          )
        }
        return null
      default:
        return 'mismatch'
    }
  }

  private integer(c: Conversion, base: number): Failure | null {
    skipSpace(this.input)
    if (this.atEnd()) return 'input'
    const size = lengthSize(c.length, this.target.word)
    // glibc converts by strtol and strtoul, then cuts to the type asked for.
    const bits = size === 8 ? 64 : this.target.word * 8
    const isSigned = c.letter === 'd' || c.letter === 'i'
    const value = scanIntegerText(this.input, base, c.width, bits, isSigned, c.letter === 'p')
    if (value === null) return 'mismatch'
    if (!c.isSuppressed) {
      this.target.integer(this.target.pointer(), size, value)
      this.items++
    }
    return null
  }

  private float(c: Conversion): Failure | null {
    skipSpace(this.input)
    if (this.atEnd()) return 'input'
    const text = scanFloatText(this.input, c.width)
    if (text === null) return 'mismatch'
    const kind = c.length === 'l' || c.length === 'L' || c.length === 'll' ? 'double' : 'float'
    if (!this.target.float(c.isSuppressed ? null : this.target.pointer(), kind, text)) return 'mismatch'
    if (!c.isSuppressed) this.items++
    return null
  }

  private characters(c: Conversion): Failure | null {
    const bytes: number[] = []
    for (let left = c.width === 0 ? 1 : c.width; left > 0; left--) {
      const byte = this.input.next()
      if (byte < 0) break
      bytes.push(byte)
    }
    return bytes.length === 0 ? 'input' : this.store(c, bytes)
  }

  private string(c: Conversion, belongs: (byte: number) => boolean): Failure | null {
    if (this.atEnd()) return 'input'
    const bytes: number[] = []
    const most = c.width === 0 ? Number.POSITIVE_INFINITY : c.width
    while (bytes.length < most) {
      const byte = this.input.next()
      if (byte < 0) break
      if (!belongs(byte)) {
        this.input.back()
        break
      }
      bytes.push(byte)
    }
    if (bytes.length === 0) return 'mismatch'
    bytes.push(0)
    return this.store(c, bytes)
  }

  private store(c: Conversion, bytes: number[]): null {
    if (c.isSuppressed) return null
    const address = this.target.pointer()
    if (c.length === 'l')
      for (const [i, byte] of bytes.entries()) this.target.integer(address + 4 * i, 4, BigInt(byte))
    else this.target.bytes(address, bytes)
    this.items++
    return null
  }

  /** The set of `%[`: a leading ^ turns it round, a ] in first place belongs to it, a-z is a range. */
  private readSet(): (byte: number) => boolean {
    const { format } = this
    const isInverted = format[this.at] === 0x5e
    if (isInverted) this.at++
    const members = new Set<number>()
    for (let isFirst = true; this.at < format.length; isFirst = false) {
      const byte = format[this.at++]!
      if (byte === 0x5d && !isFirst) break
      const end = format[this.at + 1]
      if (format[this.at] === 0x2d && end !== undefined && end !== 0x5d && end >= byte) {
        for (let each = byte; each <= end; each++) members.add(each)
        this.at += 2
      } else members.add(byte)
    }
    return (byte) => members.has(byte) !== isInverted
  }

  private atEnd(): boolean {
    if (this.input.next() < 0) return true
    this.input.back()
    return false
  }
}
