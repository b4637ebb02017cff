import { FREE, MAPPED, type StepKind, TOP, USED } from '../../src/engine/allocators/index.ts'
import type { Scenario } from '../../src/engine/session/scenario.ts'
import { Session } from '../../src/engine/session/session.ts'
import type { Moment } from '../../src/engine/session/views.ts'

/** A scenario run to its end, to be asked about the moments after its operations (counted from 1, as the course does). */
export class Tried {
  readonly session: Session

  constructor(scenario: Scenario) {
    this.session = new Session(scenario).runAll()
  }

  /** The moment after a step; without a step, after the whole operation. */
  moment(operation: number, step = 1_000_000): Moment {
    return this.session.moment({
      position: { operation: operation - 1, step },
      map: { from: 0, to: 2 ** 47, limit: 10_000 },
      listLimit: 100,
      inspect: null,
    })
  }

  /** The heap after an operation: used chunks in square brackets, free ones in round ones. */
  heap(operation: number, step?: number): string {
    const { chunks } = this.moment(operation, step)
    const shape: Partial<Record<number, (size: number) => string>> = {
      [USED]: (size) => `[${size}]`,
      [FREE]: (size) => `(${size})`,
      [TOP]: (size) => `(${size})`,
      [MAPPED]: (size) => `<${size}>`,
    }
    return Array.from(chunks.state, (state, i) => shape[state]?.(chunks.size[i]!))
      .filter((chunk) => chunk !== undefined)
      .join(' ')
  }

  /** Distance from the first chunk to the one that an id holds after an operation; -1 if it holds none. */
  place(operation: number, id: number): number {
    const { chunks } = this.moment(operation)
    const i = chunks.names.indexOf(`p[${id}]`)
    return i < 0 ? -1 : chunks.address[i]! - this.origin(operation)
  }

  /** Distance from the first break to what an operation returned. */
  returned(operation: number): number {
    const { step, brkStart } = this.moment(operation)
    return step.chunk - brkStart
  }

  /** Kinds of an operation's steps, in order. */
  kinds(operation: number): StepKind[] {
    const { steps } = this.moment(operation)
    const kinds: StepKind[] = []
    while (kinds.length < steps) {
      const { stepsFrom, stepList } = this.moment(operation, kinds.length + 1)
      const missing = stepList.slice(kinds.length + 1 - stepsFrom)
      kinds.push(...missing.map(({ kind }) => kind as StepKind))
    }
    return kinds
  }

  /** Bytes from the first chunk to the end of the last one after an operation. */
  extent(operation: number): number {
    const { chunks } = this.moment(operation)
    const last = chunks.state.findLastIndex((state) => state === USED || state === FREE || state === TOP)
    return chunks.address[last]! + chunks.size[last]! - this.origin(operation)
  }

  /** Chunks that the searches of an operation looked at. */
  visits(operation: number): number {
    return this.moment(operation).metrics.probes
  }

  /** Kinds of the findings, in order. */
  findings(): string[] {
    return this.session.info().findings.map(({ kind }) => kind)
  }

  private origin(operation: number): number {
    const { chunks } = this.moment(operation)
    return chunks.address[
      chunks.state.findIndex((state) => state === USED || state === FREE || state === TOP)
    ]!
  }
}
