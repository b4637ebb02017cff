import { OP } from '../bytecode.ts'
import { pointerSize, sizeOf } from '../sema/layout.ts'
import type { TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Code } from './context.ts'
import { accessOf, accessOfKind, addressKind, variadicSize } from './kinds.ts'
import { addImmediate } from './locations.ts'

type Builtin = TypedExpression & { kind: 'builtin' }

/** r[to] = what the builtin yields. */
export function builtinInto(code: Code, expression: Builtin, to: number): void {
  const { emitter } = code
  const [first, second] = expression.arguments
  emitter.at(expression.place)
  switch (expression.name) {
    case 'va-start':
      startList(code, first!, to)
      return
    case 'va-copy':
      copyList(code, first!, second!, to)
      return
    case 'va-arg':
      nextArgument(code, first!, expression.type, to)
      return
    case 'alloca':
      code.into(first!, to)
      emitter.emit(OP.ALLOCA, to, to)
      return
    case 'frame-address':
      frameAddress(code, first, to)
      return
    case 'return-address':
      frameAddress(code, first, to)
      emitter.emit(accessOfKind(addressKind(code.model)).load, to, to, 0, pointerSize(code.model))
      return
    case 'trap':
      emitter.trap('__builtin_trap was reached')
      return
    case 'unreachable':
      emitter.trap('code marked as unreachable was reached')
      return
  }
}

/** Where a va_list keeps the address of the next argument: x86-64's in its `overflow_arg_area`. */
function nextOffset({ model }: Code): number {
  return model === 'lp64' ? 8 : 0
}

/** The list begins with the first word above the return address. */
function startList(code: Code, list: TypedExpression, to: number): void {
  code.into(list, to)
  const start = code.registers.take(list.place)
  code.emitter.emit(OP.LADDR, start, 0, 0, 2 * pointerSize(code.model))
  code.emitter.emit(accessOfKind(addressKind(code.model)).store, start, to, 0, nextOffset(code))
  code.registers.free(start)
}

function copyList(code: Code, target: TypedExpression, source: TypedExpression, to: number): void {
  const { load, store } = accessOfKind(addressKind(code.model))
  code.into(source, to)
  code.emitter.emit(load, to, to, 0, nextOffset(code))
  const at = code.registers.take(target.place)
  code.registers.hold(to, addressKind(code.model))
  code.into(target, at)
  code.registers.drop()
  code.emitter.emit(store, to, at, 0, nextOffset(code))
  code.registers.free(at)
}

/** r[to] = the next argument (of a record its address); the list moves on. */
function nextArgument(code: Code, list: TypedExpression, type: CType, to: number): void {
  const { emitter, registers, model } = code
  const pointer = accessOfKind(addressKind(model))
  const at = registers.take(list.place, 2)
  const next = at + 1
  code.into(list, at)
  emitter.emit(pointer.load, to, at, 0, nextOffset(code))
  emitter.emit(addImmediate(code), next, to, 0, variadicSize(type, sizeOf(type, model), model))
  emitter.emit(pointer.store, next, at, 0, nextOffset(code))
  if (type.kind !== 'record' && type.kind !== 'void') emitter.emit(accessOf(type, model).load, to, to)
  registers.free(at)
}

/** r[to] = fp, or that of a caller further out. */
function frameAddress(code: Code, level: TypedExpression | undefined, to: number): void {
  const { emitter, model } = code
  emitter.emit(OP.LADDR, to)
  const steps = level?.kind === 'integer' ? Number(level.value) : 0
  for (let step = 0; step < Math.min(steps, 64); step++)
    emitter.emit(accessOfKind(addressKind(model)).load, to, to)
}
