/** One measured figure. */
export interface Row {
  /** What was measured. */
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The figure beside another one, where there is one to compare with. */
  readonly ratio?: { readonly value: number; readonly to: string }
}

/** A measurement: what a `bench/*.bench.ts` exports as `bench`. */
export interface Bench {
  readonly name: string
  run(): Promise<Row[]>
}

/**
 * Milliseconds that `work` takes: the best of `rounds` after one that warms up. The best, because what
 * disturbs a run only ever makes it longer.
 */
export function bestMs(rounds: number, work: () => void): number {
  work()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}
