import type { Field, HeapProblem, Mark } from '../allocators/index.ts'
import type { FreeLists, ListPlace } from '../inspect/index.ts'
import type { Stretch } from '../map-levels.ts'
import type { PartName } from '../parts.ts'
import type { Address, Bytes } from '../units.ts'
import type { Diagnostic } from '../workload/trace.ts'
import type { Finding, SourcePlace } from './findings.ts'
import type { Ending, Position } from './scenario.ts'

/** What a run is, and how far it has come. Plain data, as are all views. */
export interface SessionInfo {
  /** How much of the source has been read, from 0 to 1. */
  readonly read: number
  /** Operations of the workload. */
  readonly total: number
  /** Operations run so far; positions below it can be looked at. */
  readonly done: number
  readonly complete: boolean
  readonly ending: Ending | null
  /** Findings so far; at most 1,000 are kept, `findingCount` counts all. */
  readonly findings: readonly Finding[]
  readonly findingCount: number
  readonly warnings: readonly Diagnostic[]
  readonly warningCount: number
  /** Why the source could not be read to its end; operations before it can be run. */
  readonly error: Diagnostic | null
  readonly summary: Summary
  /** What is known of a C program besides; null for other sources. */
  readonly program: ProgramInfo | null
}

/** A C program as compiled, and how far it has come. */
export interface ProgramInfo {
  /** What the compiler says, errors first. With errors nothing has been run. */
  readonly diagnostics: readonly SourceDiagnostic[]
  /** Calls of the allocator and the kernel so far. */
  readonly calls: number
  readonly instructions: number
  /** Bytes written to standard output and standard error so far. */
  readonly written: Bytes
  /** Whether the program brings its own malloc. */
  readonly hasOwnMalloc: boolean
}

