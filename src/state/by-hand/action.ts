import type { Address, Bytes } from '../../engine/units.ts'

/** A block that the text can name where it ends. */
export interface HandBlock {
  /** As the text names it: `p1`, `list->next`; in a trace `p[3]`. */
  readonly name: string
  /** The pointer's type as C writes it, `char *`; '' in a trace. */
  readonly type: string
  /** Where the pointer points. */
  readonly address: Address
  /** Bytes asked for; -1 where no live block begins there. */
  readonly requested: Bytes
  /**
   * `live`: a block begins there. `freed`: the pointer is left over from one that was freed. `inside`: it points into a
   * chunk that is in use, which for an allocator that keeps no tags may be all of its heap.
   */
  readonly state: 'live' | 'freed' | 'inside'
  /** The chunk that holds it. */
  readonly chunk: { readonly address: Address; readonly size: Bytes }
}

/** What a person does by hand. */
export type HandAction =
  | { readonly kind: 'malloc'; readonly size: Bytes }
  | { readonly kind: 'calloc'; readonly count: number; readonly size: Bytes }
  | { readonly kind: 'realloc'; readonly block: HandBlock; readonly size: Bytes }
  | { readonly kind: 'free'; readonly block: HandBlock }
  /** Writes `length` times the byte `value` from `offset` of the block on; a negative offset is before its start. */
  | {
      readonly kind: 'fill'
      readonly block: HandBlock
      readonly offset: Bytes
      readonly value: number
      readonly length: Bytes
    }
  /** Writes the bytes of a text, in UTF-8 and without a NUL at its end. */
  | { readonly kind: 'text'; readonly block: HandBlock; readonly offset: Bytes; readonly text: string }

/** Whether an action calls the allocator; otherwise it only writes. */
export function isCall({ kind }: HandAction): boolean {
  return kind !== 'fill' && kind !== 'text'
}

/** The bytes of a text in UTF-8. */
export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The block that belongs to the chunk at an address: one that lives there, else one that a pointer is left over from. */
export function blockAt(blocks: readonly HandBlock[], address: Address): HandBlock | null {
  const there = blocks.filter(
    ({ chunk }) => address >= chunk.address && address < chunk.address + Math.max(1, chunk.size),
  )
  const first = (wanted: HandBlock['state']) => there.find(({ state }) => state === wanted)
  return first('live') ?? first('freed') ?? first('inside') ?? null
}
