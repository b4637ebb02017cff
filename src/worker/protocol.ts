import type { CallColumns } from '../engine/parting.ts'
import type {
  BlockFigures,
  Condition,
  Difference,
  DifferenceRequest,
  FigureColumns,
  LineBytes,
  LineBytesRequest,
  MetricName,
  Moment,
  MomentRequest,
  Scenario,
  Series,
  SessionInfo,
  SourceWindow,
  SpaceRequest,
  SpaceView,
  SyscallRequest,
  SyscallWindow,
  Walk,
} from '../engine/session/index.ts'
import type { MainEnd, NoMainEnd } from '../engine/workload/c/main-end.ts'

/** What the page may ask of a session, and what comes back. The same over a worker and in-process. */
export interface Calls {
  /** Opens a scenario, ending the one before. `data`: what a `file` source holds, unpacked. The run then goes on by itself. */
  open: { args: { scenario: Scenario; data: Blob | null }; result: SessionInfo }
  /** Stops the run where it is; what has been run can still be looked at. */
  cancel: { args: Record<string, never>; result: SessionInfo }
  /** Goes on with a run that was cancelled. */
  resume: { args: Record<string, never>; result: SessionInfo }
  moment: { args: MomentRequest; result: Moment }
  /** What changed from one moment of what has been run to another. */
  difference: { args: DifferenceRequest; result: Difference }
  /** Figures of operations [from, to) in `buckets` buckets. */
  series: {
    args: { names: readonly MetricName[]; from: number; to: number; buckets: number }
    result: readonly Series[]
  }
  /** All figures of operations [from, to) in `buckets` buckets, and where each byte of the heap goes. */
  figures: { args: { from: number; to: number; buckets: number }; result: FigureColumns }
  /** The blocks given out up to an operation. */
  blocks: { args: { operation: number }; result: BlockFigures }
  /** Calls [from, to) of the allocator and the kernel, as far as they have been made. */
  calls: { args: { from: number; to: number }; result: CallColumns }
  /** What lines of the source have allocated and freed up to a moment; only lines with any call. */
  lineBytes: { args: LineBytesRequest; result: readonly LineBytes[] }
  /** The whole address space at a moment of what has been run. */
  space: { args: SpaceRequest; result: SpaceView }
  /** System calls of what has been run. */
  syscalls: { args: SyscallRequest; result: SyscallWindow }
  source: { args: { firstLine: number; count: number }; result: SourceWindow }
  /** The first operation that stands on this line of the source (from 1) or below it; -1 if there is none. */
  locate: { args: { line: number }; result: number }
  /** The operation that a walk through a program comes to; -1 if there is none that way. */
  walk: { args: { from: number; how: Walk; backwards: boolean }; result: number }
  /** The next (or, backwards, the last) operation after (before) `from` at which one of the conditions holds; -1 if there is none. */
  find: {
    args: { conditions: readonly Condition[]; from: number; backwards: boolean }
    result: number
  }
  /** Where `main` ends in the text of the program that is open, so that something can be put there. */
  mainEnd: { args: Record<string, never>; result: MainEnd | NoMainEnd }
}

export type Method = keyof Calls

/** From the page. Of requests with the same `lane`, only the newest matters: older ones are answered as superseded. */
export interface Request<M extends Method = Method> {
  readonly id: number
  readonly lane: string | null
  readonly method: M
  readonly args: Calls[M]['args']
}

/** To the page. */
export type Reply =
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'superseded'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }
  /** The run went on, ended, or failed to be read. */
  | { readonly kind: 'progress'; readonly info: SessionInfo }
