/** The candidate that is one slip away from `name` (two for longer names); null if there is none. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null
  let least = name.length < 3 ? 1 : name.length < 6 ? 2 : 3
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const slips = slipsBetween(name, candidate)
    if (slips > 0 && slips < least) {
      least = slips
      best = candidate
    }
  }
  return best
}

/** Least number of letters inserted, left out, changed or swapped with their neighbour that makes `b` of `a`. */
export function slipsBetween(a: string, b: string): number {
  let older: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(change, row[j]! + 1, next[j - 1]! + 1, isSwap ? older[j - 2]! + 1 : Infinity)
    }
    older = row
    row = next
  }
  return row[b.length]!
}
