import type { SpaceRegion, SpaceView } from '../../engine/session/index.ts'
import { type Address, alignDown, type Bytes, PAGE_SIZE } from '../../engine/units.ts'

/** What a region is to a process: the names that textbooks give. */
export type Role =
  | 'stack'
  | 'library'
  | 'mapping'
  | 'guard'
  | 'heap'
  | 'bss'
  | 'data'
  | 'relro'
  | 'text'
  | 'constants'
  | 'header'

/** A region as a row of the picture. */
export interface RegionRow {
  readonly kind: 'region'
  readonly region: SpaceRegion
  readonly role: Role
  readonly title: string
  /** Whether the region above it begins where it ends. */
  readonly isUnderRegion: boolean
}

/** Addresses between two regions at which nothing is mapped, or so many regions that are not told. */
export interface GapRow {
  readonly kind: 'gap'
  readonly from: Address
  readonly to: Address
  readonly leftOut: number
}

/** Regions told as one until somebody wants to see them: the libraries, which do not change, and most of very many. */
export interface GroupRow {
  readonly kind: 'group'
  readonly of: 'libraries' | 'mappings'
  readonly rows: readonly PlainRow[]
  readonly regions: number
  readonly from: Address
  readonly to: Address
  readonly bytes: Bytes
  /** Of the regions that are told. */
  readonly residentPages: number
  /** Regions between them that are not. */
  readonly leftOut: number
}

/** The program break: above the heap, or where it will begin. */
export interface BreakRow {
  readonly kind: 'break'
  readonly from: Address
}

type PlainRow = RegionRow | GapRow | BreakRow

export type SpaceRow = PlainRow | GroupRow

/** Fewer library regions are not worth folding up. */
const FEWEST_LIBRARIES = 3
/** Of more mappings than this in a row, those in the middle are folded up; so many stay at each end. */
const MOST_MAPPINGS = 30
const ENDS = 8

/** The picture of an address space, highest address first. */
export function rowsOf(space: SpaceView): SpaceRow[] {
  const rows: PlainRow[] = []
  let above = space.addressLimit
  let isBreakTold = false
  for (const region of [...space.regions].reverse()) {
    if (region.to < above) rows.push(gapRow(space, region.to, above))
    if (!isBreakTold && (region.name === '[heap]' || region.to <= space.brkStart)) {
      rows.push({ kind: 'break', from: space.programBreak })
      isBreakTold = true
    }
    rows.push(regionRow(space, region, rows.at(-1)?.kind === 'region'))
    above = region.from
  }
  if (above > 0) rows.push(gapRow(space, 0, above))
  return folded(rows)
}

function gapRow({ regions, regionCount }: SpaceView, from: Address, to: Address): GapRow {
  const leftOut = regionCount - regions.length
  // Of very many regions those in the middle are left out.
  const isCut = leftOut > 0 && from === regions[regions.length / 2 - 1]?.to
  return { kind: 'gap', from, to, leftOut: isCut ? leftOut : 0 }
}

/** The same with the libraries, and most of very many mappings, folded into one row. */
function folded(rows: readonly PlainRow[]): SpaceRow[] {
  const told: SpaceRow[] = []
  for (let i = 0; i < rows.length; ) {
    const of = kindOf(rows[i]!)
    const end = of === null ? i + 1 : runEnd(rows, i, of)
    told.push(...(of === null ? [rows[i]!] : foldedRun(rows.slice(i, end), of)))
    i = end
  }
  return told
}

function kindOf(row: PlainRow): GroupRow['of'] | null {
  if (row.kind !== 'region') return null
  if (row.role === 'library') return 'libraries'
  return row.role === 'mapping' || row.role === 'guard' ? 'mappings' : null
}

/** Where the regions of one kind that begin at `from` end; gaps between them belong to them. */
function runEnd(rows: readonly PlainRow[], from: number, of: GroupRow['of']): number {
  let end = from
  for (let i = from; i < rows.length && (rows[i]!.kind === 'gap' || kindOf(rows[i]!) === of); i++) {
    if (rows[i]!.kind === 'region') end = i + 1
  }
  return end
}

function foldedRun(rows: readonly PlainRow[], of: GroupRow['of']): SpaceRow[] {
  const places = rows.flatMap((row, i) => (row.kind === 'region' ? [i] : []))
  if (of === 'libraries') return places.length < FEWEST_LIBRARIES ? [...rows] : [groupOf(rows, of)]
  if (places.length <= MOST_MAPPINGS) return [...rows]
  const first = places[ENDS]!
  const last = places[places.length - ENDS - 1]! + 1
  return [...rows.slice(0, first), groupOf(rows.slice(first, last), of), ...rows.slice(last)]
}

