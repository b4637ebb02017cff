import type { Bytes } from '../units.ts'
import type { Anatomy } from './allocator.ts'

/** The anatomy of a heap without a top chunk, whose blocks have `tags` bytes of tags each and are never mapped. */
export class PlainAnatomy implements Anatomy {
  readonly knowsBlocks: boolean = true

  /** `chunkFor`: the chunk size for a request, from the options alone. */
  constructor(
    private readonly tags: Bytes,
    private readonly chunk: (requested: Bytes) => Bytes,
  ) {}

  tagBytes(): Bytes {
    return this.tags
  }

  chunkFor(requested: Bytes): Bytes {
    return this.chunk(requested)
  }

  topBytes(): Bytes {
    return 0
  }
}
