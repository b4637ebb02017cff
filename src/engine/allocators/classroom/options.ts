import type { OptionValues } from '../allocator.ts'

export type PlacementName = 'first' | 'next' | 'best' | 'worst'
export type ListName = 'implicit' | 'lifo' | 'fifo' | 'address' | 'size'
export type CoalescingName = 'immediate' | 'deferred' | 'never'

/** The options of the family as `spec.ts` describes them, read once. Sizes in bytes; 0 where the catalog gives 0 a meaning. */
export interface ClassroomOptions {
  readonly placement: PlacementName
  readonly list: ListName
  readonly coalescing: CoalescingName
  readonly tag: number
  readonly footers: 'always' | 'free'
  readonly alignment: number
  readonly split: number
  readonly growth: 'missing' | 'need'
  readonly increment: number
  readonly initial: number
  readonly mmapThreshold: number
  readonly trimThreshold: number
  readonly realloc: 'in-place' | 'move'
  readonly ends: 'bounds' | 'sentinels'
  readonly rover: 'behind' | 'at'
  readonly mallocZero: 'chunk' | 'null'
}

/** Reads resolved option values; the catalog has already put every one within its limits. */
export function readOptions(values: OptionValues): ClassroomOptions {
  const text = <T extends string>(key: string) => String(values[key]) as T
  const number = (key: string) => Number(values[key])
  return {
    placement: text('placement'),
    list: text('list'),
    coalescing: text('coalescing'),
    tag: number('tag'),
    footers: text('footers'),
    alignment: number('alignment'),
    split: number('split'),
    growth: text('growth'),
    increment: number('increment'),
    initial: number('initial'),
    mmapThreshold: number('mmapThreshold'),
    trimThreshold: number('trimThreshold'),
    realloc: text('realloc'),
    ends: text('ends'),
    rover: text('rover'),
    mallocZero: text('mallocZero'),
  }
}
