import { hideHand, showHand } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** Beside the way to type: the text can also be written on by playing. */
export function HandButton() {
  const lab = useLab()
  const playing = useLabState((state) => state.hand !== null && state.comparison === null)
  return (
    <button
      type="button"
      className="button small"
      title="malloc, free and write with buttons (w)"
      aria-pressed={playing}
      onClick={() => (playing ? hideHand(lab) : showHand(lab))}
    >
      By hand
    </button>
  )
}
