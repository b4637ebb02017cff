import { CATALOG } from '../../src/engine/allocators/catalog.ts'
import { optionGrid, seeded } from './gauntlet.ts'
import type { Setting } from './scenarios.ts'

/** A trace that does what no program should, and the machine it is run on. */
export interface HostileTrace {
  readonly lines: readonly string[]
  readonly setting: Setting
}

/** Sizes at which arithmetic, memory or patience ends. */
const SIZES = [
  '0',
  '1',
  '7',
  '8',
  '16',
  '24',
  '40',
  '100',
  '1000',
  '4096',
  '65536',
  '131072',
  '200000',
  '1048576',
  '2147483647',
  '4294967295',
  '4294967296',
  '9007199254740991',
  '9223372036854775807',
  '18446744073709551615',
  '-1',
  '99999999999999999999',
] as const
const OFFSETS = [
  '0',
  '-1',
  '-8',
  '-16',
  '-24',
  '8',
  '16',
  '24',
  '40',
  '100',
  '4096',
  '-4096',
  '140737488355328',
] as const
const BYTES = [
  '00',
  'ff',
  '41',
  '0000000000000000',
  'ffffffffffffffff',
  '3100000000000000',
  '1000000000000080',
] as const

/** Memory that most processes may have. */
const LIMITS = { dataLimit: 1 << 22, addressLimit: 1 << 23 } as const

/** Hostile trace number `seed`: calls with absurd sizes, frees of anything, writes over tags, under any allocator. */
export function hostileTrace(seed: number): HostileTrace {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const id = () => (random(40) === 0 ? pick(['-1', '1048577', '4294967295']) : String(random(8)))
  const size = () => (random(3) === 0 ? pick(SIZES) : String(random(300)))
  const line = (): string => {
    switch (random(14)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return `a ${id()} ${size()}`
      case 4:
        return `c ${id()} ${size()} ${pick(SIZES)}`
      case 5:
        return `r ${id()} ${size()}`
      case 6:
        return `m ${id()} ${pick(SIZES)} ${size()}`
      case 7:
      case 8:
        return `f ${id()}`
      case 9:
        return `F ${id()} ${pick(OFFSETS)}`
      case 10:
      case 11:
        return `w ${id()} ${pick(OFFSETS)} ${pick(BYTES).repeat(1 + random(4))}`
      case 12:
        return `x ${id()} ${pick(OFFSETS)} ${size()}`
      default:
        return pick(['b', 't 0', 't 4096', `u ${id()}`, 'f -1', 'nonsense', 'a 1', ''])
    }
  }
  const spec = pick(CATALOG)
  return {
    lines: Array.from({ length: 3 + random(60) }, line),
    setting: {
      allocator: spec.id,
      options: pick(optionGrid(spec, 4, seed)),
      // A process may touch a great deal of memory before it is killed, which takes seconds: few are let.
      process:
        random(100) === 0
          ? {}
          : {
              ...LIMITS,
              ...pick([{}, { seed }, { dataLimit: 10_000 }, { layout: 'oracle' }, { wall: 8192 }] as const),
            },
      run: pick([{}, { onMisuse: 'abort' }, { fill: -1 }, { fill: 0, leaks: false }] as const),
    },
  }
}
