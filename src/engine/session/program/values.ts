import type { Process } from '../../kernel/index.ts'
import { type Address, type Bytes, hex } from '../../units.ts'
import { sizeOf } from '../../workload/c/sema/layout.ts'
import { typeText } from '../../workload/c/sema/type-text.ts'
import type { DataModel } from '../../workload/c/source.ts'
import type {
  ArrayType,
  CType,
  IntegerType,
  Member,
  PointerType,
  RecordType,
} from '../../workload/c/types.ts'
import type { VariableView } from '../views.ts'

/** Elements of an array that are told one by one, and in the one-line text. */
const ELEMENTS = 64
const ELEMENTS_IN_TEXT = 8
const MEMBERS_IN_TEXT = 6
/** Characters of a string that are shown. */
const STRING_SHOWN = 40
/** How deep parts have parts. */
const DEPTH = 3

/** What is needed to read values: bytes, and names of functions. */
export interface Reading {
  readonly process: Process
  readonly model: DataModel
  /** The name of the function at an address; null if none begins there. */
  functionAt(address: Address): string | null
  /** Whether the current operation has changed one of these bytes. */
  isChanged(address: Address, size: Bytes): boolean
}

/** A variable of a type at an address, with its parts, as a debugger shows it. Reads without touching. */
export function viewOf(
  reading: Reading,
  name: string,
  type: CType,
  address: Address,
  depth: number = DEPTH,
): VariableView {
  const size = sizeOf(type, reading.model)
  const target = type.kind === 'pointer' ? pointerAt(reading, address) : 0
  return {
    name,
    type: typeText(type),
    value: valueText(reading, type, address),
    address,
    size,
    target,
    changed: reading.isChanged(address, Math.max(1, size)),
    parts: depth > 0 ? partsOf(reading, name, type, address, depth - 1) : [],
  }
}

function partsOf(
  reading: Reading,
  name: string,
  type: CType,
  address: Address,
  depth: number,
): VariableView[] {
  if (type.kind === 'record') {
    return namedMembers(type).map(({ member, offset }) =>
      member.bits === undefined
        ? viewOf(reading, member.name ?? '', member.type, address + offset, depth)
        : bitFieldView(reading, member, address + offset),
    )
  }
  if (type.kind === 'array') {
    const size = sizeOf(type.element, reading.model)
    const count = Math.min(type.length ?? 0, ELEMENTS)
    return Array.from({ length: count }, (_, i) =>
      viewOf(reading, `[${i}]`, type.element, address + i * size, depth),
    )
  }
  if (type.kind !== 'pointer' || type.target.kind !== 'record' || type.target.definition.members === null)
    return []
  const target = pointerAt(reading, address)
  return isReadable(reading, target) ? [viewOf(reading, `*${name}`, type.target, target, depth)] : []
}

/** The value on one line. */
function valueText(reading: Reading, type: CType, address: Address): string {
  switch (type.kind) {
    case 'integer':
      return integerText(type, integerAt(reading, address, type.size, type.isSigned))
    case 'float':
      return floatText(reading, type.name, address)
    case 'pointer':
      return pointerText(reading, type, pointerAt(reading, address))
    case 'array':
      return arrayText(reading, type, address)
    case 'record':
      return recordText(reading, type, address)
    default:
      return ''
  }
}

function integerText(type: IntegerType, value: bigint): string {
  if (type.name === '_Bool') return value === 0n ? 'false' : value === 1n ? 'true' : String(value)
  const isPrintable = type.size === 1 && value >= 32n && value < 127n
  return isPrintable ? `${value} '${String.fromCharCode(Number(value))}'` : String(value)
}

function floatText({ process }: Reading, name: string, address: Address): string {
  const view = new DataView(process.memory.peekBytes(address, 8).buffer)
  const value = name === 'float' ? view.getFloat32(0, true) : view.getFloat64(0, true)
  return name === 'float' ? String(Number(value.toPrecision(7))) : String(value)
}

