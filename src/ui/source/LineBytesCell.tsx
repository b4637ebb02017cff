import type { LineBytes } from '../../engine/session/index.ts'
import { balanceOf, bytesWords, netBytes, signedBytes } from './bytes.ts'

interface Props {
  readonly bytes: LineBytes | undefined
  /** Whether the page has a card of its own for what the cell means. */
  readonly hasCard?: boolean
}

/** Beside a line's number: the bytes that the line has gained or lost up to the moment; empty if it made no call. */
export function LineBytesCell({ bytes, hasCard = false }: Props) {
  if (bytes === undefined) return <span className="line-bytes" />
  const words = bytesWords(bytes)
  return (
    <span
      className={`line-bytes ${balanceOf(bytes)}`}
      {...(hasCard ? { 'data-column': '' } : { title: words })}
    >
      <span aria-hidden="true">{signedBytes(netBytes(bytes))}</span>
      <span className="sr">({words})</span>
    </span>
  )
}
