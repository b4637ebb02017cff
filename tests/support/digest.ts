import { createHash } from 'node:crypto'
import type { Process } from '../../src/engine/kernel/index.ts'
import { PAGE_SIZE } from '../../src/engine/units.ts'

/** A hash of everything a program could see of the process: its regions, the break, and every resident byte. */
export function digest(process: Process): string {
  const hash = createHash('sha1')
  hash.update(`${process.programBreak} ${process.memory.residentPages} ${process.syscalls};`)
  process.regions.forEach((region) => {
    hash.update(`${region.start}-${region.end} ${region.prot};`)
    for (let page = region.start; page < region.end; page += PAGE_SIZE) {
      if (!process.memory.isResident(page)) continue
      hash.update(`${page}:`)
      hash.update(process.memory.peekBytes(page, PAGE_SIZE))
    }
  })
  return hash.digest('hex')
}
