import type { Context, FunctionInfo } from './context.ts'
import { addVariable, pointerType } from './declarations.ts'
import { MEMORY, NO_EFFECTS } from './effects.ts'
import { printVariable } from './printing.ts'
import { blockBody, returnStatement } from './statements.ts'
import type { Node } from './tree.ts'
import { block, line } from './tree.ts'
import type { Type } from './types.ts'
import { DOUBLE, declare, FLOAT } from './types.ts'

/** Defines a function at file scope, known from then on. */
export function declareFunction(c: Context): void {
  const { dice } = c
  const isPure = dice.percent(35)
  const result = resultType(c)
  const count = dice.percent(15) ? dice.between(5, 12) : dice.below(5)
  const parameters = Array.from({ length: count }, () => parameterType(c, isPure))
  const info: FunctionInfo = { name: c.globalName('f'), result, parameters, isPure }
  const isRecursive = !isPure && dice.percent(30)
  const globals = c.variables
  c.variables = isPure ? [] : globals
  if (isRecursive) c.functions.push(info)
  c.isPure = isPure
  const names = parameters.map(() => c.localName('a'))
  const head = heading(info, names)
  const body = c.scoped(() => {
    for (const [i, name] of names.entries()) addParameter(c, name, parameters[i]!)
    return functionBody(c, info)
  })
  c.isPure = false
  c.variables = globals
  if (dice.percent(20))
    c.items.push(line(`${heading(info, dice.percent(50) ? names : names.map(() => ''))};`))
  c.items.push(block(head, body))
  if (!isRecursive) c.functions.push(info)
}

function resultType(c: Context): FunctionInfo['result'] {
  const { dice } = c
  const kind = dice.below(20)
  if (kind === 0) return null
  const record = dice.maybe(c.records)
  if (kind < 5 && record) return record
  return kind < 9 ? dice.pick([FLOAT, DOUBLE]) : dice.pick(c.integers)
}

function parameterType(c: Context, isPure: boolean): Type {
  const { dice } = c
  const kind = dice.below(20)
  const record = dice.maybe(c.records)
  if (kind < 3 && record) return record
  const pointer = kind < 6 && !isPure ? pointerType(c) : null
  if (pointer) return pointer
  return kind < 9 ? dice.pick([FLOAT, DOUBLE]) : dice.pick(c.integers)
}

function heading({ name, result, parameters }: FunctionInfo, names: readonly string[]): string {
  const list = parameters.map((type, i) => declare(type, names[i]!)).join(', ') || 'void'
  return `static ${result === null ? 'void' : result.name} ${name}(${list})`
}

function addParameter(c: Context, name: string, type: Type): void {
  const isExposed = !c.isPure && type.kind !== 'pointer' && c.dice.percent(30)
  addVariable(c, { name, type, key: isExposed ? MEMORY : name, isWritable: true, isExposed, depth: c.depth })
}

/** One that is not pure may be called only so many times, since it may be called in loops and by itself. */
function functionBody(c: Context, { result, isPure }: FunctionInfo): Node[] {
  const zero = result === null ? '' : result.kind === 'record' ? ` (${result.name}){0}` : ' 0'
  const guard = isPure ? [] : [line(`if (--steps < 0) return${zero};`)]
  const shown = isPure ? null : c.dice.maybe(c.variables)
  const show = shown && c.dice.percent(30) ? printVariable(c, shown) : []
  const early = c.dice.percent(30)
    ? [block(`if (${c.value(2, NO_EFFECTS).text})`, [returnStatement(c, result)])]
    : []
  const first = blockBody(c, isPure ? 1 : 2)
  return [...guard, ...show, ...first, ...early, returnStatement(c, result)]
}

/** Makes a function known under a second name: a pointer to it, or an element of a table of such. */
export function declareFunctionPointer(c: Context): void {
  const { dice } = c
  const info = dice.maybe(c.functions)
  if (info === null) return
  const name = c.globalName('h')
  const list = info.parameters.map((type) => declare(type, '')).join(', ') || 'void'
  const result = info.result === null ? 'void' : info.result.name
  const [declarator, value, use] = dice.pick([
    [`(*${name})(${list})`, info.name, name],
    [`(*${name})(${list})`, `&${info.name}`, `(*${name})`],
    [`(*${name}[3])(${list})`, `{0, ${info.name}, [2] = ${info.name}}`, `${name}[${dice.between(1, 2)}]`],
    [`(*const ${name}[])(${list})`, `{${info.name}}`, `(**${name})`],
  ] as const)
  c.items.push(line(`static ${result} ${declarator} = ${value};`))
  c.functions.push({ ...info, name: use })
}
