import type { SpaceRegion, SpaceView } from '../../engine/session/index.ts'
import { type Address, type Bytes, PAGE_SIZE } from '../../engine/units.ts'
import { address, count, plural } from '../format.ts'
import { type Cell, cellsOf, type RegionRow, type Role } from './model.ts'

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB']

/** A size as people say it: 100 bytes, 4 KiB, 132 KiB, 127.9 TiB. */
export function sizeWords(bytes: Bytes): string {
  if (bytes < 1024) return plural(bytes, 'byte')
  let size = bytes
  let unit = -1
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024
    unit++
  }
  const text = Number.isInteger(size) ? count(size) : size.toFixed(1).replace(/\.0$/, '')
  return `${Number.isInteger(size) ? '' : 'about '}${text} ${UNITS[unit]}`
}

/** A range of addresses. */
export function rangeWords({ from, to }: { readonly from: Address; readonly to: Address }): string {
  return `${address(from)}–${address(to)}`
}

/** How many pages of a region have bytes of their own: `5 of 33 pages resident`. */
export function residentWords({ from, to, residentPages }: SpaceRegion): string {
  const pages = (to - from) / PAGE_SIZE
  if (pages === 1) return residentPages === 1 ? 'resident' : 'not resident'
  return residentPages === 0
    ? `none of ${plural(pages, 'page')} resident`
    : `${count(residentPages)} of ${plural(pages, 'page')} resident`
}

/** What is in a region, in a few words. */
const ABOUT: Readonly<Record<Role, string>> = {
  stack: 'the frames of the functions that run',
  mapping: 'made by mmap',
  guard: 'any access to it is a fault',
  heap: 'what the allocator cuts into chunks',
  bss: 'variables of the program without a value at the start',
  data: 'variables of the program',
  text: 'the program’s instructions',
  relro: 'addresses that the loader filled in',
  constants: 'what the program may only read',
  header: 'what the loader reads first',
  library: 'there since the program was loaded',
}

export function aboutWords({ role, region }: RegionRow): string {
  return role === 'library' && region.name !== '' ? region.name : ABOUT[role]
}

/** What a page or a stretch of pages is, for the tooltip and the slider. */
export function cellWords(region: SpaceRegion, cell: Cell): string {
  const first = (cell.from - region.from) / PAGE_SIZE + 1
  const pages = (cell.to - cell.from) / PAGE_SIZE
  const which = pages === 1 ? `Page ${count(first)}` : `Pages ${count(first)} to ${count(first + pages - 1)}`
  const marks = [
    cell.isNew ? 'filled by this step' : '',
    cell.isWritten ? 'written by this step' : '',
    cell.isRead ? 'read by this step' : '',
  ].filter((mark) => mark !== '')
  return [`${which}, ${address(cell.from)}: ${stateWords(cell, pages)}`, ...marks].join(', ')
}

function stateWords({ share, isZeros }: Cell, pages: number): string {
  if (isZeros) return 'only read so far, shows zeros'
  if (share === 0) return 'not touched yet'
  if (share === 1) return 'resident'
  const resident = Math.max(1, Math.round(share * pages))
  return `${count(resident)} of ${count(pages)} resident`
}

/** Which pages of a region are resident and which the step touches, for those who do not see the cells. */
export function pagesWords(space: SpaceView, region: SpaceRegion): string {
  const cells = cellsOf(space, region)
  const page = (at: Address) => (at - region.from) / PAGE_SIZE + 1
  const list = (chosen: readonly Cell[]) => runs(chosen.map(({ from, to }) => [page(from), page(to) - 1]))
  const parts = [
    ['Resident', cells.filter(({ share }) => share > 0)],
    ['Written by this step', cells.filter(({ isWritten }) => isWritten)],
    ['Read by this step', cells.filter(({ isRead }) => isRead)],
  ] as const
  return parts
    .filter(([, chosen]) => chosen.length > 0)
    .map(([name, chosen]) => `${name}: ${list(chosen)}.`)
    .join(' ')
}

/** Numbers as ranges: `page 1 to 4, 9`. */
function runs(ranges: readonly (readonly [number, number])[]): string {
  const joined: [number, number][] = []
  for (const [first, last] of ranges) {
    const before = joined.at(-1)
    if (before !== undefined && before[1] + 1 >= first) before[1] = last
    else joined.push([first, last])
  }
  const texts = joined.map(([first, last]) =>
    first === last ? count(first) : `${count(first)} to ${count(last)}`,
  )
  return `${texts.length === 1 && !texts[0]!.includes(' ') ? 'page' : 'pages'} ${texts.join(', ')}`
}

/** The whole space in a sentence. */
export function spaceWords({ regionCount, mappedBytes, residentBytes }: SpaceView): string {
  const resident = residentBytes === 0 ? 'none of it' : `${sizeWords(residentBytes)} of it`
  return `${plural(regionCount, 'region')}, ${sizeWords(mappedBytes)} mapped, ${resident} resident.`
}

/** What the step did to the pages. */
export function stepWords({ faults, newPages, faultsSoFar }: SpaceView): string {
  if (faults === 0) return `This step: no page fault; ${count(faultsSoFar)} so far.`
  const pages = newPages.slice(0, 3).map((page) => address(page))
  const more = newPages.length > pages.length ? ' …' : ''
  const filled = pages.length === 0 ? '' : `, first bytes in ${pages.join(', ')}${more}`
  return `This step: ${plural(faults, 'page fault')}${filled}; ${count(faultsSoFar)} so far.`
}
