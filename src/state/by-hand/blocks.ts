import type { Moment, VariableView } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import type { HandBlock } from './action.ts'
import { idOf, type TraceFacts } from './trace-text.ts'

/** A pointer as an expression of C, and what it holds. */
interface Pointer {
  readonly name: string
  readonly type: string
  readonly target: Address
}

/**
 * The blocks that a program can name at a moment, by address: a pointer to them lies in a variable that one of `names`
 * means there, or in what such a variable holds or points to. One pointer for each block: the one the block is called
 * by, else the one with the shortest name.
 */
export function programBlocks(moment: Moment, names: readonly string[]): HandBlock[] {
  const best = new Map<Address, Pointer>()
  for (const pointer of inScope(moment, new Set(names)).flatMap((variable) =>
    pointersIn(variable, variable.name),
  )) {
    const known = best.get(pointer.target)
    if (known === undefined || isBetter(moment, pointer, known)) best.set(pointer.target, pointer)
  }
  return [...best.values()]
    .flatMap((pointer) => blockOf(moment, pointer) ?? [])
    .sort((a, b) => a.address - b.address)
}

/** Those of the running function and of the file that the names mean: a local hides a global. */
function inScope({ program }: Moment, names: ReadonlySet<string>): VariableView[] {
  if (program === null) return []
  const [frame] = program.stack
  const locals = frame?.variables ?? []
  // A static variable of a function is told as `main: count`.
  const statics = program.globals.map((each) => ({ ...each, name: each.name.replace(/^main: /, '') }))
  const isOnly = ({ name }: VariableView) => statics.filter((each) => each.name === name).length === 1
  const isHidden = ({ name }: VariableView) => locals.some((each) => each.name === name)
  return [...locals, ...statics.filter((each) => isOnly(each) && !isHidden(each))].filter(({ name }) =>
    names.has(name),
  )
}

/** The pointers in a variable and in its parts. `name`: the variable as an expression. */
function pointersIn({ type, target, parts }: VariableView, name: string): Pointer[] {
  const own = target > 0 && /\*( ?const)?$/.test(type) ? [{ name, type, target }] : []
  const inner = parts.flatMap((part) => {
    if (part.name.startsWith('[')) return pointersIn(part, `${name}${part.name}`)
    if (!part.name.startsWith('*')) return pointersIn(part, `${name}.${part.name}`)
    return part.parts.flatMap((member) => pointersIn(member, `${name}->${member.name}`))
  })
  return [...own, ...inner]
}

function isBetter({ chunks }: Moment, pointer: Pointer, known: Pointer): boolean {
  const called = chunks.names[chunks.payload.indexOf(pointer.target)]
  if (known.name === called) return false
  return pointer.name === called || pointer.name.length < known.name.length
}

/** The block that a pointer means; null for a pointer to no chunk. */
function blockOf({ chunks }: Moment, { name, type, target }: Pointer): HandBlock | null {
  const at = chunks.address.findLastIndex((address) => address <= target)
  if (at < 0 || target >= chunks.address[at]! + chunks.size[at]!) return null
  const chunk = { address: chunks.address[at]!, size: chunks.size[at]! }
  const requested = chunks.payload[at] === target ? chunks.requested[at]! : -1
  const state = requested >= 0 ? 'live' : chunks.requested[at]! >= 0 ? 'inside' : 'freed'
  return { name, type, address: target, requested, state, chunk }
}

/**
 * The live blocks that a trace can name where it ends, by address. An id that was used again while its block lived
 * names the newer one only.
 */
export function traceBlocks({ chunks }: Moment, { setBy }: TraceFacts): HandBlock[] {
  const found: HandBlock[] = []
  chunks.names.forEach((name, i) => {
    if (
      chunks.requested[i]! < 0 ||
      !isNamed(name) ||
      chunks.names.indexOf(name) !== chunks.names.lastIndexOf(name)
    )
      return
    if ((setBy.get(idOf(name)) ?? -1) < 0) return
    found.push({
      name,
      type: '',
      address: chunks.payload[i]!,
      requested: chunks.requested[i]!,
      state: 'live',
      chunk: { address: chunks.address[i]!, size: chunks.size[i]! },
    })
  })
  return found
}

function isNamed(name: string): boolean {
  return /^p\[\d+\]$/.test(name)
}
