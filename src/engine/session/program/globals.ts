import type { Program, Sections } from '../../workload/c/image.ts'
import { sectionStart } from '../../workload/c/vm/index.ts'
import type { PlacedGlobal } from './surroundings.ts'

/** The variables with static storage where they were loaded, by address. */
export function placedGlobals(program: Program, sections: Sections): PlacedGlobal[] {
  return program.globals
    .map((info) => ({ ...info, address: sectionStart(sections, info.section) + info.offset }))
    .sort((a, b) => a.address - b.address)
}
