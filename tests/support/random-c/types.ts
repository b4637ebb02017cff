import type { DataModel } from '../../../src/engine/workload/c/source.ts'

/*
 * The types that random programs use. They are apart from the compiler's own on purpose: what a program may do without
 * undefined behaviour must not depend on the code under test.
 */

export interface IntegerType {
  readonly kind: 'integer'
  /** As it is written: `unsigned long`, `enum p3_e1`, a typedef's name. */
  readonly name: string
  readonly bits: number
  readonly isSigned: boolean
  /** Conversion rank: 0 _Bool, 1 char, 2 short, 3 int and enumerations, 4 long, 5 long long. */
  readonly rank: number
}

export interface FloatType {
  readonly kind: 'float'
  readonly name: 'float' | 'double'
}

export interface PointerType {
  readonly kind: 'pointer'
  readonly target: Type
  readonly isConst: boolean
  /** How many elements there are at least where it points, from it on. */
  readonly room: number
}

export interface ArrayType {
  readonly kind: 'array'
  readonly element: Type
  readonly length: number
}

export interface RecordType {
  readonly kind: 'record'
  /** `struct p3_s1`, `union p3_u2`; an anonymous member's is ''. */
  readonly name: string
  readonly isUnion: boolean
  readonly members: readonly Member[]
  /** Addresses of its members may be less aligned than their types ask. */
  readonly isPacked: boolean
}

export interface Member {
  /** '' for an anonymous struct or union, and for an unnamed bit-field. */
  readonly name: string
  readonly type: Type
  /** The width of a bit-field. */
  readonly width?: number
}

export type ArithmeticType = IntegerType | FloatType
export type Type = ArithmeticType | PointerType | ArrayType | RecordType

function integer(name: string, bits: number, isSigned: boolean, rank: number): IntegerType {
  return { kind: 'integer', name, bits, isSigned, rank }
}

export const BOOL = integer('_Bool', 1, false, 0)
export const CHAR = integer('char', 8, true, 1)
export const UNSIGNED_CHAR = integer('unsigned char', 8, false, 1)
export const INT = integer('int', 32, true, 3)
export const UNSIGNED_INT = integer('unsigned int', 32, false, 3)
export const LONG_LONG = integer('long long', 64, true, 5)
export const UNSIGNED_LONG_LONG = integer('unsigned long long', 64, false, 5)
export const FLOAT: FloatType = { kind: 'float', name: 'float' }
export const DOUBLE: FloatType = { kind: 'float', name: 'double' }

const FIXED = [
  BOOL,
  CHAR,
  integer('signed char', 8, true, 1),
  UNSIGNED_CHAR,
  integer('short', 16, true, 2),
  integer('unsigned short', 16, false, 2),
  INT,
  UNSIGNED_INT,
  LONG_LONG,
  UNSIGNED_LONG_LONG,
]

/** `long` or `unsigned long`. */
export function long(model: DataModel, isSigned: boolean): IntegerType {
  return integer(isSigned ? 'long' : 'unsigned long', model === 'lp64' ? 64 : 32, isSigned, 4)
}

/** `size_t`, as the standard headers define it. */
export function sizeType(model: DataModel): IntegerType {
  return model === 'lp64' ? long(model, false) : UNSIGNED_INT
}

/** Every integer type that has a name of its own. */
export function integerTypes(model: DataModel): IntegerType[] {
  return [...FIXED, long(model, true), long(model, false)]
}

/** What an integer type becomes in arithmetic (C99 6.3.1.1). */
export function promoted(type: IntegerType): IntegerType {
  if (type.rank < 3) return INT
  if (type.rank === 3) return type.isSigned ? INT : UNSIGNED_INT
  return type
}

/** The usual arithmetic conversions (C99 6.3.1.8). */
export function common(left: ArithmeticType, right: ArithmeticType, model: DataModel): ArithmeticType {
  if (left.kind === 'float' || right.kind === 'float') {
    return [left, right].some((type) => type.name === 'double') ? DOUBLE : FLOAT
  }
  const [a, b] = [promoted(left), promoted(right)]
  const [low, high] = a.rank < b.rank ? [a, b] : [b, a]
  if (low.isSigned === high.isSigned || !high.isSigned) return high
  if (low.rank === high.rank || high.bits > low.bits) return low.rank === high.rank ? low : high
  return high.rank === 4 ? long(model, false) : UNSIGNED_LONG_LONG
}

/** The type of a bit-field's value: what its declared type and its width make of it. */
export function bitFieldValue(type: IntegerType, width: number): IntegerType {
  const isInt = width < 32 || (width === 32 && type.isSigned)
  return isInt ? INT : width === 32 ? UNSIGNED_INT : type
}

/** A declaration of `name`, without initialiser: `int (*p)[3]`. */
export function declare(type: Type, name: string): string {
  switch (type.kind) {
    case 'pointer': {
      const inner = type.target.kind === 'array' ? `(*${name})` : `*${name}`
      return `${type.isConst ? 'const ' : ''}${declare(type.target, inner)}`
    }
    case 'array':
      return declare(type.element, `${name}[${type.length}]`)
    default:
      return name === '' ? type.name : `${type.name} ${name}`
  }
}

/** Whether two types are the same but for the room of pointers. */
export function isSame(a: Type, b: Type): boolean {
  if (a.kind === 'pointer' && b.kind === 'pointer')
    return a.isConst === b.isConst && isSame(a.target, b.target)
  if (a.kind === 'array' && b.kind === 'array') return a.length === b.length && isSame(a.element, b.element)
  return a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name
}
