import { togglePin } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** Pins the moment on the screen, so that others are compared with it. In a frame it is there if its link pins one. */
export function PinButton() {
  const lab = useLab()
  const isPinned = useLabState((state) => state.pinned !== null)
  const embedded = useLabState((state) => state.embedded)
  if (embedded && !isPinned) return null
  return (
    <button
      type="button"
      className="button small pin-button"
      aria-pressed={isPinned}
      title={isPinned ? 'Take the pin off (x)' : 'Pin this moment, and see what changes from here on (x)'}
      onClick={() => togglePin(lab)}
    >
      Pin
    </button>
  )
}
