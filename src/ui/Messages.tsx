import { dismissNotice, dismissTrouble, restart } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'
import { asSentence } from './format.ts'
import { NewVersion } from './NewVersion.tsx'
import { Banner } from './parts/Banner.tsx'

const KEPT = 'Scenario and position are as they were.'
const AGAIN = 'It has stopped several times in a row: try another scenario or allocator, or start it again.'

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
          title={trouble.restarted ? 'The engine stopped and was started again' : 'The engine stopped'}
          text={`${asSentence(trouble.reason)} ${trouble.restarted ? KEPT : AGAIN}`}
          onClose={() => dismissTrouble(lab)}
        >
          {!trouble.restarted && (
            <button type="button" className="button small" onClick={() => void restart(lab)}>
              Start it again
            </button>
          )}
        </Banner>
      )}
      {notice !== null && <Banner {...notice} onClose={() => dismissNotice(lab)} />}
      <NewVersion />
    </div>
  )
}
