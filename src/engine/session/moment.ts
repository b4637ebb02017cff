import type { HeapProblem, Step } from '../allocators/index.ts'
import { type FoundChunk, type HeapWalks, listedChunks } from '../inspect/index.ts'
import type { Address, Bytes } from '../units.ts'
import type { Machine } from './machine.ts'
import type { Metrics } from './metrics.ts'
import { partChunks, shapeOf } from './part-chunks.ts'
import { regionViews } from './regions.ts'
import type { Replay } from './replay.ts'
import type { Position } from './scenario.ts'
import { type SentenceContext, sentence } from './sentences.ts'
import type { Telling } from './telling.ts'
import type { RecordedStep, Transcript } from './transcript.ts'
import type {
  Access,
  ChunkColumns,
  Inspected,
  MetricsAt,
  Moment,
  MomentRequest,
  Probe,
  StepView,
} from './views.ts'

/** Steps told before and after the current one. */
const STEPS_AROUND = 40
/** Probes of the current search that are told. */
const PROBES_TOLD = 2000
/** Bytes of a chunk that the inspector shows. */
const BYTES_SHOWN = 512
/** Chunks and list entries told at most, whatever the request says. */
const LIMIT = 20_000
/** Heaps with more chunks are not checked by the heap checker for a view. */
const CHECKED_CHUNKS = 20_000

/** What a moment is made from. */
export interface MomentSources {
  readonly replay: Shown
  readonly telling: Telling
  readonly metrics: Metrics
}

/** The replay of a moment, whatever kind of machine it moves. */
export type Shown = Pick<Replay, 'goTo' | 'goToStep' | 'transcriptOf' | 'walks'> & {
  readonly machine: Machine
}

/** Everything the screen needs to know of one moment, read from the bytes as they are then. */
export function momentAt(sources: MomentSources, request: MomentRequest): Moment {
  const { replay, telling, metrics } = sources
  const { machine } = replay
  const position = clamp(request.position, telling.done, replay)
  const { operation } = position
  const transcript = telling.done === 0 ? [] : replay.transcriptOf(operation)
  if (telling.done > 0) replay.goToStep(operation, position.step)
  else replay.goTo(0)

  const after = position.step >= transcript.length && transcript.length > 0
  const now = telling.rowsBefore(operation + (after ? 1 : 0))
  const context: SentenceContext = {
    call: telling.call(operation),
    free: metrics.at(telling.rowsBefore(operation) - 1).free,
  }
  const current = transcript[position.step - 1]
  const limit = Math.min(request.map.limit, LIMIT)
  const { from, to } = request.map
  const heap = replay.walks.walk(`${operation} ${position.step}`, from, to, limit)
  const lists = listedChunks(machine.allocator, Math.min(request.listLimit, LIMIT))
  const stepsFrom = Math.max(1, position.step - STEPS_AROUND)
  const step = current === undefined ? quiet(context.call) : viewStep(current, context)
  const { process } = machine
  return {
    position,
    steps: transcript.length,
    text: telling.text(operation),
    call: context.call,
    line: telling.line(operation),
    step,
    stepsFrom,
    stepList: transcript
      .slice(stepsFrom - 1, position.step + STEPS_AROUND)
      .map((recorded) => viewStep(recorded, context)),
    brkStart: process.brkStart,
    programBreak: process.programBreak,
    extent:
      heap.count === 0
        ? { from: process.brkStart, to: process.programBreak, chunks: process.brkStart }
        : { from: heap.from, to: heap.to, chunks: heap.firstChunk },
    chunks: columns(machine, telling, heap, now),
    chunkCount: heap.count,
    listNames: machine.allocator.listNames,
    list: lists.entries,
    listTruncated: lists.truncated,
    marks: machine.allocator.marks(),
    probes: probesUpTo(transcript, position.step),
    metrics: after ? metrics.at(now - 1) : metricsDuring(metrics.at(now - 1), machine, heap),
    inspected: inspected(
      machine,
      replay.walks,
      telling,
      request.inspect ?? lastChunk(transcript, position.step),
      transcript.slice(0, position.step),
      now,
    ),
    part: request.part == null ? null : partChunks(machine, request.part, now),
    problems: after && heap.count <= CHECKED_CHUNKS ? problems(machine) : [],
    walkProblem: heap.problem ?? lists.problem,
    syscalls: transcript.slice(0, position.step).flatMap((recorded) => recorded.syscalls),
    regions: regionViews(process),
    program: telling.program(
      operation,
      transcript.slice(0, position.step).flatMap(({ accesses }) => accesses),
    ),
  }
}

/** What a walk over the heap finds free. */
interface FoundFree {
  readonly free: Bytes
  readonly largestFree: Bytes
}

/** In the middle of an operation, what the bytes tell; what is only counted is that of the operation before. */
export function metricsDuring(
  before: MetricsAt,
  machine: Machine,
  { free, largestFree }: FoundFree,
): MetricsAt {
  const { allocator, process } = machine
  const heap = allocator.fixedHeap ?? process.programBreak - process.brkStart
  return allocator.anatomy === undefined ? { ...before, heap } : { ...before, heap, free, largestFree }
}

