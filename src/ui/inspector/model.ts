import type { Deed, Inspected, Tenant } from '../../engine/session/index.ts'
import { address, count, plural } from '../format.ts'

/** A line of the card. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly mono: boolean
}

const STATES = [
  'in use',
  'free',
  'free: the top chunk',
  'in use: a mapping of its own',
  "the allocator's own",
]

/** What is known of a chunk at this moment, in words. */
export function factsOf(inspected: Inspected): Fact[] {
  const { chunk, size, state, payload, usable, requested, name } = inspected
  const facts: Fact[] = [
    { name: 'Address', value: address(chunk), mono: true },
    { name: 'State', value: STATES[state] ?? 'unknown', mono: false },
  ]
  if (requested >= 0)
    facts.push({ name: 'Owner', value: `${name}, asked for ${count(requested)}`, mono: false })
  facts.push({ name: 'Chunk · payload', value: `${count(size)} · ${count(usable)} bytes`, mono: true })
  if (usable > 0) facts.push({ name: 'Payload at', value: address(payload), mono: true })
  return facts
}

/** An operation by its number. Operations count from 1, as everywhere on the screen. */
export function operationText({ operation }: Deed): string {
  return `operation ${count(operation + 1)}`
}

/** Where the source has an operation: `line 7`, or in a program `list.c:7 in push`; '' if it is not known. */
export function placeText({ file, line, function: name }: Deed): string {
  if (line === 0) return ''
  if (file === '') return `line ${count(line)}`
  return `${file}:${line}${name === '' ? '' : ` in ${name}`}`
}

/** How long a block lived, or has lived up to operation `now`; null if it is not known. */
export function lifetimeOf({ allocated, freed }: Inspected, now: number): Fact | null {
  if (allocated === null) return null
  const life = (freed?.operation ?? now) - allocated.operation
  if (freed !== null) return { name: 'Lived', value: plural(life, 'operation'), mono: false }
  return {
    name: 'Age',
    value: life === 0 ? 'made in this operation' : plural(life, 'operation'),
    mono: false,
  }
}

/** A block that is no more: `p[2], 40 bytes, operations 3 to 9`. */
export function tenantText({ name, requested, allocated, freed }: Tenant): string {
  const from = allocated === null ? '' : `, operations ${count(allocated.operation + 1)}`
  const to = freed === null ? '' : ` to ${count(freed.operation + 1)}`
  return `${name}, ${plural(requested, 'byte')}${from}${to}`
}
