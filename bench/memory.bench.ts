import { Process } from '../src/engine/kernel/index.ts'
import type { Memory } from '../src/engine/memory/index.ts'
import { TWO_32 } from '../src/engine/units.ts'
import { type Bench, bestMs, type Row } from './bench.ts'

const NODES = 65536
const NODE_BYTES = 48
const WALKS = 20
const ROUNDS = 7

/** Places of the nodes, in the order they are linked, with a fixed seed: no order that a cache likes. */
function shuffled(): number[] {
  const places = inOrder()
  let seed = 1
  for (let last = NODES - 1; last > 0; last--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    const other = seed % (last + 1)
    ;[places[last], places[other]] = [places[other]!, places[last]!]
  }
  return places
}

/** The same, as an implicit free list links them. */
function inOrder(): number[] {
  return Array.from({ length: NODES }, (_, index) => index)
}

/** Follows 64-bit next pointers through the simulated memory. Answers how many nodes there are. */
function walkMemory(memory: Memory, head: number): number {
  let count = 0
  for (let node = head; node !== 0; node = memory.load64(node)) count++
  return count
}

/** The same walk over a plain array of 32-bit words, with byte offsets as pointers. */
function walkArray(words: Uint32Array, head: number): number {
  let count = 0
  for (let node = head; node !== 0; node = words[node >>> 2]! + words[(node >>> 2) + 1]! * TWO_32) count++
  return count
}

async function run(): Promise<Row[]> {
  return [...measure('in address order', inOrder()), ...measure('in shuffled order', shuffled())]
}

function measure(name: string, places: readonly number[]): Row[] {
  const { memory, brk } = heap()
  const words = new Uint32Array(((NODES + 1) * NODE_BYTES) / 4)
  places.forEach((place, index) => {
    const next = places[index + 1]
    memory.store64(brk + place * NODE_BYTES, next === undefined ? 0 : brk + next * NODE_BYTES)
    words[((place + 1) * NODE_BYTES) / 4] = next === undefined ? 0 : (next + 1) * NODE_BYTES
  })
  const first = places[0]!
  const plain = nanoseconds(() => walkArray(words, (first + 1) * NODE_BYTES))
  const simulated = nanoseconds(() => walkMemory(memory, brk + first * NODE_BYTES))
  return [
    { what: `list walk ${name}, plain typed array`, value: plain, unit: 'ns a node' },
    {
      what: `list walk ${name}, Memory.load64`,
      value: simulated,
      unit: 'ns a node',
      ratio: { value: simulated / plain, to: 'the plain array' },
    },
  ]
}

/** A process whose heap has room for the list. */
function heap(): { memory: Memory; brk: number } {
  const process = new Process()
  const brk = process.sbrk(NODES * NODE_BYTES)
  return { memory: process.memory, brk }
}

/** Nanoseconds for a node, of a walk that answers how many nodes it saw. */
function nanoseconds(walk: () => number): number {
  let nodes = 0
  const ms = bestMs(ROUNDS, () => {
    nodes = 0
    for (let i = 0; i < WALKS; i++) nodes += walk()
  })
  return (ms * 1e6) / nodes
}

/** What a load through the simulated memory costs beside a bare array. */
export const bench: Bench = { name: 'memory', run }
