import { useEffect } from 'react'
import type { LineBytes } from '../../../engine/session/index.ts'
import { useLabState } from '../../context.ts'
import type { TextPlace } from './facts.ts'
import { isKnown, LineFacts } from './LineFacts.tsx'

/** What the pointer is at in the text, and where that is on the screen. */
export interface Pointed {
  readonly line: number
  /** Where the name begins, from 0; null for the line's bytes. */
  readonly column: number | null
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number }
}

interface Props extends TextPlace {
  readonly pointed: Pointed
  readonly bytes: LineBytes | undefined
  readonly onClose: () => void
}

const WIDTH = 300
/** Below a line that is so near the lower edge there is no room: then it stands above. */
const ROOM = 150

/** A card beside what the pointer is at. It can be reached with the pointer, and Escape closes it. */
export function PointedAt({ pointed, bytes, onClose, ...place }: Props) {
  const view = useLabState((state) => state.moment?.program ?? null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  const { column, box } = pointed
  if (view === null || (column !== null && !isKnown(view, place, column))) return null
  const left = Math.max(8, Math.min(box.left, innerWidth - WIDTH - 8))
  const vertical = box.bottom + ROOM > innerHeight ? { bottom: innerHeight - box.top } : { top: box.bottom }
  return (
    <div className="line-card" style={{ left, width: WIDTH, ...vertical }}>
      <LineFacts {...place} column={column} bytes={bytes} />
    </div>
  )
}
