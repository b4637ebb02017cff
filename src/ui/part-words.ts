import { PARTS, type PartName } from '../engine/parts.ts'

/** What the parts of a heap are called, and what they are, in a sentence. */
export const PART_WORDS: Readonly<Record<PartName, { readonly name: string; readonly means: string }>> = {
  requested: { name: 'requested', means: 'What the program asked for.' },
  tags: { name: 'tags', means: 'Headers and footers of chunks in use.' },
  rounding: { name: 'rounding', means: 'What the alignment and the smallest chunk add to a request.' },
  remainder: {
    name: 'split remainder',
    means: 'What a chunk in use has beyond its need, because too little was left to split it.',
  },
  holes: { name: 'holes', means: 'Free chunks between others.' },
  top: { name: 'top', means: 'The free chunk that ends at the break.' },
  other: { name: 'other', means: "The allocator's own bytes, and bytes that nobody can use." },
}

/** What `other` is in a heap where more can be said of it, by the allocator's factory. */
const OTHERS: Readonly<Record<string, string>> = {
  bump: 'Freed blocks, which bump never uses again.',
  buddy: 'What lies in front of the pools, and their tables.',
  pages: 'Guard pages, and the table of the mappings.',
  kr: 'The records of areas that do not join.',
  classroom: 'The padding and the sentinels at the ends of the heap.',
  segregated: 'The sentinels at the ends of the heap, and gaps.',
}

/** What a part is, in this heap. `ownMalloc`: nobody but the program knows how its chunks are made. */
export function partMeans(part: PartName, factory: string, ownMalloc: boolean): string {
  if (part !== 'other') return PART_WORDS[part].means
  if (ownMalloc) return "The program's own malloc made of these bytes what nobody else knows."
  return OTHERS[factory] ?? PART_WORDS.other.means
}

/** What a part is called, in this heap. */
export function partName(part: PartName, factory: string, ownMalloc: boolean): string {
  if (part !== 'other') return PART_WORDS[part].name
  if (ownMalloc) return "the program's own"
  return factory === 'bump' ? 'lost' : PART_WORDS.other.name
}

/** The parts that this heap can have: of a program's own malloc only blocks are known. */
export function partsShown(ownMalloc: boolean): readonly PartName[] {
  return ownMalloc ? ['requested', 'other'] : PARTS
}
