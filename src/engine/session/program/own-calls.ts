import type { Address, Bytes } from '../../units.ts'
import type { HeapCall } from '../../workload/c/vm/index.ts'
import type { CallName } from './rows.ts'
import type { Knowledge } from './surroundings.ts'

/** Calls that answer with a block. */
export const PAYLOAD_CALLS: ReadonlySet<string> = new Set<CallName>([
  'malloc',
  'calloc',
  'realloc',
  'memalign',
  'aligned_alloc',
  'posix_memalign',
])

/** A program that defines one of these has a malloc of its own. */
export const OWN_MALLOC: ReadonlySet<string> = new Set(['malloc', 'mm_malloc'])

/** What a finished call of the program's own malloc family did. */
export interface Effect {
  /** The block that it ended; -1 for none. */
  readonly ended: number
  /** The block that it gave; 0 for none. */
  readonly payload: Address
  /** Bytes that were asked for; 0 for more than there can be. */
  readonly size: Bytes
}

/** No address space has so many bytes: a size that wrapped around. */
const IMPOSSIBLE: Bytes = 2 ** 47

/**
 * Whether an address lies in a live block of the lab's allocator. A program with `mm_malloc` on top of the library's
 * malloc hands out parts of such blocks, which are followed already.
 */
export function isInLabBlock(known: Knowledge, address: Address): boolean {
  const block = known.live.at(address, known.row)
  return block >= 0 && !known.rows.isOwn(block)
}

/** What the call did, from its arguments and its answer. */
export function effectOf(known: Knowledge, call: HeapCall): Effect {
  const effect = plainEffect(known, call)
  return effect.size < IMPOSSIBLE ? effect : { ...effect, size: 0 }
}

function plainEffect(known: Knowledge, call: HeapCall): Effect {
  const [a = 0, b = 0] = call.arguments
  const result = call.result ?? 0
  const block = (pointer: Address) => (pointer === 0 ? -1 : known.live.startingAt(pointer, known.row))
  switch (call.name) {
    case 'malloc':
      return { ended: -1, payload: result, size: a }
    case 'calloc':
      return { ended: -1, payload: result, size: a * b }
    case 'memalign':
    case 'aligned_alloc':
      return { ended: -1, payload: result, size: b }
    case 'posix_memalign':
      return {
        ended: -1,
        payload: result === 0 ? known.process.memory.peek64(a) : 0,
        size: call.arguments[2] ?? 0,
      }
    case 'realloc':
      return { ended: result !== 0 || b === 0 ? block(a) : -1, payload: result, size: b }
    case 'free':
      return { ended: block(a), payload: 0, size: 0 }
    default:
      return { ended: -1, payload: 0, size: 0 }
  }
}
