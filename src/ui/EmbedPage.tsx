import { linkNow } from '../state/sheet.ts'
import { useLab, useLabState } from './context.ts'
import { HeapView } from './heap/HeapView.tsx'
import { Messages } from './Messages.tsx'
import { StepWords } from './StepWords.tsx'
import { Transport } from './transport/Transport.tsx'
import './styles/embed.css'

/** The page in a frame of somebody's page or slides: the map, the sentence, the buttons, and the way to all of it. */
export function EmbedPage() {
  const title = useLabState((state) => state.scenario?.title ?? '')
  const open = useLabState((state) => state.scenario !== null)
  return (
    <div className="page embed" data-phone="heap">
      <header className="embed-head">
        <h1>{title || 'Heap Lab'}</h1>
        <WholePage />
      </header>
      <Messages />
      {open && (
        <>
          <main className="panels">
            <section className="panel heap" aria-label="Heap">
              <h2 className="sr">Heap</h2>
              <HeapView />
            </section>
          </main>
          <footer className="foot">
            <StepWords />
            <Transport />
          </footer>
        </>
      )}
    </div>
  )
}

/** Opens the moment that the frame shows, in a tab of its own with all panels. */
function WholePage() {
  const lab = useLab()
  return (
    <a
      href={lab.services.pageUrl()}
      target="_blank"
      rel="noopener"
      onClick={(event) => {
        event.currentTarget.href = linkNow(lab) ?? lab.services.pageUrl()
      }}
    >
      Open in Heap Lab ↗
    </a>
  )
}
