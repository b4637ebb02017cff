import { expect } from 'vitest'
import { type AllocatorSpec, type OptionSpec, resolveOptions } from '../../src/engine/allocators/catalog.ts'
import {
  BudgetSignal,
  FREE,
  MAPPED,
  META,
  type OptionValues,
  ProcessAbort,
  TOP,
  USED,
} from '../../src/engine/allocators/index.ts'
import type { ProcessOptions } from '../../src/engine/kernel/index.ts'
import { FaultSignal } from '../../src/engine/memory/index.ts'
import { sentence } from '../../src/engine/session/sentences.ts'
import { type Address, alignDown, type Bytes, PAGE_SIZE } from '../../src/engine/units.ts'
import { type Rig, rig } from './rig.ts'

/** A number in [0, below), the next of a seeded row (mulberry32). */
export type Random = (below: number) => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** What an allocator does not promise, so that the gauntlet does not ask for it. Each is explained where it is set. */
export interface Limits {
  /** Sizes stay below this. */
  readonly maxSize?: Bytes
  /** Blocks alive at once stay below this. */
  readonly maxLive?: number
  /** usableSize answers 0 because nothing is known. */
  readonly usableUnknown?: boolean
  /** memalign answers NULL or an address that is not aligned. */
  readonly noMemalign?: boolean
  /** Payloads of size 0 need not differ. */
  readonly zeroShared?: boolean
  /** Bytes of live blocks may not be written: there are none, or they hold the allocator's state. */
  readonly noContents?: boolean
}

/** One thing a workload does. `pick` chooses among the live blocks. */
export type Action =
  | { readonly do: 'malloc'; readonly size: Bytes }
  | { readonly do: 'calloc'; readonly count: number; readonly size: Bytes }
  | { readonly do: 'memalign'; readonly alignment: Bytes; readonly size: Bytes }
  | { readonly do: 'realloc'; readonly pick: number; readonly size: Bytes }
  | { readonly do: 'free'; readonly pick: number }

type FreeOrder = 'lifo' | 'fifo' | 'random'
const FREE_ORDERS: readonly FreeOrder[] = ['lifo', 'fifo', 'random']

/** A seeded workload (its count of live blocks is a guess where calls fail): grows, holds, and drops everything at its end. */
export function workload(seed: number, length: number, limits: Limits): Action[] {
  const random = seeded(seed)
  const order = FREE_ORDERS[random(3)]!
  const maxLive = limits.maxLive ?? 60
  const actions: Action[] = []
  let live = 0
  for (let i = 0; i < length; i++) {
    const dice = random(100)
    const full = live >= maxLive
    if (live > 0 && (full || dice < 35)) {
      actions.push({ do: 'free', pick: pickOf(order, live, random) })
      live--
    } else if (live > 0 && dice < 55) {
      const size = randomSize(random, limits)
      actions.push({ do: 'realloc', pick: random(live), size })
    } else {
      actions.push(allocation(random, limits))
      live++
    }
  }
  while (live > 0) actions.push({ do: 'free', pick: pickOf(order, live--, random) })
  return actions
}

function pickOf(order: FreeOrder, live: number, random: Random): number {
  return order === 'lifo' ? live - 1 : order === 'fifo' ? 0 : random(live)
}

function allocation(random: Random, limits: Limits): Action {
  const size = randomSize(random, limits)
  const dice = random(100)
  if (dice < 15) return { do: 'calloc', count: 1 + random(4), size: Math.floor(size / 4) }
  if (dice < 30 && limits.noMemalign !== true) {
    return { do: 'memalign', alignment: 2 ** random(random(4) === 0 ? 14 : 8), size }
  }
  return { do: 'malloc', size }
}

/** Mostly small, some middling, few large, now and then 0. */
function randomSize(random: Random, limits: Limits): Bytes {
  const max = limits.maxSize ?? 200000
  const dice = random(100)
  if (dice < 4) return 0
  const bound = dice < 65 ? 100 : dice < 90 ? 2000 : dice < 98 ? 20000 : max
  return 1 + random(Math.min(bound, max))
}

