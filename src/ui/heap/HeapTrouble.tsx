import { useLabState } from '../context.ts'
import { address, asSentence, count } from '../format.ts'

/** What is wrong with the bytes of this moment: a damaged heap must not look like a short one. */
export function HeapTrouble() {
  const walk = useLabState((state) => state.moment?.walkProblem ?? null)
  const problems = useLabState((state) => state.moment?.problems)
  const [first] = problems ?? []
  if (walk === null && first === undefined) return null
  return (
    <p className="heap-trouble" role="status">
      <b>The heap is damaged.</b>{' '}
      {walk !== null && `The walk from chunk to chunk ends early: ${asSentence(walk)} `}
      {first !== undefined &&
        `The heap checker finds at ${address(first.address)}: ${asSentence(first.message)}${problems!.length > 1 ? ` ${count(problems!.length - 1)} more of the kind.` : ''}`}
    </p>
  )
}
