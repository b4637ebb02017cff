/** What of a scenario stands on the shelf. */
export interface KeptRef {
  readonly id: string
  readonly title: string
  readonly revision: number
  readonly digest: string
}

/** What the person works on: it stays the same while its text and its allocator change. */
export interface Work {
  /** Counts works in this visit. */
  readonly key: number
  /** The lesson that it was made from; null while it is the lesson itself, or if it has nothing to do with one. */
  readonly lesson: string | null
  /** Null while it is not on the shelf. */
  readonly kept: KeptRef | null
}

export const FIRST_WORK: Work = { key: 0, lesson: null, kept: null }
