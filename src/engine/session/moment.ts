import type { HeapProblem, Step } from '../allocators/index.ts'
import { type FoundChunk, freeLists, listedChunks } from '../inspect/index.ts'
import type { Address, Bytes } from '../units.ts'
import { farMap } from './density.ts'
import { inspectedAt } from './inspected.ts'
import type { Machine } from './machine.ts'
import type { Metrics } from './metrics.ts'
import { partChunks, shapeOf } from './part-chunks.ts'
import { regionViews } from './regions.ts'
import type { Replay } from './replay.ts'
import type { Position } from './scenario.ts'
import { type SentenceContext, sentence } from './sentences.ts'
import type { Telling } from './telling.ts'
import type { RecordedStep, Transcript } from './transcript.ts'
import type { ByteRun, ChunkColumns, MetricsAt, Moment, MomentRequest, Probe, StepView } from './views.ts'

/** Steps told before and after the current one. */
const STEPS_AROUND = 40
/** Probes of the current search that are told. */
const PROBES_TOLD = 2000
/** Chunks and list entries told at most, whatever the request says. */
const LIMIT = 20_000
/** Bytes of the map at most, whatever the request says. */
const MAP_BYTES = 1 << 16
/** Chunks told beside a heap that is seen from far away. */
const CHUNKS_BESIDE = 60
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
  const state = `${operation} ${position.step}`
  const { from, to } = request.map
  const far = request.map.far === undefined ? null : farMap(replay.walks, state, request.map.far)
  const limit = Math.min(request.map.limit, far === null ? LIMIT : CHUNKS_BESIDE)
  const heap = replay.walks.walk(state, from, to, limit)
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
    map: request.map,
    stretches: heap.stretches,
    chunks: columns(machine, telling, heap, now),
    bytes: bytesShown(machine, heap.window, from, Math.min(request.map.bytes ?? 0, MAP_BYTES)),
    far,
    chunkCount: heap.count,
    listNames: machine.allocator.listNames,
    list: lists.entries,
    listTruncated: lists.truncated,
    lists: request.lists === true ? freeLists(machine.allocator, LIMIT) : null,
    marks: machine.allocator.marks(),
    ...probesUpTo(transcript, position.step),
    metrics: after ? metrics.at(now - 1) : metricsDuring(metrics.at(now - 1), machine, heap),
    inspected: inspectedAt(
      { machine, walks: replay.walks, telling, steps: transcript.slice(0, position.step), now },
      request.inspect ?? lastChunk(transcript, position.step),
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

function probesUpTo(transcript: Transcript, step: number): Pick<Moment, 'probes' | 'probeCount'> {
  const probes: Probe[] = []
  let probeCount = 0
  for (let i = Math.min(step, transcript.length) - 1; i >= 0; i--) {
    const told = transcript[i]!.step
    if (told.kind !== 'visit') continue
    probeCount++
    if (probes.length < PROBES_TOLD)
      probes.push({ chunk: told.chunk, size: told.size, verdict: told.verdict })
  }
  return { probes: probes.reverse(), probeCount }
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

/** Memory from `from` on, as far as chunks reach: at most `most` bytes. Chunks side by side make one run. */
function bytesShown(
  { process }: Machine,
  chunks: readonly FoundChunk[],
  from: Address,
  most: Bytes,
): ByteRun[] {
  const runs: { from: Address; to: Address }[] = []
  let left = most
  for (const { chunk, size } of chunks) {
    const begin = Math.max(chunk, from)
    const to = Math.min(chunk + size, begin + left)
    if (to <= begin) continue
    left -= to - begin
    const last = runs.at(-1)
    if (last?.to === begin) last.to = to
    else runs.push({ from: begin, to })
  }
  return runs.map((run) => ({ from: run.from, bytes: process.memory.peekBytes(run.from, run.to - run.from) }))
}

function problems(machine: Machine): HeapProblem[] {
  const found: HeapProblem[] = []
  machine.allocator.check((problem) => {
    if (found.length < 100) found.push(problem)
  })
  return found
}