/** A position that exists: within the operations run so far and the steps of its operation. */
export function clamp(position: Position, done: number, replay: Shown): Position {
  if (done === 0) return { operation: 0, step: 0 }
  const operation = Math.max(0, Math.min(Math.trunc(position.operation), done - 1))
  if (position.operation >= done) return { operation, step: replay.transcriptOf(operation).length }
  const steps = replay.transcriptOf(operation).length
  return { operation, step: Math.max(0, Math.min(Math.trunc(position.step), steps)) }
}

function quiet(call: string): StepView {
  const next = call === '}' ? 'the end of the function' : call.replace(/;$/, '')
  const text = call === '' ? 'Nothing has run yet.' : `Next: ${next}.`
  return { kind: 'before', sentence: text, chunk: 0, accesses: [] }
}

function viewStep(recorded: RecordedStep, context: SentenceContext): StepView {
  const { step, accesses } = recorded
  return {
    kind: step.kind,
    sentence: sentence(step, { ...context, accesses }),
    chunk: chunkOf(step),
    accesses,
  }
}

/** The chunk (or, where a step names none, the address) that a step is about; 0 if none. */
function chunkOf(step: Step): Address {
  if ('chunk' in step) return step.chunk
  switch (step.kind) {
    case 'return':
      return step.what === 'pointer' ? Math.max(0, step.value) : 0
    case 'access':
    case 'clear':
    case 'map':
      return step.address
    case 'copy':
      return step.to
    case 'reject':
      return step.payload
    default:
      return 0
  }
}

/** The chunk that the steps so far were about last; 0 if they named none. A call that returns is still about its chunk. */
function lastChunk(transcript: Transcript, step: number): Address {
  for (let i = Math.min(step, transcript.length) - 1; i >= 0; i--) {
    const chunk = chunkOf(transcript[i]!.step)
    if (chunk !== 0) return chunk
  }
  return 0
}

function probesUpTo(transcript: Transcript, step: number): Probe[] {
  const probes: Probe[] = []
  for (let i = Math.min(step, transcript.length) - 1; i >= 0 && probes.length < PROBES_TOLD; i--) {
    const told = transcript[i]!.step
    if (told.kind === 'visit') probes.push({ chunk: told.chunk, size: told.size, verdict: told.verdict })
  }
  return probes.reverse()
}

function columns(
  machine: Machine,
  telling: Telling,
  { window: chunks, truncated }: { readonly window: readonly FoundChunk[]; readonly truncated: boolean },
  now: number,
): ChunkColumns {
  const { history } = machine
  const last = chunks[chunks.length - 1]
  const end = last === undefined ? 0 : last.chunk + last.size
  const live = history.liveBetween(chunks[0]?.chunk ?? 0, end, now)
  const blocks = chunks.map((found) => live.get(found.payload) ?? -1)
  const shapes = chunks.map((found, i) => shapeOf(machine, found, blocks[i]!))
  return {
    address: Float64Array.from(chunks, (found) => found.chunk),
    size: Float64Array.from(chunks, (found) => found.size),
    state: Uint8Array.from(chunks, (found) => found.state),
    payload: Float64Array.from(chunks, (found) => found.payload),
    usable: Float64Array.from(chunks, (found) => found.usable),
    requested: Float64Array.from(shapes, ({ requested }) => requested),
    tags: Float64Array.from(shapes, ({ tags }) => tags),
    rounding: Float64Array.from(shapes, ({ rounding }) => rounding),
    names: blocks.map((block) => (block < 0 ? '' : telling.name(block))),
    truncated,
  }
}

function inspected(
  machine: Machine,
  walks: HeapWalks,
  telling: Telling,
  address: Address,
  transcript: Transcript,
  now: number,
): Inspected | null {
  if (address === 0) return null
  const found = walks.chunkAt(address)
  if (found === null) return null
  const { history } = machine
  const live = history.liveBetween(found.payload, found.payload + 1, now).get(found.payload) ?? -1
  const block = live >= 0 ? live : history.lastFreedAt(found.payload, now)
  const freedBy = live >= 0 || block < 0 ? -1 : history.freedAt[block]! - 1
  return {
    ...found,
    requested: live >= 0 ? history.requested[live]! : -1,
    name: block >= 0 ? telling.name(block) : '',
    allocatedAt: block < 0 ? -1 : telling.operationOf(block),
    freedAt: freedBy < 0 ? -1 : telling.operationOf(freedBy),
    fields: machine.allocator.fields(found.chunk),
    bytes: machine.process.memory.peekBytes(found.chunk, Math.min(found.size, BYTES_SHOWN)),
    written: writesIn(transcript, found),
  }
}

function writesIn(transcript: Transcript, found: FoundChunk): Access[] {
  const end = found.chunk + found.size
  return transcript
    .flatMap(({ accesses }) => accesses)
    .filter((access) => access.write && access.address < end && access.address + access.size > found.chunk)
}

function problems(machine: Machine): HeapProblem[] {
  const found: HeapProblem[] = []
  machine.allocator.check((problem) => {
    if (found.length < 100) found.push(problem)
  })
  return found
}
