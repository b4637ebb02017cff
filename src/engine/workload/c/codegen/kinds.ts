import type { Bytes } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import { pointerSize } from '../sema/layout.ts'
import type { DataModel } from '../source.ts'
import type { CType } from '../types.ts'

/** Which half of a register holds a value: the lower 32 bits, all 64 bits, or the floating-point number. */
export type Kind = 'narrow' | 'wide' | 'float'

/** How a value of the type stands in a register. Records and arrays stand there as their address. */
export function kindOf(type: CType, model: DataModel): Kind {
  if (type.kind === 'integer') return type.size === 8 ? 'wide' : 'narrow'
  if (type.kind === 'float') return 'float'
  if (type.kind === 'void') return 'narrow'
  return addressKind(model)
}

/** How an address stands in a register. */
export function addressKind(model: DataModel): Kind {
  return model === 'lp64' ? 'wide' : 'narrow'
}

/** Whether an integer of the type is below zero when its highest bit is set. Pointers are unsigned. */
export function isSigned(type: CType): boolean {
  return type.kind === 'integer' && type.isSigned
}

export function isBool(type: CType): boolean {
  return type.kind === 'integer' && type.name === '_Bool'
}

/** Whether a value of the type is a `float`, so that each result has to be rounded to single precision. */
export function isSingle(type: CType): boolean {
  return type.kind === 'float' && type.name === 'float'
}

/** The operations that move a value between a register and memory: through an address, and relative to fp. */
export interface Access {
  readonly load: number
  readonly store: number
  readonly loadLocal: number
  readonly storeLocal: number
}

const access = (load: number, store: number, loadLocal: number, storeLocal: number): Access => ({
  load,
  store,
  loadLocal,
  storeLocal,
})

const SIGNED_8 = access(OP.LD_S8, OP.ST_8, OP.LDL_S8, OP.STL_8)
const UNSIGNED_8 = access(OP.LD_U8, OP.ST_8, OP.LDL_U8, OP.STL_8)
const SIGNED_16 = access(OP.LD_S16, OP.ST_16, OP.LDL_S16, OP.STL_16)
const UNSIGNED_16 = access(OP.LD_U16, OP.ST_16, OP.LDL_U16, OP.STL_16)
const SINGLE = access(OP.LD_F32, OP.ST_F32, OP.LDL_F32, OP.STL_F32)
const BY_KIND: Readonly<Record<Kind, Access>> = {
  narrow: access(OP.LD_32, OP.ST_32, OP.LDL_32, OP.STL_32),
  wide: access(OP.LD_64, OP.ST_64, OP.LDL_64, OP.STL_64),
  float: access(OP.LD_F64, OP.ST_F64, OP.LDL_F64, OP.STL_F64),
}

/** Access to a whole register of a kind. */
export function accessOfKind(kind: Kind): Access {
  return BY_KIND[kind]
}

/** Access to an object of a scalar type. A `long double` keeps its value in its first 8 bytes, as a double. */
export function accessOf(type: CType, model: DataModel): Access {
  if (type.kind === 'integer' && type.size === 1) return type.isSigned ? SIGNED_8 : UNSIGNED_8
  if (type.kind === 'integer' && type.size === 2) return type.isSigned ? SIGNED_16 : UNSIGNED_16
  if (isSingle(type)) return SINGLE
  return BY_KIND[kindOf(type, model)]
}

/** Bytes that a variadic argument takes among its like: whole words, for a `double` and a `long long` always 8 bytes. */
export function variadicSize(type: CType, size: Bytes, model: DataModel): Bytes {
  if (type.kind === 'record') return Math.ceil(size / pointerSize(model)) * pointerSize(model)
  return kindOf(type, model) === 'narrow' ? pointerSize(model) : 8
}
