import type { Context, FunctionInfo, Value } from './context.ts'
import type { Effects } from './effects.ts'
import { MEMORY, mayWrite, NO_EFFECTS, reading, together, writing } from './effects.ts'
import { initialiser } from './initialisers.ts'
import { namedMembers } from './members.ts'
import type { Term } from './pointers.ts'
import { pointerValue } from './pointers.ts'
import { anyPlace } from './reading.ts'
import type { ArithmeticType, IntegerType, RecordType, Type } from './types.ts'
import { bitFieldValue, isSame } from './types.ts'
import { after, argument, inRange, LEVEL, operand } from './values.ts'

/** A call of a function with a result of the kind, or of one with such a member in its result. */
export function callOf(c: Context, depth: number, beside: Effects, kind: 'integer' | 'float'): Value | null {
  const candidates = c.functions.filter(
    ({ result }) => result?.kind === kind || (result?.kind === 'record' && c.dice.percent(30)),
  )
  const chosen = c.dice.maybe(candidates.filter((each) => mayCall(c, each, beside)))
  const call = chosen && callTerm(c, chosen, depth, beside)
  if (!chosen?.result || !call) return null
  if (chosen.result.kind !== 'record') return { ...call, type: chosen.result }
  return memberOf(c, call, chosen.result, kind)
}

function memberOf(c: Context, record: Term, type: RecordType, kind: 'integer' | 'float'): Value | null {
  const member = c.dice.maybe(
    namedMembers(type).filter((each) => each.type.kind === kind && (each.width ?? 0) <= 32),
  )
  if (member === null) return null
  const { name, width } = member
  const own = member.type as ArithmeticType
  return {
    text: `${operand(c, record, LEVEL.postfix)}.${name}`,
    level: LEVEL.postfix,
    type: width === undefined ? own : bitFieldValue(own as IntegerType, width),
    effects: record.effects,
  }
}

/** Whether a call of the function may stand beside what has the effects. */
export function mayCall(c: Context, { isPure }: FunctionInfo, beside: Effects): boolean {
  return isPure ? !(c.isPure && c.loops > 0) : !c.isPure && mayWrite(MEMORY, beside)
}

/** A call. null if there is nothing that a pointer argument could point at. */
export function callTerm(c: Context, callee: FunctionInfo, depth: number, beside: Effects): Term | null {
  let effects = NO_EFFECTS
  const texts: string[] = []
  for (const type of callee.parameters) {
    const made = argumentFor(c, type, depth - 1, together(beside, effects))
    if (made === null) return null
    texts.push(argument(made))
    effects = together(effects, made.effects)
  }
  const own = callee.isPure ? NO_EFFECTS : writing(MEMORY)
  return {
    text: `${callee.name}(${texts.join(', ')})`,
    level: LEVEL.postfix,
    effects: together(effects, own),
  }
}

function argumentFor(c: Context, type: Type, depth: number, beside: Effects): Term | null {
  if (type.kind === 'pointer') return pointerValue(c, type, c.depth, beside)
  if (type.kind === 'record') return recordValue(c, type, depth, beside)
  return inRange(c.value(depth, beside), type as ArithmeticType)
}

/** Where calls in the arguments of calls end, should the dice never end them. */
const DEEPEST = -4

/** An expression of a record type: a variable or a part of one, a compound literal, the result of a call. */
export function recordValue(c: Context, type: RecordType, depth: number, beside: Effects): Term {
  const { dice } = c
  if (depth > DEEPEST && dice.percent(25)) {
    const callee = dice.maybe(c.functions.filter((each) => each.result === type && mayCall(c, each, beside)))
    const call = callee && callTerm(c, callee, Math.min(depth, 1), beside)
    if (call) return call
  }
  const at = dice.percent(70) ? anyPlace(c, depth, beside, false, (each) => isSame(each, type)) : null
  if (at) return { ...at, effects: after(reading(at.key), at) }
  const { text, effects } = initialiser(c, type, Math.min(depth, 1), beside)
  return { text: `(${type.name})${text}`, level: LEVEL.postfix, effects }
}