function pointerText(reading: Reading, type: PointerType, target: Address): string {
  if (target === 0) return 'NULL'
  const text = hex(target)
  if (type.target.kind === 'function') {
    const name = reading.functionAt(target)
    return name === null ? text : `${text} ${name}`
  }
  const isText = type.target.kind === 'integer' && type.target.size === 1 && type.target.name !== '_Bool'
  return isText && isReadable(reading, target)
    ? `${text} ${stringAt(reading, target, STRING_SHOWN + 1)}`
    : text
}

function arrayText(reading: Reading, type: ArrayType, address: Address): string {
  const { element, length } = type
  const count = length ?? 0
  if (element.kind === 'integer' && element.size === 1) return stringAt(reading, address, count)
  const size = sizeOf(element, reading.model)
  const shown = Array.from({ length: Math.min(count, ELEMENTS_IN_TEXT) }, (_, i) =>
    valueText(reading, element, address + i * size),
  )
  return `{${shown.join(', ')}${count > ELEMENTS_IN_TEXT ? ', …' : ''}}`
}

function recordText(reading: Reading, type: RecordType, address: Address): string {
  const members = namedMembers(type)
  const shown = members.slice(0, MEMBERS_IN_TEXT).map(({ member, offset }) => {
    const value =
      member.bits === undefined
        ? valueText(reading, member.type, address + offset)
        : bitFieldView(reading, member, address + offset).value
    return `${member.name} = ${value}`
  })
  return `{${shown.join(', ')}${members.length > MEMBERS_IN_TEXT ? ', …' : ''}}`
}

/** The members that have names, those of anonymous records among them, with their distance from the record's start. */
function namedMembers(type: RecordType, base: Bytes = 0): { member: Member; offset: Bytes }[] {
  return (type.definition.members ?? []).flatMap((member) => {
    const offset = base + member.offset
    if (member.name !== null) return [{ member, offset }]
    return member.type.kind === 'record' ? namedMembers(member.type, offset) : []
  })
}

function bitFieldView(reading: Reading, member: Member, address: Address): VariableView {
  const { type, bits } = member
  const size = sizeOf(type, reading.model)
  const unit = integerAt(reading, address, size, false)
  const field = (unit >> BigInt(bits!.shift)) & ((1n << BigInt(bits!.width)) - 1n)
  const isSigned = type.kind === 'integer' && type.isSigned
  const value = isSigned ? BigInt.asIntN(bits!.width, field) : field
  return {
    name: member.name ?? '',
    type: `${typeText(type)} : ${bits!.width}`,
    value: String(value),
    address,
    size,
    target: 0,
    changed: reading.isChanged(address, size),
    parts: [],
  }
}

function integerAt({ process }: Reading, address: Address, size: Bytes, isSigned: boolean): bigint {
  const bytes = process.memory.peekBytes(address, size)
  let value = 0n
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!)
  return isSigned ? BigInt.asIntN(size * 8, value) : value
}

/** A pointer as a number; those with upper bits that no address has come out negative. */
export function pointerAt({ process, model }: Reading, address: Address): Address {
  const low = process.memory.peek32(address)
  return model === 'ilp32' ? low : (process.memory.peek32(address + 4) | 0) * 2 ** 32 + low
}

function stringAt({ process }: Reading, address: Address, most: Bytes): string {
  const bytes = process.memory.peekBytes(address, Math.min(most, STRING_SHOWN + 1))
  const end = bytes.indexOf(0)
  const shown = bytes.subarray(0, end < 0 ? Math.min(bytes.length, STRING_SHOWN) : end)
  const text = Array.from(shown, printable).join('')
  return `"${text}"${end < 0 && most > STRING_SHOWN ? '…' : ''}`
}

function printable(byte: number): string {
  if (byte === 10) return '\\n'
  if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`
}

function isReadable({ process }: Reading, address: Address): boolean {
  return address > 0 && process.memory.allows(address, 'read')
}
