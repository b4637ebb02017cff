import { dismissNotice, dismissTrouble, restart } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'
import { Banner } from './parts/Banner.tsx'

/** What the page has to tell: trouble with the worker, files and links; a link that was copied. */
export function Messages() {
  const lab = useLab()
  const notice = useLabState((state) => state.notice)
  const trouble = useLabState((state) => state.workerTrouble)
  return (
    <div className="messages">
      {trouble !== null && (
        <Banner
          tone="bad"
          title="The engine stopped and was started again"
          text={`${trouble} Scenario and position are being restored.`}
          onClose={() => dismissTrouble(lab)}
        >
          <button type="button" className="button small" onClick={() => void restart(lab)}>
            Start it again
          </button>
        </Banner>
      )}
      {notice !== null && <Banner {...notice} onClose={() => dismissNotice(lab)} />}
    </div>
  )
}
