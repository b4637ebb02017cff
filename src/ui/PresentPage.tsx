import { useEffect, useRef, useState } from 'react'
import {
  allocatorOf,
  allocatorTitle,
  exampleOf,
  isAsked,
  setPresenting,
  togglePresentSource,
} from '../state/index.ts'
import { ComparedHeaps } from './ComparedHeaps.tsx'
import { useLab, useLabState } from './context.ts'
import { CourseLayer } from './course/CourseLayer.tsx'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { HelpLayer } from './HelpLayer.tsx'
import { HeapView } from './heap/HeapView.tsx'
import { Messages } from './Messages.tsx'
import { StepWords } from './StepWords.tsx'
import { NearLines } from './source/NearLines.tsx'
import { Timeline } from './timeline/Timeline.tsx'
import { Progress } from './transport/Progress.tsx'
import { SmallTransport } from './transport/Transport.tsx'
import './styles/present.css'

/** The page is laid out for a screen of this size, and then enlarged to the one there is. */
const WIDTH = 853
const HEIGHT = 480

/** The page for an audience: the lines around the current one, the map, the sentence and the timeline, all large. */
export function PresentPage() {
  const scale = usePresentScale()
  const source = useLabState((state) => state.presentSource)
  const comparing = useLabState((state) => state.comparison !== null)
  const main = useRef<HTMLElement>(null)
  useEscape()
  useEffect(() => main.current?.focus({ preventScroll: true }), [])
  return (
    <>
      {/* A canvas is as sharp as the scale it was made for. */}
      <div
        key={scale}
        className="page presenting"
        data-phone="heap"
        style={{ '--scale': scale } as React.CSSProperties}
      >
        <header className="present-top">
          {source && <NearLines />}
          <div className="present-bar">
            <Title />
            <Buttons />
            <SmallTransport />
          </div>
        </header>
        <Messages />
        <main className="panel heap" aria-label="Heap" ref={main} tabIndex={-1}>
          <h2 className="sr">Heap</h2>
          {comparing ? <ComparedHeaps /> : <HeapView />}
        </main>
        <footer className="foot">
          <StepWords />
          <div className="timeline">
            <Timeline />
            <Progress />
          </div>
        </footer>
      </div>
      <Dialogs />
      <CourseLayer />
      <HelpLayer />
    </>
  )
}

function Title() {
  const title = useLabState((state) => exampleOf(state)?.title ?? state.scenario?.title ?? '')
  const spec = useLabState(allocatorOf)
  const options = useLabState((state) => state.scenario?.allocator.options)
  return (
    <h1>
      {title || 'Heap Lab'}
      {spec !== undefined && <span> · {allocatorTitle(spec, options ?? {})}</span>}
    </h1>
  )
}

function Buttons() {
  const lab = useLab()
  const source = useLabState((state) => state.presentSource)
  return (
    <div className="present-buttons">
      <button
        type="button"
        className="quiet"
        aria-pressed={source}
        title="Show or hide the lines (l)"
        onClick={() => togglePresentSource(lab)}
      >
        Lines
      </button>
      <button
        type="button"
        className="quiet"
        title="Back to all panels (Esc)"
        onClick={() => setPresenting(lab, false)}
      >
        Leave
      </button>
    </div>
  )
}

/** Escape leaves, unless it closes something that is open. */
function useEscape(): void {
  const lab = useLab()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const state = lab.store.getState()
      if (state.dialog !== null || isAsked(state)) return
      setPresenting(lab, false)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [lab])
}

/** How much the layout is enlarged to fill the window; never made smaller. In hundredths, as canvases want it. */
function usePresentScale(): number {
  const [scale, setScale] = useState(presentScale)
  useEffect(() => {
    const listen = () => setScale(presentScale())
    addEventListener('resize', listen)
    return () => removeEventListener('resize', listen)
  }, [])
  return scale
}

function presentScale(): number {
  const fits = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT)
  return Math.max(1, Math.floor(fits * 100) / 100)
}
