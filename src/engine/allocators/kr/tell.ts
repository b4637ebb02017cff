import type { Address, Bytes } from '../../units.ts'
import type { StepObserver } from '../steps.ts'
import { UNIT } from './layout.ts'

/** The policy's name, as in a sentence. */
export const BY = 'Next fit'
/** The list's name, as in a sentence. */
export const LIST = 'the free list'

/** The request was turned into units. */
export function tellRequest(observer: StepObserver, size: Bytes, units: number): void {
  const need = units * UNIT
  observer({
    kind: 'request',
    requested: size,
    overhead: UNIT,
    padding: need - UNIT - size,
    need,
    unit: UNIT,
    overheadFor: 'the header',
  })
}

/** The search looks at a block of `have` units, and takes it if it fits. */
export function tellVisit(
  observer: StepObserver,
  block: Address,
  have: number,
  units: number,
  visits: number,
): void {
  const fits = have >= units
  const size = have * UNIT
  const need = units * UNIT
  const verdict = fits ? 'fits' : 'too small'
  const resumes = visits === 1
  observer({ kind: 'visit', by: BY, chunk: block, size, used: false, need, verdict, resumes })
  if (fits) observer({ kind: 'choose', by: BY, chunk: block, size, need, visits })
}

/** The tail of a free block was cut off to be given. */
export function tellTail(
  observer: StepObserver,
  block: Address,
  have: number,
  given: Address,
  units: number,
): void {
  const size = have * UNIT
  const need = units * UNIT
  observer({ kind: 'split', chunk: block, size, need, remainder: block, remainderSize: size - need })
  const text = `The last ${need} bytes are given, so only the free block's size changes`
  observer({ kind: 'note', text, chunk: given, size: need })
}

/** free has found where a block of `size` units belongs. */
export function tellPlace(observer: StepObserver, block: Address, size: number, passed: number): void {
  const members = passed === 1 ? '1 member' : `${passed} members`
  const text = `The search for its place by address looks at ${members} of the list`
  observer({ kind: 'note', text, chunk: block, size: size * UNIT })
}

/** The freed block of `size` units is on the list. */
export function tellLink(observer: StepObserver, block: Address, size: number): void {
  observer({ kind: 'link', chunk: block, size: size * UNIT, list: LIST, position: -1 })
}
