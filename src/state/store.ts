import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PartName } from '../engine/parts.ts'
import type {
  BlockFigures,
  Difference,
  FigureColumns,
  LineBytes,
  Moment,
  Position,
  ProgramSource,
  Scenario,
  Series,
  SessionInfo,
  SourceWindow,
  SyscallWindow,
} from '../engine/session/index.ts'
import type { Address } from '../engine/units.ts'
import type { Hand } from './by-hand/state.ts'
import type { Comparison } from './comparison.ts'
import { type CourseState, NO_COURSE } from './course.ts'
import type { KeptHead, Room } from './kept/shelf.ts'
import { FIRST_WORK, type Work } from './kept/work.ts'
import type { MapAnchor, MapRoom } from './map-view.ts'
import type { Predict } from './predict/state.ts'
import type { ShareSheet } from './sheet.ts'
import { NO_SPACE, type SpaceState } from './space.ts'
import { NO_VERSIONS, type Versions } from './versions.ts'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type SourceTab = 'program' | 'output' | 'findings' | 'syscalls'
export type InspectorTab = 'variables' | 'chunk' | 'list' | 'regions'
/** What the middle of the page shows. */
export type StageTab = 'heap' | 'figures' | 'changes' | 'space'
/** How bytes are written: one by one, or as gdb writes words of eight (x/gx) and of four (x/wx). */
export type HexForm = 'bytes' | 'giant' | 'word'
/** Which panel a phone shows. */
export type PhoneTab = 'heap' | 'source' | 'chunk'
export type OpenTab = 'c' | 'trace' | 'file' | 'ostep' | 'generator'

/** What the person is looking at, apart from the moment itself. A share link carries it. */
export interface View {
  /** First address of the map; 0 is the start of the heap. */
  readonly mapFrom: Address
  /** Bytes in one row of the map; 0 shows the whole heap. */
  readonly bytesPerRow: number
  /** The chunk to inspect: any address inside it. Null: the one the step is about. */
  readonly inspect: Address | null
}

/** A file of a program. */
export type ProgramFile = ProgramSource['files'][number]

/** A line of a program (from 1) to stop at before it runs. */
export interface Breakpoint {
  readonly file: string
  readonly line: number
}

/** Where the person looks at in a program's text, instead of where the run is. */
export interface FileChoice {
  readonly file: string
  /** The line to bring into view, from 1; 0 leaves it where it was. */
  readonly line: number
}

/** What a dialog shows; null is none. */
export type Dialog =
  | { readonly kind: 'keys' }
  | { readonly kind: 'gallery' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'help' }
  | { readonly kind: 'open'; readonly tab: OpenTab }
  | { readonly kind: 'share'; readonly sheet: ShareSheet }

/** Something to tell that is not part of the run: what happened, and what to do. */
export interface Notice {
  readonly tone: 'good' | 'bad'
  readonly title: string
  readonly text: string
}

/** How far the page has come with the scenario. */
export type Phase = 'starting' | 'opening' | 'ready' | 'failed'

