import { slipsBetween } from '../engine/spelling.ts'

/** The known names closest to a mistyped one, best first; at most three. */
export function closest(name: string, known: readonly string[]): readonly string[] {
  const most = Math.max(2, Math.floor(name.length / 3))
  return known
    .map((candidate) => ({ candidate, far: slipsBetween(name, candidate) }))
    .filter(({ candidate, far }) => far <= most || (name.length >= 3 && candidate.includes(name)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** " Did you mean a, b or c?", or nothing when no name is close. */
export function didYouMean(name: string, known: readonly string[]): string {
  const names = closest(name, known)
  if (names.length === 0) return ''
  const last = names[names.length - 1]!
  return ` Did you mean ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} or ${last}`}?`
}
