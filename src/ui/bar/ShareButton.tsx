import { share } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** Shows how to share this very moment. */
export function ShareButton() {
  const lab = useLab()
  const ready = useLabState((state) => state.moment !== null)
  return (
    <button type="button" className="button primary" disabled={!ready} onClick={() => share(lab)}>
      Share
    </button>
  )
}
