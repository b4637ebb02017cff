import { setTheme, showDialog, type Theme } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { AllocatorMenu } from './AllocatorMenu.tsx'
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
      <button type="button" className="button keys-button" onClick={() => showDialog(lab, { kind: 'keys' })}>
        Keys <kbd>?</kbd>
      </button>
      <ShareButton />
      <ThemeButton />
    </header>
  )
}

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }
const FACES: Readonly<Record<Theme, string>> = { system: '◐', light: '☀', dark: '☾' }

function ThemeButton() {
  const lab = useLab()
  const theme = useLabState((state) => state.theme)
  const said = `Theme: ${theme === 'system' ? "the system's" : theme}. Change to ${NEXT[theme]}`
  return (
    <button
      type="button"
      className="button icon"
      aria-label={said}
      title={said}
      onClick={() => setTheme(lab, NEXT[theme])}
    >
      {FACES[theme]}
    </button>
  )
}
