import { mapsText, type Process, type Region } from '../kernel/index.ts'
import { alignDown, type Bytes, PAGE_SIZE } from '../units.ts'
import { clamp, type MomentSources } from './moment.ts'
import { regionView, toldRegions } from './regions.ts'
import type { Transcript } from './transcript.ts'
import type { Access, SpaceRegion, SpaceRequest, SpaceView } from './views.ts'

/** Regions with more pages than this are told in shares of pages that are resident. */
const PAGES_TOLD = 512
const SHARES = 128
/** Lines of /proc/self/maps told at most. */
const LINES_TOLD = 2000

/** What a page is: never accessed; only read, so that it shows zeros; with bytes of its own. */
export const UNTOUCHED = 0
export const ZEROS_READ = 1
export const RESIDENT_PAGE = 2

/** The whole address space at a moment, page by page where it has few, and what its step did to it. */
export function spaceAt({ replay, telling }: MomentSources, request: SpaceRequest): SpaceView {
  const position = clamp(request.position, telling.done, replay)
  const { operation, step } = position
  const { process } = replay.machine
  const transcript = telling.done === 0 ? [] : replay.transcriptOf(operation)
  const accesses = transcript[step - 1]?.accesses ?? []
  if (telling.done === 0) replay.goTo(0)
  else replay.goToStep(operation, Math.max(0, step - 1))
  const faultsBefore = process.pageFaults
  const pagesBefore = new Set(pagesOf(accesses).filter((page) => process.memory.isResident(page)))
  if (step > 0) replay.goToStep(operation, step)
  const isNew = (page: number) => process.memory.isResident(page) && !pagesBefore.has(page)
  const regions = toldRegions(process)
  return {
    position,
    regions: regions.map((region) => spaceRegion(process, region)),
    regionCount: process.regions.count,
    addressLimit: process.addressLimit,
    brkStart: process.brkStart,
    programBreak: process.programBreak,
    stackTop: process.stackTop,
    stackFloor: process.stackFloor,
    mappedBytes: process.mappedBytes,
    residentBytes: process.residentBytes,
    faults: process.pageFaults - faultsBefore,
    faultsSoFar: process.pageFaults,
    accesses,
    newPages: pagesOf(accesses.filter(({ write }) => write)).filter(isNew),
    syscalls: syscallsOf(transcript, step),
    maps: mapsText(process, LINES_TOLD),
    mapsLeftOut: Math.max(0, process.regions.count - LINES_TOLD),
  }
}

function syscallsOf(transcript: Transcript, step: number): readonly string[] {
  return transcript[step - 1]?.syscalls ?? []
}

/** Pages of one access that are looked at: a long fill touches more than anybody reads. */
const PAGES_OF_ACCESS = 1024

/** The addresses of the pages that accesses have touched, each once, lowest first. */
function pagesOf(accesses: readonly Access[]): number[] {
  const pages = new Set<number>()
  for (const { address, size } of accesses) {
    const first = alignDown(address, PAGE_SIZE)
    const end = Math.min(address + Math.max(1, size), first + PAGES_OF_ACCESS * PAGE_SIZE)
    for (let page = first; page < end; page += PAGE_SIZE) pages.add(page)
  }
  return [...pages].sort((a, b) => a - b)
}

function spaceRegion(process: Process, region: Region): SpaceRegion {
  const count = (region.end - region.start) / PAGE_SIZE
  const isSmall = count <= PAGES_TOLD
  return {
    ...regionView(process, region),
    sinceStart: process.initialRegions.some(
      ({ start, end, prot }) => start === region.start && end === region.end && prot === region.prot,
    ),
    pages: isSmall ? pageStates(process, region, count) : null,
    shares: isSmall ? null : residentShares(process, region, region.end - region.start),
  }
}

function pageStates(process: Process, { start, end }: Region, count: number): Uint8Array {
  const states = new Uint8Array(count)
  process.memory.eachTouched(start, end, (page, isResident) => {
    states[(page - start) / PAGE_SIZE] = isResident ? RESIDENT_PAGE : ZEROS_READ
  })
  return states
}

/** The share of pages that are resident in each of SHARES equal stretches, 0 to 1. */
function residentShares(process: Process, { start, end }: Region, size: Bytes): Float32Array {
  const shares = new Float32Array(SHARES)
  const each = size / PAGE_SIZE / SHARES
  process.memory.eachTouched(start, end, (page, isResident) => {
    if (isResident) shares[Math.floor((page - start) / PAGE_SIZE / each)]! += 1 / each
  })
  return shares.map((share) => Math.min(1, share))
}
