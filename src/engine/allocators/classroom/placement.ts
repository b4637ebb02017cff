import type { Address, Bytes } from '../../units.ts'
import type { AllocatorContext } from '../allocator.ts'
import type { Verdict } from '../steps.ts'
import type { Chunks } from './chunks.ts'
import type { Order } from './freelist.ts'
import { isUsed, ROVER, sizeOf } from './layout.ts'
import type { ClassroomOptions, PlacementName } from './options.ts'
import type { PageIndex } from './pageindex.ts'

/** What a placement policy works on. */
export interface SearchSpace {
  readonly chunks: Chunks
  readonly order: Order
  readonly context: AllocatorContext
}

/** Chunks that next fit looks at from its rover on before it asks the side index. */
const SHORT_SEARCH = 32

/** Which free chunk a request gets: a function over the chunks in their order. */
export abstract class Placement {
  /** The policy's name as sentences begin with it. */
  abstract readonly name: string
  private visits = 0

  constructor(protected readonly space: SearchSpace) {}

  /** A free chunk of at least `need` bytes; 0 when there is none. */
  find(need: Bytes): Address {
    this.visits = 0
    const chunk = this.search(need)
    const { context, chunks } = this.space
    if (context.observer === null) return chunk
    const { name: by, visits } = this
    if (chunk === 0) context.observer({ kind: 'fail', by, need, visits })
    else context.observer({ kind: 'choose', by, chunk, size: chunks.sizeAt(chunk), need, visits })
    return chunk
  }

  protected abstract search(need: Bytes): Address

  /** A request was served with this chunk. */
  gave(_chunk: Address, _size: Bytes): void {}

  /** Chunks became one of this place and size. */
  merged(_chunk: Address, _size: Bytes): void {}

  /** A chunk is about to leave its list. */
  left(_chunk: Address, _successor: Address): void {}

  /** The search looked at a chunk. */
  protected visit(chunk: Address, tag: number, need: Bytes, better: Verdict, resumes: boolean): void {
    this.visits++
    const used = isUsed(tag)
    const verdict = !this.space.order.available(tag) ? 'in use' : sizeOf(tag) < need ? 'too small' : better
    this.space.context.observer!({
      kind: 'visit',
      by: this.name,
      chunk,
      size: sizeOf(tag),
      used,
      need,
      verdict,
      ...(resumes && { resumes }),
    })
  }

  /** The side index, when it may be used: not while somebody watches the visits. */
  protected index(): PageIndex | null {
    const { order, context } = this.space
    return context.observer === null && order.index !== null && order.index.ready() ? order.index : null
  }

  /** The first chunk that fits on the way from `from` to the chunk `until` (0: the end); 0 when there is none. */
  protected firstFit(from: Address, until: Address, need: Bytes, resumes: boolean): Address {
    const { chunks, order, context } = this.space
    const stats = context.stats
    const indexed = order.index !== null && context.observer === null
    // Next fit mostly ends a few chunks behind its rover; then bringing the index up to date would cost more.
    let plain = indexed ? (resumes ? SHORT_SEARCH : 0) : Number.POSITIVE_INFINITY
    for (let at = from; at !== until && at !== 0; ) {
      if (plain-- === 0) {
        const index = this.index()
        if (index !== null) return index.first(need, at, until)
      }
      if (!indexed && context.observer === null) {
        at = order.pass(at, until, need, Number.POSITIVE_INFINITY)
        if (at === until || at === 0) return 0
      }
      const tag = chunks.tagAt(at)
      stats.probe()
      if (context.observer !== null) this.visit(at, tag, need, 'fits', resumes && at === from)
      const size = sizeOf(tag)
      if (size >= need && order.available(tag)) return at
      at = order.after(at, size)
    }
    return 0
  }

