import type { SessionInfo } from '../../engine/session/index.ts'
import {
  allocatorName,
  endedEarly,
  isBehind,
  type Rival,
  restartRival,
  setRivalStopped,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { asSentence, count } from '../format.ts'

/** How far a rival's run has come, and what has become of it. Absent while there is nothing to say. */
export function RivalStatus({ rival }: { readonly rival: Rival }) {
  const { info, trouble } = rival
  if (trouble !== null) return <Trouble rival={rival} />
  if (info === null) return <p className="aside">It is being opened.</p>
  if (info.complete) return <Ending info={info} />
  return <Running rival={rival} info={info} />
}

function Trouble({ rival: { key, trouble } }: { readonly rival: Rival }) {
  const lab = useLab()
  return (
    <p className="contender-status bad" role="alert">
      <span>{asSentence(trouble ?? '')}</span>
      <button type="button" className="button small" onClick={() => restartRival(lab, key)}>
        Start it again
      </button>
    </p>
  )
}

/** A process that ended before its time. */
function Ending({ info: { ending } }: { readonly info: SessionInfo }) {
  if (!endedEarly(ending)) return null
  return (
    <p className="contender-status bad">
      Its process ended at operation {count(ending.operation + 1)}: {asSentence(ending.message)}
    </p>
  )
}

function Running({ rival, info }: { readonly rival: Rival; readonly info: SessionInfo }) {
  const lab = useLab()
  const behind = useLabState(({ moment }) => moment !== null && isBehind(rival, moment))
  const { key, stopped, allocator } = rival
  const isProgram = info.program !== null
  const share = info.read < 1 ? info.read : info.total === 0 ? 0 : info.done / info.total
  return (
    <div className="contender-status">
      <progress
        max={1}
        {...(isProgram ? {} : { value: share })}
        aria-label={`Run of ${allocatorName(allocator)}`}
      />
      <span>
        {info.read < 1
          ? 'Reading …'
          : `${count(info.done)}${isProgram ? '' : ` of ${count(info.total)}`} operations run`}
        {behind ? '; not as far as the page yet' : ''}
      </span>
      <button type="button" className="button small" onClick={() => void setRivalStopped(lab, key, !stopped)}>
        {stopped ? 'Resume' : 'Cancel'}
      </button>
    </div>
  )
}
