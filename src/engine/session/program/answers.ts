import { bytesText } from '../../format.ts'
import { type Address, type Bytes, hex } from '../../units.ts'
import type { Report } from './reporter.ts'
import { blockText, type Knowledge } from './surroundings.ts'

/**
 * What is wrong with the pointer that the program's own malloc has returned, as far as it can be known from outside:
 * not aligned for every type, inside a live block, or where nothing is mapped.
 */
export function wrongAnswer(
  known: Knowledge,
  call: string,
  pointer: Address,
  size: Bytes,
  alignment: Bytes,
  /** A block that this call ended (realloc); -1 for none. */
  ended: number,
  /** The row of this call itself. */
  row: number,
): Report | null {
  if (pointer === 0) return null
  const text = answerText(call, pointer, size)
  if (pointer % alignment !== 0) {
    return {
      kind: 'misaligned-pointer',
      address: pointer,
      key: call,
      began: -1,
      message: `${text}, which is no multiple of ${alignment}: a type that needs this alignment cannot be stored there.`,
    }
  }
  const overlap = overlapOf(known, call, pointer, size, ended, row)
  if (overlap !== null) return overlap
  const outside = ends(pointer, size).find((address) => !isGiven(known, address))
  if (outside === undefined) return null
  return {
    kind: 'wrong-answer',
    address: pointer,
    key: call,
    began: -1,
    message: `${text}, but ${hex(outside)} is not mapped: the block reaches outside of the heap.`,
  }
}

/**
 * Whether a block that malloc has returned overlaps a live one; null if it does not. The lab's allocators do so, too,
 * once a program has broken their lists. Parameters as of `wrongAnswer`.
 */
export function overlapOf(
  known: Knowledge,
  call: string,
  pointer: Address,
  size: Bytes,
  ended: number,
  row: number,
): Report | null {
  const blocks = ends(pointer, size).map((address) => known.live.at(address, row))
  const block = blocks.find((each) => each >= 0 && each !== ended)
  if (block === undefined) return null
  return {
    kind: 'overlapping-block',
    address: pointer,
    key: call,
    began: block,
    message: `${answerText(call, pointer, size)}, which overlaps ${blockText(known, block)}: that one has not been freed.`,
  }
}

function answerText(call: string, pointer: Address, size: Bytes): string {
  return `${call} returns ${hex(pointer)} for ${bytesText(size)}`
}

/** The first and the last byte of a block. */
function ends(pointer: Address, size: Bytes): [first: Address, last: Address] {
  return [pointer, pointer + Math.max(1, size) - 1]
}

/** Whether the kernel has given the byte to the program: behind the break it has not, though its page is mapped. */
function isGiven({ process }: Knowledge, address: Address): boolean {
  const region = process.regions.find(address)
  return region !== null && (region.name !== '[heap]' || address < process.programBreak)
}

/** Rows that are looked back over for a block that would have done: each time the heap grows. */
const MOST_LOOKED_BACK = 4096

/**
 * A freed block that is as large as the one that row `row` gave, and of which no byte lives in another; -1 if there is
 * none among the newest.
 */
export function unusedBlock(known: Knowledge, row: number): number {
  const { history, live } = known
  const needed = history.requested[row]!
  const oldest = Math.max(0, row - MOST_LOOKED_BACK)
  for (let block = row - 1; block >= oldest; block--) {
    const start = history.address[block]!
    const size = history.requested[block]!
    if (start === 0 || size < needed || !history.isFreed(block, row)) continue
    if (live.at(start, row) < 0 && !live.beginsIn(start, start + size, row)) return block
  }
  return -1
}
