import type { Process } from '../../kernel/index.ts'
import { type Address, hex } from '../../units.ts'
import { FREE, type HeapProblem, META } from '../allocator.ts'
import { listAt, MAX_ORDER, MIN_ORDER, NEXT, PREV } from './layout.ts'
import type { Marks } from './marks.ts'
import { poolsOf, walkBlocks } from './walk.ts'

type Report = (problem: HeapProblem) => void

/** Every invariant of the bytes: blocks tile their pools by halves, no two buddies free, each free block once on its order's list. */
export function checkBuddy(process: Process, marks: Marks, report: Report): void {
  /** Free blocks that no list has named yet, with their sizes. */
  const free = new Map<Address, number>()
  const problem = walkBlocks(process, marks, (block, size, state, payload) => {
    if (state === FREE) free.set(block, size)
    else if (state !== META) checkPayload(process, marks, block, payload, report)
    return true
  })
  if (problem !== null) {
    const message = `At ${hex(problem.address)} ${problem.reason}.`
    report({ address: problem.address, invariant: 'mark', message })
    return
  }
  checkBuddies(process, free, report)
  for (let order = MIN_ORDER; order <= MAX_ORDER; order++) checkList(process, marks, order, free, report)
  for (const block of free.keys()) {
    const message = `The block at ${hex(block)} is free, but no list leads to it.`
    report({ address: block, invariant: 'lost', message })
  }
}

/** A payload moved by memalign must lead back to its block. */
function checkPayload(
  process: Process,
  marks: Marks,
  block: Address,
  payload: Address,
  report: Report,
): void {
  if (marks.header === 0 || payload === block + marks.header) return
  const [front, own] = [process.memory.peek64(payload - marks.header), process.memory.peek64(block)]
  if (front === own) return
  const message = `The word in front of ${hex(payload)} is ${hex(front)}; that of its block is ${hex(own)}.`
  report({ address: payload - marks.header, invariant: 'moved payload', message })
}

function checkBuddies(process: Process, free: ReadonlyMap<Address, number>, report: Report): void {
  for (const pool of poolsOf(process)) {
    for (const [block, size] of free) {
      const offset = block - pool.base
      if (offset < 0 || offset >= pool.size || (offset / size) % 2 !== 0) continue
      if (free.get(block + size) !== size || offset + size >= pool.size) continue
      const message = `The buddies at ${hex(block)} and ${hex(block + size)} are free and should be one block of ${2 * size}.`
      report({ address: block, invariant: 'uncoalesced', message })
    }
  }
}

/** Follows the list of one order, striking its blocks from `free`. */
function checkList(
  process: Process,
  marks: Marks,
  order: number,
  free: Map<Address, number>,
  report: Report,
): void {
  const { memory, staticStart } = process
  let prev = 0
  let from = listAt(staticStart, order)
  for (let block = memory.peek64(from); block !== 0; block = memory.peek64(from)) {
    const size = free.get(block)
    if (!free.delete(block)) {
      const message = `The link at ${hex(from)} leads to ${hex(block)}, which is no free block, or is listed already.`
      report({ address: from, invariant: 'list link', message })
      return
    }
    if (size !== 2 ** order) {
      const message = `The block at ${hex(block)} has ${size} bytes and is on the list of ${2 ** order}.`
      report({ address: block, invariant: 'wrong list', message })
    }
    const links = block + marks.header
    const back = memory.peek64(links + PREV)
    if (back !== prev) {
      const message = `The block at ${hex(block)} follows ${hex(prev)} on its list, but names ${hex(back)}.`
      report({ address: links + PREV, invariant: 'previous link', message })
    }
    prev = block
    from = links + NEXT
  }
}
