import { type Process, permissions, regionName } from '../kernel/index.ts'
import { PAGE_SIZE } from '../units.ts'
import type { RegionView } from './views.ts'

/** Regions told at most: an allocator that maps every block has as many as blocks. */
const REGIONS_TOLD = 500
/** Larger regions are not looked through for resident pages. */
const PAGES_COUNTED = 65536

/** The regions of the process, lowest first, as /proc/self/maps names them. */
export function regionViews(process: Process): RegionView[] {
  const views: RegionView[] = []
  process.regions.forEach((region) => {
    if (views.length >= REGIONS_TOLD) return
    views.push({
      from: region.start,
      to: region.end,
      permissions: permissions(region.prot),
      name: regionName(process, region),
      residentPages: residentIn(process, region.start, region.end),
    })
  })
  return views
}

function residentIn(process: Process, from: number, to: number): number {
  if ((to - from) / PAGE_SIZE > PAGES_COUNTED) return -1
  let pages = 0
  for (let address = from; address < to; address += PAGE_SIZE) if (process.memory.isResident(address)) pages++
  return pages
}
