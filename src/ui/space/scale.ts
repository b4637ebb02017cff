import type { SpaceView } from '../../engine/session/index.ts'
import type { Address, Bytes } from '../../engine/units.ts'
import { type RegionRow, rowsOf } from './model.ts'

/** A stretch of addresses that is drawn. */
export interface Stretch {
  readonly from: Address
  readonly to: Address
}

/** Regions so near each other that they are drawn as one mark. */
export interface Mark extends Stretch {
  readonly regions: readonly RegionRow[]
  /** Bytes mapped between `from` and `to`. */
  readonly bytes: Bytes
  /** Top and height on the screen, true to scale, and never drawn thinner than THINNEST. */
  readonly top: number
  readonly height: number
  /** Whether it is thinner than a pixel, so that what is drawn is a hairline. */
  readonly isHairline: boolean
  /** Where the middle of its label is. */
  readonly label: number
}

const THINNEST = 1
/** Height of a label. */
export const LABEL_PX = 38
/** Regions with fewer pixels between them are one mark, if one of them is too thin to be seen by itself. */
const NEAR_PX = 3
const SEEN_PX = 6

/** Where an address is drawn, in pixels from the top: high addresses above. */
export function placeOf({ from, to }: Stretch, address: Address, height: number): number {
  return ((to - address) / (to - from)) * height
}

/** Regions [all of them] as rows, highest first, without gaps and folds. */
export function regionRows(space: SpaceView): RegionRow[] {
  return rowsOf(space)
    .flatMap((row) => (row.kind === 'group' ? row.rows : [row]))
    .filter((row) => row.kind === 'region')
}

/** What is drawn of a stretch, true to scale, so that every mark has room for its label. */
export function marksOf(rows: readonly RegionRow[], seen: Stretch, height: number): Mark[] {
  const inside = rows.filter(({ region }) => region.to > seen.from && region.from < seen.to)
  const room = Math.max(1, Math.floor(height / LABEL_PX))
  let near = NEAR_PX
  let groups = grouped(inside, seen, height, near, SEEN_PX)
  while (groups.length > room) {
    near *= 2
    groups = grouped(inside, seen, height, near, near)
  }
  const marks = groups.map((regions) => markOf(regions, seen, height))
  const labels = spread(
    marks.map(({ top, height: tall }) => top + tall / 2),
    height,
  )
  return marks.map((mark, i) => ({ ...mark, label: labels[i]! }))
}

function grouped(
  rows: readonly RegionRow[],
  seen: Stretch,
  height: number,
  near: number,
  tall: number,
): RegionRow[][] {
  const groups: RegionRow[][] = []
  const px = (bytes: Bytes) => (bytes / (seen.to - seen.from)) * height
  for (const row of rows) {
    const group = groups.at(-1)
    const above = group?.at(-1)?.region
    const isNear = above !== undefined && px(above.from - row.region.to) < near
    const isThin =
      above !== undefined && Math.min(px(above.to - above.from), px(row.region.to - row.region.from)) < tall
    if (group !== undefined && isNear && isThin) group.push(row)
    else groups.push([row])
  }
  return groups
}

function markOf(regions: readonly RegionRow[], seen: Stretch, height: number): Omit<Mark, 'label'> {
  const from = regions.at(-1)!.region.from
  const to = regions[0]!.region.to
  const top = placeOf(seen, Math.min(to, seen.to), height)
  const tall = placeOf(seen, Math.max(from, seen.from), height) - top
  return {
    from,
    to,
    regions,
    bytes: regions.reduce((sum, { region }) => sum + region.to - region.from, 0),
    top: Math.min(top, height - THINNEST),
    height: Math.max(THINNEST, tall),
    isHairline: tall < THINNEST,
  }
}

/** Moves labels apart as little as need be, within [0, height]. `wanted` is in order. */
export function spread(wanted: readonly number[], height: number): number[] {
  const places: number[] = []
  for (const place of wanted) {
    const least = places.length === 0 ? LABEL_PX / 2 : places.at(-1)! + LABEL_PX
    places.push(Math.max(place, least))
  }
  let most = height - LABEL_PX / 2
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i]!, most)
    most = places[i]! - LABEL_PX
  }
  return places
}

/** Stretches without anything mapped that are tall enough to be labelled. */
export function gapsOf(
  marks: readonly Mark[],
  seen: Stretch,
  height: number,
): (Stretch & { readonly middle: number })[] {
  const edges = [{ to: seen.to, from: seen.to }, ...marks, { to: seen.from, from: seen.from }]
  return edges.slice(1).flatMap((below, i) => {
    const gap = { from: Math.max(below.to, seen.from), to: Math.min(edges[i]!.from, seen.to) }
    const top = placeOf(seen, gap.to, height)
    const tall = placeOf(seen, gap.from, height) - top
    return tall < LABEL_PX ? [] : [{ ...gap, middle: top + tall / 2 }]
  })
}
