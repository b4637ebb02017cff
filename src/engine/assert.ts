/** A mistake of the lab's own code, never of a scenario: throws with the numbers in the sentence. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Heap Lab's own mistake: ${message}`)
}

/** Ends a switch over a union: the compiler proves that nothing is left. */
export function unreachable(value: never): never {
  throw new Error(`Heap Lab's own mistake: unexpected ${JSON.stringify(value)}`)
}
