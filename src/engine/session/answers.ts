import type { HeapProblem } from '../allocators/index.ts'
import { hex } from '../units.ts'
import type { Finding } from './findings.ts'
import type { TraceMachine } from './trace-machine.ts'

/** Heaps with more chunks are not checked after every operation of a damaged run: that would take too long. */
const CHECKED_CHUNKS = 20_000

/**
 * What is wrong with the heap or with the allocator's answer after operation `current` of a run whose program has
 * broken the rules. An allocator with sound bytes and sound callers needs no such check.
 */
export class AnswerCheck {
  private damaged = false

  constructor(private readonly machine: TraceMachine) {}

  /** The findings of operation `current`, which has just run. */
  after(current: number): Finding[] {
    const found: Finding[] = []
    const answer = this.wrongAnswer(current)
    if (answer !== null) found.push(answer)
    if (!this.damaged && this.machine.ending === null) {
      const problem = this.firstProblem()
      if (problem !== null) {
        this.damaged = true
        found.push({
          kind: 'heap-damaged',
          operation: current,
          address: problem.address,
          began: this.machine.history.taintedFrom,
          message: `The heap checker finds at ${hex(problem.address)}: ${problem.message}.`,
        })
      }
    }
    return found
  }

  private wrongAnswer(current: number): Finding | null {
    const { history, trace, allocator } = this.machine
    const payload = history.address[current]!
    if (payload === 0) return null
    const name = `p[${trace.id[current]}]`
    if (payload % allocator.alignment !== 0) {
      return {
        kind: 'misaligned-pointer',
        operation: current,
        address: payload,
        began: history.taintedFrom,
        message: `The allocator answers ${hex(payload)} for ${name}, which is no multiple of ${allocator.alignment}.`,
      }
    }
    const last = payload + Math.max(1, history.requested[current]!) - 1
    // Both ends are asked for as of the moment before this operation, when its own block was not there yet.
    for (const address of [payload, last]) {
      const owner = this.machine.blockAt(address, current)
      if (owner < 0 || owner === history.ends[current]! - 1) continue
      return {
        kind: 'overlapping-block',
        operation: current,
        address,
        began: owner,
        message: `${name} at ${hex(payload)} overlaps p[${trace.id[owner]}], a live block of ${history.requested[owner]} bytes at ${hex(history.address[owner]!)}.`,
      }
    }
    return null
  }

  private firstProblem(): HeapProblem | null {
    const { stats } = this.machine.context
    if (stats.usedChunks + stats.freeChunks > CHECKED_CHUNKS) return null
    let first: HeapProblem | null = null
    this.machine.allocator.check((problem) => {
      first ??= problem
    })
    return first
  }
}
