import type { Session } from '../src/engine/session/session.ts'

/** Positions that a bench looks at. */
export const SEEKS = 60

/** Looks at a step as the page does: the steps of the operation, the chunks of a screen, the list. */
export function look(session: Session, operation: number): void {
  session.moment({
    position: { operation, step: 1 },
    map: { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 2000 },
    listLimit: 200,
    inspect: null,
  })
}

/** The same random operations every time; never the first. */
export function positions(operations: number): number[] {
  let seed = 1
  return Array.from({ length: SEEKS }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return 1 + Math.floor((seed / 2 ** 32) * (operations - 1))
  })
}

/** What `work` takes. */
export function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
