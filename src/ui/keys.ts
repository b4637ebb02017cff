import {
  type Lab,
  pause,
  runTo,
  showDialog,
  step,
  stepOperation,
  toEnd,
  togglePlay,
  toStart,
  zoom,
} from '../state/index.ts'

/** A key with what it does. The page acts on it and the dialog of keys shows it. */
export interface Binding {
  /** `KeyboardEvent.key`, with `Shift+` before it where that matters. */
  readonly keys: readonly string[]
  readonly shown: readonly string[]
  readonly does: string
  readonly run: (lab: Lab) => void
}

function stepping(run: (lab: Lab) => void): (lab: Lab) => void {
  return (lab) => {
    pause(lab)
    run(lab)
  }
}

/** All keys of the page. A presenter's clicker sends PageUp and PageDown. */
export const BINDINGS: readonly Binding[] = [
  {
    keys: ['ArrowRight', 'PageDown'],
    shown: ['→', 'Page Down'],
    does: 'one step on',
    run: stepping((lab) => step(lab, 1)),
  },
  {
    keys: ['ArrowLeft', 'PageUp'],
    shown: ['←', 'Page Up'],
    does: 'one step back',
    run: stepping((lab) => step(lab, -1)),
  },
  {
    keys: ['Shift+ArrowRight'],
    shown: ['⇧ →'],
    does: 'to the end of this operation, then of the next',
    run: stepping((lab) => stepOperation(lab, 1)),
  },
  {
    keys: ['Shift+ArrowLeft'],
    shown: ['⇧ ←'],
    does: 'to the end of the operation before',
    run: stepping((lab) => stepOperation(lab, -1)),
  },
  { keys: ['Home'], shown: ['Home'], does: 'to the start', run: stepping(toStart) },
  { keys: ['End'], shown: ['End'], does: 'to the last moment that has been run', run: stepping(toEnd) },
  { keys: [' '], shown: ['space'], does: 'play or pause', run: togglePlay },
  {
    keys: [']'],
    shown: [']'],
    does: 'to the next finding',
    run: (lab) => void runTo(lab, { kind: 'finding' }, false),
  },
  {
    keys: ['['],
    shown: ['['],
    does: 'to the finding before',
    run: (lab) => void runTo(lab, { kind: 'finding' }, true),
  },
  { keys: ['+', '='], shown: ['+'], does: 'fewer bytes in a row of the map', run: (lab) => zoom(lab, 1) },
  { keys: ['-'], shown: ['−'], does: 'more bytes in a row of the map', run: (lab) => zoom(lab, -1) },
  { keys: ['?'], shown: ['?'], does: 'show these keys', run: (lab) => showDialog(lab, { kind: 'keys' }) },
]

/** What a key press means to the page; undefined for nothing. */
export function bindingFor(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Binding | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const key = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key
  return BINDINGS.find((binding) => binding.keys.includes(key))
}

/** Whether a key belongs to the element that has the focus: it is typed into, or opens a list. */
export function keepsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog') !== null) return true
  if (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
    return true
  // Space presses the button that has the focus.
  return key === ' ' && target.matches('button, summary, input')
}