interface Block {
  readonly payload: Address
  readonly size: Bytes
  /** What its bytes are filled with. */
  readonly fill: number
}

/** Runs one workload against one allocator, with everything a caller may rely on checked after each call. */
export class Gauntlet {
  readonly rig: Rig
  private live: Block[] = []
  private serial = 0

  constructor(
    readonly spec: AllocatorSpec,
    readonly options: OptionValues,
    private readonly limits: Limits,
    processOptions: ProcessOptions = {},
  ) {
    this.rig = rig(spec.id, options, processOptions)
  }

  /** Attaches an observer that turns every step into its sentence. */
  observe(): this {
    this.rig.context.observer = (step) => {
      const text = sentence(step, { call: 'p = malloc(1)' })
      if (!/^[^ ].*[^ ]\.$/.test(text) || /undefined|NaN|null/.test(text)) {
        throw new Error(`no good sentence for ${JSON.stringify(step)}: ${text}`)
      }
    }
    return this
  }

  /** What must be kept beside the process to go on from a snapshot later. */
  savepoint(): () => void {
    const snapshot = this.rig.process.snapshot()
    const live = [...this.live]
    const serial = this.serial
    return () => {
      this.rig.process.restore(snapshot)
      this.rig.allocator.invalidate()
      recount(this.rig)
      this.live = [...live]
      this.serial = serial
    }
  }

  run(actions: readonly Action[], from = 0, to = actions.length): void {
    for (let i = from; i < to; i++) {
      const action = actions[i]!
      try {
        this.apply(action)
        this.verify()
      } catch (error) {
        const where = `${this.spec.id} ${JSON.stringify(this.options)}, operation ${i} ${JSON.stringify(action)}`
        throw new Error(`${where}: ${error instanceof Error ? error.message : JSON.stringify(error)}`)
      }
    }
  }

  /** Overwrites one word of the allocator's state, or of the heap, with something likely to hurt. */
  spoil(random: Random): void {
    const { process, allocator } = this.rig
    const places: Address[] = [process.staticStart, process.staticStart, process.brkStart]
    allocator.walk((chunk) => {
      places.push(chunk)
      return places.length < 100
    })
    const at = places[random(places.length)]! + 8 * random(6)
    const target = places[random(places.length)]!
    const old = process.memory.peek64(at)
    const values = [0, 1, -1, target, target + 16, old + 8, old + 16, old * 2, random(2 ** 31), random(64)]
    process.memory.store64(at, values[random(values.length)]!)
  }

  /** Looks at everything a debugger may ask for; bytes that make no sense must not stop it. */
  inspect(): void {
    const { allocator } = this.rig
    const seen: Address[] = []
    allocator.walk((chunk) => seen.push(chunk) < 2000)
    let entries = 0
    allocator.walkLists(() => ++entries < 2000)
    allocator.marks()
    for (const chunk of seen.slice(0, 20)) allocator.fields(chunk)
    this.rig.problems()
  }

  /** Makes calls on spoilt bytes: they may end by a signal, but they must end, and nothing else may be thrown. */
  stumble(actions: readonly Action[]): void {
    const { context, process, allocator } = this.rig
    context.stats.probeLimit = 5000
    for (const action of actions) {
      try {
        context.stats.probes = 0
        if (action.do === 'free') allocator.free(this.live[action.pick]?.payload ?? process.brkStart + 16)
        else if (action.do === 'malloc') allocator.malloc(action.size)
        else if (action.do === 'realloc') allocator.realloc(this.live[action.pick]?.payload ?? 0, action.size)
      } catch (signal) {
        if (
          !(signal instanceof FaultSignal || signal instanceof BudgetSignal || signal instanceof ProcessAbort)
        ) {
          throw signal
        }
      }
    }
  }

