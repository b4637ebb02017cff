import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { endTour, exampleOf, goToStop, pause, TOUR, type TourPart, togglePlay } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { anchorsOf, type Box, cardPlace } from './anchors.ts'
import '../styles/course.css'

/** The guided tour: a card beside the part of the page it speaks of, which is outlined. It locks nothing. */
export function Tour({ number }: { readonly number: number }) {
  const lab = useLab()
  const elsewhere = useLabState((state) => state.scenario !== null && exampleOf(state)?.id !== 'first-look')
  useEffect(() => {
    if (elsewhere) endTour(lab)
  }, [elsewhere, lab])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) endTour(lab)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [lab])
  return number === 0 ? <Beginning /> : <Stop key={number} number={number} />
}

/** While the first lesson runs by itself: any key or click stops it. */
function Beginning() {
  const lab = useLab()
  const playing = useLabState((state) => state.playing)
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stop = (event: Event) => {
      if (!lab.store.getState().playing || card.current?.contains(event.target as Node)) return
      pause(lab)
      // Space would start it again at once.
      if (event instanceof KeyboardEvent && event.key === ' ') {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    document.addEventListener('keydown', stop, true)
    document.addEventListener('pointerdown', stop, true)
    return () => {
      document.removeEventListener('keydown', stop, true)
      document.removeEventListener('pointerdown', stop, true)
    }
  }, [lab])
  return (
    <Card part="sentence" label="Welcome" innerRef={card}>
      <p>
        {playing
          ? 'A small program runs, and this line tells each step. Any key or click stops it.'
          : 'Stopped. The arrow keys go on and back, step by step.'}
      </p>
      <p className="tour-actions">
        <button type="button" className="button small primary" onClick={() => void goToStop(lab, 1)}>
          Show me around
        </button>
        {!playing && (
          <button type="button" className="button small" onClick={() => togglePlay(lab)}>
            Play on
          </button>
        )}
        <button type="button" className="quiet" onClick={() => endTour(lab)}>
          Skip
        </button>
      </p>
    </Card>
  )
}

function Stop({ number }: { readonly number: number }) {
  const lab = useLab()
  const next = useRef<HTMLButtonElement>(null)
  const stop = TOUR[number - 1]
  // Each stop takes the focus, so that Enter goes on.
  useEffect(() => next.current?.focus({ preventScroll: true }), [])
  if (stop === undefined) return null
  const last = number === TOUR.length
  return (
    <Card part={stop.part} label={`Tour, ${number} of ${TOUR.length}`}>
      <p aria-live="polite">{stop.text}</p>
      <p className="tour-actions">
        <span className="tour-count">
          {number} of {TOUR.length}
        </span>
        {number > 1 && (
          <button type="button" className="button small" onClick={() => void goToStop(lab, number - 1)}>
            Back
          </button>
        )}
        <button
          ref={next}
          type="button"
          className="button small primary"
          onClick={() => void goToStop(lab, number + 1)}
        >
          {last ? 'Done' : 'Next'}
        </button>
        {!last && (
          <button type="button" className="quiet" onClick={() => endTour(lab)}>
            Skip
          </button>
        )}
      </p>
    </Card>
  )
}

interface CardProps {
  readonly part: TourPart
  readonly label: string
  readonly innerRef?: React.RefObject<HTMLDivElement | null>
  readonly children: React.ReactNode
}

/** The card, and outlines of what it points at. They follow when the page moves. */
function Card({ part, label, innerRef, children }: CardProps) {
  const boxes = useAnchors(part)
  const own = useRef<HTMLDivElement>(null)
  const card = innerRef ?? own
  const [height, setHeight] = useState(140)
  useLayoutEffect(() => {
    const now = card.current?.offsetHeight ?? 0
    if (now > 0 && now !== height) setHeight(now)
  })
  const { innerWidth, innerHeight } = window
  return (
    <>
      {boxes.map(({ name, left, top, width, height: tall }) => (
        <div key={name} className="tour-outline" style={{ left, top, width, height: tall }} />
      ))}
      <div
        ref={card}
        className="tour-card"
        role="dialog"
        aria-label={label}
        style={cardPlace(boxes[0], { width: innerWidth, height: innerHeight }, height)}
      >
        {children}
      </div>
    </>
  )
}

/** Where a part of the page is; looked at again while the tour is there, because panels and lines move. */
function useAnchors(part: TourPart): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  useLayoutEffect(() => {
    let frame = 0
    let known = ''
    const look = () => {
      const now = anchorsOf(part)
      const text = JSON.stringify(now)
      if (text !== known) setBoxes(now)
      known = text
      frame = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(frame)
  }, [part])
  return boxes
}
