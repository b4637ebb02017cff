import type { SpaceView } from '../../src/engine/session/index.ts'

/** An address space in which nothing is mapped, but for what `change` says. */
export function noSpace(change: Partial<SpaceView> = {}): SpaceView {
  return {
    position: { operation: 0, step: 0 },
    regions: [],
    regionCount: 0,
    addressLimit: 0x7ffffffff000,
    brkStart: 0x555555559000,
    programBreak: 0x555555559000,
    stackTop: 0x7ffffffff000,
    stackFloor: 0x7fffff7ff000,
    mappedBytes: 0,
    residentBytes: 0,
    faults: 0,
    faultsSoFar: 0,
    accesses: [],
    newPages: [],
    syscalls: [],
    maps: '\n',
    mapsLeftOut: 0,
    ...change,
  }
}