  /** Every byte that the process has: two runs that agree here agree in all. */
  fingerprint(): string {
    const { process, allocator } = this.rig
    let hash = 0x811c9dc5
    const mix = (from: Address, to: Address) => {
      for (let page = from; page < to; page += PAGE_SIZE) {
        if (!process.memory.isResident(page)) continue
        const end = Math.min(page + PAGE_SIZE, to)
        for (let at = page; at < end; at += 4) {
          hash = Math.imul(hash ^ process.memory.peek32(at), 0x01000193)
        }
      }
    }
    mix(alignDown(process.staticStart, PAGE_SIZE), process.staticEnd)
    mix(process.brkStart, process.programBreak)
    const chunks: string[] = []
    allocator.walk((chunk, size, state, payload, usable) => {
      chunks.push(`${chunk} ${size} ${state} ${payload} ${usable}`)
      if (chunk >= process.programBreak) mix(alignDown(chunk, PAGE_SIZE), chunk + size)
      return true
    })
    return `${hash >>> 0} ${process.memory.residentPages} ${process.programBreak} ${chunks.join('; ')}`
  }

  private apply(action: Action): void {
    const { allocator, process, context } = this.rig
    context.stats.probes = 0
    process.errno = 0
    switch (action.do) {
      case 'malloc':
        this.received(allocator.malloc(action.size), action.size, allocator.alignment)
        break
      case 'calloc': {
        const size = action.count * action.size
        const payload = allocator.calloc(action.count, action.size)
        if (payload !== 0) this.expectFill(payload, 0, size)
        this.received(payload, size, allocator.alignment)
        break
      }
      case 'memalign': {
        const alignment = Math.max(allocator.alignment, action.alignment)
        this.received(allocator.memalign(action.alignment, action.size), action.size, alignment)
        break
      }
      case 'realloc':
        this.reallocated(action.pick, action.size)
        break
      case 'free': {
        const block = this.live[action.pick]
        if (block === undefined) break
        allocator.free(block.payload)
        this.live.splice(action.pick, 1)
      }
    }
  }

  private reallocated(pick: number, size: Bytes): void {
    const block = this.live[pick]
    if (block === undefined) return
    const payload = this.rig.allocator.realloc(block.payload, size)
    if (payload === 0) {
      // realloc(p, 0) frees p and answers NULL without an error; any other NULL is a failure that leaves p as it was.
      if (size === 0 && this.rig.process.errno === 0) this.live.splice(pick, 1)
      else expect(this.rig.process.errno, 'a failing realloc sets errno').not.toBe(0)
      return
    }
    this.expectFill(payload, block.fill, Math.min(block.size, size))
    this.live.splice(pick, 1)
    this.received(payload, size, this.rig.allocator.alignment, pick)
  }

  /** A block came back (or NULL did): checks it and fills it. */
  private received(payload: Address, size: Bytes, alignment: Bytes, at = this.live.length): void {
    const { allocator, process } = this.rig
    if (payload === 0) {
      // A request of 0 bytes may be answered by NULL without being a failure.
      if (size > 0) expect(process.errno, 'a NULL comes with an errno').not.toBe(0)
      return
    }
    expect(payload % alignment, `alignment of ${payload} to ${alignment}`).toBe(0)
    if (this.limits.usableUnknown !== true) {
      expect(allocator.usableSize(payload), 'usable size').toBeGreaterThanOrEqual(size)
    }
    this.expectApart(payload, size)
    const fill = 1 + (this.serial++ % 255)
    if (this.limits.noContents !== true) {
      expect(process.memory.fill(payload, fill, size), `${size} bytes at ${payload} can be written`).toBe(
        true,
      )
    }
    this.live.splice(at, 0, { payload, size, fill })
  }

  private expectApart(payload: Address, size: Bytes): void {
    for (const other of this.live) {
      const apart = payload + size <= other.payload || other.payload + other.size <= payload
      if (!apart || (payload === other.payload && this.limits.zeroShared !== true)) {
        throw new Error(`[${payload}, +${size}) overlaps [${other.payload}, +${other.size})`)
      }
    }
  }

