import { FREE, MAPPED, TOP, USED } from '../../src/engine/allocators/index.ts'
import type { Moment, VariableView } from '../../src/engine/session/index.ts'
import type { Scenario } from '../../src/engine/session/scenario.ts'
import { Session } from '../../src/engine/session/session.ts'
import { findExample, type Opening, openingStep } from '../../src/scenarios/index.ts'

const runs = new Map<Scenario, Tried>()

/** An example run, or its variant with this label. Each is run once for all the tests of a file. */
export function run(id: string, label?: string): Tried {
  const example = findExample(id)!
  const variant = example.variants.find((each) => each.label === label)
  return tried(label === undefined ? example.scenario : variant!.scenario)
}

/** A scenario run, once. */
export function tried(scenario: Scenario): Tried {
  const known = runs.get(scenario) ?? new Tried(scenario)
  runs.set(scenario, known)
  return known
}

/** An example run after a change of its program's text. */
export function changed(id: string, from: string, to: string): Tried {
  const { scenario } = findExample(id)!
  const { source } = scenario
  const files = source.kind === 'c' ? source.files : []
  if (source.kind !== 'c' || !files.some(({ text }) => text.includes(from)))
    throw new Error(`${id} has no ${from}`)
  const changedFiles = files.map(({ name, text }) => ({ name, text: text.replace(from, to) }))
  return new Tried({ ...scenario, source: { ...source, files: changedFiles } })
}

/**
 * A scenario run to its end, to be asked about the moments after its calls of the allocator and the kernel (numbered
 * from 1, as the course does).
 */
export class Tried {
  readonly session: Session

  constructor(private readonly scenario: Scenario) {
    this.session = new Session(scenario).runAll()
  }

  /** The moment after a step of an operation (from 0); without a step, after the whole operation. */
  at(operation: number, step = 1_000_000, inspect: number | null = null): Moment {
    return this.session.moment({
      position: { operation, step },
      map: { from: 0, to: 2 ** 47, limit: 10_000 },
      listLimit: 100,
      inspect,
    })
  }

  /** The moment after a step of a call; without a step, after the whole call. */
  call(call: number, step?: number): Moment {
    return this.at(this.operation(call), step)
  }

  /** The operation (from 0) that is a call. */
  operation(call: number): number {
    return this.session.find([{ kind: 'call', number: call }], -1, false)
  }

  /** The last operation of the run. */
  get last(): number {
    return this.session.info().done - 1
  }

  /** The operation after `from` in which the statement on the first line with this text runs. */
  statement(text: string, from = -1): number {
    return this.session.find([{ kind: 'line', ...this.line(text) }], from, false)
  }

  /** Where a line stands that has this text, as places of findings are written: the first such line. */
  line(text: string): { readonly file: string; readonly line: number } {
    const { source } = this.scenario
    const places = (source.kind === 'c' ? source.files : []).map(({ name, text: whole }) => ({
      file: name,
      line: whole.split('\n').findIndex((each) => each.includes(text)) + 1,
    }))
    return places.find(({ line }) => line > 0)!
  }

  /** Where an example opens: its operation, and the step there. */
  opening(open: Opening): { readonly operation: number; readonly step: number } {
    const operation = open.at === 'end' ? this.last : this.session.find([open.at], -1, false)
    return { operation, step: openingStep(open, this.kinds(operation)) }
  }

  /** The heap after a call: used chunks in square brackets, free ones in round ones. */
  heap(call: number, step?: number): string {
    const { chunks } = this.call(call, step)
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

  /** Distance from the first chunk to the one that a call has answered with; -1 for NULL. */
  place(call: number): number {
    const { chunks, step } = this.call(call)
    const i = chunks.payload.indexOf(step.chunk)
    return step.chunk === 0 ? -1 : chunks.address[i]! - origin(chunks)
  }

  /** Distance from the first break to what a call has answered. */
  returned(call: number): number {
    const { step, brkStart } = this.call(call)
    return step.chunk - brkStart
  }

  /** Distance from the first break to the break after an operation. */
  break(operation: number): number {
    const { programBreak, brkStart } = this.at(operation)
    return programBreak - brkStart
  }

  /** Kinds of an operation's steps, in order. */
  kinds(operation: number): string[] {
    const { steps } = this.at(operation)
    const kinds: string[] = []
    while (kinds.length < steps) {
      const { stepsFrom, stepList } = this.at(operation, kinds.length + 1)
      const missing = stepList.slice(kinds.length + 1 - stepsFrom)
      kinds.push(...missing.map(({ kind }) => kind))
    }
    return kinds
  }

  /** Bytes from the first chunk to the end of the last one after a call. */
  extent(call: number): number {
    const { chunks } = this.call(call)
    const last = chunks.state.findLastIndex(isChunk)
    return chunks.address[last]! + chunks.size[last]! - origin(chunks)
  }

  /** Chunks that the searches of a call looked at. */
  visits(call: number): number {
    return this.call(call).metrics.probes
  }

  /** Bytes of the chunk at a distance from the first one after an operation. */
  bytes(operation: number, place: number): Uint8Array {
    const moment = this.at(operation)
    return this.at(operation, undefined, origin(moment.chunks) + place).inspected!.bytes
  }

  /** The 8 bytes at a distance from the first break, before an operation, as a number. */
  word(operation: number, distance: number): number {
    const address = this.at(0).brkStart + distance
    const { chunk, bytes } = this.at(operation, 0, address).inspected!
    return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(address - chunk, true))
  }

  /** The blocks of listing M before an operation, by the links in memory: `+0 [112] +144 (32)`, used and free ones. */
  linkedBlocks(operation: number): string {
    const { brkStart } = this.at(operation)
    const text: string[] = []
    for (let at = this.pointer(operation, 'first'); at >= 0; at = this.word(operation, at + 16) - brkStart) {
      const size = this.word(operation, at)
      text.push(`+${at} ${this.word(operation, at + 24) === 0 ? `(${size})` : `[${size}]`}`)
    }
    return text.join(' ')
  }

  /** Findings as `kind file:line`, in order. */
  findings(): string[] {
    return this.session
      .info()
      .findings.map(
        ({ kind, place }) => `${kind} ${place === undefined ? '' : `${place.file}:${place.line}`}`,
      )
  }

  /** What the program has printed. */
  printed(): string {
    return this.at(this.last)
      .program!.output.map(({ text }) => text)
      .join('')
  }

  /** A variable of the innermost function, or a global one, before an operation. */
  variable(operation: number, name: string): VariableView {
    const { stack, globals } = this.at(operation, 0).program!
    return [...stack[0]!.variables, ...globals].find((each) => each.name === name)!
  }

  /** Distance from the first break to where a pointer points before an operation. */
  pointer(operation: number, name: string): number {
    return this.variable(operation, name).target - this.at(operation).brkStart
  }
}

/** Where the first chunk begins. */
function origin({ state, address }: Moment['chunks']): number {
  return address[state.findIndex(isChunk)]!
}

function isChunk(state: number): boolean {
  return state === USED || state === FREE || state === TOP
}
