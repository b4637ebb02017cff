import { callTerm, mayCall, recordValue } from './calls.ts'
import type { Context, Variable } from './context.ts'
import { addVariable, declareLocal } from './declarations.ts'
import { NO_EFFECTS, reading, together } from './effects.ts'
import { walk } from './idioms.ts'
import { compound as compoundInteger } from './integers.ts'
import { pointerValue } from './pointers.ts'
import { printValues, printVariable } from './printing.ts'
import { anyPlace, arithmeticPlace, assign, step } from './reading.ts'
import { compound as compoundReal } from './reals.ts'
import type { Node } from './tree.ts'
import { block, line } from './tree.ts'
import type { PointerType, RecordType } from './types.ts'
import { INT } from './types.ts'
import { argument, inRange } from './values.ts'

type Form = (c: Context, depth: number) => Node[]

const SIMPLE: readonly (readonly [number, Form])[] = [
  [22, assignment],
  [8, compound],
  [5, increment],
  [8, callStatement],
  [6, recordAssignment],
  [5, repoint],
  [4, effect],
  [8, print],
]

const NESTED: readonly (readonly [number, Form])[] = [
  [8, branch],
  [7, counted],
  [4, whileLoop],
  [3, doLoop],
  [5, choice],
  [4, jumps],
  [4, (c, depth) => [block('', blockBody(c, depth))]],
  [3, walk],
]

/** Declarations, then statements, in a scope of their own; `depth` bounds how deep they are nested. */
export function blockBody(c: Context, depth: number, most = 2): Node[] {
  return c.scoped(() => {
    const declared = Array.from({ length: c.dice.below(2) }, () => declareLocal(c))
    return [...declared, ...statements(c, depth, c.dice.between(1, most))]
  })
}

/** So many statements. */
export function statements(c: Context, depth: number, count: number): Node[] {
  return Array.from({ length: count }, () => statement(c, depth)).flat()
}

function statement(c: Context, depth: number): Node[] {
  const isNested = depth > 0 && c.dice.percent(35)
  const nodes = c.dice.weighted(isNested ? NESTED : SIMPLE)(c, depth)
  return nodes.length > 0 ? nodes : assignment(c)
}

function assignment(c: Context): Node[] {
  const at = arithmeticPlace(c, 2, NO_EFFECTS, true)
  if (at === null) return [line(';')]
  const callee =
    c.dice.percent(20) && c.dice.maybe(c.functions.filter((each) => each.result?.kind === at.type.kind))
  // A call is over before its result is stored, so it may change what is stored to; but not how that is found.
  const call = callee && mayCall(c, callee, at.effects) ? callTerm(c, callee, 2, at.effects) : null
  if (callee && call) {
    const value = inRange({ ...call, type: callee.result as typeof at.type }, at.type, at.width)
    return [line(`${at.text} = ${argument(value)};`)]
  }
  const value = assign(c, at, (beside) => c.value(c.dice.between(1, 4), beside), NO_EFFECTS)
  return [line(`${value.text};`)]
}

function compound(c: Context): Node[] {
  const make = c.dice.percent(75) ? compoundInteger : compoundReal
  const value = make(c, 3, NO_EFFECTS)
  return value ? [line(`${value.text};`)] : []
}

function increment(c: Context): Node[] {
  const at = arithmeticPlace(c, 2, NO_EFFECTS, true)
  return at ? [line(`${step(c, at).text};`)] : []
}

function callStatement(c: Context): Node[] {
  const callee = c.dice.maybe(c.functions.filter((each) => mayCall(c, each, NO_EFFECTS)))
  const call = callee && callTerm(c, callee, 2, NO_EFFECTS)
  return call ? [line(`${c.dice.percent(20) ? '(void)' : ''}${call.text};`)] : []
}

function recordAssignment(c: Context): Node[] {
  const isNamed = (type: { kind: string; name?: string }) => type.kind === 'record' && type.name !== ''
  const at = anyPlace(c, 2, NO_EFFECTS, true, isNamed)
  if (at === null) return []
  const value = recordValue(c, at.type as RecordType, 2, together(at.effects, reading(at.key)))
  return [line(`${at.text} = ${argument(value)};`)]
}

/** A pointer points elsewhere. */
function repoint(c: Context): Node[] {
  const pointer = c.dice.maybe(c.variables.filter((each) => each.type.kind === 'pointer' && each.isWritable))
  const value = pointer && pointerValue(c, pointer.type as PointerType, pointer.depth, NO_EFFECTS)
  return value ? [line(`${pointer.name} = ${value.text};`)] : []
}

function effect(c: Context): Node[] {
  return [line(`${c.value(4, NO_EFFECTS).text};`)]
}

function print(c: Context): Node[] {
  if (c.isPure) return []
  const shown = c.dice.maybe(c.variables.filter((each) => each.type.kind !== 'pointer'))
  return shown && c.dice.percent(35) ? printVariable(c, shown) : [printValues(c, 3)]
}

function condition(c: Context): string {
  return c.value(3, NO_EFFECTS).text
}