  private expectFill(payload: Address, fill: number, length: Bytes): void {
    if (this.limits.noContents === true) return
    const bytes = this.rig.process.memory.peekBytes(payload, length)
    for (let i = 0; i < length; i++) {
      if (bytes[i] !== fill) throw new Error(`byte ${i} of ${payload} is ${bytes[i]}, not ${fill}`)
    }
  }

  /** What must hold after every call. */
  private verify(): void {
    expect(this.rig.problems(), 'the heap checker is silent').toEqual([])
    const { stats } = this.rig.context
    expect(countsOf(stats), 'the counts kept are those of a walk').toEqual(walkedCounts(this.rig))
    for (const block of this.live) {
      this.expectFill(block.payload, block.fill, Math.min(block.size, 64))
      this.expectFill(block.payload + Math.max(0, block.size - 64), block.fill, Math.min(block.size, 64))
    }
  }
}

interface Counts {
  usedChunks: number
  usedBytes: Bytes
  freeChunks: number
  freeBytes: Bytes
  largestFree: Bytes
}

function countsOf(stats: Rig['context']['stats']): Counts {
  const { usedChunks, usedBytes, freeChunks, freeBytes, largestFree } = stats
  return { usedChunks, usedBytes, freeChunks, freeBytes, largestFree }
}

/** The same counts by one walk over the bytes. */
function walkedCounts(rig: Rig): Counts {
  const counts: Counts = { usedChunks: 0, usedBytes: 0, freeChunks: 0, freeBytes: 0, largestFree: 0 }
  let end = 0
  const problem = rig.allocator.walk((chunk, size, state, payload, usable) => {
    if (chunk < end) throw new Error(`the walk goes back to ${chunk} from ${end}`)
    end = chunk + size
    if (state !== META && (payload < chunk || payload + usable > end)) {
      throw new Error(`the payload [${payload}, +${usable}) leaves its chunk [${chunk}, +${size})`)
    }
    if (state === USED || state === MAPPED) {
      counts.usedChunks++
      counts.usedBytes += size
    } else if (state === FREE || state === TOP) {
      counts.freeChunks++
      counts.freeBytes += size
      counts.largestFree = Math.max(counts.largestFree, size)
    }
    return true
  })
  expect(problem, 'the walk reaches the end').toBeNull()
  return counts
}

/** Makes the counts anew from the bytes, as a session does after a restore. */
function recount(rig: Rig): void {
  const { stats } = rig.context
  stats.reset()
  rig.allocator.walk((_chunk, size, state) => {
    if (state === USED || state === MAPPED) stats.addUsed(size)
    else if (state === FREE || state === TOP) stats.addFree(size)
    return true
  })
}

/** Option values to try for one allocator: its defaults, each option's other values one at a time, and some random mixtures. */
export function optionGrid(spec: AllocatorSpec, mixtures: number, seed: number): OptionValues[] {
  const grid: OptionValues[] = [resolveOptions(spec, {})]
  for (const option of spec.options) {
    for (const value of valuesOf(option)) grid.push(resolveOptions(spec, { [option.key]: value }))
  }
  const random = seeded(seed)
  for (let i = 0; i < mixtures && spec.options.length > 1; i++) {
    const mixture: Record<string, string | number | boolean> = {}
    for (const option of spec.options) {
      const values = valuesOf(option)
      mixture[option.key] = values[random(values.length)] ?? option.default
    }
    grid.push(resolveOptions(spec, mixture))
  }
  const seen = new Set<string>()
  return grid.filter((values) => {
    const text = JSON.stringify(values)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function valuesOf(option: OptionSpec): (string | number | boolean)[] {
  switch (option.type) {
    case 'choice':
      return option.values.length <= 6 ? [...option.values] : everyFourth(option.values)
    case 'flag':
      return [true, false]
    case 'number': {
      const between = option.default * 2 + option.step
      const values = [option.min, option.default, Math.min(between, option.max)]
      return option.zeroMeans === undefined ? values : [0, ...values]
    }
  }
}

/** Some of a long row of choices, its ends among them. */
function everyFourth(values: readonly string[]): string[] {
  return values.filter((_, i) => i % 4 === 0 || i === values.length - 1)
}
