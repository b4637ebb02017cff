import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Scenario } from '../../engine/session/index.ts'
import {
  actByHand,
  chooseBlock,
  chooseBlockAt,
  playOnCopy,
  setStepwise,
} from '../../state/actions/by-hand.ts'
import { lookAtEnd } from '../../state/actions/hand-end.ts'
import type { HandAction } from '../../state/by-hand/action.ts'
import { blocksOf, chosenBlock } from '../../state/by-hand/state.ts'
import { hideHand, redo, undo, versionsOf } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { AllocateForm } from './AllocateForm.tsx'
import { BlockForms } from './BlockForms.tsx'
import { blockText } from './words.ts'
import '../styles/byhand.css'

/** Playing by hand: malloc, free and the rest as buttons. Each press becomes a line at the end of the text. */
export default function HandBar() {
  const lab = useLab()
  const hand = useLabState((state) => state.hand)
  const bar = useRef<HTMLElement>(null)
  useEnd()
  useChosenOnMap()
  useEffect(() => {
    if (hand?.calls === undefined) return
    const size = bar.current?.querySelector('input')
    size?.focus()
    size?.select()
  }, [hand?.calls])
  if (hand === null) return null
  const { end, stepwise, problem } = hand
  const isOpen = end === null || end.kind !== 'closed'
  const act = (action: HandAction) => {
    // From a field the arrow keys would not step: the focus goes to the bar.
    if (stepwise && document.activeElement?.matches('input')) bar.current?.focus()
    void actByHand(lab, action)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    hideHand(lab)
  }
  return (
    <section
      ref={bar}
      className="hand"
      aria-label="By hand"
      aria-busy={hand.busy}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="hand-row">
        {isOpen && <AllocateForm onAct={act} />}
        <div className="hand-controls">
          <label
            className="hand-check"
            title="Show what is done from its first step on; the arrow keys go through it"
          >
            <input
              type="checkbox"
              checked={stepwise}
              onChange={(event) => setStepwise(lab, event.target.checked)}
            />
            step by step
          </label>
          <TakeBack />
          <button
            type="button"
            className="button small"
            aria-label="Stop playing by hand"
            title="Stop playing by hand (Escape)"
            onClick={() => hideHand(lab)}
          >
            ✕
          </button>
        </div>
      </div>
      {isOpen && (
        <div className="hand-row">
          <Blocks />
          <BlockForms onAct={act} />
        </div>
      )}
      {end?.kind === 'closed' && (
        <p className="hand-closed" role="status">
          {end.reason}{' '}
          {end.copy && (
            <button type="button" className="button small" onClick={() => void playOnCopy(lab)}>
              Play on a copy as a trace
            </button>
          )}
        </p>
      )}
      {problem !== null && !(end?.kind === 'closed' && end.reason === problem) && (
        <p className="hand-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

/** Looks at the end of the text whenever there is another one, or its run is over. */
function useEnd(): void {
  const lab = useLab()
  const scenario = useLabState((state) => state.scenario)
  const complete = useLabState((state) => state.info?.complete === true)
  const stopped = useLabState((state) => state.stopped)
  const editing = useLabState((state) => state.editing)
  const seen = `${complete} ${stopped} ${editing}`
  const looked = useRef<{ scenario: Scenario; seen: string } | null>(null)
  useEffect(() => {
    if (scenario === null || (looked.current?.scenario === scenario && looked.current.seen === seen)) return
    looked.current = { scenario, seen }
    // A worker that dies meanwhile is told of elsewhere.
    lookAtEnd(lab).catch(() => {})
  }, [lab, scenario, seen])
}

/** A chunk that is clicked on the map, or in a list, is the one that is chosen. */
function useChosenOnMap(): void {
  const lab = useLab()
  const inspected = useLabState((state) => state.view.inspect)
  useEffect(() => {
    if (inspected !== null) chooseBlockAt(lab, inspected)
  }, [lab, inspected])
}

/** The blocks that can be named where the text ends. */
function Blocks() {
  const lab = useLab()
  const blocks = useLabState((state) => blocksOf(state.hand))
  const chosen = useLabState((state) => chosenBlock(state.hand)?.name ?? '')
  return (
    <label className="hand-block">
      Block
      <select
        value={chosen}
        disabled={blocks.length === 0}
        onChange={(event) => chooseBlock(lab, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{blocks.length === 0 ? 'there is none yet' : 'click one on the map'}</option>
        {blocks.map((block) => (
          <option key={block.name} value={block.name}>
            {blockText(block)}
          </option>
        ))}
      </select>
    </label>
  )
}

function TakeBack() {
  const lab = useLab()
  const past = useLabState((state) => versionsOf(state.versions, state.scenario).past.length)
  const future = useLabState((state) => versionsOf(state.versions, state.scenario).future.length)
  return (
    <>
      <button
        type="button"
        className="button small"
        title="Take the last change of the text back (Ctrl Z)"
        disabled={past === 0}
        onClick={() => void undo(lab)}
      >
        Undo
      </button>
      <button
        type="button"
        className="button small"
        title="Make it again (Ctrl Shift Z)"
        disabled={future === 0}
        onClick={() => void redo(lab)}
      >
        Redo
      </button>
    </>
  )
}
