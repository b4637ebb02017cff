import { OP } from '../bytecode.ts'
import { bitField } from '../instruction.ts'
import { INT } from '../sema/basic-types.ts'
import { sizeOf } from '../sema/layout.ts'
import type { LValue, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import { combine, isSizeNoted, noteSize, smallDelta } from './arithmetic.ts'
import { callInto } from './calls.ts'
import type { Code, Location } from './context.ts'
import { convertRegister } from './conversions.ts'
import { describe, describeLValue } from './describe.ts'
import { addressKind, isBool, kindOf } from './kinds.ts'
import { addImmediate, addressInto, FAR, inRegister, isFixed, loadFrom, storeTo } from './locations.ts'
import { addIndex, addScaled } from './pointers.ts'
import { hasEffects } from './tree.ts'

type Assign = TypedExpression & { kind: 'assign' }
type Compound = TypedExpression & { kind: 'compound-assign' }
type Step = TypedExpression & { kind: 'step' }

/**
 * target = value; r[to] becomes the value of the assignment if it is needed. The order is that of gcc 12 (gimplify.cc,
 * gimplify_modify_expr): the value before the target's address, but of a value that is just a call only the arguments, and
 * of one that is just a load nothing.
 */
export function assignInto(code: Code, { target, value }: Assign, to: number, isNeeded: boolean): void {
  if (target.type.kind === 'record') {
    assignRecord(code, target, value, to)
    return
  }
  const { registers, model } = code
  const scratch = registers.take(target.place)
  if (value.kind === 'call' && !isFixed(target)) {
    const locate = (): void => addressInto(code, code.locate(target, scratch, true), scratch)
    callInto(code, value, to, { register: scratch, locate })
    writeTo(code, target, { kind: 'register', register: scratch, offset: 0 }, to, scratch, isNeeded)
  } else if (isPlain(value) && !isFixed(target)) {
    const location = code.locate(target, scratch, true)
    code.into(value, to)
    writeTo(code, target, location, to, scratch, isNeeded)
  } else {
    code.into(value, to)
    registers.hold(to, kindOf(value.type, model))
    const location = code.locate(target, scratch, true)
    registers.drop()
    writeTo(code, target, location, to, scratch, isNeeded)
  }
  registers.free(scratch)
}

/** Whether gcc reads the value only when it stores it. */
function isPlain(value: TypedExpression): boolean {
  return value.kind === 'integer' || value.kind === 'float' || (value.kind === 'load' && !hasEffects(value))
}

/** A record's bytes move to the target; r[to] becomes the target's address. */
function assignRecord(code: Code, target: LValue, value: TypedExpression, to: number): void {
  const { registers, emitter, model } = code
  const locate = (): void => addressInto(code, code.locate(target, to, true), to)
  if (value.kind === 'call') {
    callInto(code, value, to, { register: to, locate })
    return
  }
  const from = registers.take(value.place)
  code.into(value, from)
  registers.hold(from, addressKind(model))
  locate()
  registers.drop()
  emitter.at(value.place)
  emitter.emit(OP.COPY, to, from, 0, sizeOf(target.type, model))
  registers.free(from)
}

/** r[to] = the scalar in the lvalue, which lies at the location. */
export function readFrom(code: Code, lvalue: LValue, location: Location, to: number): void {
  code.emitter.at(lvalue.place)
  const encoding = bitsOf(lvalue)
  if (encoding === null) {
    loadFrom(code, location, lvalue.type, to)
    return
  }
  const { register, offset } = inRegister(code, location, to)
  code.emitter.emit(OP.BF_LD, to, register, 0, offset, encoding)
}

/** The lvalue at the location = r[from]. Where `isNeeded`, r[from] becomes what a bit-field has room for. */
function writeTo(
  code: Code,
  lvalue: LValue,
  location: Location,
  from: number,
  scratch: number,
  isNeeded: boolean,
): void {
  code.emitter.at(lvalue.place)
  const encoding = bitsOf(lvalue)
  if (encoding === null) {
    storeTo(code, location, lvalue.type, from, scratch)
    return
  }
  const { register, offset } = inRegister(code, location, scratch)
  code.emitter.emit(OP.BF_ST, from, register, 0, offset, encoding)
  if (isNeeded) code.emitter.emit(OP.BF_LD, from, register, 0, offset, encoding)
}

function bitsOf(lvalue: LValue): number | null {
  if (lvalue.kind !== 'member' || lvalue.member.bits === undefined) return null
  const { bits, type } = lvalue.member
  if (type.kind !== 'integer') return null
  return bitField(type.size, bits.shift, bits.width, type.isSigned)
}

/**
 * target op= value. A value with side effects is computed before the target, as gcc does (c-typeck.c,
 * build_modify_expr); the target's address once.
 */
export function compoundInto(code: Code, expression: Compound, to: number, isNeeded: boolean): void {
  const { target, value, compute } = expression
  const { registers } = code
  const first = registers.next
  const early = hasEffects(value) ? registers.take(value.place) : null
  if (early !== null) {
    code.into(value, early)
    registers.hold(early, kindOf(value.type, code.model))
  }
  const scratch = registers.take(target.place)
  const location = code.locate(target, scratch, true)
  if (early !== null) registers.drop()
  readFrom(code, target, location, to)
  convertRegister(code, to, target.type, compute)
  if (compute.kind === 'pointer') applyIndex(code, expression, to, early)
  else applyValue(code, expression, to, early)
  convertRegister(code, to, compute, target.type)
  writeTo(code, target, location, to, scratch, isNeeded)
  registers.free(first)
}

/** r[to] op= the value, which is in r[early] already or still to be computed. */
function applyValue(code: Code, expression: Compound, to: number, early: number | null): void {
  const { operator, value, compute, target, place } = expression
  if (compute.kind === 'pointer') {
    applyIndex(code, expression, to, early)
    return
  }
  const operation = { ...expression, type: compute }
  const isNoted = isSizeNoted(code, operation)
  const delta = isNoted ? null : smallDelta(operator, value, compute)
  if (delta !== null) {
    code.emitter.emit(kindOf(compute, code.model) === 'wide' ? OP.ADDI_64 : OP.ADDI_32, to, to, 0, delta)
    return
  }
  const register = early ?? code.registers.take(value.place)
  if (early === null) code.into(value, register)
  const name = `${describeLValue(target)} ${operator} ${describe(value)}`
  if (isNoted) noteSize(code, operation, name, to, register)
  code.emitter.at(place)
  combine(code, operator, compute, to, to, register)
  if (early === null) code.registers.free(register)
}

function applyIndex(code: Code, expression: Compound, to: number, early: number | null): void {
  const { value, scale, operator } = expression
  const isMinus = operator === '-'
  const delta = value.kind === 'integer' && typeof scale === 'number' ? Number(value.value) * scale : FAR
  if (Math.abs(delta) < FAR) {
    code.emitter.emit(addImmediate(code), to, to, 0, isMinus ? -delta : delta)
    return
  }
  if (early === null) {
    addScaled(code, { index: value, scale, isMinus, note: null }, to, () => {})
    return
  }
  addIndex(code, { register: early, isNarrow: code.model === 'ilp32', scale, isMinus }, to, () => {})
}

/** `++` and `--`, before or after. */
export function stepInto(code: Code, expression: Step, to: number, isNeeded: boolean): void {
  const { target, isPrefix } = expression
  const { registers, emitter } = code
  const first = registers.next
  const scratch = registers.take(target.place)
  const location = code.locate(target, scratch, true)
  readFrom(code, target, location, to)
  const keepsOld = isNeeded && !isPrefix
  const changed = keepsOld ? registers.take(target.place) : to
  if (keepsOld) emitter.emit(kindOf(target.type, code.model) === 'float' ? OP.FMOV : OP.MOV, changed, to)
  addStep(code, expression, changed, isNeeded && isPrefix)
  writeTo(code, target, location, changed, scratch, isNeeded && isPrefix)
  registers.free(first)
}

function addStep(code: Code, { target, delta, place }: Step, register: number, isNeeded: boolean): void {
  const { emitter } = code
  const { type } = target
  if (typeof delta !== 'number' || type.kind === 'float') {
    const step: TypedExpression =
      typeof delta === 'number' ? { kind: 'float', value: delta, type, place } : delta
    const other = code.registers.take(place)
    code.into(step, other)
    combine(code, '+', type.kind === 'float' ? type : step.type, register, register, other)
    code.registers.free(other)
    return
  }
  const isWide = kindOf(type, code.model) === 'wide'
  emitter.emit(isWide ? OP.ADDI_64 : OP.ADDI_32, register, register, 0, delta)
  if (isBool(type) || isNeeded) narrowTo(code, register, type)
}

/** A result of 32 bits becomes a value of its narrower type. */
function narrowTo(code: Code, register: number, type: CType): void {
  if (type.kind === 'integer' && type.size < 4) convertRegister(code, register, INT, type)
}
