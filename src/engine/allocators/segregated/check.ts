import type { Process } from '../../kernel/index.ts'
import { type Address, hex } from '../../units.ts'
import { FREE, type HeapProblem, META, TOP } from '../allocator.ts'
import type { Classes } from './classes.ts'
import { binAt, bitmapWordAt, END, FIRST, NEXT, PREV, sizeOf, TAG, USED_FLAG } from './layout.ts'
import { walkChunks } from './walk.ts'

type Report = (problem: HeapProblem) => void

/** Every invariant of the bytes: equal tags, ends, neighbours merged, each free chunk once in its bin, links both ways, the bitmap. */
export function checkSegregated(process: Process, classes: Classes, report: Report): void {
  const first = process.memory.peek64(process.staticStart + FIRST)
  if (first === 0) return
  const free = checkChunks(process, report)
  if (free === null) return
  checkEnds(process, report)
  for (let bin = 0; bin < classes.count; bin++) checkBin(process, classes, bin, free, report)
  for (const chunk of free) {
    const message = `The chunk at ${hex(chunk)} is free, but no bin leads to it.`
    report({ address: chunk, invariant: 'lost', message })
  }
}

/** Walks the heap; answers its free chunks, or null when it makes no sense. */
function checkChunks(process: Process, report: Report): Set<Address> | null {
  const { memory } = process
  const free = new Set<Address>()
  let wasFree = false
  const problem = walkChunks(process, (chunk, size, state) => {
    const isFree = state === FREE || state === TOP
    const header = memory.peek64(chunk)
    const footer = memory.peek64(chunk + size - TAG)
    if (header !== footer && (state !== META || size > TAG)) {
      const message = `The header at ${hex(chunk)} is ${hex(header)}, but its footer is ${hex(footer)}.`
      report({ address: chunk + size - TAG, invariant: 'footer', message })
    }
    if (isFree && wasFree) {
      const message = `The chunk at ${hex(chunk)} and the one in front of it are free and should be one.`
      report({ address: chunk, invariant: 'uncoalesced', message })
    }
    if (isFree) free.add(chunk)
    wasFree = isFree
    return true
  })
  if (problem === null) return free
  const message = `At ${hex(problem.address)} ${problem.reason}.`
  report({ address: problem.address, invariant: 'size', message })
  return null
}

function checkEnds(process: Process, report: Report): void {
  const { memory, staticStart } = process
  const prologue = memory.peek64(staticStart + FIRST) - TAG
  const epilogue = memory.peek64(staticStart + END)
  for (const [address, invariant] of [
    [prologue, 'prologue'],
    [epilogue, 'epilogue'],
  ] as const) {
    const tag = memory.peek64(address)
    if (tag === USED_FLAG) continue
    const message = `The ${invariant} at ${hex(address)} is ${hex(tag)}; it must be 0x1 (size 0, in use).`
    report({ address, invariant, message })
  }
}

/** Follows one bin, striking its chunks from `free`. */
function checkBin(process: Process, classes: Classes, bin: number, free: Set<Address>, report: Report): void {
  const { memory, staticStart } = process
  const head = binAt(staticStart, bin)
  let prev = 0
  for (let chunk = memory.peek64(head); chunk !== 0; chunk = memory.peek64(chunk + NEXT)) {
    const from = prev === 0 ? head : prev + NEXT
    if (!free.delete(chunk)) {
      const message = `The link at ${hex(from)} leads to ${hex(chunk)}, which is no free chunk, or is listed already.`
      report({ address: from, invariant: 'list link', message })
      return
    }
    const size = sizeOf(memory.peek64(chunk))
    if (classes.binOf(size) !== bin) {
      const message = `The chunk at ${hex(chunk)} has ${size} bytes and is in bin ${bin}, not ${classes.binOf(size)}.`
      report({ address: chunk, invariant: 'wrong bin', message })
    }
    const back = memory.peek64(chunk + PREV)
    if (back !== prev) {
      const message = `The chunk at ${hex(chunk)} follows ${hex(prev)} in its bin, but names ${hex(back)}.`
      report({ address: chunk + PREV, invariant: 'previous link', message })
    }
    prev = chunk
  }
  checkBit(process, bin, report)
}

function checkBit(process: Process, bin: number, report: Report): void {
  const { memory, staticStart } = process
  const address = bitmapWordAt(staticStart, bin)
  const bit = (memory.peek32(address) >>> (bin & 31)) & 1
  const isOccupied = memory.peek64(binAt(staticStart, bin)) !== 0
  if ((bit === 1) === isOccupied) return
  const message = `The bitmap says ${bit} for bin ${bin}, which ${isOccupied ? 'holds chunks' : 'is empty'}.`
  report({ address, invariant: 'bitmap', message })
}