function branch(c: Context, depth: number): Node[] {
  const yes = block(`if (${condition(c)})`, blockBody(c, depth - 1))
  if (c.dice.percent(40)) return [yes]
  if (c.dice.percent(30)) {
    const other = block(`else if (${condition(c)})`, blockBody(c, depth - 1))
    return [yes, other]
  }
  return [yes, block('else', blockBody(c, depth - 1))]
}

/** A loop's body; in it may stand `break` and `continue`. */
function loopBody(c: Context, depth: number): Node[] {
  return c.looped(() => {
    const body = blockBody(c, depth - 1)
    if (c.dice.percent(65)) return body
    const leave = line(`if (${condition(c)}) ${c.dice.pick(['break', 'continue'])};`)
    return [...body, leave, ...blockBody(c, 0, 2)]
  })
}

function counter(c: Context, name: string): Variable {
  return { name, type: INT, key: name, isWritable: false, isExposed: false, depth: c.depth }
}

/** Makes a loop with a counter, which its body only reads. */
function withCounter(c: Context, make: (name: string) => Node[]): Node[] {
  return c.scoped(() => {
    const name = c.localName('i')
    addVariable(c, counter(c, name))
    return make(name)
  })
}

function counted(c: Context, depth: number): Node[] {
  return withCounter(c, (i) => {
    const { dice } = c
    const times = dice.between(1, 5)
    const first = dice.below(4)
    const head = dice.pick([
      `for (int ${i} = 0; ${i} < ${times}; ${i}++)`,
      `for (int ${i} = ${times + first}; ${i} > ${first}; --${i})`,
      `for (int ${i} = ${first}; ${i} < ${first + times * 2} && (${condition(c)}); ${i} += 2)`,
      `for (int ${i} = 1, e${i} = ${2 ** times}; ${i} < e${i}; ${i} <<= 1, e${i} -= 0)`,
    ])
    return [block(head, loopBody(c, depth))]
  })
}

function whileLoop(c: Context, depth: number): Node[] {
  return withCounter(c, (i) => {
    const head = c.dice.pick([
      `while (${i}-- > 0)`,
      `while (${i}-- > 0 && (${condition(c)}))`,
      `while ((${condition(c)}) ? ${i}-- > 0 : --${i} > 0)`,
    ])
    return [block('', [line(`int ${i} = ${c.dice.between(1, 5)};`), block(head, loopBody(c, depth))])]
  })
}

function doLoop(c: Context, depth: number): Node[] {
  return withCounter(c, (i) => {
    const body = loopBody(c, depth)
    const more = c.dice.percent(40) ? ` && (${condition(c)})` : ''
    const loop = block('do', body, ` while (--${i} > 0${more});`)
    return [block('', [line(`int ${i} = ${c.dice.between(1, 4)};`), loop])]
  })
}

const LABELS = [
  '0',
  '1',
  '2',
  '3',
  "'\\4'",
  '5u',
  '0x6',
  '7L',
  '-1',
  '(char)-2',
  '100',
  '1 << 20',
  '4294967295u - 90',
]

/** A switch; cases fall through, and `default` may stand anywhere. */
function choice(c: Context, depth: number): Node[] {
  const { dice } = c
  const value = c.integer(3, NO_EFFECTS)
  const operandText = dice.percent(75)
    ? `(${value.text}) & 7`
    : dice.percent(50)
      ? `(${value.text}) % 4`
      : value.text
  const labels = dice
    .shuffled(LABELS)
    .slice(0, dice.between(1, 6))
    .map((label) => `case ${label}:`)
  if (dice.percent(70)) labels.splice(dice.below(labels.length + 1), 0, 'default:')
  const body = labels.flatMap((label) => {
    const inner = block(label, dice.percent(20) ? [] : blockBody(c, depth - 1, 2))
    return dice.percent(60) ? [inner, line('break;')] : [inner]
  })
  return [block(`switch (${operandText})`, body)]
}

/** Jumps forward over statements, and back a few times. */
function jumps(c: Context, depth: number): Node[] {
  const [again, done, fuel] = [c.localName('again'), c.localName('done'), c.localName('fuel')]
  const body = () => c.looped(() => block('', blockBody(c, depth - 1, 2)))
  return [
    block('', [
      line(`int ${fuel} = ${c.dice.between(1, 3)};`),
      line(`${again}: ;`),
      body(),
      line(`if (${condition(c)}) goto ${done};`),
      body(),
      line(`if (${fuel}-- > 0 && (${condition(c)})) goto ${again};`),
      body(),
      line(`${done}: ;`),
    ]),
  ]
}

/** What a function returns at its end, or early. */
export function returnStatement(c: Context, result: { kind: string } | null): Node {
  if (result === null) return line('return;')
  if (result.kind === 'record')
    return line(`return ${recordValue(c, result as RecordType, 2, NO_EFFECTS).text};`)
  const value = c.value(3, NO_EFFECTS)
  return line(`return ${inRange(value, result as typeof INT).text};`)
}
