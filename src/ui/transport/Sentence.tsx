import { compileErrors } from '../../state/index.ts'
import { useLabState } from '../context.ts'
import { partsOf } from './sentence.ts'

/** With more steps a second than this, a sentence is not read to its end before the next one comes. */
const SLOW = 1

/** What happens in this step, in plain words. Read out when it changes, except while playing is faster than speech. */
export function Sentence() {
  const sentence = useLabState((state) => state.moment?.step.sentence ?? '')
  const phase = useLabState((state) => state.phase)
  const read = useLabState((state) => state.info?.read ?? 0)
  const total = useLabState((state) => state.info?.total ?? 0)
  const broken = useLabState((state) => state.info !== null && compileErrors(state.info).length > 0)
  const fast = useLabState((state) => state.playing && state.speed > SLOW)
  const waiting =
    phase === 'failed'
      ? 'Nothing to show.'
      : broken
        ? 'This program does not compile, so nothing has been run.'
        : read < 1
          ? `Reading … ${Math.round(read * 100)} %`
          : total === 0 && phase === 'ready'
            ? 'This scenario has no operations.'
            : 'Running …'
  return (
    <p className="sentence" aria-live={fast ? 'off' : 'polite'} aria-atomic="true">
      {/* Put there anew when playing ends: then the sentence it stopped at is read out. */}
      <span key={fast ? 'playing' : 'still'}>
        {sentence === ''
          ? waiting
          : partsOf(sentence).map((part) => (
              <span key={part.at} className={`${part.bold ? 'strong' : ''} ${part.mono ? 'mono' : ''}`}>
                {part.text}
              </span>
            ))}
      </span>
    </p>
  )
}
