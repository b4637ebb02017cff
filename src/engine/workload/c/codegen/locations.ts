import { OP } from '../bytecode.ts'
import { pointerSize, sizeOf } from '../sema/layout.ts'
import type { DataModel } from '../source.ts'
import type { LValue, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Code, Location } from './context.ts'
import { describeLValue } from './describe.ts'
import { accessOf, addressKind } from './kinds.ts'
import { addScaled } from './pointers.ts'
import { containsCall } from './tree.ts'

/** Offsets below this, in bytes, can be added up in an instruction's immediate. */
export const FAR = 2 ** 28

/** The code for `Code.locate`. */
export function locate(code: Code, lvalue: LValue, scratch: number, isAccess: boolean): Location {
  switch (lvalue.kind) {
    case 'variable':
      return locateVariable(code, lvalue, scratch)
    case 'deref':
      return locatePointee(code, lvalue.pointer, scratch, isAccess)
    case 'member':
      return moved(code.locate(lvalue.base, scratch, isAccess), lvalue.member.offset)
    case 'element':
      return locateElement(code, lvalue, scratch, isAccess)
    case 'record-value':
      code.into(lvalue.value, scratch)
      return { kind: 'register', register: scratch, offset: 0 }
  }
}

/** Where the value of a pointer points to. Constant parts of the pointer become part of the location. */
export function locatePointee(
  code: Code,
  pointer: TypedExpression,
  scratch: number,
  isAccess: boolean,
): Location {
  if (pointer.kind === 'address') return code.locate(pointer.of, scratch, isAccess)
  if (pointer.kind === 'convert' && pointer.operand.type.kind === 'pointer')
    return locatePointee(code, pointer.operand, scratch, isAccess)
  const delta = constantDelta(pointer)
  if (pointer.kind === 'pointer-add' && delta !== null)
    return moved(locatePointee(code, pointer.pointer, scratch, isAccess), delta)
  code.into(pointer, scratch)
  return { kind: 'register', register: scratch, offset: 0 }
}

/** Whether an lvalue lies where no computation is needed to find it. */
export function isFixed(lvalue: LValue): boolean {
  if (lvalue.kind === 'variable')
    return lvalue.variable.kind === 'global' || !lvalue.variable.isVariableLength
  if (lvalue.kind === 'member') return isFixed(lvalue.base)
  return lvalue.kind === 'element' && lvalue.index.kind === 'integer' && isFixed(lvalue.base)
}

/** Bytes (for bit-fields with a fraction) from the start of the variable that holds the lvalue, as far as they are constant. */
export function offsetWithin(lvalue: LValue, model: DataModel): number {
  if (lvalue.kind === 'member') {
    const { offset, bits } = lvalue.member
    return offsetWithin(lvalue.base, model) + offset + (bits?.shift ?? 0) / 64
  }
  if (lvalue.kind === 'element') {
    const index = lvalue.index.kind === 'integer' ? Number(lvalue.index.value) : 0
    return offsetWithin(lvalue.base, model) + index * sizeOf(lvalue.type, model)
  }
  return lvalue.kind === 'deref' && lvalue.pointer.kind === 'address'
    ? offsetWithin(lvalue.pointer.of, model)
    : 0
}

/** r[register] = the address of the location. */
export function addressInto(code: Code, location: Location, register: number): void {
  const { emitter } = code
  if (location.kind === 'frame') emitter.emit(OP.LADDR, register, 0, 0, location.offset)
  else if (location.kind === 'image') emitter.address(register, location.target, location.offset)
  else if (location.offset !== 0 || location.register !== register)
    emitter.emit(addImmediate(code), register, location.register, 0, location.offset)
}

/** The same location as a register and an offset; `scratch` becomes that register where none is there. */
export function inRegister(code: Code, location: Location, scratch: number): Location & { kind: 'register' } {
  if (location.kind === 'register') return location
  addressInto(code, location, scratch)
  return { kind: 'register', register: scratch, offset: 0 }
}

