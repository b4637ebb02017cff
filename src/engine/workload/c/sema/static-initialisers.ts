import type { Initialiser } from '../ast.ts'
import type { Place } from '../source.ts'
import type { GlobalVariable, LValue, StaticAddress, StaticInitialiser, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Context } from './context.ts'
import { type Sink, walkInitialiser } from './initialisers.ts'
import { pointerSize, sizeOf } from './layout.ts'
import { type StaticValue, staticAddress, staticValue } from './static-values.ts'

/** Bytes of an initialised variable: its image is made when compiling. */
const LARGEST = 1 << 26

/** Gives a variable with static storage its bytes, and completes the type of `int a[] = {…}`. */
export function initialiseStatic(c: Context, variable: GlobalVariable, initialiser: Initialiser): void {
  const target: LValue = { kind: 'variable', variable, type: variable.type, place: variable.place }
  const image = new Image(c, variable.place)
  const count = walkInitialiser(c, target, initialiser, image)
  const { type } = variable
  if (type.kind === 'array' && type.length === null) variable.type = { ...type, length: count }
  variable.initialiser = image.finished(sizeOf(variable.type, c.model))
}

/** The bytes of a static object while its initialiser is read; a flexible array member lets it grow. */
class Image implements Sink {
  private bytes = new Uint8Array(64)
  private size = 0
  private addresses: StaticAddress[] = []

  constructor(
    private readonly c: Context,
    private readonly place: Place,
  ) {}

  finished(size: number): StaticInitialiser | null {
    const { addresses } = this
    const given = this.bytes.subarray(0, this.size)
    if (addresses.length === 0 && given.every((byte) => byte === 0)) return null
    this.reserve(size)
    return { bytes: this.bytes.slice(0, this.size), addresses }
  }

  text(target: LValue, bytes: Uint8Array): void {
    const offset = this.offsetOf(target)
    this.clear(offset, Math.max(bytes.length, sizeOf(target.type, this.c.model)))
    this.bytes.set(bytes, offset)
  }

  value(target: LValue, value: TypedExpression): void {
    const offset = this.offsetOf(target)
    const { type } = target
    if (type.kind === 'record') {
      this.record(offset, value)
    } else {
      const constant = staticValue(this.c, value) ?? this.notConstant(value.place)
      const bits = target.kind === 'member' ? target.member.bits : undefined
      if (bits) this.bits(offset, bits, constant)
      else this.scalar(offset, constant, type, value.place)
    }
  }

  private scalar(offset: number, value: StaticValue, type: CType, place: Place): void {
    const size = sizeOf(type, this.c.model)
    this.clear(offset, size)
    if (value.kind === 'float') this.float(offset, value.value, type)
    else if (value.kind === 'integer') this.integer(offset, size, value.value)
    else if (size !== pointerSize(this.c.model)) this.notConstant(place)
    else this.addresses.push({ offset, target: value.target, addend: Number(value.addend) })
  }

  private float(offset: number, value: number, type: CType): void {
    const view = new DataView(this.bytes.buffer)
    if (type.kind === 'float' && type.name === 'float') view.setFloat32(offset, value, true)
    else view.setFloat64(offset, value, true)
  }

  private integer(offset: number, size: number, value: bigint): void {
    for (let i = 0; i < size; i++) this.bytes[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn)
  }

  private bits(offset: number, bits: { shift: number; width: number }, value: StaticValue): void {
    if (value.kind !== 'integer') return
    const first = offset + (bits.shift >> 3)
    const shift = bits.shift & 7
    const count = Math.ceil((shift + bits.width) / 8)
    this.reserve(first + count)
    const mask = ((1n << BigInt(bits.width)) - 1n) << BigInt(shift)
    let unit = 0n
    for (let i = count - 1; i >= 0; i--) unit = (unit << 8n) | BigInt(this.bytes[first + i]!)
    this.integer(first, count, (unit & ~mask) | ((value.value << BigInt(shift)) & mask))
  }

  /** A record from another one whose bytes are known: a compound literal, or a const variable. */
  private record(offset: number, value: TypedExpression): void {
    const from = value.kind === 'load' && value.from.kind === 'variable' ? value.from.variable : null
    const size = sizeOf(value.type, this.c.model)
    if (from?.kind !== 'global' || !(from.isReadOnly || from.name === '')) this.notConstant(value.place)
    this.clear(offset, size)
    if (!from.initialiser) return
    this.bytes.set(from.initialiser.bytes.subarray(0, size), offset)
    for (const each of from.initialiser.addresses)
      this.addresses.push({ ...each, offset: each.offset + offset })
  }

  private notConstant(place: Place): never {
    return this.c.fail(
      place,
      'the initialiser of a variable with static storage must be known before the program runs',
    )
  }

  private offsetOf(target: LValue): number {
    const address = staticAddress(this.c, target)
    return address?.kind === 'address' ? Number(address.addend) : 0
  }

  /** Makes room, and forgets what an earlier part put there. */
  private clear(offset: number, size: number): void {
    this.reserve(offset + size)
    this.bytes.fill(0, offset, offset + size)
    this.addresses = this.addresses.filter((each) => each.offset < offset || each.offset >= offset + size)
  }

  private reserve(end: number): void {
    if (end > LARGEST) {
      this.c.fail(
        this.place,
        `an initialised variable can have at most ${LARGEST} bytes here, and this one has more`,
      )
    }
    this.size = Math.max(this.size, end)
    if (end <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(end, this.bytes.length * 2))
    larger.set(this.bytes)
    this.bytes = larger
  }
}
