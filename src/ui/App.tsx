import { useEffect, useLayoutEffect } from 'react'
import { isProgram, type Lab, openFiles, type PhoneTab, questionPhase, setPhoneTab } from '../state/index.ts'
import { TopBar } from './bar/TopBar.tsx'
import { LabContext, useCalm, useLab, useLabState, useThemeInForce } from './context.ts'
import { CourseLayer } from './course/CourseLayer.tsx'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { droppedFiles } from './dropped.ts'
import { HelpLayer } from './HelpLayer.tsx'
import { Inspector } from './inspector/Inspector.tsx'
import { KeptLayer } from './KeptLayer.tsx'
import { bindingFor, keepsKeys } from './keys.ts'
import { Messages } from './Messages.tsx'
import { later } from './parts/later.tsx'
import { Stage } from './Stage.tsx'
import { StepWords } from './StepWords.tsx'
import { SourcePanel } from './source/SourcePanel.tsx'
import { Timeline } from './timeline/Timeline.tsx'
import { Progress } from './transport/Progress.tsx'
import { Transport } from './transport/Transport.tsx'

const EmbedPage = later(
  () => import('./EmbedPage.tsx'),
  (part) => part.EmbedPage,
)

const PresentPage = later(
  () => import('./PresentPage.tsx'),
  (part) => part.PresentPage,
)

/** The page. */
export function App({ lab }: { readonly lab: Lab }) {
  return (
    <LabContext value={lab}>
      <Shown />
    </LabContext>
  )
}

/** All of it, or what belongs into a frame. */
function Shown() {
  const embedded = useLabState((state) => state.embedded)
  // The tour points at what an audience is not shown.
  const presenting = useLabState((state) => state.presenting && state.course.tour === null)
  useKeys()
  useAppearance()
  if (!embedded) return presenting ? <PresentPage /> : <Page />
  return <EmbedPage />
}

function Page() {
  const phoneTab = useLabState((state) => state.phoneTab)
  const editing = useLabState(({ editing, sourceTab }) => editing !== false && sourceTab === 'program')
  useDrop()
  return (
    <div className="page" data-phone={phoneTab} data-editing={editing || undefined}>
      <TopBar />
      <Messages />
      <PhoneTabs />
      <main className="panels">
        <SourcePanel />
        <Stage />
        <Inspector />
      </main>
      <footer className="foot">
        <StepWords />
        <Transport />
        <div className="timeline">
          <Timeline />
          <Progress />
        </div>
      </footer>
      <Dialogs />
      <CourseLayer />
      <HelpLayer />
      <KeptLayer />
    </div>
  )
}

const PHONE_TABS: readonly { readonly id: PhoneTab; readonly name: string }[] = [
  { id: 'heap', name: 'Heap' },
  { id: 'source', name: 'Program' },
  { id: 'chunk', name: 'Chunk' },
]

/** On a phone one panel is shown at a time; elsewhere this is not displayed. */
function PhoneTabs() {
  const lab = useLab()
  const chosen = useLabState((state) => state.phoneTab)
  const program = useLabState(isProgram)
  return (
    <nav className="phone-tabs" aria-label="Panels">
      {PHONE_TABS.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => setPhoneTab(lab, id)}>
          {id === 'chunk' && program ? 'Variables' : name}
        </button>
      ))}
    </nav>
  )
}

/** Keys work wherever the focus is, except where something is typed. */
function useKeys(): void {
  const lab = useLab()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keepsKeys(event.target, event.key)) return
      const state = lab.store.getState()
      const { embedded, presenting } = state
      const question = questionPhase(state)
      const binding = bindingFor(event, { program: isProgram(state), embedded, presenting, question })
      if (binding === undefined) return
      event.preventDefault()
      binding.run(lab, event.key)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [lab])
}

/** Files can be dropped anywhere. */
function useDrop(): void {
  const lab = useLab()
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      void droppedFiles(event.dataTransfer).then((files) => openFiles(lab, files))
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
    }
  }, [lab])
}

function useAppearance(): void {
  const theme = useThemeInForce()
  const calm = useCalm()
  // A layout effect, because the canvases read the colours in an effect: by then they must be this theme's.
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['motion'] = calm ? 'off' : 'on'
  }, [theme, calm])
}
