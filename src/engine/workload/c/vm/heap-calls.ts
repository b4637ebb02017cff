import type { Program } from '../image.ts'

/** A call of the program's own malloc, free … that is under way or over. Sizes and pointers are unsigned numbers. */
export interface HeapCall {
  /** Index into `functions`. */
  readonly function: number
  /** `malloc`, also where the program calls it `mm_malloc`. */
  readonly name: string
  readonly arguments: readonly number[]
  /** What it has answered; null while it is under way. */
  readonly result: number | null
}

/** Told of the outermost calls of the program's own malloc family. */
export interface HeapCallListener {
  enter(call: HeapCall): void
  leave(call: HeapCall): void
}

/** Names whose calls are reported when the program defines them. */
const FAMILY = [
  'malloc',
  'calloc',
  'realloc',
  'free',
  'memalign',
  'aligned_alloc',
  'posix_memalign',
  'malloc_usable_size',
]

/** Where functions of the malloc family begin; malloc lab's mm_ names count when the program has no plain one. */
export function familyEntries(program: Program): Uint8Array {
  const marks = new Uint8Array(program.code.length)
  const own = program.functions.filter((each) => !each.isLibrary && each.entry >= 0 && each.end > each.entry)
  for (const name of FAMILY) {
    const found = own.find((each) => each.name === name) ?? own.find((each) => each.name === `mm_${name}`)
    if (found !== undefined) marks[found.entry] = 1
  }
  return marks
}