/** Everything that cannot be computed from something else here. */
export interface LabState {
  readonly scenario: Scenario | null
  /** What it is to be, while that is run and the one above stays on the screen; null otherwise. */
  readonly wished: Scenario | null
  /** What the person works on, and where it is kept. */
  readonly work: Work
  /** The scenarios that are kept, newest first; null until they are looked at, `unkept` where nothing can be kept. */
  readonly kept: { readonly heads: readonly KeptHead[]; readonly room: Room | null } | 'unkept' | null
  /** What a `file` source holds, unpacked. The browser keeps it; the page never reads it. */
  readonly data: Blob | null
  readonly phase: Phase
  readonly info: SessionInfo | null
  /** Whether the person has stopped the run. */
  readonly stopped: boolean
  /** The position asked for last; the moment shown may be one behind. */
  readonly position: Position
  readonly moment: Moment | null
  readonly series: readonly Series[]
  /** Operations that `series` covers. */
  readonly seriesTotal: number
  readonly source: SourceWindow | null
  /** What lines of the source have allocated and freed up to the moment; empty until it is looked at. */
  readonly lineBytes: readonly LineBytes[]
  readonly view: View
  /** Rows of the map that fit on the screen; the request to the engine follows from it. */
  readonly mapRows: number
  /** What the map of the one heap has room for at each level. */
  readonly mapRoom: MapRoom
  /** What stays in its place on the map when a key or a button zooms it; null while there is no map. */
  readonly mapAnchor: MapAnchor | null
  /** Buckets of the timeline: the points that fit on the screen. */
  readonly timelinePoints: number
  /** The figures of the run as far as it had come when they were asked for; null until they are looked at. */
  readonly figures: FigureColumns | null
  /** The figures of the operation on the screen, and the blocks up to it; null until they are looked at. */
  readonly figuresHere: FigureColumns | null
  readonly blocks: BlockFigures | null
  /** The part of the heap whose chunks are lit up on the map. */
  readonly lit: PartName | null
  /** The moment that others are compared with, and what has changed from it; null while nothing is pinned. */
  readonly pinned: Position | null
  readonly difference: Difference | null
  /** The same workload under other allocators; null while nothing is compared. */
  readonly comparison: Comparison | null
  /** The whole address space, and how it is looked at. */
  readonly space: SpaceState
  /** System calls of the run around those on the screen, as asked for at an operation; null until they are looked at. */
  readonly syscalls: { readonly operation: number; readonly window: SyscallWindow } | null
  /** Playing by hand; null while its bar is not shown. */
  readonly hand: Hand | null
  /** Asking before operations; null while that is switched off. */
  readonly predict: Predict | null
  /** What was changed in the text in this session. */
  readonly versions: Versions
  readonly playing: boolean
  /** Whether it plays towards the start. */
  readonly playsBack: boolean
  /** Steps a second while playing. */
  readonly speed: number
  /** The trace in the editor while it is open, or what was typed and not run yet. */
  readonly draft: string | null
  /** What the editor has begun with, where that is no text of the scenario: operations of a homework or a large file. */
  readonly draftFrom: string | null
  /** The same for the files of a program. */
  readonly fileDraft: readonly ProgramFile[] | null
  /** The breakpoints in what was typed: they move with its lines. They mean something while there is such a text. */
  readonly draftBreakpoints: readonly Breakpoint[]
  /** Which editor is open. */
  readonly editing: 'trace' | 'c' | false
  /** The file chosen for the moment on the screen; null shows the one that the current statement stands in. */
  readonly fileChoice: FileChoice | null
  readonly breakpoints: readonly Breakpoint[]
  /** What was typed into the dialog for a program and neither run nor thrown away. */
  readonly pasted: string
  readonly theme: Theme
  /** Whether the page may show changes by motion; the system's wish for less goes before it. */
  readonly motion: boolean
  /** Whether the page is shown to an audience: large, and only what follows the steps. */
  readonly presenting: boolean
  /** Whether the lines around the current one are part of that. */
  readonly presentSource: boolean
  /** Whether the values of its variables stand below the text, of the line that runs. */
  readonly lineValues: boolean
  readonly sourceTab: SourceTab
  readonly inspectorTab: InspectorTab
  /** Any address in the chunk that is pointed at, by hovering or with keys; null while none is. */
  readonly pointed: Address | null
  readonly hexForm: HexForm
  readonly stageTab: StageTab
  readonly phoneTab: PhoneTab
  readonly dialog: Dialog | null
  /** Whether the page stands in a frame of somebody's page: without its panels, and without the person's own work. */
  readonly embedded: boolean
  /** Whether the address bar has a link to the scenario that is open. */
  readonly linkShown: boolean
  /** Lessons, how far the person has come in them, and the tour. */
  readonly course: CourseState
  /** Whether a newer version of the page has been fetched. */
  readonly newVersion: boolean
  readonly notice: Notice | null
  /** Why the worker stopped, and whether it was started again by itself; null while all is well. */
  readonly workerTrouble: { readonly reason: string; readonly restarted: boolean } | null
}

export type LabStore = StoreApi<LabState>

export const FIRST_VIEW: View = { mapFrom: 0, bytesPerRow: 128, inspect: null }
export const START: Position = { operation: 0, step: 0 }

/** A store for a page that has just been opened. */
export function createLabStore(): LabStore {
  return createStore<LabState>(() => ({
    scenario: null,
    wished: null,
    work: FIRST_WORK,
    kept: null,
    data: null,
    phase: 'starting',
    info: null,
    stopped: false,
    position: START,
    moment: null,
    series: [],
    seriesTotal: 0,
    source: null,
    lineBytes: [],
    view: FIRST_VIEW,
    mapRows: 12,
    mapRoom: { near: 8, middle: 10, far: 14, cells: 256 },
    mapAnchor: null,
    timelinePoints: 600,
    figures: null,
    figuresHere: null,
    blocks: null,
    lit: null,
    pinned: null,
    difference: null,
    comparison: null,
    space: NO_SPACE,
    syscalls: null,
    hand: null,
    predict: null,
    versions: NO_VERSIONS,
    playing: false,
    playsBack: false,
    speed: 2,
    draft: null,
    draftFrom: null,
    fileDraft: null,
    draftBreakpoints: [],
    editing: false,
    fileChoice: null,
    breakpoints: [],
    pasted: '',
    theme: 'system',
    motion: true,
    presenting: false,
    presentSource: true,
    lineValues: true,
    sourceTab: 'program',
    inspectorTab: 'chunk',
    pointed: null,
    hexForm: 'bytes',
    stageTab: 'heap',
    phoneTab: 'heap',
    dialog: null,
    embedded: false,
    linkShown: false,
    course: NO_COURSE,
    newVersion: false,
    notice: null,
    workerTrouble: null,
  }))
}
