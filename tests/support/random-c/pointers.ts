import type { Context, Value, Variable } from './context.ts'
import type { Effects } from './effects.ts'
import { mayRead, NO_EFFECTS, reading, together } from './effects.ts'
import { namedMembers } from './members.ts'
import { indexBelow } from './reading.ts'
import type { PointerType, Type } from './types.ts'
import { INT, isSame, long } from './types.ts'
import { after, LEVEL, operand } from './values.ts'

/** An expression of a pointer or record type: C's text and what it does. */
export interface Term {
  readonly text: string
  readonly level: number
  readonly effects: Effects
}

/**
 * A pointer of the type: to a variable that lives at least as long as those `scope` scopes deep, or the value of such
 * a pointer. null if there is nothing to point at.
 */
export function pointerValue(c: Context, type: PointerType, scope: number, beside: Effects): Term | null {
  const near = c.variables.filter((variable) => variable.depth <= scope)
  const copies = c.isConstant ? [] : near.filter((variable) => isCopyable(variable, type, beside))
  const terms = near
    .filter((variable) => variable.isExposed && (variable.isWritable || type.isConst))
    .flatMap((variable) => addressesIn(variable.name, variable.type, type, 0))
  const all = [
    ...copies.map(({ name, key }) => ({ text: name, level: LEVEL.primary, effects: reading(key) })),
    ...terms,
  ]
  return c.dice.maybe(all)
}

function isCopyable({ type, key }: Variable, wanted: PointerType, beside: Effects): boolean {
  return (
    type.kind === 'pointer' &&
    isSame(type.target, wanted.target) &&
    type.room >= wanted.room &&
    (wanted.isConst || !type.isConst) &&
    mayRead(key, beside)
  )
}

/** The addresses of all things in something written `text` that a pointer of the type may point at. */
function addressesIn(text: string, type: Type, wanted: PointerType, nesting: number): Term[] {
  const address = (of: string, level: number): Term => ({ text: of, level, effects: NO_EFFECTS })
  const own = wanted.room === 1 && isSame(type, wanted.target) ? [address(`&${text}`, LEVEL.unary)] : []
  if (nesting > 2) return own
  if (type.kind === 'array') {
    const last = type.length - wanted.room
    const isRow = isSame(type.element, wanted.target) && last >= 0
    const rows = isRow
      ? [
          address(text, LEVEL.postfix),
          address(`${text} + ${last}`, LEVEL.sum),
          address(`&${text}[${last}]`, LEVEL.unary),
        ]
      : []
    return [...own, ...rows, ...addressesIn(`${text}[${type.length - 1}]`, type.element, wanted, nesting + 1)]
  }
  if (type.kind !== 'record' || type.isPacked) return own
  const members = namedMembers(type).filter((member) => member.width === undefined)
  return [
    ...own,
    ...members.flatMap(({ name, type: inner }) => addressesIn(`${text}.${name}`, inner, wanted, nesting + 1)),
  ]
}

/** `&a[i] < &a[j]`, or their distance. */
export function addressComparison(c: Context, depth: number, beside: Effects): Value | null {
  const { dice } = c
  const array = dice.maybe(c.variables.filter((variable) => variable.type.kind === 'array'))
  if (array?.type.kind !== 'array') return null
  const { length } = array.type
  const first = indexBelow(c, length, depth - 1, beside)
  const second = indexBelow(c, length, depth - 1, after(beside, first))
  const operator = dice.pick(['-', '-', '<', '>=', '==', '!='])
  const level = operator === '-' ? LEVEL.sum : LEVEL.equality
  const left = operand(c, { text: `&${array.name}[${first.text}]`, level: LEVEL.unary }, level)
  return {
    text: `${left} ${operator} &${array.name}[${second.text}]`,
    level,
    type: operator === '-' ? (c.model === 'lp64' ? long(c.model, true) : INT) : INT,
    effects: together(first.effects, second.effects),
  }
}
