import type { HeapProblem } from '../../src/engine/allocators/index.ts'
import type { Scenario } from '../../src/engine/session/index.ts'
import { TraceMachine } from '../../src/engine/session/trace-machine.ts'
import type { Address } from '../../src/engine/units.ts'
import { REALLOC, type Trace } from '../../src/engine/workload/index.ts'

/** Bytes at the start of each block that are written and looked at again. */
const MARKED = 64

/** Runs a trace and watches every answer of the allocator as a strict caller would; answers what is wrong with them. */
export function follow(scenario: Scenario, trace: Trace, operations: number, checkEvery: number): string[] {
  const wrong: string[] = []
  const machine = new TraceMachine({ ...scenario, run: { fill: 0 } }, trace)
  machine.start()
  const live = new LiveRanges()
  const end = Math.min(operations, trace.length)
  while (!machine.finished && machine.operation < end && wrong.length === 0) {
    const operation = machine.operation
    const say = (what: string) => wrong.push(`operation ${operation}: ${what}`)
    machine.execute()
    const ended = machine.history.ends[operation]! - 1
    if (ended >= 0) live.remove(machine.history.address[ended]!)
    const payload = machine.history.address[operation]!
    const size = machine.history.requested[operation]!
    if (payload !== 0) {
      if (payload % machine.allocator.alignment !== 0) say(`${payload} is not aligned`)
      if (!live.add(payload, payload + Math.max(1, size))) say(`${payload} overlaps a live block`)
      const inside = size === 0 || machine.process.memory.allows(payload + size - 1, 'write')
      if (!inside) say(`${payload} + ${size} lies outside of writable memory`)
      if (trace.kind[operation] === REALLOC && ended >= 0) {
        const kept = Math.min(size, machine.history.requested[ended]!, MARKED)
        const bytes = machine.process.memory.peekBytes(payload, kept)
        if (bytes.some((byte, i) => byte !== mark(ended, i))) say('realloc lost contents')
      }
      const marks = Uint8Array.from({ length: Math.min(size, MARKED) }, (_, i) => mark(operation, i))
      machine.process.memory.write(payload, marks)
    }
    if (operation % checkEvery === 0) machine.allocator.check((problem: HeapProblem) => say(problem.message))
  }
  if (machine.ending !== null) wrong.push(machine.ending.message)
  return wrong
}

function mark(block: number, i: number): number {
  return (block * 31 + i * 7 + 1) & 0xff
}

/** Ranges that must not overlap, in address order. */
class LiveRanges {
  private readonly starts: Address[] = []
  private readonly ends: Address[] = []

  /** False when the range overlaps another. */
  add(start: Address, end: Address): boolean {
    const i = this.place(start)
    if (i < this.starts.length && this.starts[i]! < end) return false
    if (i > 0 && this.ends[i - 1]! > start) return false
    this.starts.splice(i, 0, start)
    this.ends.splice(i, 0, end)
    return true
  }

  remove(start: Address): void {
    const i = this.place(start)
    if (this.starts[i] !== start) return
    this.starts.splice(i, 1)
    this.ends.splice(i, 1)
  }

  private place(start: Address): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.starts[middle]! < start) low = middle + 1
      else high = middle
    }
    return low
  }
}
