import { thousands } from '../../format.ts'
import { type Address, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import type { HeapProblem } from '../allocator.ts'
import { isUsed, LIST_TAIL, MAPPED_BIT, PREVIOUS_USED_BIT, ROVER, sizeOf, USED_BIT } from './layout.ts'
import type { HeapView } from './view.ts'

type Report = (problem: HeapProblem) => void

/** Verifies every invariant of the heap's bytes; reports those that do not hold. */
export function checkHeap(view: HeapView, report: Report): void {
  const known = checkChunks(view, report)
  checkSentinels(view, known.lastUsed, report)
  if (view.layout.linked) checkList(view, known.free, report)
  checkRover(view, known, report)
  checkMappings(view, report)
}

/** What a sound walk found: the free chunks, all boundaries if somebody asks for them, and what the last chunk is. */
interface Known {
  readonly free: Map<Address, Bytes>
  readonly boundaries: Set<Address>
  readonly lastUsed: boolean
}

function checkChunks(view: HeapView, report: Report): Known {
  const { layout, options } = view
  const free = new Map<Address, Bytes>()
  const boundaries = new Set<Address>()
  let previousUsed = true
  let previousSize = 0
  if (view.start !== 0 && (view.start + layout.tag) % layout.alignment !== 0) {
    report(problem(view.start, 'alignment', `the first payload is no multiple of ${layout.alignment}`))
  }
  const broken = view.walkChunks((chunk, size, tag) => {
    const used = isUsed(tag)
    checkTags(view, chunk, size, tag, previousUsed, report)
    const fits = previousSize + size <= layout.largest
    if (options.coalescing === 'immediate' && !used && !previousUsed && fits) {
      report(problem(chunk, 'uncoalesced', 'this free chunk and the one before it are not merged'))
    }
    if (!used) free.set(chunk, size)
    boundaries.add(chunk)
    previousUsed = used
    previousSize = size
    return true
  })
  if (broken !== null) report(problem(broken.address, 'size', broken.reason))
  return { free, boundaries, lastUsed: previousUsed }
}

function checkTags(
  view: HeapView,
  chunk: Address,
  size: Bytes,
  tag: number,
  previousUsed: boolean,
  report: Report,
): void {
  const { layout } = view
  const used = isUsed(tag)
  if (layout.footersAlways || !used) {
    const footer = view.tagAt(chunk + size - layout.tag)
    const expected = used ? size + USED_BIT : size
    if (footer !== expected) {
      report(
        problem(chunk, 'footer', `the header says ${thousands(expected)}, the footer ${thousands(footer)}`),
      )
    }
  }
  if (!layout.footersAlways) checkPreviousBit(chunk, tag, previousUsed, report)
  const unknown = layout.footersAlways ? PREVIOUS_USED_BIT | MAPPED_BIT : MAPPED_BIT
  if ((tag & unknown) !== 0) {
    report(problem(chunk, 'flags', `the low bits ${tag & 7} of the header are no flags of a heap chunk`))
  }
}

function checkPreviousBit(address: Address, tag: number, previousUsed: boolean, report: Report): void {
  if (((tag & PREVIOUS_USED_BIT) !== 0) === previousUsed) return
  const said = previousUsed ? 'free, but it is in use' : 'in use, but it is free'
  report(problem(address, 'previous in use', `the header says that the chunk before is ${said}`))
}

function checkSentinels(view: HeapView, lastUsed: boolean, report: Report): void {
  const { layout, start, end } = view
  if (!layout.sentinels || start === 0) return
  const prologue = start - layout.prologue
  const header = view.tagAt(prologue)
  const footer = view.tagAt(start - layout.tag)
  const footerIsRight = !layout.footersAlways || footer === layout.prologue + USED_BIT
  if (sizeOf(header) !== layout.prologue || !isUsed(header) || !footerIsRight) {
    report(problem(prologue, 'prologue', `the prologue is no chunk in use of ${layout.prologue} bytes`))
  }
  const epilogue = view.tagAt(end)
  if (sizeOf(epilogue) !== 0 || !isUsed(epilogue)) {
    report(problem(end, 'epilogue', `the epilogue is no tag in use of size 0 but ${epilogue}`))
  } else if (!layout.footersAlways) checkPreviousBit(end, epilogue, lastUsed, report)
}

function checkList(view: HeapView, free: ReadonlyMap<Address, Bytes>, report: Report): void {
  const listed = new Set<Address>()
  let previous = 0
  const broken = view.walkList((_list, chunk, size) => {
    if (view.previous(chunk) !== previous) {
      report(
        problem(chunk, 'list link', `the back link is ${hex(view.previous(chunk))}, not ${hex(previous)}`),
      )
    }
    if (listed.has(chunk)) report(problem(chunk, 'list membership', 'the chunk is on the list twice'))
    else if (!free.has(chunk))
      report(problem(chunk, 'list membership', 'the list holds what is no free chunk'))
    if (previous !== 0 && !inOrder(view, previous, chunk, size)) {
      report(problem(chunk, 'list order', `the chunk does not belong behind ${hex(previous)}`))
    }
    const again = listed.has(chunk)
    listed.add(chunk)
    previous = chunk
    return !again
  })
  if (broken !== null) report(problem(broken.address, 'list link', broken.reason))
  else if (view.variable(LIST_TAIL) !== previous) {
    const tail = view.variable(LIST_TAIL)
    report(problem(tail, 'list link', `the list's tail is ${hex(tail)}, but its last chunk ${hex(previous)}`))
  }
  for (const chunk of free.keys()) {
    if (!listed.has(chunk)) report(problem(chunk, 'list membership', 'the free chunk is not on the list'))
  }
}

function inOrder(view: HeapView, before: Address, chunk: Address, size: Bytes): boolean {
  if (view.options.list === 'address') return before < chunk
  return view.options.list !== 'size' || sizeOf(view.tagAt(before)) <= size
}

function checkRover(view: HeapView, known: Known, report: Report): void {
  if (view.options.placement !== 'next') return
  const rover = view.variable(ROVER)
  const places = view.layout.linked ? known.free : known.boundaries
  if (rover === 0 || places.has(rover) || (!view.layout.linked && rover === view.end)) return
  const where = view.layout.linked ? 'a chunk of the list' : 'the start of a chunk'
  report(problem(rover, 'rover', `next fit would resume at ${hex(rover)}, which is not ${where}`))
}

function checkMappings(view: HeapView, report: Report): void {
  let previous = 0
  const broken = view.walkMappingList((mapping, length, tag) => {
    const back = view.memory.peek64(mapping + 8)
    if (back !== previous) {
      report(problem(mapping, 'mapping', `the back link is ${hex(back)}, not ${hex(previous)}`))
    }
    if ((tag & 7) !== (MAPPED_BIT | USED_BIT) || length % PAGE_SIZE !== 0 || length === 0) {
      report(problem(mapping, 'mapping', `the header ${tag} is not that of a mapping`))
    }
    previous = mapping
  })
  if (broken !== null) report(problem(broken.address, 'mapping', broken.reason))
}

function problem(address: Address, invariant: string, message: string): HeapProblem {
  return { address, invariant, message }
}
