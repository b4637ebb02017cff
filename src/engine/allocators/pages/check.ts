import type { Process } from '../../kernel/index.ts'
import { PROT_NONE, PROT_READ, PROT_WRITE } from '../../memory/index.ts'
import { type Address, hex } from '../../units.ts'
import type { HeapProblem } from '../allocator.ts'
import { type Block, COUNT, ENTRY, homeOf, readBlocks, readTable, type Shape } from './layout.ts'
import { walkMappings } from './walk.ts'

type Report = (problem: HeapProblem) => void

/** Every invariant: the table's entries can be found and are counted, mappings do not overlap, the kernel's regions agree. */
export function checkPages(process: Process, shape: Shape, report: Report): void {
  const problem = walkMappings(process, shape, () => true)
  if (problem !== null) {
    const message = `At ${hex(problem.address)} ${problem.reason}.`
    report({ address: problem.address, invariant: 'table', message })
    return
  }
  const table = readTable(process)
  if (table === null) return
  const blocks = readBlocks(process, table.address, table.capacity, shape.guard)
  const count = process.memory.peek64(process.staticStart + COUNT)
  if (count !== blocks.length) {
    const message = `The table has ${blocks.length} entries, but ${count} were counted.`
    report({ address: process.staticStart + COUNT, invariant: 'count', message })
  }
  for (const block of blocks) {
    checkPlace(process, table.address, table.capacity, block, report)
    checkRegions(process, block, report)
  }
}

/** A search that begins at the entry's home must reach it. */
function checkPlace(process: Process, table: Address, capacity: number, block: Block, report: Report): void {
  const index = (block.entry - table) / ENTRY
  for (let i = homeOf(block.payload, capacity); i !== index; i = (i + 1) % capacity) {
    if (process.memory.peek64(table + i * ENTRY) !== 0) continue
    const message = `A search for ${hex(block.payload)} ends at the empty entry ${i} and never reaches its own, ${index}.`
    report({ address: block.entry, invariant: 'hash', message })
    return
  }
}

function checkRegions(process: Process, block: Block, report: Report): void {
  const dataEnd = block.mapping + block.data
  if (!hasProt(process, block.mapping, dataEnd, PROT_READ | PROT_WRITE)) {
    const message = `The pages of ${hex(block.payload)}, up to ${hex(dataEnd)}, are not mapped to be read and written.`
    report({ address: block.mapping, invariant: 'mapping', message })
  }
  if (!hasProt(process, dataEnd, block.mapping + block.length, PROT_NONE)) {
    const message = `The page at ${hex(dataEnd)} should be mapped without permissions, as a guard.`
    report({ address: dataEnd, invariant: 'guard', message })
  }
}

/** Whether all of [from, to) is mapped with these permissions. */
function hasProt(process: Process, from: Address, to: Address, prot: number): boolean {
  for (let at = from; at < to; ) {
    const region = process.regions.find(at)
    if (region === null || region.prot !== prot) return false
    at = region.end
  }
  return true
}
