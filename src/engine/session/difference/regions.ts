import type { Captured, Stretch } from './captured.ts'
import type { RegionChange, RegionChanges, RegionSide } from './views.ts'

/** Which addresses were mapped, unmapped, or got other permissions or another name, lowest first. */
export function regionChanges(a: Captured, b: Captured, limit: number): RegionChanges {
  const changes: RegionChange[] = []
  const bounds = boundsOf(a.stretches, b.stretches)
  const before = sides(a.stretches)
  const after = sides(b.stretches)
  for (let i = 0; i + 1 < bounds.length; i++) {
    const change = {
      from: bounds[i]!,
      to: bounds[i + 1]!,
      before: before(bounds[i]!),
      after: after(bounds[i]!),
    }
    if (same(change.before, change.after)) continue
    const last = changes.at(-1)
    const goesOn =
      last?.to === change.from && same(last.before, change.before) && same(last.after, change.after)
    if (goesOn) changes[changes.length - 1] = { ...last, to: change.to }
    else changes.push(change)
  }
  return {
    breakBefore: a.programBreak,
    breakAfter: b.programBreak,
    total: changes.length,
    told: changes.slice(0, limit),
  }
}

/** All addresses at which something begins or ends, ascending. */
function boundsOf(...all: readonly (readonly Stretch[])[]): number[] {
  const bounds = new Set<number>()
  for (const { from, to } of all.flat()) bounds.add(from).add(to)
  return [...bounds].sort((a, b) => a - b)
}

/** What is mapped at an address. Ask in ascending order. */
function sides(stretches: readonly Stretch[]): (address: number) => RegionSide | null {
  let i = 0
  return (address) => {
    while (i < stretches.length && stretches[i]!.to <= address) i++
    const stretch = stretches[i]
    if (stretch === undefined || stretch.from > address) return null
    return { permissions: stretch.permissions, name: stretch.name }
  }
}

function same(a: RegionSide | null, b: RegionSide | null): boolean {
  if (a === null || b === null) return a === b
  return a.permissions === b.permissions && a.name === b.name
}
