import type { Context, Variable } from './context.ts'
import { MEMORY, NO_EFFECTS } from './effects.ts'
import { initialiser } from './initialisers.ts'
import { pointerValue } from './pointers.ts'
import type { Node } from './tree.ts'
import { line } from './tree.ts'
import type { PointerType, Type } from './types.ts'
import { DOUBLE, declare, FLOAT } from './types.ts'

/** A type that a variable may have. */
function variableType(c: Context): Type {
  const { dice } = c
  const record = dice.maybe(c.records)
  const kind = dice.below(100)
  if (kind < 48) return dice.pick(c.integers)
  if (kind < 60) return dice.pick([FLOAT, DOUBLE])
  if (kind < 72) return arrayOf(c, dice.percent(85) ? dice.pick(c.integers) : dice.pick([FLOAT, DOUBLE]))
  if (record === null) return dice.pick(c.integers)
  return dice.percent(20) ? { kind: 'array', element: record, length: dice.between(1, 3) } : record
}

function arrayOf(c: Context, element: Type): Type {
  const { dice } = c
  const row = { kind: 'array', element, length: dice.between(2, 6) } as const
  return dice.percent(25) ? { kind: 'array', element: row, length: dice.between(2, 3) } : row
}

/** Declares a variable at file scope. */
export function declareGlobal(c: Context): void {
  const type = (c.dice.percent(12) && pointerType(c)) || variableType(c)
  const name = c.globalName('g')
  const isConst = type.kind !== 'pointer' && c.dice.percent(12)
  const storage = c.dice.percent(80) ? 'static ' : ''
  const isInitialised = type.kind === 'pointer' || c.dice.percent(80)
  const value = isInitialised ? ` = ${c.constant(() => initialiser(c, type, 2, NO_EFFECTS)).text}` : ''
  c.items.push(line(`${storage}${isConst ? 'const ' : ''}${declare(type, name)}${value};`))
  const isExposed = type.kind !== 'pointer'
  c.variables.push({ name, type, key: MEMORY, isWritable: !isConst, isExposed, depth: 0 })
}

const QUALIFIERS = ['', '', '', '', '', '', 'volatile ', 'register ', 'const ', 'static ', 'auto ']

/** Declares a variable of a block. */
export function declareLocal(c: Context): Node {
  const { dice } = c
  const pointer = dice.percent(16) ? declarePointer(c) : null
  if (pointer) return pointer
  const type = variableType(c)
  const word = dice.pick(QUALIFIERS.slice(0, c.isPure ? 9 : QUALIFIERS.length))
  const isPlain = word === '' || word === 'const ' || word === 'static '
  const isExposed = isPlain && (word === 'static ' || dice.percent(40)) && !c.isPure
  // The elements of an array may be pointed at for a moment, by a plain pointer.
  const isScalar = type.kind === 'integer' || type.kind === 'float'
  const qualifier = (word === 'register ' || word === 'volatile ') && !isScalar ? '' : word
  return declareAs(c, type, qualifier, isExposed)
}

function declareAs(c: Context, type: Type, qualifier: string, isExposed: boolean): Node {
  const name = c.localName('v')
  const isStatic = qualifier === 'static '
  const make = () => initialiser(c, type, 3, NO_EFFECTS)
  const value = isStatic ? c.constant(make) : make()
  addVariable(c, {
    name,
    type,
    key: isExposed ? MEMORY : name,
    isWritable: qualifier !== 'const ',
    isExposed,
    depth: isStatic ? 0 : c.depth,
  })
  return line(`${qualifier}${declare(type, name)} = ${value.text};`)
}

/** Makes a variable known from here on. */
export function addVariable(c: Context, variable: Variable): void {
  c.variables.push(variable)
}

function declarePointer(c: Context): Node | null {
  const type = pointerType(c)
  const value = type && pointerValue(c, type, c.depth, NO_EFFECTS)
  if (!type || !value) return null
  const name = c.localName('q')
  addVariable(c, { name, type, key: name, isWritable: true, isExposed: false, depth: c.depth })
  return line(`${declare(type, name)} = ${value.text};`)
}

/** The type of a pointer to one of the visible variables, or into it. */
export function pointerType(c: Context): PointerType | null {
  const { dice } = c
  const aim = dice.maybe(c.variables.filter((each) => each.isExposed))
  if (aim === null) return null
  const isConst = !aim.isWritable || dice.percent(25)
  let target = aim.type
  let room = 1
  while (target.kind === 'array' && dice.percent(80)) {
    room = dice.between(1, target.length)
    target = target.element
  }
  if (target.kind === 'pointer') return null
  return { kind: 'pointer', target, isConst, room }
}
