import { setPresenting, showDialog } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { AllocatorMenu } from './AllocatorMenu.tsx'
import { AppearanceMenu } from './AppearanceMenu.tsx'
import { CompareButton } from './CompareButton.tsx'
import { ScenarioMenu } from './ScenarioMenu.tsx'
import { ShareButton } from './ShareButton.tsx'

/** The bar above all: what is run, with which allocator, and what can be done with the page. */
export function TopBar() {
  const lab = useLab()
  return (
    <header className="bar">
      <h1>Heap Lab</h1>
      <ScenarioMenu />
      <AllocatorMenu />
      <span className="spring" />
      <div className="bar-end">
        <CompareButton />
        <button type="button" className="button present-button" onClick={() => setPresenting(lab, true)}>
          Present <kbd>p</kbd>
        </button>
        <button type="button" className="button" onClick={() => showDialog(lab, { kind: 'help' })}>
          Help <kbd>h</kbd>
        </button>
        <ShareButton />
        <AppearanceMenu />
      </div>
    </header>
  )
}
