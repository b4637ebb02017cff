import type { Moment } from '../../engine/session/index.ts'
import type { Address } from '../../engine/units.ts'
import { chunkSentence } from './model.ts'

interface Props {
  readonly moment: Moment
  /** An address in the chunk. */
  readonly picked: Address
  readonly onPick: (address: Address | null) => void
  /** What can be done with it. */
  readonly children?: React.ReactNode
}

/** The chunk that is looked at, in words, with the way to its neighbours. */
export function PickedChunk({ moment, picked, onPick, children }: Props) {
  const { chunks, list } = moment
  const { address, size } = chunks
  const index = address.findLastIndex((begin) => begin <= picked)
  const isThere = index >= 0 && picked < address[index]! + size[index]!
  const place = isThere ? list.findIndex(({ chunk }) => chunk === address[index]) : -1
  const go = (to: number) => () => onPick(address[to] ?? null)
  return (
    <section className="picked-chunk" aria-label="Chunk">
      <p aria-live="polite">
        {isThere ? `${chunkSentence(chunks, index)}.` : 'No chunk is there at this moment.'}
        {place >= 0 && ` Number ${place + 1} of its free list.`}
      </p>
      <div className="picked-ways">
        {children}
        <span className="spring" />
        <button
          type="button"
          className="quiet"
          aria-label="Chunk before"
          disabled={index <= 0}
          onClick={go(index - 1)}
        >
          ‹
        </button>
        <button
          type="button"
          className="quiet"
          aria-label="Chunk after"
          disabled={index + 1 >= address.length}
          onClick={go(index + 1)}
        >
          ›
        </button>
        <button type="button" className="quiet" aria-label="Close" onClick={() => onPick(null)}>
          ×
        </button>
      </div>
    </section>
  )
}
