import type { FunctionSymbol, GlobalVariable, LValue, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import type { Context } from './context.ts'
import { wrap } from './fold.ts'
import { pointerSize, sizeOf } from './layout.ts'

/** What can stand in a static object before the program runs: a number, or an address with something added. */
export type StaticValue =
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'address'; readonly target: GlobalVariable | FunctionSymbol; readonly addend: bigint }

/** The value if it is known when the program is linked (C99 6.6, and what gcc 12 accepts beyond); else null. */
export function staticValue(c: Context, value: TypedExpression): StaticValue | null {
  switch (value.kind) {
    case 'integer':
    case 'float':
      return value
    case 'function':
      return { kind: 'address', target: value.symbol, addend: 0n }
    case 'address':
      return staticAddress(c, value.of)
    case 'convert':
      return converted(c, value.operand, value.type)
    case 'pointer-add': {
      const distance = distanceOf(c, value)
      return distance === null
        ? null
        : plus(staticValue(c, value.pointer), value.isMinus ? -distance : distance)
    }
    case 'arithmetic':
      return sum(c, value)
    case 'pointer-difference':
      return difference(staticValue(c, value.left), staticValue(c, value.right), value.scale)
    case 'load':
      return constantLoad(c, value.from)
    case 'conditional': {
      const test = staticValue(c, value.condition)
      if (!test) return null
      const isTrue = test.kind === 'address' || (test.kind === 'float' ? test.value !== 0 : test.value !== 0n)
      return staticValue(c, isTrue ? value.then : value.otherwise)
    }
    default:
      return null
  }
}

function distanceOf(c: Context, value: TypedExpression & { kind: 'pointer-add' }): bigint | null {
  const index = staticValue(c, value.index)
  if (index?.kind !== 'integer' || typeof value.scale !== 'number') return null
  return index.value * BigInt(value.scale)
}

function plus(base: StaticValue | null, distance: bigint): StaticValue | null {
  if (base?.kind === 'address') return { ...base, addend: base.addend + distance }
  return base?.kind === 'integer' ? { ...base, value: base.value + distance } : null
}

/** `(long)&a + 8`, `8 + (long)&a`, `(long)&a - 8`; differences of addresses in one object. */
function sum(c: Context, value: TypedExpression & { kind: 'arithmetic' }): StaticValue | null {
  if (value.operator !== '+' && value.operator !== '-') return null
  const left = staticValue(c, value.left)
  const right = staticValue(c, value.right)
  if (value.operator === '-')
    return right?.kind === 'integer' ? plus(left, -right.value) : difference(left, right, 1)
  if (right?.kind === 'integer') return plus(left, right.value)
  return left?.kind === 'integer' ? plus(right, left.value) : null
}

function difference(left: StaticValue | null, right: StaticValue | null, scale: number): StaticValue | null {
  if (left?.kind !== 'address' || right?.kind !== 'address' || left.target !== right.target) return null
  return { kind: 'integer', value: (left.addend - right.addend) / BigInt(Math.max(1, scale)) }
}

/** An address keeps its meaning in types of a pointer's size only. */
function converted(c: Context, operand: TypedExpression, type: CType): StaticValue | null {
  const value = staticValue(c, operand)
  if (value?.kind === 'address') {
    if (type.kind === 'integer' && type.name === '_Bool') return { kind: 'integer', value: 1n }
    return type.kind !== 'float' && sizeOf(type, c.model) === pointerSize(c.model) ? value : null
  }
  if (value?.kind === 'integer' && type.kind === 'integer')
    return { kind: 'integer', value: wrap(value.value, type) }
  return value?.kind === 'integer' && type.kind === 'pointer' ? value : null
}

/** Where an lvalue lies, if it is an object with static storage or a part of one. */
export function staticAddress(c: Context, lvalue: LValue): StaticValue | null {
  switch (lvalue.kind) {
    case 'variable':
      return lvalue.variable.kind === 'global'
        ? { kind: 'address', target: lvalue.variable, addend: 0n }
        : null
    case 'deref':
      return staticValue(c, lvalue.pointer)
    case 'member':
      return plus(staticAddress(c, lvalue.base), BigInt(lvalue.member.offset))
    case 'element': {
      const index = staticValue(c, lvalue.index)
      if (index?.kind !== 'integer') return null
      return plus(staticAddress(c, lvalue.base), index.value * BigInt(sizeOf(lvalue.type, c.model)))
    }
    default:
      return null
  }
}

/** The value of a const variable that has its initialiser already: gcc 12 takes it for a constant. */
function constantLoad(c: Context, from: LValue): StaticValue | null {
  if (from.kind !== 'variable' || from.variable.kind !== 'global' || !from.variable.isReadOnly) return null
  const { initialiser, type } = from.variable
  if (!initialiser || type.isVolatile) return null
  const [address] = initialiser.addresses
  if (address) return { kind: 'address', target: address.target, addend: BigInt(address.addend) }
  const view = new DataView(initialiser.bytes.buffer)
  if (type.kind === 'float') {
    return {
      kind: 'float',
      value: type.name === 'float' ? view.getFloat32(0, true) : view.getFloat64(0, true),
    }
  }
  if (type.kind !== 'integer' && type.kind !== 'pointer') return null
  let value = 0n
  for (let i = sizeOf(type, c.model) - 1; i >= 0; i--) value = (value << 8n) | BigInt(initialiser.bytes[i]!)
  return { kind: 'integer', value: type.kind === 'integer' ? wrap(value, type) : value }
}