function groupOf(rows: readonly PlainRow[], of: GroupRow['of']): GroupRow {
  const regions = rows.flatMap((row) => (row.kind === 'region' ? [row.region] : []))
  const sum = (each: (region: SpaceRegion) => number) =>
    regions.reduce((total, region) => total + each(region), 0)
  const leftOut = rows.reduce((total, row) => total + (row.kind === 'gap' ? row.leftOut : 0), 0)
  return {
    kind: 'group',
    of,
    rows,
    regions: regions.length,
    from: regions.at(-1)!.from,
    to: regions[0]!.to,
    bytes: sum(({ from, to }) => to - from),
    residentPages: sum(({ residentPages }) => residentPages),
    leftOut,
  }
}

function regionRow(space: SpaceView, region: SpaceRegion, isUnderRegion: boolean): RegionRow {
  const role = roleOf(space, region)
  return { kind: 'region', region, role, title: titleOf(role, region), isUnderRegion }
}

/** What a region is, from its name, its place and its permissions. */
export function roleOf(space: SpaceView, { name, permissions, from, to, sinceStart }: SpaceRegion): Role {
  if (name === '[stack]') return 'stack'
  if (name === '[heap]') return 'heap'
  // What was mapped below it later, at a fixed address, is no part of the program.
  if (to <= space.brkStart && (sinceStart || name !== ''))
    return programRole(space, { name, permissions, from, to })
  if (name !== '' || sinceStart) return permissions === '---p' ? 'guard' : 'library'
  return permissions === '---p' ? 'guard' : 'mapping'
}

function programRole(
  space: SpaceView,
  { name, permissions, from, to }: Pick<SpaceRegion, 'name' | 'permissions' | 'from' | 'to'>,
): Role {
  if (permissions.includes('x')) return 'text'
  if (permissions.includes('w')) return name === '' ? 'bss' : 'data'
  if (space.regions[0]?.from === from) return 'header'
  const above = space.regions.find((region) => region.from === to)
  return above?.permissions.includes('w') ? 'relro' : 'constants'
}

const TITLES: Readonly<Record<Exclude<Role, 'library'>, string>> = {
  stack: 'Stack',
  mapping: 'Mapping',
  guard: 'Closed page',
  heap: 'Heap',
  bss: 'Zeroed data (bss)',
  data: 'Data',
  text: 'Program text',
  relro: 'Relocations (relro)',
  constants: 'Constants (rodata)',
  header: 'File header',
}

function titleOf(role: Role, { name, from, to }: SpaceRegion): string {
  if (role === 'guard' && to - from > PAGE_SIZE) return 'Closed'
  if (role !== 'library') return TITLES[role]
  return name === '' ? 'Data of the libraries' : name.replace(/^.*\//, '')
}

/** Pages of more than this many are drawn as a bar. */
export const MOST_CELLS = 128

/** A page, or a stretch of pages, of a region. */
export interface Cell {
  readonly from: Address
  readonly to: Address
  /** The share of its pages that have bytes of their own, 0 to 1. */
  readonly share: number
  /** Whether it is one page that was only ever read. */
  readonly isZeros: boolean
  readonly isWritten: boolean
  readonly isRead: boolean
  /** Whether a page of it got bytes of its own in this step. */
  readonly isNew: boolean
}

/** The pages of a region from the lowest to the highest; of a large one, in equal stretches. */
export function cellsOf(space: SpaceView, region: SpaceRegion): Cell[] {
  const count = (region.to - region.from) / PAGE_SIZE
  const cells = Math.min(count, MOST_CELLS)
  const marks = marksIn(space, region)
  return Array.from({ length: cells }, (_, i) => {
    const first = Math.ceil((i * count) / cells)
    const last = Math.ceil(((i + 1) * count) / cells)
    const from = region.from + first * PAGE_SIZE
    const to = region.from + last * PAGE_SIZE
    const touches = (pages: readonly Address[]) => pages.some((page) => page >= from && page < to)
    return {
      from,
      to,
      share: shareOf(region, first, last, i, cells),
      isZeros: last - first === 1 && region.pages?.[first] === ZEROS_READ,
      isWritten: touches(marks.written),
      isRead: touches(marks.read),
      isNew: touches(space.newPages),
    }
  })
}

/** ZEROS_READ and RESIDENT_PAGE of the engine's space.ts. */
const ZEROS_READ = 1
const RESIDENT_PAGE = 2

function shareOf({ pages, shares }: SpaceRegion, first: number, last: number, cell: number, cells: number) {
  if (pages === null) return shares?.[Math.floor((cell * shares.length) / cells)] ?? 0
  let resident = 0
  for (let page = first; page < last; page++) if (pages[page] === RESIDENT_PAGE) resident++
  return resident / (last - first)
}

/** Pages of a long access that are marked. */
const MOST_MARKED = 4096

/** The pages of a region that the step has written and read. */
function marksIn(space: SpaceView, { from, to }: SpaceRegion) {
  const written: Address[] = []
  const read: Address[] = []
  for (const { write, address, size } of space.accesses) {
    const first = Math.max(from, alignDown(address, PAGE_SIZE))
    const end = Math.min(to, address + size, first + MOST_MARKED * PAGE_SIZE)
    for (let page = first; page < end; page += PAGE_SIZE) (write ? written : read).push(page)
  }
  return { written, read }
}
