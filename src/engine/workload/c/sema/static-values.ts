import type { CompareOperator, FunctionSymbol, GlobalVariable, LValue, TypedExpression } from '../typed.ts'
import type { CType } from '../types.ts'
import { isArithmetic } from './basic-types.ts'
import type { Context } from './context.ts'
import {
  compareResult,
  floatResult,
  floatToInteger,
  integerResult,
  integerToFloat,
  round,
  wrap,
} from './fold.ts'
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
      return combined(staticValue(c, value.left), staticValue(c, value.right), value)
    case 'pointer-difference':
      return difference(staticValue(c, value.left), staticValue(c, value.right), value.scale)
    case 'load':
      return constantLoad(c, value.from)
    case 'conditional': {
      const isTrue = truthOf(staticValue(c, value.condition))
      return isTrue === null ? null : staticValue(c, isTrue ? value.then : value.otherwise)
    }
    case 'negate':
    case 'complement':
      return inverted(staticValue(c, value.operand), value)
    case 'compare':
      return compared(staticValue(c, value.left), staticValue(c, value.right), value.operator)
    case 'not': {
      const isTrue = truthOf(staticValue(c, value.operand))
      return isTrue === null ? null : bit(!isTrue)
    }
    case 'and':
    case 'or': {
      const decides = value.kind === 'or'
      const left = truthOf(staticValue(c, value.left))
      if (left === null || left === decides) return left === null ? null : bit(left)
      const right = truthOf(staticValue(c, value.right))
      return right === null ? null : bit(right)
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

/** An operation on numbers; of addresses `(long)&a + 8`, `8 + (long)&a`, `(long)&a - 8` and differences in one object. */
function combined(
  left: StaticValue | null,
  right: StaticValue | null,
  { operator, type }: TypedExpression & { kind: 'arithmetic' },
): StaticValue | null {
  if (left?.kind === 'integer' && right?.kind === 'integer' && type.kind === 'integer') {
    const result = integerResult(operator, left.value, right.value, type)
    return result === null ? null : { kind: 'integer', value: wrap(result, type) }
  }
  if (left?.kind === 'float' && right?.kind === 'float' && type.kind === 'float') {
    const result = floatResult(operator, left.value, right.value, type)
    return result === null ? null : { kind: 'float', value: result }
  }
  if (operator === '+')
    return right?.kind === 'integer'
      ? plus(left, right.value)
      : left?.kind === 'integer'
        ? plus(right, left.value)
        : null
  if (operator !== '-') return null
  return right?.kind === 'integer' ? plus(left, -right.value) : difference(left, right, 1)
}

function inverted(
  value: StaticValue | null,
  { kind, type }: TypedExpression & { kind: 'negate' | 'complement' },
): StaticValue | null {
  if (value?.kind === 'float') return { kind: 'float', value: -value.value }
  if (value?.kind !== 'integer' || type.kind !== 'integer') return null
  return { kind: 'integer', value: wrap(kind === 'negate' ? -value.value : ~value.value, type) }
}

function compared(
  left: StaticValue | null,
  right: StaticValue | null,
  operator: CompareOperator,
): StaticValue | null {
  if (left?.kind === 'integer' && right?.kind === 'integer')
    return bit(compareResult(operator, left.value, right.value))
  if (left?.kind === 'float' && right?.kind === 'float')
    return bit(compareResult(operator, left.value, right.value))
  return null
}

/** An address is never null. */
function truthOf(value: StaticValue | null): boolean | null {
  if (!value) return null
  return value.kind === 'address' || (value.kind === 'float' ? value.value !== 0 : value.value !== 0n)
}

function bit(value: boolean): StaticValue {
  return { kind: 'integer', value: value ? 1n : 0n }
}

function difference(left: StaticValue | null, right: StaticValue | null, scale: number): StaticValue | null {
  if (left?.kind !== 'address' || right?.kind !== 'address' || left.target !== right.target) return null
  return { kind: 'integer', value: (left.addend - right.addend) / BigInt(Math.max(1, scale)) }
}

/** An address keeps its meaning in types of a pointer's size only. */
function converted(c: Context, operand: TypedExpression, type: CType): StaticValue | null {
  const value = staticValue(c, operand)
  if (value?.kind === 'address') {
    if (type.kind === 'integer' && type.name === '_Bool') return bit(true)
    return type.kind !== 'float' && sizeOf(type, c.model) === pointerSize(c.model) ? value : null
  }
  if (!value || type.kind === 'pointer') return value?.kind === 'integer' ? value : null
  if (type.kind === 'integer') {
    const isFloat = value.kind === 'float'
    return { kind: 'integer', value: isFloat ? floatToInteger(value.value, type) : wrap(value.value, type) }
  }
  if (type.kind !== 'float') return null
  const number = value.kind === 'float' ? round(value.value, type) : integerToFloat(value.value, type)
  return { kind: 'float', value: number }
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
  if (type.isVolatile) return null
  if (!initialiser) return c.initialised.has(from.variable) && isArithmetic(type) ? zeroOf(type) : null
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

/** An initialiser of zeros has no bytes. */
function zeroOf(type: CType): StaticValue {
  return type.kind === 'float' ? { kind: 'float', value: 0 } : { kind: 'integer', value: 0n }
}
