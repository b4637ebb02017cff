import { type Process, permissions, type Region, regionName } from '../kernel/index.ts'
import type { RegionView } from './views.ts'

/** Regions told at most: an allocator that maps every block has as many as blocks. */
const REGIONS_TOLD = 500

/** The regions of the process, lowest first, as /proc/self/maps names them. */
export function regionViews(process: Process): RegionView[] {
  return toldRegions(process).map((region) => regionView(process, region))
}

/** The regions that are told of, lowest first: all, or of very many the lowest and the highest. */
export function toldRegions({ regions }: Process): Region[] {
  const told: Region[] = []
  const low = REGIONS_TOLD / 2
  const high = regions.count - low
  let place = 0
  regions.forEach((region) => {
    if (regions.count <= REGIONS_TOLD || place < low || place >= high) told.push(region)
    place++
  })
  return told
}

/** A region as the views see it. */
export function regionView(process: Process, region: Region): RegionView {
  let residentPages = 0
  process.memory.eachTouched(region.start, region.end, (_page, isResident) => {
    if (isResident) residentPages++
  })
  return {
    from: region.start,
    to: region.end,
    permissions: permissions(region.prot),
    name: regionName(process, region),
    residentPages,
  }
}
