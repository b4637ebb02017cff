import type { Pool } from './pool.ts'

/** A shape: allocates and frees until a call is refused; `last` frees what is then left. */
export interface Shape {
  run(pool: Pool): void
  last(pool: Pool): boolean
}

/** The shapes by their id in the catalog. */
export const RUNS: Readonly<Record<string, Shape>> = {
  uniform: {
    run: (pool) => around(pool, uniformSize(pool), () => pool.freeAny()),
    last: (pool) => pool.freeAny(),
  },
  bimodal: {
    run: (pool) => around(pool, bimodalSize(pool), () => pool.freeAny()),
    last: (pool) => pool.freeAny(),
  },
  lifo: {
    run: (pool) => around(pool, uniformSize(pool), () => pool.freeNewest()),
    last: (pool) => pool.freeNewest(),
  },
  fifo: {
    run: (pool) => around(pool, uniformSize(pool), () => pool.freeOldest()),
    last: (pool) => pool.freeOldest(),
  },
  ramp: {
    run: (pool) => teeth(pool, 0, () => pool.freeOldest()),
    last: (pool) => pool.freeOldest(),
  },
  sawtooth: {
    run: (pool) => teeth(pool, 0.25, () => pool.freeAny()),
    last: (pool) => pool.freeAny(),
  },
  'swiss-cheese': { run: swissCheese, last: (pool) => pool.freeOldest() },
}

function uniformSize(pool: Pool): () => number {
  const { minSize, maxSize } = pool.params
  return () => pool.random.within(minSize, maxSize)
}

/** Small ones in the lowest sixteenth of the range, large ones in its upper half. */
function bimodalSize(pool: Pool): () => number {
  const { minSize, maxSize, large } = pool.params
  const smallEnd = minSize + Math.floor((maxSize - minSize) / 16)
  const largeStart = Math.ceil((minSize + maxSize) / 2)
  return () =>
    pool.random.percent(large)
      ? pool.random.within(largeStart, maxSize)
      : pool.random.within(minSize, smallEnd)
}

function grow(pool: Pool, size: () => number): boolean {
  while (pool.live < pool.params.live) if (!pool.allocate(size)) return false
  return true
}

/** Calls of one kind in a row at most, where a shape goes up and down at random. */
const BURST = 8

/** Grows to the target, then goes up and down at random between half of it and all of it. */
function around(pool: Pool, size: () => number, free: () => boolean): void {
  const { live } = pool.params
  if (!grow(pool, size)) return
  for (;;) {
    const lowest = Math.max(live >> 1, pool.live - BURST)
    const wanted = pool.random.within(lowest, Math.min(live, pool.live + BURST))
    while (pool.live > wanted) free()
    while (pool.live < wanted || pool.live === 0) if (!pool.allocate(size)) return
  }
}

/** Grows to the target, falls to a share of it, and again. */
function teeth(pool: Pool, share: number, free: () => boolean): void {
  const lowest = Math.floor(pool.params.live * share)
  while (grow(pool, uniformSize(pool))) while (pool.live > lowest) free()
}

/** Blocks from the lower half of the range, every other freed, blocks from the upper half; then all freed, and again. */
function swissCheese(pool: Pool): void {
  const { minSize, maxSize } = pool.params
  const middle = Math.floor((minSize + maxSize) / 2)
  const small = () => pool.random.within(minSize, middle)
  const large = () => pool.random.within(Math.min(middle + 1, maxSize), maxSize)
  while (grow(pool, small)) {
    pool.freeEveryOther()
    if (!grow(pool, large)) return
    while (pool.live > 0) pool.freeOldest()
  }
}
