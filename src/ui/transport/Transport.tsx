import {
  pause,
  SPEEDS,
  setSpeed,
  step,
  stepOperation,
  toEnd,
  togglePlay,
  toStart,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { RunTo } from './RunTo.tsx'

/** The buttons that move through the run, and where in it the page is. */
export function Transport() {
  const lab = useLab()
  const playing = useLabState((state) => state.playing)
  const still = (move: () => void) => () => {
    pause(lab)
    move()
  }
  return (
    <div className="transport">
      <Control name="To the start" icon="start" onClick={still(() => toStart(lab))} />
      <Control name="Operation back" icon="operationBack" onClick={still(() => stepOperation(lab, -1))} />
      <Control name="Step back" icon="stepBack" onClick={still(() => step(lab, -1))} />
      <button
        type="button"
        className="control primary"
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause (space)' : 'Play (space)'}
        onClick={() => togglePlay(lab)}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <Control name="Step forward" icon="stepForward" onClick={still(() => step(lab, 1))} />
      <Control
        name="Operation forward"
        icon="operationForward"
        onClick={still(() => stepOperation(lab, 1))}
      />
      <Control name="To the end" icon="end" onClick={still(() => toEnd(lab))} />
      <Where />
      <Speed />
      <RunTo />
      <p className="hints" aria-hidden="true">
        <kbd>←</kbd> <kbd>→</kbd> step <kbd>⇧ →</kbd> operation <kbd>space</kbd> play
      </p>
    </div>
  )
}

interface ControlProps {
  readonly name: string
  readonly icon: IconName
  readonly onClick: () => void
}

function Control({ name, icon, onClick }: ControlProps) {
  return (
    <button type="button" className="control" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

function Where() {
  const operation = useLabState((state) => state.moment?.position.operation ?? 0)
  const at = useLabState((state) => state.moment?.position.step ?? 0)
  const steps = useLabState((state) => state.moment?.steps ?? 0)
  const total = useLabState((state) => state.info?.total ?? 0)
  if (total === 0) return <p className="where">No operations</p>
  return (
    <p className="where">
      Operation <b>{count(operation + 1)}</b> of {count(total)} · step <b>{count(at)}</b> of {count(steps)}
    </p>
  )
}

function Speed() {
  const lab = useLab()
  const speed = useLabState((state) => state.speed)
  return (
    <select
      className="speed"
      aria-label="Speed of playing"
      value={speed}
      onChange={(event) => setSpeed(lab, Number(event.target.value))}
    >
      {SPEEDS.map((steps) => (
        <option key={steps} value={steps}>
          {steps} steps/s
        </option>
      ))}
    </select>
  )
}
