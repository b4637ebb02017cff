/** The known name closest to a mistyped one, if it is close: two edits apart, or three in a long name. */
export function closest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = name.length > 8 ? 4 : name.length > 3 ? 3 : 2
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const far = distance(name, candidate)
    if (far >= least) continue
    least = far
    best = candidate
  }
  return best
}

/** Letters to insert, delete or replace on the way from one word to another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[to.length]!
}
