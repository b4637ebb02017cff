import type { ChunkColumns, Moment } from '../../src/engine/session/index.ts'

const STATE_OF: Readonly<Record<string, number>> = { '[': 0, '(': 1, '<': 2, '{': 4 }

/**
 * Chunks from a picture, in address order from `from` on: `[64]` in use, `(48)` free, `<4096>` the top chunk,
 * `{8}` the allocator's own. Each has a header and a footer of 8 bytes; the i-th chunk in use is p[i].
 */
export function chunksOf(picture: string, from = 0x1000): ChunkColumns {
  const address: number[] = []
  const size: number[] = []
  const state: number[] = []
  let at = from
  for (const [, bracket, digits] of picture.matchAll(/([[(<{])(\d+)[\])>}]/g)) {
    address.push(at)
    size.push(Number(digits))
    state.push(STATE_OF[bracket!]!)
    at += Number(digits)
  }
  let owner = 0
  return {
    address: Float64Array.from(address),
    size: Float64Array.from(size),
    state: Uint8Array.from(state),
    payload: Float64Array.from(address, (a) => a + 8),
    usable: Float64Array.from(size, (s) => s - 16),
    requested: Float64Array.from(state, (s, i) => (s === 0 ? size[i]! - 16 : -1)),
    tags: Float64Array.from(state, (s) => (s === 0 ? 16 : -1)),
    rounding: Float64Array.from(state, (s) => (s === 0 ? 0 : -1)),
    names: state.map((s) => (s === 0 ? `p[${owner++}]` : '')),
    truncated: false,
  }
}

/** A moment that shows these chunks, with nothing else happening. */
export function momentOf(picture: string, change: Partial<Moment> = {}): Moment {
  const chunks = chunksOf(picture)
  const count = chunks.address.length
  const end = count === 0 ? 0x1000 : chunks.address[count - 1]! + chunks.size[count - 1]!
  return {
    position: { operation: 0, step: 1 },
    steps: 1,
    text: '',
    call: '',
    line: 0,
    step: { kind: 'note', sentence: '', chunk: 0, accesses: [] },
    stepsFrom: 1,
    stepList: [],
    brkStart: 0x1000,
    programBreak: end,
    extent: { from: 0x1000, to: end, chunks: 0x1000 },
    map: { from: 0, to: 0, limit: count },
    stretches:
      count === 0 ? [] : [{ from: 0x1000, to: end, chunks: count, largest: Math.max(...chunks.size) }],
    chunks,
    bytes: [],
    far: null,
    chunkCount: count,
    listNames: [],
    list: [],
    listTruncated: false,
    lists: null,
    marks: [],
    probes: [],
    probeCount: change.probes?.length ?? 0,
    metrics: {
      live: 0,
      chunkBytes: 0,
      heap: 0,
      mapped: 0,
      resident: 0,
      free: 0,
      largestFree: 0,
      usedChunks: 0,
      freeChunks: 0,
      probes: 0,
      syscalls: 0,
      footprint: 0,
      tags: 0,
      rounding: 0,
      top: 0,
    },
    inspected: null,
    part: null,
    problems: [],
    walkProblem: null,
    syscalls: [],
    regions: [],
    program: null,
    ...change,
  }
}
