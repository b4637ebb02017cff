import type { Address } from '../../units.ts'
import { NUMBER_LIMIT, type OstepFlags } from './args.ts'
import { parseInteger, repr } from './python.ts'
import { PythonRandom } from './random.ts'

/** The heap a program runs on. Addresses are those of blocks, their pretend headers included. */
export interface OstepHeap {
  /** The block's address, -1 when nothing fits, null when malloc.py itself would die of its assertion. */
  malloc(size: number): Address | null
  /** False when no block begins there. */
  free(block: Address): boolean
}

/** One thing the program does, told after it is done. */
export type OstepEvent =
  /** `written` is the size with all its digits. */
  | {
      readonly kind: 'alloc'
      readonly pointer: number
      readonly size: number
      readonly written: string
      readonly block: Address
    }
  | { readonly kind: 'free'; readonly pointer: number; readonly freed: boolean }
  /** A free of a pointer that cannot exist yet: the program says so and goes on. */
  | { readonly kind: 'skip' }
  /** A free of a pointer whose allocation failed: announced, then the program dies. */
  | { readonly kind: 'lost'; readonly pointer: number }

/** How malloc.py dies. */
export interface OstepFailure {
  /** In words. */
  readonly reason: string
  /** The last line of what Python prints; null where only Heap Lab gives up. */
  readonly exception: string | null
}

export type OstepRun = Generator<OstepEvent, OstepFailure | null, undefined>

export const POLICIES = ['BEST', 'WORST', 'FIRST'] as const
export const ORDERS = ['ADDRSORT', 'SIZESORT+', 'SIZESORT-', 'INSERT-FRONT', 'INSERT-BACK'] as const

export type OstepPolicy = (typeof POLICIES)[number]
export type OstepOrder = (typeof ORDERS)[number]

/** What the flags say about the heap, as options of the allocator `ostep`. */
export type OstepHeapOptions = {
  readonly size: number
  readonly base: Address
  readonly headerSize: number
  readonly alignment: number
  readonly policy: OstepPolicy
  readonly order: OstepOrder
  readonly coalesce: boolean
}

/** The options of the heap, or why malloc.py refuses to make one (before it has printed anything). */
export function heapOptions(
  flags: OstepFlags,
): { options: OstepHeapOptions; failure: null } | { options: null; failure: OstepFailure } {
  const policy = POLICIES.find((name) => name === flags.policy)
  if (policy === undefined) return refusal(`the policy is one of ${POLICIES.join(', ')}, not ${flags.policy}`)
  const order = ORDERS.find((name) => name === flags.order)
  if (order === undefined) return refusal(`the list order is one of ${ORDERS.join(', ')}, not ${flags.order}`)
  const { heapSize: size, baseAddress: base, headerSize, alignment, coalesce } = flags
  if (alignment < 1 && alignment !== -1)
    return refusal(`the alignment is at least 1, or -1, not ${alignment}`)
  return { options: { size, base, headerSize, alignment, policy, order, coalesce }, failure: null }
}

function refusal(reason: string): { options: null; failure: OstepFailure } {
  return { options: null, failure: assertion(reason) }
}

function assertion(reason: string): OstepFailure {
  return { reason, exception: 'AssertionError' }
}

const TAKEN = assertion('the block begins where another one of 0 bytes already does')

/** Runs the program on a heap; what it answers at its end is how it died, null when it did not. */
export function* runProgram(flags: OstepFlags, heap: OstepHeap): OstepRun {
  if (!(flags.percentAlloc > 0)) {
    return assertion(`the percentage of allocations is above 0, not ${flags.percentAlloc}`)
  }
  return flags.list === '' ? yield* randomProgram(flags, heap) : yield* listedProgram(flags.list, heap)
}

/** Draws operations. What is drawn depends on which allocations succeed, so the heap has to run beside. */
function* randomProgram(flags: OstepFlags, heap: OstepHeap): OstepRun {
  const generator = new PythonRandom(flags.seed)
  const share = flags.percentAlloc / 100
  const live: { pointer: number; block: Address }[] = []
  let pointers = 0
  for (let done = 0; done < flags.operations; ) {
    if (generator.random() < share) {
      const size = Math.trunc(generator.random() * flags.range) + 1
      const block = heap.malloc(size)
      if (block === null) return TAKEN
      const pointer = pointers++
      if (block !== -1) live.push({ pointer, block })
      yield { kind: 'alloc', pointer, size, written: String(size), block }
    } else if (live.length > 0) {
      const [chosen] = live.splice(Math.trunc(generator.random() * live.length), 1)
      const { pointer, block } = chosen!
      yield { kind: 'free', pointer, freed: heap.free(block) }
    } else continue
    done++
  }
  return null
}

/** Runs the list of -A. A freed pointer stays a pointer: freeing it again asks the heap again. */
function* listedProgram(list: string, heap: OstepHeap): OstepRun {
  const blocks = new Map<number, Address>()
  let pointers = 0
  for (const item of list.split(',')) {
    const sign = item[0]
    if (sign === undefined) {
      return { reason: 'an item of the list is empty', exception: 'IndexError: string index out of range' }
    }
    if (sign !== '+' && sign !== '-') {
      const reason = `an item of the list is +SIZE or -POINTER, not ${item}`
      return { reason, exception: "NameError: name 'abort' is not defined" }
    }
    // Only what stands between the first sign and the next one of its kind is read.
    const written = item.split(sign)[1]!
    const value = parseInteger(written, 10)
    if (value === null) {
      const exception = `ValueError: invalid literal for int() with base 10: ${repr(written)}`
      return { reason: `${item} holds no decimal number`, exception }
    }
    if (sign === '+') {
      if (value < -NUMBER_LIMIT) {
        return { reason: `Heap Lab takes sizes down to -2^47, not ${value}`, exception: null }
      }
      const block = heap.malloc(Number(value))
      if (block === null) return TAKEN
      const pointer = pointers++
      if (block !== -1) blocks.set(pointer, block)
      yield { kind: 'alloc', pointer, size: Number(value), written: String(value), block }
    } else if (value >= blocks.size) {
      yield { kind: 'skip' }
    } else {
      const pointer = Number(value)
      const block = blocks.get(pointer)
      if (block === undefined) {
        yield { kind: 'lost', pointer }
        return {
          reason: `ptr[${pointer}] holds nothing: its Alloc failed`,
          exception: `KeyError: ${pointer}`,
        }
      }
      yield { kind: 'free', pointer, freed: heap.free(block) }
    }
  }
  return null
}