/** r[to] = the scalar at the location. `to` may be the location's own register. */
export function loadFrom(code: Code, location: Location, type: CType, to: number): void {
  const access = accessOf(type, code.model)
  if (location.kind === 'frame') {
    code.emitter.emit(access.loadLocal, to, 0, 0, location.offset)
    return
  }
  const { register, offset } = inRegister(code, location, to)
  code.emitter.emit(access.load, to, register, 0, offset)
}

/** The scalar at the location = r[from]. `scratch` is used where the location is in the image. */
export function storeTo(code: Code, location: Location, type: CType, from: number, scratch: number): void {
  const access = accessOf(type, code.model)
  if (location.kind === 'frame') {
    code.emitter.emit(access.storeLocal, from, 0, 0, location.offset)
    return
  }
  const { register, offset } = inRegister(code, location, scratch)
  code.emitter.emit(access.store, from, register, 0, offset)
}

/** Keeps the location's register over what follows; returns how many registers are to be dropped. */
export function holdLocation(code: Code, location: Location): number {
  if (location.kind !== 'register') return 0
  code.registers.hold(location.register, addressKind(code.model))
  return 1
}

function locateVariable(code: Code, lvalue: LValue & { kind: 'variable' }, scratch: number): Location {
  const { variable } = lvalue
  if (variable.kind === 'global')
    return { kind: 'image', target: code.link.variable(variable, lvalue.place), offset: 0 }
  const offset = code.frame.offsets[variable.index]!
  if (!code.frame.isIndirect(variable)) return { kind: 'frame', offset }
  const { loadLocal } = accessOf({ kind: 'pointer', target: variable.type }, code.model)
  code.emitter.emit(loadLocal, scratch, 0, 0, offset)
  return { kind: 'register', register: scratch, offset: 0 }
}

function locateElement(
  code: Code,
  lvalue: LValue & { kind: 'element' },
  scratch: number,
  isAccess: boolean,
): Location {
  const { base, index, length, type } = lvalue
  const size = sizeOf(type, code.model)
  const isChecked = isAccess && code.isPersons && !isOpenEnded(lvalue)
  const isInside = index.kind === 'integer' && index.value >= 0n && index.value < BigInt(length)
  const delta = index.kind === 'integer' && (isInside || !isChecked) ? Number(index.value) * size : null
  if (delta !== null && Math.abs(delta) < FAR) return moved(code.locate(base, scratch, isAccess), delta)
  const start = code.locate(base, scratch, isAccess)
  const held = containsCall(index) ? holdLocation(code, start) : 0
  const note = (register: number): void => {
    const name = describeLValue(base)
    if (isChecked) code.emitter.note('bounds', name, lvalue.place, register, 0, length)
  }
  const offset = start.kind === 'register' ? start.offset : 0
  addScaled(code, { index, scale: size, isMinus: false, note: isChecked ? note : null }, scratch, () => {
    code.registers.drop(held)
    if (start.kind !== 'register') addressInto(code, start, scratch)
  })
  return { kind: 'register', register: scratch, offset }
}

/** An array of no more than one element at the end of a record: the old way to write one of any length. */
function isOpenEnded({ base, length }: LValue & { kind: 'element' }): boolean {
  if (length > 1 || base.kind !== 'member' || base.base.type.kind !== 'record') return false
  return base.base.type.definition.members?.at(-1) === base.member
}

/** The constant in `pointer + constant`, in bytes, if it fits an instruction. */
export function constantDelta(pointer: TypedExpression): number | null {
  if (pointer.kind !== 'pointer-add' || pointer.index.kind !== 'integer') return null
  if (typeof pointer.scale !== 'number') return null
  const delta = Number(pointer.index.value) * pointer.scale * (pointer.isMinus ? -1 : 1)
  return Math.abs(delta) < FAR ? delta : null
}

function moved(location: Location, delta: number): Location {
  return { ...location, offset: location.offset + delta }
}

/** The operation that adds a constant to an address. */
export function addImmediate(code: Code): number {
  return pointerSize(code.model) === 8 ? OP.ADDI_64 : OP.ADDI_32
}
