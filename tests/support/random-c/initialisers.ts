import type { Context } from './context.ts'
import type { Effects } from './effects.ts'
import { NO_EFFECTS, together } from './effects.ts'
import { literalFor } from './literals.ts'
import { pointerValue } from './pointers.ts'
import type { ArrayType, Member, RecordType, Type } from './types.ts'
import { argument, inRange } from './values.ts'

/** What stands after `=`. */
export interface Initialiser {
  readonly text: string
  readonly effects: Effects
}

const WORDS = ['', 'a', 'heap', 'x\\n', '\\101\\x42', 'ab" "cd', 'tab\\t', '%d', '\\377\\0z']

/** An initialiser of a type, of constants if the context asks for that. The parts are evaluated in no fixed order. */
export function initialiser(c: Context, type: Type, depth: number, beside: Effects): Initialiser {
  switch (type.kind) {
    case 'array':
      return arrayInitialiser(c, type, depth, beside)
    case 'record':
      return type.isUnion
        ? unionInitialiser(c, type, depth, beside)
        : structInitialiser(c, type, depth, beside)
    case 'pointer': {
      const value = pointerValue(c, type, c.isConstant ? 0 : c.depth, beside)
      if (value === null) throw new Error('a pointer to nothing')
      return { text: value.text, effects: value.effects }
    }
    default: {
      const value =
        depth <= 0
          ? literalFor(c, type)
          : c.isConstant && type.kind === 'float'
            ? c.real(depth, beside)
            : c.value(depth, beside)
      // A constant out of range would have to go through a call, which is none.
      const isSafe = !c.isConstant || value.type.kind === 'integer' || type.kind === 'float'
      const fitting = isSafe ? inRange(value, type) : literalFor(c, type)
      return { text: argument(fitting), effects: fitting.effects }
    }
  }
}

/** Braces around parts that are made one after the other, each beside those before it. */
function braces(parts: readonly [string, Type][], c: Context, depth: number, beside: Effects): Initialiser {
  let effects = NO_EFFECTS
  const texts = parts.map(([designator, type]) => {
    const part = initialiser(c, type, depth - 1, together(beside, effects))
    effects = together(effects, part.effects)
    return `${designator}${part.text}`
  })
  return {
    text: texts.length === 0 ? '{0}' : `{${texts.join(', ')}${c.dice.percent(10) ? ',' : ''}}`,
    effects,
  }
}

function arrayInitialiser(c: Context, type: ArrayType, depth: number, beside: Effects): Initialiser {
  const { dice } = c
  const { element, length } = type
  if (element.kind === 'integer' && element.rank === 1 && dice.percent(30)) {
    const word = dice.pick(WORDS.filter((each) => length >= 6 || each.length <= 2))
    return { text: `"${word}"`, effects: NO_EFFECTS }
  }
  const count = dice.percent(70) ? length : dice.below(length)
  const parts: [string, Type][] = []
  for (let i = 0; i < count; i++) {
    const skips = dice.percent(10) && i < length - 1
    if (skips) i++
    parts.push([skips || dice.percent(5) ? `[${i}] = ` : '', element])
  }
  return braces(parts, c, depth, beside)
}

function structInitialiser(c: Context, type: RecordType, depth: number, beside: Effects): Initialiser {
  const { dice } = c
  const members = type.members.filter(isInitialised)
  const isNamed = members.every((member) => member.name !== '') && dice.percent(30)
  const chosen = (isNamed ? dice.shuffled(members) : members).slice(
    0,
    dice.percent(70) ? members.length : dice.below(members.length + 1),
  )
  const parts = chosen.map((member): [string, Type] => [
    isNamed ? `.${member.name} = ` : '',
    valueType(member),
  ])
  return braces(parts, c, depth, beside)
}

/** The type that a member holds values of: of a bit-field one of its width. */
function valueType({ type, width }: Member): Type {
  return type.kind === 'integer' && width !== undefined ? { ...type, bits: width } : type
}

/** An unnamed bit-field has no value; an anonymous struct or union has. */
function isInitialised(member: Member): boolean {
  return member.name !== '' || member.type.kind === 'record'
}

/** The first member of a union covers all of it (records.ts). */
function unionInitialiser(c: Context, type: RecordType, depth: number, beside: Effects): Initialiser {
  return braces([['', type.members[0]!.type]], c, depth, beside)
}
