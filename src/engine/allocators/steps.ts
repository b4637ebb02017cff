import type { Address, Bytes } from '../units.ts'

/** Why a visited chunk was or was not taken. */
export type Verdict = 'in use' | 'too small' | 'fits' | 'best so far' | 'not better'

/**
 * One thing that happens inside an operation, as facts; the sentence is made from them elsewhere.
 * `chunk` is always the chunk's first byte (its header), `payload` what the caller gets, `size` the
 * size of the whole chunk. An allocator reports a step right AFTER the loads and stores it consists
 * of, so that these can be attached to it.
 */
export type Step =
  /**
   * The request was turned into a chunk size. `overhead`: bytes for tags, or for what `overheadFor` says ("two tags",
   * "the header"); `padding`: bytes of rounding.
   */
  | {
      kind: 'request'
      requested: Bytes
      overhead: Bytes
      padding: Bytes
      need: Bytes
      unit: Bytes
      overheadFor?: string
    }
  /** A search looks at a chunk. `by`: the policy's name as in a sentence ("First fit"). `resumes`: first look of a next-fit search. */
  | {
      kind: 'visit'
      by: string
      chunk: Address
      size: Bytes
      used: boolean
      need: Bytes
      verdict: Verdict
      resumes?: boolean
    }
  /** The search ended with a chunk. `visits`: chunks looked at by this search. */
  | { kind: 'choose'; by: string; chunk: Address; size: Bytes; need: Bytes; visits: number }
  /** The search found nothing. `why`, if given, is a clause for the sentence. */
  | { kind: 'fail'; by: string; need: Bytes; visits: number; why?: string }
  | { kind: 'split'; chunk: Address; size: Bytes; need: Bytes; remainder: Address; remainderSize: Bytes }
  /** A chunk is larger than needed but is given whole: `left` is less than `smallest`. */
  | { kind: 'whole'; chunk: Address; size: Bytes; need: Bytes; left: Bytes; smallest: Bytes }
  /** `parts` free neighbours became one chunk. `before`, `after`: whether the chunk before / after was one of them. */
  | {
      kind: 'coalesce'
      chunk: Address
      size: Bytes
      freed: Address
      before: boolean
      after: boolean
      parts: number
    }
  /** A freed chunk has no free neighbour, or the allocator does not merge now (`why`). */
  | { kind: 'alone'; chunk: Address; size: Bytes; why: 'no free neighbour' | 'deferred' | 'never' }
  /** A chunk enters a free list; `list` is the list's name, `position` 0 for its head (-1 unknown). */
  | { kind: 'link'; chunk: Address; size: Bytes; list: string; position: number }
  | { kind: 'unlink'; chunk: Address; size: Bytes; list: string }
  /** Tags were written: the chunk is now in use or free. */
  | { kind: 'mark'; chunk: Address; size: Bytes; used: boolean }
  /** The break moved (or `to` equals `from`: the kernel refused). */
  | { kind: 'grow'; from: Address; to: Address; wanted: Bytes }
  | { kind: 'shrink'; from: Address; to: Address }
  /** A mapping of its own was made; `address` 0 when the kernel refused. */
  | { kind: 'map'; address: Address; length: Bytes }
  | { kind: 'unmap'; address: Address; length: Bytes }
  /** realloc: the block stays where it is. */
  | {
      kind: 'inPlace'
      chunk: Address
      from: Bytes
      to: Bytes
      how: 'fits' | 'shrink' | 'next' | 'top' | 'remap'
    }
  /** realloc: the contents are copied. */
  | { kind: 'copy'; from: Address; to: Address; length: Bytes }
  /** calloc: the payload is cleared. */
  | { kind: 'clear'; address: Address; length: Bytes }
  /** free or realloc was given a pointer that the allocator itself rejects. */
  | { kind: 'reject'; payload: Address; why: string }
  /** Something only this allocator does, as a finished clause ("The rover moves on to …"). */
  | { kind: 'note'; text: string; chunk: Address; size: Bytes }
  /** The program itself reads or writes memory (not the allocator). */
  | { kind: 'access'; write: boolean; address: Address; length: Bytes }
  /**
   * A statement of a program has run: its text, and where it stands ("line 8"). `calls`: the stretch of the stack where
   * the frames of its calls lie.
   */
  | { kind: 'statement'; text: string; where: string; calls: { from: Address; to: Address } }
  /** The process ends here: `message` says why in a sentence. */
  | { kind: 'end'; how: 'fault' | 'abort' | 'budget' | 'misuse'; message: string }
  /**
   * The call ends (the session reports this, not the allocator). `value` is the pointer (0 is NULL), or the number
   * that malloc_usable_size and the like answer; -1 is how system calls fail. `filled`: bytes that the program then writes into the new block.
   * `name`: the function that answers; without it, the one that the operation calls.
   */
  | {
      kind: 'return'
      what: 'pointer' | 'number' | 'nothing'
      value: number
      errno: number
      filled: Bytes
      name?: string
    }

export type StepKind = Step['kind']

/** Receives the steps of an operation while it runs. */
export type StepObserver = (step: Step) => void
