import type { Address, Bytes } from './units.ts'

/**
 * What each byte of a heap is for, from the blocks outwards:
 * - `requested`: what the program asked for;
 * - `tags`: headers and footers of chunks in use;
 * - `rounding`: what the alignment and the smallest chunk add to a request;
 * - `remainder`: what a chunk has beyond that, because it was not worth splitting (or had to be moved to an alignment);
 * - `holes`: free chunks that are not the top; `top`: the free chunk that ends at the break;
 * - `other`: the rest, which is the allocator's own (prologue, tables) or nobody's.
 */
export const PARTS = ['requested', 'tags', 'rounding', 'remainder', 'holes', 'top', 'other'] as const

export type PartName = (typeof PARTS)[number]

/** Who holds a chunk. `shared`: it is in use, but its bytes cannot be told apart (a run of blocks, a block in the making). */
export type Holder = 'block' | 'shared' | 'hole' | 'top' | 'own'

/** A chunk, as far as its parts go. All but `requested`, `tags` and `rounding` are known of any chunk. */
export interface ChunkShape {
  readonly chunk: Address
  readonly size: Bytes
  readonly payload: Address
  readonly usable: Bytes
  readonly requested: Bytes
  readonly tags: Bytes
  readonly rounding: Bytes
}

/** How many bytes of a chunk belong to a part. */
export function bytesOfPart(part: PartName, holder: Holder, shape: ChunkShape): Bytes {
  const { size, requested, tags, rounding } = shape
  if (holder !== 'block') return holdsPart(part, holder) ? size : 0
  switch (part) {
    case 'requested':
      return requested
    case 'tags':
      return tags
    case 'rounding':
      return rounding
    case 'remainder':
      return size - requested - tags - rounding
    default:
      return 0
  }
}

/** Where in a chunk the bytes of a part lie: at most three stretches [from, to), by address. */
export function rangesOfPart(
  part: PartName,
  holder: Holder,
  shape: ChunkShape,
): readonly (readonly [from: Address, to: Address])[] {
  const { chunk, size, payload, usable, requested, tags, rounding } = shape
  const end = chunk + size
  if (holder !== 'block') return holdsPart(part, holder) ? [[chunk, end]] : []
  // In front of a payload that was moved to an alignment lie bytes that are no tags.
  const footer = payload + usable
  const lead = payload - Math.max(0, tags - (end - footer))
  const asked = payload + requested
  const rounded = asked + Math.max(0, rounding - Math.max(0, lead - chunk))
  const stretches: Readonly<Partial<Record<PartName, readonly (readonly [Address, Address])[]>>> = {
    requested: [[payload, asked]],
    tags: [
      [lead, payload],
      [footer, end],
    ],
    rounding: [
      [chunk, Math.min(lead, chunk + rounding)],
      [asked, rounded],
    ],
    remainder: [
      [chunk + rounding, lead],
      [rounded, footer],
    ],
  }
  return (stretches[part] ?? []).filter(([from, to]) => to > from)
}

function holdsPart(part: PartName, holder: Exclude<Holder, 'block'>): boolean {
  switch (holder) {
    case 'hole':
      return part === 'holes'
    case 'top':
      return part === 'top'
    case 'own':
      return part === 'other'
    case 'shared':
      return part === 'requested' || part === 'rounding' || part === 'other'
  }
}
