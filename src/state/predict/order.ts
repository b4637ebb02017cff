/** The items in an order that looks arbitrary and follows from `seed` alone: the same question looks the same everywhere. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items]
  // Seeds that follow each other shall not give orders that do: Knuth's multiplicative hash.
  let state = Math.imul(seed + 1, 2654435761) >>> 0
  for (let i = mixed.length - 1; i > 0; i--) {
    // Numerical Recipes' linear congruential generator; its upper bits are the good ones.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 2 ** 32) * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}
