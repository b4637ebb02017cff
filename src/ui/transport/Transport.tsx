import type { Walk } from '../../engine/session/index.ts'
import {
  isAsked,
  isProgram,
  type Lab,
  pause,
  SPEEDS,
  setSpeed,
  step,
  stepOperation,
  toBreakpoint,
  toEnd,
  togglePlay,
  togglePlayBack,
  togglePredicting,
  toStart,
  walk,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { PinButton } from './PinButton.tsx'
import { RunTo } from './RunTo.tsx'

/** The buttons that move through the run, and where in it the page is. */
export function Transport() {
  const lab = useLab()
  const program = useLabState(isProgram)
  const still = (move: () => void) => () => {
    pause(lab)
    move()
  }
  return (
    <div className={program ? 'transport of-program' : 'transport'}>
      <Control name="To the start" icon="start" onClick={still(() => toStart(lab))} />
      {program ? (
        <Control
          name="Statement back"
          hint="⇧ n"
          icon="operationBack"
          onClick={() => void walk(lab, 'over', true)}
        />
      ) : (
        <Control name="Operation back" icon="operationBack" onClick={still(() => stepOperation(lab, -1))} />
      )}
      <Control name="Step back" icon="stepBack" onClick={still(() => step(lab, -1))} />
      <PlayBackButton />
      <PlayButton />
      <Control name="Step forward" icon="stepForward" onClick={still(() => step(lab, 1))} />
      {program ? (
        <Walks />
      ) : (
        <Control
          name="Operation forward"
          icon="operationForward"
          onClick={still(() => stepOperation(lab, 1))}
        />
      )}
      <Control name="To the end" icon="end" onClick={still(() => toEnd(lab))} />
      <Where />
      <Speed />
      <RunTo />
      <PinButton />
      <PredictButton />
      <p className="hints" aria-hidden="true">
        <kbd>←</kbd> <kbd>→</kbd> step{' '}
        {program ? (
          <>
            <kbd>n</kbd> over <kbd>s</kbd> into <kbd>o</kbd> out
          </>
        ) : (
          <>
            <kbd>⇧ →</kbd> operation
          </>
        )}{' '}
        <kbd>space</kbd> play
      </p>
    </div>
  )
}

/** No more than an audience needs to see: a step back, playing, a step on, and where in the run the page is. */
export function SmallTransport() {
  const lab = useLab()
  const move = (direction: 1 | -1) => () => {
    pause(lab)
    step(lab, direction)
  }
  return (
    <div className="transport">
      <Control name="Step back" icon="stepBack" onClick={move(-1)} />
      <PlayButton />
      <Control name="Step forward" icon="stepForward" onClick={move(1)} />
      <Where />
    </div>
  )
}

function PlayBackButton() {
  const lab = useLab()
  const playing = useLabState((state) => state.playing && state.playsBack)
  return (
    <button
      type="button"
      className="control play-back"
      aria-label={playing ? 'Pause playing backwards' : 'Play backwards'}
      title={playing ? 'Pause (space)' : 'Play backwards (⇧ space)'}
      onClick={() => togglePlayBack(lab)}
    >
      <Icon name={playing ? 'pause' : 'playBack'} />
    </button>
  )
}

/** Plays forwards, also where it plays backwards now. */
function playOn(lab: Lab): void {
  pause(lab)
  togglePlay(lab)
}

function PlayButton() {
  const lab = useLab()
  const playing = useLabState((state) => state.playing && !state.playsBack)
  return (
    <button
      type="button"
      className="control primary"
      aria-label={playing ? 'Pause' : 'Play'}
      title={playing ? 'Pause (space)' : 'Play (space)'}
      onClick={() => (playing ? pause(lab) : playOn(lab))}
    >
      <Icon name={playing ? 'pause' : 'play'} />
    </button>
  )
}

/** Statement by statement: over calls, into them, out of the function; to the next breakpoint. */
function Walks() {
  const lab = useLab()
  const stops = useLabState((state) => state.breakpoints.length > 0)
  const go = (how: Walk) => () => void walk(lab, how, false)
  return (
    <>
      <Control name="Statement over" hint="n" icon="operationForward" onClick={go('over')} />
      <Control name="Statement into" hint="s" icon="into" onClick={go('into')} />
      <Control name="Out of the function" hint="o" icon="out" onClick={go('out')} />
      {stops && (
        <Control
          name="To the next breakpoint"
          hint="c"
          icon="breakpoint"
          onClick={() => void toBreakpoint(lab, false)}
        />
      )}
    </>
  )
}

/** Asks before operations where they will land. In a frame it is there if its link asks. */
function PredictButton() {
  const lab = useLab()
  const on = useLabState((state) => state.predict !== null)
  const embedded = useLabState((state) => state.embedded)
  if (embedded && !on) return null
  return (
    <button
      type="button"
      className="button small predict-button"
      aria-pressed={on}
      title="Ask before each call of the allocator what it will do (q)"
      onClick={() => togglePredicting(lab)}
    >
      Predict
    </button>
  )
}

interface ControlProps {
  readonly name: string
  /** The key that does the same. */
  readonly hint?: string
  readonly icon: IconName
  readonly onClick: () => void
}

function Control({ name, hint, icon, onClick }: ControlProps) {
  const title = hint === undefined ? name : `${name} (${hint})`
  return (
    <button type="button" className="control" aria-label={name} title={title} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

function Where() {
  const operation = useLabState((state) => state.moment?.position.operation ?? 0)
  const at = useLabState((state) => state.moment?.position.step ?? 0)
  const steps = useLabState((state) => state.moment?.steps ?? 0)
  const total = useLabState((state) => state.info?.total ?? 0)
  // How many steps there are tells what will happen.
  const asked = useLabState(isAsked)
  if (total === 0) return <p className="where">No operations</p>
  return (
    <p className="where">
      Operation <b>{count(operation + 1)}</b> of {count(total)} · step <b>{count(at)}</b>
      {!asked && ` of ${count(steps)}`}
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
