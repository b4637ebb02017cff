import type { Process } from '../../kernel/index.ts'
import { type Address, hex } from '../../units.ts'
import type { HeapProblem } from '../allocator.ts'
import { BLOCKS, FREE_LIST, type Range, type TableView, viewTable } from './layout.ts'
import type { OrderName } from './order.ts'
import { type Extent, walkRanges } from './walk.ts'

type Report = (problem: HeapProblem) => void

/** What must hold depends on these. */
export interface Rules extends Extent {
  readonly order: OrderName
  readonly coalesce: boolean
}

/**
 * Every invariant of the bytes: both tables within their pages, blocks by address, ranges that tile the
 * heap, and under ADDRSORT a sorted list, merged where merging is on. Lists sorted by size may be out of
 * order between two frees: a split changes a size where it stands.
 */
export function checkOstep(process: Process, rules: Rules, report: Report): void {
  const free = viewTable(process, FREE_LIST)
  const blocks = viewTable(process, BLOCKS)
  checkCount(process.staticStart + FREE_LIST, 'free list', free, report)
  checkCount(process.staticStart + BLOCKS, 'table of blocks', blocks, report)
  checkRising('table of blocks', blocks.ranges, report)
  if (rules.order === 'ADDRSORT') {
    checkRising('free list', free.ranges, report)
    if (rules.coalesce) checkMerged(free.ranges, report)
  }
  const problem = walkRanges(process, rules, () => true)
  if (problem !== null) {
    const message = `At ${hex(problem.address)}: ${problem.reason}.`
    report({ address: problem.address, invariant: 'ranges', message })
  }
}

function checkCount(statics: Address, name: string, table: TableView, report: Report): void {
  if (table.count <= table.capacity) return
  const message = `The ${name} has ${table.count} entries, but room for ${table.capacity}.`
  report({ address: statics, invariant: 'count', message })
}

function checkRising(name: string, ranges: readonly Range[], report: Report): void {
  pairs(ranges, (left, right) => {
    if (left.address < right.address) return
    const message = `In the ${name}, ${hex(right.address)} comes after ${hex(left.address)}.`
    report({ address: right.entry, invariant: 'order', message })
  })
}

function checkMerged(ranges: readonly Range[], report: Report): void {
  pairs(ranges, (left, right) => {
    if (left.address + left.size !== right.address) return
    const message = `The free ranges on both sides of ${hex(right.address)} touch and should be one.`
    report({ address: right.address, invariant: 'uncoalesced', message })
  })
}

function pairs(ranges: readonly Range[], visit: (left: Range, right: Range) => void): void {
  for (let i = 1; i < ranges.length; i++) visit(ranges[i - 1]!, ranges[i]!)
}
