import { toggleComparing } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** Runs the same workload under other allocators too, or leaves that. */
export function CompareButton() {
  const lab = useLab()
  const comparing = useLabState((state) => state.comparison !== null)
  const ready = useLabState((state) => state.scenario !== null)
  return (
    <button
      type="button"
      className="button compare-button"
      aria-pressed={comparing}
      disabled={!ready}
      onClick={() => toggleComparing(lab)}
    >
      Compare <kbd>v</kbd>
    </button>
  )
}