/** A word of the compiler. */
export interface SourceDiagnostic extends SourcePlace {
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/**
 * How to go on in a program: `into` the next statement wherever it is; `over` the calls that this one makes; `out` of
 * the function; `call` to the next call of the allocator or the kernel.
 */
export type Walk = 'into' | 'over' | 'out' | 'call'

/** A run in figures, over the operations run so far. */
export interface Summary {
  readonly operations: number
  readonly peakLive: Bytes
  /** Most bytes of heap: the brk heap and the allocator's mappings together. */
  readonly peakHeap: Bytes
  readonly finalHeap: Bytes
  /** peakLive / peakHeap, as malloc-lab graders count it; 0 when there is no heap. */
  readonly utilization: number
  /** 1 - largest free chunk / all free bytes, at the end. */
  readonly externalFragmentation: number
  /** 1 - requested / bytes of chunks in use, at the end. */
  readonly internalFragmentation: number
  readonly probes: number
  readonly syscalls: number
  readonly failed: number
}

/** What a view wants to see of a moment. */
export interface MomentRequest {
  readonly position: Position
  readonly map: MapRequest
  readonly listLimit: number
  /** Whether the free lists are wanted with all their entries (up to 20,000) as well. */
  readonly lists?: boolean
  /** The chunk to inspect: any address inside it. Null: the one the step is about. */
  readonly inspect: Address | null
  /** A part of the heap whose chunks are wanted as well. */
  readonly part?: PartName | null
}

/** What the map wants to see. */
export interface MapRequest {
  /** The stretch of addresses [from, to) that it shows (from >= to: everything), and the most chunks to tell of. */
  readonly from: Address
  readonly to: Address
  readonly limit: number
  /** How many bytes of memory it shows from `from` on; absent for none. */
  readonly bytes?: Bytes
  /** The heap from far away is wanted. */
  readonly far?: FarRequest
}

/** How the heap is looked at from far away. */
export interface FarRequest {
  /** The first row is the one that holds this address. */
  readonly from: Address
  /** Bytes of a row; 0 for as many as it takes to show the whole heap. */
  readonly bytesPerRow: Bytes
  /** Cells of a row, and rows; each stretch of the heap has a label, which takes the place of a row. */
  readonly cells: number
  readonly rows: number
  /** Rows that there is room for nearer by. */
  readonly middleRows: number
}

/** The heap from far away: row by row, in cells of so many bytes. */
export interface FarMap {
  readonly cells: number
  readonly cellBytes: Bytes
  /** First and one-past-last address of each row. A stretch ends with its last row, which may be short. */
  readonly rowFrom: Float64Array
  readonly rowTo: Float64Array
  /** Rows in front of the first one, and behind the last. */
  readonly above: number
  readonly below: number
  readonly columns: FarColumns
}

/** Bytes of each kind in each cell, row by row; the kinds together are what of the cell is the allocator's. */
export interface FarColumns {
  readonly tags: Float64Array
  readonly used: Float64Array
  /** In use, in a mapping of their own. */
  readonly mapped: Float64Array
  /** What the allocator keeps for itself. */
  readonly own: Float64Array
  readonly free: Float64Array
  readonly top: Float64Array
  /** Chunks that begin in the cell. */
  readonly begins: Float64Array
}

/** Memory as it is, from an address on. */
export interface ByteRun {
  readonly from: Address
  readonly bytes: Uint8Array
}

/** Chunks of the map in columns, in address order. */
export interface ChunkColumns {
  readonly address: Float64Array
  readonly size: Float64Array
  /** USED, FREE, TOP, MAPPED, META of allocators/allocator.ts. */
  readonly state: Uint8Array
  readonly payload: Float64Array
  readonly usable: Float64Array
  /** Bytes asked for by the owner of the block; -1 if no live block begins there. */
  readonly requested: Float64Array
  /** Bytes of tags and of rounding in the chunk of a live block; -1 where they are not known. */
  readonly tags: Float64Array
  readonly rounding: Float64Array
  /** What the block is called, `p[3]`, `list`; '' where there is none. */
  readonly names: readonly string[]
  /** Whether chunks beyond the last one were left out because of the limit. */
  readonly truncated: boolean
}

/** The chunks that a part of the heap is made of. */
export interface PartChunks {
  readonly part: PartName
  readonly count: number
  readonly bytes: Bytes
  /** Whether all chunks were looked at: of a very large heap only the first are. */
  readonly isWhole: boolean
  /** The first of them, by address. */
  readonly address: Float64Array
}

/** An entry of a free list, in search order. */
export interface ListEntry {
  readonly list: number
  readonly chunk: Address
  readonly size: Bytes
}

/** A chunk that the current search has looked at. */
export interface Probe {
  readonly chunk: Address
  readonly size: Bytes
  readonly verdict: string
}

/** Bytes that a step read or wrote. */
export interface Access {
  readonly write: boolean
  readonly address: Address
  readonly size: Bytes
}

/** One step of a transcript, told. */
export interface StepView {
  readonly kind: string
  /** One or two sentences in plain words with the numbers. */
  readonly sentence: string
  /** The chunk the step is about; 0 if none. */
  readonly chunk: Address
  readonly accesses: readonly Access[]
}

/** Everything the screen needs to know of one moment. */
export interface Moment {
  readonly position: Position
  /** Steps of the operation. */
  readonly steps: number
  /** The operation as the source writes it, e.g. `a 3 64`, and as C: `p[3] = malloc(64)`. */
  readonly text: string
  readonly call: string
  /** Line of the source text, from 1; 0 if there is none. */
  readonly line: number
  readonly step: StepView
  /** Steps around the current one, for a list: the first one is step number `stepsFrom`. */
  readonly stepsFrom: number
  readonly stepList: readonly StepView[]
  readonly brkStart: Address
  readonly programBreak: Address
  /**
   * First and one-past-last address of what the allocator manages, mappings included; `chunks` is the first chunk
   * that is not the allocator's own.
   */
  readonly extent: { readonly from: Address; readonly to: Address; readonly chunks: Address }
  /** What of the map was asked for. */
  readonly map: MapRequest
  /** The parts of the heap that lie apart, by address. */
  readonly stretches: readonly Stretch[]
  readonly chunks: ChunkColumns
  /** The bytes that were asked for, of chunks only. */
  readonly bytes: readonly ByteRun[]
  /** The heap from far away; null if it was not asked for, or fits on the screen nearer by. */
  readonly far: FarMap | null
  /** Chunks of each kind in the whole heap. */
  readonly chunkCount: number
  readonly listNames: readonly string[]
  readonly list: readonly ListEntry[]
  readonly listTruncated: boolean
  /** All entries of the free lists; null if they were not asked for. */
  readonly lists: FreeLists | null
  readonly marks: readonly Mark[]
  /** Chunks that the search of this operation has looked at: the last of them, and how many there were in all. */
  readonly probes: readonly Probe[]
  readonly probeCount: number
  readonly metrics: MetricsAt
  readonly inspected: Inspected | null
  /** The chunks of the part that was asked for; null if none was. */
  readonly part: PartChunks | null
  /** What the heap checker says of this moment; only asked for at the end of an operation. */
  readonly problems: readonly HeapProblem[]
  readonly walkProblem: string | null
  /** System calls of the operation up to this step, as strace prints them. */
  readonly syscalls: readonly string[]
  readonly regions: readonly RegionView[]
  /** The C program at this moment; null for a trace. */
  readonly program: ProgramView | null
}

/** A running C program, as a debugger shows it. */
export interface ProgramView {
  /** The statement that runs, or is about to (at the moment before it). */
  readonly at: CodeSpan
  /** The frames, innermost first: those of the person's own functions, and of library functions on the way. */
  readonly stack: readonly FrameView[]
  readonly globals: readonly VariableView[]
  /** What has been written to standard output and standard error so far, in order. */
  readonly output: readonly OutputPiece[]
  /** Bytes of standard input that have been read. */
  readonly inputRead: Bytes
  /** Calls of the allocator and the kernel made so far. */
  readonly calls: number
}

/** A stretch of a source file. Lines and columns from 1; it ends before `endColumn` of `endLine`. */
export interface CodeSpan {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface FrameView {
  readonly function: string
  readonly file: string
  /** The line it is at; 0 in the library. */
  readonly line: number
  /** Its frame pointer. */
  readonly address: Address
  readonly variables: readonly VariableView[]
}

/** A variable with its value as it would be printed. */
export interface VariableView {
  readonly name: string
  /** As C writes it: `char *`, `struct node`. */
  readonly type: string
  /** `42`, `0x5555555592a0`, `'A' 65`, `"text"`, `{size = 24, next = 0x0}`; at most a line. */
  readonly value: string
  readonly address: Address
  readonly size: Bytes
  /** Where a pointer points; 0 for NULL and for what is no pointer. */
  readonly target: Address
  /** Whether the current operation has changed its bytes. */
  readonly changed: boolean
  /** Members and elements, and what a pointer points to, a few levels deep. */
  readonly parts: readonly VariableView[]
}

export interface OutputPiece {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

export interface RegionView {
  readonly from: Address
  readonly to: Address
  readonly permissions: string
  readonly name: string
  /** Pages with bytes of their own. */
  readonly residentPages: number
}

/** The moment of which the address space is wanted. */
export interface SpaceRequest {
  readonly position: Position
}

/** The address space at a moment. */
export interface SpaceView {
  readonly position: Position
  /** Lowest first; of very many the lowest and the highest. */
  readonly regions: readonly SpaceRegion[]
  readonly regionCount: number
  /** End of user space: nothing is mapped from here on. */
  readonly addressLimit: Address
  readonly brkStart: Address
  readonly programBreak: Address
  /** The end of the stack, 0 where there is none, and how far down it may grow. */
  readonly stackTop: Address
  readonly stackFloor: Address
  readonly mappedBytes: Bytes
  readonly residentBytes: Bytes
  /** Minor page faults of the step, and of all up to it. */
  readonly faults: number
  readonly faultsSoFar: number
  /** What the step read and wrote. */
  readonly accesses: readonly Access[]
  /** Addresses of pages that got bytes of their own in this step. */
  readonly newPages: readonly Address[]
  /** System calls of the step, as strace prints them. */
  readonly syscalls: readonly string[]
  /** The text of /proc/self/maps, and how many of its last lines were left out. */
  readonly maps: string
  readonly mapsLeftOut: number
}

/** A region of the address space with its pages. */
export interface SpaceRegion extends RegionView {
  /** Whether it has been there, just so, since the process began. */
  readonly sinceStart: boolean
  /** What each page is: UNTOUCHED, ZEROS_READ, RESIDENT_PAGE of space.ts; null for a region of very many pages. */
  readonly pages: Uint8Array | null
  /** Of such a region: the share of resident pages, 0 to 1, in equal stretches. */
  readonly shares: Float32Array | null
}

/** Some system calls of the run. */
export interface SyscallRequest {
  /** The first one, from 0; null for those around the operation. */
  readonly from: number | null
  readonly count: number
  /** The operation on the screen. */
  readonly operation: number
}

/** System calls of a run in the order in which they were made. */
export interface SyscallWindow {
  /** The number of the first one, from 0. */
  readonly from: number
  readonly calls: readonly SyscallView[]
  /** Calls that can be told; calls that were made. */
  readonly kept: number
  readonly made: number
  /** All calls by kind. */
  readonly counts: readonly { readonly name: string; readonly count: number }[]
  /** Calls made before the operation on the screen, and up to its end. */
  readonly before: number
  readonly through: number
}

/** A system call, told. */
export interface SyscallView {
  /** As strace prints it, `brk(NULL) = 0x555555559000`; and with its results in one column. */
  readonly line: string
  readonly aligned: string
  /** What it changed. */
  readonly words: string
  /** The operation that made it; -1 before the first one. */
  readonly operation: number
  /** That operation as its author wrote it, and in a program its line. */
  readonly by: string
  readonly where: string
}

/** A chunk under the glass. */
export interface Inspected {
  readonly chunk: Address
  readonly size: Bytes
  readonly state: number
  readonly payload: Address
  readonly usable: Bytes
  readonly requested: Bytes
  /** What the block that lives there now, or lived there last, is called; '' unknown. */
  readonly name: string
  /** Who allocated that block, and who freed it; null for what is not known, or has not happened. */
  readonly allocated: Deed | null
  readonly freed: Deed | null
  /** Blocks that were there before it, newest first; only the last few. */
  readonly earlier: readonly Tenant[]
  /** Its place in the free lists; null for a chunk that is in none (of those looked through: the first 100,000). */
  readonly listed: ListPlace | null
  readonly fields: readonly Field[]
  /** The chunk's first bytes (at most 512), and the bytes the current operation wrote in it. */
  readonly bytes: Uint8Array
  readonly written: readonly Access[]
  /** What lies behind `bytes` up to the end of an eight-byte word that begins in it; empty where nothing is mapped. */
  readonly behind: Uint8Array
}

/** An operation that allocated or freed a block. */
export interface Deed {
  readonly operation: number
  /** It as C: `p[3] = malloc(64)`; in a program the statement that made the call. '' for the library's own doing. */
  readonly text: string
  /** Where the source has it: in a program file, line and function, else the line alone; 0 and '' unknown. */
  readonly file: string
  readonly line: number
  readonly function: string
}

/** A block that is no more. */
export interface Tenant {
  readonly name: string
  readonly requested: Bytes
  readonly allocated: Deed | null
  readonly freed: Deed | null
}

/** The recorded figures after an operation. */
export interface MetricsAt {
  readonly live: Bytes
  readonly chunkBytes: Bytes
  readonly heap: Bytes
  readonly mapped: Bytes
  readonly resident: Bytes
  readonly free: Bytes
  readonly largestFree: Bytes
  readonly usedChunks: number
  readonly freeChunks: number
  readonly probes: number
  readonly syscalls: number
  /** Bytes of heap: the brk heap and the mappings made since the start; or what the allocator says it has. */
  readonly footprint: Bytes
  /** Bytes of tags, and of rounding, in the chunks of live blocks. */
  readonly tags: Bytes
  readonly rounding: Bytes
  /** The free chunk that ends at the break. */
  readonly top: Bytes
}

export type MetricName = keyof MetricsAt

/** A column of figures, thinned for a chart: smallest and largest value of each bucket of operations. */
export interface Series {
  readonly name: MetricName
  readonly min: Float64Array
  readonly max: Float64Array
}

/** The figures of operations [from, to) in columns; entry i stands for bucket i of them. */
export interface FigureColumns {
  readonly from: number
  readonly to: number
  /** The operation that stands for the bucket: the one that left the largest heap. */
  readonly operation: Float64Array
  /** What it left behind; but `probes` are the most of one operation in the bucket, `syscalls` those of all. */
  readonly metrics: Readonly<Record<MetricName, Float64Array>>
  /** The same heap taken apart: the parts together are `footprint`. */
  readonly parts: Readonly<Record<PartName, Float64Array>>
}

/** All blocks given out up to a moment, counted by powers of two: bin 0 is for 0, bin k for [2^(k-1), 2^k). */
export interface BlockFigures {
  /** The moment: after this operation. */
  readonly operation: number
  readonly blocks: number
  readonly living: number
  /** By the bytes asked for: blocks that live, and blocks that were freed. */
  readonly sizeLiving: Float64Array
  readonly sizeFreed: Float64Array
  /** By operations from its birth to its end, for blocks that were freed; by their age so far for those that live. */
  readonly age: Float64Array
  readonly lifetime: Float64Array
}

/** Lines of the source, for a window on it. `first` is the line number of the first one, from 1. */
export interface SourceWindow {
  readonly first: number
  readonly lines: readonly string[]
  readonly total: number
}

/** Which lines are asked about, and up to which moment. */
export interface LineBytesRequest {
  /** Operations that are complete at the moment. */
  readonly operations: number
  /** Of a trace, the first line (from 1) and how many; of a program, all lines are told. */
  readonly firstLine: number
  readonly count: number
}

/**
 * What the calls made on a line of the source have allocated and freed up to a moment, in bytes as they were asked for.
 * A program's call belongs to the innermost statement of the person's own code that made it, as in `CallColumns`: one
 * that the program's own malloc answers, to the statement that called malloc.
 */
export interface LineBytes {
  /** The file of a program; '' in a trace, and for what the C library allocates for itself. */
  readonly file: string
  /** From 1; 0 for the C library. */
  readonly line: number
  readonly allocations: number
  readonly allocated: Bytes
  readonly frees: number
  readonly freed: Bytes
  /** Of the bytes allocated here, those that nothing has freed. */
  readonly live: Bytes
}

/** What "run to next" looks for. */
export type Condition =
  | { readonly kind: 'operation'; readonly operation: number }
  /** A call of the allocator or the kernel, numbered from 1; of a trace, the operation of that number. */
  | { readonly kind: 'call'; readonly number: number }
  | { readonly kind: 'size'; readonly atLeast: Bytes }
  | { readonly kind: 'break' }
  | { readonly kind: 'fragmentation'; readonly above: number }
  | { readonly kind: 'finding' }
  /** A statement that begins on this line of this file (or, where none does, on the next line that has one). */
  | { readonly kind: 'line'; readonly file: string; readonly line: number }
