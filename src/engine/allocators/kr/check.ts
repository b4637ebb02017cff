import type { Process } from '../../kernel/index.ts'
import { type Address, hex } from '../../units.ts'
import { FREE, type HeapProblem } from '../allocator.ts'
import { AREA, BASE, FREEP, readAreas, SIZE } from './layout.ts'
import { canBegin, walkBlocks } from './walk.ts'

type Report = (problem: HeapProblem) => void

/** Every invariant of the bytes: the list by address and closed, freep on it, blocks that tile their areas, no two free side by side. */
export function checkKr(process: Process, report: Report): void {
  const { memory, staticStart } = process
  if (memory.peek64(staticStart + FREEP) === 0) return
  if (memory.peek64(staticStart + AREA) !== 0 && readAreas(process).length === 0) {
    report({ address: staticStart + AREA, invariant: 'area', message: 'The record of areas makes no sense.' })
  }
  const baseSize = memory.peek64(staticStart + BASE + SIZE)
  if (baseSize !== 0) {
    const message = `The list's first member has ${baseSize} units; it must have none.`
    report({ address: staticStart + BASE + SIZE, invariant: 'base', message })
  }
  const members = checkList(process, report)
  checkFreep(process, members, report)
  checkBlocks(process, members, report)
}

/** Follows the list from base; answers its members as far as they make sense. */
function checkList(process: Process, report: Report): Set<Address> {
  const { memory } = process
  const base = process.staticStart + BASE
  const areas = readAreas(process)
  const members = new Set<Address>()
  let from = base
  for (;;) {
    const block = memory.peek64(from)
    if (block === base) return members
    if (!canBegin(areas, block)) {
      const message = `The link at ${hex(from)} leads to ${hex(block)}, where no block can be.`
      report({ address: from, invariant: 'list link', message })
      return members
    }
    if (block <= from) {
      const message = `The link at ${hex(from)} leads back to ${hex(block)}; the list must go up.`
      report({ address: from, invariant: 'order', message })
      return members
    }
    members.add(block)
    from = block
  }
}

function checkFreep(process: Process, members: ReadonlySet<Address>, report: Report): void {
  const address = process.staticStart + FREEP
  const freep = process.memory.peek64(address)
  if (freep === process.staticStart + BASE || members.has(freep)) return
  report({ address, invariant: 'freep', message: `freep is ${hex(freep)}, which is not on the list.` })
}

function checkBlocks(process: Process, members: ReadonlySet<Address>, report: Report): void {
  const missing = new Set(members)
  let freeEnd = -1
  const problem = walkBlocks(process, (block, size, state) => {
    missing.delete(block)
    if (state !== FREE) return true
    if (block === freeEnd) {
      const message = `The free blocks on both sides of ${hex(block)} touch and should be one.`
      report({ address: block, invariant: 'uncoalesced', message })
    }
    freeEnd = block + size
    return true
  })
  if (problem !== null) {
    const message = `At ${hex(problem.address)} ${problem.reason}.`
    report({ address: problem.address, invariant: 'size', message })
    return
  }
  for (const block of missing) {
    const message = `The list names ${hex(block)}, where no block begins.`
    report({ address: block, invariant: 'list block', message })
  }
}
