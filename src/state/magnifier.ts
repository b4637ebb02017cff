import type { SpaceRegion, SpaceView } from '../engine/session/index.ts'
import { type Address, alignDown, alignUp, PAGE_SIZE } from '../engine/units.ts'
import type { Lens } from './space.ts'

/** How much nearer one turn of the magnifier brings things. */
const STRONGER = 64
/** A lens shows no fewer bytes: single pages are told apart in the picture. */
const NARROWEST = 16 * PAGE_SIZE
/** What is magnified has so much of its own size around it. */
const MARGIN = 0.15

/** The whole space as a lens. */
export function wholeSpace(view: SpaceView): Lens {
  return { from: 0, to: view.addressLimit, name: 'the whole space' }
}

/** A lens on [from, to) with some room around. */
export function lensOn(view: SpaceView, { from, to, name }: Lens): Lens {
  const room = Math.max((to - from) * MARGIN, (NARROWEST - (to - from)) / 2)
  return within({ from: from - room, to: to + room, name }, wholeSpace(view))
}

/**
 * What is seen after another turn of the magnifier: less, around the region that holds `place`, or else around what
 * the allocator has got of the kernel, or else around the region in the middle. Null where nothing more can be told
 * apart.
 */
export function nearer(view: SpaceView, lenses: readonly Lens[], place: Address | null): Lens | null {
  const now = lenses.at(-1) ?? wholeSpace(view)
  const size = Math.max((now.to - now.from) / STRONGER, NARROWEST)
  const target = targetIn(view, now, place)
  if (target === null || size >= now.to - now.from) return null
  const centre = (target.from + target.to) / 2
  return within({ from: centre - size / 2, to: centre + size / 2, name: '' }, now)
}

function targetIn({ regions }: SpaceView, now: Lens, place: Address | null): SpaceRegion | null {
  const seen = regions.filter(({ from, to }) => to > now.from && from < now.to)
  const middle = (now.from + now.to) / 2
  const distance = ({ from, to }: SpaceRegion) => Math.abs((from + to) / 2 - middle)
  const [nearest] = [...seen].sort((a, b) => distance(a) - distance(b))
  return (
    seen.find(({ from, to }) => place !== null && from <= place && place < to) ??
    seen.find(({ name }) => name === '[heap]') ??
    seen.find(({ sinceStart, name }) => !sinceStart && name === '') ??
    nearest ??
    null
  )
}

/** The lens moved, and if need be made smaller, so that it lies within another. */
function within({ from, to, name }: Lens, outer: Lens): Lens {
  const size = Math.min(alignUp(to - from, PAGE_SIZE), outer.to - outer.from)
  const start = Math.max(outer.from, Math.min(alignDown(from, PAGE_SIZE), outer.to - size))
  return { from: start, to: start + size, name }
}
