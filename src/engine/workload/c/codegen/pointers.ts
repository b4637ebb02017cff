import { OP } from '../bytecode.ts'
import type { TypedExpression } from '../typed.ts'
import type { Code } from './context.ts'

/** An index with the size of what it counts. */
export interface Scaled {
  readonly index: TypedExpression
  /** In bytes; an expression of type size_t where only run time knows. */
  readonly scale: number | TypedExpression
  readonly isMinus: boolean
  /** Told of the register that holds the index, at its full width. */
  readonly note: ((register: number) => void) | null
}

/** An index that is in a register: as a 32-bit integer to be extended, or at an address's full width. */
export interface IndexRegister extends Pick<Scaled, 'scale' | 'isMinus'> {
  readonly register: number
  readonly isNarrow: boolean
}

/**
 * r[to] += index * scale, where r[to] holds an address by the time `prepare` has run: that is after the index was
 * computed, just before the addition.
 */
export function addScaled(code: Code, scaled: Scaled, to: number, prepare: () => void): void {
  const { index, note } = scaled
  const register = code.registers.take(index.place)
  const narrow = narrowIndex(code, index)
  code.into(narrow ?? index, register)
  if (note !== null) {
    if (narrow !== null) widen(code, register)
    note(register)
  }
  addIndex(code, { ...scaled, register, isNarrow: narrow !== null }, to, prepare)
  code.registers.free(register)
}

/** As `addScaled`, with an index that is there already. Its register may be changed. */
export function addIndex(code: Code, index: IndexRegister, to: number, prepare: () => void): void {
  const { register, isNarrow, scale } = index
  const { emitter } = code
  if (typeof scale === 'number' && Math.abs(scale) < 2 ** 31) {
    prepare()
    emitter.emit(isNarrow ? OP.PADD_32 : OP.PADD_64, to, to, register, index.isMinus ? -scale : scale)
    return
  }
  if (isNarrow) widen(code, register)
  const isWide = code.model === 'lp64'
  multiply(code, register, scale)
  prepare()
  const operation = index.isMinus ? (isWide ? OP.SUB_64 : OP.SUB_32) : isWide ? OP.ADD_64 : OP.ADD_32
  emitter.emit(operation, to, to, register)
}

/** r[index] *= scale, where it is large or known only at run time. */
function multiply(code: Code, index: number, scale: number | TypedExpression): void {
  const { registers, emitter } = code
  const isWide = code.model === 'lp64'
  const factor = registers.take(code.of.place)
  if (typeof scale === 'number') emitter.constant(factor, BigInt(scale), true)
  else code.into(scale, factor)
  emitter.emit(isWide ? OP.MUL_64 : OP.MUL_32, index, index, factor)
  registers.free(factor)
}

function widen(code: Code, register: number): void {
  if (code.model === 'lp64') code.emitter.emit(OP.SX_32, register, register)
}

/** The part of an index that is an int (or narrower, or signed), before it was made a long: an instruction extends it by itself. */
function narrowIndex(code: Code, index: TypedExpression): TypedExpression | null {
  if (code.model === 'ilp32') return index
  if (index.kind === 'integer') {
    const fits = BigInt.asIntN(32, index.value) === index.value
    return fits ? { ...index, type: { kind: 'integer', name: 'int', size: 4, isSigned: true } } : null
  }
  if (index.kind !== 'convert' || index.operand.type.kind !== 'integer') return null
  const { size, isSigned } = index.operand.type
  return size < 4 || (size === 4 && isSigned) ? index.operand : null
}
