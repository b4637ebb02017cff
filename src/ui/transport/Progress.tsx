import { cancelRun, isRunning, resumeRun } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'

/** How far a long run has come, with a button to stop it or to go on. Absent when the run is complete. */
export function Progress() {
  const lab = useLab()
  const running = useLabState(isRunning)
  const info = useLabState((state) => state.info)
  if (info === null || info.complete) return null
  const reading = info.read < 1
  // How long a program runs is known when it has ended.
  const open = !reading && info.program !== null
  const share = reading ? info.read : info.total === 0 ? 0 : info.done / info.total
  return (
    <div className="progress">
      <progress
        max={1}
        {...(open ? {} : { value: share })}
        aria-label={reading ? 'Reading the source' : 'Running'}
      />
      <span>
        {reading
          ? `Reading … ${Math.round(share * 100)} %`
          : `${count(info.done)}${open ? '' : ` of ${count(info.total)}`} operations run`}
      </span>
      <button
        type="button"
        className="button small"
        onClick={() => void (running ? cancelRun(lab) : resumeRun(lab))}
      >
        {running ? 'Cancel' : 'Resume'}
      </button>
    </div>
  )
}
