import type { Process } from '../../kernel/index.ts'
import { type Address, type Bytes, hex } from '../../units.ts'
import { FREE, type HeapProblem } from '../allocator.ts'
import { BACK, FREE_FLAG, PREV, peekHeader } from './layout.ts'
import { walkBlocks } from './walk.ts'

interface Shape {
  readonly header: Bytes
  readonly alignment: Bytes
  readonly giveBack: boolean
}

/** Every invariant of the bytes: blocks in order inside the heap, links both ways, back pointers, no two free side by side. */
export function checkLinked(process: Process, shape: Shape, report: (problem: HeapProblem) => void): void {
  let prev = 0
  let end: Address = 0
  let wasFree = false
  const problem = walkBlocks(process, shape.header, (block, size, state) => {
    checkHeader(process, shape, block, prev, report)
    if (state === FREE && wasFree && block === end) {
      const message = `The free blocks at ${hex(prev)} and ${hex(block)} touch and should be one.`
      report({ address: block, invariant: 'uncoalesced', message })
    }
    prev = block
    end = block + size
    wasFree = state === FREE
    return true
  })
  if (problem !== null) {
    const message = `At ${hex(problem.address)} ${problem.reason}.`
    report({ address: problem.address, invariant: 'list link', message })
  } else if (shape.giveBack && wasFree && end === process.programBreak) {
    const message = `The last block, ${hex(prev)}, is free and should have gone back to the kernel.`
    report({ address: prev, invariant: 'free end', message })
  }
}

function checkHeader(
  process: Process,
  shape: Shape,
  block: Address,
  prev: Address,
  report: (problem: HeapProblem) => void,
): void {
  const header = peekHeader(process.memory, block)
  const payload = block + shape.header
  if (header.prev !== prev) {
    const message = `The block at ${hex(block)} follows ${hex(prev)}, but names ${hex(header.prev)}.`
    report({ address: block + PREV, invariant: 'previous link', message })
  }
  if (header.back !== payload) {
    const message = `The back pointer of ${hex(payload)} is ${hex(header.back)}.`
    report({ address: block + BACK, invariant: 'back pointer', message })
  }
  if (header.free > 1) {
    const message = `The free flag of ${hex(block)} is ${header.free}; only 0 and 1 mean something.`
    report({ address: block + FREE_FLAG, invariant: 'free flag', message })
  }
  if (block % shape.alignment !== 0 || header.size % shape.alignment !== 0 || header.size === 0) {
    const message = `The block at ${hex(block)} has ${header.size} bytes; both must suit ${shape.alignment}.`
    report({ address: block, invariant: 'alignment', message })
  }
}
