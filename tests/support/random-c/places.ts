import type { Context, Value, Variable } from './context.ts'
import type { Effects } from './effects.ts'
import { MEMORY, mayRead, mayWrite, NO_EFFECTS, reading, together } from './effects.ts'
import { namedMembers } from './members.ts'
import type { ArithmeticType, PointerType, RecordType, Type } from './types.ts'
import { after, LEVEL, operand } from './values.ts'

/** An lvalue. */
export interface Place {
  readonly text: string
  readonly level: number
  readonly type: Type
  /** Of a bit-field: its width. */
  readonly width?: number
  /** What reading and writing it counts as. */
  readonly key: string
  /** Of finding out where it is. */
  readonly effects: Effects
  /** If it is what a pointer points at: the pointer. */
  readonly pointer?: { readonly text: string; readonly level: number }
}

/** A place of an arithmetic type. */
export type ArithmeticPlace = Place & { readonly type: ArithmeticType }

/** What is looked for. */
export interface Wish {
  readonly isWritten: boolean
  readonly beside: Effects
  accepts(type: Type): boolean
  /** An index from 0 to `length` - 1. */
  index(length: number, beside: Effects): Value
}

/** A place in a visible variable: the variable itself, an element, a member, or what a pointer points at. */
export function findPlace(c: Context, wish: Wish): Place | null {
  const usable = c.variables.filter((each) => isUsable(each, wish))
  for (let tries = 0; tries < 6 && usable.length > 0; tries++) {
    const { name, type, key } = c.dice.pick(usable)
    const found = walk(c, { text: name, level: LEVEL.primary, type, key, effects: NO_EFFECTS }, wish)
    if (found && isAllowed(found, wish)) return found
  }
  return null
}

function isUsable(variable: Variable, wish: Wish): boolean {
  const { type } = variable
  if (!mayRead(variable.key, wish.beside)) return false
  if (type.kind === 'pointer') return mayRead(MEMORY, wish.beside) && !(wish.isWritten && type.isConst)
  return !wish.isWritten || (variable.isWritable && mayWrite(variable.key, wish.beside))
}

function isAllowed(at: Place, { isWritten, beside }: Wish): boolean {
  return isWritten ? mayWrite(at.key, beside) : mayRead(at.key, beside)
}

function walk(c: Context, at: Place, wish: Wish): Place | null {
  const { type } = at
  if (wish.accepts(type) && (type.kind !== 'record' || c.dice.percent(60))) return at
  switch (type.kind) {
    case 'array':
      return walk(c, element(c, at, type.element, type.length, wish), wish)
    case 'pointer':
      return walk(c, target(c, at, type, wish), wish)
    case 'record': {
      const inner = member(c, at, type)
      return inner && walk(c, inner, wish)
    }
    default:
      return null
  }
}

function member(c: Context, at: Place, record: RecordType): Place | null {
  const chosen = c.dice.maybe(namedMembers(record))
  if (chosen === null) return null
  const { name, type, width } = chosen
  const hasArrow = at.pointer !== undefined && c.dice.percent(80)
  const text = hasArrow
    ? `${operand(c, at.pointer, LEVEL.postfix)}->${name}`
    : `${operand(c, at, LEVEL.postfix)}.${name}`
  const inner = { text, level: LEVEL.postfix, type, key: at.key, effects: at.effects }
  return width === undefined ? inner : { ...inner, width }
}

function element(c: Context, at: Place, type: Type, length: number, wish: Wish): Place {
  const index = wish.index(length, after(wish.beside, at))
  const text = c.dice.percent(8)
    ? `${operand(c, index, LEVEL.primary)}[${at.text}]`
    : `${operand(c, at, LEVEL.postfix)}[${index.text}]`
  return { text, level: LEVEL.postfix, type, key: at.key, effects: together(at.effects, index.effects) }
}

function target(c: Context, at: Place, { target: type, room }: PointerType, wish: Wish): Place {
  const effects = together(at.effects, reading(at.key))
  const pointer = { text: at.text, level: at.level }
  const first = {
    text: `*${operand(c, at, LEVEL.unary)}`,
    level: LEVEL.unary,
    type,
    key: MEMORY,
    effects,
    pointer,
  }
  if (room === 1 || c.dice.percent(40)) return first
  const index = wish.index(room, after(wish.beside, first))
  const both = { type, key: MEMORY, effects: together(effects, index.effects) }
  if (c.dice.percent(50)) {
    return { ...both, text: `${operand(c, at, LEVEL.postfix)}[${index.text}]`, level: LEVEL.postfix }
  }
  const sum = `${operand(c, at, LEVEL.sum)} + ${operand(c, index, LEVEL.sum + 1)}`
  return { ...both, text: `*(${sum})`, level: LEVEL.unary, pointer: { text: sum, level: LEVEL.sum } }
}
