import { isAsked } from '../state/index.ts'
import { useLabState } from './context.ts'
import { bytesShort } from './format.ts'

/** Beside the tabs of the stage: the figures of the moment. */
export function StageHead() {
  const utilization = useLabState((state) => state.info?.summary.utilization ?? 0)
  const asked = useLabState(isAsked)
  const metrics = useLabState((state) => state.moment?.metrics)
  if (metrics === undefined) return null
  return (
    <p className="figures">
      <span>
        requested <b>{bytesShort(metrics.live)}</b>
      </span>
      <span>
        heap <b>{bytesShort(metrics.heap)}</b>
      </span>
      <span>
        free <b>{bytesShort(metrics.free)}</b>
      </span>
      <span className="largest">
        largest free <b>{bytesShort(metrics.largestFree)}</b>
      </span>
      {!asked && (
        <span className="whole-run" title="Peak of requested bytes ÷ peak of the heap, over the whole run">
          utilization <b>{(utilization * 100).toFixed(1)} %</b>
        </span>
      )}
    </p>
  )
}