  /** The chunk with the size nearest to `need` (or, with `sign` -1, the largest); of equals the first; 0 when none fits. */
  protected extreme(need: Bytes, sign: 1 | -1): Address {
    const { chunks, order, context } = this.space
    const stats = context.stats
    let best = 0
    let bestSize = sign * Number.POSITIVE_INFINITY
    for (let at = order.first(); at !== 0; ) {
      if (context.observer === null) {
        const atLeast = sign > 0 ? need : Math.max(need, bestSize + 1)
        at = order.pass(at, 0, atLeast, sign > 0 ? bestSize : Number.POSITIVE_INFINITY)
        if (at === 0) break
      }
      const tag = chunks.tagAt(at)
      stats.probe()
      const size = sizeOf(tag)
      const better = size * sign < bestSize * sign
      if (context.observer !== null) this.visit(at, tag, need, better ? 'best so far' : 'not better', false)
      if (better && size >= need && order.available(tag)) {
        best = at
        bestSize = size
      }
      at = order.after(at, size)
    }
    return best
  }
}

class FirstFit extends Placement {
  readonly name = 'First fit'

  protected search(need: Bytes): Address {
    return this.firstFit(this.space.order.first(), 0, need, false)
  }
}

class BestFit extends Placement {
  readonly name = 'Best fit'

  protected search(need: Bytes): Address {
    return this.index()?.best(need) ?? this.extreme(need, 1)
  }
}

class WorstFit extends Placement {
  readonly name = 'Worst fit'

  protected search(need: Bytes): Address {
    return this.index()?.worst(need) ?? this.extreme(need, -1)
  }
}

/** What next fit over all chunks and over a list have in common: a static variable that says where to go on. */
abstract class NextFit extends Placement {
  readonly name = 'Next fit'

  get rover(): Address {
    const { chunks } = this.space
    return chunks.words.load64(chunks.statics + ROVER)
  }

  protected set rover(address: Address) {
    const { chunks } = this.space
    chunks.words.store64(chunks.statics + ROVER, address)
  }

  /** From the rover to the end, then from the start to the rover. */
  protected aroundFrom(rover: Address, need: Bytes): Address {
    const first = this.space.order.first()
    if (rover === 0) return this.firstFit(first, 0, need, false)
    return this.firstFit(rover, 0, need, true) || this.firstFit(first, rover, need, false)
  }
}

/** Next fit over all chunks. The rover is always at the start of a chunk, or at the heap's end. */
class NextFitImplicit extends NextFit {
  constructor(
    space: SearchSpace,
    private readonly resumesAt: boolean,
  ) {
    super(space)
  }

  protected search(need: Bytes): Address {
    const { chunks } = this.space
    const rover = this.rover
    const chunk = this.aroundFrom(rover > chunks.start && rover < chunks.end ? rover : 0, need)
    if (this.resumesAt && chunk !== 0) this.rover = chunk
    return chunk
  }

  override gave(chunk: Address, size: Bytes): void {
    if (!this.resumesAt) this.rover = chunk + size
  }

  override merged(chunk: Address, size: Bytes): void {
    const rover = this.rover
    if (rover > chunk && rover < chunk + size) this.rover = chunk
  }
}

/** Next fit over a list. The rover is a listed chunk, or 0 for the head. */
class NextFitLinked extends NextFit {
  protected search(need: Bytes): Address {
    const chunk = this.aroundFrom(this.rover, need)
    if (chunk !== 0) this.rover = chunk
    return chunk
  }

  override left(chunk: Address, successor: Address): void {
    if (this.rover === chunk) this.rover = successor
  }
}

const PLACEMENTS: Readonly<
  Record<PlacementName, (space: SearchSpace, options: ClassroomOptions) => Placement>
> = {
  first: (space) => new FirstFit(space),
  next: (space, options) =>
    options.list === 'implicit'
      ? new NextFitImplicit(space, options.rover === 'at')
      : new NextFitLinked(space),
  best: (space) => new BestFit(space),
  worst: (space) => new WorstFit(space),
}

/** The placement policy that the options name. */
export function createPlacement(space: SearchSpace, options: ClassroomOptions): Placement {
  return PLACEMENTS[options.placement](space, options)
}
