import type { Bytes } from '../../../units.ts'
import { alignUp } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import { sizeOf } from '../sema/layout.ts'
import type { FunctionSymbol, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Code, FunctionTarget } from './context.ts'
import { accessOfKind, addressKind, kindOf, variadicSize } from './kinds.ts'

type Call = TypedExpression & { kind: 'call' }

/** How a call goes: by name to its target, or through a register. */
interface Callee {
  readonly target: FunctionTarget | null
  /** Of a call through a pointer: the register that holds it. */
  readonly register: number
  /** Arguments from here on are variadic. */
  readonly fixed: number
}

/** Where the variadic arguments of a call lie: `size` bytes at the lower end of the stack, from `register` on. */
interface Outgoing {
  readonly register: number
  readonly size: Bytes
}

/** What the result will be stored to: an address that is computed after the arguments, as gcc does it. */
interface Receiver {
  readonly register: number
  /** Sets the register, if the address needs one. */
  readonly locate: () => void
}

/**
 * Calls a function; r[to] becomes its result. A record is put where the receiver is, or without one into a temporary, and
 * r[to] becomes its address; otherwise the receiver's register outlives the call. Arguments are computed from right to
 * left, after the pointer to the function, as gcc on x86 does.
 */
export function callInto(code: Code, call: Call, to: number, receiver: Receiver | null): void {
  const { registers, model } = code
  const first = registers.next
  const callee = calleeOf(code, call)
  const hidden = call.type.kind === 'record' ? 1 : 0
  const { base, outgoing } = argumentsInto(code, call, callee, hidden, receiver)
  if (callee.target === null) registers.drop()
  if (hidden === 1) resultAddressInto(code, call.type, base, receiver)
  code.emitter.at(call.place)
  const isKept = receiver !== null && hidden === 0
  if (isKept) registers.hold(receiver.register, addressKind(model))
  registers.save()
  emitCall(code, callee, base, callee.fixed + hidden)
  if (outgoing !== null) giveBack(code, outgoing)
  if (call.type.kind !== 'void') moveResult(code, call.type, to)
  registers.restore()
  if (isKept) registers.drop()
  registers.free(first)
}

function calleeOf(code: Code, call: Call): Callee {
  const { callee, isVariadic } = call
  const count = call.arguments.length
  const symbol = symbolOf(callee)
  if (symbol === null) {
    const register = code.registers.take(call.place)
    code.into(callee as TypedExpression, register)
    code.registers.hold(register, addressKind(code.model))
    return { target: null, register, fixed: isVariadic ? call.fixed : count }
  }
  const target = code.link.callTarget(symbol, call.place)
  const isKnown = target.kind === 'function' && target.type.isVariadic
  // A variadic function that was called without a declaration still finds its arguments where it looks for them.
  const declared = isKnown ? target.type.parameters.length : call.fixed
  return { target, register: 0, fixed: isVariadic || isKnown ? Math.min(declared, count) : count }
}

function symbolOf(callee: FunctionSymbol | TypedExpression): FunctionSymbol | null {
  if ('isExternal' in callee) return callee
  return callee.kind === 'function' ? callee.symbol : null
}

/**
 * Computes all arguments from right to left, and then puts the variadic ones into the outgoing area. `base` is the
 * register where the fixed ones begin, after `hidden` free ones.
 */
function argumentsInto(
  code: Code,
  call: Call,
  { target, fixed }: Callee,
  hidden: number,
  receiver: Receiver | null,
): { base: number; outgoing: Outgoing | null } {
  const { registers } = code
  const values = call.arguments
  const base = registers.take(call.place, hidden + fixed)
  const variadic = registers.take(call.place, values.length - fixed)
  for (let index = values.length - 1; index >= 0; index--) {
    const register = index < fixed ? base + hidden + index : variadic + index - fixed
    const { type } = values[index]!
    code.into(values[index]!, register)
    if (index < fixed && isReadWider(code, target, index, type))
      code.emitter.emit(OP.ZX_32, register, register)
    registers.hold(register, kindOf(type, code.model))
  }
  receiver?.locate()
  registers.drop(values.length)
  const outgoing = values.length > fixed ? storeVariadic(code, values.slice(fixed), variadic) : null
  return { base, outgoing }
}

