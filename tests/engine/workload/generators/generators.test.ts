import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FREE,
  findShape,
  generateTrace,
  MALLOC,
  Random,
  REALLOC,
  readTrace,
  resolveParams,
  SHAPES,
  type Trace,
  traceText,
} from '../../../../src/engine/workload/index.ts'

/** FNV-1a over the text: a short name for the exact output. */
function fingerprint(trace: Trace): string {
  let hash = 0x811c9dc5
  for (const char of traceText(trace)) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** Most blocks live at once, and how many are live at the end; throws when an operation names a block that is not live. */
function lives(trace: Trace): { most: number; left: number } {
  const live = new Set<number>()
  let most = 0
  for (let i = 0; i < trace.length; i++) {
    const id = trace.id[i]!
    if (trace.kind[i] === MALLOC) live.add(id)
    else if (!live.has(id)) throw new Error(`operation ${i} names ${id}, which is not live`)
    if (trace.kind[i] === FREE) live.delete(id)
    most = Math.max(most, live.size)
  }
  return { most, left: live.size }
}

const letters = (trace: Trace) => Array.from(trace.kind, (kind) => (kind === MALLOC ? '+' : '-')).join('')

describe('the same workload for ever', () => {
  test.each([
    ['uniform', 'f73053c9'],
    ['bimodal', '230184ed'],
    ['lifo', 'cdbc22bb'],
    ['fifo', 'ab2bfa54'],
    ['ramp', 'd02f8e59'],
    ['sawtooth', 'd6429565'],
    ['swiss-cheese', 'ab799f49'],
  ])('%s', (shape, expected) => {
    const trace = generateTrace(shape, 7, { operations: 2000, realloc: 10 })
    expect(fingerprint(trace)).toBe(expected)
  })

  test('another seed, another workload', () => {
    const prints = [0, 1, 2, 2 ** 32, 2 ** 40].map((seed) => fingerprint(generateTrace('uniform', seed, {})))
    expect(new Set(prints).size).toBe(5)
  })
})

const shape = fc.constantFrom(...SHAPES.map(({ id }) => id))
const params = fc.record({
  operations: fc.integer({ min: 2, max: 600 }),
  minSize: fc.nat(100),
  maxSize: fc.nat(2000),
  live: fc.integer({ min: 1, max: 100 }),
  realloc: fc.nat(90),
  large: fc.nat(100),
})

describe('every shape', () => {
  test('frees every block, and only live ones', () => {
    fc.assert(
      fc.property(shape, fc.nat(), params, (id, seed, given) => {
        const trace = generateTrace(id, seed, given)
        expect(lives(trace).left).toBe(0)
        expect(trace.length).toBeLessThanOrEqual(given.operations)
        expect(trace.length).toBeGreaterThanOrEqual(given.operations - 1)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('asks for sizes within the range', () => {
    fc.assert(
      fc.property(shape, fc.nat(), params, (id, seed, given) => {
        const [low, high] = [given.minSize, given.maxSize].sort((a, b) => a - b)
        const { kind, a } = generateTrace(id, seed, given)
        const outside = a.findIndex((size, i) => kind[i] !== FREE && (size < low! || size > high!))
        expect(outside).toBe(-1)
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  test.each(SHAPES.map(({ id }) => id))('%s reaches its live blocks, and no more', (id) => {
    for (const live of [1, 2, 3, 7, 100]) {
      expect(lives(generateTrace(id, 3, { operations: 1000, live })).most).toBe(live)
    }
  })

  test.each(SHAPES.map(({ id }) => id))('%s reallocs about as often as it should', (id) => {
    const { kind, length } = generateTrace(id, 4, { operations: 20_000, live: 50, realloc: 30 })
    const share = kind.filter((each) => each === REALLOC).length / length
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.35)
  })

  test('as a text is read without a warning', () => {
    for (const { id } of SHAPES) {
      const trace = generateTrace(id, 5, { minSize: 1 })
      expect(readTrace(traceText(trace))).toEqual(trace)
    }
  })

  test('is in the catalog with parameters in their limits', () => {
    for (const spec of SHAPES) {
      expect(findShape(spec.id)).toBe(spec)
      const keys = Object.entries(resolveParams(spec, {})).filter(([, value]) => value > 0)
      expect(keys.length).toBeGreaterThanOrEqual(4)
    }
  })
})

describe('order of frees', () => {
  const sizes = { operations: 16, live: 4 }

  test('ramp drops everything at once', () => {
    expect(letters(generateTrace('ramp', 1, sizes))).toBe('++++----++++----')
  })

  test('sawtooth falls to a quarter', () => {
    expect(letters(generateTrace('sawtooth', 1, sizes))).toBe('++++---+++---+--')
  })

  test('swiss cheese frees every other block, then asks for larger ones', () => {
    const { id, a } = generateTrace('swiss-cheese', 1, sizes)
    expect(Array.from(id.subarray(4, 6))).toEqual([0, 2])
    expect(Math.max(...a.subarray(0, 4))).toBeLessThanOrEqual(264)
    expect(Math.min(...a.subarray(6, 8))).toBeGreaterThan(264)
  })

  test('lifo frees the newest, fifo the oldest', () => {
    const firstFreed = (id: string) => {
      const trace = generateTrace(id, 1, { operations: 100, live: 10 })
      return trace.id[trace.kind.indexOf(FREE)]
    }
    expect([firstFreed('lifo'), firstFreed('fifo')]).toEqual([9, 0])
  })
})

describe('what cannot be', () => {
  test('a shape that does not exist is an error', () => {
    expect(generateTrace('spiral', 1, {}).error?.message).toBe('there is no shape called "spiral"')
    expect(generateTrace('constructor', 1, {}).error?.message).toBe('there is no shape called "constructor"')
  })

  test('values beyond the limits are the defaults', () => {
    const spec = findShape('uniform')!
    expect(resolveParams(spec, { operations: 1e12, live: -3, minSize: Number.NaN, realloc: 2.5 })).toEqual(
      resolveParams(spec, {}),
    )
  })
})

describe('random numbers', () => {
  test('sfc32 as PractRand has it, seeded with 1', () => {
    const random = new Random(1)
    expect([random.word(), random.word(), random.word()]).toEqual([2012149540, 1872316204, 1707632675])
  })

  test('cover a range evenly', () => {
    const random = new Random(9)
    const counts = new Uint32Array(6)
    for (let i = 0; i < 60_000; i++) counts[random.within(0, 5)]!++
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})
