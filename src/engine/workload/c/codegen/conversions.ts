import { OP } from '../bytecode.ts'
import { sizeOf } from '../sema/layout.ts'
import type { TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Code } from './context.ts'
import { describe } from './describe.ts'
import { isBool, isSigned, isSingle, kindOf } from './kinds.ts'

/** r[to] = the operand, converted as C99 6.3 and gcc on x86-64 do it. */
export function conversionInto(
  code: Code,
  expression: TypedExpression & { kind: 'convert' },
  to: number,
): void {
  const { operand, type } = expression
  if (type.kind === 'void') {
    code.effect(operand)
    return
  }
  code.into(operand, to)
  if (cutsPointer(code, expression))
    code.emitter.note('pointer-to-int', describe(operand), expression.place, to, 0, sizeOf(type, code.model))
  convertRegister(code, to, operand.type, type)
  const source = narrowSource(code, expression)
  if (source !== null) code.emitter.note('int-to-pointer', describe(operand), expression.place, to, 0, source)
}

/** r[register], a value of the type `from`, becomes one of the type `to`. */
export function convertRegister(code: Code, register: number, from: CType, to: CType): void {
  if (from.kind === 'record' || to.kind === 'record' || to.kind === 'void') return
  if (isBool(to)) {
    if (!isBool(from)) toBool(code, register, from)
    return
  }
  if (to.kind === 'float') {
    toFloat(code, register, from, isSingle(to))
    return
  }
  if (from.kind === 'float') {
    fromFloat(code, register, to)
    return
  }
  toInteger(code, register, from, to)
}

function toBool(code: Code, register: number, from: CType): void {
  const operation = { narrow: OP.BOOL_32, wide: OP.BOOL_64, float: OP.FBOOL }[kindOf(from, code.model)]
  code.emitter.emit(operation, register, register)
}

function toFloat(code: Code, register: number, from: CType, isToSingle: boolean): void {
  const { emitter } = code
  if (from.kind === 'float') {
    if (isToSingle && !isSingle(from)) emitter.emit(OP.FROUND, register, register)
    return
  }
  const isWide = kindOf(from, code.model) === 'wide'
  if (isWide && isToSingle) {
    emitter.emit(isSigned(from) ? OP.F32_S64 : OP.F32_U64, register, register)
    return
  }
  const isWord = !isWide && sizeOf(from, code.model) === 4
  const [signed, unsigned] = isWide ? [OP.F_S64, OP.F_U64] : [OP.F_S32, isWord ? OP.F_U32 : OP.F_S32]
  emitter.emit(isSigned(from) ? signed : unsigned, register, register)
  if (isToSingle && isWord) emitter.emit(OP.FROUND, register, register)
}

function fromFloat(code: Code, register: number, to: CType): void {
  const { emitter, model } = code
  const size = sizeOf(to, model)
  if (size === 8) {
    emitter.emit(isSigned(to) ? OP.S64_F : OP.U64_F, register, register)
    return
  }
  emitter.emit(size === 4 && !isSigned(to) ? OP.U32_F : OP.S32_F, register, register)
  cut(code, register, to, size)
}

function toInteger(code: Code, register: number, from: CType, to: CType): void {
  const fromSize = sizeOf(from, code.model)
  const toSize = sizeOf(to, code.model)
  if (toSize === 8) {
    const isUnsignedWord = fromSize === 4 && !isSigned(from)
    if (fromSize < 8) code.emitter.emit(isUnsignedWord ? OP.ZX_32 : OP.SX_32, register, register)
    return
  }
  const isKept = fromSize === toSize ? isSigned(from) === isSigned(to) : fromSize < toSize && fits(from, to)
  if (!isKept) cut(code, register, to, toSize)
}

/** Whether all values of a narrower integer type are values of a wider one. */
function fits(from: CType, to: CType): boolean {
  return !isSigned(from) || isSigned(to)
}

/** Brings a result of 32 bits into the range of a type of 8 or 16. */
export function cut(code: Code, register: number, to: CType, size: number): void {
  if (size === 1) code.emitter.emit(isSigned(to) ? OP.SX_8 : OP.ZX_8, register, register)
  if (size === 2) code.emitter.emit(isSigned(to) ? OP.SX_16 : OP.ZX_16, register, register)
}

/** Whether a pointer (perhaps as a long) loses its upper bytes here. */
function cutsPointer(code: Code, { operand, type }: TypedExpression & { kind: 'convert' }): boolean {
  if (!code.isPersons || type.kind !== 'integer' || isBool(type)) return false
  return comesFromPointer(code, operand) && type.size < sizeOf(operand.type, code.model)
}

function comesFromPointer(code: Code, expression: TypedExpression): boolean {
  if (expression.type.kind === 'pointer') return true
  if (expression.kind !== 'convert' || expression.operand.type.kind !== 'pointer') return false
  return sizeOf(expression.type, code.model) === sizeOf(expression.operand.type, code.model)
}

/** The size of the integer that becomes a pointer here (perhaps by way of a long), if it is smaller than one. */
function narrowSource(code: Code, { operand, type }: TypedExpression & { kind: 'convert' }): number | null {
  if (!code.isPersons || type.kind !== 'pointer') return null
  const isRelay = operand.kind === 'convert' && operand.type.kind === 'integer' && operand.type.size === 8
  const source = isRelay ? operand.operand.type : operand.type
  return source.kind === 'integer' && source.size < sizeOf(type, code.model) ? source.size : null
}