/**
 * Whether the function may read all 64 bits of an argument of at most 32: one that is defined with a wider parameter
 * than the caller's declaration says (mem_sbrk), or one outside the program. The upper half is zero then, as after
 * gcc's mov to a 32-bit register.
 */
function isReadWider(code: Code, target: FunctionTarget | null, index: number, type: CType): boolean {
  if (kindOf(type, code.model) !== 'narrow' || code.model !== 'lp64') return false
  if (target?.kind === 'host') return code.isPersons
  const parameter = target?.kind === 'function' ? target.type.parameters[index] : undefined
  return parameter !== undefined && kindOf(parameter, code.model) === 'wide'
}

/** Makes room for the variadic arguments at the lower end of the stack, and puts them there. */
function storeVariadic(code: Code, values: readonly TypedExpression[], from: number): Outgoing {
  const { emitter, model } = code
  const register = code.registers.take(code.of.place)
  const sizes = values.map(({ type }) => variadicSize(type, sizeOf(type, model), model))
  const size = alignUp(
    sizes.reduce((sum, each) => sum + each, 0),
    16,
  )
  emitter.emit(OP.IMM, register, 0, 0, size)
  emitter.emit(OP.ALLOCA, register, register)
  let offset = 0
  values.forEach(({ type }, index) => {
    storeSlot(code, type, from + index, register, offset)
    offset += sizes[index]!
  })
  return { register, size }
}

/** The call is over: the arguments are off the stack, as a program that looks for pointers there can tell. */
function giveBack({ emitter, model }: Code, { register, size }: Outgoing): void {
  emitter.emit(OP.LSP, register)
  emitter.emit(model === 'lp64' ? OP.ADDI_64 : OP.ADDI_32, register, register, 0, size)
  emitter.emit(OP.SSP, register)
}

/** One argument goes to r[area] + offset. Under LP64 the upper half of an int's slot is zero, as in a register. */
function storeSlot(code: Code, type: CType, from: number, area: number, offset: number): void {
  const { emitter, registers, model } = code
  if (type.kind === 'record') {
    const place = registers.take(code.of.place)
    emitter.emit(model === 'lp64' ? OP.ADDI_64 : OP.ADDI_32, place, area, 0, offset)
    emitter.emit(OP.COPY, place, from, 0, sizeOf(type, model))
    registers.free(place)
    return
  }
  const kind = kindOf(type, model)
  const isPadded = kind === 'narrow' && model === 'lp64'
  if (isPadded) emitter.emit(OP.ZX_32, from, from)
  emitter.emit(accessOfKind(isPadded ? 'wide' : kind).store, from, area, 0, offset)
}

/** r[register] = where the function shall put its record. */
function resultAddressInto(code: Code, type: CType, register: number, receiver: Receiver | null): void {
  const { emitter, frame, model } = code
  if (receiver !== null) emitter.emit(OP.MOV, register, receiver.register)
  else emitter.emit(OP.LADDR, register, 0, 0, frame.temporary(sizeOf(type, model)))
}

function emitCall({ emitter }: Code, { target, register }: Callee, base: number, count: number): void {
  if (target === null) emitter.emit(OP.CALLR, register, base, count)
  else if (target.kind === 'function') emitter.emit(OP.CALL, 0, base, count, target.index)
  else if (target.kind === 'host') emitter.emit(OP.HOST, 0, base, count, target.index)
  else emitter.trap(target.message)
}

function moveResult(code: Code, type: CType, to: number): void {
  if (to !== 0) code.emitter.emit(type.kind === 'float' ? OP.FRESULT : OP.RESULT, to)
}
